"""All measures with a goal in one table: ``python3 run.py bench``.

Each module's measures are taken in a process of its own, ours and its floor by turns; every figure
is a median. It prints Markdown, to be pasted into ``docs/measured.md``.
"""

import datetime as dt
import os
import platform
import sqlite3
from importlib.metadata import version

from tests.benchmarks.measuring import apart, lines_of, table

MODULES = ("starting", "typing", "storing", "exporting")


def machine() -> str:
    """The day, and what the figures were taken on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    qt = version("PySide6-Essentials")
    return (
        f"{dt.date.today().isoformat()}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, {python}, SQLite {sqlite3.sqlite_version}, Qt {qt}"
    )


def main() -> None:
    """Print the table."""
    print(machine(), end="\n\n", flush=True)
    print(table(line for module in MODULES for line in apart(lines_of, module)))


if __name__ == "__main__":
    main()
