"""How long an export takes against the least it could: ``python -m tests.benchmarks.exporting``.

The floor of a file is ``zipfile`` writing the same finished body together with the parts of
python-docx's default file. docxtpl and python-docx write one sheet of 1,000 people in plain cells.
"""

import dataclasses
import datetime as dt
import io
import math
import resource
import statistics
import time
import zipfile
from collections.abc import Callable

import docx

from tests.benchmarks.measuring import Line, apart, medians, table
from ui.__main__ import load
from wizard import examples
from wizard.documents import writing
from wizard.documents.word.base import BODY_PART
from wizard.export import Order, orders
from wizard.interview import answers as interview
from wizard.interview.answers import Answers
from wizard.interview.people import Member
from wizard.interview.rows import RowId
from wizard.interview.values import Words

TODAY = dt.date(2026, 12, 1)
ROUNDS, FEW = 21, 5
SHEETS = "acknowledgement"


def staffed(trade: str, language: str, count: int) -> Answers:
    """The example with ``count`` invented people on its staff list."""
    answers = interview.read(trade, examples.with_facts(trade, language=language))
    people = tuple(
        Member(
            id=RowId(f"n{number}"),
            surname=Words(own=f"Surname{number}"),
            given=Words(own=f"Given{number}"),
            position=Words(own="barista"),
        )
        for number in range(count)
    )
    return dataclasses.replace(answers, people=dataclasses.replace(answers.people, list=people))


def body(content: bytes) -> bytes:
    """The finished body of a .docx file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(BODY_PART)


def default_parts() -> dict[str, bytes]:
    """The parts of python-docx's default file."""
    stream = io.BytesIO()
    docx.Document().save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def floor(parts: dict[str, bytes], bodies: list[bytes]) -> None:
    """Write each body with the default parts."""
    for one in bodies:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in (parts | {BODY_PART: one}).items():
                archive.writestr(name, content)


def plain_loop(count: int) -> None:
    """The same sheet by python-docx's own table loop."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=6)
    for number in range(count):
        for cell, text in zip(
            table.add_row().cells,
            (str(number), f"Given{number} Surname{number}", "barista", "\u2610", "", ""),
            strict=True,
        ):
            cell.text = text
    document.save(io.BytesIO())


def by_docxtpl(count: int) -> Callable[[], None]:
    """The same sheet by docxtpl: a prepared template, rendered once."""
    from docxtpl import DocxTemplate

    document = docx.Document()
    table = document.add_table(rows=3, cols=6)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    prepared = io.BytesIO()
    document.save(prepared)
    rows = [(number, f"Given{number} Surname{number}", "barista") for number in range(count)]

    def render() -> None:
        template = DocxTemplate(io.BytesIO(prepared.getvalue()))
        template.render({"rows": rows}, autoescape=True)
        template.save(io.BytesIO())

    return render


def default_set() -> list[Order]:
    """The default set in both languages, 100 people."""
    return [
        order
        for language in ("en", "ru")
        for order in orders(staffed("cafe", language, 100), [language], ())
    ]


def written(wanted: list[Order]) -> list[bytes]:
    """The documents as Word files."""
    return [writing.word(one.document, one.answers, one.language, TODAY) for one in wanted]


def everything() -> Line:
    """The default set, as often as it is exported in a session."""
    wanted = default_set()
    parts, bodies = default_parts(), [body(content) for content in written(wanted)]
    ways = {"ours": lambda: written(wanted), "floor": lambda: floor(parts, bodies)}
    found = medians(ways, ROUNDS)
    return Line("export of everything, 2 languages", found["ours"], found["floor"], 1.25)


def first() -> tuple[float, float]:
    """The milliseconds of the first export in this process and of one later."""
    load()
    wanted = default_set()
    start = time.perf_counter()
    written(wanted)
    taken = (time.perf_counter() - start) * 1000
    return taken, medians({"warm": lambda: written(wanted)}, FEW)["warm"]


def after_start() -> Line:
    """The first export of a program that has loaded what it loads in idle time."""
    found = [apart(first) for _ in range(FEW)]
    cold, warm = (statistics.median(column) for column in zip(*found, strict=True))
    return Line("first export after start / warm export", cold, warm, 2)


def sheets() -> list[Line]:
    """The sheets of 1,000 people and of 10,000, and two other ways beside the first."""
    parts = default_parts()
    answers = {count: staffed("cafe", "en", count) for count in (1_000, 10_000)}

    def ways(count: int) -> dict[str, Callable[[], object]]:
        bodies = [body(writing.word(SHEETS, answers[count], "en", TODAY))]
        return {
            "ours": lambda: writing.word(SHEETS, answers[count], "en", TODAY),
            "floor": lambda: floor(parts, bodies),
        }

    others = {"docxtpl": by_docxtpl(1_000), "python-docx": lambda: plain_loop(1_000)}
    small, large = medians(ways(1_000) | others, FEW), medians(ways(10_000), FEW)
    growth = math.log10(large["ours"] / small["ours"])
    return [
        Line("acknowledgement sheets, 10,000 people", large["ours"], large["floor"], 8),
        Line("the same, 1,000 people", small["ours"], small["floor"]),
        *(Line(f"one such sheet by {name}", small[name], small["floor"]) for name in others),
        Line("growth from 1,000 to 10,000 people, exponent", growth, goal=1.1, unit=""),
    ]


def memory() -> float:
    """The MB that sheets of 10,000 people add to a process that wrote small ones."""
    small, large = (staffed("cafe", "en", count) for count in (10, 10_000))
    writing.word(SHEETS, small, "en", TODAY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    writing.word(SHEETS, large, "en", TODAY)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def lines() -> list[Line]:
    """All that is exported."""
    # First, while this process is small: Linux counts a parent's memory as its child's.
    added = apart(memory)
    return [
        everything(),
        after_start(),
        *sheets(),
        Line("memory for 10,000 people", added, goal=150, unit="MB"),
    ]


if __name__ == "__main__":
    print(table(lines()))
