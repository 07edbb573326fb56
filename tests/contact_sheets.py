"""Contact sheets: every page of every document of a trade as one picture, to be looked at.

Documents are written as Word files, printed by LibreOffice, drawn by pdftoppm, laid out by Qt.
"""

import datetime as dt
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests import libreoffice, story
from wizard import examples, export
from wizard.documents import frozen, templates
from wizard.interview import answers as interview
from wizard.interview.kinds import Json
from wizard.library.connection import open_library
from wizard.library.projects import project
from wizard.saving import opened
from wizard.versions import issuing

DRAWER = "pdftoppm"
TOOLS = (libreoffice.PROGRAM, DRAWER)
RESOLUTION = 50  # dots an inch: a page is 413 dots wide
COLUMNS = 8
GAP, CAPTION = 12, 18
DESK, FRAME, INK = QColor("#d8d8d8"), QColor("#808080"), QColor("#202020")
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
STORY_TRADE = "cafe"
CHANGES = "change-sheet"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document as a Word file."""

    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as a picture, and what is written above it."""

    caption: str
    picture: QImage


def papers(trade: str, language: str, today: dt.date, business: Mapping[str, Json]) -> list[Paper]:
    """All documents that are offered of a trade's draft, in order; of the café a change sheet too.

    ``business`` is laid over the answers of the first step: another paper, a letterhead.
    """
    stored = examples.with_facts(trade, language=language)
    stored["business"] |= business
    answers = interview.read(trade, stored)
    known = templates.known_in(language, answers.packs)
    offered = [one.id for one in known.values() if one.offered]
    orders = export.orders(answers, [language], offered)
    if trade == STORY_TRADE:
        orders += changes(language, today)
    titles = templates.documents(language)
    return [
        Paper(titles[order.document].title, frozen.written(*export.paper(order, today)))
        for order in orders
    ]


def changes(language: str, today: dt.date) -> list[export.Order]:
    """The change sheet of the café that has published two versions."""
    with (
        tempfile.TemporaryDirectory() as home,
        open_library(Path(home) / "library.sqlite") as library,
    ):
        session = opened(library, project(library, story.publish_story(library, language, today)))
        return issuing.of_version(library, session, 2, today, documents=[CHANGES])


def business_of(trade: str, language: str) -> dict[str, Json]:
    """What sheets vary by trade: every third English one is printed on Letter, as in the US."""
    american = language == "en" and TRADES.index(trade) % 3 == 2
    return {"paper": "letter" if american else "a4"}


def drawn(title: str, pdf: Path) -> list[Leaf]:
    """The pages of a PDF in order."""
    with tempfile.TemporaryDirectory() as folder:
        prefix = Path(folder) / "page"
        subprocess.run([DRAWER, "-r", str(RESOLUTION), "-png", pdf, prefix], check=True)
        files = sorted(prefix.parent.iterdir())
        return [
            Leaf(f"{title} · {number}/{len(files)}", QImage(str(file)))
            for number, file in enumerate(files, start=1)
        ]


def places(leaves: list[Leaf]) -> list[QRect]:
    """Where each page lies on the sheet: row by row, all in fields of the same size."""
    width = max(leaf.picture.width() for leaf in leaves) + GAP
    height = max(leaf.picture.height() for leaf in leaves) + GAP + CAPTION
    found = []
    for number, leaf in enumerate(leaves):
        row, column = divmod(number, COLUMNS)
        left, top = GAP + column * width, GAP + CAPTION + row * height
        found.append(QRect(left, top, leaf.picture.width(), leaf.picture.height()))
    return found


def sheet(leaves: list[Leaf]) -> QImage:
    """All pages as one picture, each in a frame under its caption; Qt must have been started."""
    fields = places(leaves)
    whole = QRect()
    for field in fields:
        whole |= field
    picture = QImage(whole.right() + GAP, whole.bottom() + GAP, QImage.Format.Format_RGB32)
    picture.fill(DESK)
    painter = QPainter(picture)
    font = painter.font()
    font.setPixelSize(CAPTION * 2 // 3)
    painter.setFont(font)
    for leaf, field in zip(leaves, fields, strict=True):
        above = QRect(field.left(), field.top() - CAPTION, field.width(), CAPTION)
        painter.setPen(INK)
        words = painter.fontMetrics().elidedText(
            leaf.caption, Qt.TextElideMode.ElideMiddle, above.width()
        )
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawImage(field.topLeft(), leaf.picture)
        painter.setPen(FRAME)
        painter.drawRect(field.adjusted(-1, -1, 0, 0))
    painter.end()
    return picture


def write(sheets: Mapping[str, Iterable[Paper]], folder: Path) -> list[Path]:
    """One ``<name>.png`` for each name with its papers; the pictures written, in that order."""
    with tempfile.TemporaryDirectory() as home:
        printed: dict[str, list[tuple[str, Path]]] = {}
        for name, documents in sheets.items():
            (Path(home) / name).mkdir()
            printed[name] = []
            for number, paper in enumerate(documents):
                file = Path(home) / name / f"{number:02}.docx"
                file.write_bytes(paper.content)
                printed[name].append((paper.title, file.with_suffix(".pdf")))
        libreoffice.print_folders(Path(home) / name for name in printed)
        written = []
        for name, files in printed.items():
            leaves = [leaf for title, pdf in files for leaf in drawn(title, pdf)]
            written.append(folder / f"{name}.png")
            sheet(leaves).save(str(written[-1]))
        return written


def write_all(folder: Path, languages: Iterable[str], today: dt.date) -> list[Path]:
    """The sheet of every trade in each language, ``papers-<trade>-<language>.png``."""
    return write(
        {
            f"papers-{trade}-{language}": papers(
                trade, language, today, business_of(trade, language)
            )
            for language in languages
            for trade in TRADES
        },
        folder,
    )
