"""The ledger in the window: what it shows, finds, filters and sorts, and the marks by keyboard."""

import datetime as dt
from dataclasses import replace

import docx
import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests.story import SCAN, publish_story
from ui import printing, tongue
from ui.desk import Desk
from ui.ledger.model import CHIP, FIRST, NAME, POSITION
from ui.pages.acknowledgements import AcknowledgementsPage
from wizard import saving, starting
from wizard.ledger import ledger
from wizard.library import blobs, events, projects

TODAY = dt.datetime.now().astimezone().date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def shown(qtbot, keeper, request):
    """``shown(project)``: the page of a project of the library, its ledger read."""

    def made(project):
        session = keeper.ask(
            lambda library: saving.opened(library, projects.must_exist(library, project))
        )
        desk = Desk(keeper, session)
        request.addfinalizer(desk.save)
        page = AcknowledgementsPage(desk)
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.activateWindow()
        page.refresh()
        qtbot.waitUntil(lambda: page.clerk.ledger is not None)
        return page

    return made


@pytest.fixture
def page(keeper, shown):
    """The café of the story: two versions, and marks of a few months."""
    return shown(keeper.ask(publish_story))


@pytest.fixture
def settled(qtbot, keeper):
    """``settled()``: waits until all that was handed to the library is done and shown."""

    def wait():
        qtbot.waitUntil(lambda: keeper.is_idle)

    return wait


def place(page, person, document="guide"):
    """The index of a person's cell."""
    names = [one.document for one in page.model.documents]
    return page.model.index(page.model.row_of(person), FIRST + names.index(document))


def chip(page, person, document="guide"):
    return place(page, person, document).data(CHIP)


def choose(page, *people, document="guide"):
    """Select the rows of these people, the document's column being the current one."""
    page.table.setCurrentIndex(place(page, people[0], document))
    rows = QItemSelection()
    for one in people:
        rows.select(place(page, one), place(page, one))
    flags = QItemSelectionModel.SelectionFlag
    page.table.selectionModel().select(rows, flags.ClearAndSelect | flags.Rows)
    page.table.setFocus()


def stored(keeper, page, person, document="guide", day=TODAY):
    """The cell as the library has it."""
    project = page.desk.session.project.id
    found = keeper.ask(lambda library: ledger.read(library, project, day))
    return found.state(person).cells.get(document)


def test_chips_tell_every_state(page):
    assert chip(page, "p1").words == f"✓ {(TODAY - 12 * DAY):%-d %b %Y}"
    assert chip(page, "p3").words == "☐ overdue"
    assert chip(page, "p5").words == "absent"
    assert chip(page, "p6").words == "refused, with a record"
    assert chip(page, "p1", "service-standard").words == "not required"
    assert chip(page, "p7").clip
    assert not chip(page, "p1").clip
    assert "handed over on" in place(page, "p8").data(Qt.ItemDataRole.ToolTipRole)
    assert "holiday until" in page.model.index(page.model.row_of("p5"), page.model.remark).data()
    assert "on leave" in page.model.index(page.model.row_of("p8"), page.model.remark).data()


def test_a_contractor_is_told_apart_and_a_name_may_be_missing(page):
    assert "annex" in chip(page, "q0", "service-standard").words
    assert page.model.index(page.model.row_of("q1"), NAME).data() == "without a name"


def test_the_head_tells_what_the_last_version_asks(page):
    text = page.reason.text()
    assert "Version 2" in text
    assert "signed anew: Guide" in text
    assert "Crisis plan" in text
    assert "Sign by" in text


def test_who_is_late_stands_first_and_the_card_shows_nobody_else(qtbot, page):
    assert page.model.cell(page.model.index(0, FIRST + 1)) is not None
    late = {one.id for one in page.model.shown if "overdue" in _words(page, one.id)}
    qtbot.mouseClick(page.cards.overdue, Qt.MouseButton.LeftButton)
    assert {one.id for one in page.model.shown} == late
    assert page.filters.wanted.show == "overdue"


def _words(page, person):
    names = [one.document for one in page.model.documents]
    return " ".join(chip(page, person, name).words for name in names)


