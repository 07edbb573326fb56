"""The checks of the sheets, of the crisis plan and of completeness that look at answers."""

import pytest

from tests.checks.typing_in import OTHER, typed
from wizard.checks.case import Printed
from wizard.checks.rules import rules
from wizard.interview.places import parsed

COUNTRIES = ("US", "GB", "DE", "RU", OTHER)


def person(name="", **more):
    return {"surname": name, **more}


def steps(*texts):
    return [{"id": str(place), "text": text} for place, text in enumerate(texts, start=1)]


def level(minutes, colour="red"):
    word = {"number": minutes, "unit": "minutes", "counted": "clock"}
    return [{"id": "it", "title": "Level", "colour": colour, "first_word": word}]


def contact(**more):
    return [{"id": "it", "title": "Landlord", "phone": "0113 496 0100", **more}]


def risk(title, *actions, **more):
    return [{"id": "it", "title": title, "actions": steps(*actions), **more}]


FIRST_STEPS = ("response.first_15", "response.first_60", "response.during")
NO_PAUSE = {path: steps("Call the owner", "Take screenshots") for path in FIRST_STEPS}
DRILLS = {"response.last_drill": None, "response.next_drill": None}
NEW = {"start_date": "2026-12-01"}

RAISES = {
    "ACK01": ("GB", {"people.list": [person("Reid"), person()]}, ["people.list"]),
    "ACK03": ("RU", {"people.list": [person("Иванов", signs="e-hr")]}, ["people.list"]),
    "ACK05": (
        "RU",
        {"people.list": [person("Иванов", **NEW)], "people.sign_by": "2026-12-15"},
        ["people.sign_by"],
    ),
    "CRI01": (
        "GB",
        {"crisis_team.roles.lead.deputy": None, "crisis_team.roles.facts.deputy": None},
        ["crisis_team.roles.lead.deputy", "crisis_team.roles.facts.deputy"],
    ),
    "CRI02": ("GB", {"risks.list.account-hijacked": None}, ["risks.list"]),
    "CRI03": (
        "RU",
        {"risks.list": risk("Утечка данных клиентов", "Сменить пароли", "Позвонить юристу")},
        ["risks.list.it.actions"],
    ),
    "CRI04": ("GB", DRILLS, ["response.next_drill"]),
    "CRI05": ("GB", {"crisis_team.levels": level(61)}, ["crisis_team.levels.it.first_word"]),
    "CRI07": ("GB", {"crisis_team.contacts": contact()}, ["crisis_team.contacts.it.checked"]),
    "CRI08": ("GB", NO_PAUSE, ["response.first_15"]),
    "CRI09": ("GB", {"risks.list.staff-fraud.actor": ""}, ["risks.list.staff-fraud.actor"]),
    "CRI10": ("GB", {"response.law_checked_by": ""}, ["response.law_checked_by"]),
    "CRI11": ("GB", {"response.law_checked_on": "2025-11-26"}, ["response.law_checked_on"]),
    "CRI12": ("GB", {"response.risks_discussed_on": "2024-03-01"}, ["response.risks_discussed_on"]),
    "CRI13": ("GB", {"response.risks_discussed_on": None}, ["response.risks_discussed_on"]),
}
"""By check: a country where it is made, answers that raise it, and the places it is about."""

