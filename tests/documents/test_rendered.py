"""Pages as LibreOffice prints them: they say all that they should, whole, within their margins."""

import re

import pytest

from tests import libreoffice
from tests.documents import page_text, prints, samples
from tests.documents.word_file import W, WordFile, value
from ui.pages_of import pages_of
from wizard.documents import page, writing
from wizard.documents.rich.leaves import stamped
from wizard.documents.word.base import Paper
from wizard.documents.word.package import Imprint, write

MISSING = libreoffice.missing(libreoffice.PROGRAM, *prints.TOOLS)
pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"not installed, so no page is looked at: {', '.join(MISSING)}"
)
FEW = 5
"""One document in so many of each sample, by turns."""
TWIPS_AN_INCH = 1440
LEEWAY = 0.12  # inches: the bar of a callout, the line around a table, half a dot
APART = 1
"""Pages by which the preview may differ from print: letters fall a little differently."""
PLAIN = "plain"
SAMPLES = [
    one._replace(base=one.base if one.base == PLAIN else samples.HOUSE) for one in samples.USUAL
]
"""Of the letterheads only one is printed: another wants a font that may be missing, and where even
pages have a footer of another height, LibreOffice loses rows of a table that goes on there."""
NARROW = (
    '<page><p class="title">Narrow</p><table widths="5 95" summary="x"><thead><tr>'
    "<th>Administrator</th><th>Whole words</th></tr></thead>"
    "<tbody><tr><td>one</td><td>two</td></tr></tbody></table></page>"
)


def few(sample):
    """The documents of a sample whose turn it is, by id."""
    turn = samples.STARTS.index((sample.trade, sample.start))
    found = enumerate(samples.documents(sample).items())
    return {name: one for number, (name, one) in found if (number + turn) % FEW == 0}


def name_of(sample, document):
    return f"{SAMPLES.index(sample):02} {document}"


@pytest.fixture(scope="module")
def prints_of(tmp_path_factory):
    """The folder of the usual samples as PDF."""
    folders = [tmp_path_factory.mktemp(language) for language in ("en", "ru")]
    for sample in SAMPLES:
        for name, document in few(sample).items():
            folder = folders[sample.language == "ru"]
            (folder / f"{name_of(sample, name)}.docx").write_bytes(document.content)
    paper = Paper("plan", "en", "a4", "", binding=False)
    narrow = write(page.parse(NARROW), paper, Imprint("Narrow", "", "Narrow", "", samples.DAY))
    (folders[0] / "narrow.docx").write_bytes(narrow)
    libreoffice.print_folders(folders)
    return {file.stem: file for folder in folders for file in folder.glob("*.pdf")}


@pytest.fixture(params=SAMPLES, ids=str)
def sample(request):
    return request.param


@pytest.fixture
def printed(sample, prints_of):
    """The documents of a sample with their PDF: (name, document, file)."""
    return [(name, one, prints_of[name_of(sample, name)]) for name, one in few(sample).items()]


def strips(content):
    """What headers and footers say, as patterns that take any page number."""
    for part in WordFile(content).printed[1:]:
        for paragraph in part.iter(f"{W}p"):
            pieces = [
                r"\d+" if next(piece.iterancestors(f"{W}fldSimple"), None) is not None
                else re.escape(page_text.squeezed(piece.text or ""))
                for piece in paragraph.iter(f"{W}t")
            ]  # fmt: skip
            if "".join(pieces):
                yield "".join(pieces)


def body_text(file, content):
    """The text of all pages, without what stands above and below each."""
    patterns = sorted(strips(content), key=len, reverse=True)
    said = []
    for text in prints.texts(file):
        squeezed = page_text.squeezed(text)
        for pattern in patterns:
            squeezed = re.sub(pattern, "", squeezed, count=1)
        said.append(squeezed)
    return "".join(said)


def known_words(document):
    root = page.parse(document.page.markup)
    return set(prints.LETTERS.findall(" ".join(root.itertext())))


def test_every_line_of_the_page_is_printed_in_its_order(printed):
    for name, document, file in printed:
        wanted = page_text.pieces(document.page.markup)
        assert page_text.missing(wanted, body_text(file, document.content)) == [], name


def test_no_word_breaks_in_the_middle(printed):
    for name, document, file in printed:
        known = known_words(document)
        found = [one for words in prints.words(file) for one in prints.broken(words, known)]
        assert found == [], name


def test_a_word_that_breaks_is_seen(prints_of):
    (words,) = prints.words(prints_of["narrow"])
    known = set(prints.LETTERS.findall(NARROW))
    assert [*prints.broken(words, known)]


def test_no_page_is_blank_and_none_has_ink_in_its_margins(printed, sample):
    if sample.base != samples.HOUSE:
        pytest.skip("a letterhead prints in its margins")
    for name, document, file in printed:
        section = WordFile(document.content).body.find(f"{W}sectPr")
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        edge = {side: inches(margins, side) for side in ("left", "top", "right", "footer")}
        width, height = inches(size, "w"), inches(size, "h")
        for number, picture in enumerate(prints.pictures(file), start=1):
            ink = picture.ink()
            assert ink is not None, f"{name}, page {number}, is blank"
            left, top, right, bottom = ink
            assert left > edge["left"] - LEEWAY, f"{name} {number}"
            assert top > edge["top"] - LEEWAY, f"{name} {number}"
            assert right < width - edge["right"] + LEEWAY, f"{name} {number}"
            assert bottom < height - edge["footer"] + LEEWAY, f"{name} {number}"


def inches(element, name):
    return int(value(element, name)) / TWIPS_AN_INCH


def test_the_preview_has_as_many_pages_as_the_print(printed, sample, qapp):
    for name, document, file in printed:
        stamp = writing.stamp(name, sample.language, samples.DAY, samples.issue_of(name))
        laid = len(pages_of(stamped(document.page, stamp, samples.STATIONERY)).pages)
        assert abs(laid - len(prints.texts(file))) <= APART, name
