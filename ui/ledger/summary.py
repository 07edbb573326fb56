"""What the last version asks for, in two or three sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui import tongue
from ui.document_names import signed_name
from ui.tongue import tr
from wizard.i18n import N_
from wizard.language import dates

if TYPE_CHECKING:
    import datetime as dt

    from wizard.ledger.ledger import Ledger
    from wizard.ledger.states import Asked


def reason(ledger: Ledger) -> str:
    """Which documents are to be signed since the last version, and which signatures stand."""
    if not ledger.version:
        return ""
    anew = [one for one in ledger.documents if one.base == ledger.version]
    stand = [one for one in ledger.documents if one.base != ledger.version]
    said = [tr(N_("Version {number} is in force."), number=ledger.version)]
    if anew:
        words = (
            N_("To be signed: {documents}.")
            if _is_first(ledger)
            else N_("To be signed anew: {documents}.")
        )
        said.append(tr(words, documents=_names(anew)))
    if stand:
        said.append(tr(N_("Earlier signatures stand: {documents}."), documents=_names(stand)))
    days = {one.sign_by for one in anew if one.sign_by is not None}
    if days:
        said.append(tr(N_("Sign by {date}."), date=_day(max(days))))
    return " ".join(said)


def _is_first(ledger: Ledger) -> bool:
    return ledger.version == 1


def _names(documents: list[Asked]) -> str:
    return ", ".join(signed_name(one.document) for one in documents)


def _day(day: dt.date) -> str:
    return dates.in_text(day, tongue.language())
