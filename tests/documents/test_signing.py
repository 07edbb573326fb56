"""Who signs what: the rule, the sheets of a version, the forms and the record of one person."""

import dataclasses
import datetime as dt
import io
import json

import pytest
from openxml_audit import OpenXmlValidator

from wizard import examples
from wizard.documents import signing
from wizard.documents.changes import MANY, ONE_LINE, ChangeLine, ChangeSheet, DocumentLine
from wizard.documents.edition import Edition
from wizard.documents.issue import DRAFT, Approval, Issue
from wizard.documents.rich.leaves import leaf
from wizard.documents.signing import Rule
from wizard.documents.writing import markup, word
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview.values import Words

DAY = dt.date(2026, 12, 1)
CODED = Edition(2, DAY, "3f9a01bc" + "0" * 56)
GUIDE = {"guide": CODED}
STAFF = [
    ("ann", "Ash", "Barista", "Bar", "Old Street", "employee", "2020-01-01"),
    ("bea", "Birch", "Cook", "Kitchen", "Old Street", "employee", "2027-03-01"),
    ("col", "Cedar", "Barista", "Bar", "New Road", "trainee", None),
    ("dan", "Dogwood", "Accountant", "", "", "employee", None),
    ("eve", "Elm", "Photographer", "", "", "contractor", None),
]


def answers_of(language="en", staff=STAFF, **steps):
    stored = examples.with_facts("cafe", language=language)
    rows = [
        {
            "id": one, "surname": surname, "position": position, "department": department,
            "location": location, "kind": kind, "start_date": start,
        }
        for one, surname, position, department, location, kind, start in staff
    ]  # fmt: skip
    people = {**stored.get("people", {}), "list": rows, "spare_rows": 2}
    merged = {step: {**stored.get(step, {}), **given} for step, given in steps.items()}
    return interview.read("cafe", {**stored, **merged, "people": people})


def channel(**given):
    return {"channels": {"list": [{"id": "own-1", "platform": "vk", **given}]}}


def listed(sheets, document="guide"):
    return [[one.id for one in sheet.people] for sheet in sheets if sheet.document == document]


def member(answers, name):
    return next(one for one in answers.people.list if one.id == name)


def test_everybody_employed_signs_the_guide():
    assert listed(signing.sheets(answers_of(), "en")) == [["ann", "bea", "col", "dan"]]


def test_the_rule_covers_positions_whatever_their_case_and_language():
    answers = answers_of(
        business={"languages": ["en", "ru"]},
        **channel(position={"own": "BARISTA", "ru": "Кассир"}, stand_in="cook"),
    )
    rule = signing.rule_of("service-standard", answers, "en")
    assert rule == signing.rule_of("service-standard", answers, "ru")
    assert rule.positions == {"barista", "cook", "кассир"}
    covered = [one.id for one in answers.people.list if rule.covers(one)]
    assert covered == ["ann", "bea", "col"]
    cashier = dataclasses.replace(member(answers, "dan"), position=Words("кассир"))
    assert rule.covers(cashier)


def test_the_crisis_team_signs_the_plan_by_name():
    role = {"id": "own-1", "title": "Lead", "person": {"staff": "dan"}, "deputy": {"staff": "ann"}}
    off = {"id": "own-2", "title": "Log", "person": {"staff": "bea"}, "on": False}
    answers = answers_of(crisis_team={"roles": [role, off]})
    assert signing.rule_of("crisis-plan", answers, "en").staff == {"dan", "ann"}
    assert listed(signing.sheets(answers, "en"), "crisis-plan") == [["ann", "dan"]]


def test_nobody_signs_the_promise():
    answers = answers_of()
    rule = signing.rule_of("promise", answers, "en")
    assert not any(rule.covers(one) for one in answers.people.list)


def test_a_contractor_gets_the_service_standard_as_an_annex_and_signs_nothing():
    answers = answers_of()
    eve = member(answers, "eve")
    for document in ("guide", "service-standard", "crisis-plan"):
        rule = signing.rule_of(document, answers, "en")
        assert not rule.covers(eve)
        assert rule.needs_annex(eve) == (document == "service-standard")
    assert not signing.rule_of("service-standard", answers, "en").needs_annex(
        member(answers, "ann")
    )


def test_who_is_kept_off_the_sheets_is_covered_by_no_rule():
    answers = answers_of()
    off = dataclasses.replace(member(answers, "ann"), on=False)
    assert not signing.rule_of("guide", answers, "en").covers(off)


