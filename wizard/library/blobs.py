"""Pictures, letterheads and scans, each kept once under the hash of its bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wizard.library.connection import Library

# Wherever a hash may be named: 64 letters are enough never to find one by chance.
_TEXTS = """
    SELECT body AS text, project FROM answer
    UNION ALL SELECT raw, project FROM rejected
    UNION ALL SELECT old, project FROM journal
    UNION ALL SELECT new, project FROM journal
    UNION ALL SELECT answers, project FROM version
    UNION ALL SELECT content || ' ' || pictures, project FROM frozen_page
    UNION ALL SELECT scan, project FROM event
"""
_HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


@dataclass(frozen=True)
class Blob:
    """The bytes and their media type, such as ``image/png``."""

    content: bytes
    media_type: str


def hash_of(content: bytes) -> str:
    """The name under which these bytes are kept: SHA-256 in hexadecimal."""
    import hashlib  # Only here: the first screen does without.

    return hashlib.sha256(content).hexdigest()


def put(library: Library, content: bytes, media_type: str) -> str:
    """Keep the bytes; their hash. Bytes that are there already keep their first media type."""
    name = hash_of(content)
    library.write(
        "INSERT INTO blob (hash, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        name,
        media_type,
        content,
    )
    return name


def get(library: Library, name: str) -> Blob | None:
    """The blob with this hash; ``None`` where the library has none."""
    return library.read_one(Blob, "SELECT bytes, media_type FROM blob WHERE hash = ?", name)


def named(library: Library, project: str) -> set[str]:
    """What looks like a hash in the answers, rejected values and history of the project."""
    texts = library.read(str, f"SELECT text FROM ({_TEXTS}) WHERE project = ?", project)
    return {name for text in texts for name in _HASH.findall(text)}


def drop_unused(library: Library, names: Iterable[str]) -> None:
    """Delete those of the named blobs that no project names any more."""
    library.write_many(
        "DELETE FROM blob WHERE hash = ?"
        f" AND NOT EXISTS (SELECT 1 FROM ({_TEXTS}) WHERE instr(text, hash))",
        ((name,) for name in names),
    )
