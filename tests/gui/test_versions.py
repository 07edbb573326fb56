"""Publishing in the window, an earlier version to look at, exporting one, replies in the ledger."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.test_look import nameless, squeezed
from tests.story import publish_story
from ui.screens.project import ProjectScreen
from ui.screens.version import VersionScreen
from wizard.interview.places import Place
from wizard.library import versions


def review(screen):
    """The body of the review as it is: asking the screen for its page would refresh it."""
    return screen._pages["review"].bodies[0]


@pytest.fixture
def told(qtbot):
    """``told(screen)``: waits until the publisher has answered for the answers as they are."""

    def wait(screen):
        publisher = screen.publisher
        qtbot.waitUntil(
            lambda: screen.desk.keeper.is_idle and publisher._answers is screen.desk.answers,
            timeout=10_000,
        )
        return review(screen).since

    return wait


@pytest.fixture
def publish(qtbot, told):
    """``publish(screen, "A note")``: fills the questions in and publishes."""

    def go(screen, note):
        since = told(screen)
        since.publish.click()
        since.panel.note.setText(note)
        with qtbot.waitSignal(screen.publisher.published, timeout=10_000) as found:
            since.panel.publish.click()
        told(screen)
        return found.args[0]

    return go


def stored(screen):
    project = screen.desk.session.project.id
    return screen.desk.keeper.ask(lambda library: versions.versions(library, project))


def test_the_first_version_is_published_on_the_review(told, publish, at_work):
    _, screen = at_work(stop="review")
    since = told(screen)
    assert since.heading.text() == "Nothing is published yet"
    assert since.publish.text() == "Publish version 1…"
    version = publish(screen, "First version")
    assert version.number == 1
    assert since.heading.text().startswith("Version 1 of ")
    assert since.told.text() == "No document has changed since."
    assert since.outcome.isVisible()
    assert not since.publish.isVisible()
    assert screen.side.state.text() == "Version 1 · documents: EN"
    (only,) = stored(screen)
    assert only.note == "First version"
    assert only.sign_by is not None


def test_what_changed_is_told_and_who_signs_again(qtbot, told, publish, at_work):
    _, screen = at_work(stop="review")
    publish(screen, "First version")
    rule = screen.desk.answers.staff_rules.do[0].id
    screen.desk.put(Place("staff_rules", "do", rule, "text"), "Something else entirely.")
    screen.desk.put(Place("business", "phone"), "0113 496 0999")
    screen.go("export")
    screen.go("review")
    since = told(screen)
    assert since.heading.text().startswith("Since version 1 (")
    since.publish.click()
    panel = since.panel
    assert {one: box.currentText() for one, box in panel.choices.items()} == {
        "service-standard": "Signatures stay",
        "guide": "People sign again: 9",
        "crisis-plan": "Signatures stay",
    }
    panel.note.setText("Another rule")
    with qtbot.waitSignal(screen.publisher.published, timeout=10_000):
        panel.publish.click()
    project = screen.desk.session.project.id
    editions = screen.desk.keeper.ask(lambda library: versions.editions(library, project, 2))
    assert {one.document: one.base for one in editions.values()} == {
        "promise": 2, "service-standard": 1, "guide": 2, "crisis-plan": 1,
    }  # fmt: skip


def test_a_note_is_asked_for_and_nothing_is_lost_meanwhile(qtbot, told, at_work):
    _, screen = at_work(stop="review")
    since = told(screen)
    since.publish.click()
    since.panel.note.setText("  ")
    with qtbot.waitSignal(screen.publisher.refused, timeout=10_000):
        since.panel.publish.click()
    assert "one line what changed" in since.panel.error.text()
    assert since.panel.isVisible()
    since.panel.sign_by.line.setText("soon")
    since.panel.sign_by.line.textEdited.emit("soon")
    since.panel.note.setText("First version")
    since.panel.publish.click()
    assert since.panel.error.text().startswith("“soon” is no day.")
    assert stored(screen) == []


def test_in_russia_a_changed_rule_offers_no_minor_change(told, publish, at_work):
    _, screen = at_work("ru", "review")
    publish(screen, "Первая редакция")
    rule = screen.desk.answers.staff_rules.do[0].id
    screen.desk.put(Place("staff_rules", "do", rule, "text"), "Совсем другое правило.")
    since = review(screen).since
    since.refresh()
    told(screen)
    since.publish.click()
    choice = since.panel.choices["guide"]
    assert not choice.isEnabled()
    assert choice.currentText() == "Нужно новое ознакомление: 9"


def test_a_version_is_looked_at_compared_and_taken_as_the_draft(
    qtbot, told, publish, at_work, shows
):
    window, screen = at_work(stop="review")
    publish(screen, "First version")
    screen.desk.put(Place("business", "phone"), "0113 496 0999")
    review(screen).since.refresh()
    told(screen)
    publish(screen, "A new phone")
    review(screen).versions.opened.emit(1)
    version = shows(window, VersionScreen)
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    assert version.stamp.text().startswith("version 1 of ")
    assert not version.differences.isHidden()
    version.compare.setCurrentIndex(version.compare.findData(2))
    version.compare.activated.emit(version.compare.currentIndex())
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    assert not version.differences.isHidden()
    version.take.click()
    shows(window, ProjectScreen)
    assert screen.desk.answers.business.phone.own == "0113 496 0100"
    since = told_after(qtbot, screen, told)
    assert since.heading.text().startswith("Since version 2 (")
    screen.desk.undo()
    assert screen.desk.answers.business.phone.own == "0113 496 0999"


def told_after(qtbot, screen, told):
    review(screen).since.refresh()
    return told(screen)


def test_a_version_is_saved_as_it_was(qtbot, told, publish, at_work, shows, tmp_path, monkeypatch):
    window, screen = at_work(stop="review")
    publish(screen, "First version")
    window.show_version(1)
    version = shows(window, VersionScreen)
    monkeypatch.setattr(version, "_ask_for_folder", lambda: str(tmp_path / "out"))
    with qtbot.waitSignal(version.exporter.finished, timeout=10_000):
        version.save.click()
    qtbot.waitUntil(lambda: version.told.text() == "Written: 4 files.")
    assert sum("version 1 of" in one.name for one in (tmp_path / "out").glob("*.docx")) == 4
    version.back.click()
    assert shows(window, ProjectScreen) is screen


def test_the_export_offers_the_newest_version_until_the_draft_says_more(
    qtbot, told, publish, at_work, tmp_path
):
    _, screen = at_work(stop="review")
    publish(screen, "First version")
    screen.go("export")
    told(screen)
    page = screen.page("export").bodies[0]
    assert page.version == 1
    assert not page.documents["change-sheet"].isVisible()
    page.folder.setText(str(tmp_path / "out"))
    page.start()
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").glob("*.docx"))) == 5, timeout=10_000)
    qtbot.waitUntil(lambda: not page._working)
    names = [one.name for one in (tmp_path / "out").glob("*.docx")]
    assert sum("version 1 of" in name for name in names) == 4
    screen.desk.put(Place("business", "phone"), "0113 496 0999")
    screen.go("review")
    screen.go("export")
    told(screen)
    assert page.version == 0
    page.which.setCurrentIndex(1)
    page.which.activated.emit(1)
    assert page.version == 1


def test_replies_are_shown_before_they_are_noted_and_can_be_taken_back(
    qtbot, told, publish, at_work, tmp_path
):
    _, screen = at_work(stop="review")
    publish(screen, "First version")
    screen.go("acknowledgements")
    page = screen.page("acknowledgements").bodies[0]
    qtbot.waitUntil(lambda: page.clerk.ledger is not None and page.clerk.ledger.version == 1)
    guide = page.clerk.ledger.asked("guide")
    person = next(one for one in screen.desk.session.people if one.id in guide)
    table = tmp_path / "replies.csv"
    table.write_text(f"name\n{person.given} {person.surname}\nNobody Known\n", "utf-8")
    page.replies.load(table)
    qtbot.waitUntil(lambda: page.replies.wrong.isVisible())
    assert "Say which document is meant" in page.replies.wrong.text()
    page.replies.document.setCurrentIndex(page.replies.document.findData("guide"))
    page.replies.document.chosen.emit("guide")
    qtbot.waitUntil(lambda: page.replies.note.isEnabled())
    assert page.replies.problems.found.rowCount() == 1
    with qtbot.waitSignal(page.clerk.noted):
        page.replies.note.click()
    assert page.clerk.ledger.coverage("guide").signed == 1
    assert not page.replies.isVisible()
    with qtbot.waitSignal(page.clerk.undone):
        page.clerk.undo()
    assert page.clerk.ledger.coverage("guide").signed == 0


def test_the_first_screen_tells_the_version_and_who_has_signed(qtbot, told, publish, at_work):
    window, screen = at_work(stop="review")
    publish(screen, "First version")
    window.show_first()
    qtbot.waitUntil(lambda: bool(window.first.projects.model.projects))
    (project,) = window.first.projects.model.projects
    assert project.signatures.version == 1
    # Eight sign sheets and forms, one contractor gets an annex.
    assert (project.signatures.signed, project.signatures.signers) == (0, 9)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)], ids=["usual", "smallest"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_squeezed_nor_nameless(qtbot, keeper, open_window, shows, language, size):
    project = keeper.ask(lambda library: publish_story(library, language))
    window = open_window(language)
    window.resize(*size)
    window.open(project, "review")
    screen = shows(window, ProjectScreen)
    qtbot.waitUntil(lambda: keeper.is_idle and screen.is_idle)
    screen.desk.put(Place("business", "phone"), "0113 496 0999")

    def look():
        qtbot.waitUntil(lambda: keeper.is_idle and screen.is_idle)
        QApplication.processEvents()
        assert squeezed(window) == []
        assert nameless(window) == []

    review(screen).since.refresh()
    look()
    review(screen).since.begin()
    look()
    window.show_version(1)
    shows(window, VersionScreen)
    look()


def test_what_changes_while_the_panel_is_open_is_looked_at_before_it_is_published(
    qtbot, told, publish, at_work
):
    _, screen = at_work(stop="review")
    publish(screen, "First version")
    screen.desk.put(Place("business", "phone"), "0113 496 0999")
    since = review(screen).since
    since.refresh()
    told(screen)
    since.publish.click()
    panel = since.panel
    panel.note.setText("A new phone")
    rule = screen.desk.answers.staff_rules.do[0].id
    screen.desk.put(Place("staff_rules", "do", rule, "text"), "Something else entirely.")
    assert "guide" not in panel.choices
    with qtbot.waitSignal(screen.publisher.told, timeout=10_000):
        panel.publish.click()
    assert panel.error.text().startswith("The answers were changed meanwhile.")
    assert panel.note.text() == "A new phone"
    assert panel.choices["guide"].currentText() == "People sign again: 9"
    assert len(stored(screen)) == 1
    with qtbot.waitSignal(screen.publisher.published, timeout=10_000):
        panel.publish.click()
    assert [one.note for one in stored(screen)] == ["First version", "A new phone"]


def test_the_project_may_be_left_while_it_is_published(qtbot, told, at_work):
    window, screen = at_work(stop="review")
    since = told(screen)
    project = screen.desk.session.project.id
    since.publish.click()
    since.panel.publish.click()
    window.show_first()
    qtbot.waitUntil(lambda: window.keeper.is_idle and window.project is None, timeout=10_000)
    (only,) = window.keeper.ask(lambda library: versions.versions(library, project))
    assert only.number == 1


def test_a_version_that_is_wanted_twice_or_too_late_is_shown_once_or_not(
    qtbot, told, publish, at_work, shows
):
    window, screen = at_work(stop="review")
    publish(screen, "First version")
    window.show_version(1)
    window.show_version(1)
    version = shows(window, VersionScreen)
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    assert window.stack.currentWidget() is version
    assert window.stack.count() == 2
    version.back.click()
    window.show_version(1)
    window.show_first()
    qtbot.waitUntil(lambda: window.keeper.is_idle)
    assert window.stack.currentWidget() is window.first
