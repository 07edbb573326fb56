"""Real numbering: headings with their clauses, bullets, and a fresh count for every list."""

from dataclasses import dataclass, field

KINDS = HEADINGS, DECIMALS, BULLETS, LETTERS = 1, 2, 3, 4
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
    """The numberings of one document; ``fresh`` starts a new count.

    ``taken``: the highest number that lists of the paper itself have; ours begin after it.
    """

    language: str
    taken: int = 0
    _restarts: list[int] = field(default_factory=list)

    def steady(self, kind: int) -> int:
        """The id of the numbering of the kind that counts through the document."""
        return self.taken + kind

    def fresh(self, kind: int) -> int:
        """The id of a numbering of the kind that begins again at one."""
        self._restarts.append(kind)
        return self.taken + len(KINDS) + len(self._restarts)

    def lists(self) -> str:
        """The definitions of our lists."""
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
        levels = {
            HEADINGS: (headings, "multilevel"),
            DECIMALS: (_level(0, "decimal", "%1.", 397, 397), "singleLevel"),
            BULLETS: (_level(0, "bullet", "\N{BULLET}", 284, 284, bullet_font), "singleLevel"),
            LETTERS: (_level(0, letters, "%1)", 397, 397), "singleLevel"),
        }
        return "".join(_abstract(self.taken + kind, *levels[kind]) for kind in KINDS)

    def counts(self) -> str:
        """The counts that paragraphs refer to: one for each kind, and each that begins again."""
        steady = "".join(
            f'<w:num w:numId="{self.taken + kind}">'
            f'<w:abstractNumId w:val="{self.taken + kind}"/></w:num>'
            for kind in KINDS
        )
        restarted = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.taken + kind}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for number, kind in enumerate(self._restarts, start=self.taken + len(KINDS) + 1)
        )
        return steady + restarted
