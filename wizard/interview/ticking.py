"""How an entry of a catalogue becomes a row: its texts as references, the rest as values."""

from collections.abc import Iterator

from wizard.interview.ask import Question, questions
from wizard.interview.catalogue import Entry, catalogue
from wizard.interview.kinds import Choice, Json, Length, Text
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Words


def row_from(kind: Rows[Row], entry: Entry) -> dict[str, Json]:
    """The stored row that stands for an entry; its id is the entry's id."""
    row: dict[str, Json] = {"id": entry.id}
    for question in questions(kind.record):
        value = _value(question, kind.catalogue, entry)
        if value is not None:
            row[question.id] = value
    return row


def _value(question: Question[object], name: str, entry: Entry) -> Json:
    kind = question.kind
    if isinstance(kind, Length):
        return _duration(question.id, entry)
    if question.id not in entry.fields:
        return None
    ref = f"{name}/{entry.id}/{question.id}"
    if isinstance(kind, Text):
        return {"ref": ref}
    if isinstance(kind, Rows):
        return [
            {"id": str(place + 1), "text": {"ref": f"{ref}/{place}"}}
            for place in range(len(entry.texts(question.id, "en")))
        ]
    if isinstance(kind, Choice):
        return entry.plain(question.id)
    value = entry.fields[question.id]
    return value if isinstance(value, bool | int) else None


def _duration(name: str, entry: Entry) -> Json:
    number = entry.number(f"{name}_number")
    if number is None:
        return None
    counted = entry.plain(f"{name}_counted", "clock")
    return {"number": number, "unit": entry.plain(f"{name}_unit"), "counted": counted}


def offered(kind: Rows[Row], packs: frozenset[str]) -> Iterator[Entry]:
    """The entries that can be ticked where these countries and law packs apply.

    An entry for the countries ``other`` is meant for those whose law the catalogue does not know.
    """
    known = packs | (frozenset() if packs & {"RU", "UK", "US", "EU"} else {"other"})
    yield from (entry for entry in catalogue(kind.catalogue).values() if entry.fits(known))


def reference_for(kind: Rows[Row], row_id: str, question: str) -> Words:
    """The reference that a text of a catalogue row stands for; empty where there is none."""
    entry = catalogue(kind.catalogue).get(row_id) if kind.catalogue else None
    if entry is None or question not in entry.fields:
        return Words()
    return Words(ref=f"{kind.catalogue}/{row_id}/{question}")
