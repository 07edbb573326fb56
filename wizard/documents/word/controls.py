"""Content controls: places that are filled in on screen and by hand alike, and boxes to tick.

An empty one shows its content as a placeholder, which the first letter or click replaces. The
content is what the paper shows, so that no prompt is ever printed.
"""

from dataclasses import dataclass
from html import escape

from lxml import etree

from wizard.documents.house import LOCALES
from wizard.documents.page import is_silent

LIMIT = 64  # characters that Word takes as a title or a tag of a content control
CHECK_BOX = (
    '<w:sdt><w:sdtPr><w:alias w:val="{label}"/><w:id w:val="{id}"/><w14:checkbox>'
    '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" '
    'w:eastAsia="MS Gothic" w:cs="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>\u2610</w:t></w:r>'
    "</w:sdtContent></w:sdt>"
)
CHECK_LABEL = {"en": "Done", "ru": "Выполнено"}
RULED = '<w:rPr><w:rStyle w:val="Blank"/></w:rPr>'
"""What is written on a rule stays on it; so does the empty place when it is emptied again."""
FIELD = '<w:text w:multiLine="1"/>'
IN_CELLS = {"en": "d MMM yyyy", "ru": "dd.MM.yyyy"}
IN_LINES = {"en": "d MMMM yyyy", "ru": "d MMMM yyyy 'г.'"}
"""As dates are said in tables and in text, in the signs of Word."""


def _date(form: str, language: str) -> str:
    return (
        f'<w:date><w:dateFormat w:val="{form}"/><w:lid w:val="{LOCALES[language]}"/>'
        '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
    )


SHORT_DATE = {language: _date(form, language) for language, form in IN_CELLS.items()}
LONG_DATE = {language: _date(form, language) for language, form in IN_LINES.items()}


@dataclass(slots=True)
class Controls:
    """Writes the controls of one document; each has an id of its own."""

    language: str
    written: int = 0

    def check_box(self, label: str = "") -> str:
        """A check box to click on screen and to tick on paper; ``label`` says what a tick means."""
        self.written += 1
        said = escape(label[:LIMIT])
        return CHECK_BOX.format(label=said or CHECK_LABEL[self.language], id=self.written)

    def place(self, element: etree._Element, empty: str) -> str:
        """A date, a choice or a field of the page; ``empty`` are the runs it shows until then."""
        self.written += 1
        label, name = escape(element.get("label", "")[:LIMIT]), element.get("name", "")[:LIMIT]
        silent = is_silent(element)
        return (
            f'<w:sdt><w:sdtPr>{"" if silent else RULED}<w:alias w:val="{label}"/>'
            f'<w:tag w:val="{name}"/><w:id w:val="{self.written}"/><w:showingPlcHdr/>'
            f"{self._kind(element, silent)}</w:sdtPr><w:sdtContent>{empty}</w:sdtContent></w:sdt>"
        )

    def _kind(self, element: etree._Element, silent: bool) -> str:
        match element.tag:
            case "date":
                form = SHORT_DATE if silent or element.get("size") else LONG_DATE
                return form[self.language]
            case "choice":
                return _choices(element)
            case _:
                return FIELD


def _choices(element: etree._Element) -> str:
    """A list to choose from, which can be emptied again and written over, unlike a plain one."""
    labels = dict.fromkeys(option.get("label", "") for option in element.iter("option"))
    items = "".join(
        f'<w:listItem w:displayText="{label}" w:value="{label}"/>' for label in map(escape, labels)
    )
    return f"<w:comboBox>{items}</w:comboBox>"
