"""The one way out of the program: a file or folder of this computer in the system's own program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def show(path: Path) -> None:
    """Show a file or folder in the program that the system has for it; never an address."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