def test_find_filter_and_sort(page):
    everybody = page.model.rowCount()
    page.filters.find.setText("barista")
    assert 0 < page.model.rowCount() < everybody
    page.filters.find.setText("nobody is called this")
    assert page.model.rowCount() == 0
    assert page.count.text() == "Nobody fits."
    page.filters.find.clear()
    page.filters.show_only("left")
    assert [one.id for one in page.model.shown] == ["p9"]
    page.filters.show_only("all")
    assert page.model.row_of("p9") == -1
    box = page.filters.fields["location"]
    page.filters.more.click()
    assert box.isVisible()
    box.setCurrentIndex(1)
    box.chosen.emit(box.currentData())
    assert {one.location for one in page.model.shown} == {box.currentData()}
    box.setCurrentIndex(0)
    box.chosen.emit(None)
    header = page.table.horizontalHeader()
    header.sectionClicked.emit(POSITION)
    positions = [one.position for one in page.model.shown]
    assert positions == sorted(positions)
    header.sectionClicked.emit(POSITION)
    assert [one.position for one in page.model.shown] == sorted(positions, reverse=True)


def press(widget, letter):
    """Press a key that types this letter; QTest knows none of the Russian ones."""
    key = Qt.Key(ord(letter.upper()))
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(("letter", "state"), [("s", "signed"), ("ы", "signed"), (" ", "signed")])
def test_a_key_marks_who_is_chosen(keeper, page, settled, letter, state):
    choose(page, "p3", "p8")
    press(page.table, letter)
    settled()
    assert {stored(keeper, page, one).state for one in ("p3", "p8")} == {state}
    assert chip(page, "p3").words == f"✓ {TODAY:%-d %b %Y}"
    assert page.notice.text.text() == "Marked as signed: 2"
    assert page.model.ledger.coverage("guide").signed == 6


def test_of_many_only_those_are_marked_who_have_yet_to_sign(qtbot, keeper, page, settled):
    before = stored(keeper, page, "p1")
    choose(page, "p3")
    page.table.selectAll()
    qtbot.keyClicks(page.table, "s")
    settled()
    assert stored(keeper, page, "p1") == before
    assert stored(keeper, page, "p6").state == "refused"
    assert stored(keeper, page, "q0") is None
    assert not page.model.ledger.outstanding("guide")


def test_undo_by_letter_by_ctrl_z_and_by_the_message(qtbot, keeper, page, settled):
    for undo in (
        lambda: qtbot.keyClicks(page.table, "u"),
        lambda: qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        page.notice.button.click,
        page.marks.buttons["undo"].click,
    ):
        choose(page, "p3")
        qtbot.keyClicks(page.table, "h")
        settled()
        assert stored(keeper, page, "p3").state == "handed"
        undo()
        settled()
        assert stored(keeper, page, "p3").state == "not-handed"
        assert chip(page, "p3").words == "☐ overdue"
    assert not page.marks.buttons["undo"].isEnabled()


def test_who_is_chosen_stays_so_when_the_ledger_is_read_anew(page, settled):
    choose(page, "p3", "p4", "p8", document="crisis-plan")
    page.refresh()
    settled()
    assert {one.id for one in page.table.chosen()} == {"p3", "p4", "p8"}
    assert page.model.document(page.table.currentIndex().column()) == "crisis-plan"


def test_two_marks_in_a_row_are_both_shown(qtbot, page, settled):
    choose(page, "p3")
    qtbot.keyClicks(page.table, "s")
    choose(page, "p8")
    qtbot.keyClicks(page.table, "s")
    settled()
    assert chip(page, "p3").words.startswith("✓")
    assert chip(page, "p8").words.startswith("✓")
    assert page.model.ledger.coverage("guide").signed == 6


def test_day_and_way_go_with_the_mark(qtbot, keeper, page, settled):
    day = TODAY - 2 * DAY
    page.marks.day.line.clear()
    qtbot.keyClicks(page.marks.day.line, day.isoformat())
    page.marks.how.setCurrentIndex(page.marks.how.findData("email"))
    choose(page, "p3")
    page.marks.buttons["signed"].click()
    settled()
    cell = stored(keeper, page, "p3")
    assert (cell.on, cell.how) == (day, "email")


