"""A Word file read part by part, and what its styles make of a paragraph or a run."""

import io
import zipfile
from functools import cache, cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOCALES = {"en-GB": "en", "ru-RU": "ru"}


class WordFile:
    """The parts of a .docx as trees. What is looked up in styles is the innermost that says it."""

    def __init__(self, content: bytes):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {
                name: etree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.endswith(".xml")
            }
        self.styles = {
            style.get(f"{W}styleId"): style for style in self.styles_part.iter(f"{W}style")
        }
        self.in_style = cache(self._in_style)
        self.by_default = cache(self._by_default)

    @property
    def body(self):
        return self.parts["word/document.xml"].find(f"{W}body")

    @property
    def styles_part(self):
        return self.parts["word/styles.xml"]

    @cached_property
    def printed(self):
        """The roots of all that is printed: the body, headers and footers."""
        margins = ("word/header", "word/footer")
        return [self.body, *(self.parts[one] for one in self.parts if one.startswith(margins))]

    @cached_property
    def paragraphs(self):
        return list(self.body.iter(f"{W}p"))

    @cached_property
    def tables(self):
        return list(self.body.iter(f"{W}tbl"))

    @property
    def language(self):
        said = self.parts["docProps/core.xml"].findtext(
            "{http://purl.org/dc/elements/1.1/}language"
        )
        return LOCALES.get(said or "", "")

    def of_paragraph(self, paragraph, tag):
        """The property of a paragraph, such as ``keepNext``; None where it has none."""
        found = paragraph.find(f"{W}pPr/{W}{tag}")
        if found is None:
            found = self.in_style(style_of(paragraph), "pPr", tag)
        return self.by_default("pPr", tag) if found is None else found

    def of_run(self, run, tag):
        """The property of a run: its own, its style's, its paragraph's, or everybody's."""
        found = run.find(f"{W}rPr/{W}{tag}")
        if found is None:
            found = self.in_style(value(run.find(f"{W}rPr/{W}rStyle")), "rPr", tag)
        if found is None:
            paragraph = next(run.iterancestors(f"{W}p"))
            found = self.in_style(style_of(paragraph), "rPr", tag)
        return self.by_default("rPr", tag) if found is None else found

    def _by_default(self, kind, tag):
        return self.styles_part.find(f"{W}docDefaults/{W}{kind}Default/{W}{kind}/{W}{tag}")

    def _in_style(self, name, kind, tag):
        style = self.styles.get(name)
        if style is None:
            return None
        found = style.find(f"{W}{kind}/{W}{tag}")
        if found is None:
            return self.in_style(value(style.find(f"{W}basedOn")), kind, tag)
        return found


def value(element, name="val"):
    """An attribute of an element, empty where there is neither."""
    return "" if element is None else element.get(f"{W}{name}") or ""


def is_on(element):
    """Whether a property that is either on or off is on."""
    return element is not None and value(element) not in {"0", "false", "off"}


def style_of(paragraph):
    return value(paragraph.find(f"{W}pPr/{W}pStyle"))


def text_of(element):
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def beginning(element):
    """The first words of an element, by which a reader finds the place."""
    return f"«{text_of(element)[:60]}»"
