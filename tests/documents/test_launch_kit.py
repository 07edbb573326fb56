"""The launch kit: the talk, the messages for the chat, the answers, and who was there."""

import datetime as dt
from dataclasses import replace

import pytest
from lxml import etree

from wizard import examples
from wizard.documents import normal, page, plain_text
from wizard.documents.frozen import freeze
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview import wording
from wizard.interview.briefing import Present
from wizard.interview.people import Member
from wizard.interview.rows import RowId
from wizard.interview.values import Person, Words
from wizard.language import durations

KIT = "launch-kit"
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
STARTS = examples.trades()
SAID = {
    "en": ("Imagine a Friday evening", "it is not agreement to new terms"),
    "ru": ("Представьте: пятница, вечер", "согласия на новые условия труда"),
}
THANKS = {
    "en": "Thank you! Daniel Okafor: a parcel found within an hour.",
    "ru": "Спасибо! Okafor Daniel: a parcel found within an hour.",
}


def read(trade, language, *, facts=True):
    make = examples.with_facts if facts else examples.start
    return interview.read(trade, make(trade, language=language))


def kit(answers, language, today):
    return page.parse(freeze(KIT, answers, language, today).markup)


def words(tree):
    return " ".join(normal.line_of(one) for one in tree.iter(*normal.LINES))


def chat(answers, language, today, name="chat-after"):
    return plain_text.of_section(freeze(KIT, answers, language, today).markup, name)


def staff(count):
    return tuple(
        Member(id=RowId(f"m{n}"), surname=Words(own=f"Name{n}"), given=Words(own="Ada"))
        for n in range(count)
    )


def with_briefing(answers, **given):
    return replace(answers, briefing=replace(answers.briefing, **given))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_the_talk_tells_times_rules_phones_and_speakers_of_the_answers(trade, language, today):
    answers = read(trade, language)
    said = words(kit(answers, language, today))
    for sentence in SAID[language]:
        assert sentence in said
    for channel in answers.channels.list:
        assert normal.text(durations.within(channel.reply, language)) in said
    lead = answers.crisis_team.roles[0]
    assert wording.text(lead.phone, language, answers) in said
    assert wording.text(lead.deputy_phone, language, answers) in said
    for speaker in answers.staff_rules.speakers:
        assert wording.text(speaker.text, language, answers) in said
    assert wording.text(answers.staff_rules.rights, language, answers) in said
    rules = answers.staff_rules.do + answers.staff_rules.dont
    told = [one for one in rules if normal.text(wording.text(one.text, language, answers)) in said]
    assert len(told) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_six_to_eight_questions_are_answered_until_the_owner_ticks_others(trade, language, today):
    answers = read(trade, language)
    assert 6 <= len(answers.briefing.questions) <= 8
    said = words(kit(answers, language, today))
    for asked in answers.briefing.questions:
        assert normal.text(wording.text(asked.question, language, answers)) in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", STARTS)
def test_a_new_project_prints_blanks_and_no_name_or_number_of_an_example(trade, language, today):
    said = words(kit(read(trade, language, facts=False), language, today))
    facts = read(trade, language)
    for role in facts.crisis_team.roles:
        assert (role.phone.own or "0113 496") not in said
    for member in facts.people.list:
        assert str(member.surname.own) not in said
    assert (facts.business.name.own or "Coffee Corner") not in said
    assert said.count(normal.BLANK) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_good_example_is_a_ready_line_that_declines_no_name(language, today):
    answers = with_briefing(
        read("cafe", language, facts=False),
        thanks_to=Person(given="Daniel", surname="Okafor"),
        thanks_for=Words(own="a parcel found within an hour"),
    )
    said = words(kit(answers, language, today))
    assert said.count(THANKS[language]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_was_there_is_printed_by_name(language, today):
    answers = read("cafe", language)
    first, second, *_ = answers.people.list
    there = (
        Present(id=RowId("a"), person=Person(staff=second.id)),
        Present(id=RowId("b"), person=Person(given="Greta", surname="Ask")),
    )
    tree = kit(with_briefing(answers, present=there), language, today)
    names = {normal.line_of(one) for one in tree.iter("td")}
    assert any("Ask" in name and "Greta" in name for name in names)
    assert any(str(second.surname.own) in name for name in names)
    assert not any(name.startswith(str(first.surname.own)) for name in names)
    assert not list(tree.iter("check"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [3, 60, 61, 300])
def test_until_then_up_to_sixty_are_ticked_and_more_sign_by_hand(count, language, today):
    answers = read("cafe", language, facts=False)
    answers = replace(answers, people=replace(answers.people, list=staff(count)))
    tree = kit(answers, language, today)
    boxes = [one.get("label") for one in tree.iter("check")]
    assert len(boxes) == (count if count <= 60 else 0)
    by_hand = [one for one in tree.iter("field") if one.get("name").startswith("present.")]
    assert bool(by_hand) == (count > 60)


@pytest.mark.parametrize("language", LANGUAGES)
def test_contractors_are_no_part_of_the_list_and_do_not_sign(language, today):
    answers = read("cafe", language, facts=False)
    people = (*staff(2), replace(staff(3)[2], kind="contractor"))
    tree = kit(replace(answers, people=replace(answers.people, list=people)), language, today)
    assert len(list(tree.iter("check"))) == 2
    assert {"en": "Contractors and agencies", "ru": "Исполнители и агентства"}[language] in words(
        tree
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["chat-before", "chat-after"])
def test_a_message_for_the_chat_is_the_text_of_the_page(language, name, today):
    answers = with_briefing(read("cafe", language), day=dt.date(2026, 12, 8))
    tree = kit(answers, language, today)
    heading = page.places(tree)[name]
    printed = normal.text("".join(heading.getnext().itertext()))
    pasted = chat(answers, language, today, name)
    assert pasted.count("\n") >= 1
    assert "<" not in pasted
    squeezed = pasted.replace(wording.BLANK_IN_PLAIN_TEXT, "")
    assert "".join(squeezed.split()) == "".join(printed.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_message_after_the_talk_says_by_when_to_sign_or_leaves_room_for_it(language, today):
    answers = read("cafe", language)
    assert "2026" in chat(answers, language, today)
    open_end = replace(answers, people=replace(answers.people, sign_by=None))
    assert "2026" not in chat(open_end, language, today)
    assert chat(open_end, language, today).count(wording.BLANK_IN_PLAIN_TEXT) == 2


def test_a_section_that_is_not_on_the_page_is_no_text():
    tree = etree.tostring(page.parse("<page><p>One</p></page>"), encoding="unicode")
    assert plain_text.of_section(tree, "chat") == ""