@pytest.mark.parametrize(
    "rule",
    [Rule(), Rule("everybody"), Rule("answering", frozenset({"cook", "бариста"})),
     Rule("crisis-team", staff=frozenset({"a", "b"}))],
)  # fmt: skip
def test_a_rule_comes_back_from_json(rule):
    assert Rule.load(json.loads(json.dumps(rule.dump()))) == rule


def test_a_rule_of_which_nothing_is_known_covers_nobody():
    assert Rule.load({}) == Rule()


def test_a_version_lists_those_who_are_asked_and_leaves_out_the_rest():
    asked = {"guide": frozenset({"col", "ann", "gone"}), "crisis-plan": frozenset()}
    found = signing.sheets(answers_of(), "en", Issue(editions=GUIDE, asked=asked))
    assert [sheet.document for sheet in found] == ["guide"]
    assert listed(found) == [["ann", "col"]]


def test_the_people_of_an_issue_take_the_place_of_the_staff_list():
    answers = answers_of()
    people = (member(answers, "dan"), member(answers, "eve"))
    issue = Issue(people=people)
    assert listed(signing.sheets(answers, "en", issue)) == [["dan"]]
    assert [one.id for one in signing.contractors(answers, issue)] == ["eve"]


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("department", [("Bar", ["ann", "col"]), ("Kitchen", ["bea"]), ("", ["dan"])]),
        ("location", [("New Road", ["col"]), ("Old Street", ["ann", "bea"]), ("", ["dan"])]),
    ],
)
def test_each_group_has_a_sheet_in_the_order_of_surnames(by, groups):
    sheets = signing.sheets(answers_of(), "en", Issue(by=by))
    found = [
        (sheet.group, [one.id for one in sheet.people])
        for sheet in sheets
        if sheet.document == "guide"
    ]
    assert found == groups


def test_without_anybody_there_is_one_sheet_for_all_groups():
    found = signing.sheets(answers_of(staff=[]), "en", Issue(by="department"))
    assert listed(found) == [[]]


def test_who_joined_after_the_edition_has_a_sheet_of_his_own():
    found = signing.sheets(answers_of(), "en", Issue(editions=GUIDE))
    sheets = [sheet for sheet in found if sheet.document == "guide"]
    assert [(one.newcomers, [who.id for who in one.people]) for one in sheets] == [
        (False, ["ann", "col", "dan"]),
        (True, ["bea"]),
    ]


def test_sheets_of_a_draft_know_no_newcomers():
    assert not any(sheet.newcomers for sheet in signing.sheets(answers_of(), "en"))


def test_the_approval_is_that_of_the_edition_else_of_the_answers():
    answers = answers_of("ru", business={"order_number": "20", "order_date": "2027-02-01"})
    then = Approval(True, "14", DAY)
    found = signing.papers(answers, "ru", Issue(editions=GUIDE, approvals={"guide": then}))
    by_document = {sheet.document: sheet.approval for sheet in found}
    assert by_document["guide"] == then
    assert by_document["crisis-plan"] == Approval(True, "20", dt.date(2027, 2, 1))


def said(document, language, issue, answers=None):
    answers = answers or answers_of(language)
    content = word(document, answers, language, DAY, issue=issue)
    text = "\n".join(
        "".join(piece.text or "" for piece in paragraph.iter() if piece.tag.endswith("}t"))
        for paragraph in body(content).iter()
        if paragraph.tag.endswith("}p")
    )
    return text.replace("\N{NO-BREAK SPACE}", " ")


def body(content):
    import zipfile

    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


ISSUE = Issue(
    editions=GUIDE,
    change={"guide": "Replies are promised within 2 hours."},
    sign_by=dt.date(2026, 12, 10),
    approvals={"guide": Approval(True, "14", DAY)},
)


def test_a_russian_sheet_names_edition_order_code_and_what_changed():
    text = said("acknowledgement", "ru", ISSUE)
    heading = "с Положением об использовании социальных сетей,"
    assert heading in text
    assert "редакция 2 от 01.12.2026, утв. приказом от 01.12.2026 № 14" in text
    assert "код редакции 3f9a01bc" in text
    assert "Replies are promised within 2 hours." in text
    assert "до 10.12.2026" in text
    assert "Приняты после выпуска редакции" in text
    assert "☐" not in text


