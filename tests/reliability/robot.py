"""Somebody at the keyboard who never rests: works in the real window until the program is killed.

``python -m tests.reliability.robot PROJECT FOLDER SEED`` opens the project of the library in the
data folder, writes documents and copies into FOLDER, and says on standard output, line by line,
what stands where from when on: ``[seconds of the monotonic clock, place, value, seconds waited]``
as JSON. It was given no earlier than told; the last is what :func:`waited` says.
"""

import datetime as dt
import json
import os
import random
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from ui.__main__ import application, load_later
from ui.editors.items import ItemsEditor
from ui.editors.long_text import LongText
from ui.editors.rows import RowsEditor
from ui.keeper import Keeper
from ui.screens.project import ProjectScreen
from ui.staff.model import COLUMNS
from ui.window import Window
from wizard import flow, paths, settings
from wizard.interview import places
from wizard.library import backups, files
from wizard.session import Session

WORDS = (
    "We answer", "within four hours", "even on Sunday", "- or we say why.", "O'Neill & Söhne",
    "Мы отвечаем", "в течение четырёх часов", "даже в воскресенье", "«Ёлочка»", "щёлк",
    "☕", "👩🏽‍🍳", "🇬🇧", "✔ готово",
)  # fmt: skip
STOPS = [stop for stop in flow.STOPS if stop.id in flow.STEP_IDS]
DOCUMENTS = ("promise", "service-standard", "guide")
TYPED = {"surname", "given", "position", "department", "email"}
LONGEST_REST = 25
"""Milliseconds between two moves: faster than anybody types."""
PEOPLE = "person"


def waited(process: int | str) -> float:
    """For how many seconds its main thread could have worked and the machine did something else.

    Linux alone tells; elsewhere 0.
    """
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def state_of(session: Session, place: places.Place):
    """What stands at a whole question: its value, and what does not fit in it, as it was typed."""
    wrong = {
        str(one): misfit.raw
        for one, misfit in session.misfits.items()
        if one.whole == place and (not one.row or places.row_at(session.answers, one) is not None)
    }
    value = places.question_at(place).kind.dump(places.value_at(session.answers, place))
    return [value, wrong]


def people_of(session: Session):
    """What stands of each person, by the place that tells of them."""
    return {
        f"{PEOPLE}.{one.id}": json.loads(json.dumps(asdict(one), default=str))
        for one in session.people
    }


def states_of(session: Session):
    """What stands at each question and of each person."""
    found = {str(place): state_of(session, place) for place in places.all_places()}
    return found | people_of(session)


