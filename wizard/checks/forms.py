"""Words in all their forms: which of the named groups of words a sentence holds."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from itertools import takewhile

from wizard import paths
from wizard.language.folding import folded

FOLDER = "checks"
GROUPS = "words.toml"
ENDS = re.compile(r"(?<=[.!?…;])\s+|\n+")
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


@lru_cache(maxsize=8192)
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