def test_an_english_sheet_names_edition_and_code():
    text = said("acknowledgement", "en", ISSUE)
    line = "Social media guide and policy · version 2 of 1 December 2026 · code 3f9a01bc"
    assert line in text
    assert "What changed. Replies are promised within 2 hours." in text
    assert "Please sign by 10 December 2026." in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_of_a_group_is_headed_by_its_name(language):
    issue = dataclasses.replace(ISSUE, by="department")
    text = said("acknowledgement", language, issue)
    assert "\nKitchen" in text
    assert "\nBar\n" in text


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "Social media guide and policy, version 2 of 1 December 2026 · code 3f9a01bc"),
        (
            "ru",
            "Положение об использовании социальных сетей, редакция 2 от 01.12.2026, "
            "утв. приказом от 01.12.2026 № 14, код редакции 3f9a01bc",
        ),
    ],
)
@pytest.mark.parametrize("document", ["acknowledgement-form", "refusal-record"])
def test_forms_and_records_carry_edition_and_code(document, language, row):
    assert row in said(document, language, ISSUE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_of_one_person_names_the_person_and_those_papers_alone(language):
    answers = answers_of(language)
    issue = dataclasses.replace(ISSUE, people=(member(answers, "dan"),))
    text = said("refusal-record", language, issue, answers)
    assert "Dogwood" in text
    assert "Accountant" in text
    form = signing.refusal(answers, language, issue)
    assert [sheet.document for sheet in form.sheets] == ["guide"]
    everybody = said("refusal-record", language, ISSUE, answers)
    assert "Dogwood" not in everybody
    assert len(signing.refusal(answers, language, ISSUE).sheets) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_is_empty_where_nobody_signs(language):
    (form,) = signing.forms(answers_of(language, staff=[]), language, DRAFT)
    assert form.member is None
    assert len(form.sheets) == 3


def test_what_is_printed_for_a_version_says_the_day_and_not_that_it_is_a_draft():
    answers = answers_of()
    count = "page {number} of {all}"
    found = leaf("acknowledgement", answers, "en", DAY, issue=ISSUE)
    assert found.page_of == f"1 Dec 2026 · {count}"
    assert leaf("acknowledgement", answers, "en", DAY).page_of == f"Draft 1 Dec 2026 · {count}"


def changes(count=3, length=20):
    lines = tuple(
        ChangeLine("changed", f"Step {number // 20} · Row {number} · Question", "w" * length,
                   "b" * length, ("guide",))
        for number in range(count)
    )  # fmt: skip
    documents = (
        DocumentLine("The guide", 2, DAY, "major"),
        DocumentLine("The plan", 1, dt.date(2025, 1, 2), "unchanged"),
        DocumentLine("The standard", 2, DAY, "minor"),
        DocumentLine("The promise", 2, DAY, "major", signed=False),
    )
    return ChangeSheet(2, 1, DAY, "Faster replies", lines, documents)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            ["version 2 of 1 December 2026", "compared with version 1", "signatures stay",
             "everybody who must sign signs again", "unchanged since version 1",
             "changed; nobody signs it"],
        ),
        (
            "ru",
            ["(редакция 2 от 01.12.2026)", "по сравнению с редакцией 1", "изменено",
             "техническая правка: подписи сохраняются",
             "существенное изменение: нужно новое ознакомление", "без изменений с редакции 1"],
        ),
    ],
)  # fmt: skip
def test_the_change_sheet_says_what_changed_and_who_signs_again(language, words):
    text = said("change-sheet", language, Issue(changes=changes()))
    for one in [*words, "Faster replies", "Step 0", "Row 2 · Question", "w" * 20, "The plan"]:
        assert one in text


@pytest.mark.parametrize(("count", "whole"), [(MANY, True), (MANY + 1, False)])
def test_long_values_are_cut_where_the_lines_are_many(count, whole):
    (_, (first, *_)), *_ = changes(count, 300).steps()
    assert (first.was == "w" * 300) == whole
    assert len(first.was) in {300, ONE_LINE}


def test_a_change_of_a_whole_step_is_named_by_the_step():
    line = ChangeLine("changed", "Hours", "", "")
    assert (line.step, line.what) == ("Hours", "Hours")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("document", "issue"),
    [
        ("acknowledgement", dataclasses.replace(ISSUE, by="location")),
        ("acknowledgement", Issue(editions=GUIDE, asked={})),
        ("acknowledgement-form", ISSUE),
        ("refusal-record", ISSUE),
        ("change-sheet", Issue(editions={"change-sheet": CODED}, changes=changes(50))),
    ],
)
def test_papers_of_a_version_are_sound_word(document, issue, language, tmp_path):
    file = tmp_path / "paper.docx"
    answers = answers_of(language)
    file.write_bytes(word(document, answers, language, DAY, issue=issue))
    assert OpenXmlValidator().validate(file).errors == []
    assert markup(document, answers, language, DAY, issue=issue)
