"""Names that every system takes for a file, whatever somebody called a project or a business."""

import re
import unicodedata

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+')
TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that show a name in another order than it has, such as one that hides its ending."""
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])\s*(\..*)?\Z")
"""What Windows takes for a device, with any ending."""
MOST_BYTES = 120
PROJECT_FILE = ".policies"
"""How the name of a project file ends."""


def safe(name: str) -> str:
    """A part of a file name that every system takes; never empty, never more than 120 bytes.

    Composed, so that what one types and what another one copies from a Mac is one name.
    """
    composed = unicodedata.normalize("NFC", TURNING.sub("", name))
    kept = " ".join(FORBIDDEN.sub(" ", composed).split()).strip(". ")
    while len(kept.encode("utf-8")) > MOST_BYTES:
        kept = kept[: len(kept) * 9 // 10].rstrip(". ")
    return f"_{kept}" if RESERVED.match(kept) else kept or "_"
