"""Words in all their forms: which of the named groups of words a sentence holds."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import takewhile

from wizard import paths
from wizard.language.folding import folded

FOLDER = "checks"
GROUPS = "words.toml"
ENDS = re.compile(r"((?<=[.!?…;])\s+|\n+)")
ANY_END = r"\w*"
MOST_READ = 20_000
"""The letters of a text that are read; what is longer was pasted, and would hold the window up."""
LONGEST = 1000
"""The letters of a sentence that are read."""
STEM = 4
MOST_OF_AN_ENDING = 3


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, as they stand there; of a very long text or sentence its begin."""
    parts = ENDS.split(text[:MOST_READ])
    return tuple(one[:LONGEST].rstrip() for part in parts if (one := part.strip()))


def with_another(text: str, sentence: str, instead: str) -> str:
    """The text with another sentence wherever it has this one; as it is where it has it not."""
    parts = ENDS.split(text)
    return "".join(
        part.replace(sentence, instead) if part.strip() == sentence else part for part in parts
    )


@lru_cache(maxsize=32_768)
def said(sentence: str) -> frozenset[str]:
    """The groups of ``words.toml`` of which the sentence holds a word, in either language."""
    text = normal(sentence)
    return frozenset(name for name, words in groups().items() if words.search(text))


def normal(text: str) -> str:
    """The text as it is compared: in small letters, ё as е, one kind of space and apostrophe."""
    return " ".join(folded(text).replace("’", "'").split())


def is_same_word(one: str, other: str) -> bool:
    """Whether two words are likely forms of one: they part near their ends, if at all."""
    if one == other:
        return True
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return same >= STEM and max(len(one), len(other)) - same <= MOST_OF_AN_ENDING


class Alike:
    """Many sets of words; finds those that may have all words of another, or it all of theirs.

    Whether two words are forms of one is left to :func:`is_same_word`: such begin alike.
    """

    def __init__(self, many: Iterable[Collection[str]]) -> None:
        begins = [_begins(words) for words in many]
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(begins):
            for begin in found:
                self._with[begin].append(number)
        self._filed: dict[str, list[int]] = defaultdict(list)
        for number, found in enumerate(begins):
            if found:
                self._filed[min(found, key=self._count)].append(number)

    def near(self, words: Collection[str]) -> list[int]:
        """The numbers of those that may be meant, in order."""
        begins = _begins(words)
        if not begins:
            return []
        more = self._with.get(min(begins, key=self._count), ())
        fewer = (number for begin in begins for number in self._filed.get(begin, ()))
        return sorted({*more, *fewer})

    def _count(self, begin: str) -> int:
        return len(self._with.get(begin, ()))


def _begins(words: Collection[str]) -> frozenset[str]:
    return frozenset(word[:STEM] for word in words)


@lru_cache(maxsize=1)
def groups() -> Mapping[str, re.Pattern[str]]:
    """The groups by name.

    In a list of words ``*`` stands for any letters, so that ``зарплат*`` is the word in every case;
    what stands under ``pattern`` is a regular expression.
    """
    content = tomllib.loads((paths.resources() / FOLDER / GROUPS).read_text("utf-8"))
    return {name: _compiled(table) for name, table in content.items()}


def _compiled(table: Mapping[str, list[str]]) -> re.Pattern[str]:
    words = [
        re.escape(normal(word)).replace(r"\*", ANY_END).replace(r"\ ", r"\s+")
        for language, listed in table.items()
        if language != "pattern"
        for word in listed
    ]
    either = [rf"(?<!\w)(?:{'|'.join(words)})(?!\w)"] if words else []
    return re.compile("|".join([*either, *table.get("pattern", [])]))
