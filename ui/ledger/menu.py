"""What else can be noted of the chosen people, as a menu of the table and of its bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ui.tongue import tr
from wizard.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

Entries = tuple[tuple[str, "Callable[[], object]"], ...]


class DeedMenu(QMenu):
    """Entries by name, each enabled only while it can be done."""

    def __init__(self, parent: QWidget, deeds: Entries) -> None:
        super().__init__(parent)
        for words, act in deeds:
            if not words:
                self.addSeparator()
                continue
            action = self.addAction(tr(words))
            action.setData(words)
            action.triggered.connect(lambda _on=False, go=act: go())

    def allow(self, can: Callable[[str], bool]) -> None:
        """Enable what can be done now."""
        for action in self.actions():
            if action.data():
                action.setEnabled(can(action.data()))


ABSENT = N_("Absent…")
BACK = N_("Back at work")
REMARK = N_("Remark…")
MUST = N_("Must sign this document")
NEED_NOT = N_("Need not sign this document")
SCAN = N_("Add a scan or photo of the signed sheet…")
OPEN_SCAN = N_("Open the scan")
HAS_LEFT = N_("Has left")
ERASE = N_("Erase personal data…")
