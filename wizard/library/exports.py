"""Which file was written last and with which bytes, so that an edited one is never overwritten."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from wizard.library import projects, values

if TYPE_CHECKING:
    from pathlib import Path

    from wizard.library.connection import Library


def remember(
    library: Library, project: str, *, path: Path, sha256: str, document: str, language: str
) -> None:
    """Note that this document of the project was just written to ``path`` with this hash.

    Raises UserError where the project was deleted meanwhile.
    """
    projects.must_exist(library, project)
    library.write(
        'INSERT INTO export (path, project, sha256, written_at, document, "language")'
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (path) DO UPDATE SET project = excluded.project, sha256 = excluded.sha256,"
        " written_at = excluded.written_at, document = excluded.document,"
        ' "language" = excluded."language"',
        _as_text(path),
        project,
        sha256,
        values.now(),
        document,
        language,
    )


def last_export(library: Library, path: Path) -> str | None:
    """The hash of what we last wrote to ``path``; ``None`` where we never did."""
    return library.read_one(str, "SELECT sha256 FROM export WHERE path = ?", _as_text(path))


def _as_text(path: Path) -> str:
    # Linux allows file names that are no UTF-8; Python holds them as lone surrogates, which a
    # TEXT column refuses.
    return os.path.abspath(path).encode("utf-8", "backslashreplace").decode("utf-8")
