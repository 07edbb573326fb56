"""Trade examples: the answers a new project starts with, and the invented businesses."""

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from wizard import paths
from wizard.errors import UserError
from wizard.i18n import N_
from wizard.interview import answers
from wizard.interview.ask import questions
from wizard.interview.catalogue import catalogue, read
from wizard.interview.kinds import Json
from wizard.interview.rows import Row, Rows
from wizard.interview.ticking import offered, row_from

EMPTY = "empty"
COUNTRIES = {"en": "GB", "ru": "RU"}
Stored = dict[str, dict[str, Json]]


@lru_cache(maxsize=1)
def trades() -> tuple[str, ...]:
    """The ids of the trades in the order in which they are offered, the empty start last."""
    found = [
        file.name.removesuffix(".toml")
        for file in (paths.resources() / "trades").iterdir()
        if file.name.endswith(".toml")
    ]
    return tuple(sorted(found, key=lambda trade: cast("int", read(trade)["order"])))


def title(trade: str, language: str) -> str:
    """The name of a trade in the language."""
    return str(_table(read(trade), "title")[language])


def start(trade: str, *, language: str, country: str = "") -> Stored:
    """The stored answers of a new project: texts, hours, roles and usual channels; no facts.

    UserError for a trade there is no example of.
    """
    if trade not in trades():
        raise UserError(
            N_("There is no example “{trade}”. Take one of: {trades}."),
            trade=trade,
            trades=", ".join(trades()),
        )
    code = country or COUNTRIES[language]
    known = catalogue("countries").get(code)
    stored: Stored = {step.about.id: {} for step in answers.STEPS}
    stored["business"] |= {"country": code, "languages": [language]}
    if known:
        stored["business"]["paper"] = known.plain("paper", "a4")
        stored["hours"]["time_zone"] = known.plain("time_zone")
    if trade == EMPTY:
        return stored
    packs = answers.packs_of((code,))
    for step in answers.STEPS:
        for question in questions(step):
            kind = question.kind
            if isinstance(kind, Rows) and kind.catalogue:
                stored[step.about.id][question.id] = _ticked(kind, trade, packs)
    _lay_over(stored, _steps(read("start"), "answers"))
    _lay_over(stored, _steps(read(trade), "answers"))
    stored["channels"]["list"] = [channel_from(raw) for raw in _channels(trade, code)]
    return stored


def with_facts(trade: str, *, language: str) -> Stored:
    """The stored answers of the trade's invented business: a new project and its facts."""
    stored = start(trade, language=language)
    if trade != EMPTY:
        facts = _table(read(trade), "facts")
        _lay_over(stored, cast("Mapping[str, Mapping[str, Json]]", facts[language]))
    return stored


def _ticked(kind: Rows[Row], trade: str, packs: frozenset[str]) -> Json:
    return [
        row_from(kind, entry)
        for entry in offered(kind, packs)
        if (wanted := entry.names("trades")) is None or trade in wanted
    ]


def _channels(trade: str, country: str) -> list[dict[str, Json]]:
    by_country = cast("Mapping[str, list[dict[str, Json]]]", _table(read(trade), "channels"))
    return by_country.get(country) or by_country["GB"]


def channel_from(raw: Mapping[str, Json]) -> dict[str, Json]:
    """The stored row of a channel with what its platform proposes, under what ``raw`` says."""
    platform = catalogue("platforms")[str(raw["platform"])]
    reply: dict[str, Json] = {
        "number": platform.number("reply_number"),
        "unit": platform.plain("reply_unit"),
        "counted": platform.plain("reply_counted"),
    }
    positions: dict[str, Json] = {
        "position": {"ref": "positions/smm/text"},
        "stand_in": {"ref": "positions/duty/text"},
    }
    return {"id": platform.id, "reply": reply, **positions, **raw}


def _lay_over(stored: Stored, upper: Mapping[str, Mapping[str, Json]]) -> None:
    for step, values in upper.items():
        for question, value in values.items():
            stored[step][question] = _laid_over(stored[step].get(question), value)


def _laid_over(lower: Json, upper: Json) -> Json:
    """Rows of the same id are merged field by field, everything else is replaced."""
    if not (_is_rows(lower) and _is_rows(upper)):
        return upper
    rows = {str(row["id"]): dict(row) for row in cast("list[dict[str, Json]]", lower)}
    for row in cast("list[dict[str, Json]]", upper):
        rows[str(row["id"])] = rows.get(str(row["id"]), {}) | row
    return list(rows.values())


def _is_rows(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(row, dict) and "id" in row for row in value)


def _steps(content: Mapping[str, object], name: str) -> Mapping[str, Mapping[str, Json]]:
    return cast("Mapping[str, Mapping[str, Json]]", _table(content, name))


def _table(content: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = content.get(name, {})
    if not isinstance(table, Mapping):
        raise TypeError(name)
    return table
