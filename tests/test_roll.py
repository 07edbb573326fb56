"""Who must sign what, person by person."""

import pytest

from wizard import examples, roll
from wizard.interview import answers as interview


@pytest.fixture(params=["en", "ru"])
def made(request):
    answers = interview.read("cafe", examples.with_facts("cafe", language=request.param))
    return answers, roll.of_project(answers, request.param)


def test_everybody_employed_signs_the_guide_and_nobody_else_does(made):
    answers, found = made
    guide = [sheet.document for sheet in found.sheets].index("guide")
    employed = {one.id for one in answers.people.list if one.kind in {"employee", "trainee"}}
    signing = {entry.id for entry in found.entries if entry.duties[guide] == "to-sign"}
    assert signing == employed
    assert found.signers == len(employed)


def test_a_contractor_gets_an_annex_for_every_document(made):
    answers, found = made
    outside = {one.id for one in answers.people.list if one.kind == "contractor"}
    for entry in found.entries:
        assert (entry.id in outside) == (set(entry.duties) == {"annex"})


def test_the_counts_are_those_of_the_sheets(made):
    _, found = made
    for place, sheet in enumerate(found.sheets):
        signing = [entry for entry in found.entries if entry.duties[place] == "to-sign"]
        assert len(signing) == len(sheet.people)
        assert [entry.id for entry in signing] == [member.id for member in sheet.people]


def test_people_are_found_by_any_words_of_name_and_position(made):
    _, found = made
    one = found.entries[0]
    surname = one.name.split()[0].upper()
    assert one in roll.found(found.entries, f"{surname} {one.position[:3]}")
    assert roll.found(found.entries, "zzz") == []