class Robot(QObject):
    """Makes one move after the other, as the seed has it, and tells what it has given."""

    def __init__(self, window: Window, folder: Path, seed: int) -> None:
        super().__init__()
        self.window, self.folder, self.random = window, folder, random.Random(seed)
        self.at, self.known = 0.0, {}
        self.field, self.letters = None, ""
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.move)
        self.moves = {
            self.type: 60, self.go: 6, self.tick: 5, self.add: 4, self.remove: 3, self.undo: 4,
            self.edit_person: 6, self.add_person: 2, self.remove_person: 1, self.export: 3,
            self.save_as: 4, self.back_up: 4,
        }  # fmt: skip

    @property
    def screen(self) -> ProjectScreen:
        return self.window.project

    @property
    def desk(self):
        return self.screen.desk

    def begin(self) -> None:
        """Tell what stands from the beginning, and start."""
        self.tell(states_of(self.desk.session))
        if self.random.random() < 0.5:
            self.export()
        self.timer.start(0)

    def move(self) -> None:
        """One move; a field that is typed into is typed into until the words are all there."""
        self.at = time.monotonic()
        if self.letters:
            self.type()
        else:
            moves, weights = zip(*self.moves.items(), strict=True)
            self.random.choices(moves, weights)[0]()
        if self.screen.current not in flow.STEP_IDS:
            self.go()
        self.timer.start(self.random.randrange(LONGEST_REST))

    def tell(self, states) -> None:
        """Say what stands where; one write each, so that no line is torn."""
        held_up = waited("self")
        for place, value in states.items():
            if place not in self.known or self.known[place] != value:
                self.known[place] = value
                os.write(1, f"{json.dumps([self.at, place, value, held_up])}\n".encode())

    def tell_people(self) -> None:
        """Say what stands of everybody, and who is gone."""
        now = people_of(self.desk.session)
        gone = {place for place in self.known if place.startswith(PEOPLE + ".")} - now.keys()
        self.tell(now | dict.fromkeys(gone))

    def type(self) -> None:
        """Type a letter or two; without a pause, and now and then for a long while."""
        if not self.letters:
            fields = self.seen(QLineEdit) + self.seen(LongText)
            if not fields:
                return
            self.field = self.random.choice(fields)
            self.letters = " ".join(
                self.random.choices(WORDS, k=self.random.choice((1, 1, 1, 2, 2, 12)))
            )
            self.field.setFocus()
        size = self.random.randrange(1, 4)
        event = QInputMethodEvent()
        event.setCommitString(self.letters[:size])
        self.letters = self.letters[size:]
        # The field may be gone meanwhile, as an undo took its row away.
        with suppress(RuntimeError):
            QApplication.sendEvent(self.field, event)

    def go(self) -> None:
        """Go to another step, and open one of the rows there."""
        self.screen.go(self.random.choice(STOPS).id)
        cards = [card for editor in self.seen(RowsEditor) for card in editor.cards]
        if cards:
            self.random.choice(cards).open()

    def tick(self) -> None:
        """Click a box."""
        boxes = self.seen(QCheckBox)
        if boxes:
            self.random.choice(boxes).click()

    def add(self) -> None:
        """Add a row or a point to a list."""
        lists = self.seen(RowsEditor) + self.seen(ItemsEditor)
        if lists:
            self.random.choice(lists).add.click()

    def remove(self) -> None:
        """Take a row or an own point off a list."""
        cards = [card for editor in self.seen(RowsEditor) for card in editor.cards]
        own = [line for editor in self.seen(ItemsEditor) for line in editor.lines]
        taken = [card for card in cards if places.row_at(self.desk.answers, card.place)]
        taken += [line for line in own if not line.gone.isHidden()]
        if taken:
            self.random.choice(taken).removed.emit()

    def undo(self) -> None:
        """Take the last change back, wherever it was made."""
        self.screen._undo()

    def edit_person(self) -> None:
        """Type into a cell of the staff list."""
        model = self.turn_to("people").model
        columns = [place for place, one in enumerate(COLUMNS) if one.field in TYPED]
        if model.rowCount():
            row = self.random.randrange(model.rowCount())
            index = model.index(row, self.random.choice(columns))
            model.setData(index, " ".join(self.random.choices(WORDS, k=2)))

    def add_person(self) -> None:
        """Add somebody to the staff list."""
        self.turn_to("people").add()

    def remove_person(self) -> None:
        """Take the person off the staff list who stands where the cursor is."""
        page = self.turn_to("people")
        if page.model.rowCount():
            page.table.selectRow(self.random.randrange(page.model.rowCount()))
            page.remove()

    def export(self) -> None:
        """Write documents, unless that is under way."""
        page = self.turn_to(flow.EXPORT.id)
        page.folder.setText(str(self.folder))
        page.tick(DOCUMENTS)
        if page.save.isEnabled():
            page.start()

    def save_as(self) -> None:
        """Save the project as a file, over the one that is there."""
        project = self.desk.session.project.id
        file = self.folder / "copy.policies"
        self.window.keeper.run(lambda library: files.save_as(library, project, file))

    def back_up(self) -> None:
        """Back the library up as on some day."""
        day = dt.date(2020, 1, 1) + dt.timedelta(self.random.randrange(1000))
        self.window.keeper.run(lambda library: backups.daily(library, today=day))

    def turn_to(self, stop: str):
        """What is asked or shown at a stop; a move is made only when its page is there."""
        self.screen.go(stop)
        page = self.screen.page(stop)
        self.at = time.monotonic()
        return page.bodies[0]

    def seen(self, kind):
        """The widgets of this kind on the page that is shown."""
        page = self.screen.stack.currentWidget()
        return [one for one in page.findChildren(kind) if one.isVisible() and one.isEnabled()]


def listen_to(robot: Robot) -> None:
    """Let the robot tell each value as soon as the session has it, before anything can save it."""
    put, put_people = Session._put, Session._put_people

    def told_put(session, place, raw):
        found = put(session, place, raw)
        robot.tell({str(place.whole): state_of(session, place.whole)})
        return found

    def told_put_people(session, *people):
        put_people(session, *people)
        robot.tell_people()

    Session._put, Session._put_people = told_put, told_put_people


def main(project: str, folder: str, seed: str) -> int:
    """Work until killed."""
    program = application(sys.argv[:1])
    chosen = settings.load()
    window = Window(Keeper(paths.library_file()), chosen)
    window.show()
    QTimer.singleShot(0, load_later)
    robot = Robot(window, Path(folder), int(seed))
    listen_to(robot)
    window.open(project, "business")
    waiting = QTimer(interval=5)

    def opened() -> None:
        if window.project is not None:
            waiting.stop()
            robot.begin()

    waiting.timeout.connect(opened)
    waiting.start()
    # A bug in a move, or a save that fails, ends the program: the test then tells of it.
    sys.excepthook = lambda *error: (sys.__excepthook__(*error), os._exit(1))
    return program.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
