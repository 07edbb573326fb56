"""Editions on pages: what is stamped changes no document, and what is an annex is known as one."""

import dataclasses
import datetime as dt

import pytest

from wizard import examples, export
from wizard.documents import normal, templates
from wizard.documents.edition import Edition
from wizard.documents.frozen import Stamp, freeze, word
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.rich.leaves import leaf, stamped
from wizard.documents.writing import markup
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.versions.weighing import changed_lines

VERSIONED = ("promise", "service-standard", "guide", "crisis-plan")
TRADES = ("cafe", "clinic", examples.EMPTY)
DAY = dt.date(2026, 12, 1)
CODED = Edition(2, DAY, "3f9a01bc" + "0" * 56)
STAMPED = [
    {"valid_from": "2027-01-15"},
    {"valid_from": None},
    {"order_number": "77-к"},
    {"order_number": ""},
    {"order_date": "2027-02-03"},
    {"order_date": None},
]
ANNEXES = {
    ("en", "service-standard"): "Annex: log of missed times",
    ("ru", "service-standard"): "Журнал нарушенных сроков",
    ("ru", "guide"): "Памятка сотруднику",
    ("en", "crisis-plan"): "Log sheet",
    ("ru", "crisis-plan"): "Журнал событий",
}


def answers_of(trade, language, **business):
    stored = examples.with_facts(trade, language=language)
    given = {"order_date": "2026-11-30", "order_number": "14", "valid_from": "2026-12-01"}
    return interview.read(
        trade, {**stored, "business": {**stored.get("business", {}), **given, **business}}
    )


def fingerprint(document, answers, language, edition=None, today=DAY):
    return freeze(document, answers, language, today, edition).fingerprint


def lines_of(document, answers, language):
    return normal.lines(markup(document, answers, language, DAY))


@pytest.mark.parametrize("approval", ["order", "signature"])
@pytest.mark.parametrize("trade", TRADES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_stamped_changes_no_document(language, trade, approval):
    usual = answers_of(trade, language, approval=approval)
    for document in VERSIONED:
        expected = fingerprint(document, usual, language)
        for changed in STAMPED:
            other = answers_of(trade, language, approval=approval, **changed)
            assert fingerprint(document, other, language) == expected, (document, changed)
        assert fingerprint(document, usual, language, CODED) == expected
        assert fingerprint(document, usual, language, Edition(9, dt.date(2030, 5, 6))) == expected
        assert fingerprint(document, usual, language, today=dt.date(2031, 1, 2)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_stamp_changes_the_document(language):
    usual = answers_of("cafe", language)
    for document in VERSIONED:
        expected = fingerprint(document, usual, language)
        other = answers_of("cafe", language, rules_owner="The night watch")
        assert fingerprint(document, other, language) != expected
    ordered, signed = (
        answers_of("cafe", language, approval=approval) for approval in ("order", "signature")
    )
    assert fingerprint("guide", signed, language) != fingerprint("guide", ordered, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_around_a_stamp_stay(language):
    said = [line.text for line in lines_of("guide", answers_of("cafe", language), language)]
    whole = {"en": "Next review", "ru": "Положение действует с до отмены"}[language]
    assert any(line.startswith(whole) for line in said)


@pytest.mark.parametrize(("language", "document"), ANNEXES)
def test_an_annex_is_known_as_one(language, document):
    found = lines_of(document, answers_of("cafe", language), language)
    first = next(place for place, line in enumerate(found) if line.annex)
    heading = ANNEXES[language, document]
    assert heading in [line.text for line in found[first : first + 2]]
    assert all(line.annex for line in found[first:])
    assert not any(line.annex for line in found[:first])


def test_the_three_annexes_of_the_russian_norm_are_annexes():
    found = lines_of("guide", answers_of("cafe", "ru"), "ru")
    annexed = [line.text for line in found if line.annex]
    for heading in ("Памятка сотруднику", "Контакты", "Перечень конфиденциальных сведений"):
        assert heading in annexed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "version 2 of 1 Dec 2026 · code 3f9a01bc"),
        ("ru", "редакция\u00a02 от 01.12.2026 · код 3f9a01bc"),
    ],
)
def test_the_footer_says_title_edition_and_code(language, text, read_part):
    answers = answers_of("cafe", language)
    page = freeze("guide", answers, language, DAY, CODED)
    said = "".join(read_part(word(page, CODED), "word/footer1.xml").itertext())
    assert said.startswith(f"{page.title}{text} · ")
    assert stamped(page, Stamp.of(CODED, page.language)).footer == page.title
    assert stamped(page, Stamp.of(CODED, page.language)).page_of.startswith(f"{text} · ")


