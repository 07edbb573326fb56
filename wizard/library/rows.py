"""Rows as they are read: each column is what the function that takes it says it takes."""

from __future__ import annotations

from functools import lru_cache
from types import NoneType, SimpleNamespace
from typing import TYPE_CHECKING, Literal, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
Row = tuple[object, ...]

_PLAIN = (str, int, bytes)


def made(make: Callable[..., T], rows: Iterable[Row]) -> list[T]:
    """What ``make`` makes of the columns of each row.

    ValueError for a row that cannot be: a column of another type than ``make`` is annotated with,
    or a value that it cannot take. What has no annotations, such as a lambda, takes any.
    """
    found = list(rows)
    # By columns, for there are thousands of rows.
    columns = zip(_takes(make), zip(*found, strict=False), strict=False)
    for place, (takes, column) in enumerate(columns):
        if not takes.issuperset(map(type, column)):
            raise ValueError(f"column {place} has a value of another type")
    for place, choices in _choices(make):
        if not choices.issuperset([row[place] for row in found]):
            raise ValueError("a word that is none of its column's")
    try:
        return [make(*row) for row in found]
    except (OverflowError, RecursionError) as error:
        raise ValueError("a value without measure") from error


@lru_cache(maxsize=128)
def _takes(make: Callable[..., object]) -> tuple[frozenset[type], ...]:
    """The types that each column may have; nothing where ``make`` does not say."""
    return tuple(_types(hint) for hint in _hints(make))


@lru_cache(maxsize=128)
def _choices(make: Callable[..., object]) -> tuple[tuple[int, frozenset[object]], ...]:
    """The columns that take but a few words, and these."""
    return tuple(
        (place, frozenset(get_args(hint)))
        for place, hint in enumerate(_hints(make))
        if get_origin(hint) is Literal
    )


def _hints(make: Callable[..., object]) -> list[object]:
    if make in _PLAIN:
        return [make]
    if isinstance(make, type):
        return list(get_type_hints(make).values())
    # Without what it returns: that may be the name of a type that is imported for mypy alone.
    taken = {name: hint for name, hint in make.__annotations__.items() if name != "return"}
    return list(get_type_hints(SimpleNamespace(__annotations__=taken), make.__globals__).values())


def _types(hint: object) -> frozenset[type]:
    if isinstance(hint, type):
        return frozenset({hint})
    if get_origin(hint) is Literal:
        return frozenset(type(value) for value in get_args(hint))
    return frozenset(NoneType if one is None else one for one in get_args(hint))
