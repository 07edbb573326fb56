"""The questionnaire from the review: saved where it is asked for, told in the window."""

import docx
import pytest

from ui.pages.export import ExportPage
from ui.pages.review import ReviewPage
from ui.preview import Preview
from ui.versions.publisher import Publisher
from wizard import flow
from wizard.interview.places import Place


@pytest.fixture
def review(qtbot, project_desk):
    """``review("ru", facts=True)``: the review of the café, shown."""

    def shown(language="en", *, facts=False):
        desk = project_desk("cafe", language, facts=facts)
        page = ReviewPage(desk, Publisher(desk))
        qtbot.addWidget(page)
        page.refresh()
        page.show()
        return page

    return shown


def said(file):
    document = docx.Document(file)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize(
    ("language", "title", "question"),
    [
        ("en", "Open questions", "Legal name"),
        ("ru", "Опросный лист", "Официальное наименование"),
    ],
)
def test_the_button_saves_the_open_questions_in_the_language_of_the_documents(
    qtbot, review, tmp_path, monkeypatch, language, title, question
):
    page = review(language)
    form, opened = page.questionnaire, []
    monkeypatch.setattr("ui.pages.export.open_path", opened.append)
    monkeypatch.setattr(form, "_ask_for_file", lambda name: str(tmp_path / name))
    with qtbot.waitSignal(page.desk.keeper.idle):
        form.save.click()
        assert not form.save.isEnabled()
    assert form.save.isEnabled()
    (file,) = tmp_path.glob("*.docx")
    assert title in file.name
    assert title in said(file)
    assert question in said(file)
    assert file.name in form.notice.text.text()
    form.notice.button.click()
    assert opened == [file]


def test_the_optional_questions_come_with_it_where_they_are_wanted(qtbot, review, tmp_path):
    page = review()
    form = page.questionnaire
    for wanted in (False, True):
        form.every.setChecked(wanted)
        file = tmp_path / f"{wanted}.docx"
        with qtbot.waitSignal(page.desk.keeper.idle):
            form.write(file)
        assert ("Web site" in said(file)) == wanted


def test_a_name_without_an_ending_gets_one_and_takes_no_other_files_place(
    qtbot, review, tmp_path, monkeypatch
):
    page = review()
    (tmp_path / "questions.docx").write_text("mine")
    monkeypatch.setattr(
        page.questionnaire, "_ask_for_file", lambda _name: str(tmp_path / "questions")
    )
    with qtbot.waitSignal(page.desk.keeper.idle):
        page.questionnaire.save.click()
    assert (tmp_path / "questions.docx").read_text() == "mine"
    assert "Open questions" in said(tmp_path / "questions (2).docx")


def test_a_dialog_that_was_cancelled_writes_nothing(review, monkeypatch):
    form = review().questionnaire
    monkeypatch.setattr(form, "_ask_for_file", lambda _name: "")
    form.save.click()
    assert form.save.isEnabled()
    assert form.notice.isHidden()


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(
    qtbot, review, tmp_path, monkeypatch
):
    def full(*_):
        raise OSError(28, "No space left on device")

    page = review()
    monkeypatch.setattr("os.replace", full)
    with qtbot.waitSignal(page.desk.keeper.idle):
        page.questionnaire.write(tmp_path / "questions.docx")
    assert "No space left on device" in page.questionnaire.notice.text.text()
    assert list(tmp_path.glob("questions*")) == list(tmp_path.glob("*.part")) == []
    assert page.questionnaire.save.isEnabled()


def test_the_button_is_there_as_long_as_something_is_open(review):
    page = review(facts=True)
    assert page.questionnaire.isHidden()
    page.desk.give(Place("business", "city"), "")
    page.refresh()
    assert page.questionnaire.isVisible()


def test_neither_the_preview_nor_the_list_of_the_export_offers_it(qtbot, project_desk):
    desk = project_desk()
    export, preview = ExportPage(desk, "", Publisher(desk)), Preview(desk)
    qtbot.addWidget(export)
    qtbot.addWidget(preview)
    assert "questionnaire" not in export.documents
    for step in flow.STOPS:
        preview.show_step(step.id)
        shown = preview.tabs.tabs.keys()
        assert "questionnaire" not in shown
