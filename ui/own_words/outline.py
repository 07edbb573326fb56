"""The sections of the document that is looked at, and what is done to them at the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.tongue import tr
from wizard import passages
from wizard.documents import arranging, frozen, own_words, templates
from wizard.documents.sections import PARAGRAPH
from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview import places
from wizard.interview.own_words import OwnWords
from wizard.interview.places import Place
from wizard.interview.values import Words

if TYPE_CHECKING:
    from ui.desk import Desk
    from wizard.documents.own_words import Listed
    from wizard.interview.answers import Answers
    from wizard.interview.own_words import Passage

PASSAGES = Place(OwnWords.about.id, "passages")
STEPS = [step.about.id for step in interview.STEPS if step is not OwnWords]
NEW = N_("New section")
LONGEST = 90


@dataclass(frozen=True, slots=True)
class Line:
    """A section as its row shows it, and the first question that it prints.

    ``depth`` is how many levels of headings stand above it.
    """

    name: str
    title: str
    depth: int
    is_own: bool
    is_left_out: bool
    is_changed: bool
    has_heading: bool
    goes_up: bool
    goes_down: bool
    question: str


class Outline:
    """Reads the sections as they will be printed; each deed is one change that can be undone."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.document = templates.published()[0]
        self._of: tuple[object, ...] = ()
        self._parts: tuple[object, ...] = ()
        self._markup = ""

    def lines(self) -> list[Line]:
        """The sections in the order in which they are printed, those left out included."""
        listed = self._listed()
        levels = sorted({one.level for one in listed})
        return [
            Line(
                one.name,
                _short(one.title),
                levels.index(one.level),
                one.is_own,
                one.is_left_out,
                one.is_changed and self._says(one.name),
                one.is_own or one.level < PARAGRAPH,
                bool(arranging.moved(listed, one.name, -1)),
                bool(arranging.moved(listed, one.name, 1)),
                one.question,
            )
            for one in listed
        ]

    def heading(self, name: str) -> str:
        """The heading as the document itself has it; empty for a section of the owner's own."""
        return next((one.title for one in self._given() if one.name == name), "")

    def passage(self, name: str) -> Passage | None:
        """What is changed in a section; None where nothing is."""
        return passages.find(self._passages, self.document, name)

    def place(self, name: str, question: str) -> Place:
        """The place of a question of a section that has a row; KeyError where it has none."""
        passage = self.passage(name)
        if passage is None:
            raise KeyError(name)
        return Place(PASSAGES.step, PASSAGES.question, passage.id, question)

    def begin(self, name: str) -> None:
        """Give the section a row to write into."""
        if self.passage(name) is None:
            self._put(passages.begun(self._passages, self.document, name))

    def end(self, name: str) -> None:
        """Take the row away again where nothing was written into it."""
        passage = self.passage(name)
        if passage is not None and not passages.says(passage):
            self._put(passages.removed(self._passages, self.document, name))

    def show(self, name: str, *, printed: bool) -> None:
        """Print the section, or leave it out."""
        self._put(passages.switched(self._passages, self.document, name, printed=printed))

    def move(self, name: str, by: int) -> None:
        """Let the section change places with the one above (-1) or below (1)."""
        listed, given = self._listed(), self._given()
        self._put(passages.moved(self._passages, self.document, listed, given, name, by))

    def add(self, after: str) -> str:
        """Put an empty section of the owner's own behind another; its name."""
        rows = passages.added(self._passages, self.document, self._listed(), after)
        self._put(rows)
        return rows[-1].section

    def take_away(self, name: str) -> None:
        """Have the section as the document has it; an own one is no more."""
        self._put(passages.removed(self._passages, self.document, name))

    @property
    def _passages(self) -> passages.Passages:
        return self.desk.answers.own_words.passages

    def _put(self, rows: passages.Passages) -> None:
        self.desk.put(PASSAGES, places.question_at(PASSAGES).kind.dump(rows))

    def _says(self, name: str) -> bool:
        passage = self.passage(name)
        return passage is not None and passages.says(passage)

    def _listed(self) -> tuple[Listed, ...]:
        return self._list(tuple(_named(one) for one in self._passages))

    def _given(self) -> tuple[Listed, ...]:
        return self._list(())

    def _list(self, rows: passages.Passages) -> tuple[Listed, ...]:
        answers, language = self.desk.answers, self.desk.document_language
        with_rows = replace(answers, own_words=OwnWords(passages=rows))
        return own_words.listing(self._page(answers), self.document, with_rows, language)

    def _page(self, answers: Answers) -> str:
        """The page without own words; rendered anew only where another answer has changed."""
        of = (self.document, self.desk.document_language, self.desk.today)
        parts = (*(getattr(answers, step) for step in STEPS), answers.kept)
        same = len(parts) == len(self._parts) and all(
            one is other for one, other in zip(parts, self._parts, strict=True)
        )
        if of != self._of or not same:
            self._of, self._parts = of, parts
            self._markup = frozen.render(*of[:1], answers, *of[1:])
        return self._markup


def _named(passage: Passage) -> Passage:
    """An own section without a word is not printed; here it is listed all the same."""
    if passage.is_own and not passages.says(passage):
        return replace(passage, heading=Words(tr(NEW)))
    return passage


def _short(title: str) -> str:
    """The title, or as many of its words as a row has room for."""
    if len(title) <= LONGEST:
        return title
    words = title[:LONGEST]
    return f"{words.rpartition(' ')[0] or words}…"
