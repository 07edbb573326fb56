"""Pictures of every screen and of every paper, in both languages.

``python3 run.py pictures DIR`` writes them. Screens come light and dark, small, usual and doubled:
``<screen>-<language>-<theme>-<width>x<height>[@2].png``. Papers come all pages of a trade on one
sheet: ``papers-<trade>-<language>.png``.
"""

import os
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

# Set before Qt is loaded: the pictures look alike on every machine, with a screen or without.
SCALE = os.environ.get("POLICY_WIZARD_PICTURE_SCALE", "1")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = SCALE

from PySide6.QtCore import QDeadlineTimer, QEventLoop  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

import run  # noqa: E402
from tests import contact_sheets, libreoffice  # noqa: E402
from tests.documents import letterheads  # noqa: E402
from tests.story import publish_story  # noqa: E402
from ui.__main__ import application  # noqa: E402
from ui.editors.holiday_offer import HolidayOffer  # noqa: E402
from ui.editors.picture import PictureEditor  # noqa: E402
from ui.editors.row_card import RowCard  # noqa: E402
from ui.editors.staff_offer import StaffOffer  # noqa: E402
from ui.findings.note import FindingNote  # noqa: E402
from ui.findings.promise_card import PromiseCard  # noqa: E402
from ui.history_panel import HistoryPanel  # noqa: E402
from ui.keeper import Keeper  # noqa: E402
from ui.pages.acknowledgements import AcknowledgementsPage  # noqa: E402
from ui.pages.stop_page import StopPage  # noqa: E402
from ui.screens.project import ProjectScreen  # noqa: E402
from ui.screens.version import VersionScreen  # noqa: E402
from ui.window import Window  # noqa: E402
from wizard import clock, flow, saving, settings, starting  # noqa: E402
from wizard.i18n import LANGUAGES  # noqa: E402
from wizard.interview.places import Place  # noqa: E402
from wizard.library.connection import Library  # noqa: E402

KINDS = ("screens", "papers")
ROUNDS = 5
"""How often the waiting events are handled before a picture: layouts ask for more of them."""
SIZES = ((1280, 800), (1024, 640))
NAMES = {"en": ("Coffee Corner", "Bright Smile"), "ru": ("Кофейный уголок", "Белая улыбка")}
TRADES = ("cafe", "clinic")
OLD = "clinic"
STAFF = """ФИО;Должность;E-mail;Дата приёма
Соколова Анна Викторовна;руководитель;a@example.com;01.02.2024
Ёлкина Мария;бариста;m@example.com;скоро
;повар;;
Ёлкина Мария;бариста;m@example.com;скоро
"""


def main(folder: Path, kinds: Collection[str]) -> None:
    """Write the pictures of these kinds into the folder; doubled screens by a child of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    program = application(["pictures"])
    if "papers" in kinds:
        write_papers(folder)
    if "screens" in kinds:
        write_screens(folder)
    program.shutdown()
    if "screens" in kinds and SCALE == "1":
        environment = {**os.environ, "POLICY_WIZARD_PICTURE_SCALE": "2"}
        command = [sys.executable, "-m", "tests.pictures", str(folder), "screens"]
        os.execve(sys.executable, command, environment)


def write_papers(folder: Path) -> None:
    """The contact sheets, or one sentence on what they lack."""
    lacking = libreoffice.missing(*contact_sheets.TOOLS)
    if lacking:
        run.say("no papers", programs=", ".join(lacking))
        return
    contact_sheets.write_all(folder, LANGUAGES, clock.today())


def write_screens(folder: Path) -> None:
    """Every screen, at the scale of this process."""
    sizes = SIZES if SCALE == "1" else SIZES[:1]
    themes = ("light", "dark") if SCALE == "1" else ("light",)
    for language in LANGUAGES:
        for theme in themes:
            for name, widget, size in screens(language, theme, sizes):
                mark = f"@{SCALE}" if SCALE != "1" else ""
                file = f"{name}-{language}-{theme}-{size[0]}x{size[1]}{mark}.png"
                widget.grab().save(str(folder / file))


def screens(
    language: str, theme: str, sizes: tuple[tuple[int, int], ...]
) -> Iterator[tuple[str, QWidget, tuple[int, int]]]:
    """Each screen of a window with two projects, shown and settled, at each size."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["POLICY_WIZARD_HOME"] = home
        keeper = Keeper(Path(home) / "library.sqlite")
        published = keeper.ask(lambda library: publish_story(library, language))
        project = keeper.ask(lambda library: _projects(library, language))
        chosen = replace(settings.load(), window_language=language, theme=theme)
        window = Window(keeper, chosen)
        window.show()
        for size in sizes:
            window.resize(*size)
            window.show_first()
            yield _settled("first", window, size)
            window.show_settings()
            yield _settled("settings", window, size)
            window.start("cafe", "")
            _wait_for(lambda: hasattr(window.stack.currentWidget(), "finished"))
            path = window.stack.currentWidget()
            for number in range(1, len(path.pages) + 1):
                yield _settled(f"short-path-{number}", window, size)
                path.go_on()
            window.show_first()
            window.open(project, flow.STOPS[0].id)
            _wait_for(lambda: window.project is not None)
            for stop in flow.STOPS:
                window.project.go(stop.id)
                yield _settled(f"{flow.number(stop.id):02}-{stop.id}", window, size)
            for name, unfold in UNFOLDED:
                stop = name.split("-")[0]
                window.project.go(stop)
                unfold(window.project.page(stop), window.project)
                number = flow.number(stop)
                yield _settled(f"{number:02}-{name}", window, size)
            while window.project.desk.session.can_undo:
                window.project.desk.undo()
            window.show_first()
            window.open(published, LEDGER.id)
            _wait_for(lambda: window.project is not None)
            for name, act in LEDGER_ACTS:
                _wait_for(lambda: window.keeper.is_idle)
                act(window.project.page(LEDGER.id).bodies[0])
                yield _settled(f"{flow.number(LEDGER.id):02}-{name}", window, size)
            for name, act in VERSION_ACTS:
                act(window)
                yield _settled(name, window, size)
            window.show_first()
        window.close()
        _wait_for(lambda: keeper.is_idle)
        keeper.close()


