"""PDF for the command line: the window's own program writes it, as a child process."""

import base64
import datetime as dt
import json
import os
import subprocess
import sys

from wizard import export, paths
from wizard.errors import UserError
from wizard.export import Order
from wizard.i18n import N_
from wizard.interview.kinds import Json

COMMAND = (sys.executable, "-m", "ui.pdf")
BUG = 1
"""The exit code of a child that ended with a traceback."""


def contents(wanted: list[Order], today: dt.date) -> list[bytes]:
    """The bytes of each PDF, in order; UserError where Qt cannot start."""
    job = json.dumps([_told(one, today) for one in wanted])
    known = (str(paths.templates().parent), os.environ.get("PYTHONPATH", ""))
    done = subprocess.run(
        COMMAND,
        input=job.encode(),
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, known)), "QT_HASH_SEED": "0"},
        capture_output=True,
        check=False,
    )
    if done.returncode == BUG:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    if done.returncode:
        raise UserError(
            N_(
                "PDF needs the window's libraries (Qt), which cannot start here. "
                "Export without --pdf, or install PySide6-Essentials."
            )
        )
    return [base64.b64decode(line) for line in done.stdout.split()]


def _told(order: Order, today: dt.date) -> dict[str, Json]:
    page, stamp = export.paper(order, today)
    edition = stamp.edition
    return {
        "page": page.dump().decode(),
        "stamp": stamp.text,
        "dated": stamp.dated.isoformat(),
        "edition": [edition.number, edition.fingerprint] if edition else None,
        "stationery": {
            name: base64.b64encode(content).decode("ascii")
            for name, content in order.stationery.items()
        },
    }
