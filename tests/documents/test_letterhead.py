"""A letterhead is read as one sees it; what may not be one is refused in one sentence."""

import io
import random
import tracemalloc
import zipfile

import pytest

from tests.documents import letterheads as made
from wizard import pictures
from wizard.documents.letterheads import archive, refusals
from wizard.documents.letterheads.letterhead import inspect
from wizard.documents.letterheads.strips import Cell
from wizard.errors import UserError
from wizard.i18n import LANGUAGES, translate


def read(parts):
    return inspect(made.zipped(parts), "paper.docx")


def refusal(content):
    """The English sentence that refuses these bytes, before its values are filled in."""
    with pytest.raises(UserError) as caught:
        inspect(content, "paper.docx")
    error = caught.value
    for language in LANGUAGES:
        said = translate(error.message, language).format(**error.values)
        assert "paper.docx" in said
        assert "\n" not in said
    return error


def changed(part, old="", new="", **more):
    """The plain letterhead with one part changed, as a file."""
    parts = made.plain()
    assert old in parts[part]
    return made.zipped(parts | {part: parts[part].replace(old, new)} | more)


def related(*targets, part="word/_rels/document.xml.rels"):
    """The plain letterhead that leads somewhere else, too, as a file."""
    parts = made.plain()
    more = made.relations(*targets)
    if part in parts:
        inner = more[more.index("<Relationship ") : more.index("</Relationships>")]
        more = parts[part].replace("</Relationships>", inner + "</Relationships>")
    return made.zipped(parts | {part: more})


class TestReading:
    def test_a_plain_letterhead_brings_page_strips_font_and_styles(self):
        found = read(made.plain())
        assert (found.width, found.height) == (11906, 16838)
        assert (found.top, found.right, found.bottom, found.left) == (1134, 851, 1134, 1701)
        assert not found.is_landscape
        assert not found.is_template
        assert found.usual.header.rows == ((Cell(("ООО «Уголок», Казань",), align="center"),),)
        assert found.usual.footer.rows == (
            (Cell(("ИНН 1600000000",)), Cell(("corner.example",), align="right")),
        )
        assert (found.first, found.even) == (None, None)
        assert (found.fonts, found.font_size) == (("Arial",), 11)
        ours = {number: own.id for number, own in found.found.items()}
        assert ours == {"Normal": "a", "Heading1": "1", "Title": "a3", "Strong": "a4"}
        assert {"Lead", "HouseGrid", "Heading2"} <= set(found.missing)
        assert not set(found.missing) & set(ours)

    def test_a_designed_letterhead_brings_its_columns_its_picture_and_its_first_page(self):
        found = read(made.designed())
        header = found.usual.header
        assert header.columns == 2
        assert header.has_picture
        assert header.rows[0] == (
            Cell((), has_picture=True),
            Cell(("Coffee Corner Ltd", "1 Mill Lane, Leeds"), align="right"),
        )
        assert header.lines == ("Coffee Corner Ltd", "1 Mill Lane, Leeds", "In a box")
        assert found.first.header == header
        assert found.first.footer.lines == ("Registered in England, 1234567",)
        assert found.usual.footer.lines == ("Page 2",)
        assert (found.fonts, found.font_size) == (("Calibri",), 10.5)
        assert found.is_template

    @pytest.mark.parametrize("language", ["de", "ru"])
    def test_styles_are_found_under_the_names_that_libreoffice_shows(self, language):
        found = read(made.from_libreoffice(language))
        numbers = list(made.LOCALISED[language])[:-1]
        ours = ("Normal", "Heading1", "Heading2", "Title", "Subtitle")
        assert [found.found[one].id for one in ours] == numbers
        assert found.found["Strong"].id == "Z1"
        assert not {*ours, "Strong"} & set(found.missing)
        assert found.is_landscape
        assert found.even.header.rows == ()
        assert found.even.footer.rows == ()
        assert (found.fonts, found.font_size) == (("Times New Roman",), 10)

    def test_names_of_styles_count_whatever_their_case_and_other_names_too(self):
        name = '<w:name w:val="heading 1"/>'
        aliases = '<w:name w:val="Kapitel"/><w:aliases w:val="Chapter,HEADING 1"/>'
        for other in ('<w:name w:val="HEADING 1"/>', aliases):
            parts = made.plain()
            parts["word/styles.xml"] = parts["word/styles.xml"].replace(name, other)
            assert read(parts).found["Heading1"].id == "1"

    def test_the_last_section_counts_and_takes_what_it_does_not_name_from_the_one_before(self):
        first = made.section(made.stands("header", "rId2"), '<w:pgSz w:w="8391" w:h="11906"/>')
        parts = made.plain() | {
            "word/document.xml": made.body(first, made.section(made.stands("footer", "rId3")))
        }
        found = read(parts)
        assert found.width == 11906
        assert found.usual.header.lines == ("ООО «Уголок», Казань",)
        assert found.usual.footer.lines

    def test_a_first_page_that_is_switched_off_is_none(self):
        parts = made.designed()
        parts["word/letter.xml"] = parts["word/letter.xml"].replace(
            "<w:titlePg/>", '<w:titlePg w:val="0"/>'
        )
        assert read(parts).first is None

    def test_the_gutter_belongs_to_the_margin(self):
        parts = made.plain()
        parts["word/document.xml"] = parts["word/document.xml"].replace(
            'w:gutter="0"', 'w:gutter="1cm"'
        )
        assert read(parts).left == 1701 + 567

    def test_what_says_nothing_is_as_word_takes_it(self):
        parts = made.plain() | {"word/document.xml": made.xml("document", "<w:body/>")}
        del parts["word/styles.xml"]
        parts["word/_rels/document.xml.rels"] = made.relations()
        found = read(parts)
        assert (found.width, found.height, found.left) == (12240, 15840, 1440)
        assert found.usual.header.rows == ()
        assert found.found == {}

    def test_a_template_on_a_drive_is_loaded_by_nobody_and_stands_in_nobodys_way(self):
        settings = {"word/settings.xml": made.xml("settings", "")}
        for address in ("file:///C:\\Users\\a\\Letter.dotx", "C:\\Letter.dotx", "Letter.dotx"):
            lead = made.relations(("rId1", "attachedTemplate", address, "External"))
            more = settings | {"word/_rels/settings.xml.rels": lead}
            assert read(made.plain() | more).width == 11906

    def test_both_kinds_of_word_files_are_taken_with_their_own_media_type(self, tmp_path):
        for parts, media_type in (
            (made.plain(), pictures.WORD),
            (made.designed(), pictures.WORD_TEMPLATE),
        ):
            file = tmp_path / "paper"
            file.write_bytes(made.zipped(parts))
            assert pictures.letterhead(file) == (file.read_bytes(), media_type)


