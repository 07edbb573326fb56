"""The checks of the sheets, of the plan and of completeness: what is special to some of them."""

import pytest

from tests.checks.crisis_answers import DRILLS, NEW, NO_PAUSE, contact, person, risk, steps
from tests.checks.typing_in import COUNTRIES, typed
from wizard.checks.case import Printed
from wizard.interview.places import parsed


@pytest.mark.parametrize(
    ("title", "actions"),
    [
        ("Leak of customer data", ["Change the passwords", "Call the owner"]),
        ("Data breach", ["Find out whose data"]),
        ("Customer list leaked", ["Find out whose data"]),
        ("Утечка персональных данных", ["Сменить пароли"]),
        ("Утекла база гостей", ["Сменить пароли"]),
        ("Слив базы клиентов", ["Сменить пароли"]),
        ("Утечка номеров телефонов", ["Позвонить юристу"]),
    ],
)
def test_a_leak_of_data_without_a_notice_is_noticed(title, actions, base, found):
    answers = typed(base("RU", "ru"), {"risks.list": risk(title, *actions)})
    (finding,) = found(answers, "CRI03")
    assert title in finding.message


def test_the_ready_leak_scenario_is_trusted_until_its_steps_are_changed(base, found):
    kept = steps("Call the owner")
    assert not found(base("DE"), "CRI03")
    assert found(typed(base("DE"), {"risks.list.data-leak.actions": kept}), "CRI03")


@pytest.mark.parametrize("title", ["Break-in at the shop", "Взлом кассы", "Взлом двери", "Fire"])
def test_a_break_in_at_the_door_is_no_scenario_for_an_account(title, base, found):
    assert found(typed(base("GB"), {"risks.list": risk(title, "Call the police")}), "CRI02")


@pytest.mark.parametrize(
    "step",
    [
        "Publish the first post",
        "Stop the machine and note the address",
        "Hold the door",
        "Опубликовать первое сообщение",
        "Снять запись с камер",
        "Остановить кофемашину",
    ],
)
def test_a_step_about_something_else_stops_no_posts(step, base, found):
    assert found(typed(base("GB"), {**NO_PAUSE, "response.first_15": steps(step)}), "CRI08")


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (DRILLS, "response.next_drill"),
        ({**DRILLS, "response.last_drill": "2025-11-26"}, "response.next_drill"),
        ({**DRILLS, "response.next_drill": "2027-11-28"}, "response.next_drill"),
        ({**DRILLS, "response.next_drill": "2026-11-26"}, "response.next_drill"),
        ({"response.drill_months": 13}, "response.drill_months"),
        ({**DRILLS, "response.drill_months": 24}, "response.next_drill"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_missing_or_seldom_drill_can_be_planned_at_once(
    raw, place, language, base, found, settled
):
    (finding,) = found(typed(base("GB"), raw), "CRI04", language=language)
    assert finding.places == (parsed(place),)
    after = settled(typed(base("GB"), raw), finding)
    if place == "response.next_drill" and "response.drill_months" in raw:
        (finding,) = found(after, "CRI04")
        after = settled(after, finding)
    assert not found(after, "CRI04")


def test_stale_contacts_are_named_together(base, found):
    both = [*contact(), {**contact()[0], "id": "two", "title": "Lawyer", "checked": "2026-08-28"}]
    (finding,) = found(typed(base("GB"), {"crisis_team.contacts": both}), "CRI07")
    assert [one.row for one in finding.places] == ["it", "two"]
    assert "Landlord" in finding.message
    assert "Lawyer" in finding.message


def test_who_and_when_are_asked_for_together(base, found):
    gone = {"response.law_checked_by": "", "response.law_checked_on": None}
    (finding,) = found(typed(base("GB"), gone), "CRI10")
    assert [str(one) for one in finding.places] == list(gone)
    assert finding.absent


@pytest.mark.parametrize("unsigned", [0, 1, 7])
def test_signatures_that_are_awaited_are_counted(unsigned, base, found):
    findings = found(base("GB"), "ACK04", unsigned=unsigned)
    assert [str(unsigned) in one.message for one in findings] == [True] * bool(unsigned)
    assert all(one.places == (parsed("people.list"),) for one in findings)


def test_more_signatures_awaited_are_the_same_finding(base, found):
    (one,), (two,) = (found(base("GB"), "ACK04", unsigned=count) for count in (3, 4))
    assert (one.key, one.evidence) == (two.key, two.evidence)


def test_another_nameless_person_is_news(base, found):
    few, more = (
        typed(base("RU"), {"people.list": [person() for _ in range(count)]}) for count in (1, 2)
    )
    (one,), (two,) = found(few, "ACK01"), found(more, "ACK01")
    assert one.key == two.key
    assert one.evidence != two.evidence


def test_many_new_people_are_not_all_named(base, found):
    people = [person(name, **NEW) for name in ("Иванов", "Петров", "Сидоров", "Козлов")]
    raw = {"people.list": people, "people.sign_by": "2026-12-15"}
    (finding,) = found(typed(base("RU", "ru"), raw), "ACK05", language="ru")
    assert "Сидоров" in finding.message
    assert "Козлов" not in finding.message


PROMISE = {
    "promise": Printed(
        "The promise", frozenset({("business", "email"), ("business", "city"), ("hours", "week")})
    )
}


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_document_tells_what_it_lacks(country, base, found):
    answers = typed(base(country), {"business.email": "", "business.city": ""})
    (finding,) = found(answers, "CMP01", documents=PROMISE)
    assert (finding.severity, finding.document, finding.absent) == ("fix", "promise", True)
    assert finding.key == "CMP01@promise"
    assert [str(one) for one in finding.places] == ["business.city", "business.email"]
    assert "The promise" in finding.message
    assert "2" in finding.message


@pytest.mark.parametrize(
    "missing",
    [
        {},
        {"business.phone": ""},  # asked, but this document does not print it
        {"business.website": "", "business.logo": ""},  # nobody has to answer
    ],
)
def test_a_document_does_not_lack_what_it_does_not_print_or_need(missing, base, found):
    assert not found(typed(base("GB"), missing), "CMP01", documents=PROMISE)


def test_what_another_check_tells_is_not_told_as_missing_too(base, found):
    answers = typed(base("GB"), {"business.email": "", "hours.week": None})
    (finding,) = found(answers, "CMP01", documents=PROMISE)
    assert [str(one) for one in finding.places] == ["business.email"]
    assert found(answers, "SLA02", documents=PROMISE)


def test_without_documents_nothing_is_incomplete(base, found):
    assert not found(typed(base("GB"), {"business.email": ""}), "CMP01")


def test_every_document_is_told_by_itself(base, found):
    both = {**PROMISE, "plan": Printed("The plan", frozenset({("business", "email")}))}
    answers = typed(base("GB"), {"business.email": ""})
    first, second = found(answers, "CMP01", documents=both)
    assert {first.document, second.document} == {"promise", "plan"}
