"""A file chosen as the logo: PNG and JPEG as they are, SVG turned into PNG by Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from wizard import pictures
from wizard.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

PIXELS = (1600, 480)
"""The room that an SVG is drawn into: the largest logo that is printed, at 900 dots an inch."""
OUTSIDE = re.compile(
    rb"<!(?:ENTITY|DOCTYPE[^>]*\[)|href\s*=\s*[\"'](?!\s*(?:#|data:))", re.IGNORECASE
)
"""What an SVG would fetch from elsewhere, or unfold without end."""
LINK = re.compile(rb"<a\b[^>]*>", re.IGNORECASE)


def read(file: Path) -> tuple[bytes, str]:
    """The bytes of a picture that can be printed and its media type; UserError for anything else.

    May be called from any thread.
    """
    if file.suffix.casefold() == ".svg":
        return pictures.logo_of(_drawn(pictures.content_of(file), file.name), file.name)
    content, media_type = pictures.logo(file)
    if QImage.fromData(content).isNull():
        raise UserError(pictures.NO_PICTURE, file=file.name)
    return content, media_type


def _drawn(content: bytes, name: str) -> bytes:
    """The SVG as a PNG on clear ground."""
    from PySide6.QtSvg import QSvgRenderer  # Only here: few logos are SVG.

    if OUTSIDE.search(LINK.sub(b"", content)):
        raise UserError(pictures.NO_PICTURE, file=name)
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.viewBoxF().size()
    if not renderer.isValid() or size.isEmpty():
        raise UserError(pictures.NO_PICTURE, file=name)
    size.scale(*PIXELS, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.toSize().expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(made.data())