MACRO = made.DOCUMENT.replace(
    "openxmlformats-officedocument.wordprocessingml.document.main",
    "ms-word.document.macroEnabled.main",
)
SHEET = made.DOCUMENT.replace("wordprocessingml.document", "spreadsheetml.sheet")
CODE = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


def with_doctype(code="utf-8"):
    declared = made.plain()["word/header1.xml"].replace("?>", f"?>{DOCTYPE}", 1)
    return made.zipped(
        made.plain() | {"word/header1.xml": declared.replace("UTF-8", code).encode(code)}
    )


def locked_zip():
    content = bytearray(made.zipped(made.plain()))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 1)
    return bytes(content)


def with_a_wrong_checksum():
    content = bytearray(made.zipped(made.plain(), zipfile.ZIP_STORED))
    content[content.find("Уголок".encode())] ^= 1
    return bytes(content)


def without(part):
    return made.zipped({name: one for name, one in made.plain().items() if name != part})


def field(*pieces, simple=False):
    if simple:
        return made.paragraph("", inner=f'<w:fldSimple w:instr="{pieces[0]}"/>')
    said = "".join(f"<w:instrText>{piece}</w:instrText>" for piece in pieces)
    return made.paragraph(
        "",
        inner=f'<w:fldChar w:fldCharType="begin"/>{said}<w:fldChar w:fldCharType="separate"/>'
        '<w:fldChar w:fldCharType="end"/>',
    )


def with_field(*pieces, simple=False):
    return changed("word/header1.xml", "<w:p>", field(*pieces, simple=simple) + "<w:p>")


