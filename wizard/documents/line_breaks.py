"""How many lines a text takes, told from the widths of its letters without laying it out."""

import re
import unicodedata
from functools import lru_cache
from html import unescape

TAG = re.compile(r"(<[^>]*>)")
WORD = re.compile(
    r"((?:[^ \u200b?!–—-]|[?!](?!\w)|[–—](?= |\Z)|-(?=[\d ]|\Z))*)( +|\u200b|[?!–—-]|\Z)"
)
"""What holds together, and after what the line may end: spaces, which hang over, or a sign."""
PLAIN = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " \N{NO-BREAK SPACE}!,./:;I[\\]ft·", 333: "()-`r“”„{}",
    353: "•\"", 365: "г", 389: "*", 400: "°", 438: "к", 458: "тз", 469: "^", 500: "Jcksvxyzсух",
    510: "э", 521: "чь", 531: "в", 542: "Гпя", 556: "н#$0123456789?L_abdeghnopqu§«»аеор–€и",
    573: "бц", 584: "Кдл+<=>~", 609: "ЗFTZТ", 625: "ъ", 635: "У", 656: "БЛЬ",
    667: "Ч&ABEKPSVXYАВЕРХж", 677: "Д", 688: "м", 721: "ИПЭыCDHNRUwНСЯ", 738: "©Ц", 750: "ю",
    760: "Ф", 778: "GOQО", 792: "Ъ", 802: "ш", 823: "фщ", 833: "MmМ", 887: "Ы%", 920: "ШЖ",
    941: "ЩW", 1000: "—…", 1013: "Ю@", 1073: "№",
}  # fmt: skip
BOLD = {
    238: "'", 278: " \N{NO-BREAK SPACE},./I\\ijl·‘’|", 333: "!()-:;[]`ft", 350: "•", 389: "*r{}",
    400: "°", 417: "г", 474: "\"", 493: "тз", 500: "z“”„к", 583: "чя+<=>^~",
    556: "э#$0123456789J_aceksvxy§«»аесух–€", 567: "Г", 610: "нпК?FLTZbdghnopquТор",
    616: "вицьбУ", 632: "Здл", 667: "EPSVXYЕРХ", 704: "ЛЧж", 717: "ЭДБИПЬЯ",
    723: "&ABCDHKNRUАВНСъЦ", 738: "©м", 778: "GOQwО", 833: "MМш", 844: "щ", 854: "Фыю", 872: "Ъф",
    889: "%m", 904: "Ж", 944: "W", 977: "@Ы", 1002: "—…Ш", 1019: "Щ", 1031: "Ю", 1115: "№",
}  # fmt: skip
"""Letters by their width in thousandths of their size, widths that are nearly the same as one."""
WIDTHS = tuple(
    {letter: width / 1000 for width, letters in table.items() for letter in letters}
    for table in (PLAIN, BOLD)
)
STRANGE, SQUARE = 0.6, 1.0


@lru_cache(maxsize=512)
def lines(html: str, room: float, *, bold: bool = False) -> int:
    """How many lines a paragraph takes; ``room`` is their width, for letters of the size 1."""
    count, filled, word = 1, 0.0, 0.0
    heavy = bold
    for place, piece in enumerate(TAG.split(html)):
        if place % 2:
            if piece == "<br/>":
                count, filled, word = count + 1, 0.0, 0.0
            elif piece in {"<b>", "</b>"}:
                heavy = bold or piece == "<b>"
            continue
        for whole, end in WORD.findall(unescape(piece)):
            space = end if end.isspace() else ""
            last = whole if space else whole + end
            word += _width(last, heavy)
            if filled + word > room and filled > 0:
                count, filled = count + 1, 0.0
            if word > room:
                more, word = _torn(last, heavy, room)
                count += more
            if end:
                filled, word = filled + word + _width(space, heavy), 0.0
    return count


@lru_cache(maxsize=4096)
def _width(text: str, heavy: bool) -> float:
    known = WIDTHS[heavy]
    return sum(known.get(letter) or _strange(letter, known) for letter in text)


def _torn(word: str, heavy: bool, room: float) -> tuple[int, float]:
    """How often a word that is wider than the room breaks, and the width of what is left of it."""
    breaks, filled = 0, 0.0
    for letter in word:
        width = _width(letter, heavy)
        if filled and filled + width > room:
            breaks, filled = breaks + 1, 0.0
        filled += width
    return breaks, filled


def _strange(letter: str, known: dict[str, float]) -> float:
    """The width of a letter that is in no table: of the one it is made from, or of its kind."""
    base = unicodedata.normalize("NFD", letter)[0]
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0.0
    wide = unicodedata.east_asian_width(letter) in "WF"
    return known.get(base) or (SQUARE if wide else STRANGE)
