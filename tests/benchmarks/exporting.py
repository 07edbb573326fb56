"""How long an export takes against the least it could: ``python -m tests.benchmarks.exporting``.

The floor of a file is ``zipfile`` writing the same finished body together with the parts of
python-docx's default file. All ways are run in turn, round by round; medians and ratios in one run.
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

from wizard import examples
from wizard.documents import writing
from wizard.documents.word.base import BODY_PART
from wizard.export import orders
from wizard.interview import answers as interview
from wizard.interview.answers import Answers
from wizard.interview.people import Member
from wizard.interview.rows import RowId
from wizard.interview.values import Words

TODAY = dt.date(2026, 12, 1)
ROUNDS = 21


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


def medians(ways: dict[str, Callable[[], None]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median seconds of each way, all run in turn after one warm-up."""
    found: dict[str, list[float]] = {name: [] for name in ways}
    for round_number in range(rounds + 1):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            if round_number:
                found[name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in found.items()}


def default_set() -> None:
    """The default set in both languages, 100 people."""
    wanted = [
        order
        for language in ("en", "ru")
        for order in orders(staffed("cafe", language, 100), [language], ())
    ]

    def ours() -> list[bytes]:
        return [writing.word(one.document, one.answers, one.language, TODAY) for one in wanted]

    parts, bodies = default_parts(), [body(content) for content in ours()]
    found = medians({"ours": lambda: ours() and None, "floor": lambda: floor(parts, bodies)})
    ours_ms, floor_ms = found["ours"] * 1000, found["floor"] * 1000
    print(
        f"default set, 2 languages, 100 people: {ours_ms:.1f} ms, floor {floor_ms:.1f} ms,"
        f" ratio {ours_ms / floor_ms:.2f} (goal 2)"
    )


def one_sheet() -> None:
    """One sheet of 1,000 and of 10,000 people."""
    parts = default_parts()
    seconds = {}
    for count in (1_000, 10_000):
        answers = staffed("cafe", "en", count)

        def ours(answers: Answers = answers) -> bytes:
            return writing.word("acknowledgement", answers, "en", TODAY)

        bodies = [body(ours())]
        ways: dict[str, Callable[[], None]] = {
            "ours": lambda ours=ours: ours() and None,
            "floor": lambda bodies=bodies: floor(parts, bodies),
        }
        if count == 1_000:
            ways |= {
                "python-docx": lambda count=count: plain_loop(count),
                "docxtpl": by_docxtpl(count),
            }
        found = medians(ways, 5)
        seconds[count] = found["ours"]
        ratios = ", ".join(f"{name} {time / found['floor']:.1f} x" for name, time in found.items())
        print(
            f"sheet of {count:,}: {found['ours'] * 1000:.0f} ms; of the floor: {ratios} (goal 15)"
        )
    growth = math.log10(seconds[10_000] / seconds[1_000])
    print(f"growth exponent {growth:.2f} (goal 1.1)")


def memory() -> None:
    """What one sheet of 10,000 people adds to the memory of a process that wrote a small one."""
    small, large = (staffed("cafe", "en", count) for count in (10, 10_000))
    writing.word("acknowledgement", small, "en", TODAY)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    writing.word("acknowledgement", large, "en", TODAY)
    added = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"extra memory for 10,000 people {added / 1024:.0f} MB (goal 150)")


if __name__ == "__main__":
    memory()
    default_set()
    one_sheet()