STRANGERS = {
    "empty": (b"", refusals.EMPTY),
    "text": ("Фирменный бланк".encode("cp1251"), refusals.OTHER),
    "old Word": (made.compound("1Table", "WordDocument"), refusals.OLD_WORD),
    "old Word that speaks of passwords": (
        made.compound("WordDocument") + b"\0" + "EncryptedPackage\0".encode("utf-16-le"),
        refusals.OLD_WORD,
    ),
    "old Excel": (made.compound("Workbook"), refusals.OTHER),
    "password": (made.compound("EncryptionInfo", "EncryptedPackage"), refusals.LOCKED),
    "zip with a password": (locked_zip(), refusals.LOCKED),
    "PDF": (b"%PDF-1.7\n", refusals.PDF),
    "RTF": (b"{\\rtf1\\ansi", refusals.RTF),
    "picture": (made.png(), refusals.PICTURE),
    "OpenDocument": (
        made.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        refusals.OPEN_DOCUMENT,
    ),
    "another zip": (made.zipped({"word/document.xml": "<x/>"}), refusals.OTHER),
    "Excel": (changed("[Content_Types].xml", made.DOCUMENT, SHEET), refusals.OTHER),
    "macros": (changed("[Content_Types].xml", made.DOCUMENT, MACRO), refusals.MACROS),
    "a part for macros": (
        changed("[Content_Types].xml", "<Override", CODE + "<Override"),
        refusals.MACROS,
    ),
    "a project of macros": (
        made.zipped(made.plain() | {"word/vbaProject.bin": b"x"}),
        refusals.MACROS,
    ),
    "ActiveX": (related(("rId9", "control", "header1.xml")), refusals.MACROS),
    "strict": (changed("_rels/.rels", made.OFFICE, STRICT), refusals.STRICT),
}
DAMAGED = {
    "cut short": made.zipped(made.plain())[:-200],
    "only its begin": b"PK\x03\x04",
    "a wrong checksum": with_a_wrong_checksum(),
    "no relations": without("_rels/.rels"),
    "no document": without("word/document.xml"),
    "no header": without("word/header1.xml"),
    "a header of another kind": changed("word/_rels/document.xml.rels", "/header", "/footer"),
    "a header without relation": changed("word/document.xml", "rId2", "rId99"),
    "not well formed": changed("word/header1.xml", "</w:p>", ""),
    "no body": made.zipped(made.plain() | {"word/document.xml": made.xml("document", "")}),
    "an unknown encoding": changed("word/header1.xml", "UTF-8", "UTF-99"),
    "a picture that is not there": related(("rId9", "image", "media/logo.png")),
    "an unusual packing": made.zipped(made.plain(), zipfile.ZIP_BZIP2),
}
HARMFUL = {
    "DOCTYPE": (with_doctype(), "DOCTYPE"),
    "DOCTYPE in two bytes": (with_doctype("utf-16"), "DOCTYPE"),
    "foreign text": (related(("rId9", "aFChunk", "header1.xml")), "altChunk"),
    "a name that climbs": (made.zipped(made.plain() | {"word/../../x": "x"}), "word/../../x"),
    "a name that climbs in disguise": (
        made.zipped(made.plain() | {"word/%2E%2e/x": "x"}),
        "word/%2E%2e/x",
    ),
    "an absolute name": (made.zipped(made.plain() | {"/etc/passwd": "x"}), "/etc/passwd"),
    "a drive": (made.zipped(made.plain() | {"C:/x": "x"}), "C:/x"),
    "a name of Windows": (made.zipped(made.plain() | {"word\\..\\x": "x"}), "word\\..\\x"),
    "a name twice": (
        made.zipped(made.plain() | {"WORD/header1.xml": "x"}),
        "WORD/header1.xml",
    ),
    "a target that climbs": (related(("rId9", "image", "../../x")), "../../x"),
    "a field that starts a program": (with_field("DDEAUTO c:\\\\x"), "DDEAUTO"),
    "a field in pieces": (with_field(" dde", "auto c:\\\\x"), "DDEAUTO"),
    "a field after spaces": (with_field(" " * 100, " " * 100 + "DDE x"), "DDE"),
    "a simple field": (with_field("INCLUDETEXT x", simple=True), "INCLUDETEXT"),
    "a link to a program": (with_field("HYPERLINK ", '"file:///c:/x.exe"'), "HYPERLINK"),
    "a link to a share": (with_field(r"HYPERLINK \\server\x", simple=True), "HYPERLINK"),
    "a link that is a script": (with_field('HYPERLINK "javascript:x"'), "HYPERLINK"),
}
FAR = "https://far.example/x"
LEADING_AWAY = {
    "template": ("attachedTemplate", FAR, refusals.FAR_TEMPLATE),
    "template of a share": ("attachedTemplate", "file://server/x.dotx", refusals.FAR_TEMPLATE),
    "template of a Windows share": ("attachedTemplate", "\\\\server\\x", refusals.FAR_TEMPLATE),
    "picture": ("image", FAR, refusals.FAR_PICTURE),
    "picture on a drive": ("image", "file:///C:/logo.png", refusals.FAR_PICTURE),
    "OLE link": ("oleObject", FAR, refusals.FAR_CONTENT),
    "foreign text": ("aFChunk", FAR, refusals.FAR_CONTENT),
    "frame": ("frame", FAR, refusals.FAR_CONTENT),
}


