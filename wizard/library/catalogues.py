"""The releases of the catalogues that the library has seen, and which one each project follows."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING

from wizard.library.faults import LibraryDamagedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wizard.library.connection import Library

    Texts = dict[str, dict[str, str]]

LIMIT = 16 * 1024 * 1024
"""The most bytes of a release's texts: a file from elsewhere may hold what grows without end."""


def remember(library: Library, release: str, texts: Mapping[str, Mapping[str, str]]) -> None:
    """Keep the texts of a release by reference and language; once there, they never change."""
    content = zlib.compress(json.dumps(texts, ensure_ascii=False, sort_keys=True).encode())
    _keep(library, release, content)


def knows(library: Library, release: str) -> bool:
    """Whether the texts of the release are kept."""
    return bool(library.read(str, 'SELECT "release" FROM catalogue WHERE "release" = ?', release))


def texts_of(library: Library, release: str) -> Texts:
    """The texts of a release, empty where it was never kept; UserError where they are damaged."""
    content = _content(library, release)
    try:
        return {} if content is None else _read(content)
    except ValueError as error:
        raise LibraryDamagedError(library.path) from error


def release_of(library: Library, project: str) -> str:
    """The release whose wordings the project has; empty where none is known."""
    return library.read_one(_or_empty, "SELECT catalogue FROM project WHERE id = ?", project) or ""


def set_release(library: Library, project: str, release: str) -> None:
    """The project has the wordings of this release now, but for those it keeps."""
    library.write("UPDATE project SET catalogue = ? WHERE id = ?", release or None, project)


def hand_over(library: Library, project: str, file: Library) -> None:
    """Give a project file the release of its project, and the texts of it."""
    release = release_of(library, project)
    content = _content(library, release)
    if content is not None:
        _keep(file, release, content)
    set_release(file, project, release)


def take_in(file: Library, project: str, library: Library, *, new_id: str) -> None:
    """Give the project that a file brings its release, and the texts where the library lacks them.

    They are kept under the hash of their own bytes: what comes from elsewhere can never pass for a
    release that the library has yet to see. ValueError where they are damaged.
    """
    release = release_of(file, project)
    content = _content(file, release)
    if content is not None and not knows(library, release):
        _read(content)
        release = f"file-{hashlib.sha256(content).hexdigest()[:16]}"
        _keep(library, release, content)
    set_release(library, new_id, release)


def _keep(library: Library, release: str, content: bytes) -> None:
    library.write("INSERT OR IGNORE INTO catalogue VALUES (?, ?)", release, content)


def _content(library: Library, release: str) -> bytes | None:
    return library.read_one(bytes, 'SELECT texts FROM catalogue WHERE "release" = ?', release)


def _read(content: bytes) -> Texts:
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(content, LIMIT)
    except zlib.error as error:
        raise ValueError("damaged texts of a release") from error
    if not unpacking.eof:
        raise ValueError("texts of a release without an end")
    try:
        found = json.loads(plain)
    except RecursionError as error:
        raise ValueError("texts without measure") from error
    if not isinstance(found, dict) or not all(_is_text(one) for one in found.values()):
        raise ValueError("no texts by reference and language")
    return found


def _is_text(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


def _or_empty(release: str | None) -> str:
    return release or ""
