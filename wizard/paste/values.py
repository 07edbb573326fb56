"""What fills the sentences of ready texts: the owner's answers as plain words."""

from collections.abc import Mapping
from functools import cached_property
from typing import cast

from wizard.i18n import translate
from wizard.interview import options, wording
from wizard.interview.answers import Answers
from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.interview.hours import week_of
from wizard.interview.values import Duration, Words
from wizard.interview.wording import BLANK_IN_PLAIN_TEXT
from wizard.language import durations, weeks
from wizard.paste.fields import Field

META = frozenset({"instagram", "facebook", "threads"})
"""The platforms whose name asks for a notice in Russia."""
LINKS = frozenset({"website", "registry", "imprint", "privacy", "news", "appeal"})
COUNTED: Mapping[str, Mapping[str, str]] = {
    "en": {
        "reply-hours": " in our reply hours",
        "open-hours": " in opening hours",
        "working-days": " on working days",
        "clock": ", day and night",
    },
    "ru": {
        "reply-hours": " в часы ответа",
        "open-hours": " в часы работы",
        "working-days": " в рабочие дни",
        "clock": ", круглосуточно",
    },
}
ENDS = ".!?…:;"


class Known:
    """The answers of a project in words of one language, for texts without blanks."""

    def __init__(self, answers: Answers, language: str) -> None:
        self.answers, self.language = answers, language
        self.week = week_of(answers.hours)

    def said(self, words: Words) -> str:
        """The words on one line; empty where something in them is not known."""
        text = " ".join(wording.text(words, self.language, self.answers).split())
        return "" if BLANK_IN_PLAIN_TEXT in text else text

    def sentence(self, words: Words) -> str:
        """The words as a sentence with its full stop; empty where they are not known."""
        text = self.said(words)
        return text if not text or text[-1] in ENDS else f"{text}."

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """What every text may name; an empty value is not known."""
        answers, language = self.answers, self.language
        business, community, hours = answers.business, answers.community, answers.hours
        solution = community.solution_within
        return {
            "name": self.said(business.name),
            "phone": self.said(business.phone),
            "email": self.said(business.email),
            "emergency": wording.values(answers, language)["emergency"],
            "website": self.said(business.website),
            "privacy": self.said(business.privacy_link),
            "imprint": self.said(business.legal_notice_link) if "DE" in answers.packs else "",
            "hours": weeks.line(self.week, language, closed=False),
            "hours_brief": weeks.line(self.week, language, closed=False).replace(":00", ""),
            "zone": weeks.zone(hours.time_zone, language),
            "outside": "" if self.week.always else self.sentence(hours.outside),
            "solution": durations.length(solution, language) if solution else "",
            "solution_gen": durations.within(solution, language) if solution else "",
            "appeal": self.said(community.appeal_to),
            "appeal_within": self._length(community.appeal_within),
            "unhappy": self.sentence(community.unhappy_include),
            "late": self.sentence(community.late),
            "private": self.sentence(community.private_data),
            "rights": self.sentence(community.rights),
            "news": self.said(community.news_elsewhere),
            "decides": self.said(community.decides),
            "not_welcome": "; ".join(lowered(one) for one in self.rules().values()),
            "numbered": "\n".join(f"{number}. {one}" for number, one in self.numbered()),
            "ladder": " ".join(self._ladder()),
            "times": self._times(),
            "signature": self._signature(),
        }

    def of_channel(self, channel: Channel, field: Field) -> dict[str, str]:
        """What a text in this field of the channel may name."""
        reply = channel.reply if channel.reply and channel.reply.number else None
        gives = self._gives(channel, field)
        pages = [self.title(one) + self._star(one) for one in self.answers.channels.list]
        found = {**self.facts} | {
            "reply": durations.length(reply, self.language) if reply else "",
            "reply_gen": durations.within(reply, self.language) if reply else "",
            "counted": self._counted(reply) if reply else "",
            "gives": lowered(gives),
            "Gives": gives[:1].upper() + gives[1:],
            "reach_person": self.said(channel.reach_person),
            "registry": self.said(channel.registry_link),
            "pages": ", ".join(one for one in pages if one),
            "meta": catalogue("law")["ru-meta"].text("notice", self.language),
        }
        refused = LINKS if "links" not in field.takes else frozenset()
        if "phones" not in field.takes:
            refused |= {"phone"}
        return {name: "" if name in refused else value for name, value in found.items()}

    def flags(self, channel: Channel, kinds: frozenset[str]) -> frozenset[str]:
        """What holds of a channel whose platform takes these kinds of texts."""
        flags = {
            "bot": channel.replies != "person",
            "bot-only": channel.replies == "bot",
            "always": self.week.always,
            "health": self.answers.business.sector == "health",
            "pinned": "pinned" in kinds,
            "names-meta": any(map(self._star, self.answers.channels.list)),
        }
        return frozenset(name for name, holds in flags.items() if holds)

    def awaits_register(self, channel: Channel) -> bool:
        """Whether the page belongs in the Russian register and the link to it is not known yet."""
        return bool(channel.over_10000) and not self.said(channel.registry_link)

    def title(self, channel: Channel) -> str:
        """What a channel is called: as its platform is, or by its own name."""
        if channel.platform == "own" or not channel.platform:
            return self.said(channel.name)
        return catalogue("platforms")[channel.platform].text("title", self.language)

    def rules(self) -> dict[str, str]:
        """What is not welcome, by the id of its row."""
        found = {one.id: self.said(one.text) for one in self.answers.community.not_tolerated}
        return {row: text.rstrip(".") for row, text in found.items() if text}

    def is_ours(self, rule: str) -> bool:
        """Whether a point of what is not welcome stands as the catalogue has it."""
        rows = self.answers.community.not_tolerated
        return any(one.id == rule and one.text.untouched for one in rows)

    def numbered(self) -> list[tuple[int, str]]:
        """What is not welcome, with its number on the public page."""
        return list(enumerate(self.rules().values(), start=1))

    def _length(self, duration: Duration | None) -> str:
        return durations.length(duration, self.language) if duration else ""

    def _counted(self, reply: Duration) -> str:
        """How a promised time is counted, as it follows the time; empty where the unit says it."""
        if reply.counted == "working-days" and reply.unit == "days":
            return ""
        hours = self.answers.hours
        is_open = reply.counted == "reply-hours" and not hours.replies_differ
        if reply.counted == "reply-hours" and self.week.always:
            return COUNTED[self.language]["clock"]
        return COUNTED[self.language]["open-hours" if is_open else reply.counted]

    def _gives(self, channel: Channel, field: Field) -> str:
        may_offer = "offers" in field.takes and not self._is_restricted(channel)
        ids = [one for one in channel.gives if one != "offers" or may_offer]
        labels = [lowered(translate(options.GIVES[one], self.language)) for one in ids]
        return ", ".join([*labels, *filter(None, [self.said(channel.gives_also).rstrip(".")])])

    def _is_restricted(self, channel: Channel) -> bool:
        """Whether advertising there is restricted in a country served: a text may only inform."""
        entry = catalogue("platforms").get(channel.platform)
        found = entry.fields.get("ads_restricted") if entry else None
        countries = cast("Mapping[str, list[str]]", found or {}).get("countries", [])
        return not self.answers.packs.isdisjoint(countries)

    def _star(self, channel: Channel) -> str:
        return "*" if "RU" in self.answers.packs and channel.platform in META else ""

    def _ladder(self) -> list[str]:
        dash = " – " if self.language == "en" else " — "
        found = []
        for rung in self.answers.community.ladder:
            when, measure = self.said(rung.when), self.sentence(rung.measure)
            if rung.public and when and measure:
                is_ours = rung.measure.untouched
                found.append(f"{when}{dash}{lowered(measure) if is_ours else measure}")
        return found

    def _times(self) -> str:
        """The promised times with their channels: "1 hour (Instagram, WhatsApp) or …"."""
        by_time: dict[str, list[str]] = {}
        for one in self.answers.channels.list:
            if one.reply and one.reply.number and self.title(one):
                by_time.setdefault(self._length(one.reply), []).append(self.title(one))
        return "; ".join(f"{time}: {', '.join(names)}" for time, names in by_time.items())

    def _signature(self) -> str:
        signed = self.answers.service.signed
        names = {"en": ("[your name]", "[your position]"), "ru": ("[ваше имя]", "[должность]")}
        name, position = names[self.language]
        return {"name": f"\n{name}", "position": f"\n{position}"}.get(signed, "")


def lowered(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
