"""The sheet for the log of missed times: one page, with the channels and what they promise."""

import re
import subprocess

import pytest

from tests import libreoffice
from wizard import examples
from wizard.documents import page
from wizard.documents.writing import markup, word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

DOCUMENT = "missed-times"
MISSING = libreoffice.missing(libreoffice.PROGRAM, "pdfinfo")


def answers_of(trade, language):
    return interview.read(trade, examples.with_facts(trade, language=language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", examples.trades())
def test_every_channel_has_its_line_with_places_to_fill_in(trade, language, today):
    answers = answers_of(trade, language)
    sheet = page.parse(markup(DOCUMENT, answers, language, today))
    names = [one.get("name") for one in sheet.iter("field", "date", "choice")]
    assert len(names) == len(set(names))
    lines = len(answers.channels.list) or 4
    assert [f"channel.{line}.late" for line in range(1, lines + 1)] == [
        one for one in names if one.startswith("channel.") and one.endswith(".late")
    ]
    questions = [one.get("data-question") for one in sheet.iter("tr")]
    for channel in answers.channels.list:
        assert f"channels.list.{channel.id}" in questions


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_a_month_takes_one_page_in_every_trade(tmp_path, today):
    for language in LANGUAGES:
        for trade in examples.trades():
            file = tmp_path / language / f"{trade}.docx"
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(word(DOCUMENT, answers_of(trade, language), language, today))
    libreoffice.print_folders(tmp_path / language for language in LANGUAGES)
    printed = list(tmp_path.rglob("*.pdf"))
    assert len(printed) == len(LANGUAGES) * len(examples.trades())
    for file in printed:
        said = subprocess.run(["pdfinfo", file], capture_output=True, check=True, text=True).stdout
        assert re.search(r"^Pages:\s+1$", said, re.MULTILINE), file
