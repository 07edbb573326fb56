"""Every word of the program is there in Russian, and no Russian stands there for nothing."""

import string
from functools import lru_cache

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tests.conftest import TRANSLATIONS

ROOT = TRANSLATIONS.parent.parent


@lru_cache(maxsize=1)
def marked():
    """All strings marked with ``N_`` in the program."""
    return {
        str(message)
        for package in ("wizard", "ui")
        for _file, _line, message, *_ in extract_from_dir(
            ROOT / package, [("**.py", "python")], keywords={"N_": None}, comment_tags=()
        )
    }


@lru_cache(maxsize=1)
def russian():
    with (TRANSLATIONS / "ru" / "LC_MESSAGES" / "policy-wizard.po").open("rb") as stream:
        return {str(one.id): str(one.string) for one in read_po(stream) if one.id}


def test_every_marked_string_has_its_russian():
    assert sorted(marked() - russian().keys()) == []
    assert sorted(one for one, words in russian().items() if not words.strip()) == []


def test_nothing_is_translated_that_nobody_says():
    assert sorted(russian().keys() - marked()) == []


@pytest.mark.parametrize("message", sorted(russian()))
def test_both_languages_fill_in_the_same_values(message):
    def fields(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert fields(russian()[message]) == fields(message)
