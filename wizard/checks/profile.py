"""What a channel's profile and its bot say of themselves."""

import re
from collections.abc import Iterator

from wizard.checks import forms
from wizard.checks.case import Case, listed, place_of
from wizard.checks.channel import LIST, named
from wizard.checks.finding import Hit
from wizard.i18n import LANGUAGES
from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.interview.places import Place
from wizard.paste import kit

TEXTS = ("channel_texts", "texts")
PROFILE = frozenset({"bio", "description", "about", "status", "tagline"})
"""The fields of a profile that can say what people get on the channel."""
NOT_FOR_GOOGLE = re.compile(
    r"https?://|www\.|\b[\w-]+\.(?:com|org|net|ru|uk|de|eu|example)\b|(?:\d[ ()–-]*){9,}"
    r"|[£$€₽]\s?\d|\d\s?(?:₽|€|руб|р\.)|[-–−]\s?\d+\s?%|\d\s?%\s?off\b"
    r"|\b(?:discount|special offer|скидк|акци|распродаж)\w*|\bsales?\b",
    re.IGNORECASE,
)


def too_long_for_profile(case: Case) -> Iterator[Hit]:
    """What people get on a channel, in words too many for the field that could say it there."""
    for channel in case.answers.channels.list:
        limit = _limit(channel)
        longest = max((len(text.strip()) for text in _said(channel)), default=0)
        over = longest - limit if limit else 0
        if over > 0:
            values = {**named(case, channel), "over": str(over), "limit": str(limit)}
            yield Hit((place_of(LIST, channel, "gives_also"),), values)


def too_long(case: Case) -> Iterator[Hit]:
    """What is too long for its field: said of a channel, or in the owner's own ready text."""
    yield from too_long_for_profile(case)
    own = {one.id for one in case.answers.channel_texts.texts}
    languages = [one for one in LANGUAGES if any(row.endswith(f".{one}") for row in own)]
    for language in languages:
        for page in kit.pages(case.answers, language):
            for text in page.texts:
                field = text.field
                if text.id in own and field is not None and field.over(text.text):
                    values = {
                        "row": f"{page.title}, {text.title}",
                        "over": str(field.over(text.text)),
                        "limit": str(field.characters),
                    }
                    yield Hit((Place(*TEXTS, text.id, "text"),), values, variant="pasted")


def not_for_google(case: Case) -> Iterator[Hit]:
    """Links, phones, prices or offers in the words that describe the firm in its Google profile."""
    for channel in case.answers.channels.list:
        found = NOT_FOR_GOOGLE.search("\n".join(_said(channel)))
        if channel.platform == "google-business" and found:
            yield Hit((place_of(LIST, channel, "gives_also"),), {"text": found[0].strip()})


def silent_bot(case: Case) -> Iterator[Hit]:
    """A bot of which nobody learns that it is one, or past which no way leads to a person."""
    bots = [one for one in case.answers.channels.list if one.replies != "person"]
    if not bots:
        return
    mute = tuple(place_of(LIST, one, "reach_person") for one in bots if not one.reach_person)
    words = case.answers.service.bot
    said = forms.said(words.own) if words.own else frozenset()
    if mute or not words or (not words.untouched and "bot" not in said):
        places = mute or (Place("service", "bot"),)
        names = listed(case.title(one) for one in bots)
        yield Hit(places, {"rows": names}, absent=bool(mute))


def _said(channel: Channel) -> tuple[str, ...]:
    """What people get there in the owner's own words, second wordings too."""
    words = channel.gives_also
    return (words.own or "", *words.other.values())


def _limit(channel: Channel) -> int | None:
    """The most letters that a field of the profile takes, None where one of them is not known."""
    entry = catalogue("platforms").get(channel.platform)
    limits = entry.fields.get("limits") if entry else None
    if not isinstance(limits, list):
        return None
    known = [one.get("characters") for one in limits if one["field"] in PROFILE]
    return None if None in known else max(known, default=None)