class TestRefusing:
    @pytest.mark.parametrize("what", STRANGERS)
    def test_what_is_no_plain_word_file_is_told_by_its_content(self, what):
        content, sentence = STRANGERS[what]
        assert refusal(content).message == sentence

    @pytest.mark.parametrize("what", DAMAGED)
    def test_a_damaged_file_is_called_damaged(self, what):
        assert refusal(DAMAGED[what]).message in {refusals.BROKEN, refusals.BROKEN_PART}

    @pytest.mark.parametrize("what", HARMFUL)
    def test_what_may_do_harm_is_named(self, what):
        content, name = HARMFUL[what]
        error = refusal(content)
        assert (error.message, error.values["what"]) == (refusals.HARMFUL, name)

    @pytest.mark.parametrize("what", LEADING_AWAY)
    @pytest.mark.parametrize("part", ["document", "header1", "settings"])
    def test_nothing_but_a_link_may_lead_outside(self, what, part):
        kind, address, sentence = LEADING_AWAY[what]
        error = refusal(
            related(("rId9", kind, address, "External"), part=f"word/_rels/{part}.xml.rels")
        )
        assert (error.message, error.values["address"]) == (sentence, address)

    def test_an_old_picture_may_not_name_an_address_either(self):
        inner = f'<w:pict><v:imagedata src="{FAR}"/></w:pict><w:p>'
        content = changed("word/header1.xml", "<w:p>", inner)
        assert refusal(content).message == refusals.FAR_PICTURE

    def test_a_field_that_only_counts_pages_is_welcome(self):
        inspect(with_field("PAGE"), "paper.docx")
        inspect(with_field('HYPERLINK "https://x.example/LINK DDE"'), "paper.docx")
        inspect(with_field('HYPERLINK \\l "top"'), "paper.docx")
        inspect(with_field("hyperlink mailto:post@x.example", simple=True), "paper.docx")

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ('w:left="1701"', 'w:left="9999"'),
            ('w:bottom="1134"', 'w:bottom="-15000"'),
            ('w:w="11906"', 'w:w="0"'),
            ('w:w="11906"', 'w:w="900000"'),
        ],
    )
    def test_a_page_without_room_for_text_is_refused(self, old, new):
        assert refusal(changed("word/document.xml", old, new)).message == refusals.NO_ROOM

    def test_a_file_of_more_than_10_mb_is_not_even_opened(self, tmp_path):
        file = tmp_path / "paper.docx"
        file.write_bytes(made.zipped(made.plain() | {"x.bin": bytes(10_000_001)}, 0))
        with pytest.raises(UserError, match="larger than 10 MB"):
            pictures.letterhead(file)


