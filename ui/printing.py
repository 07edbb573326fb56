"""Documents on paper through Qt: PDF and the printer, from the same pages as the preview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from ui.pages_of import pages_of
from wizard import export
from wizard.documents.house import TWIPS_A_MILLIMETRE
from wizard.documents.rich.leaves import stamped

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from ui.pages_of import Pages
    from wizard.documents.frozen import FrozenPage, Stamp, Stationery
    from wizard.export import Order

RESOLUTION = 1440
STAMPS = (
    (re.compile(rb"(?<=Date \(D:)\d{14}"), "%Y%m%d000000"),
    (re.compile(rb'(?<=Date=")[\d-]{10}T[\d:]{8}'), "%Y-%m-%dT00:00:00"),
)
IDENTITY = QUuid.createUuidV5(QUuid(), b"policy-wizard")


def pdf(order: Order, today: dt.date) -> bytes:
    """The document as the bytes of a PDF; equal input gives equal bytes."""
    return pdf_of(*export.paper(order, today), order.stationery)


def pdf_of(page: FrozenPage, stamp: Stamp, stationery: Stationery) -> bytes:
    """The page with its stamp as the bytes of a PDF dated as the stamp is."""
    pages = pages_of(stamped(page, stamp, stationery))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(pages.leaf.title)
    writer.setAuthor(pages.leaf.author)
    writer.setCreator("Policy Wizard")
    writer.setDocumentId(IDENTITY)
    draw(pages, writer)
    buffer.close()
    return _dated(bytes(content.data()), stamp.dated)


def _dated(content: bytes, today: dt.date) -> bytes:
    """The file with the day in place of the moment it was made; nothing moves within it."""
    for stamp, form in STAMPS:
        content = stamp.sub(today.strftime(form).encode("ascii"), content)
    return content


def draw(pages: Pages, device: QPagedPaintDevice) -> None:
    """Draw all pages on a device, whatever its resolution."""
    device.setPageLayout(layout(pages))
    painter = QPainter(device)
    area = device.pageLayout().fullRectPixels(painter.device().logicalDpiX())
    scale = area.width() / pages.leaf.sheet.width
    for number in range(len(pages.pages)):
        if number:
            device.newPage()
        painter.save()
        painter.scale(scale, scale)
        pages.draw(painter, number)
        painter.restore()
    painter.end()


def layout(pages: Pages) -> QPageLayout:
    """The sheet of the document without margins: its own are part of the page."""
    sheet = pages.leaf.sheet
    size = QSizeF(sheet.width / TWIPS_A_MILLIMETRE, sheet.height / TWIPS_A_MILLIMETRE)
    nearest = QPageSize.SizeMatchPolicy.FuzzyMatch
    paper = QPageSize(size, QPageSize.Unit.Millimeter, matchPolicy=nearest)
    found = QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF())
    found.setMode(QPageLayout.Mode.FullPageMode)
    return found


def print_document(parent: QWidget, order: Order, today: dt.date) -> bool:
    """Print the document on the printer that the person chooses; False where it was cancelled."""
    from PySide6.QtPrintSupport import QPrinter

    pages = pages_of(stamped(*export.paper(order, today), order.stationery))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages.leaf.footer)
    printer.setPageLayout(layout(pages))
    if not ask_printer(printer, parent):
        return False
    draw(pages, printer)
    return True


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Let the person choose a printer in the system's own dialog; False where cancelled."""
    from PySide6.QtPrintSupport import QPrintDialog

    return bool(QPrintDialog(printer, parent).exec())
