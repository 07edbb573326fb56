"""All answers of a project as lines to read: what is given, what is missing, where to change it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from wizard import feeds
from wizard.i18n import N_, translate
from wizard.interview import answers as interview
from wizard.interview import summaries
from wizard.interview.answers import Answers, AnyStep
from wizard.interview.ask import Question, questions
from wizard.interview.kinds import Hours, Many, Number, Picture, YesNo
from wizard.interview.labels import labels
from wizard.interview.own_words import Passage
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.progress import Progress
from wizard.interview.rows import Row, Rows
from wizard.language import weeks
from wizard.language.folding import folded
from wizard.row_titles import RowTitles

if TYPE_CHECKING:
    from wizard.interview.values import Week

YES, NO, THERE = N_("Yes"), N_("No"), N_("A file is chosen.")
PEOPLE = N_("People: {count}")


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its place, the row it belongs to, its label and its value in words."""

    place: Place
    row: str
    label: str
    value: str
    required: bool

    @property
    def missing(self) -> bool:
        """Whether a required answer is not given."""
        return self.required and not self.value


def lines(step: str, answers: Answers, language: str) -> Iterator[Line]:
    """The relevant answers of a step in the order they are asked, those of its rows included."""
    record, titles = getattr(answers, step), RowTitles(answers, language)
    yield from _lines(record, Place(step, ""), answers, language, titles)


def all_lines(answers: Answers, language: str) -> list[Line]:
    """The relevant answers of all steps."""
    return [line for step in interview.STEPS for line in lines(step.about.id, answers, language)]


def found(among: Iterable[Line], text: str) -> list[Line]:
    """The lines that hold the text in any case, ё read as е."""
    wanted = folded(text)
    return [
        line
        for line in among
        if wanted in folded(line.label)
        or wanted in folded(line.value)
        or wanted in folded(line.row)
    ]


def completeness(
    known: Iterable[Line], language: str, packs: frozenset[str]
) -> dict[str, Progress]:
    """By document how many of the required answers it prints are given, of all the lines."""
    required = [line for line in known if line.required]
    result = {}
    for document, named in feeds.printed(language, packs).items():
        printed = [line for line in required if (line.place.step, line.place.question) in named]
        given = sum(not line.missing for line in printed)
        result[document] = Progress(given, len(printed))
    return result


def _lines(
    record: AnyStep | Row,
    at: Place,
    answers: Answers,
    language: str,
    titles: RowTitles,
    row: Row | None = None,
) -> Iterator[Line]:
    name = titles.of(row).title if row is not None else ""
    for question in questions(type(record)):
        if not question.applies(answers, row):
            continue
        place = (
            Place(at.step, at.question, at.row, question.id) if row else Place(at.step, question.id)
        )
        value = getattr(record, question.id)
        kind = question.kind
        label = translate(question.label, language)
        if isinstance(kind, Rows) and not is_staff(kind) and row is None and not _is_short(kind):
            if question.required and not value:
                yield Line(place, name, label, "", required=True)
            for item in value:
                if item.on:
                    inside = Place(at.step, question.id, item.id)
                    yield from _lines(item, inside, answers, language, titles, item)
        else:
            said = titles.value(row, question.id, in_words(question, value, answers, language))
            if not said and isinstance(row, Passage):
                continue  # it is no question that waits for an answer
            yield Line(place, name, label, said, required=question.required)


def in_words(question: Question[object], value: object, answers: Answers, language: str) -> str:
    """Any answer in words; empty where none is given."""
    kind = question.kind
    if value is None or value == kind.empty:
        return ""
    if isinstance(kind, Number):
        return str(value)
    if isinstance(kind, YesNo):
        return translate(YES if value else NO, language)
    if isinstance(kind, Many):
        known = labels(kind.options, language)
        return ", ".join(known.get(one, one) for one in cast("tuple[str, ...]", value))
    if isinstance(kind, Hours):
        return weeks.line(cast("Week", value), language)
    if isinstance(kind, Picture):
        return translate(THERE, language)
    if is_staff(kind):
        count = len(cast("tuple[Row, ...]", value))
        return translate(PEOPLE, language).format(count=count)
    if isinstance(kind, Rows):
        rows = (row for row in cast("tuple[Row, ...]", value) if row.on)
        return "; ".join(
            title for row in rows if (title := summaries.of_row(row, answers, language).title)
        )
    return summaries.in_words(question, value, answers, language)


def _is_short(kind: Rows[Row]) -> bool:
    return len(questions(kind.record)) == 1
