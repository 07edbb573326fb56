"""The logo in the window: PNG, JPEG and SVG are taken, all else is refused, the page shows it."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from tests.documents import letterheads as made
from ui.editors import logo_file
from ui.form import Form
from ui.pages_of import pages_of
from ui.preview import Preview
from ui.printing import pdf_of
from ui.stationery import strips_of
from wizard.documents import frozen, logo
from wizard.documents.letterheads.letterhead import inspect
from wizard.documents.rich.leaves import stamped
from wizard.documents.writing import stamp
from wizard.errors import UserError
from wizard.interview.places import Place
from wizard.library import blobs

LOGO, LETTERHEAD = Place("business", "logo"), Place("business", "letterhead")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 300 100">{inner}<rect width="300" height="100" fill="#0f5f55"/></svg>'
)
TINY_GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00"


@pytest.fixture
def file(tmp_path):
    """``file("logo.png", content)``: a file with this content."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def test_an_svg_becomes_a_png_that_fills_the_room(file):
    content, media_type = logo_file.read(file("logo.svg", SVG.format(inner="")))
    assert media_type == "image/png"
    image = QImage.fromData(content)
    assert image.width() == 3 * image.height() == 3 * 480
    assert image.pixelColor(700, 200) == QColor("#0f5f55")
    assert logo.read(content).height == logo.HIGHEST


@pytest.mark.parametrize(
    "inner",
    [
        '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
        "<image href = 'https://far.example/a.png' width='9' height='9'/>",
        "<use href='other.svg#a'/>",
    ],
)
def test_an_svg_that_fetches_something_is_refused(inner, file):
    with pytest.raises(UserError, match="can be printed"):
        logo_file.read(file("logo.svg", SVG.format(inner=inner)))


def test_an_svg_may_link_and_use_what_is_its_own(file):
    inner = '<a href="https://corner.example"><g id="g"/></a><use href="#g"/>'
    assert logo_file.read(file("logo.svg", SVG.format(inner=inner)))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.svg", "no drawing"),
        ("logo.svg", '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format(inner="")),
        ("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 0"/>'),
        ("logo.png", "no picture"),
        ("logo.png", made.png()[:60]),
        ("logo.gif", TINY_GIF),
        ("logo.png", b""),
    ],
)
def test_what_is_no_picture_is_refused(name, content, file):
    with pytest.raises(UserError, match="picture"):
        logo_file.read(file(name, content))


def test_a_chosen_logo_stands_on_the_page_beside_the_form(qtbot, at_work, file, keeper):
    window, screen = at_work()
    form = next(one for one in screen.page("business").findChildren(Form) if LOGO in one.rows)
    form.rows[LOGO].editor.take_file(file("logo.svg", SVG.format(inner="")))
    preview = window.findChild(Preview)
    qtbot.waitUntil(
        lambda: preview.view.pages is not None and preview.view.pages.leaf.logo is not None
    )
    name = screen.desk.raw(LOGO)
    assert keeper.ask(lambda library: blobs.get(library, name)).media_type == "image/png"
    screen.desk.put(LOGO, None)
    qtbot.waitUntil(lambda: preview.view.pages.leaf.logo is None)


def test_a_chosen_letterhead_is_the_paper_beside_the_form(qtbot, at_work, keeper):
    window, screen = at_work()
    content = made.zipped(made.designed())
    name = keeper.ask(lambda library: blobs.put(library, content, "application/zip"))
    preview = window.findChild(Preview)
    screen.desk.put(LETTERHEAD, name)
    qtbot.waitUntil(
        lambda: preview.view.pages is not None and preview.view.pages.leaf.letterhead is not None
    )
    assert preview.view.pages.leaf.sheet.width == 12240


def test_the_dialog_offers_pictures(at_work, monkeypatch):
    _, screen = at_work()
    form = next(one for one in screen.page("business").findChildren(Form) if LOGO in one.rows)
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *told: (asked.append(told[-1]), ("", ""))[1]
    )
    form.rows[LOGO].editor.choose.click()
    assert asked == ["PNG, JPEG, SVG (*.png *.jpg *.jpeg *.svg)"]


def page_of(desk, document="guide", **names):
    page = frozen.freeze(document, desk.answers, "en", desk.today)
    return frozen.FrozenPage.load(page.dump().replace(b'"letterhead": ""', names["told"]))


def test_print_and_pdf_have_the_page_header_and_footer_of_the_letterhead(project_desk, qtbot):
    desk = project_desk(facts=True)
    content = made.zipped(made.designed())
    page = page_of(desk, told=b'"letterhead": "paper"')
    pages = pages_of(stamped(page, stamp("guide", "en", desk.today), {"paper": content}))
    letterhead = inspect(content, "paper.docx")
    assert (pages.leaf.sheet.width, pages.leaf.sheet.left) == (12240, 1701)
    assert strips_of(letterhead, 0, is_first=True) is letterhead.first
    assert strips_of(letterhead, 1, is_first=False) is letterhead.usual
    # The green square of its header is the first thing on the paper.
    assert letterhead.usual.header.rows[0][0].picture.content == made.png()
    assert pdf_of(page, stamp("guide", "en", desk.today), {"paper": content})[:5] == b"%PDF-"


def test_a_high_header_pushes_the_text_down(project_desk):
    desk = project_desk(facts=True)
    parts = made.plain()
    parts["word/header1.xml"] = made.xml("hdr", made.paragraph("One more line") * 12)
    page = page_of(desk, told=b'"letterhead": "paper"')
    stamped_page = stamped(page, stamp("guide", "en", desk.today), {"paper": made.zipped(parts)})
    assert stamped_page.sheet.top > 567 + 12 * 11 * 20


def test_each_sheet_to_sign_begins_like_a_first_page(project_desk):
    desk = project_desk(facts=True)
    page = page_of(desk, "acknowledgement", told=b'"letterhead": "paper"')
    content = made.zipped(made.designed())
    pages = pages_of(stamped(page, stamp("acknowledgement", "en", desk.today), {"paper": content}))
    sheets = page.markup.count('class="title"')
    assert len(pages.firsts) == sheets > 2
    assert 0 in pages.firsts
