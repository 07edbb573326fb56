"""What the article warns of, in a stored project: each is flagged."""

import datetime as dt

import pytest

from wizard import checked, saving, starting
from wizard.interview.places import Place
from wizard.library.connection import open_library

TODAY = dt.date(2026, 11, 27)
DAYS = {"number": 2, "unit": "days", "counted": "clock"}
STATEMENT = Place("risks", "list", "boycott", "statement")
ACTOR = Place("risks", "list", "boycott", "actor")
LAW = (Place("response", "law_checked_by"), Place("response", "law_checked_on"))
DRILLS = (Place("response", "last_drill"), Place("response", "next_drill"))
RULES = Place("community", "not_tolerated")
NO_COMMENT = {
    "en": "We have no comment at this time.",
    "ru": "Сейчас мы оставим это без комментариев.",
}
FIRST = {"en": "facebook", "ru": "telegram"}


@pytest.fixture(params=["en", "ru"])
def language(request):
    return request.param


@pytest.fixture
def flagged(home, language):
    """``flagged({place: raw, ...})``: the checks that the café raises with these answers."""

    def found(changed):
        with open_library(home / "library.sqlite") as library:
            project = starting.create(
                library, "Café", example="cafe", language=language, facts=True
            )
            session = saving.opened(library, project)
            for place, raw in changed.items():
                session.give(place, raw)
            return {one.check for one in checked.of_session(session, TODAY, language).open}

    return found


def rules(language, count):
    text = {
        "en": "Long-winded arguments about things that have nothing to do with our work",
        "ru": "Долгие споры о том, что не имеет никакого отношения к нашей работе",
    }[language]
    return [{"id": f"own-{number}", "text": f"{text}, {number}"} for number in range(count)]


def test_the_café_itself_is_flagged_for_nothing_of_it(flagged):
    assert not flagged({}) & {"SLA03", "CRI04", "CRI06", "CRI09", "CRI10", "PRM05"}


def test_a_reply_time_in_days(flagged, language):
    assert "SLA03" in flagged({Place("channels", "list", FIRST[language], "reply"): DAYS})


def test_no_comment_in_a_statement(flagged, language):
    assert "CRI06" in flagged({STATEMENT: NO_COMMENT[language]})


def test_a_risk_without_a_responsible_person(flagged):
    assert "CRI09" in flagged({ACTOR: ""})


def test_no_drill(flagged):
    assert "CRI04" in flagged(dict.fromkeys(DRILLS))


def test_no_law_check(flagged):
    assert "CRI10" in flagged(dict.fromkeys(LAW))


def test_a_promise_longer_than_a_page(flagged, language):
    assert "PRM05" not in flagged({RULES: rules(language, 6)})
    assert "PRM05" in flagged({RULES: rules(language, 60)})
