"""The owner's logo: what kind of picture it is and how large it stands on a page."""

import io
from dataclasses import dataclass
from functools import lru_cache

from wizard.documents.house import TWIPS_A_MILLIMETRE

WIDEST, HIGHEST = round(45 * TWIPS_A_MILLIMETRE), round(12 * TWIPS_A_MILLIMETRE)
"""Twips. No higher than the title and the line under it, beside which it stands."""
ENDINGS = {"image/png": "png", "image/jpeg": "jpeg"}
MOST_PIXELS = 20_000
MOST_STRETCHED = 30


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG or JPEG; ``width`` and ``height`` in twips as it is printed."""

    content: bytes
    media_type: str
    width: int
    height: int

    @property
    def ending(self) -> str:
        """How the name of its part ends."""
        return ENDINGS[self.media_type]


@lru_cache(maxsize=4)
def read(content: bytes) -> Logo:
    """The picture in the largest size that there is room for.

    ValueError where it is no PNG or JPEG that says its size, or one too large or too narrow to be
    seen.
    """
    from docx.image.image import Image  # Only here: few have a logo.

    try:
        image = Image.from_file(io.BytesIO(content))
        kind, width, height = image.content_type, image.px_width, image.px_height
    except Exception as error:  # whatever a damaged picture leads the library into
        raise ValueError("This is no picture.") from error
    if kind not in ENDINGS or not 0 < min(width, height) <= max(width, height) <= MOST_PIXELS:
        raise ValueError(f"This is no picture to print: {kind}, {width} x {height}.")
    if max(width, height) > MOST_STRETCHED * min(width, height):
        raise ValueError(f"This picture is too narrow: {width} x {height}.")
    scale = min(WIDEST / width, HIGHEST / height)
    return Logo(content, kind, max(1, round(width * scale)), max(1, round(height * scale)))
