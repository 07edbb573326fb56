"""PDF for the command line: the window's own program writes it, as a child process."""

import base64
import datetime as dt
import json
import os
import subprocess
import sys

from wizard import paths
from wizard.errors import UserError
from wizard.export import Order
from wizard.i18n import N_
from wizard.interview import answers as interview
from wizard.interview.answers import Answers
from wizard.interview.ask import questions
from wizard.interview.kinds import Json

COMMAND = (sys.executable, "-m", "ui.pdf")
BUG = 1
"""The exit code of a child that ended with a traceback."""


def contents(wanted: list[Order], today: dt.date) -> list[bytes]:
    """The bytes of each PDF, in order; UserError where Qt cannot start."""
    job = json.dumps({"today": today.isoformat(), "orders": [_told(one) for one in wanted]})
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


def raw(answers: Answers) -> dict[str, Json]:
    """All answers as they are stored, the staff list among them."""
    return {
        step.about.id: {
            question.id: question.kind.dump(getattr(getattr(answers, step.about.id), question.id))
            for question in questions(step)
        }
        for step in interview.STEPS
    }


def _told(order: Order) -> dict[str, Json]:
    return {
        "document": order.document,
        "language": order.language,
        "trade": order.answers.trade,
        "answers": raw(order.answers),
    }
