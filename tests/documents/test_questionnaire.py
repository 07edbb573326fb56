"""The questionnaire: what is open, why it is asked, and room for each answer."""

import re

import pytest
from openxml_audit import OpenXmlValidator

from wizard import examples, unanswered
from wizard.documents import page
from wizard.documents.writing import markup, word
from wizard.i18n import LANGUAGES, translate
from wizard.interview import answers as interview

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def asked(today):
    """``asked(stored, language)``: the questionnaire as a page, by place the room for the answer.

    The room is the part of the page that names the place.
    """

    def rooms(stored, language="en", *, trade="empty", every=False):
        answers = interview.read(trade, stored)
        tree = page.parse(markup("questionnaire", answers, language, today, every=every))
        return tree, {one.get("data-question"): one for one in tree.iter("tr", "section")}

    return rooms


def words(element):
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("trade", examples.trades())
def test_each_open_question_is_asked_once_with_its_reason(asked, language, trade, every):
    stored = examples.start(trade, language=language)
    tree, rooms = asked(stored, language, trade=trade, every=every)
    found = unanswered.open_questions(interview.read(trade, stored), every=every)
    named = [one.get("data-question") for one in tree.iter("tr", "section")]
    named = [place for place in named if place]
    assert len(named) == len(set(named))
    said = words(tree)
    for one in found:
        label, why = (translate(text, language) for text in (one.question.label, one.question.why))
        if str(one.place) in rooms:
            assert words(rooms[str(one.place)]).startswith(" ".join(f"{label}{why}".split()))
        else:
            assert every
            assert label in said


def test_a_step_without_open_questions_has_no_heading(asked, language):
    stored = examples.start("cafe", language=language)
    tree, _ = asked(stored, language, trade="cafe")
    headings = [one.text for one in tree.iter("h1")]
    found = unanswered.open_questions(interview.read("cafe", stored))
    steps = dict.fromkeys(one.place.step for one in found)
    titles = {step.about.id: step.about.title for step in interview.STEPS}
    assert headings == [translate(titles[step], language) for step in steps]


def test_the_name_of_a_row_stands_before_its_questions(asked):
    tree, rooms = asked(examples.start("cafe", language="en"), trade="cafe")
    order = list(tree.iter())
    lead = next(one for one in tree.iter("h3") if words(one) == "Crisis lead")
    spokesperson = next(one for one in tree.iter("h3") if words(one) == "Spokesperson")
    place = order.index(rooms["crisis_team.roles.lead.phone"])
    assert order.index(lead) < place < order.index(spokesperson)


def test_a_row_is_called_as_the_owner_typed_it(asked):
    name = "Tea  <b> & Co"
    own = {"id": "own-1", "platform": "own", "name": name}
    tree, _ = asked({"channels": {"list": [own]}})
    assert ["".join(one.itertext()) for one in tree.iter("h3")] == [name]


def test_a_text_has_one_line_and_a_long_text_three(asked):
    _, rooms = asked({"hours": {"outside": ""}})
    assert rooms["business.name"].get("class") == "sign"
    assert len(rooms["hours.outside"].findall(".//tr[@class='sign']")) == 3


def test_yes_or_no_is_ticked(asked, language):
    _, rooms = asked({"business": {"country": "GB"}}, language, every=True)
    boxes = [one.get("label") for one in rooms["business.union"].iter("check")]
    assert boxes == {"en": ["Yes", "No"], "ru": ["Да", "Нет"]}[language]


def test_few_options_are_ticked_and_many_are_written(asked):
    channel = {"id": "own-1", "platform": "telegram"}
    _, rooms = asked({"business": {"country": "GB"}, "channels": {"list": [channel]}})
    assert len(rooms["channels.list.own-1.gives"].findall(".//check")) == 5
    forms = [one.get("label") for one in rooms["business.legal_form"].iter("check")]
    assert "Private limited company" in forms
    assert "Corporation" not in forms
    assert rooms["hours.time_zone"].find(".//check") is None


def test_a_duration_says_in_what_it_may_be_counted(asked, language):
    channel = {"id": "own-1", "platform": "telegram"}
    _, rooms = asked({"channels": {"list": [channel]}}, language)
    units = [one.get("label") for one in rooms["channels.list.own-1.reply"].iter("check")]
    assert (
        units
        == {
            "en": ["minutes", "hours", "working days"],
            "ru": ["минут", "часов", "рабочих дней"],
        }[language]
    )


def test_a_date_has_blanks_for_day_month_and_year(asked, language):
    _, rooms = asked({}, language)
    assert len(rooms["business.valid_from"].findall(".//blank")) == 3


def test_weekly_hours_have_a_line_for_each_day(asked):
    _, rooms = asked({})
    days = [row[0].text for row in rooms["hours.week"].findall(".//tbody/tr")]
    assert (days[0], days[-1], len(days)) == ("Monday", "Sunday", 7)


def test_a_person_is_asked_for_the_position_where_nothing_else_asks_for_it(asked):
    _, rooms = asked(examples.start("cafe", language="en"), trade="cafe")
    assert "Position:" not in words(rooms["business.approver"])
    assert "First name and surname" in words(rooms["business.approver"])
    deputy = words(rooms["crisis_team.roles.lead.deputy"])
    assert "First name and surname:" in deputy
    assert "Position:" in deputy


def test_an_empty_list_has_four_lines_under_its_heads(asked):
    _, rooms = asked({})
    channels = rooms["channels.list"]
    heads = [one.text for one in channels.iter("th")]
    assert heads[:2] == ["Channel", "Address"]
    assert len(channels.findall(".//tbody/tr")) == 4
    welcome = rooms["community.welcome"]
    assert [row[0].text for row in welcome.findall(".//tr")] == ["1", "2", "3", "4"]


def test_files_are_asked_for_by_name(asked):
    tree, _ = asked({}, every=True)
    assert [words(one) for one in tree.iter("li")] == ["Logo", "Letterhead (.docx)"]
    assert not list(asked({})[0].iter("li"))


def test_where_nothing_is_open_it_says_so(asked, language):
    tree, rooms = asked(examples.with_facts("cafe", language=language), language, trade="cafe")
    assert [one for one in rooms if one] == []
    said = {"en": "Every question has an answer", "ru": "На все вопросы ответы есть"}
    assert said[language] in words(tree)


@pytest.mark.parametrize("trade", examples.trades())
def test_with_the_optional_questions_it_is_sound_word_too(
    trade, language, today, read_part, tmp_path
):
    answers = interview.read(trade, examples.start(trade, language=language))
    content = word("questionnaire", answers, language, today, every=True)
    file = tmp_path / "questionnaire.docx"
    file.write_bytes(content)
    assert OpenXmlValidator().validate(file).errors == []
    body = read_part(content, "word/document.xml")
    assert all(
        table.find(f"{W}tblPr/{W}tblDescription") is not None for table in body.iter(f"{W}tbl")
    )
    names = [one.get(f"{W}val") for one in body.iter(f"{W}alias")]
    assert all(1 <= len(name) <= 64 for name in names)


def test_its_footer_calls_it_no_draft(language, today, read_part):
    content = word("questionnaire", interview.Answers(), language, today)
    footer = "".join(read_part(content, "word/footer1.xml").itertext())
    assert not re.search("draft|проект", footer, re.IGNORECASE)
