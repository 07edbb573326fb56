"""The roll: who must sign which document, person by person."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from wizard.documents import signing
from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.people import EMPLOYED, Member
from wizard.language.folding import folded

Duty = Literal["to-sign", "not-required", "annex"]
"""A contractor signs no sheet; what binds him is an annex to his contract."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, and what is owed for each document of the roll, in its order."""

    id: str
    name: str
    position: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Roll:
    """The sheets that are signed, and everybody on the staff list in the order of the sheets."""

    sheets: tuple[signing.Sheet, ...]
    entries: tuple[Entry, ...]

    @property
    def signers(self) -> int:
        """How many people must sign anything."""
        return sum("to-sign" in entry.duties for entry in self.entries)


def of_project(answers: Answers, language: str) -> Roll:
    """The roll as the answers stand; whoever is kept off the sheets is not on it."""
    sheets = signing.sheets(answers, language)
    signers = [frozenset(member.id for member in sheet.people) for sheet in sheets]

    def entry(member: Member) -> Entry:
        employed = member.kind in EMPLOYED
        otherwise: Duty = "not-required" if employed else "annex"
        return Entry(
            member.id,
            summaries.member_name(member, language),
            member.position.own or "",
            tuple("to-sign" if member.id in signed else otherwise for signed in signers),
        )

    return Roll(sheets, tuple(entry(one) for one in signing.in_order(answers) if one.on))


def found(entries: Iterable[Entry], text: str) -> list[Entry]:
    """Those whose name or position holds every word of the text, ё read as е."""
    words = folded(text).split()
    return [
        entry
        for entry in entries
        if all(word in folded(f"{entry.name} {entry.position}") for word in words)
    ]
