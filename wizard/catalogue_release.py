"""Which release of the catalogues this program carries, and all its texts."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache

from wizard import paths
from wizard.i18n import LANGUAGES
from wizard.interview.catalogue import FOLDERS, catalogue


@lru_cache(maxsize=1)
def present() -> str:
    """The id of this release: it changes with any byte of a catalogue or a trade."""
    found = hashlib.blake2b(digest_size=8)
    for folder, name in _files():
        content = (paths.resources() / folder / f"{name}.toml").read_bytes()
        found.update(f"{folder}/{name} {len(content)}\n".encode())
        found.update(content)
    return found.hexdigest()


def texts() -> dict[str, dict[str, str]]:
    """All texts of this release by reference and language."""
    found: dict[str, dict[str, str]] = {}
    for _folder, name in _files():
        for entry in catalogue(name).values():
            # What is no table beside the texts of a trade is no entry, and holds no text.
            fields = entry.fields if isinstance(entry.fields, Mapping) else {}
            for field, value in fields.items():
                for language, ref, text in _spoken(f"{name}/{entry.id}/{field}", value):
                    found.setdefault(ref, {})[language] = text
    return found


def _spoken(ref: str, value: object) -> Iterator[tuple[str, str, str]]:
    """The language, the reference and the text of each text in a field."""
    if not isinstance(value, Mapping):
        return
    for language in LANGUAGES:
        said = value.get(language)
        if isinstance(said, str):
            yield language, ref, said
        elif isinstance(said, list):
            yield from ((language, f"{ref}/{place}", str(one)) for place, one in enumerate(said))


def _files() -> list[tuple[str, str]]:
    return [
        (folder, name.removesuffix(".toml"))
        for folder in FOLDERS
        for name in sorted(file.name for file in (paths.resources() / folder).iterdir())
        if name.endswith(".toml")
    ]
