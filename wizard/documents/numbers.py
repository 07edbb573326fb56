"""How numbered headings, clauses and subclauses are counted, as Word counts them too."""

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from wizard.documents.typography import NBSP

LETTERS = {"en": "abcdefghijklmnopqrstuvwxyz", "ru": "абвгдежзиклмнопрстуфхцчшщэюя"}
HEADING, CLAUSE, SUBCLAUSE = 0, 1, 2
LEVELS = {"numbered": HEADING, "clause": CLAUSE, "subclause": SUBCLAUSE}
"""The classes of a page that are counted."""


class Number(NamedTuple):
    """A number as it is printed, "2.1." or "a)", and as a reference says it, "2.1" or "2.1 a)"."""

    mark: str
    cited: str


@dataclass(slots=True)
class Count:
    """The count of one document: each level begins again below what counts above it."""

    language: str
    _reached: list[int] = field(default_factory=lambda: [0, 0, 0])

    def next(self, level: int) -> Number:
        """The number of the next heading, clause or subclause."""
        self._reached[level] += 1
        self._reached[level + 1 :] = [0] * (SUBCLAUSE - level)
        numbers = [str(number) for number in self._reached[: CLAUSE + 1] if number]
        if level < SUBCLAUSE:
            return Number("".join(f"{number}." for number in numbers), ".".join(numbers))
        mark = f"{letter(self._reached[SUBCLAUSE], self.language)})"
        return Number(mark, NBSP.join(filter(None, (".".join(numbers), mark))))


def level(element: etree._Element) -> int | None:
    """The level at which an element is counted; None for one that is not."""
    classes = (element.get("class") or "").split()
    return next((LEVELS[name] for name in classes if name in LEVELS), None)


def letter(number: int, language: str) -> str:
    """The letter that counts ``number``, from 1; doubled where the alphabet is used up."""
    letters = LETTERS[language]
    turn, place = divmod(number - 1, len(letters))
    return letters[place] * (turn + 1)