def test_a_day_that_is_none_or_to_come_marks_nobody(qtbot, keeper, page, settled):
    page.marks.day.show_raw("soon")
    choose(page, "p3")
    qtbot.keyClicks(page.table, "s")
    settled()
    assert "soon" in page.notice.text.text()
    page.marks.day.show_raw((TODAY + DAY).isoformat())
    choose(page, "p3")
    qtbot.keyClicks(page.table, "s")
    settled()
    assert "still to come" in page.notice.text.text()
    assert stored(keeper, page, "p3").state == "not-handed"


def test_the_current_column_is_the_document_that_is_marked(qtbot, keeper, page, settled):
    choose(page, "p8", document="service-standard")
    assert page.marks.document == "service-standard"
    qtbot.keyClicks(page.table, "s")
    settled()
    assert stored(keeper, page, "p8", "service-standard").state == "signed"
    assert stored(keeper, page, "p8").state == "handed"
    page.marks.document_box.setCurrentIndex(page.marks.document_box.findData(""))
    choose(page, "p5", document="guide")
    page.marks.document_box.setCurrentIndex(page.marks.document_box.findData(""))
    qtbot.keyClicks(page.table, "s")
    settled()
    assert {stored(keeper, page, "p5", one).state for one in ("guide", "service-standard")} == {
        "signed"
    }


def test_absent_until_a_day_and_back(qtbot, keeper, page, settled):
    choose(page, "p3")
    page.deeds._ask_absence()
    assert page.away.isVisible()
    assert "Okafor" in page.away.text.text()
    qtbot.keyClicks(page.away.until.line, "some day")
    page.away.note.click()
    assert page.away.wrong.isVisible()
    page.away.until.line.clear()
    qtbot.keyClicks(page.away.until.line, (TODAY + 9 * DAY).isoformat())
    page.away.note.click()
    settled()
    assert chip(page, "p3").words == "☐ overdue"
    assert page.model.ledger.state("p3").absent_until == TODAY + 9 * DAY
    choose(page, "p3")
    page.deeds._mark_back()
    settled()
    assert page.model.ledger.state("p3").absent == ""


def test_a_remark_is_typed_in_its_cell(page, settled):
    row = page.model.row_of("p1")
    page.model.setData(page.model.index(row, page.model.remark), "  asks for  a copy ")
    settled()
    assert page.model.index(row, page.model.remark).data() == "asks for a copy"


def test_must_sign_and_need_not_by_hand(page, settled):
    choose(page, "p1", document="service-standard")
    page.deeds._ask(must=True)
    settled()
    assert chip(page, "p1", "service-standard").words.startswith("☐")
    page.deeds._ask(must=False)
    settled()
    assert chip(page, "p1", "service-standard").words == "not required"


def test_a_scan_is_kept_for_whom_it_shows_and_opens(keeper, page, settled, tmp_path, monkeypatch):
    file = tmp_path / "sheet.png"
    file.write_bytes(SCAN + b"another")
    monkeypatch.setattr(page.deeds, "_ask_for_scan", lambda: str(file))
    before = stored(keeper, page, "p1")
    choose(page, "p1", "p3")
    page.deeds.add_scan()
    settled()
    assert chip(page, "p1").clip
    assert chip(page, "p3").clip
    after = stored(keeper, page, "p1")
    assert replace(after, scan="") == before
    opened = []
    monkeypatch.setattr("ui.opening.QDesktopServices.openUrl", opened.append)
    choose(page, "p3")
    page.deeds.open_scan()
    settled()
    with open(opened[0].toLocalFile(), "rb") as stream:
        assert stream.read() == file.read_bytes()


def test_a_file_that_is_no_scan_changes_nothing(page, settled, tmp_path, monkeypatch):
    file = tmp_path / "sheet.png"
    file.write_bytes(b"GIF89a")
    monkeypatch.setattr(page.deeds, "_ask_for_scan", lambda: str(file))
    choose(page, "p3")
    page.deeds.add_scan()
    settled()
    assert "A scan is a PDF" in page.notice.text.text()
    assert not chip(page, "p3").clip


