"""Writes PDFs for the command line: ``python -m ui.pdf`` reads a job and prints the files.

The job is JSON on the standard input: ``{"today": "2026-12-01", "orders": [{"document": ...,
"language": ..., "trade": ..., "answers": {step: {question: raw}}}]}``. Each file is one line of
base64 on the standard output, in order. Exit code 3 where Qt cannot start. Equal jobs give equal
bytes where ``QT_HASH_SEED`` is 0, for Qt names fonts in the order of its hashes.
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

        from ui.printing import pdf
    except ImportError:
        return NO_QT
    from wizard.export import Order
    from wizard.interview import answers

    job = json.load(sys.stdin.buffer)
    program = QGuiApplication(["policy-wizard"])
    today = dt.date.fromisoformat(job["today"])
    for one in job["orders"]:
        order = Order(one["document"], one["language"], answers.read(one["trade"], one["answers"]))
        print(base64.b64encode(pdf(order, today)).decode("ascii"), flush=True)
    del program
    return 0


if __name__ == "__main__":
    sys.exit(main())
