"""The catalogues of ready texts and choices, read from ``resources`` and never changed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from wizard import paths

FOLDERS = ("catalogues", "trades")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalogue: its id and its fields; texts are tables by language."""

    id: str
    fields: Mapping[str, object]

    def text(self, field: str, language: str) -> str:
        """The text of a field in the language; KeyError where the catalogue has none."""
        value = self.fields[field]
        if not isinstance(value, Mapping):
            raise KeyError(field)
        return str(value[language])

    def texts(self, field: str, language: str) -> tuple[str, ...]:
        """The texts of a list field in the language."""
        value = self.fields[field]
        if not isinstance(value, Mapping):
            raise KeyError(field)
        return tuple(str(item) for item in value[language])

    def plain(self, field: str, otherwise: str = "") -> str:
        """The value of a field without language."""
        return str(self.fields.get(field, otherwise))

    def number(self, field: str) -> int | None:
        """The value of a field that holds a whole number, None where it is left empty."""
        value = self.fields.get(field)
        return value if isinstance(value, int) else None

    def names(self, field: str) -> tuple[str, ...] | None:
        """The ids that a field lists, None where the field is missing."""
        value = self.fields.get(field)
        return tuple(str(item) for item in value) if isinstance(value, list) else None

    def fits(self, packs: frozenset[str]) -> bool:
        """Whether the entry is meant for one of these countries or law packs."""
        countries = self.names("countries")
        return countries is None or not packs.isdisjoint(countries)


@lru_cache(maxsize=64)
def catalogue(name: str) -> Mapping[str, Entry]:
    """The entries of a catalogue, in the order in which they are offered, by id.

    A trade is a catalogue too: the texts that are special to it. FileNotFoundError for a name
    that is neither.
    """
    content = read(name)
    tables = content.get("texts", content)
    if not isinstance(tables, Mapping):
        raise TypeError(name)
    return {key: Entry(key, fields) for key, fields in tables.items()}


@lru_cache(maxsize=64)
def read(name: str) -> Mapping[str, object]:
    """The whole content of a catalogue or trade file."""
    for folder in FOLDERS:
        file = paths.resources() / folder / f"{name}.toml"
        if file.is_file():
            return tomllib.loads(file.read_text("utf-8"))
    raise FileNotFoundError(name)


@lru_cache(maxsize=4096)
def referred(ref: str, language: str) -> str | None:
    """The text a reference points to, None where no catalogue has it (any more)."""
    name, _, rest = ref.partition("/")
    entry_id, _, path = rest.partition("/")
    field, _, index = path.partition("/")
    try:
        entry = catalogue(name)[entry_id]
        return entry.texts(field, language)[int(index)] if index else entry.text(field, language)
    except (KeyError, IndexError, ValueError, FileNotFoundError):
        return None
