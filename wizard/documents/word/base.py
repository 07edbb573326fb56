"""Prepares the base of a document with python-docx: page, styles, footer, and no ballast."""

import io
import zipfile
from typing import TYPE_CHECKING

import docx
from docx.oxml import parse_xml
from docx.shared import Twips

from wizard.documents import house

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from wizard.documents.word.package import Paper

BALLAST = ("stylesWithEffects", "customXml", "webSettings", "thumbnail")
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SETTINGS = (
    f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val=";"/></w:settings>'
)


def prepare(paper: "Paper") -> tuple[dict[str, bytes], str, int]:
    """The parts of an empty document on the paper, the end of its body, the text width in twips.

    The footer part holds the word FOOTER where its runs belong.
    """
    document = docx.Document()
    sheet = house.sheet(paper.look, paper.paper, binding=paper.binding)
    section = document.sections[0]
    section.page_width, section.page_height = Twips(sheet.width), Twips(sheet.height)
    section.top_margin, section.bottom_margin = Twips(sheet.top), Twips(sheet.bottom)
    section.left_margin, section.right_margin = Twips(sheet.left), Twips(sheet.right)
    section.header_distance = section.footer_distance = Twips(500)
    footer = section.footer.paragraphs[0]
    footer.text = "FOOTER"
    _drop_ballast(document)
    styles = parse_xml(house.styles(paper.look, paper.language, paper.accent, sheet.text_width))
    _swap_children(document.styles.element, styles)
    _swap_children(
        document.settings.element,
        parse_xml(SETTINGS.format(decimal="," if paper.language == "ru" else ".")),
    )
    footer.style = document.styles["footer"]
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts.pop("word/document.xml").decode("utf-8")
    parts["word/footer1.xml"] = parts["word/footer1.xml"].replace(
        b"<w:r><w:t>FOOTER</w:t></w:r>", b"FOOTER"
    )
    return parts, body[body.index("<w:sectPr") :], sheet.text_width


def _drop_ballast(document: "Document") -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in BALLAST:
                relations.pop(key)


def _swap_children(old: "BaseOxmlElement", new: "BaseOxmlElement") -> None:
    for child in list(old):
        old.remove(child)
    for child in list(new):
        old.append(child)