def test_who_leaves_leaves_the_staff_list_too_and_may_come_back(page, settled):
    choose(page, "p3")
    page.deeds.mark_left()
    settled()
    assert page.model.row_of("p3") == -1
    left = next(one for one in page.desk.session.people if one.id == "p3")
    assert left.left_on == TODAY
    page.notice.button.click()
    settled()
    assert page.model.row_of("p3") >= 0
    assert chip(page, "p3").words == "☐ overdue"


def test_erasing_is_offered_for_who_left_alone_and_forgets(keeper, page, settled):
    from ui.ledger import menu

    choose(page, "p3")
    assert not page.deeds._can(menu.ERASE)
    page.filters.show_only("left")
    page.table.selectRow(0)
    assert page.deeds._can(menu.ERASE)
    page.deeds._ask_erasing()
    assert "cannot be undone" in page.erasing.text.text()
    assert page.erasing.keep.hasFocus()
    before = page.clerk.ledger.coverage("guide")
    page.erasing.erase.click()
    settled()
    assert page.clerk.ledger.coverage("guide") == before
    assert page.model.index(0, NAME).data() == "without a name"
    remembered = repr([page.desk.session.people, page.desk.session._undo, page.desk.answers])
    assert "Evans" not in remembered


def test_everything_can_be_said_in_russian(keeper, shown):
    tongue.speak("ru")
    found = shown(keeper.ask(lambda library: publish_story(library, "ru")))
    assert chip(found, "p3").words == "☐ просрочено"
    assert chip(found, "p6").words == "отказ, акт"
    assert chip(found, "p1", "service-standard").words == "не требуется"
    assert found.papers.outstanding.text() == "Лист для тех, кто не подписал"
    assert found.model.index(found.model.row_of("q1"), NAME).data() == "без имени"


def test_before_the_first_version_it_shows_who_will_have_to_sign(qtbot, keeper, shown):
    project = keeper.ask(
        lambda library: (
            starting.create(library, "Corner", example="cafe", language="en", facts=True).id
        )
    )
    found = shown(project)
    assert found.first.isVisible()
    assert not found.marks.isVisible()
    assert {"to sign", "not required"} <= {
        chip(found, one.id, document.document).words
        for one in found.model.shown
        for document in found.model.documents
    }
    with qtbot.waitSignal(found.publish_wanted):
        found.publish.click()
    found.table.selectRow(0)
    qtbot.keyClicks(found.table, "s")
    assert keeper.ask(lambda library: events.events(library, project)) == []


def test_an_empty_staff_list_says_what_to_do(qtbot, keeper, shown):
    project = keeper.ask(
        lambda library: starting.create(library, "Corner", example="empty", language="en").id
    )
    found = shown(project)
    assert found.empty.isVisible()
    assert not found.table.isVisible()
    with qtbot.waitSignal(found.people_wanted):
        found.fill.click()


def test_the_scan_of_the_story_is_in_the_library(keeper, page):
    cell = stored(keeper, page, "p7")
    assert keeper.ask(lambda library: blobs.get(library, cell.scan)).content == SCAN


def printed(page, monkeypatch):
    """The orders that go to the printer from now on."""
    found = []
    monkeypatch.setattr(printing, "print_document", lambda _page, order, _day: found.append(order))
    return found


def test_the_sheet_for_the_outstanding_lists_them_alone(page, settled, monkeypatch):
    orders = printed(page, monkeypatch)
    page.papers.groups.setCurrentIndex(page.papers.groups.findData("location"))
    page.papers.outstanding.click()
    settled()
    (order,) = orders
    assert order.document == "acknowledgement"
    assert order.issue.by == "location"
    assert order.issue.asked["guide"] == page.model.ledger.outstanding("guide")
    assert order.issue.editions["guide"].number == 2