def _unfold_holidays(page: StopPage, _screen: ProjectScreen) -> None:
    offer = page.findChild(HolidayOffer)
    offer.open()
    page.ensureWidgetVisible(offer, 0, 200)


def _unfold_staff(page: StopPage, _screen: ProjectScreen) -> None:
    offer = page.findChild(StaffOffer)
    offer.open()
    offer.all.click()
    page.ensureWidgetVisible(offer, 0, 200)


def _unfold_row(page: StopPage, _screen: ProjectScreen) -> None:
    card = page.findChild(RowCard)
    card.open()
    page.ensureWidgetVisible(card, 0, 300)


def _choose_letterhead(page: StopPage, _screen: ProjectScreen) -> None:
    file = Path(os.environ["POLICY_WIZARD_HOME"]) / "letterhead.dotx"
    file.write_bytes(letterheads.zipped(letterheads.designed()))
    editor = next(one for one in page.findChildren(PictureEditor) if one.takes_letterhead)
    editor.take_file(file)
    _wait_for(lambda: editor.card is not None)
    page.ensureWidgetVisible(editor.card, 0, 100)


def _unfold_history(page: StopPage, screen: ProjectScreen) -> None:
    place = Place("service", "purpose")
    for words in ("Answer within the hour.", "Answer within the hour, kindly."):
        screen.desk.put(place, words)
    page.findChild(HistoryPanel).link.click()


def _unfold_list(page: StopPage, _screen: ProjectScreen) -> None:
    QApplication.clipboard().setText(STAFF)
    page.bodies[0].paste()
    _wait_for(lambda: page.bodies[0].loading.take.isEnabled())


GUESTS = {
    "en": ("Photos of guests", "Ask first."),
    "ru": ("Фотографии гостей", "Сначала спросите."),
}


def _change_sections(page: StopPage, screen: ProjectScreen) -> None:
    """A section left out, one moved, and an own one that is being written."""
    own = page.bodies[0]
    own.choose("guide")
    own.rows["praise"].printed.click()
    own.rows["rights"].up.click()
    own.rows["breach"].add.click()
    row = next(one for one in own.rows.values() if one.form is not None)
    words = GUESTS[screen.desk.document_language]
    for place, said in zip(row.form.rows, words, strict=True):
        screen.desk.put(place, said)
    page.ensureWidgetVisible(row, 0, 200)


def _unfold_missing(page: StopPage, screen: ProjectScreen) -> None:
    for question in ("name", "city", "phone", "approver"):
        screen.desk.put(Place("business", question), None)
    page.bodies[0].refresh()


NOTES = {"en": "The deputy was rung", "ru": "Позвонили заместителю"}
HOLLOW = {"en": "Sorry for any inconvenience.", "ru": "Извините за доставленные неудобства."}


def _notice_much(_page: StopPage, screen: ProjectScreen) -> None:
    """Answers that several checks have something to say about."""
    desk = screen.desk
    language = desk.document_language
    first, second, third = (row.id for row in desk.answers.channels.list[:3])
    days = {"number": 3, "unit": "days", "counted": "clock"}
    desk.put(Place("channels", "list", first, "reply"), {**days, "number": 1, "unit": "hours"})
    desk.put(Place("channels", "list", second, "reply"), days)
    desk.put(Place("channels", "list", third, "messages_a_day"), 260)
    desk.put(Place("community", "late"), HOLLOW[language])
    desk.put(Place("risks", "list", "boycott", "actor"), "")
    desk.checker.run()


def _unfold_promise(page: StopPage, screen: ProjectScreen) -> None:
    _notice_much(page, screen)
    page.ensureWidgetVisible(page.findChild(PromiseCard), 0, 0)


def _unfold_note(page: StopPage, _screen: ProjectScreen) -> None:
    page.focus(Place("community", "late"))
    page.findChild(FindingNote).explain.click()
    page.ensureWidgetVisible(page.findChild(FindingNote), 0, 100)


