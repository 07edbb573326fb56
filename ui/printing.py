"""Documents on paper through Qt: PDF and the printer, from the same page as the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPdfWriter, QTextDocument

from ui import pages_of
from wizard.i18n import N_, translate

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QPagedPaintDevice

    from ui.pages_of import Page
    from wizard.export import Order

RESOLUTION = 1200
FOOT_SIZE = 8
PAGE_OF = N_("page {number} of {all}")


def pdf(order: Order, today: dt.date) -> bytes:
    """The document as the bytes of a PDF."""
    page = pages_of.page(order.document, order.answers, order.language, today)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(page.title)
    writer.setCreator("Policy Wizard")
    draw(page, writer, order.language)
    buffer.close()
    return bytes(content.data())


def draw(page: Page, device: QPagedPaintDevice, language: str) -> None:
    """Draw every page with its footer: business and document, page x of y."""
    device.setPageLayout(page.layout)
    document = pages_of.laid_out(page)
    size = document.pageSize()
    painter = QPainter(device)
    scale = device.logicalDpiX() / 72  # type: ignore[attr-defined]
    painter.scale(scale, scale)
    count = document.pageCount()
    for number in range(count):
        if number:
            device.newPage()
        painter.save()
        painter.translate(0, -number * size.height())
        document.drawContents(
            painter, QRectF(0, number * size.height(), size.width(), size.height())
        )
        painter.restore()
        _foot(
            painter,
            page,
            document,
            translate(PAGE_OF, language).format(number=number + 1, all=count),
        )
    painter.end()


def _foot(painter: QPainter, page: Page, document: QTextDocument, number: str) -> None:
    size = document.pageSize()
    area = QRectF(0, size.height() + 8, size.width(), pages_of.FOOTER - 8)
    font = QFont("Arial")
    font.setPointSizeF(FOOT_SIZE * 72 / painter.device().logicalDpiY())
    painter.setFont(font)
    painter.setPen(QColor("#5B6470"))
    name = f"{page.name} · {page.title}" if page.name else page.title
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft, name)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight, number)
