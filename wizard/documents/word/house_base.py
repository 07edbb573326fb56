"""The house's own base, prepared with python-docx: page, styles, footer, and no ballast."""

import io
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.shared import Twips

from wizard.documents import house
from wizard.documents.word.base import (
    BODY_PART,
    COUNTS,
    IMPRINT,
    LISTS,
    NUMBERING_PART,
    SPACES,
    Base,
    Paper,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

FOOTER_PART = "word/footer1.xml"
BALLAST = ("stylesWithEffects", "customXml", "webSettings", "thumbnail")
FOOTER = f"<w:ftr {SPACES}>".encode() + IMPRINT + b"</w:ftr>"
NUMBERING = f"<w:numbering {SPACES}>".encode() + LISTS + COUNTS + b"</w:numbering>"
SETTINGS = (
    f'<w:settings {SPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val=";"/></w:settings>'
)


def prepare(paper: Paper) -> Base:
    """An empty document on the paper."""
    document = docx.Document(io.BytesIO(_lean()))
    sheet = house.sheet(paper.look, paper.paper, binding=paper.binding)
    section = document.sections[0]
    section.page_width, section.page_height = Twips(sheet.width), Twips(sheet.height)
    section.top_margin, section.bottom_margin = Twips(sheet.top), Twips(sheet.bottom)
    section.left_margin, section.right_margin = Twips(sheet.left), Twips(sheet.right)
    section.header_distance = section.footer_distance = Twips(500)
    styles = house.styles(paper.look, paper.language, paper.accent, sheet.text_width)
    _fill(document.styles.element, styles)
    settings = SETTINGS.format(decimal="," if paper.language == "ru" else ".")
    _fill(document.settings.element, settings)
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts.pop(BODY_PART).decode("utf-8")
    parts[FOOTER_PART] = FOOTER
    parts[NUMBERING_PART] = NUMBERING
    return Base(parts, body[body.index("<w:sectPr") :], sheet.text_width, (FOOTER_PART,))


@lru_cache(maxsize=1)
def _lean() -> bytes:
    """python-docx's default file with a footer, without its ballast, its styles and settings."""
    document = docx.Document()
    document.sections[0].footer.is_linked_to_previous = False
    _drop_ballast(document)
    for part in (document.styles.element, document.settings.element):
        for child in list(part):
            part.remove(child)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _drop_ballast(document: "Document") -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in BALLAST:
                relations.pop(key)


def _fill(part: "BaseOxmlElement", source: str) -> None:
    """Move what stands in the root of the source into an empty part."""
    for child in list(parse_xml(source)):
        part.append(child)
