"""Documents as rich text: made from the answers, measured in pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument

from wizard.documents import house, rich, templates, writing
from wizard.documents import page as pages
from wizard.interview import wording

if TYPE_CHECKING:
    import datetime as dt

    from wizard.interview.answers import Answers

SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
POINTS_A_MILLIMETRE = 72 / 25.4
POINTS = re.compile(r"font-size:([\d.]+)pt")
FOOTER = 28
"""Points at the foot of a printed page for its footer."""


@dataclass(frozen=True, slots=True)
class Page:
    """One document as rich text, with what is needed to lay it on paper."""

    html: str
    title: str
    name: str
    layout: QPageLayout

    def scaled(self, scale: float) -> str:
        """The rich text with every size of letters scaled."""
        return POINTS.sub(lambda match: f"font-size:{float(match[1]) * scale:.1f}pt", self.html)


def page(document: str, answers: Answers, language: str, today: dt.date) -> Page:
    """The document as it would be printed now; KeyError for one there is no template of."""
    template = templates.documents(language)[document]
    tree = pages.parse(writing.markup(document, answers, language, today))
    accent = wording.text(answers.business.accent, language, answers)
    name = wording.text(answers.business.name, language, answers)
    paper = answers.business.paper or "a4"
    top, right, bottom, left = house.LOOKS[template.look].margins
    if template.binding:
        left = house.BINDING_MARGIN
    layout = QPageLayout(
        QPageSize(SIZES[paper]),
        QPageLayout.Orientation.Portrait,
        QMarginsF(left, top, right, bottom),
        QPageLayout.Unit.Millimeter,
    )
    html = rich.html(tree, language, rich.dress(template.look, accent))
    return Page(html, template.title, name, layout)


def count(one: Page) -> int:
    """How many pages the document takes on its paper."""
    return laid_out(one).pageCount()


def laid_out(one: Page) -> QTextDocument:
    """The rich text laid out on its paper, in points."""
    document = QTextDocument()
    document.setDefaultFont(QFont("Arial"))
    document.setDocumentMargin(0)
    area = one.layout.paintRect(QPageLayout.Unit.Point)
    document.setHtml(one.html)
    document.documentLayout().setPaintDevice(None)
    document.setPageSize(QSizeF(area.width(), area.height() - FOOTER))
    return document
