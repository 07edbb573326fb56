"""What changed between two states of a project: answer by answer, with the documents it touches."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from wizard.documents import templates
from wizard.documents.normal import Line
from wizard.interview import places
from wizard.interview.answers import Answers
from wizard.interview.own_words import OwnWords, document_of
from wizard.interview.places import Place
from wizard.versions import causes, comparing
from wizard.versions.comparing import Difference
from wizard.versions.weighing import ChangedLine, changed_lines

TELLING = 4
"""A value of so many letters is recognised wherever a page quotes it."""


class Side(Protocol):
    """A state of a project: a version, or the draft."""

    @property
    def answers(self) -> Answers:
        """All answers as they were."""

    @property
    def lines(self) -> Mapping[tuple[str, str], tuple[Line, ...]]:
        """The normal form of each page, by document and language."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states beside one another: differences by language, changed lines by document.

    A document that only one of them has in any language has no entry in ``lines``. Those
    ``by_program`` read alike with the answers of both.
    """

    differences: Mapping[str, tuple[Difference, ...]]
    lines: Mapping[str, tuple[ChangedLine, ...]]
    by_program: frozenset[str]


def compare(before: Side, after: Side, languages: Iterable[str]) -> Comparison:
    """What is not as it was, told in these languages; pages are compared in all that both have."""
    published = templates.published()
    common = {leaf for leaf in before.lines if leaf in after.lines and leaf[0] in published}
    spoken = dict.fromkeys([*languages, *sorted({language for _, language in common})])
    told = {
        language: comparing.differences(before.answers, after.answers, language)
        for language in spoken
    }
    lines: dict[str, tuple[ChangedLine, ...]] = {}
    for document, language in sorted(common, key=lambda leaf: (published.index(leaf[0]), leaf)):
        found = changed_lines(
            before.lines[document, language], after.lines[document, language], told[language]
        )
        lines[document] = (*lines.get(document, ()), *found)
    touched = {
        language: tuple(replace(one, documents=_touched(one, lines)) for one in told[language])
        for language in spoken
    }
    by_program = set()
    for document, changed in lines.items():
        if changed and not _explained(document, touched):
            in_both = [language for name, language in sorted(common) if name == document]
            asked = causes.behind(
                document, in_both, before.answers, after.answers, told[in_both[0]]
            )
            if asked is None:
                by_program.add(document)
            else:
                touched = {
                    language: tuple(_also(one, document, asked) for one in differences)
                    for language, differences in touched.items()
                }
    return Comparison(
        {language: touched[language] for language in languages}, lines, frozenset(by_program)
    )


def _explained(document: str, touched: Mapping[str, tuple[Difference, ...]]) -> bool:
    return any(document in one.documents for told in touched.values() for one in told)


def _also(difference: Difference, document: str, found: frozenset[Place]) -> Difference:
    """The difference, which touches this document too where its question is among these."""
    place = difference.place
    is_elsewhere = place.step == OwnWords.about.id and not _stands_in(place, document)
    if place.whole not in found or is_elsewhere:
        return difference
    documents = {*difference.documents, document}
    in_order = tuple(one for one in templates.published() if one in documents)
    return replace(difference, documents=in_order)


def _touched(
    difference: Difference, lines: Mapping[str, tuple[ChangedLine, ...]]
) -> tuple[str, ...]:
    """The documents with a changed line that comes from the question or quotes its answer."""
    return tuple(
        document
        for document, changed in lines.items()
        if (_stands_in(difference.place, document) and changed)
        or any(_is_behind(difference, one) for one in changed)
    )


def _stands_in(place: Place, document: str) -> bool:
    """Whether the answer says what is changed in a section of this very document."""
    return place.step == OwnWords.about.id and document_of(place.row) == document


def _is_behind(difference: Difference, changed: ChangedLine) -> bool:
    place = difference.place
    for line, value in ((changed.was, difference.was), (changed.became, difference.became)):
        if line is None:
            continue
        asked = places.parsed(line.question)
        if asked is not None and asked.whole == place.whole and _is_row(asked.row, place.row):
            return True
        if len(value) >= TELLING and value in line.text:
            return True
    return False


def _is_row(said: str, row: str) -> bool:
    """Whether a page names this row, a part of it, or no row at all."""
    return not (row and said) or f"{said}.".startswith(f"{row}.")
