"""The published versions of a project: frozen once, never changed."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.library import blobs, projects, values

if TYPE_CHECKING:
    from collections.abc import Collection

    from wizard.library.connection import Library
    from wizard.library.values import Json

MEDIA_TYPE = "application/json+zlib"
LARGEST = 64 * 1024 * 1024
"""Bytes of a frozen page or of frozen answers; what unpacks to more is refused."""


@dataclass(frozen=True, kw_only=True)
class Version:
    """A published version; ``answers`` is the hash of the frozen answers.

    ``dated`` is the day it carries, ``sign_by`` the day until which it is to be signed.
    """

    number: int
    published_at: datetime
    dated: date
    note: str
    sign_by: date | None
    languages: tuple[str, ...]
    answers: str


@dataclass(frozen=True, kw_only=True)
class StoredEdition:
    """A document in a version: ``number`` is the version that last changed it.

    ``major`` tells whether this version changed it so that it is to be signed again; signatures
    of ``base`` and later ones count. ``rule`` tells who must sign it.
    """

    document: str
    number: int
    major: bool
    base: int
    rule: Json


@dataclass(frozen=True, kw_only=True)
class StoredPage:
    """A frozen page of a version; ``content`` is its hash, ``pictures`` those it shows."""

    document: str
    language: str
    fingerprint: str
    content: str
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Frozen:
    """Where a page was frozen; ``version`` is the first one that has it."""

    project: str
    version: int
    document: str
    language: str
    fingerprint: str


@dataclass(frozen=True, kw_only=True)
class Publication:
    """All that a new version freezes; ``number`` is the one it is to have."""

    number: int
    dated: date
    note: str
    sign_by: date | None
    languages: tuple[str, ...]
    answers: bytes
    editions: tuple[StoredEdition, ...]
    pages: tuple[StoredPage, ...]
    contents: dict[str, bytes] = field(default_factory=dict)
    """The bytes of the pages that no earlier version has, by hash."""


def versions(library: Library, project: str) -> list[Version]:
    """The versions of a project, the first one first."""
    return library.read(
        _version,
        'SELECT number, published_at, dated, note, sign_by, "languages", answers FROM version'
        " WHERE project = ? ORDER BY number",
        project,
    )


def latest(library: Library, project: str) -> Version | None:
    """The newest version; None for a project that was never published."""
    return library.read_one(
        _version,
        'SELECT number, published_at, dated, note, sign_by, "languages", answers FROM version'
        " WHERE project = ? ORDER BY number DESC LIMIT 1",
        project,
    )


def must_exist(library: Library, project: str, number: int) -> Version:
    """The version of this number; UserError where there is none."""
    found = versions(library, project)
    for one in found:
        if one.number == number:
            return one
    if not found:
        raise UserError(N_("This project has no version yet. Publish the first one."))
    raise UserError(
        N_("There is no version {number}. Take one of: {numbers}."),
        number=number,
        numbers=", ".join(str(one.number) for one in found),
    )


def editions(library: Library, project: str, version: int) -> dict[str, StoredEdition]:
    """The documents of a version by id."""
    found = library.read(
        _edition,
        'SELECT document, number, major, base, "rule" FROM edition'
        " WHERE project = ? AND version = ?",
        project,
        version,
    )
    return {one.document: one for one in found}


def pages(library: Library, project: str, version: int) -> list[StoredPage]:
    """The frozen pages of a version."""
    return library.read(
        _page,
        'SELECT document, "language", fingerprint, content, pictures FROM frozen_page'
        ' WHERE project = ? AND version = ? ORDER BY document, "language"',
        project,
        version,
    )


def must_fit(library: Library, project: str, spoken: Collection[str]) -> None:
    """ValueError where versions from elsewhere do not fit one another.

    They count from 1 on, speak these languages, and each edition is of one of them so far.
    """
    for count, version in enumerate(versions(library, project), 1):
        found = editions(library, project, version.number).values()
        languages = {*version.languages}
        languages |= {one.language for one in pages(library, project, version.number)}
        if version.number != count or not languages.issubset(spoken):
            raise ValueError("a version that cannot be")
        if not all(1 <= one.base <= one.number <= count for one in found):
            raise ValueError("an edition of no version")


def content(library: Library, name: str) -> bytes:
    """The bytes that were frozen under this hash; UserError where the library lost them."""
    found = blobs.get(library, name)
    try:
        if found is None:
            raise ValueError(name)
        unpacker = zlib.decompressobj()
        plain = unpacker.decompress(found.content, LARGEST)
        if not unpacker.eof:
            raise ValueError(name)
    except (ValueError, zlib.error) as error:
        raise UserError(
            N_("A frozen page is damaged. Restore a back-up of the library to read it.")
        ) from error
    return plain


def packed(plain: bytes) -> tuple[str, bytes]:
    """The hash under which these bytes are frozen, and the bytes as they are kept."""
    small = zlib.compress(plain, 6)
    return blobs.hash_of(small), small


def publish(library: Library, project: str, new: Publication) -> Version:
    """Freeze a version; call it inside the transaction that begins its duties.

    UserError where somebody else published one meanwhile.
    """
    last = latest(library, project)
    if new.number != (last.number if last else 0) + 1:
        raise UserError(
            N_("Another window has published version {number} meanwhile. Compare, then publish."),
            number=new.number,
        )
    projects.touch(library, project)
    answers = blobs.put(library, new.answers, MEDIA_TYPE)
    for name, bytes_ in new.contents.items():
        if blobs.put(library, bytes_, MEDIA_TYPE) != name:
            raise ValueError("a page under a wrong hash")
    library.write(
        "INSERT INTO version"
        ' (project, number, published_at, dated, note, sign_by, "languages", answers)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        project,
        new.number,
        values.now(),
        new.dated.isoformat(),
        new.note,
        new.sign_by.isoformat() if new.sign_by else None,
        values.encode(list(new.languages)),
        answers,
    )
    library.write_many(
        'INSERT INTO edition (project, version, document, number, major, base, "rule")'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                project, new.number, one.document, one.number, int(one.major), one.base,
                values.encode(one.rule),
            )
            for one in new.editions
        ),
    )  # fmt: skip
    library.write_many(
        "INSERT INTO frozen_page"
        ' (project, version, document, "language", fingerprint, content, pictures)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                project, new.number, one.document, one.language, one.fingerprint, one.content,
                values.encode(list(one.pictures)),
            )
            for one in new.pages
        ),
    )  # fmt: skip
    return must_exist(library, project, new.number)


def found_by(library: Library, beginning: str) -> list[Frozen]:
    """Where a page was frozen whose fingerprint begins like this: a whole one, or a short code."""
    return library.read(
        Frozen,
        'SELECT project, min(version), document, "language", fingerprint FROM frozen_page'
        " WHERE substr(fingerprint, 1, ?) = ?"
        ' GROUP BY project, document, "language", fingerprint ORDER BY project, min(version)',
        len(beginning),
        beginning,
    )


def _texts(encoded: str) -> tuple[str, ...]:
    decoded = values.decode(encoded)
    return (
        tuple(one for one in decoded if isinstance(one, str)) if isinstance(decoded, list) else ()
    )


def _version(
    number: int,
    published_at: str,
    dated: str,
    note: str,
    sign_by: str | None,
    languages: str,
    answers: str,
) -> Version:
    return Version(
        number=number,
        published_at=datetime.fromisoformat(published_at),
        dated=date.fromisoformat(dated),
        note=note,
        sign_by=date.fromisoformat(sign_by) if sign_by else None,
        languages=_texts(languages),
        answers=answers,
    )


def _edition(document: str, number: int, major: int, base: int, rule: str) -> StoredEdition:
    return StoredEdition(
        document=document, number=number, major=bool(major), base=base, rule=values.decode(rule)
    )


def _page(
    document: str, language: str, fingerprint: str, content: str, pictures: str
) -> StoredPage:
    return StoredPage(
        document=document,
        language=language,
        fingerprint=fingerprint,
        content=content,
        pictures=_texts(pictures),
    )
