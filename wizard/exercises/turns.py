"""The injects that are made from the answers alone, so that no name or number is invented."""

from dataclasses import dataclass, replace

from wizard.exercises.lines import Fields, Line, Turn, good, turn
from wizard.interview import summaries, wording
from wizard.interview.answers import Answers
from wizard.interview.catalogue import catalogue
from wizard.interview.channels import Channel
from wizard.interview.crisis_team import Role
from wizard.interview.risks import Risk
from wizard.interview.values import Words
from wizard.language import durations

VARIANTS = 3
"""The wordings of each kind of turn."""
MIX = {"call": (1, 0, 0), "scheduled": (0, 1, 0), "channel": (1, 1, 1), "update": (1, 2, 1)}
"""How much each digit of a script's number to the base of ``VARIANTS`` counts for a kind.

So two scripts share two of the four wordings at most, and most share one or none.
"""
PUBLIC = ("social", "messenger")
"""The kinds of platforms on which posts go out and everybody can read along."""


@dataclass(frozen=True, slots=True)
class Making:
    """Makes the turns of one exercise; the ``number`` of its script says in which wordings."""

    answers: Answers
    language: str
    risk: Risk | None
    number: int

    def plain(self, name: str) -> Turn:
        """A turn that is the same in every exercise."""
        return turn(name, self.language, {})

    def turn(self, name: str, level: int | None) -> Turn:
        """The turn of this kind at a level: a call, a scheduled post, a channel, an update."""
        made = {
            "call": self._call(),
            "scheduled": self._scheduled(),
            "channel": self._channel(),
            "update": self._level(level),
        }
        return turn(f"{name}-{self._wording(name) + 1}", self.language, made[name])

    def level(self, level: int) -> tuple[Line, ...]:
        """What good looks like where this level is reached: who decides, how fast, how we speak."""
        return good("level", self.language, self._level(level))

    def about(self, line: Line) -> Line:
        """A written line, which may name the risk."""
        title = self.risk.title if self.risk is not None else ""
        return line if "{risk}" not in line.text else replace(line, fields={"risk": title})

    def _wording(self, name: str) -> int:
        digits = (self.number, self.number // VARIANTS, self.number // VARIANTS // VARIANTS)
        counted = (share * digit for share, digit in zip(MIX[name], digits, strict=True))
        return sum(counted) % VARIANTS

    def _call(self) -> Fields:
        role = self._first_called()
        if role is None:
            return {"unreachable": self.answers.crisis_team.unreachable}
        return {
            "role": role.title,
            "person": summaries.person(role.person, self.answers, self.language),
            "role_phone": role.phone,
            "deputy": summaries.person(role.deputy, self.answers, self.language),
            "deputy_phone": role.deputy_phone,
            "unreachable": self.answers.crisis_team.unreachable,
        }

    def _first_called(self) -> Role | None:
        """The role of whoever acts first on the risk, else the first of the team."""
        roles = self.answers.crisis_team.roles
        actor = self._words(self.risk.actor) if self.risk is not None else ""
        first = (role for role in roles if actor and self._words(role.position) == actor)
        return next(first, roles[0] if roles else None)

    def _scheduled(self) -> Fields:
        return {"channel": self._name(self._public(advertising=True))}

    def _channel(self) -> Fields:
        channel = self._public(advertising=False)
        reply = channel.reply if channel is not None else None
        promised = durations.length(reply, self.language) if reply is not None else ""
        return {"channel": self._name(channel), "reply": promised}

    def _public(self, *, advertising: bool) -> Channel | None:
        """A channel that everybody reads; for ``advertising`` one where that may be placed."""
        found = [one for one in self.answers.channels.list if self._is_public(one)]
        if advertising:
            found = [one for one in found if not self._is_restricted(one)]
        return found[self.number % len(found)] if found else None

    def _is_public(self, channel: Channel) -> bool:
        platform = catalogue("platforms").get(channel.platform)
        return platform is not None and platform.plain("kind") in PUBLIC

    def _is_restricted(self, channel: Channel) -> bool:
        rule = catalogue("platforms")[channel.platform].fields.get("ads_restricted")
        return isinstance(rule, dict) and not self.answers.packs.isdisjoint(rule["countries"])

    def _name(self, channel: Channel | None) -> str:
        if channel is None:
            return ""
        return catalogue("platforms")[channel.platform].text("title", self.language)

    def _level(self, level: int | None) -> Fields:
        if level is None:
            return {}
        now = self.answers.crisis_team.levels[level]
        rules = self.answers.response.speech
        first = durations.within(now.first_word, self.language) if now.first_word else ""
        return {
            "number": str(level),
            "level": now.title,
            "decides": now.decides,
            "first_word": first,
            "update": now.update,
            "rule": rules[(self.number + level) % len(rules)].text if rules else "",
        }

    def _words(self, words: Words) -> str:
        return " ".join(wording.text(words, self.language, self.answers).split()).lower()
