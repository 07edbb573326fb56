"""All findings in a line: how many there are of each weight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ui import pieces
from ui.tongue import tr
from wizard.checks.completeness import INCOMPLETE
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.desk import Desk
    from wizard.checks.finding import Finding

COUNTS = (
    ("fix", N_("To fix: {count}")),
    ("look", N_("worth a look: {count}")),
    ("hint", N_("hints: {count}")),
)


def noticed(found: Iterable[Finding]) -> list[Finding]:
    """The findings but for what documents lack, which the review tells in cards of its own."""
    return [one for one in found if one.check != INCOMPLETE]


def in_numbers(found: list[Finding]) -> str:
    """How many findings there are of each weight; empty where there are none."""
    counts = [
        tr(name, count=count)
        for severity, name in COUNTS
        if (count := sum(one.severity == severity for one in found))
    ]
    line = ", ".join(counts)
    return line[:1].upper() + line[1:]


class Summary(QPushButton):
    """A link that counts what is to fix or worth a look; not seen where nothing is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "link")
        self.desk = desk
        desk.checker.told.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        found = [one for one in noticed(self.desk.checker.open) if one.severity != "hint"]
        self.setText(f"{in_numbers(found)} →")
        pieces.seen(self, on=bool(found))
