"""Answers as they are typed, and the sentences of the owners that the checks are tried on."""

import tomllib
from pathlib import Path

from wizard.interview import places

OTHER = "CH"
"""A country that has no law pack."""
COUNTRIES = ("US", "GB", "DE", "RU", OTHER)


def typed(answers, raw):
    """The answers with these raw values, each at its ``step.question`` or field of a row.

    ``None`` in the place of a row takes it away: ``{"risks.list.data-leak": None}``.
    """
    for path, value in raw.items():
        place = places.parsed(path)
        if place.row and not place.key:
            rows_left = tuple(
                one for one in places.value_at(answers, place.whole) if one.id != place.row
            )
            answers = places.with_value(answers, place.whole, rows_left)
        else:
            kind = places.question_at(place).kind
            answers = places.with_value(answers, place, kind.clean(value))
    return answers


def sentences(*names):
    """The sentences of these files by check: ``country``, ``raises`` and ``passes``."""
    found = {}
    for name in names:
        file = Path(__file__).with_name(f"{name}_sentences.toml")
        found |= tomllib.loads(file.read_text("utf-8"))
    return found


def language_of(sentence):
    return "ru" if any("а" <= letter <= "я" for letter in sentence.lower()) else "en"
