"""Lists of records: rows with a stable id, free or ticked from a catalogue."""

import secrets
from dataclasses import dataclass
from typing import Generic, TypeVar

from wizard.i18n import N_
from wizard.interview.ask import ask, questions
from wizard.interview.kinds import ROW_ID, Json, Misfit, Text
from wizard.interview.values import Words


class RowId(str):
    """A row's id: letters, digits, dots and dashes, safe to stand in a page's attributes."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record of a list. ``id`` never changes; a row that is not ``on`` is kept, not printed."""

    id: str
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Row):
    """A row that is a single text."""

    text: Words = ask(
        Text(), N_("Text"), why=N_("One point of the list, in your own words if you like.")
    )


R = TypeVar("R", bound=Row)
ROWS_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """Any number of ``record`` rows; with ``catalogue`` they can be ticked from it.

    Texts of a row whose id is an entry of the catalogue stand as references to it.
    """

    record: type[R]
    catalogue: str = ""

    @property
    def empty(self) -> tuple[R, ...]:
        return ()

    def clean(self, raw: Json) -> tuple[R, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, list):
            raise Misfit(N_("This should be a list."))
        if len(raw) > ROWS_LIMIT:
            raise Misfit(N_("This list has more than {most} rows."), most=ROWS_LIMIT)
        cleaned: dict[str, R] = {}
        for place, item in enumerate(raw):
            row = self._row(item, str(place))
            if row.id in cleaned:
                raise Misfit(N_("Two rows have the id “{id}”."), path=(str(place), "id"), id=row.id)
            cleaned[row.id] = row
        return tuple(cleaned.values())

    def _row(self, raw: Json, place: str) -> R:
        if not isinstance(raw, dict):
            raise Misfit(N_("A row is a record with its fields."), path=(place,))
        row_id = raw.get("id") or new_row_id()
        if not isinstance(row_id, str) or not ROW_ID.fullmatch(row_id):
            raise Misfit(N_("An id has letters, digits, dots and dashes only."), path=(place, "id"))
        on = raw.get("on", True)
        if not isinstance(on, bool):
            raise Misfit(N_("This should be true or false."), path=(place, "on"))
        asked = {question.id: question for question in questions(self.record)}
        unknown = set(raw) - set(asked) - {"id", "on"}
        if unknown:
            raise Misfit(N_("There is no such question here."), path=(place, min(unknown)))
        values: dict[str, object] = {}
        for name, question in asked.items():
            if name in raw:
                try:
                    values[name] = question.kind.clean(raw[name])
                except Misfit as misfit:
                    raise misfit.under(place, name) from None
        return self.record(id=RowId(row_id), on=on, **values)

    def dump(self, value: tuple[R, ...]) -> Json:
        asked = questions(self.record)
        rows: list[Json] = []
        for row in value:
            stored: dict[str, Json] = {"id": row.id}
            if not row.on:
                stored["on"] = False
            for question in asked:
                answer = getattr(row, question.id)
                if answer != question.default:
                    stored[question.id] = question.kind.dump(answer)
            rows.append(stored)
        return rows


def new_row_id() -> str:
    """A short id for a row that was added by hand."""
    return f"own-{secrets.token_hex(4)}"
