"""What people type is shown as typed: no label, no tool tip and no link takes it for markup."""

import re
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from ui import opening, pieces, tongue
from ui.desk import Desk
from ui.keeper import Keeper
from ui.screens.project import ProjectScreen
from ui.window import Window
from wizard import flow, paths, saving, settings, starting
from wizard.documents import templates
from wizard.documents.linking import linked
from wizard.documents.word.runs import SAFE_LINK
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview.ask import questions
from wizard.interview.kinds import Text
from wizard.interview.people import is_staff
from wizard.interview.places import Place
from wizard.interview.rows import Rows
from wizard.library.people import Person

MARKUP = "<b>Zorro</b><img src=x>"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def keeper(home, qapp):
    tongue.speak("en")
    found = Keeper(paths.library_file())
    yield found
    found.close()


def full_of_markup(library):
    """A project with markup in its name, in every text and in its staff."""
    made = starting.create(library, MARKUP, example="cafe", language="en", facts=True)
    session = saving.opened(library, made)
    for step in interview.STEPS:
        for question in questions(step):
            place = Place(step.about.id, question.id)
            if isinstance(question.kind, Text):
                session.give(place, MARKUP)
            elif isinstance(question.kind, Rows) and not is_staff(question.kind):
                for row in getattr(getattr(session.answers, place.step), question.id)[:2]:
                    for inner in questions(question.kind.record):
                        if isinstance(inner.kind, Text):
                            session.give(Place(place.step, question.id, row.id, inner.id), MARKUP)
    session.give(Place("business", "valid_from"), MARKUP)
    session.give_people([Person(id="n1", surname=MARKUP, given=MARKUP, position=MARKUP)])
    saving.save_session(library, session)
    return made


def taken_for_markup(widget):
    """Labels and tool tips below the widget that Qt would interpret."""
    for label in widget.findChildren(QLabel):
        if label.textFormat() != Qt.TextFormat.PlainText and Qt.mightBeRichText(label.text()):
            yield type(label.parent()).__name__, label.text()
    for one in widget.findChildren(QWidget):
        if "<b>" in one.toolTip():
            yield type(one).__name__, one.toolTip()
    for view in widget.findChildren(QAbstractItemView):
        yield from tips_of(view.model())


def tips_of(model):
    if not isinstance(model, QAbstractItemModel):
        return
    for row in range(min(model.rowCount(), 5)):
        for column in range(model.columnCount()):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""
            if "<b>" in str(tip):
                yield type(model).__name__, tip


def test_no_label_and_no_tip_of_any_screen_takes_an_answer_for_markup(qtbot, keeper):
    made = keeper.ask(full_of_markup)
    window = Window(keeper, settings.Settings(window_language="en"))
    qtbot.addWidget(window)
    window.show()
    window.first.find.setText(f"{MARKUP}?")
    qtbot.waitUntil(lambda: "Zorro" in window.first.projects.empty.text())
    assert list(taken_for_markup(window.first)) == []
    window.first.notice.tell(MARKUP)
    window.open(made.id, "business")
    qtbot.waitUntil(lambda: isinstance(window.project, ProjectScreen))
    screen = window.project
    for stop in flow.STOPS:
        screen.go(stop.id)
        screen.page(stop.id)
        qtbot.waitUntil(lambda: keeper.is_idle)
        assert list(taken_for_markup(window)) == [], stop.id
    seen = {label.text() for label in window.findChildren(QLabel)}
    assert any("Zorro" in text for text in seen)


@pytest.mark.parametrize("text", ["plain", "a < b", MARKUP, "&lt;b&gt;", "a\nb"])
def test_a_tip_shows_the_text_as_it_is(text):
    document = QTextDocument()
    if Qt.mightBeRichText(pieces.tip(text)):
        document.setHtml(pieces.tip(text))
    else:
        document.setPlainText(pieces.tip(text))
    assert document.toPlainText() == text


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)", "file:///etc/hosts", "data:text/html,x", "//server/share",
        "\\\\server\\share", "ms-word:ofe|u|http://x.example", "http://user:word@host.example/",
        "http://bank.example@evil.example/", "https://a.example\x01/", "https:\\\\a.example",
        "HTTP//a.example", "vbscript:x", "mailto:a@b.example\nBcc: c", "ftp://a.example", "",
    ],
)  # fmt: skip
def test_a_link_leads_to_the_web_an_e_mail_or_a_telephone_and_nowhere_else(target):
    assert not SAFE_LINK.match(target)
    led_to = re.findall(r'href="([^"]*)"', str(linked(target, site=True)))
    assert all(SAFE_LINK.match(one) and "evil" not in one.split("@")[0] for one in led_to)


@pytest.mark.parametrize(
    "target",
    ["https://a.example", "http://a.example:8080/x?y=@z#a", "mailto:a@b.example", "tel:+4412345"],
)
def test_ordinary_links_are_allowed(target):
    assert SAFE_LINK.match(target)


def test_only_one_place_opens_anything_and_it_opens_files(monkeypatch, tmp_path):
    callers = [
        one.name for one in (ROOT / "ui").rglob("*.py") if "QDesktopServices" in one.read_text()
    ]
    assert callers == ["opening.py"]
    links = re.compile("setOpenExternalLinks|setOpenLinks|anchorClicked|linkActivated")
    assert not [one for one in (ROOT / "ui").rglob("*.py") if links.search(one.read_text("utf-8"))]
    opened = []
    monkeypatch.setattr("ui.opening.QDesktopServices.openUrl", opened.append)
    for name in ("a.docx", "http:", "javascript:x"):
        opening.show(tmp_path / name)
    assert {one.scheme() for one in opened} == {"file"}


@pytest.mark.parametrize(
    "template",
    [
        "{{ x.__class__ }}", "{{ x['__class__'] }}", "{{ x|map(attribute='__class__')|list }}",
        "{% set y = x._secret %}", "{{ ''.__class__.__mro__ }}",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_template_reaches_no_inside_of_an_object(template, language):
    with pytest.raises(TemplateSyntaxError, match="no answer"):
        templates.environment(language).from_string(template)


@pytest.mark.parametrize("name", ["dict", "lipsum", "cycler", "joiner", "self.x", "open", "config"])
def test_a_template_has_no_names_but_those_of_its_page(name):
    jinja = templates.environment("en")
    assert set(jinja.globals) == {"range", "namespace"}
    assert jinja.autoescape is True
    with pytest.raises(UndefinedError):
        jinja.from_string(f"{{{{ {name} }}}}").render()


def test_an_answer_is_never_a_template(keeper):
    made = keeper.ask(full_of_markup)
    desk = Desk(keeper, keeper.ask(lambda library: saving.opened(library, made)))
    desk.give(Place("business", "name"), "{{ 7*7 }}")
    assert desk.answers.business.name.own == "{{ 7*7 }}"
    calls = re.compile(r"from_string|\.overlay\(|Template\(")
    found = [
        one.name
        for one in (ROOT / "wizard").rglob("*.py")
        if calls.search(one.read_text("utf-8")) and "jinja2" in one.read_text("utf-8")
    ]
    assert set(found) <= {"templates.py"}
    desk.save()