PASSES = [
    ("ACK01", "GB", {"people.list": [person("Reid"), person(given="Ann")]}),
    ("ACK01", "GB", {"people.list": []}),
    ("ACK03", "RU", {"people.list": [person("Иванов", signs="paper")]}),
    ("ACK05", "RU", {"people.list": [person("Иванов", **NEW)], "people.sign_by": "2026-12-01"}),
    ("ACK05", "RU", {"people.list": [person("Иванов", **NEW)], "people.sign_by": None}),
    ("ACK05", "RU", {"people.list": [person("Иванов")], "people.sign_by": "2026-12-15"}),
    # who works here already, and who is no employee
    (
        "ACK05",
        "RU",
        {
            "people.list": [
                person("Иванов", start_date="2026-11-26"),
                person("Петрова", kind="contractor", **NEW),
            ],
            "people.sign_by": "2026-12-15",
        },
    ),
    ("CRI01", "GB", {}),
    ("CRI02", "GB", {}),
    ("CRI02", "GB", {"risks.list": risk("Our page is hacked", "Change the password")}),
    ("CRI02", "GB", {"risks.list": risk("The account was stolen", "Change the password")}),
    ("CRI02", "RU", {"risks.list": risk("Взлом страницы ВКонтакте", "Сменить пароль")}),
    ("CRI02", "RU", {"risks.list": risk("У нас угнали канал", "Сменить пароль")}),
    ("CRI03", "RU", {}),
    ("CRI03", "DE", {"risks.list": risk("Data leak", "Notify the authority within 72 hours")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка базы", "Уведомить Роскомнадзор за 24 часа")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка данных", "В течение суток направить уведомление")}),
    ("CRI03", "DE", {"risks.list": risk("Gas leak", "Leave the house")}),
    ("CRI03", "DE", {"risks.list": risk("The roof leaks", "Fetch buckets")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка газа", "Вывести людей на улицу")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка воды на складе", "Перекрыть воду")}),
    ("CRI04", "GB", {**DRILLS, "response.last_drill": "2025-11-27"}),
    ("CRI04", "GB", {**DRILLS, "response.next_drill": "2026-11-27"}),
    ("CRI04", "GB", {**DRILLS, "response.next_drill": "2027-11-27"}),
    ("CRI05", "GB", {"crisis_team.levels": level(60)}),
    ("CRI05", "GB", {"crisis_team.levels": level(240, colour="orange")}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(checked="2026-08-29")}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(phone={"ref": "contacts/police/phone"})}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(phone="")}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(checked="9999-12-31")}),
    ("CRI08", "GB", {}),
    ("CRI08", "GB", {**NO_PAUSE, "response.during": steps("Stop scheduled posts")}),
    ("CRI08", "GB", {**NO_PAUSE, "response.first_60": steps("Pause all posts and ads")}),
    ("CRI08", "GB", {**NO_PAUSE, "response.first_60": steps("Stop all advertising and posting")}),
    ("CRI08", "GB", {**NO_PAUSE, "response.first_15": steps("Switch off the automatic posts")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Снять отложенные записи")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Остановить все публикации")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Выключить автопостинг и рекламу")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Приостанавливаем рекламу и посты")}),
    ("CRI08", "GB", dict.fromkeys(FIRST_STEPS)),
    ("CRI09", "GB", {}),
    ("CRI10", "GB", {}),
    ("CRI11", "GB", {"response.law_checked_on": "2025-11-27"}),
    ("CRI11", "GB", {"response.law_checked_on": None}),
    ("CRI12", "GB", {"response.risks_discussed_on": "2025-11-27"}),
    ("CRI13", "GB", {}),
]

SEVERITIES = {
    "ACK01": "look", "ACK03": "look", "ACK05": "fix", "CRI01": "fix", "CRI02": "look",
    "CRI03": "fix", "CRI04": "look", "CRI05": "hint", "CRI07": "look", "CRI08": "hint",
    "CRI09": "fix", "CRI10": "look", "CRI11": "hint", "CRI12": "hint", "CRI13": "look",
}  # fmt: skip
IN_COUNTRIES = {("ACK01", "RU"): "fix"}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("check", RAISES)
def test_it_is_noticed_where_it_stands(check, language, base, found):
    country, raw, where = RAISES[check]
    (finding,) = found(typed(base(country), raw), check, language=language)
    assert finding.places == tuple(parsed(one) for one in where)
    assert "{" not in finding.message + finding.why
    assert finding.sources


@pytest.mark.parametrize(("check", "country", "raw"), PASSES)
def test_it_only_looks_like_it(check, country, raw, base, found):
    assert not found(typed(base(country, "ru" if country == "RU" else "en"), raw), check)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("check", RAISES)
def test_it_weighs_what_it_should_in_each_country_and_nothing_without_its_law(
    check, country, base, found
):
    answers = typed(base(country), RAISES[check][1])
    packs = rules()[check].packs
    weights = {one.severity for one in found(answers, check)}
    if packs and packs.isdisjoint(answers.packs):
        assert not weights
    else:
        assert weights == {IN_COUNTRIES.get((check, country), SEVERITIES[check])}


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
