"""How the ledger's states are told in words."""

from wizard.i18n import N_, translate
from wizard.ledger.marking import HOW, WHY_AWAY
from wizard.ledger.states import ANNEX, Asked, Cell, State

STATES: dict[State, str] = {
    "not-handed": N_("not handed over"),
    "handed": N_("handed over"),
    "signed": N_("signed"),
    "refused": N_("refused, with a record"),
    "absent": N_("absent"),
    "left": N_("left"),
}
NOT_REQUIRED = N_("not required")
CONTRACT_ENDED = N_("contract ended")
BY_ANNEX = N_("annex to the contract")
OVERDUE = N_("{state}, overdue")


def state(cell: Cell | None, language: str) -> str:
    """How a person stands with a document; None for one that the person need not sign."""
    if cell is None:
        return translate(NOT_REQUIRED, language)
    ended = cell.state == "left" and cell.duty == ANNEX
    words = translate(CONTRACT_ENDED if ended else STATES[cell.state], language)
    return translate(OVERDUE, language).format(state=words) if cell.overdue else words


def how(cell: Cell, language: str) -> str:
    """How it was signed, or is to be, or why somebody is away; empty where nobody noted it."""
    words = HOW.get(cell.how) or WHY_AWAY.get(cell.how) or (BY_ANNEX if cell.duty == ANNEX else "")
    return translate(words, language)


def edition(cell: Cell, asked: Asked) -> int:
    """The edition that the signature is for, else the one that is to be signed."""
    return cell.version or asked.number
