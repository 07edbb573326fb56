"""Cuts a text to the room there is: sentences by rank, each as long as it can be."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from wizard.interview.catalogue import Entry
from wizard.interview.wording import PLACEHOLDER

OBLIGATORY = 0
"""The rank of what may not be left out, whatever the room."""
CORE = 3
"""The last rank that goes before nicer wordings."""
MAY_BE_EMPTY = frozenset({"counted", "signature"})
"""What a sentence is as good without."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in its wordings that can be said, the longest first.

    The lower the ``rank``, the sooner it is said; one that stands ``apart`` begins a line.
    """

    rank: int
    wordings: tuple[str, ...]
    apart: bool = False


def sentences(
    kind: Entry, language: str, flags: frozenset[str], values: Mapping[str, str]
) -> list[Sentence]:
    """The sentences of a kind of text that can be said, filled, in reading order.

    Where one value of a wording is not known, the wording is left out.
    """
    found = []
    for row in cast("list[Mapping[str, object]]", kind.fields["sentences"]):
        needed, barred = _names(row, "when"), _names(row, "unless")
        texts = cast("Mapping[str, list[str]]", row["text"])[language]
        said = tuple(one for text in texts if (one := filled(text, values)) is not None)
        if said and needed <= flags and barred.isdisjoint(flags):
            found.append(Sentence(cast("int", row["rank"]), said, bool(row.get("apart"))))
    return found


def cut(sentences: Sequence[Sentence], join: str, has_room: Callable[[str], bool]) -> str:
    """The text that says most in the room there is.

    What is at the core is said first, each sentence in its shortest wording and then as long as it
    can be; the others follow by rank, in the longest wording that fits. What is obligatory is said
    even where there is no room for it.
    """
    chosen: dict[int, int] = {}
    by_rank = sorted(range(len(sentences)), key=lambda one: sentences[one].rank)
    core = [place for place in by_rank if sentences[place].rank <= CORE]

    def lengthened(place: int, wordings: Iterable[int]) -> dict[int, int]:
        """The choice with this sentence in the first of the wordings that fits, if any does."""
        for wording in wordings:
            tried = {**chosen, place: wording}
            if has_room(_joined(sentences, tried, join)):
                return tried
        return chosen

    for place in core:
        shortest = len(sentences[place].wordings) - 1
        is_obligatory = sentences[place].rank == OBLIGATORY
        chosen = {**chosen, place: shortest} if is_obligatory else lengthened(place, (shortest,))
    for place in core:
        chosen = lengthened(place, range(chosen.get(place, 0)))
    for place in by_rank[len(core) :]:
        chosen = lengthened(place, range(len(sentences[place].wordings)))
    return _joined(sentences, chosen, join)


def _joined(sentences: Sequence[Sentence], chosen: Mapping[int, int], join: str) -> str:
    """The sentences in these wordings, in reading order."""
    text = ""
    for place in sorted(chosen):
        one = sentences[place]
        between = "" if not text else "\n" if one.apart else join
        text += between + one.wordings[chosen[place]]
    return text


def filled(text: str, values: Mapping[str, str]) -> str | None:
    """The text with its placeholders filled; None where a value that it needs is not known.

    What is pasted breaks its lines by itself: spaces are plain.
    """
    needed = set(PLACEHOLDER.findall(text)) - MAY_BE_EMPTY
    if not all(values.get(name) for name in needed):
        return None
    said = PLACEHOLDER.sub(lambda found: values[found[1]], text)
    return said.replace("\N{NO-BREAK SPACE}", " ")


def _names(row: Mapping[str, object], key: str) -> frozenset[str]:
    return frozenset(cast("Iterable[str]", row.get(key, ())))
