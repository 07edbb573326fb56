"""The file itself: a lean base prepared once with python-docx, filled as strings, zipped."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from wizard.documents import house
from wizard.documents.logo import Logo
from wizard.documents.page import holdable
from wizard.documents.word import logo_run, packing
from wizard.documents.word.base import (
    BODY_PART,
    CORE_PART,
    COUNTS,
    IMPRINT,
    IMPRINT_ALONE,
    IMPRINT_STYLE,
    LISTS,
    NUMBERING_PART,
    PACKAGE_RELATIONS,
    RELATIONS_PART,
    TYPES_PART,
    Paper,
    base,
)
from wizard.documents.word.blocks import Blocks, paragraph
from wizard.documents.word.numbering import Numbering
from wizard.documents.word.runs import Inline, escape

CUSTOM_PART = "docProps/custom.xml"
MARKS = (
    "Policy document",
    "Policy language",
    "Policy version",
    "Policy date",
    "Policy fingerprint",
)
"""The custom properties of a published file, from which it is known again."""
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
HYPERLINK = f"{OFFICE}/relationships/hyperlink"
CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
CUSTOM_TYPE = (
    b'<Override PartName="/docProps/custom.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.custom-properties+xml"/>'
)
CUSTOM_RELATION = (
    f'<Relationship Id="rIdCustom" Type="{OFFICE}/relationships/custom-properties" '
    'Target="docProps/custom.xml"/>'
).encode()
FOOTER_LIMIT = 70
PAGE_OF_PAGES = {"en": ("page ", " of "), "ru": ("стр.\N{NO-BREAK SPACE}", " из ")}
DOCUMENT_OPENING = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"><w:body>'
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself in its properties and its footer; ``marks`` by ``MARKS``."""

    title: str
    author: str
    footer: str
    edition: str
    created: dt.date
    marks: Mapping[str, str] = field(default_factory=dict)


def write(
    page: etree._Element,
    paper: Paper,
    imprint: Imprint,
    *,
    letterhead: bytes | None = None,
    logo: Logo | None = None,
) -> bytes:
    """The page as the bytes of a .docx file, on the letterhead or with the logo if there is one.

    Equal input gives equal bytes. UserError where the letterhead may not be one.
    """
    ground = base(paper, letterhead)
    inline, numbering = Inline(paper.language), Numbering(paper.language, ground.lists)
    blocks = Blocks(inline, numbering, ground.text_width, ground.between_papers, ground.letter)
    text = "".join(blocks.body(page))
    if logo is not None:
        text = logo_run.placed(logo_run.run(logo, imprint.author, paper.language), text)
    body = f"{DOCUMENT_OPENING}{text}{ground.body_end}"
    parts = ground.parts | {
        BODY_PART: body.encode("utf-8"),
        NUMBERING_PART: _filled(
            ground.parts[NUMBERING_PART], {LISTS: numbering.lists(), COUNTS: numbering.counts()}
        ),
        CORE_PART: _core(imprint, paper.language),
    }
    lines = {
        IMPRINT: _imprint(paper, imprint, is_counted=True),
        IMPRINT_ALONE: _imprint(paper, imprint, is_counted=False),
    }
    parts |= {name: _filled(ground.parts[name], lines) for name in ground.footers}
    if inline.links:
        parts[RELATIONS_PART] = _with_links(parts[RELATIONS_PART], inline.links)
    if logo is not None:
        parts |= _with_logo(parts, logo)
    if imprint.marks:
        parts[CUSTOM_PART] = _custom(imprint.marks)
        parts[TYPES_PART] = parts[TYPES_PART].replace(b"</Types>", CUSTOM_TYPE + b"</Types>")
        relations = parts[PACKAGE_RELATIONS]
        parts[PACKAGE_RELATIONS] = relations.replace(
            b"</Relationships>", CUSTOM_RELATION + b"</Relationships>"
        )
    made = [
        packing.packed(name, content)
        for name, content in parts.items()
        if content is not ground.parts.get(name)
    ]
    return packing.archive({**ground.packed, **{one.name: one for one in made}}.values())


def _filled(part: bytes, places: Mapping[bytes, str]) -> bytes:
    for place, xml in places.items():
        part = part.replace(place, xml.encode("utf-8"))
    return part


def footer_line(text: str) -> str:
    """The text as one line that leaves room for what stands beside it in the footer."""
    line = holdable(text).replace("\n", " ")
    over = len(line) > FOOTER_LIMIT
    return line[: FOOTER_LIMIT - 1] + "\N{HORIZONTAL ELLIPSIS}" if over else line


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _text(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _imprint(paper: Paper, imprint: Imprint, *, is_counted: bool) -> str:
    page, of = PAGE_OF_PAGES[paper.language]
    count = f"{_text(page)}{_field('PAGE')}{_text(of)}{_field('NUMPAGES')}" if is_counted else ""
    edition = _text(f"{imprint.edition} · " if count else imprint.edition)
    right = f"{edition if imprint.edition else ''}{count}"
    return paragraph(IMPRINT_STYLE, f"{_text(imprint.footer)}<w:r><w:tab/></w:r>{right}")


def _custom(marks: Mapping[str, str]) -> bytes:
    properties = "".join(
        f'<property fmtid="{CUSTOM_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(marks.items(), start=2)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
        f"{properties}</Properties>"
    ).encode()


def _core(imprint: Imprint, language: str) -> bytes:
    stamp = f"{imprint.created.isoformat()}T00:00:00Z"
    title, author = (
        escape(holdable(text).replace("\n", " ")) for text in (imprint.title, imprint.author)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>{house.LOCALES[language]}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        "</cp:coreProperties>"
    ).encode()


def _with_logo(parts: Mapping[str, bytes], logo: Logo) -> dict[str, bytes]:
    name = logo_run.part_of(logo)
    relation = (
        f'<Relationship Id="{logo_run.RELATION}" Type="{OFFICE}/relationships/image" '
        f'Target="{name.removeprefix("word/")}"/></Relationships>'
    )
    known = f'<Override PartName="/{name}" ContentType="{logo.media_type}"/></Types>'
    return {
        name: logo.content,
        RELATIONS_PART: parts[RELATIONS_PART].replace(b"</Relationships>", relation.encode()),
        TYPES_PART: parts[TYPES_PART].replace(b"</Types>", known.encode()),
    }


def _with_links(relations: bytes, links: dict[str, str]) -> bytes:
    added = "".join(
        f'<Relationship Id="{relation}" Type="{HYPERLINK}" TargetMode="External" '
        f'Target="{escape(target).replace(chr(34), "&quot;")}"/>'
        for target, relation in links.items()
    )
    return relations.replace(b"</Relationships>", added.encode("utf-8") + b"</Relationships>")
