"""The exercise of a project: one risk, its injects by the minute, nothing that is not answered."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from wizard import examples
from wizard.errors import UserError
from wizard.exercises import choosing, lines, recording, report, turns
from wizard.exercises.exercise import END, exercise
from wizard.exercises.running import Running
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview
from wizard.interview import due
from wizard.interview.ask import with_answers
from wizard.interview.catalogue import catalogue
from wizard.interview.values import Words
from wizard.standing import of_project

LEVELS = [1, 1, 2, 2, 3, 3, 2]
MOST_ALIKE = 0.3
"""The share of sentences that two exercises may share: who decides, how fast, two turns."""
THREE = ("account-hijacked", "person-harmed", "boycott")


@pytest.fixture
def cafe():
    return interview.read("cafe", examples.with_facts("cafe", language="en"))


def rehearsing(answers, risk):
    return with_answers(answers, {"drills": with_answers(answers.drills, {"risk": risk})})


def sentences(answers, language, risk):
    """Every sentence of an exercise as the window says it, without its beginning and its end."""
    injects = exercise(rehearsing(answers, risk), language).injects[1:-2]
    said = [one for inject in injects for one in (inject.source, inject.text, *inject.good)]
    return [lines.said(one, answers, language) for one in said]


def test_every_risk_of_the_catalogue_has_a_script_of_seven_that_escalates():
    assert set(lines.scripts()) == {*catalogue("risks"), choosing.OWN}
    for script, language in itertools.product(lines.scripts(), LANGUAGES):
        assert [level for level, _ in lines.written(script, language)] == LEVELS


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_risks_read_as_three_exercises(cafe, language):
    for one, other in itertools.combinations(THREE, 2):
        first, second = (set(sentences(cafe, language, risk)) for risk in (one, other))
        assert len(first & second) <= MOST_ALIKE * min(len(first), len(second))


def test_no_two_scripts_have_all_that_is_made_of_the_answers_in_the_same_words(cafe):
    makings = [turns.Making(cafe, "en", None, number) for number in range(len(lines.scripts()))]
    for one, other in itertools.combinations(makings, 2):
        same = [kind for kind in turns.MIX if one.turn(kind, 1).text == other.turn(kind, 1).text]
        assert len(same) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_written_sentence_stands_in_two_scripts(language):
    found = [
        line.text
        for script in lines.scripts()
        for _, turn in lines.written(script, language)
        for line in (turn.text, *turn.good)
    ]
    assert len(found) == len(set(found))


def test_forty_five_minutes_begin_with_the_rules_and_end_with_the_review(cafe):
    found = exercise(cafe, "en").injects
    kinds = [one.kind for one in found]
    assert [one.minute for one in found] == sorted({one.minute for one in found})
    assert (kinds[0], kinds[-2:]) == ("welcome", ["review", "end"])
    assert found[-1].minute == END
    assert kinds.count("written") == 7
    for kind in ("call", "scheduled", "channel", "update"):
        place = kinds.index(kind)
        assert kinds[place - 1] == kinds[place + 1] == "written"


def test_the_highest_risk_is_rehearsed_unless_one_is_chosen(cafe):
    best = max(risk.score for risk in cafe.risks.list)
    first = next(risk for risk in cafe.risks.list if risk.score == best)
    assert exercise(cafe, "en").risk == first
    assert exercise(rehearsing(cafe, "boycott"), "en").risk.id == "boycott"
    assert exercise(rehearsing(cafe, "gone"), "en").risk == first


def test_a_risk_is_named_by_its_id_or_by_its_title_in_either_language(cafe):
    titles = catalogue("risks")["data-leak"].fields["title"]
    for name in ("data-leak", *titles.values()):
        assert choosing.with_risk(cafe, name.upper()).drills.risk == "data-leak"
    with pytest.raises(UserError, match="Take one of"):
        choosing.with_risk(cafe, "dragons")


def test_a_risk_of_the_owner_is_rehearsed_by_its_title(cafe):
    own = replace(cafe.risks.list[0], id="own-1", title=Words(own="A bear in the yard"))
    answers = replace(cafe, risks=replace(cafe.risks, list=(own,)))
    assert any("A bear in the yard" in one for one in sentences(answers, "en", "own-1"))


def test_the_first_to_call_is_who_acts_first_and_the_deputy_is_what_good_looks_like(cafe):
    answers = rehearsing(cafe, "person-harmed")
    call = next(one for one in exercise(answers, "en").injects if one.kind == "call")
    facts = next(role for role in cafe.crisis_team.roles if role.id == "facts")
    assert facts.phone.own in lines.said(call.text, answers, "en")
    assert facts.deputy_phone.own in lines.said(call.good[0], answers, "en")


def test_where_a_level_is_reached_it_is_said_who_decides_and_how_fast(cafe):
    answers = rehearsing(cafe, "boycott")
    reached = next(one for one in exercise(answers, "en").injects if one.level == 3)
    said = " ".join(lines.said(one, answers, "en") for one in reached.good)
    assert "level 3, crisis" in said
    assert "owner with the lawyer" in said
    assert "30\N{NO-BREAK SPACE}minutes" in said


def test_a_project_of_two_levels_is_never_told_of_a_third(cafe):
    team = replace(cafe.crisis_team, levels=cafe.crisis_team.levels[:2])
    found = exercise(replace(cafe, crisis_team=team), "en").injects
    assert {one.level for one in found} == {None, 1}
    none = replace(cafe, crisis_team=replace(cafe.crisis_team, levels=()))
    assert {one.level for one in exercise(none, "en").injects} == {None}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", examples.trades())
def test_what_is_not_answered_is_a_blank_and_no_placeholder_is_left(trade, language):
    answers = interview.read(trade, examples.start(trade, language=language))
    for script in lines.scripts():
        for sentence in sentences(answers, language, script):
            assert "{" not in sentence
    call = next(one for one in exercise(answers, language).injects if one.kind == "call")
    assert "____" in lines.said(call.text, answers, language)


def test_no_advertising_runs_where_the_catalogue_says_that_it_may_not():
    stored = examples.with_facts("cafe", language="ru")
    answers = interview.read("cafe", stored)
    for script in lines.scripts():
        found = exercise(rehearsing(answers, script), "ru").injects
        post = next(one for one in found if one.kind == "scheduled")
        assert "Telegram" not in lines.said(post.text, answers, "ru")


class Hands:
    """The hands of a clock that a test moves."""

    def __init__(self):
        self.moment = dt.datetime(2026, 12, 1, 10, 0, tzinfo=dt.UTC)

    def __call__(self):
        return self.moment

    def go(self, minutes):
        self.moment += dt.timedelta(minutes=minutes)


@pytest.fixture
def hands():
    return Hands()


def test_injects_come_by_the_clock_even_where_nobody_looked_for_long(hands):
    running = Running([0, 5, 9, 13], hands)
    assert not running.tick()
    hands.go(5)
    assert running.tick()
    assert running.index == 1
    hands.go(30)
    assert running.tick()
    assert (running.index, running.elapsed) == (3, dt.timedelta(minutes=35))


def test_a_pause_takes_no_time(hands):
    running = Running([0, 5], hands)
    hands.go(3)
    running.pause()
    hands.go(60)
    assert not running.tick()
    running.go_on()
    hands.go(1)
    assert running.elapsed == dt.timedelta(minutes=4)
    assert running.until_next == dt.timedelta(minutes=1)


def test_an_inject_that_was_shown_early_stays_until_its_time_is_over(hands):
    running = Running([0, 5, 9], hands)
    assert running.step(1)
    hands.go(5)
    assert not running.tick()
    assert running.index == 1
    hands.go(4)
    assert running.tick()
    assert not running.step(1)


def test_one_that_is_shown_once_more_gives_way_to_the_next_that_is_due(hands):
    running = Running([0, 5, 9], hands)
    hands.go(6)
    running.tick()
    assert running.step(-1)
    assert not running.tick()
    assert running.index == 0
    hands.go(3)
    assert running.tick()
    assert running.index == 2


def test_a_clock_that_is_put_back_takes_no_time_away(hands):
    running = Running([0, 5, 9], hands)
    hands.go(6)
    running.tick()
    hands.go(-60)
    running.tick()
    hands.go(1)
    assert running.elapsed == dt.timedelta(minutes=7)


def test_a_drill_that_was_held_begins_the_next_year_and_leaves_what_is_open(cafe):
    begun = recording.begun(cafe, "en")
    assert begun.title == exercise(cafe, "en").risk.title
    answers = with_answers(cafe, {"drills": recording.recorded(cafe.drills, begun)})
    assert report.broken_off(answers) == (begun,)
    assert report.newest(answers) is None
    held = replace(begun, day=dt.date(2027, 3, 1))
    action = replace(recording.new_action(held, "New list", "owner"), by=dt.date(2027, 4, 1))
    drills = recording.recorded(answers.drills, held, [action])
    drills = recording.noted(drills, held, "10:05", "Rang")
    answers = with_answers(answers, {"drills": drills})
    assert due.last_drill(answers) == dt.date(2027, 3, 1)
    standing = of_project(answers)
    assert (standing.actions, standing.action_on) == (1, dt.date(2027, 4, 1))
    found = report.newest(answers)
    assert found.held == held
    assert found.actions == (action,)
    assert [note.at.own for note in found.notes] == ["10:05"]
    assert report.broken_off(answers) == ()


def test_the_whole_team_is_proposed_each_person_once(cafe):
    present = recording.begun(cafe, "en").present.own.split(", ")
    assert len(present) == len(set(present)) > 1
    empty = interview.read("cafe", examples.start("cafe", language="en"))
    assert not recording.begun(empty, "en").present