def _unfold_leaving(page: StopPage, _screen: ProjectScreen) -> None:
    page.bodies[0].refresh()
    first, second = page.bodies[0].findings.notes[:2]
    second.explain.click()
    first.leave.click()


def _run_drill(page: StopPage, _screen: ProjectScreen) -> None:
    """The clock at an inject of the third level, with a note."""
    page.start()
    for _inject in range(8):
        page.clock.forward.click()
    page.clock.notes.line.setText(NOTES[page.desk.document_language])
    page.clock.notes.line.returnPressed.emit()


def _review_drill(page: StopPage, _screen: ProjectScreen) -> None:
    page.clock.stop.click()
    page.review.changes.add.click()


UNFOLDED = (
    ("business-letterhead", _choose_letterhead),
    ("hours-holidays", _unfold_holidays),
    ("channels-row", _unfold_row),
    ("service-history", _unfold_history),
    ("people-list", _unfold_list),
    ("risks-row", _unfold_row),
    ("crisis_team-row", _unfold_row),
    ("own_words-changed", _change_sections),
    ("review-missing", _unfold_missing),
    ("channels-promise", _unfold_promise),
    ("community-note", _unfold_note),
    ("review-findings", _unfold_leaving),
    ("briefing-staff", _unfold_staff),
    ("drills-clock", _run_drill),
    ("drills-review", _review_drill),
)
"""Steps once more with something in them opened; what is changed for it is taken back."""


def _mark(page: AcknowledgementsPage) -> None:
    page.table.selectRow(1)
    page.table.go_to_document("guide")
    page.table.setFocus()
    page.deeds.do("signed")


def _note_absence(page: AcknowledgementsPage) -> None:
    page.filters.more.setChecked(True)
    page.table.selectRow(0)
    page.deeds._ask_absence()


def _ask_erasing(page: AcknowledgementsPage) -> None:
    page.deeds.do("undo")
    page.filters.more.setChecked(False)
    page.filters.show_only("left")
    page.table.selectRow(0)
    page.deeds._ask_erasing()


LEDGER = flow.ACKNOWLEDGEMENTS
LEDGER_ACTS = (
    ("ledger", lambda _page: None),
    ("ledger-marked", _mark),
    ("ledger-absent", _note_absence),
    ("ledger-left", _ask_erasing),
)
"""The ledger of a project with two versions, and what is done in it; the mark is taken back."""


def _change(window: Window) -> None:
    desk = window.project.desk
    desk.put(Place("business", "phone"), "0113 496 0999")
    rule = desk.answers.staff_rules.dont[0].id
    desk.put(Place("staff_rules", "dont", rule, "text"), NAMES[window.settings.window_language][0])
    window.project.go("review")


def _begin_to_publish(window: Window) -> None:
    since = window.project.page("review").bodies[0].since
    _wait_for(lambda: window.keeper.is_idle)
    since.begin()
    window.project.page("review").ensureWidgetVisible(since.panel.publish)


def _look_at_a_version(window: Window) -> None:
    while window.project.desk.session.can_undo:
        window.project.desk.undo()
    window.show_version(1)
    _wait_for(lambda: isinstance(window.stack.currentWidget(), VersionScreen))


VERSION_ACTS = (
    ("13-review-since", _change),
    ("13-review-publish", _begin_to_publish),
    ("version", _look_at_a_version),
)
"""What changed since the last version, publishing, an old version; the changes are taken back."""


def _projects(library: Library, language: str) -> str:
    """Two projects of invented businesses; the id of the first, with its answers complete."""
    ids = []
    for name, trade in zip(NAMES[language], TRADES, strict=True):
        project = starting.create(library, name, example=trade, language=language, facts=True)
        session = saving.opened(library, project)
        for stop in flow.STOPS[:4]:
            session.visit(stop.id)
        if trade == OLD:
            session.give(Place("business", "valid_from"), "2025-10-02")
            session.give(Place("business", "approver"), None)
        saving.save_session(library, session)
        ids.append(project.id)
    return ids[0]


def _settled(
    name: str, window: Window, size: tuple[int, int]
) -> tuple[str, QWidget, tuple[int, int]]:
    """The screen once nothing is being made, saved or set in type any more."""
    _wait_for(lambda: window.keeper.is_idle and (not window.project or window.project.is_idle))
    for _ in range(ROUNDS):
        QApplication.processEvents()
    return name, window, size


def _wait_for(happened) -> None:
    deadline = QDeadlineTimer(60_000)
    while not happened():
        if deadline.hasExpired():
            raise TimeoutError("the screen did not come")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


if __name__ == "__main__":
    asked_folder, asked_kinds = Path(*sys.argv[1:2] or ["pictures"]), sys.argv[2:] or KINDS
    if not set(asked_kinds) <= set(KINDS):
        run.stop("no such pictures", kinds=", ".join(KINDS))
    main(asked_folder, asked_kinds)
