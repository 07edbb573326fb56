"""What every screen owes to everybody: names, contrast, words of one language, nothing clipped."""

import re

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ui import theme
from ui.pages.stop_page import StopPage, step_page
from ui.screens.first import FirstScreen
from ui.screens.settings import SettingsScreen
from ui.screens.short_path import ShortPath
from ui.tongue import speak
from ui.window import Window
from wizard import flow, starting
from wizard.settings import Settings

STEPS = [stop.id for stop in flow.STOPS if stop.id in flow.STEP_IDS]
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
PAIRS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("muted", "paper"),
    ("muted", "card"),
    ("muted", "neutral_soft"),
    ("accent", "card"),
    ("accent", "paper"),
    ("on_accent", "accent"),
    ("on_accent_soft", "accent_soft"),
    ("on_side", "side"),
    ("on_side", "side_current"),
    ("on_side_muted", "side"),
    ("on_warn_soft", "warn_soft"),
    ("on_bad_soft", "bad_soft"),
    ("bad", "card"),
    ("bad", "paper"),
]


def luminance(colour):
    """As WCAG 2 defines it."""
    values = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(colours, ink, ground):
    one, other = luminance(getattr(colours, ink)), luminance(getattr(colours, ground))
    assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5


def widgets(screen, kinds):
    """What is seen of these kinds."""
    found = screen.findChildren(QWidget)
    return [one for one in found if isinstance(one, kinds) and one.isVisible()]


def shown(qtbot, widget, size=(560, 640)):
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    return widget


@pytest.fixture
def screens(qtbot, keeper, project_desk):
    """Every screen without a preview, by name."""

    def made(language):
        speak(language)
        desk = project_desk("cafe", language, facts=True)
        found = {"first": shown(qtbot, FirstScreen(keeper), (960, 600))}
        found["settings"] = shown(qtbot, SettingsScreen(Settings(), keeper), (960, 600))
        found["short path"] = shown(qtbot, ShortPath(desk), (960, 600))
        for step in STEPS:
            page = shown(qtbot, step_page(desk, flow.BY_ID[step]).complete())
            _open_what_is_shut(page)
            found[step] = page
        QApplication.processEvents()
        return found

    return made


def _open_what_is_shut(page: StopPage):
    from ui.editors.holiday_offer import HolidayOffer
    from ui.editors.row_card import RowCard

    for kind in (RowCard, HolidayOffer):
        found = page.findChild(kind)
        if found is not None:
            found.open()


def nameless(screen):
    """The controls that a screen reader has no name for."""
    found = []
    for control in widgets(screen, CONTROLS):
        if control.objectName().startswith("qt_"):
            continue
        face = QAccessible.queryAccessibleInterface(control)
        said = face.text(QAccessible.Text.Name) if face else ""
        if not said.strip():
            found.append(f"{type(control).__name__} in {type(control.parent()).__name__}")
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_control_is_nameless_for_a_screen_reader(qtbot, screens, language):
    found = [
        f"{name}: {one}" for name, screen in screens(language).items() for one in nameless(screen)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_window_speaks_one_language(qtbot, screens, language):
    strange = re.compile("[а-яё]{2,}" if language == "en" else r"\b[a-z]{3,}\b", re.IGNORECASE)
    wrong = []
    for name, screen in screens(language).items():
        for widget in widgets(screen, (QLabel, QAbstractButton)):
            if strange.search(KNOWN.sub("", widget.text())):
                wrong.append(f"{name}: {widget.text()[:80]}")
    assert not wrong, "\n".join(wrong)


# Names that are the same in both languages, and what the owner of the example typed.
KNOWN = re.compile(
    r"\S+\.com\S*|Policy Wizard|English|Русский|Word|PDF|Python \S+|Instagram|Telegram|WhatsApp"
    r"|VK|MAX|Google\S*|Excel|Impressum|INN|OGRN\w*|\.docx|\.xlsx|\.csv|#\w+|\S+@\S+"
    r"|\S+\.example\S*|/\S+|@\S+|SMM|Letter|A4|\w+_example|Facebook|TikTok|YouTube|Viber|Threads"
    r"|Linux\S*|вы\b|ты\b",
    re.IGNORECASE,
)


def squeezed(root):
    """What has less room than its words need; what stands inside a box is the box's own affair."""
    found = []
    for widget in widgets(root, (QLabel, QAbstractButton, QComboBox, QLineEdit)):
        if isinstance(widget.parent(), QComboBox) or widget.objectName().startswith("qt_"):
            continue
        words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        wrapped = widget.hasHeightForWidth()
        needed = widget.sizeHint() if words and not wrapped else widget.minimumSizeHint()
        high = widget.heightForWidth(widget.width()) if wrapped and words else needed.height()
        if widget.height() < high or (words and not wrapped and widget.width() < needed.width()):
            found.append(f"{words or widget.accessibleName()}: {widget.size().toTuple()}")
    return found


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)], ids=["usual", "smallest"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_squeezed_in_the_window_while_it_is_made_and_afterwards(
    qtbot, keeper, language, size
):
    project = keeper.ask(
        lambda library: starting.create(
            library, "Corner", example="cafe", language=language, facts=True
        )
    )
    window = shown(qtbot, Window(keeper, Settings(window_language=language)), size)
    window.open(project.id, "business")
    qtbot.waitUntil(lambda: window.project is not None)
    wrong = []
    for stop in flow.STOPS:
        window.project.go(stop.id)
        page = window.project.stack.currentWidget()
        more = True
        while more:
            qtbot.waitUntil(lambda: not window.project.preview.is_busy)
            QApplication.processEvents()
            wrong += [f"{stop.id}: {one}" for one in squeezed(window)]
            more = page.build_next()
        assert page.widget().width() == page.viewport().width(), stop.id
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_word_of_a_step_is_clipped_in_the_smallest_window(qtbot, screens, language):
    clipped = []
    for name, screen in screens(language).items():
        for widget in screen.findChildren(QAbstractButton):
            if widget.hasHeightForWidth():
                continue
            if widget.isVisible() and widget.text() and widget.width() < widget.sizeHint().width():
                clipped.append(f"{name}: {widget.text()}")
        if isinstance(screen, StopPage):
            assert screen.widget().width() <= screen.viewport().width(), name
    assert clipped == []
