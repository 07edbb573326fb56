"""What stood in a step before: its changes as lines to read, each of which can be taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from wizard import reviewing, staff_history
from wizard.i18n import N_, translate
from wizard.interview import places
from wizard.interview.ask import Question, questions
from wizard.interview.kinds import Json, Misfit
from wizard.interview.list_changes import ListChange
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Row, Rows
from wizard.library.journal import Change, Entry
from wizard.row_titles import RowTitles
from wizard.session import Session

LIMIT = 200
"""The most entries of a step that are looked at."""
EMPTY = N_("was empty")
NAMELESS = N_("without a title")


@dataclass(frozen=True, slots=True)
class Line:
    """One change: when, of which question and row, and the earlier value in words.

    Of a list it is told what was added, removed, changed or moved.
    """

    at: datetime
    label: str
    row: str
    value: str
    change: Change

    @property
    def overtaken(self) -> bool:
        """Whether this was another window's answer, which a newer one replaced."""
        return self.change.note == "overtaken"

    @property
    def of_staff(self) -> bool:
        """Whether it tells of a person of the staff list."""
        return staff_history.is_of_staff(self.change)

    @property
    def place(self) -> Place:
        """Where the earlier value goes; for a person of the staff list it leads nowhere."""
        return _place(self.change)


def lines(entries: Iterable[Entry], session: Session, *, window: str, document: str) -> list[Line]:
    """The entries, newest first, whose earlier value differs from what stands now.

    Labels are in the language of the window, values in that of the document, as the editors show
    them. What this version cannot read is passed over, and so are fields of rows that are gone.
    """
    found: list[tuple[Line, object]] = []
    titles = RowTitles(session.answers, document)
    for entry in entries:
        change = entry.change
        if staff_history.is_of_staff(change):
            person = staff_history.told(change, session, window)
            if person is not None:
                line = Line(entry.at, person.name, "", person.value, change)
                found.append((line, entry.id))
            continue
        try:
            back = taken_back(change, session)
        except (KeyError, Misfit):
            continue
        if back != session.raw(_place(change)):
            told = _in_words(change, session, titles, window=window, document=document)
            found.append((Line(entry.at, *told, change), back))
    return [line for line, _ in _without_echoes(found)]


def taken_back(change: Change, session: Session) -> Json:
    """The raw value to put at the change's place so that this one change is undone.

    Of a list only what this change did is undone. KeyError where the place is unknown or its row
    is gone, Misfit where another version wrote the value.
    """
    kind = _question(change).kind
    lost, instead = _lost(change)
    now = places.value_at(session.answers, _place(change))
    if isinstance(kind, Rows):
        both = ListChange(kind.clean(lost), kind.clean(instead))
        return kind.dump(both.taken_back(cast("tuple[Row, ...]", now)))
    return kind.dump(kind.clean(lost))


def _lost(change: Change) -> tuple[Json, Json]:
    """The value that the change did away with, and what stood there before or came instead."""
    if change.note == "overtaken":
        return change.new, change.old
    return change.old, change.new


def _place(change: Change) -> Place:
    return Place(change.step, change.field, change.row, change.key)


def _question(change: Change) -> Question[object]:
    place = _place(change)
    whole = places.question_at(place.whole)
    if is_staff(whole.kind) or (place.row and not isinstance(whole.kind, Rows)):
        raise KeyError(str(place))
    return places.question_at(place)


def _without_echoes(found: list[tuple[Line, object]]) -> Iterator[tuple[Line, object]]:
    """The lines but for those that offer what the overtaken change just below them offers."""
    for number, (line, back) in enumerate(found):
        older = next((one for one in found[number + 1 :] if one[0].place == line.place), None)
        if older is None or not (older[0].overtaken and older[1] == back):
            yield line, back


def _in_words(
    change: Change, session: Session, titles: RowTitles, *, window: str, document: str
) -> tuple[str, str, str]:
    """The label, the name of the row, and the earlier value."""
    place, question, answers = _place(change), _question(change), session.answers
    label, name = translate(question.label, window), ""
    row = places.row_at(answers, place)
    if row is not None:
        whole = translate(places.question_at(place.whole).label, window)
        name = titles.of(row).title
        # The only question of a row is named after its list, and the row after its answer.
        if len(questions(type(row))) == 1:
            label, name = whole, ""
        elif not name:
            name = whole
    kind = question.kind
    lost, instead = _lost(change)
    if isinstance(kind, Rows):
        both = ListChange(kind.clean(lost), kind.clean(instead))
        value = "; ".join(_of_list(both, session, titles, window=window, document=document))
    else:
        said = reviewing.in_words(question, kind.clean(lost), answers, document)
        value = titles.value(row, question.id, said)
    return label, name, value or translate(EMPTY, window)


def _of_list(
    both: ListChange, session: Session, titles: RowTitles, *, window: str, document: str
) -> Iterator[str]:
    answers = session.answers

    def title(row: Row) -> str:
        return titles.of(row).title or translate(NAMELESS, window)

    def value(row: Row, question: Question[object]) -> str:
        said = reviewing.in_words(question, getattr(row, question.id), answers, document)
        return titles.value(row, question.id, said)

    def was(row: Row, fields: tuple[str, ...]) -> str:
        asked = questions(type(row))
        if len(asked) == 1:
            return title(row)
        told = (
            f"{translate(question.label, window)}: "
            + (value(row, question) or translate(EMPTY, window))
            for question in asked
            if question.id in fields
        )
        return f"{title(row)} ({', '.join(told)})"

    for message, names in (
        (N_("Removed: {name}"), [title(row) for row in both.removed]),
        (N_("Added: {name}"), [title(row) for row in both.added]),
        (N_("Changed, was: {name}"), [was(row, fields) for row, fields in both.changed]),
    ):
        if names:
            yield translate(message, window).format(name=", ".join(names))
    if both.moved:
        yield translate(N_("The order was changed"), window)
