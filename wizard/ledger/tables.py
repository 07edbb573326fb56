"""The ledger as a table for a spreadsheet: a row for each person, five columns a document."""

from collections.abc import Iterable, Iterator, Sequence

from wizard.documents import templates
from wizard.i18n import N_, translate
from wizard.interview.options import PERSON_KINDS
from wizard.language import names
from wizard.ledger import wording
from wizard.ledger.ledger import Ledger
from wizard.ledger.states import Asked, Cell
from wizard.library.people import Person
from wizard.staff_lists import writing
from wizard.staff_lists.writing import Value

ABOUT = (
    N_("Name"),
    N_("Position"),
    N_("Department"),
    N_("Location"),
    N_("Shift"),
    N_("Kind"),
)
OF_DOCUMENT = (
    N_("{document}: state"),
    N_("{document}: day"),
    N_("{document}: how"),
    N_("{document}: version"),
    N_("{document}: due by"),
)
REMARK = N_("Remark")
SHEET = N_("Acknowledgements")


def csv_of(ledger: Ledger, language: str, *, outstanding: bool = False) -> bytes:
    """The ledger as a .csv file that Excel in this language opens by double click.

    How, and how it is made safe, is told in :func:`wizard.staff_lists.writing.csv_bytes`.
    """
    return writing.csv_bytes(rows(ledger, language, outstanding=outstanding), language)


def xlsx_of(ledger: Ledger, language: str, *, outstanding: bool = False) -> bytes:
    """The ledger as an .xlsx file: days as dates, all that people typed as text."""
    found = rows(ledger, language, outstanding=outstanding)
    return writing.xlsx_bytes(translate(SHEET, language), found)


def rows(ledger: Ledger, language: str, *, outstanding: bool = False) -> list[list[Value]]:
    """The heading and a row for each person; with ``outstanding`` only who has yet to sign.

    Nobody is in it of whom nothing is asked and who has left or is kept off the sheets.
    """
    documents = in_order(ledger.documents, language)
    people = _people(ledger, documents, language, outstanding=outstanding)
    return [_heading(documents, language), *people]


def in_order(documents: Iterable[Asked], language: str) -> list[Asked]:
    """The documents in the order of the papers; what has no template any more comes last."""
    places = {document: place for place, document in enumerate(templates.documents(language))}
    return sorted(documents, key=lambda one: places.get(one.document, len(places)))


def _heading(documents: Iterable[Asked], language: str) -> list[Value]:
    titles = templates.documents(language)
    head = [translate(one, language) for one in ABOUT]
    for asked in documents:
        known = titles.get(asked.document)
        title = known.title if known else asked.document
        head += [translate(one, language).format(document=title) for one in OF_DOCUMENT]
    return [*head, translate(REMARK, language)]


def _people(
    ledger: Ledger, documents: Sequence[Asked], language: str, *, outstanding: bool
) -> Iterator[list[Value]]:
    for person in ledger.people.values():
        state = ledger.state(person.id)
        awaited = any(cell.outstanding for cell in state.cells.values())
        if outstanding and not awaited:
            continue
        if not state.cells and (person.left_on is not None or not person.listed):
            continue
        row = _about(person, language)
        for asked in documents:
            row += _of_document(state.cells.get(asked.document), asked, language)
        yield [*row, state.remark]


def _about(person: Person, language: str) -> list[Value]:
    name = names.full(person.surname, person.given, person.patronymic, language)
    return [
        name or person.id,
        person.position,
        person.department,
        person.location,
        person.shift,
        translate(PERSON_KINDS.get(person.kind or "employee", person.kind), language),
    ]


def _of_document(cell: Cell | None, asked: Asked, language: str) -> list[Value]:
    if cell is None:
        return [wording.state(cell, language), None, None, None, None]
    return [
        wording.state(cell, language),
        cell.on,
        wording.how(cell, language),
        wording.edition(cell, asked),
        cell.due,
    ]
