"""How the sections of a document change places, and what each of them stands after then."""

from collections.abc import Mapping, Sequence

from wizard.documents.own_words import Listed
from wizard.interview.own_words import FIRST

MOVING, USUAL, PINNED = 1, 2, 1000
"""What sections weigh when it is chosen which stay: the one that somebody moves, any other, and
one in a column, which cannot move."""


def siblings(listed: Sequence[Listed], name: str) -> list[Listed]:
    """The sections of the same level within the same section, itself included, in their order."""
    place = _place(listed, name)
    level, part = listed[place].level, listed[place].part
    start = next((n for n in range(place, -1, -1) if listed[n].level < level), -1) + 1
    end = next((n for n in range(place, len(listed)) if listed[n].level < level), len(listed))
    return [one for one in listed[start:end] if (one.level, one.part) == (level, part)]


def holder(listed: Sequence[Listed], name: str) -> str:
    """The section that holds it, or ``first`` on the uppermost level; empty within a sheet."""
    place = _place(listed, name)
    one = listed[place]
    above = (other for other in reversed(listed[:place]) if other.level < one.level)
    found = next(above, None)
    if found is not None:
        return found.name
    return "" if one.part else FIRST


def moved(listed: Sequence[Listed], name: str, by: int) -> list[str]:
    """Its siblings' names once it has changed places with the one above (-1) or below (1).

    Sections in columns are passed together. Nothing where it cannot move: what is added never
    comes first within another section.
    """
    group = siblings(listed, name)
    place = next(n for n, one in enumerate(group) if one.name == name)
    target = place + by
    if not group[place].can_move or not 0 <= target < len(group):
        return []
    while (
        not group[target].can_move
        and 0 <= target + by < len(group)
        and not group[target + by].can_move
    ):
        target += by
    group.insert(target, group.pop(place))
    if group[0].is_own and holder(listed, name) != FIRST:
        return []
    return [one.name for one in group]


def stands_after(
    order: Sequence[str], moving: str, given: Sequence[Listed], held_by: str
) -> Mapping[str, str]:
    """What each section that does not stay stands after, so that siblings come in this order.

    ``given`` are the sections of the document in its own order; ``held_by`` as :func:`holder`. As
    few as possible move, ``moving`` rather than another.
    """
    places = {one.name: number for number, one in enumerate(given)}
    weights = {one.name: USUAL if one.can_move else PINNED for one in given} | {moving: MOVING}
    kept = [one for one in order if one in places]
    staying = _staying(kept, places, weights, "" if held_by else order[0])
    found, before = {}, held_by
    for name in order:
        if name not in staying:
            found[name] = before
        before = name
    return found


def _staying(
    order: Sequence[str], places: Mapping[str, int], weights: Mapping[str, int], lead: str
) -> frozenset[str]:
    """The heaviest of those that come in the document's own order; ``lead`` begins where named."""
    best: list[tuple[int, tuple[str, ...]]] = []
    for n, name in enumerate(order):
        before = [best[m] for m in range(n) if best[m][0] and places[order[m]] < places[name]]
        weight, names = max(before, key=lambda one: one[0], default=(0, ()))
        if lead and not names and name != lead:
            best.append((0, ()))
        else:
            best.append((weight + weights[name], (*names, name)))
    return frozenset(max(best, key=lambda one: one[0])[1]) if best else frozenset()


def _place(listed: Sequence[Listed], name: str) -> int:
    return next(n for n, one in enumerate(listed) if one.name == name)
