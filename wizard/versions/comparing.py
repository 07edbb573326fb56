"""What changed between two sets of answers, question by question and row by row, in words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from wizard import reviewing
from wizard.i18n import N_, translate
from wizard.interview import answers as interview
from wizard.interview import places, wording
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import Question, questions
from wizard.interview.list_changes import ListChange, ListOfRows
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Person, Words
from wizard.row_titles import RowTitles

Sort = Literal["added", "changed", "removed", "moved"]
SORTS: dict[Sort, str] = {
    "added": N_("added"),
    "changed": N_("changed"),
    "removed": N_("removed"),
    "moved": N_("another order"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One question or row that is not as it was; all texts in one language.

    ``label`` is the question's, ``row`` the name of the row it belongs to, or of the row that
    came or went; ``was`` and ``became`` are empty where nothing stands. ``documents`` are those
    that print it.
    """

    sort: Sort
    place: Place
    label: str
    row: str
    was: str
    became: str
    documents: tuple[str, ...] = ()

    @property
    def step(self) -> str:
        """The id of the step that asks."""
        return self.place.step


def differences(before: Answers, after: Answers, language: str) -> list[Difference]:
    """What is added, changed and removed, in the order of the interview, in the language.

    Only what is printed counts: hidden answers and rows that are switched off are not there. The
    staff list is left out, but for who is named by an answer; so is what differs in another
    language alone, and what became of the papers in use.
    """
    old, new = interview.printable(before), interview.printable(after)
    titles = RowTitles(old, language), RowTitles(new, language)
    found: list[Difference] = []
    for step in interview.STEPS:
        if step.about.in_use:
            continue
        name = step.about.id
        for question in questions(step):
            if not is_staff(question.kind):
                one = _Comparison(old, new, language, Place(name, question.id), *titles)
                found += one.of(question, getattr(old, name), getattr(new, name))
    return found


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Compares the values of one question of a step."""

    old: Answers
    new: Answers
    language: str
    place: Place
    old_titles: RowTitles
    new_titles: RowTitles

    def of(
        self, question: Question[object], before: AnyStep, after: AnyStep
    ) -> Iterator[Difference]:
        was, became = getattr(before, question.id), getattr(after, question.id)
        if isinstance(question.kind, Rows):
            both = ListChange(cast("ListOfRows", was), cast("ListOfRows", became))
            yield from self._rows(question, both)
        else:
            yield from self._value(question, was, became, self.place, "")

    def _value(
        self, question: Question[object], was: object, became: object, place: Place, row: str
    ) -> Iterator[Difference]:
        # Somebody of the staff may be called otherwise by now, or have left.
        if self._same(was, became) and not (isinstance(became, Person) and became.staff):
            return
        old = reviewing.in_words(question, was, self.old, self.language)
        new = reviewing.in_words(question, became, self.new, self.language)
        if old != new:
            sort: Sort = "changed" if old and new else "added" if new else "removed"
            yield Difference(sort, place, self._label(question), row, old, new)

    def _same(self, was: object, became: object) -> bool:
        """Whether two values say the same; a catalogue's text may say another thing by now."""
        if isinstance(was, Words) and isinstance(became, Words):
            old = wording.raw_text(was, self.language, self.old.kept)
            return old == wording.raw_text(became, self.language, self.new.kept)
        return was == became

    def _rows(self, question: Question[object], both: ListChange) -> Iterator[Difference]:
        label = self._label(question)
        for row in both.removed:
            name, said = self._said(row, self.old_titles)
            yield Difference("removed", self._at(row), label, name, said, "")
        for row in both.added:
            name, said = self._said(row, self.new_titles)
            yield Difference("added", self._at(row), label, name, "", said)
        now = {row.id: row for row in both.new}
        for row in both.old:
            if row.id in now:
                yield from self._row(question, row, now[row.id])
        if both.moved:
            yield Difference("moved", self.place, label, "", "", "")

    def _row(self, whole: Question[object], before: Row, after: Row) -> Iterator[Difference]:
        asked = questions(type(after))
        name = self.new_titles.of(after).title
        for question in asked:
            place = Place(self.place.step, self.place.question, after.id, question.id)
            was, became = getattr(before, question.id), getattr(after, question.id)
            for one in self._value(question, was, became, place, name):
                found = replace(
                    one,
                    was=self.old_titles.value(before, question.id, one.was),
                    became=self.new_titles.value(after, question.id, one.became),
                )
                # The only question of a row is named after its list, and the row after its answer.
                alone = len(asked) == 1
                yield replace(found, label=self._label(whole), row="") if alone else found

    def _said(self, row: Row, titles: RowTitles) -> tuple[str, str]:
        """The name of a row and what it says beside it; a row of one text says that text."""
        found = titles.of(row)
        if len(questions(type(row))) == 1:
            return "", found.title
        return found.title, found.about

    def _at(self, row: Row) -> Place:
        return Place(self.place.step, self.place.question, row.id)

    def _label(self, question: Question[object]) -> str:
        return translate(question.label, self.language)


def title(difference: Difference, language: str) -> str:
    """Where the difference is, in words: the step, the question and the row."""
    step = translate(places.STEPS[difference.step].about.title, language)
    return " · ".join(part for part in (step, difference.label, difference.row) if part)
