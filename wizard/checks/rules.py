"""The checks as data: what each says, how much it matters where, and on what it rests."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, cast

from wizard import paths
from wizard.checks.finding import SEVERITIES, Severity, Source
from wizard.checks.forms import FOLDER, groups
from wizard.interview.catalogue import Entry, catalogue
from wizard.interview.places import parsed

FILES = (
    "completeness", "keeping", "promise", "policy", "acknowledgement", "crisis", "words",
    "contradictions",
)  # fmt: skip
"""The files in ``resources/checks``, in the order in which their checks are told."""
SUFFIX = ".checks.toml"
SOURCES = "sources.toml"
OWN_ANSWERS = "logic"
"""The source of what the answers themselves tell; a finding need not name it."""
Table: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Given:
    """Holds where answers are as ``where`` says, not as ``without``, and one of ``missing`` is.

    With ``each`` it is asked of every row of that list; the names are then fields of the row, of
    its platform (``platform.kind``), or whole questions (``business.union``). ``over`` asks whether
    the duration there is longer than so many hours. Found rows are told together if ``together``.
    """

    each: str
    where: Table
    without: Table
    missing: tuple[str, ...]
    over: Mapping[str, int]
    about: tuple[str, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class Says:
    """Holds of a sentence of the owner's own with words of all groups of one of ``says``.

    It is read in the questions ``within`` (``step.question``, or a whole ``step``); of a list in
    ``bans`` each point forbids something, whether it says so or not. No words of a group in
    ``unless`` may be there; with ``lacking`` that field of the row must be empty as well.
    ``wording`` names the text of the check that could stand in the sentence's place.
    """

    within: tuple[str, ...]
    keys: tuple[str, ...]
    says: tuple[frozenset[str], ...]
    unless: frozenset[str]
    bans: frozenset[str]
    lacking: str
    where: Table
    wording: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Holds where a text was taken away, or the owner's own has no word of these groups."""

    question: str
    about: frozenset[str]
    where: Table


Condition: TypeAlias = Given | Says | Silent
FORBID = "forbid"
"""The group of words that every point of a list of bans stands for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. What its ``conditions`` do not find, a function of the same id does.

    ``packs`` are the law packs it belongs to, none for everywhere; ``severities`` what it weighs
    where that differs from ``severity``. ``wording`` is what could stand in the place of a
    sentence, ``takes`` the catalogue's text that could.
    """

    id: str
    file: str
    severity: Severity
    severities: Mapping[str, Severity]
    packs: frozenset[str]
    laws: tuple[str, ...]
    norms: tuple[str, ...]
    source: str
    conditions: tuple[Condition, ...]
    entry: Entry
    takes: str

    def weight(self, packs: frozenset[str]) -> Severity:
        """How much it matters where these packs apply: what weighs most there."""
        found = [severity for pack, severity in self.severities.items() if pack in packs]
        return min(found, key=SEVERITIES.index) if found else self.severity

    def applies(self, packs: frozenset[str]) -> bool:
        """Whether the check is made where these packs apply."""
        return not self.packs or not self.packs.isdisjoint(packs)

    def words(self, name: str, language: str) -> str:
        """One of its texts, empty where it has none of that name."""
        return self.entry.text(name, language) if name in self.entry.fields else ""

    def sources(self, packs: frozenset[str], language: str) -> tuple[Source, ...]:
        """What it rests on: the law of these packs, the norms, or what else it has it from."""
        return _sources(self, packs, language)


@lru_cache(maxsize=1)
def rules() -> Mapping[str, Rule]:
    """All checks by id, in the order in which they are told.

    ValueError for one that names an unknown question, group of words, law or norm.
    """
    found: dict[str, Rule] = {}
    for name in FILES:
        file = paths.resources() / FOLDER / f"{name}{SUFFIX}"
        for check, fields in tomllib.loads(file.read_text("utf-8")).items():
            found[check] = _rule(Entry(check, fields), name)
    return found


