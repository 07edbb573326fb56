"""How a cell of the ledger is told: a chip with a few words, and a sentence for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import tongue
from ui.chips import Chip
from ui.tongue import tr
from wizard.i18n import N_
from wizard.language import dates, names
from wizard.ledger import wording
from wizard.ledger.marking import WHY_AWAY
from wizard.ledger.states import ANNEX

if TYPE_CHECKING:
    import datetime as dt

    from wizard.ledger.states import Cell, PersonState
    from wizard.library.people import Person


def name(person: Person) -> str:
    """The whole name; who has none is called so."""
    full = names.full(person.surname, person.given, person.patronymic, tongue.language())
    return full or tr(N_("without a name"))


def short_day(day: dt.date) -> str:
    """The day as it stands in a table."""
    return dates.in_tables(day, tongue.language())


def chip(cell: Cell | None, *, published: bool) -> Chip:
    """What is shown of a cell; None for a document that the person need not sign."""
    if cell is None:
        return Chip(tr(wording.NOT_REQUIRED), "neutral")
    if not published:
        if cell.duty == ANNEX:
            return Chip(tr(wording.BY_ANNEX), "neutral")
        return Chip(tr(N_("to sign")), "warn")
    return _of_annex(cell) if cell.duty == ANNEX else _of_sheet(cell)


def _of_sheet(cell: Cell) -> Chip:
    if cell.state == "signed" and cell.on is not None:
        return Chip(f"✓ {short_day(cell.on)}", "good", clip=bool(cell.scan))
    if cell.state == "refused":
        return Chip(tr(wording.STATES["refused"]), "bad")
    if cell.state == "left":
        return Chip(tr(wording.STATES["left"]), "neutral")
    if cell.overdue:
        return Chip(_open(N_("overdue")), "bad")
    if cell.state == "absent":
        return Chip(tr(wording.STATES["absent"]), "neutral")
    words = wording.STATES["handed"] if cell.state == "handed" else N_("not yet signed")
    return Chip(_open(words), "warn")


def _open(words: str) -> str:
    """The words behind an empty box."""
    return f"☐ {tr(words)}"


def _of_annex(cell: Cell) -> Chip:
    if cell.state == "signed" and cell.on is not None:
        return Chip(
            tr(N_("✓ {date}, annex"), date=short_day(cell.on)), "good", clip=bool(cell.scan)
        )
    if cell.state == "refused":
        return Chip(tr(N_("annex refused")), "bad")
    if cell.state == "left":
        return Chip(tr(wording.CONTRACT_ENDED), "neutral")
    if cell.overdue:
        return Chip(tr(N_("☐ annex overdue")), "bad")
    return Chip(tr(N_("☐ annex to the contract")), "warn")


def told(cell: Cell | None, state: PersonState) -> str:
    """All that the ledger knows of a cell, for a tooltip and a screen reader."""
    if cell is None:
        return ""
    parts = []
    if cell.state == "signed" and cell.on is not None:
        parts.append(tr(N_("signed on {date}"), date=short_day(cell.on)))
        parts.append(wording.how(cell, tongue.language()))
    elif cell.state == "refused" and cell.on is not None:
        parts.append(tr(N_("refused on {date}"), date=short_day(cell.on)))
    elif cell.state == "handed" and cell.on is not None:
        parts.append(tr(N_("handed over on {date}"), date=short_day(cell.on)))
    elif cell.state == "absent":
        parts.append(away(state))
    elif cell.state == "left" and cell.on is not None:
        parts.append(tr(N_("Left on {date}"), date=short_day(cell.on)))
    if cell.version is not None:
        parts.append(tr(N_("version {number}"), number=cell.version))
    if cell.outstanding and cell.due is not None:
        by = N_("annex due by {date}") if cell.duty == ANNEX else N_("due by {date}")
        parts.append(tr(by, date=short_day(cell.due)))
    if cell.scan:
        parts.append(tr(N_("with a scan")))
    return " · ".join(part for part in parts if part)


def away(state: PersonState) -> str:
    """Why somebody is away, and until when; empty for who is here."""
    if not state.absent:
        return ""
    why = tr(WHY_AWAY[state.absent]) if state.absent in WHY_AWAY else state.absent
    if state.absent_until is None:
        return why
    return tr(N_("{why} until {date}"), why=why, date=short_day(state.absent_until))


def remark(state: PersonState) -> str:
    """What stands in the column of remarks: the absence and what somebody wrote."""
    return " · ".join(filter(None, (away(state), state.remark)))
