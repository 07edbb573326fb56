"""Real numbering: headings with their clauses, bullets, and a fresh count for every list."""

from dataclasses import dataclass, field

HEADINGS, DECIMALS, BULLETS, LETTERS = 1, 2, 3, 4
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LETTER_FORMAT = {"en": "lowerLetter", "ru": "russianLower"}


def _level(level: int, form: str, text: str, left: int, hanging: int, properties: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{properties}</w:lvl>'
    )


def _abstract(number: int, levels: str, kind: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
        f"{levels}</w:abstractNum>"
    )


@dataclass(slots=True)
class Numbering:
    """The numberings of one document; ``fresh`` starts a new count."""

    language: str
    _restarts: list[int] = field(default_factory=list)

    def fresh(self, kind: int) -> int:
        """The id of a numbering of the kind that begins again at one."""
        self._restarts.append(kind)
        return len(self._restarts) + 4

    def xml(self) -> str:
        """The numbering part of the document."""
        letters = LETTER_FORMAT[self.language]
        headings = (
            _level(0, "decimal", "%1.", 567, 567)
            + _level(1, "decimal", "%1.%2.", 680, 680)
            + _level(2, letters, "%3)", 1020, 340)
        )
        bullet_font = (
            '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
            "</w:rPr>"
        )
        abstract = (
            _abstract(HEADINGS, headings, "multilevel")
            + _abstract(DECIMALS, _level(0, "decimal", "%1.", 397, 397), "singleLevel")
            + _abstract(
                BULLETS, _level(0, "bullet", "\N{BULLET}", 284, 284, bullet_font), "singleLevel"
            )
            + _abstract(LETTERS, _level(0, letters, "%1)", 397, 397), "singleLevel")
        )
        steady = "".join(
            f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>'
            for kind in (HEADINGS, DECIMALS, BULLETS, LETTERS)
        )
        restarted = "".join(
            f'<w:num w:numId="{place + 5}"><w:abstractNumId w:val="{kind}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for place, kind in enumerate(self._restarts)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<w:numbering xmlns:w="{NAMESPACE}">{abstract}{steady}{restarted}</w:numbering>'
        )