def _rule(entry: Entry, file: str) -> Rule:
    fields = entry.fields
    rule = Rule(
        id=entry.id,
        file=file,
        severity=_severity(fields["severity"]),
        severities={pack: _severity(one) for pack, one in _table(fields, "severities").items()},
        packs=frozenset(entry.names("packs") or ()),
        laws=entry.names("law") or (),
        norms=entry.names("norms") or (),
        source=entry.plain("source"),
        conditions=tuple(_condition(one) for one in _tables(fields, "condition")),
        entry=entry,
        takes=entry.plain("takes"),
    )
    unknown = [law for law in rule.laws if law not in catalogue("law")]
    unknown += [norm for norm in rule.norms if norm not in catalogue("norms")]
    if unknown or not (rule.laws or rule.norms or rule.source):
        raise ValueError(f"{rule.id} rests on nothing that is known: {unknown}")
    return rule


def _condition(table: Table) -> Condition:
    where = _table(table, "where")
    if "says" in table:
        listed = cast("list[list[str]]", table["says"])
        says = Says(
            within=_names(table, "in"),
            keys=_names(table, "keys"),
            says=tuple(frozenset(one) for one in listed),
            unless=frozenset(_names(table, "unless")),
            bans=frozenset(_names(table, "bans")),
            lacking=str(table.get("lacking", "")),
            where=where,
            wording=str(table.get("wording", "wording")),
        )
        _must_be_groups(says.unless.union(*says.says))
        return says
    if "silent_about" in table:
        silent = Silent(str(table["question"]), frozenset(_names(table, "silent_about")), where)
        _must_be_groups(silent.about)
        _must_be_questions([silent.question])
        return silent
    given = Given(
        each=str(table.get("each", "")),
        where=where,
        without=_table(table, "without"),
        missing=_names(table, "missing"),
        over=cast("Mapping[str, int]", _table(table, "over")),
        about=_names(table, "about"),
        together=bool(table.get("together")),
    )
    _must_be_questions([given.each] if given.each else [*given.missing, *given.about])
    return given


def _must_be_groups(names: frozenset[str]) -> None:
    unknown = names - groups().keys()
    if unknown:
        raise ValueError(f"There are no such groups of words: {sorted(unknown)}")


def _must_be_questions(names: list[str]) -> None:
    unknown = [name for name in names if parsed(name) is None]
    if unknown:
        raise ValueError(f"There are no such questions: {unknown}")


def _sources(rule: Rule, packs: frozenset[str], language: str) -> tuple[Source, ...]:
    """The law of these packs; that of others only where there is nothing else to name."""
    laws = [catalogue("law")[law] for law in rule.laws]
    here = [law for law in laws if not packs.isdisjoint(law.names("packs") or ())]
    found = [
        Source(law.text("cited", language), law.text("text", language), _day(law), is_law=True)
        for law in here or ([] if rule.norms or rule.source else laws)
    ]
    found += [
        Source(norm.text("cited", language), norm.text("text", language), _day(norm), is_law=False)
        for norm in (catalogue("norms")[one] for one in rule.norms)
    ]
    if rule.source:
        named = _named_sources()[rule.source]
        found.append(Source(named.text("title", language), "", _day(named), is_law=False))
    return tuple(found)


@lru_cache(maxsize=1)
def _named_sources() -> Mapping[str, Entry]:
    """Where a check has it from that rests on neither law nor norm."""
    content = tomllib.loads((paths.resources() / FOLDER / SOURCES).read_text("utf-8"))
    return {name: Entry(name, fields) for name, fields in content.items()}


def _day(entry: Entry) -> dt.date:
    return cast("dt.date", entry.fields["as_of"])


def _severity(value: object) -> Severity:
    if value not in SEVERITIES:
        raise ValueError(f"There is no severity {value!r}.")
    return value


def _table(fields: Table, name: str) -> Table:
    return cast("Table", fields.get(name, {}))


def _tables(fields: Table, name: str) -> list[Table]:
    """The table of that name, or all of them where there are several."""
    value = fields.get(name, [])
    return cast("list[Table]", value if isinstance(value, list) else [value])


def _names(fields: Table, name: str) -> tuple[str, ...]:
    value = fields.get(name, ())
    return (value,) if isinstance(value, str) else tuple(cast("list[str]", value))
