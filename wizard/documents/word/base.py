"""What a document is written into: all parts of an empty file on one paper, kept for the next."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from wizard.documents.word.packing import TIGHT, Packed, packed

IMPRINT, IMPRINT_ALONE = b"<?imprint ?>", b"<?imprint-alone ?>"
"""Where the line of ours stands in a footer; alone: without the page count, which is there."""
IMPRINT_STYLE = "Imprint"
LISTS, COUNTS = b"<?lists ?>", b"<?counts ?>"
"""Where our definitions of lists and their counts stand in the numbering part."""
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""Readers look for both in every part of text, used or not."""
BODY_END = "</w:body></w:document>"
BODY_PART, NUMBERING_PART = "word/document.xml", "word/numbering.xml"
RELATIONS_PART, TYPES_PART = "word/_rels/document.xml.rels", "[Content_Types].xml"
PACKAGE_RELATIONS, CORE_PART = "_rels/.rels", "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Paper:
    """How a document looks: its look, language, paper size, accent colour, binding margin."""

    look: str
    language: str
    paper: str
    accent: str
    binding: bool


@dataclass(frozen=True)
class Base:
    """The parts that every document on the same paper shares.

    ``body_end`` closes the body: the properties of its section. ``footers`` are the names of the
    parts that hold a place for the imprint. ``lists`` is the highest number among lists that the
    paper brings, after which ours are counted. ``text_width`` in twips; ``letter`` how wide one in
    a table may be, 0 on the house's own paper, which tables are made for.
    """

    parts: dict[str, bytes]
    body_end: str
    text_width: int
    footers: tuple[str, ...]
    lists: int = 0
    letter: int = 0

    @cached_property
    def packed(self) -> dict[str, Packed]:
        """The parts, packed once for every document."""
        return {name: packed(name, content, TIGHT) for name, content in self.parts.items()}

    @property
    def between_papers(self) -> str:
        """What ends a paper and begins another in the same file, where its first page differs."""
        section = self.body_end.removesuffix(BODY_END)
        return section if "<w:titlePg" in section else ""


@lru_cache(maxsize=16)
def base(paper: Paper, letterhead: bytes | None = None) -> Base:
    """The base of a paper: the letterhead, a .docx or .dotx that was checked, or the house's own.

    UserError where the letterhead may not be one.
    """
    if letterhead is None:
        from wizard.documents.word import house_base  # Only here: it needs python-docx.

        return house_base.prepare(paper)
    from wizard.documents.word import letterhead_base  # Only here: few have one.

    return letterhead_base.prepare(paper, letterhead)
