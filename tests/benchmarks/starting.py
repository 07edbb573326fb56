"""How long until the first screen is shown, against a bare window with the same widgets.

``python -m tests.benchmarks.starting`` starts both by turns, each in a process of its own; their
memory is what they hold before anything is loaded in idle time.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.measuring import Line, table

ROUNDS = 15
NAMES = {"en": "English", "ru": "Russian"}
LANGUAGES = {"en": "Answer a few questions", "ru": "Ответьте на вопросы"}
"""With words for the bare window: letters of another alphabet take time in both."""
BARE = """
import sys
from PySide6.QtCore import QTimer, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import *
program = QApplication(sys.argv); program.setStyle("Fusion")
program.setStyleSheet(open(sys.argv[1], encoding="utf-8").read())
words = sys.argv[2]
window = QMainWindow(); whole = QWidget(); column = QVBoxLayout(whole)
for role in ("title", "reason", "heading", "label", "muted", "hint", "heading", "muted", "heading"):
    label = QLabel(words, wordWrap=True); label.setProperty("role", role)
    column.addWidget(label)
for _ in range(15):
    column.addWidget(QPushButton(words))
for _ in range(2):
    box = QComboBox(); box.addItems(["one", "two"]); column.addWidget(box)
column.addWidget(QLineEdit())
class Model(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()): return 3
    def columnCount(self, parent=QModelIndex()): return 4
    def data(self, index, role=0): return "x" if role == 0 else None
table = QTableView(); model = Model(); table.setModel(model); column.addWidget(table)
window.setCentralWidget(whole); window.resize(1280, 800)
"""
OURS = """
import sys
from PySide6.QtCore import QTimer
from ui.__main__ import application
from ui.keeper import Keeper
from ui.window import Window
from wizard import settings
program = application(sys.argv)
chosen = settings.load()
window = Window(Keeper(settings.library_file(chosen)), chosen)
"""
SHOWN = """
def shown():
    import resource
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
    import os; os._exit(0)
window.show()
QTimer.singleShot(0, shown)
program.exec()
"""


def lines() -> list[Line]:
    """The first screen in each language, and its memory."""
    with tempfile.TemporaryDirectory() as home:
        sheet = Path(home) / "sheet.qss"
        sheet.write_text(_style_sheet(), "utf-8")
        found = []
        for language, words in LANGUAGES.items():
            environment = {
                **os.environ,
                "POLICY_WIZARD_HOME": home,
                "POLICY_WIZARD_LANGUAGE": language,
                "QT_QPA_PLATFORM": "offscreen",
            }
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            _once(OURS, str(sheet), words, environment)
            ours, bare = [], []
            for _ in range(ROUNDS):
                ours.append(_once(OURS, str(sheet), words, environment))
                bare.append(_once(BARE, str(sheet), words, environment))
            times, sizes = (
                [statistics.median(one[column] for one in side) for side in (ours, bare)]
                for column in (0, 1)
            )
            found += [
                Line(f"first screen, {NAMES[language]} / bare window", *times, goal=1.1),
                Line("its memory", *sizes, unit="MB"),
            ]
        return found


def _once(code: str, sheet: str, words: str, environment: dict[str, str]) -> tuple[float, float]:
    """The milliseconds and MB until the window is shown."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code + SHOWN, sheet, words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return (time.perf_counter() - start) * 1000, int(done.stdout.split()[-1]) / 1024


def _style_sheet() -> str:
    from string import Template

    from ui.theme import LIGHT
    from wizard import paths

    source = (paths.resources() / "window" / "style.qss").read_text("utf-8")
    sizes = {"small": "9pt", "large": "12pt", "title": "18pt", "normal": "10pt"}
    icons = {"icons": str(paths.resources() / "window"), "variant": ""}
    return Template(source).substitute(LIGHT._asdict(), **sizes, **icons)


if __name__ == "__main__":
    print(table(lines()))
