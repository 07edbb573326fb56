"""What a check noticed: one sentence, why, where that is known from, and where to change it."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal, get_args

from wizard.i18n import N_
from wizard.interview.kinds import Json
from wizard.interview.places import Place

Severity = Literal["fix", "look", "hint"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the one that matters most to the one that matters least."""
NAMES: dict[str, str] = {"fix": N_("To fix"), "look": N_("Look"), "hint": N_("Hint")}
NOT_ADVICE = N_("General information as of {date}, not legal advice: check with a lawyer.")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a check has it from; ``text`` is what it says, empty where the finding says it all."""

    name: str
    text: str
    as_of: dt.date
    is_law: bool


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change that would settle a finding: ``raw`` put at ``place``, as an editor gives it."""

    label: str
    place: Place
    raw: Json


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, in the words of one language.

    ``places`` are what it is about, the one to go to first. ``evidence`` stands for what was found
    there: it changes with the answers that raised the finding, and with nothing else. ``absent``
    says that nothing is wrong but that something is not given yet. A finding of completeness is
    about a ``document``, one of second wordings about all documents in a language.
    """

    check: str
    severity: Severity
    message: str
    why: str
    sources: tuple[Source, ...]
    places: tuple[Place, ...]
    evidence: str
    remedy: Remedy | None = None
    absent: bool = False
    document: str = ""

    @property
    def key(self) -> str:
        """What the finding is called among those of a project, whatever its words."""
        return f"{self.check}@{self.document or self.places[0]}"


@dataclass(frozen=True, slots=True)
class Hit:
    """What a condition found, before it is put into words: ``values`` are what the words quote.

    ``evidence`` tells apart what the values at the places do not. ``variant`` picks another of the
    check's messages, ``wording`` another of what it offers instead, and ``severity`` another than
    the usual one.
    """

    places: tuple[Place, ...]
    values: dict[str, str] = field(default_factory=dict)
    evidence: str = ""
    remedy: Remedy | None = None
    absent: bool = False
    severity: Severity | None = None
    variant: str = ""
    wording: str = "wording"
    document: str = ""
