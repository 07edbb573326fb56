"""Files written from the last stop while something gets in the way."""

import pytest

from ui.pages.export import ExportPage
from ui.versions.publisher import Publisher
from wizard.errors import UserError
from wizard.library import exports

DISK_FULL = UserError("The disk is full.")


@pytest.fixture
def page(qtbot, project_desk, tmp_path):
    """The page of a project that writes one document into a folder of this test."""
    desk = project_desk("cafe", facts=True)
    found = ExportPage(desk, str(tmp_path), Publisher(desk))
    qtbot.addWidget(found)
    for document, box in found.documents.items():
        box.setChecked(document == "promise")
    found.show()
    return found


def test_nothing_that_is_chosen_meanwhile_starts_a_second_export(qtbot, page):
    with qtbot.waitSignal(page.exporter.finished, timeout=30_000):
        page.save.click()
        page.pdf.click()
        page.folder.setText(page.folder.text() + " too")
        assert not page.save.isEnabled()
        assert page.cancel.isVisible()
    assert page.save.isEnabled()
    assert not page.cancel.isVisible()


def test_a_file_that_the_library_cannot_remember_is_told_and_the_export_ends(
    qtbot, page, monkeypatch
):
    def refuse(*_told, **_more):
        raise DISK_FULL

    monkeypatch.setattr(exports, "remember", refuse)
    with (
        qtbot.waitSignal(page.exporter.failed, timeout=30_000) as told,
        qtbot.waitSignal(page.exporter.finished, timeout=30_000),
    ):
        page.save.click()
    assert told.args[0].error is DISK_FULL
    assert page.save.isEnabled()


def test_a_folder_that_is_a_file_is_told_and_the_export_ends(qtbot, page, tmp_path):
    (tmp_path / "file").write_text("here", "utf-8")
    page.folder.setText(str(tmp_path / "file"))
    with (
        qtbot.waitSignal(page.exporter.failed, timeout=30_000),
        qtbot.waitSignal(page.exporter.finished, timeout=30_000),
    ):
        page.save.click()
    assert page.save.isEnabled()


def test_before_the_program_ends_the_file_under_way_is_written_and_remembered(
    page, keeper, tmp_path
):
    for box in page.documents.values():
        box.setChecked(True)
    page.folder.setText(str(tmp_path / "out"))
    page.start()
    page.exporter.finish()
    assert not page.exporter._thread.is_alive()
    written = sorted((tmp_path / "out").glob("*.docx"))
    assert len(written) < len(page.documents)
    assert all(
        keeper.ask(lambda library, one=one: exports.last_export(library, one)) for one in written
    )
