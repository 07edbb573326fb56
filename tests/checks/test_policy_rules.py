"""The checks of the employee guide: what raises each, and what only looks like it."""

import tomllib
from pathlib import Path

import pytest

from wizard import examples
from wizard.checks.rules import rules

SENTENCES = tomllib.loads(Path(__file__).with_name("policy_sentences.toml").read_text("utf-8"))
OTHER = "JP"
"""A country that has no law pack."""
COUNTRIES = ("US", "GB", "DE", "RU", OTHER)
POLICY = tuple(f"POL{number:02}" for number in range(1, 21))


def told(kind):
    """Every sentence of a kind with its check, country and place."""
    return [
        pytest.param(check, content["country"], path, sentence, id=f"{check}-{path}-{number}")
        for check, content in SENTENCES.items()
        for path, sentences in content[kind].items()
        for number, sentence in enumerate(sentences, start=1)
    ]


def language_of(sentence):
    return "ru" if any("а" <= letter <= "я" for letter in sentence.lower()) else "en"


@pytest.mark.parametrize(("check", "country", "path", "sentence"), told("raises"))
def test_it_is_noticed(check, country, path, sentence, base, with_text, found, settled):
    language = language_of(sentence)
    answers = with_text(base(country, language), path, sentence)
    (finding,) = found(answers, check, language=language)
    assert str(finding.places[0]).startswith(path)
    if finding.remedy:
        assert not found(settled(answers, finding), check, language=language)


@pytest.mark.parametrize(("check", "country", "path", "sentence"), told("passes"))
def test_it_only_looks_like_it(check, country, path, sentence, base, with_text, found):
    answers = with_text(base(country, language_of(sentence)), path, sentence)
    assert not found(answers, check)
