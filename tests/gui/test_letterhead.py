"""A letterhead in the window: chosen, shown as a sketch, refused, taken away, shown again."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.documents import letterheads as made
from ui import theme, tongue
from ui.editors.letterhead_card import LetterheadCard
from ui.editors.letterhead_sketch import LetterheadSketch
from ui.form import Form
from ui.screens.project import ProjectScreen
from wizard.documents.letterheads.letterhead import inspect
from wizard.interview.places import Place
from wizard.library import blobs

LETTERHEAD = Place("business", "letterhead")


def editor_of(screen):
    forms = screen.page("business").findChildren(Form)
    return next(form.rows[LETTERHEAD].editor for form in forms if LETTERHEAD in form.rows)


def answer(screen):
    return screen.desk.raw(LETTERHEAD)


def words(editor):
    return [label.text() for label in editor.card.findChildren(QLabel)]


@pytest.fixture
def written(tmp_path):
    """``written(parts)``: these parts, or bytes, as a file."""

    def write(content, name="paper.docx"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else made.zipped(content))
        return file

    return write


@pytest.fixture
def chosen(qtbot, at_work, written):
    """``chosen(parts, language)``: the window with this letterhead chosen, and its editor."""

    def choose(parts, language="en"):
        window, screen = at_work(language)
        editor = editor_of(screen)
        editor.take_file(written(parts))
        qtbot.waitUntil(lambda: editor.card is not None)
        return window, screen, editor

    return choose


def test_a_chosen_letterhead_is_shown_as_a_sketch_and_in_words(chosen):
    _, screen, editor = chosen(made.plain())
    assert answer(screen)
    assert editor.card.isVisible()
    assert editor.remove.isVisible()
    assert not editor.problem.isVisible()
    said = words(editor)
    assert said[0] == "A4, 210\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}297 mm"
    assert "Margins in mm: top 20, bottom 20, left 30, right 15" in said
    assert "Header: ООО «Уголок», Казань" in said
    assert "Font: Arial, 11 pt" in said
    assert "Styles: 4 found, 29 of ours will be added" in said
    sketch = editor.card.sketch
    assert sketch.accessibleName() == "The letterhead as a picture"
    assert sketch.accessibleDescription().splitlines() == said[:-1]


def test_it_speaks_russian(chosen):
    _, _, editor = chosen(made.designed(), "ru")
    said = words(editor)
    assert said[0].startswith("Letter, 216")
    assert "Нижний колонтитул первой страницы: Registered in England, 1234567" in said
    assert "Шрифт: Calibri, 10,5 пт" in said
    assert any(line.endswith("; картинка; столбцов: 2") for line in said)


def test_a_refused_file_leaves_the_old_letterhead_and_says_why(qtbot, chosen, written):
    _, screen, editor = chosen(made.plain())
    before, card = answer(screen), editor.card
    editor.take_file(written(b"%PDF-1.7", "paper.pdf"))
    qtbot.waitUntil(editor.problem.isVisible)
    assert "“paper.pdf” is a PDF" in editor.problem.text()
    assert answer(screen) == before
    assert editor.card is card
    assert card.isVisible()
    editor.take_file(written(made.designed()))
    qtbot.waitUntil(lambda: editor.card not in (None, card))
    assert answer(screen) != before
    assert not editor.problem.isVisible()


def test_a_letterhead_that_is_taken_away_takes_its_sketch_with_it(qtbot, chosen, written):
    _, screen, editor = chosen(made.plain())
    editor.remove.click()
    assert not answer(screen)
    assert editor.card is None
    assert not editor.findChild(LetterheadCard).isVisible()
    editor.take_file(written(made.plain()))
    qtbot.waitUntil(lambda: editor.card is not None and editor.card.isVisible())


def test_a_letterhead_that_is_taken_away_while_it_is_read_is_not_shown(
    qtbot, at_work, written, keeper
):
    _, screen = at_work()
    editor = editor_of(screen)
    name = keeper.ask(lambda library: blobs.put(library, made.zipped(made.plain()), "x/y"))
    editor.show_raw(name)
    editor.show_raw("")
    qtbot.waitUntil(lambda: keeper.is_idle)
    assert editor.card is None


def test_a_saved_project_shows_its_letterhead_again(qtbot, chosen, shows):
    window, screen, _ = chosen(made.designed())
    project = screen.desk.session.project.id
    window.show_first()
    window.open(project, "business")
    qtbot.waitUntil(lambda: window.project not in (None, screen))
    editor = editor_of(shows(window, ProjectScreen))
    qtbot.waitUntil(lambda: editor.card is not None)
    assert "Font: Calibri, 10.5 pt" in words(editor)


def test_a_letterhead_of_a_foreign_project_that_may_not_be_one_is_not_shown_but_told(
    qtbot, at_work, keeper
):
    _, screen = at_work()
    editor = editor_of(screen)
    name = keeper.ask(lambda library: blobs.put(library, b"%PDF-1.7", "x/y"))
    screen.desk.put(LETTERHEAD, name)
    editor.show_raw(name)
    qtbot.waitUntil(editor.problem.isVisible)
    assert "is a PDF" in editor.problem.text()
    assert editor.card is None
    assert answer(screen) == name


def test_documents_and_templates_of_word_can_be_chosen(at_work, monkeypatch):
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *given: asked.append(given) or ("", "")
    )
    _, screen = at_work()
    editor_of(screen).choose.click()
    assert asked[0][-1] == "Word (*.docx *.dotx)"


@pytest.mark.parametrize("shown", ["light", "dark"])
@pytest.mark.parametrize("parts", [made.plain(), made.designed(), made.from_libreoffice("de")])
def test_the_sketch_is_white_paper_in_proportion_with_words_on_it(qtbot, parts, shown):
    theme.apply(shown)
    letterhead = inspect(made.zipped(parts), "paper.docx")
    sketch = LetterheadSketch(letterhead)
    qtbot.addWidget(sketch)
    pages = len(sketch.pages)
    assert pages == (2 if letterhead.first else 1)
    width, height = (sketch.width() - 10 * (pages - 1)) / pages, sketch.height()
    assert abs(width / height - letterhead.width / letterhead.height) < 0.05
    picture = sketch.grab().toImage()
    middle = picture.pixelColor(picture.width() // (2 * pages), picture.height() // 2)
    assert middle.name() == "#ffffff"
    above = {
        picture.pixelColor(x, y).lightness()
        for y in range(4, 24)
        for x in range(4, picture.width() // pages - 12)
    }
    assert min(above) < 160


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_letterhead_without_anything_on_it_is_shown_too(qtbot, language):
    tongue.speak(language)
    parts = made.plain() | {"word/document.xml": made.xml("document", "<w:body/>")}
    card = LetterheadCard(inspect(made.zipped(parts), "paper.docx"))
    qtbot.addWidget(card)
    empty = {"en": "Header: empty", "ru": "Верхний колонтитул: пусто"}[language]
    assert empty in card.lines
    assert not card.grab().isNull()


def test_a_letterhead_full_of_text_and_columns_keeps_to_its_page(qtbot):
    cells = [made.cell(made.paragraph("long " * 60 + "\u202e<b>")) for _ in range(30)]
    cells = [one.replace("<b>", "&lt;b&gt;") for one in cells]
    crowded = made.xml("hdr", made.table(*cells) + made.paragraph("more") * 50)
    card = LetterheadCard(
        inspect(made.zipped(made.plain() | {"word/header1.xml": crowded}), "paper.docx")
    )
    qtbot.addWidget(card)
    assert card.sketch.height() <= 200
    assert not card.grab().isNull()
    assert all(len(line) < 160 for line in card.lines)
