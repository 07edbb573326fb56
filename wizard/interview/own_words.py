"""The step for the owner's own words: sections and sentences that no template has."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.i18n import N_
from wizard.interview.ask import Step, ask
from wizard.interview.kinds import Text, YesNo
from wizard.interview.rows import Row, Rows, new_row_id
from wizard.interview.values import Words

OWN = "own-"
"""How the name of a section begins that the owner has added."""
FIRST = "first"
"""What a section stands after that comes before all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Row):
    """What is changed in one section of one document, or a section of the owner's own.

    Its id is that of the document, a dot and the name of the section. One that is not ``on``
    changes nothing.
    """

    heading: Words = ask(
        Text(),
        N_("Heading of the section"),
        why=N_("Without one a section of the document keeps its own."),
    )
    text: Words = ask(
        Text(long=True),
        N_("Your own sentences"),
        why=N_("They close the section. A new line begins a paragraph, “- ” a point of a list."),
    )
    left_out: bool | None = ask(
        YesNo(), N_("Leave this section out"), why=N_("It is kept, and can come back any time.")
    )
    after: Words = ask(
        Text(), N_("Stands after"), why=N_("The section that it follows, where you moved it.")
    )

    @property
    def document(self) -> str:
        """The id of the document."""
        return document_of(self.id)

    @property
    def section(self) -> str:
        """The name of the section within the document."""
        return self.id.partition(".")[2]

    @property
    def is_own(self) -> bool:
        """Whether the owner has added the section."""
        return self.section.startswith(OWN)


def document_of(row: str) -> str:
    """The id of the document that a row changes."""
    return row.partition(".")[0]


def row_id(document: str, section: str) -> str:
    """The id of the row that says what is changed in a section."""
    return f"{document}.{section}"


def new_section(document: str) -> str:
    """The id of the row of a new section in a document."""
    return row_id(document, new_row_id())


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the owner says beyond the questions, document by document."""

    about: ClassVar = Step(
        "own_words",
        N_("Finish"),
        N_("Own words"),
        N_(
            "Whatever the questions do not ask: add sentences and sections, rename headings, move "
            "or leave out what you do not need."
        ),
    )

    passages: tuple[Passage, ...] = ask(
        Rows(Passage),
        N_("Changed sections"),
        why=N_("They stay as you wrote them, in every new version."),
    )
