"""The look of the window: two sets of colours and one style sheet made from them."""

from __future__ import annotations

from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from wizard import paths

PROPERTY = "theme"


class Colours(NamedTuple):
    """The colours of one theme; text on its ground has a contrast of at least 4.5 : 1."""

    paper: str
    card: str
    line: str
    field_line: str
    ink: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    side: str
    side_current: str
    on_side: str
    on_side_muted: str
    desk: str
    page: str
    done: str
    warn: str
    warn_soft: str
    on_warn_soft: str
    bad: str
    bad_soft: str
    on_bad_soft: str
    neutral_soft: str
    mark: str
    disabled: str


LIGHT = Colours(
    paper="#F7F5F1", card="#FFFFFF", line="#E3E1DC", field_line="#8A9090", ink="#1B2B30",
    muted="#5A666B", accent="#117A6C", on_accent="#FFFFFF", accent_soft="#E4F0EE",
    on_accent_soft="#0C5B50", side="#13343B", side_current="#22505A", on_side="#F2F7F7",
    on_side_muted="#A9C0C4", desk="#E8E6E1", page="#FFFFFF", done="#2D8A7B", warn="#E0A021",
    warn_soft="#FCEFC9", on_warn_soft="#6B4A00", bad="#A3271B", bad_soft="#FADCD8",
    on_bad_soft="#8C1D12", neutral_soft="#ECEAE5", mark="#FDF3CF", disabled="#8A9090",
)  # fmt: skip
DARK = Colours(
    paper="#171C1E", card="#20272A", line="#343D41", field_line="#7C898E", ink="#E8EEEF",
    muted="#A7B4B8", accent="#4FC0AE", on_accent="#08211D", accent_soft="#1E3F3A",
    on_accent_soft="#A5E3D8", side="#0F1E22", side_current="#1F424A", on_side="#E8F1F1",
    on_side_muted="#9DB4B9", desk="#121618", page="#FFFFFF", done="#2D8A7B", warn="#D89B2A",
    warn_soft="#4A3A12", on_warn_soft="#F6DD9B", bad="#FF9C90", bad_soft="#4E201B",
    on_bad_soft="#FFC4BC", neutral_soft="#30383B", mark="#FDF3CF", disabled="#7C898E",
)  # fmt: skip


def colours() -> Colours:
    """The colours that are shown now."""
    program = QApplication.instance()
    chosen = str(program.property(PROPERTY) or "system") if program else "system"
    if chosen == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if chosen == "dark" else LIGHT


def apply(chosen: str, *, text_size: int = 0) -> None:
    """Dress the program: ``light``, ``dark`` or ``system``; text size in points, 0 as usual."""
    program = QApplication.instance()
    if not isinstance(program, QApplication):
        return
    program.setProperty(PROPERTY, chosen)
    shown = colours()
    font = program.font()
    usual = program.property("usual-size") or font.pointSizeF()
    program.setProperty("usual-size", usual)
    size = float(text_size or max(10.0, float(usual)))
    source = (paths.resources() / "window" / "style.qss").read_text("utf-8")
    sizes = {
        "small": f"{size * 0.9:.1f}pt",
        "large": f"{size * 1.15:.1f}pt",
        "title": f"{size * 1.8:.1f}pt",
        "normal": f"{size:.1f}pt",
    }
    folder = str(paths.resources() / "window").replace("\\", "/")
    icons = {"icons": folder, "variant": "-dark" if shown is DARK else ""}
    sheet = Template(source).substitute(shown._asdict(), **sizes, **icons)
    # Dressing anew what is dressed like this already would take as long as the first time.
    if program.styleSheet() != sheet:
        font.setPointSizeF(size)
        program.setFont(font)
        program.setPalette(palette(shown))
        program.setStyleSheet(sheet)


def palette(shown: Colours) -> QPalette:
    """Qt's own palette in these colours, for what the style sheet does not reach."""
    found = QPalette()
    roles = QPalette.ColorRole
    for role, colour in {
        roles.Window: shown.paper,
        roles.Base: shown.card,
        roles.AlternateBase: shown.paper,
        roles.Button: shown.card,
        roles.Text: shown.ink,
        roles.WindowText: shown.ink,
        roles.ButtonText: shown.ink,
        roles.PlaceholderText: shown.muted,
        roles.Highlight: shown.accent,
        roles.HighlightedText: shown.on_accent,
        roles.ToolTipBase: shown.card,
        roles.ToolTipText: shown.ink,
        roles.Link: shown.accent,
        roles.Mid: shown.line,
    }.items():
        found.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(shown.disabled))
    return found
