"""Scans and photos of signed sheets: read from a file, and shown by the system's own program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from wizard import leftovers
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import blobs

if TYPE_CHECKING:
    from wizard.library.connection import Library

SUFFIXES = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
KINDS = "PDF, PNG, JPEG (*.pdf *.png *.jpg *.jpeg)"


def unpacked(library: Library, name: str) -> Path:
    """The scan of this hash as a file for other programs; UserError where the library lost it."""
    found = blobs.get(library, name)
    if found is None:
        raise UserError(N_("The library has lost this scan. Restore a back-up to see it."))
    file = Path(f"{name[:12]}{SUFFIXES.get(found.media_type, '')}")
    try:
        file = leftovers.opened_folder() / file
        file.write_bytes(found.content)
    except OSError as error:
        raise UserError(
            N_("“{path}” cannot be written ({reason}). Free some space and try again."),
            path=str(file),
            reason=error.strerror,
        ) from error
    return file


def show(file: Path) -> None:
    """Open the file in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
