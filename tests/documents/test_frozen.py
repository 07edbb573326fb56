"""Frozen pages: what a release published is printed again by every later one.

``frozen`` keeps one page of each release, with the fingerprint it had.
"""

import dataclasses
import datetime as dt
import json
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from wizard import examples
from wizard.documents import frozen, normal, page, reading_back
from wizard.documents.edition import Edition
from wizard.documents.frozen import FrozenPage, Stamp
from wizard.documents.rich.leaves import stamped
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

KEPT = sorted((Path(__file__).parent / "frozen").glob("*.json"))
DAY = dt.date(2026, 12, 1)


def frozen_page(language="en", document="guide"):
    answers = interview.read("cafe", examples.with_facts("cafe", language=language))
    return frozen.freeze(document, answers, language, DAY, Edition(1, DAY))


@pytest.mark.parametrize("file", KEPT, ids=[file.stem for file in KEPT])
def test_the_page_of_a_release_is_printed_again(file, tmp_path):
    kept = json.loads(file.read_text("utf-8"))
    found = FrozenPage.load(json.dumps(kept["page"]).encode())
    assert page.parse(found.markup) is not None
    assert found.fingerprint == kept["fingerprint"]
    edition = Edition(1, DAY, found.fingerprint)
    content = frozen.word(found, edition)
    written = tmp_path / "page.docx"
    written.write_bytes(content)
    assert OpenXmlValidator().validate(written).errors == []
    assert reading_back.lines_of_word(content).fingerprint == kept["fingerprint"]
    assert stamped(found, Stamp.of(edition, found.language)).blocks


def test_every_release_keeps_a_page():
    from wizard import __version__

    assert __version__ in [file.stem for file in KEPT]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_comes_back_as_it_was_dumped(language):
    found = frozen_page(language)
    assert FrozenPage.load(found.dump()) == found
    assert found.fingerprint == normal.fingerprint(normal.lines(found.markup))


def test_what_a_later_release_added_or_knows_no_more_does_no_harm():
    raw = dataclasses.asdict(frozen_page())
    for later in ("paper", "accent", "binding", "author"):
        raw.pop(later)
    found = FrozenPage.load(json.dumps({**raw, "unheard": "of"}).encode())
    assert (found.paper, found.author, found.markup) == ("a4", "", raw["markup"])


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"document": "guide"}', b"\xff"])
def test_what_is_no_frozen_page_is_refused(content):
    with pytest.raises(ValueError):  # noqa: PT011 - each fault has words of its own
        FrozenPage.load(content)


def test_equal_pages_give_equal_bytes_and_the_edition_is_in_them(read_part):
    found = frozen_page()
    edition = Edition(3, DAY, found.fingerprint)
    content = frozen.word(found, edition)
    assert content == frozen.word(found, edition)
    assert reading_back.marks(content) == reading_back.Marks(
        "guide", "en", 3, DAY, found.fingerprint
    )
    types = {
        one.get("PartName"): one.get("ContentType")
        for one in read_part(content, "[Content_Types].xml")
    }
    assert types["/docProps/custom.xml"].endswith("custom-properties+xml")


def test_a_draft_carries_no_marks(today):
    from wizard.documents.writing import word

    answers = interview.read("cafe", examples.with_facts("cafe", language="en"))
    assert reading_back.marks(word("guide", answers, "en", today)) is None