def test_an_order_for_an_issue_is_the_frozen_page():
    answers = answers_of("cafe", "en")
    issue = Issue(editions={"guide": CODED})
    page = freeze("guide", answers, "en", DAY, CODED)
    assert markup("guide", answers, "en", DAY, issue=issue) == page.markup
    assert leaf("guide", answers, "en", DAY, issue=issue) == stamped(
        page, Stamp.of(CODED, page.language)
    )


def test_the_public_page_says_its_edition():
    russian = freeze("promise", answers_of("cafe", "ru"), "ru", DAY, CODED).markup
    assert "действуют с 1\N{NO-BREAK SPACE}декабря 2026\N{NO-BREAK SPACE}г. · редакция 2" in russian
    assert " · version 2<" in freeze("promise", answers_of("cafe", "en"), "en", DAY, CODED).markup


@pytest.mark.parametrize(
    ("document", "issue", "name"),
    [
        ("guide", DRAFT, "Social media guide and policy - draft 2027-01-02"),
        (
            "guide",
            Issue({"guide": CODED}),
            "Social media guide and policy - version 2 of 2026-12-01",
        ),
        ("acknowledgement", DRAFT, "Acknowledgement sheets - draft 2027-01-02"),
        ("acknowledgement", Issue({"guide": CODED}), "Acknowledgement sheets - 2027-01-02"),
        ("refusal-record", Issue({"guide": CODED}), "Record of refusal - 2027-01-02"),
    ],
)
def test_a_file_is_named_after_its_edition(document, issue, name):
    order = export.Order(document, "en", answers_of("cafe", "en", name="Roost"), issue)
    assert export.file_name(order, dt.date(2027, 1, 2)) == f"Roost - {name}.docx"


def test_a_russian_file_is_named_after_its_edition():
    answers = answers_of("cafe", "ru", name="Уголок")
    order = export.Order("promise", "ru", answers, Issue({"promise": CODED}))
    name = export.file_name(order, DAY)
    assert name == "Уголок - Как мы отвечаем в сети - редакция 2 от 2026-12-01.docx"


def test_there_is_no_change_sheet_of_a_draft():
    answers = answers_of("cafe", "en")
    assert not templates.documents("en")["change-sheet"].offered
    with pytest.raises(Exception, match="There is no document “change-sheet”"):
        export.orders(answers, ["en"], ["change-sheet"])


@pytest.mark.parametrize(
    "markup_of",
    [
        '<p>on <span class="stamp">1 <strong>May</strong><blank size="4"/></span> it</p>',
        '<p>on <strong><span class="stamp">x</span></strong> it</p>',
    ],
)
def test_a_stamp_keeps_its_style_whatever_stands_in_it_or_around(markup_of):
    from wizard.documents.page import parse
    from wizard.documents.word.blocks import Blocks
    from wizard.documents.word.numbering import Numbering
    from wizard.documents.word.runs import Inline

    xml = "".join(
        Blocks(Inline("en"), Numbering("en"), 9000).body(parse(f"<page>{markup_of}</page>"))
    )
    runs = xml.split("<w:r>")[1:]
    assert len(runs) >= 3
    assert all("Stamp" in run for run in runs[1:-1])
    assert not any("Stamp" in run for run in (runs[0], runs[-1]))


def test_an_edition_without_a_code_says_none():
    bare = dataclasses.replace(CODED, fingerprint="")
    assert (bare.stamp("en"), bare.line("en")) == (
        "version 2 of 1 Dec 2026",
        "version 2 of 1\N{NO-BREAK SPACE}December 2026",
    )


def test_a_changed_entry_of_the_contents_is_no_change_of_the_norm():
    before, after = (
        normal.lines(f'<page><section class="contents"><p class="entry">{one}</p></section></page>')
        for one in ("1. Hours", "1. Days off")
    )
    (changed,) = changed_lines(before, after, ())
    assert changed.was.listed
    assert changed.weight != "norm"
