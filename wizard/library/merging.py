"""A list that two windows changed: what both did to it, row by row and field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from wizard.library import values

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from wizard.library.values import Json

    Row = dict[str, Json]

_ABSENT = object()


@dataclass(frozen=True)
class Loss:
    """What the other window made of one field of one row, and nobody will find there any more."""

    row: str
    key: str
    old: Json
    new: Json


@dataclass(frozen=True)
class Merged:
    """The list with both changes in it, and what of the other one gave way."""

    value: Json
    losses: tuple[Loss, ...] = ()


def merged(old: Json, mine: Json, theirs: Json) -> Merged | None:
    """Bring together what ``mine`` and ``theirs`` made of ``old``; None for what is no such list.

    Lists hold records with an ``id``, or texts; each once. Who added an entry has it, who removed
    one is rid of it. Mine is the newer one: it wins where both changed a field, and where one
    removed a row that the other changed. So a row that I do not show never prints; the words go
    to the losses. The order is mine where I changed it, else theirs.
    """
    for named in (_by_id, _by_text):
        was, now, other = named(old), named(mine), named(theirs)
        if was is not None and now is not None and other is not None:
            return _merged(was, now, other)
    return None


def same(one: Json, other: Json) -> bool:
    """Whether two values are one and the same as they are stored."""
    # As text, because Python takes True for 1 and 1 for 1.0.
    return one is other or values.encode(one) == values.encode(other)


def _by_id(raw: Json) -> dict[str, Row] | None:
    found: dict[str, Row] = {}
    for row in _entries(raw):
        name = row.get("id") if isinstance(row, dict) else None
        if not isinstance(row, dict) or not isinstance(name, str) or name in found:
            return None
        found[name] = row
    return found


def _by_text(raw: Json) -> dict[str, Row] | None:
    """Texts as rows of their own name, which have no fields that could differ."""
    texts = _entries(raw)
    found = {text: cast("Row", text) for text in texts if isinstance(text, str)}
    return found if len(found) == len(texts) else None


def _entries(raw: Json) -> list[Json]:
    """The entries of a list; of what is none, one entry that is neither record nor text."""
    if raw is None:
        return []
    return raw if isinstance(raw, list) else [None]


def _merged(old: Mapping[str, Row], mine: Mapping[str, Row], theirs: Mapping[str, Row]) -> Merged:
    rows: dict[str, Row] = {}
    losses: list[Loss] = []
    for name in [*theirs, *(name for name in mine if name not in theirs)]:
        if name in mine and name in theirs:
            rows[name], lost = _row(name, old.get(name), mine[name], theirs[name])
            losses += lost
        elif name in mine:
            changed = _changes(name, old.get(name), mine[name])
            if name not in old or changed:
                rows[name] = mine[name]
                losses += [Loss(name, one.key, one.old, None) for one in changed if name in old]
        elif name not in old:
            rows[name] = theirs[name]
        else:
            losses += _changes(name, old[name], theirs[name])
    order = _order(old, mine, theirs, rows)
    return Merged([cast("Json", rows[name]) for name in order], tuple(losses))


def _row(name: str, old: Row | None, mine: Row, theirs: Row) -> tuple[Row, list[Loss]]:
    if not isinstance(mine, dict):
        return mine, []
    row: Row = {}
    losses: list[Loss] = []
    for key in {**(old or {}), **theirs, **mine}:
        was, now, other = (_field(one, key) for one in (old, mine, theirs))
        value = other if _alike(now, was) else now
        if value is now and not (_alike(other, was) or _alike(other, now)):
            both = merged(_json(was), _json(now), _json(other))
            if both is not None:
                value = both.value
            if both is None or both.losses:
                losses.append(Loss(name, key, _json(was), _json(other)))
        if value is not _ABSENT and not (key == "on" and value is True):
            row[key] = _json(value)
    return row, losses


def _changes(name: str, old: Row | None, new: Row) -> list[Loss]:
    if not isinstance(new, dict):
        return []
    return [
        Loss(name, key, _json(_field(old, key)), _json(_field(new, key)))
        for key in {**(old or {}), **new}
        if not _alike(_field(old, key), _field(new, key))
    ]


def _field(row: Row | None, key: str) -> object:
    """The stored value; a row that does not say whether it is on is on."""
    if row is None:
        return _ABSENT
    return row.get(key, True if key == "on" else _ABSENT)


def _alike(one: object, other: object) -> bool:
    if one is _ABSENT or other is _ABSENT:
        return one is other
    return same(cast("Json", one), cast("Json", other))


def _json(value: object) -> Json:
    return None if value is _ABSENT else cast("Json", value)


def _order(
    old: Collection[str], mine: Collection[str], theirs: Collection[str], kept: Collection[str]
) -> list[str]:
    """The names that are kept; where both added some at one place, mine are the last of them."""
    one, other = ([name for name in names if name in kept] for names in (mine, theirs))
    if [name for name in mine if name in old] != [name for name in old if name in mine]:
        return list(_woven(one, other))
    return list(_woven(other[::-1], one[::-1]))[::-1]


def _woven(lead: Sequence[str], follow: Sequence[str]) -> Iterator[str]:
    """The names of both in the order of the first; what it lacks comes behind its neighbour."""
    leading = set(lead)
    behind: dict[str, list[str]] = {}
    above = ""
    for name in follow:
        if name in leading:
            above = name
        else:
            behind.setdefault(above, []).append(name)
    yield from behind.get("", ())
    for name in lead:
        yield name
        yield from behind.get(name, ())
