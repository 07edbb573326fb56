"""Our own check of a Word file: can everybody read it, also by ear, by keyboard, in grey?

``findings`` gives a sentence for each place that fails, of this module and of ``craft``. The rules
follow WCAG 2.2 as far as it speaks of documents; a rule that we add says why.
"""

import re

from tests.documents import craft
from tests.documents.word_file import W, WordFile, beginning, is_on, style_of, text_of, value
from wizard.documents.house import LOCALES

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
LAYOUT = "HousePlain"
LETTERS = {"ru": re.compile("[\u0400-\u04ff]"), "en": re.compile("[A-Za-z]")}
LATIN_WORDS = re.compile(r"(?<!\S)[A-Za-z][A-Za-z'’-]+(?=[.,;:!?]?(?:\s|\Z))")
SENTENCE = 4
"""So many Latin words on a Russian page are no name, trade mark or address any more."""
NOWHERE = re.compile(
    r"\W*(click here|here|more|read more|link|this link|тут|здесь|ссылка|подробнее|далее)\W*",
    re.IGNORECASE,
)
AA, AA_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 36, 28  # half points


def findings(content: bytes) -> list[str]:
    """What is wrong with the file, a sentence each."""
    file = WordFile(content)
    return [found for rule in (*RULES, *craft.RULES) for found in rule(file)]


def is_titled(file):
    if not (file.parts["docProps/core.xml"].findtext(f"{DC}title") or "").strip():
        yield "The document has no title."


def says_its_language(file):
    default = value(file.styles_part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    said = file.parts["docProps/core.xml"].findtext(f"{DC}language")
    if not default or default != said:
        yield f"The text is in {default or 'no language'}, the document in {said}."


def marks_the_other_language(file):
    """WCAG 3.1.2. It exempts names; a Cyrillic one is marked: no English voice can read it."""
    other = "en" if file.language == "ru" else "ru"
    for run in file.body.iter(f"{W}r"):
        said = text_of(run)
        theirs, ours = (len(LETTERS[one].findall(said)) for one in (other, file.language or "en"))
        named = other == "en" and len(LATIN_WORDS.findall(said)) < SENTENCE
        foreign = theirs > ours and not named
        marked = value(run.find(f"{W}rPr/{W}lang"))
        if foreign and marked != LOCALES[other]:
            yield f"{beginning(run)} does not say that it is in {LOCALES[other]}."
        elif marked == LOCALES[other] and theirs <= ours:
            yield f"{beginning(run)} says that it is in {marked}."


def orders_its_headings(file):
    level = 0
    for paragraph in file.paragraphs:
        style = style_of(paragraph)
        if style != "Title" and not style.startswith("Heading"):
            continue
        if not text_of(paragraph).strip():
            yield "A heading is empty."
        here = 1 if style == "Title" else int(style[-1])
        if here > level + 1:
            yield f"{beginning(paragraph)} is of level {here} after level {level}."
        level = here
    if not level:
        yield "There is no heading."


def describes_its_tables(file):
    for table in file.tables:
        properties = table.find(f"{W}tblPr")
        rows = table.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        if value(properties.find(f"{W}tblStyle")) == LAYOUT:
            if any(heads):
                yield f"The layout {beginning(table)} has a header row."
            continue
        if not (
            value(properties.find(f"{W}tblDescription")) or value(properties.find(f"{W}tblCaption"))
        ).strip():
            yield f"The table {beginning(table)} has no description."
        if (value(properties.find(f"{W}tblLook"), "firstRow") == "1") != heads[0]:
            yield f"The table {beginning(table)} does not repeat its header row."
        if sorted(heads, reverse=True) != heads or all(heads):
            yield f"The table {beginning(table)} has heads where rows should be."
        for row, head in zip(rows, heads, strict=True):
            if head and not all(text_of(cell).strip() for cell in row.findall(f"{W}tc")):
                yield f"The table {beginning(table)} has a head that says nothing."
        if any(True for _ in table.iter(f"{W}vMerge")) or any(
            any(True for _ in row.iter(f"{W}gridSpan"))
            for row, head in zip(rows, heads, strict=True)
            if head
        ):
            yield f"The table {beginning(table)} has merged cells where a reader needs simple ones."


def names_its_pictures(file):
    for root in file.printed:
        for properties in root.iter(f"{WP}docPr"):
            decorative = next(properties.iter(DECORATIVE), None)
            if decorative is not None and decorative.get("val") == "1":
                continue
            if not (properties.get("descr") or "").strip():
                yield f"The picture {properties.get('name')} has no alternative text."


def says_where_links_go(file):
    for root in file.printed:
        for link in root.iter(f"{W}hyperlink"):
            said = text_of(link)
            if not said.strip() or NOWHERE.fullmatch(said):
                yield f"The link {beginning(link)} does not say where it goes."


def names_its_controls(file):
    for root in file.printed:
        for control in root.iter(f"{W}sdtPr"):
            if not value(control.find(f"{W}alias")).strip():
                yield "A box to tick has no name."


def contrasts(file):
    """WCAG 1.4.3, resolved through the styles as Word does."""
    seen = set()
    for root in file.printed:
        for run in root.iter(f"{W}r"):
            if not text_of(run).strip():
                continue
            size = int(value(file.of_run(run, "sz")) or 20)
            large = size >= (LARGE_BOLD if is_on(file.of_run(run, "b")) else LARGE)
            pair = (colour_of(file, run), ground_of(file, run), large)
            found = contrast(*pair[:2])
            if found < (AA_LARGE if large else AA) and pair not in seen:
                seen.add(pair)
                yield f"{beginning(run)} is {pair[0]} on {pair[1]}: {found:.2f} : 1."


def colour_of(file, run):
    found = value(file.of_run(run, "color"))
    return "000000" if found in {"", "auto"} else found.upper()


def ground_of(file, run):
    """The colour behind a run: its own, its paragraph's, its cell's, its table's, the paper's."""
    paragraph = next(run.iterancestors(f"{W}p"))
    shades = [file.of_run(run, "shd"), file.of_paragraph(paragraph, "shd")]
    for cell in paragraph.iterancestors(f"{W}tc"):
        shades.append(cell.find(f"{W}tcPr/{W}shd"))
        table = next(cell.iterancestors(f"{W}tbl"))
        style = file.styles.get(value(table.find(f"{W}tblPr/{W}tblStyle")))
        first = next(cell.iterancestors(f"{W}tr")) is table.find(f"{W}tr")
        look = table.find(f"{W}tblPr/{W}tblLook")
        if style is not None and first and value(look, "firstRow") == "1":
            path = f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd"
            shades.append(style.find(path))
    fills = (value(shade, "fill") for shade in shades)
    return next((fill.upper() for fill in fills if fill not in {"", "auto"}), "FFFFFF")


def contrast(one, other):
    """The contrast ratio of two colours in six hex digits, as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    channels = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


RULES = (
    is_titled,
    says_its_language,
    marks_the_other_language,
    orders_its_headings,
    describes_its_tables,
    names_its_pictures,
    says_where_links_go,
    names_its_controls,
    contrasts,
)
