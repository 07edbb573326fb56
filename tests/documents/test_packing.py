import io
import zipfile

import pytest

from wizard.documents.word.packing import FAST, TIGHT, archive, packed

PARTS = {
    "word/document.xml": b"<w:document/>" * 1000,
    "[Content_Types].xml": b"<Types/>",
    "word/media/logo.png": bytes(range(256)),
    "word/пусто.xml": b"",
}


def test_zipfile_reads_every_part_as_it_was():
    content = archive(packed(name, part) for name, part in PARTS.items())
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == PARTS


def test_the_content_types_come_first_and_the_others_by_name():
    content = archive(packed(name, part) for name, part in PARTS.items())
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        assert found.namelist()[0] == "[Content_Types].xml"
        assert found.namelist()[1:] == sorted(found.namelist()[1:])


def test_equal_parts_give_equal_bytes_in_any_order():
    parts = [packed(name, part) for name, part in PARTS.items()]
    assert archive(parts) == archive(reversed(parts))


@pytest.mark.parametrize("level", [FAST, TIGHT])
def test_text_is_packed_and_a_picture_is_left_as_it_is(level):
    assert len(packed("word/document.xml", PARTS["word/document.xml"], level).content) < 200
    picture = packed("word/media/logo.png", PARTS["word/media/logo.png"], level)
    assert picture.content == PARTS["word/media/logo.png"]
