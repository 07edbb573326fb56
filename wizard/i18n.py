"""The words of the program itself (labels, sentences) in the reader's language."""

import os
import struct
from bisect import bisect_left
from functools import lru_cache

from wizard import paths

LANGUAGES = ("en", "ru")
LANGUAGE_VARIABLES = ("POLICY_WIZARD_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
LITTLE_ENDIAN = b"\xde\x12\x04\x95"
"""How a .mo file begins that has the low byte of a number first."""


def N_(message: str) -> str:  # noqa: N802 - the marker every gettext tool knows
    """Mark a message for translation; it is translated when it is shown."""
    return message


class Compiled:
    """The messages of a .mo file, each looked up when it is asked for.

    Python's gettext decodes all of them beforehand, and the first screen waits for that.
    """

    def __init__(self, content: bytes) -> None:
        """Take the bytes of the file; struct.error where they are none."""
        order = "<" if content.startswith(LITTLE_ENDIAN) else ">"
        count, originals, translations = struct.unpack_from(f"{order}3I", content, 8)
        self._content = content
        # Of each text its length and its place.
        self._originals = struct.unpack_from(f"{order}{2 * count}I", content, originals)
        self._translations = struct.unpack_from(f"{order}{2 * count}I", content, translations)
        self._found: dict[str, str] = {}

    def message(self, message: str) -> str:
        """The message in the language of the file, as it is where the file has it not."""
        return self._found.get(message) or self._sought(message)

    def _sought(self, message: str) -> str:
        sought, places = message.encode("utf-8", "surrogatepass"), range(len(self._originals) // 2)
        place = bisect_left(places, sought, key=lambda one: self._text(self._originals, one))
        if place == len(places) or self._text(self._originals, place) != sought:
            return message
        found = self._text(self._translations, place).decode("utf-8")
        self._found[message] = found
        return found

    def _text(self, table: tuple[int, ...], number: int) -> bytes:
        length, start = table[2 * number : 2 * number + 2]
        return self._content[start : start + length]


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> Compiled | None:
    compiled = paths.resources() / "translations" / language / "LC_MESSAGES" / "policy-wizard.mo"
    return Compiled(compiled.read_bytes()) if compiled.is_file() else None


def translate(message: str, language: str) -> str:
    """The message in the language; the English message itself where no translation is built."""
    catalogue = _catalogue(language) if message else None
    return catalogue.message(message) if catalogue else message


def system_language() -> str:
    """The language of the first set locale variable, English where it is not one of ours."""
    for variable in LANGUAGE_VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"
