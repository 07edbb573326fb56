"""Catalogue texts that a project keeps as it has them, though the catalogue says them anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wizard.i18n import LANGUAGES
from wizard.interview.kinds import Json

Texts = Mapping[str, str]
"""A text by language."""
WORDING = "wording"
"""What they are stored under beside the steps: an object by reference that asks nothing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as the project has it; ``declined`` is the catalogue's newer one, if it was refused.

    It was refused as it read then: one that reads otherwise is to be offered again.
    """

    texts: Texts
    declined: Texts = field(default_factory=dict)


def read(stored: Mapping[str, Json]) -> dict[str, Wording]:
    """The kept wordings by reference as they are stored; what cannot be read is passed over."""
    found: dict[str, Wording] = {}
    for ref, value in stored.items():
        if isinstance(value, dict) and (texts := _texts(value.get("texts"))):
            found[ref] = Wording(texts, _texts(value.get("declined")))
    return found


def dump(wording: Wording) -> Json:
    """The wording as it is stored."""
    stored: dict[str, Json] = {"texts": dict(wording.texts)}
    return stored | {"declined": dict(wording.declined)} if wording.declined else stored


def by_reference(wordings: Mapping[str, Wording]) -> dict[str, Texts]:
    """The texts alone, as answers carry them."""
    return {ref: one.texts for ref, one in wordings.items()}


def texts(raw: Json) -> dict[str, Texts]:
    """Texts by reference as a snapshot has them; ValueError for what is none."""
    if not isinstance(raw, dict) or not all(isinstance(one, dict) for one in raw.values()):
        raise ValueError("Texts by reference and language are objects.")
    return {ref: _texts(one) for ref, one in raw.items()}


def _texts(raw: Json) -> dict[str, str]:
    if not isinstance(raw, dict):
        return {}
    return {language: text for language in LANGUAGES if isinstance(text := raw.get(language), str)}