@pytest.mark.parametrize(
    ("entry", "document"),
    [
        ("Sheets for everybody", "acknowledgement"),
        ("A form for everybody", "acknowledgement-form"),
        ("A form for who has not signed", "acknowledgement-form"),
        ("A form for the chosen people", "acknowledgement-form"),
        ("A record of refusal for the chosen people", "refusal-record"),
    ],
)
def test_what_the_menu_prints(page, settled, monkeypatch, entry, document):
    orders = printed(page, monkeypatch)
    choose(page, "p6")
    next(one for one in page.papers.print_menu.actions() if one.text() == entry).trigger()
    settled()
    (order,) = orders
    assert order.document == document
    asked = order.issue.asked["guide"]
    if "everybody" in entry:
        assert asked == page.model.ledger.asked("guide")
    elif "chosen" in entry:
        assert asked == {"p6"}
    else:
        assert asked == page.model.ledger.outstanding("guide")
    assert [one.id for one in order.issue.people or ()] == (
        ["p6"] if document == "refusal-record" else []
    )


def test_nobody_to_print_for_is_said(page, settled, monkeypatch):
    orders = printed(page, monkeypatch)
    page.table.clearSelection()
    page.print_document("acknowledgement-form", "chosen")
    settled()
    assert orders == []
    assert page.notice.isVisible()


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_list_is_saved_as_a_table(page, settled, tmp_path, monkeypatch, suffix):
    file = tmp_path / f"list{suffix}"
    monkeypatch.setattr(page, "_ask_where", lambda _suffix: str(file))
    page.save_list(suffix)
    settled()
    assert file.read_bytes()[:2] == (b"PK" if suffix == ".xlsx" else b"\xef\xbb")
    assert str(file) in page.notice.text.text()


def test_replies_are_asked_for_by_their_file(qtbot, page, monkeypatch):
    monkeypatch.setattr(page, "_ask_for_replies", lambda: "missing.csv")
    page.load_replies()
    qtbot.waitUntil(lambda: not page.replies.wrong.isHidden())
    assert page.replies.text.text() == "missing.csv"
    assert not page.replies.note.isEnabled()


def test_the_first_screen_hears_of_every_mark(qtbot, keeper, page, settled):
    def kept():
        project = page.desk.session.project.id
        return keeper.ask(lambda library: projects.must_exist(library, project)).signatures

    settled()
    before = kept()
    choose(page, "p3")
    qtbot.keyClicks(page.table, "s")
    settled()
    assert (before.version, before.signers) == (2, kept().signers)
    assert kept().signed == before.signed + 1


def test_a_document_that_nobody_signs_says_so(page):
    bare = replace(page.model.ledger, states={})
    page.cards.show_ledger(bare)
    said = [one.text() for one in page.cards.findChildren(QLabel)]
    assert "nobody signs it" in said


def test_papers_are_saved_as_word_files_for_who_has_not_signed(
    qtbot, page, settled, monkeypatch, tmp_path
):
    settled()
    monkeypatch.setattr(page, "_ask_for_folder", lambda: str(tmp_path / "sheets"))
    deeds = {action.text(): action for action in page.papers.word_menu.actions()}
    with qtbot.waitSignal(page.press.saved, timeout=10_000) as saved:
        deeds["A sheet for who has not signed"].trigger()
    (file,) = (tmp_path / "sheets").glob("*.docx")
    assert saved.args == [file]
    names = {
        row.cells[1].text
        for table in docx.Document(str(file)).tables
        for row in table.rows[1:]
        if row.cells[1].text.strip("\u200b\xa0")
    }
    people = page.clerk.ledger.people
    expected = {
        f"{people[one].given} {people[one].surname}"
        for document in ("guide", "service-standard", "crisis-plan")
        for one in page.clerk.ledger.outstanding(document)
        if people[one].surname
    }
    assert names == expected
    assert 0 < len(names) < len(people)


def test_nobody_has_left_on_a_day_to_come(keeper, page, settled):
    choose(page, "p3")
    page.marks.day.show_raw((TODAY + DAY).isoformat())
    page.deeds.mark_left()
    settled()
    assert page.notice.isVisible()
    assert all(one.left_on is None for one in page.desk.session.people if one.id == "p3")