class TestSwelling:
    """Files that are small and unpack to more than any letterhead needs."""

    def refused_lightly(self, content):
        """Refused, and never much more than the limit held at once."""
        tracemalloc.start()
        try:
            error = refusal(content)
            most = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert error.message == refusals.SWOLLEN
        return most

    def test_a_bomb_is_refused_before_it_is_unpacked(self):
        bomb = made.zipped(made.plain() | {"word/bomb.bin": bytes(archive.MOST_UNPACKED)})
        assert self.refused_lightly(bomb) < 1_000_000

    def test_one_part_that_is_packed_too_tightly_is_enough(self):
        bomb = made.zipped(made.plain() | {"word/bomb.bin": bytes(archive.RATIO_FROM + 1)})
        assert self.refused_lightly(bomb) < 1_000_000

    def test_a_bomb_that_lies_about_its_size_is_cut_off(self):
        size = 2_000_000
        bomb = bytearray(made.zipped(made.plain() | {"word/bomb.bin": bytes(size)}))
        true, claimed = size.to_bytes(4, "little"), (100).to_bytes(4, "little")
        for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
            start = bomb.find(mark)
            while start >= 0:
                if bomb[start + place : start + place + 4] == true:
                    bomb[start + place : start + place + 4] = claimed
                start = bomb.find(mark, start + 1)
        tracemalloc.start()
        try:
            error = refusal(bytes(bomb))
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
        finally:
            tracemalloc.stop()
        assert error.message == refusals.BROKEN

    def test_what_comes_out_is_counted_not_only_what_is_claimed(self, monkeypatch):
        monkeypatch.setattr(archive, "MOST_UNPACKED", 5_000)
        parts = {"a.bin": random.Random(1).randbytes(4_000), "b.bin": bytes(4_000)}
        content = made.zipped(parts)
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            entries = {one.filename: one for one in opened.infolist()}
            with pytest.raises(UserError) as caught:
                archive._read(opened, entries, "paper.docx")
        assert caught.value.message == refusals.SWOLLEN

    def test_too_many_parts_are_too_many(self):
        crowd = {f"word/{number}.bin": "x" for number in range(archive.MOST_PARTS)}
        self.refused_lightly(made.zipped(made.plain() | crowd))

    def test_a_text_of_more_than_10_mb_is_not_parsed(self):
        words = random.Random(1).randbytes(40_000).hex() * 130
        large = made.xml("hdr", f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
        assert len(large) > 10_000_000
        assert refusal(made.zipped(made.plain() | {"word/header1.xml": large})).message == (
            refusals.SWOLLEN
        )

    def test_a_white_bitmap_is_no_bomb(self):
        read(made.plain() | {"word/media/white.bmp": bytes(3_000_000)})


def outcome(content):
    """Whether the file was read; anything but a letterhead or a UserError is a mistake of ours."""
    try:
        inspect(content, "paper.docx")
    except UserError:
        return False
    return True


MADE = (made.plain(), made.designed(), made.from_libreoffice("ru"))


class TestDamage:
    """Nothing that chance makes of a good file leads anywhere but to a sentence."""

    @pytest.mark.parametrize("seed", range(3))
    def test_files_cut_short_anywhere_are_refused(self, seed):
        content, chance = made.zipped(MADE[seed]), random.Random(seed)
        for _ in range(100):
            assert not outcome(content[: chance.randrange(len(content))])

    @pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    @pytest.mark.parametrize("seed", range(3))
    def test_flipped_bits_in_the_file_end_in_a_sentence_or_do_no_harm(self, seed, packing):
        good, chance = made.zipped(MADE[seed], packing), random.Random(seed)
        for _ in range(100):
            content = bytearray(good)
            for _ in range(chance.choice((1, 1, 3, 20))):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            outcome(bytes(content))

    @pytest.mark.parametrize("seed", range(3))
    def test_flipped_bits_under_a_right_checksum_end_in_a_sentence_or_do_no_harm(self, seed):
        chance, read_anyway = random.Random(seed), 0
        for _ in range(200):
            parts = {
                name: bytearray(one if isinstance(one, bytes) else one.encode())
                for name, one in MADE[seed].items()
            }
            for _ in range(chance.choice((1, 2, 5))):
                part = parts[chance.choice(list(parts))]
                part[chance.randrange(len(part))] ^= 1 << chance.randrange(8)
            read_anyway += outcome(made.zipped({name: bytes(one) for name, one in parts.items()}))
        assert read_anyway > 20

    @pytest.mark.parametrize("seed", range(3))
    def test_elements_and_attributes_that_are_gone_end_in_a_sentence_or_do_no_harm(self, seed):
        from lxml import etree

        chance, read_anyway = random.Random(seed), 0
        for _ in range(200):
            parts = dict(MADE[seed])
            name = chance.choice([one for one in parts if not one.endswith(".png")])
            tree = etree.fromstring(parts[name].encode())
            one = chance.choice(list(tree.iter()))
            if one.attrib and chance.random() < 0.6:
                key = chance.choice(list(one.attrib))
                one.set(key, chance.choice(("", "-1", "9" * 400, "1e999", "nan", "Ünicode", "0")))
                if chance.random() < 0.3:
                    del one.attrib[key]
            elif one.getparent() is not None:
                one.getparent().remove(one)
            read_anyway += outcome(made.zipped(parts | {name: etree.tostring(tree)}))
        assert read_anyway > 20
