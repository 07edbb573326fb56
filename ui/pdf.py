"""Writes PDFs for the command line: ``python -m ui.pdf`` reads a job and prints the files.

The job is JSON on the standard input, one object for each file: ``{"page": ..., "stamp": "version 2
of 1 Dec 2026", "dated": "2026-12-01", "edition": [2, fingerprint] or null, "stationery": {name:
base64}}`` with the page as ``FrozenPage.dump`` wrote it. Each file is one line of base64 on the
standard output, in order. Exit code 3 where Qt cannot start. Equal jobs give equal bytes where
``QT_HASH_SEED`` is 0, for Qt names fonts in the order of its hashes.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import sys

NO_QT = 3
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")


def main() -> int:
    """Do the job; the exit code."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtGui import QGuiApplication

        from ui.printing import pdf_of
    except ImportError:
        return NO_QT
    from wizard.documents.edition import Edition
    from wizard.documents.frozen import FrozenPage, Stamp

    job = json.load(sys.stdin.buffer)
    program = QGuiApplication(["policy-wizard"])
    for one in job:
        dated = dt.date.fromisoformat(one["dated"])
        edition = one["edition"] and Edition(one["edition"][0], dated, one["edition"][1])
        stamp = Stamp(one["stamp"], dated, edition)
        stationery = {name: base64.b64decode(told) for name, told in one["stationery"].items()}
        content = pdf_of(FrozenPage.load(one["page"].encode()), stamp, stationery)
        print(base64.b64encode(content).decode("ascii"), flush=True)
    del program
    return 0


if __name__ == "__main__":
    sys.exit(main())
