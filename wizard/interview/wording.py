"""How a text that is kept as a reference becomes words: the trade's nouns, the owner's answers."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from wizard.i18n import LANGUAGES
from wizard.interview import catalogue as catalogues
from wizard.interview.catalogue import catalogue, read
from wizard.interview.values import Words
from wizard.language import durations

if TYPE_CHECKING:
    from wizard.interview.answers import Answers

CASES = ("", "_gen", "_dat", "_acc", "_ins", "_loc")
BLANKS = {"time": 5, "date": 8, "who": 16, "where": 16, "what": 30}
BLANK_IN_PLAIN_TEXT = "____"
PLACEHOLDER = re.compile(r"\{(\w+)\}")
FROM_ANSWERS = frozenset(
    {
        "name",
        "email",
        "phone",
        "website",
        "speakers",
        "first_contact",
        "first_answer",
        "report_to",
        "emergency",
        "medical",
    }
)


@lru_cache(maxsize=32)
def nouns(trade: str, language: str) -> Mapping[str, str]:
    """The trade's words for place, customers and positions: by name, case and capital letter."""
    table = read(trade)["words"]
    if not isinstance(table, Mapping):
        raise TypeError(trade)
    found: dict[str, str] = {}
    for name, forms in table.items():
        form = forms[language]
        cases = form if isinstance(form, list) else [form]
        for suffix, word in zip(CASES, cases, strict=False):
            found[name + suffix] = word
            found[(name + suffix).capitalize()] = word[:1].upper() + word[1:]
    return found


def values(answers: "Answers", language: str) -> Mapping[str, str]:
    """What the catalogue's texts take from the answers; an empty value prints as a blank."""
    business, staff_rules = answers.business, answers.staff_rules
    country = catalogue("countries").get(business.country)
    first_answer = staff_rules.first_answer

    def own(words: Words) -> str:
        return text(words, language, answers)

    return {
        "name": own(business.name),
        "email": own(business.email),
        "phone": own(business.phone),
        "website": own(business.website),
        "speakers": ", ".join(own(item.text) for item in staff_rules.speakers if item.on),
        "first_contact": own(staff_rules.first_contact),
        "first_answer": durations.within(first_answer, language) if first_answer else "",
        "report_to": own(answers.security.report_to),
        "emergency": country.plain("emergency") if country else "",
        "medical": country.plain("medical") if country else "",
    }


def referred(ref: str, language: str, kept: Mapping[str, Mapping[str, str]]) -> str | None:
    """The text that a project reads for a reference: the one it keeps, else the catalogue's."""
    text = kept[ref].get(language) if ref in kept else None
    return catalogues.referred(ref, language) if text is None else text


def texts(ref: str, kept: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The texts of :func:`referred` by language; ``kept`` is empty for the catalogue's own."""
    return {
        language: text
        for language in LANGUAGES
        if (text := referred(ref, language, kept)) is not None
    }


def raw_text(
    words: Words, language: str, kept: Mapping[str, Mapping[str, str]]
) -> tuple[str, bool]:
    """The text in the language before its placeholders are filled, and whether it has any.

    Owner's words have none: their braces are braces.
    """
    if words.own is not None:
        return words.other.get(language, words.own), False
    return referred(words.ref, language, kept) or "", bool(words.ref)


def filled(text: str, fields: Mapping[str, str], blank: str) -> str:
    """The text with its placeholders filled; one that has no field becomes the blank.

    A kept text may name what this release no longer knows, and comes from wherever its project
    came from: nothing in braces but a plain name is taken for a placeholder.
    """
    return PLACEHOLDER.sub(lambda found: fields.get(found[1], blank), text)


def text(words: Words, language: str, answers: "Answers") -> str:
    """The text as it reads in the language, blanks as a short ruled line of underscores."""
    found, has_fields = raw_text(words, language, answers.kept)
    return with_fields(found, language, answers, {}) if has_fields else found


def with_fields(found: str, language: str, answers: "Answers", own: Mapping[str, str]) -> str:
    """A catalogue's text as :func:`text` says it, with some fields of its ``own``."""
    if "{" not in found:
        return found
    fields = nouns(answers.trade, language)
    given = dict(own)
    if any("{" + name + "}" in found for name in FROM_ANSWERS):
        given |= values(answers, language)
    given = {name: value for name, value in given.items() if value}
    return filled(found, {**fields, **given}, BLANK_IN_PLAIN_TEXT)
