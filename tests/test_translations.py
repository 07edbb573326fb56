"""Every word of the program is there in Russian, and no Russian stands there for nothing."""

import string
from functools import lru_cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.conftest import TRANSLATIONS
from wizard.i18n import Compiled

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


def compiled(messages):
    catalogue, stream = Catalog(), BytesIO()
    for message, words in messages.items():
        catalogue.add(message, words)
    write_mo(stream, catalogue)
    return Compiled(stream.getvalue())


def test_each_compiled_message_is_found_first_time_and_again():
    found = compiled(russian())
    for message, words in russian().items():
        assert found.message(message) == found.message(message) == words


@pytest.mark.parametrize("strange", ["Not a message", "\uffff", "\ud800", "x\x00", "a" * 9999])
def test_what_no_catalogue_has_stays_as_it_is(strange):
    for catalogue in (compiled({"Open": "Открыть", "“Open”": "«Открыть»"}), compiled({})):
        assert catalogue.message(strange) == strange
