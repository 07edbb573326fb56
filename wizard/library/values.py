"""How values lie in the library: JSON as ASCII text, times as UTC text, ids, storable text."""

import json
import math
import re
import unicodedata
from datetime import UTC, datetime
from typing import TypeAlias

# A type alias that names itself can be written no other way before Python 3.12.
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# No 0/o, 1/l/i: ids are read aloud and typed on the command line.
_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_ALPHABET = _LETTERS + "23456789"
_ID_LENGTH = 8

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_REPLACEMENT = "\ufffd"


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no number of JSON")
    return value


# Made once: json.dumps and json.loads make such a one with every call. To look for circles, which
# no answer has, takes a fifth of the time.
_ENCODER = json.JSONEncoder(
    ensure_ascii=True, allow_nan=False, check_circular=False, separators=(",", ":")
)
_DECODER = json.JSONDecoder(parse_float=_finite, parse_constant=_finite)


def encode(value: Json) -> str:
    """The value as JSON in pure ASCII: a lone surrogate survives, which UTF-8 would refuse.

    Raises ValueError for NaN and infinities, which are no JSON.
    """
    return _ENCODER.encode(value)


def decode(text: str) -> Json:
    """The value of JSON text; ValueError where it is none: NaN and infinities are no JSON."""
    value: Json = _DECODER.decode(text)
    return value


def decode_object(text: str) -> dict[str, Json]:
    """The JSON object in the text; ValueError where it is something else."""
    value = decode(text)
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def storable(text: str) -> str:
    """The text with U+FFFD for what a TEXT column cannot hold: lone surrogates and NUL."""
    return _UNSTORABLE.sub(_REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text trimmed, with U+FFFD for every control character and lone surrogate."""
    return "".join(
        _REPLACEMENT if unicodedata.category(letter) in ("Cc", "Cs") else letter
        for letter in text.strip()
    )


def new_id() -> str:
    """A short random id such as ``k3f9a2c7``; it starts with a letter, so it is never a number."""
    import secrets  # Only here: the first screen makes nothing new.

    tail = "".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH - 1))
    return secrets.choice(_LETTERS) + tail


def now() -> str:
    """The present moment in UTC, in a form that sorts as text."""
    return _sortable(datetime.now(UTC))


def moment(at: datetime) -> str:
    """A moment with its time zone in the form of :func:`now`."""
    return _sortable(at.astimezone(UTC))


def _sortable(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")
