"""All answers as lines to read."""

from dataclasses import replace

import pytest

from wizard import examples, reviewing
from wizard.interview import answers as interview
from wizard.interview.own_words import OwnWords, Passage
from wizard.interview.places import Place
from wizard.interview.progress import of_project
from wizard.interview.times import Times
from wizard.interview.values import Words


@pytest.fixture(scope="module")
def cafe():
    return interview.read("cafe", examples.with_facts("cafe", language="en"))


@pytest.fixture(scope="module")
def new():
    return interview.read("cafe", examples.start("cafe", language="en"))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_step_has_lines_with_a_label(cafe, language):
    for step in interview.STEPS:
        lines = list(reviewing.lines(step.about.id, cafe, language))
        assert bool(lines) == (step not in {OwnWords, Times})
        assert all(line.label for line in lines)


def test_with_all_facts_nothing_is_missing(cafe):
    assert [line for line in reviewing.all_lines(cafe, "en") if line.missing] == []


def test_what_is_missing_is_what_progress_counts(new):
    missing = [line for line in reviewing.all_lines(new, "en") if line.missing]
    found = of_project(new)
    assert len(missing) == found.asked - found.given
    assert Place("business", "name") in {line.place for line in missing}


def test_a_text_is_found_in_any_case_with_e_for_yo(cafe):
    lines = reviewing.all_lines(cafe, "en")
    assert reviewing.found(lines, "COFFEE corner")
    line = reviewing.Line(Place("business", "name"), "", "Имя", "Ёлка", required=True)
    assert reviewing.found([line], "елка") == [line]
    assert reviewing.found(lines, "no such words anywhere") == []


def test_a_line_of_a_row_names_the_row(cafe):
    lines = reviewing.lines("channels", cafe, "en")
    assert "Instagram" in {line.row for line in lines}


def test_each_document_of_a_full_project_is_complete(cafe, new):
    full = reviewing.completeness(reviewing.all_lines(cafe, "en"), "en", cafe.packs)
    assert all(found.given == found.asked for found in full.values())
    lacking = reviewing.completeness(reviewing.all_lines(new, "en"), "en", new.packs)
    assert lacking["promise"].given < lacking["promise"].asked


def test_what_is_changed_in_a_section_is_told_under_its_document_and_heading(cafe):
    passages = (
        Passage(id="promise.hours", heading=Words("We are open"), left_out=True),
        Passage(id="guide.ethics", after=Words("truth")),
        Passage(id="guide.rights"),
    )
    answers = replace(cafe, own_words=OwnWords(passages=passages))
    said = [(one.row, one.label, one.value) for one in reviewing.lines("own_words", answers, "en")]
    assert said == [
        ("How we answer · We are open", "Heading of the section", "We are open"),
        ("How we answer · We are open", "Leave this section out", "Yes"),
        (
            "Guide · Ethics and respect",
            "Stands after",
            "Truth, and saying that you work here",
        ),
    ]
