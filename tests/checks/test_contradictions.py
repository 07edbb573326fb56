"""Answers that do not go together: what is noticed, and what only looks like it."""

import datetime as dt
import time

import pytest

from tests.checks.typing_in import typed
from wizard.interview.values import Duration, Person

LONELY = "staff_rules.first_contact"
"""A question that asks for a position and nothing else."""

VACANT = {
    "en": ("night porter", "barista or night porter", "barista, night porter", "Head of Magic"),
    "ru": ("ночной сторож", "бариста или ночной сторож", "бариста/ночной сторож", "звездочёт"),
}
HELD = {
    "en": ("Barista", "baristas", "the owner", "barista or owner", "the whole team",
           "whoever is on duty", "our lawyer", "Alice Morgan, owner", "Co-owner", "Barista (day)"),
    "ru": ("Бариста", "руководитель", "бариста или руководитель", "вся команда",
           "дежурный сотрудник", "юрист по договору", "старший-бариста"),
}  # fmt: skip

SAME_THING = (
    ("Photos of guests", "Photos of guests"),
    ("No photos of guests.", "Photos of our guests"),
    ("Jokes about politics", "jokes on politics"),
    ("Do not post links to other shops.", "Links to other shops"),
    ("Recipes of our cakes", "Post recipes of our cakes"),
    ("Фото гостей", "Фото гостей"),
    ("Не выкладывайте фото наших гостей.", "Фото гостей"),
    ("Ссылки на другие кафе", "Ссылка на другое кафе"),
    ("Шутки о политике", "Шутки про политику"),
)
ANOTHER_THING = (
    ("Photos of guests without their consent", "Photos of guests with their consent"),
    ("Photos of guests", "Photos of dishes"),
    ("Photos of guests", "Do not post photos of guests"),
    ("Photos of guests are fine when they agree", "Photos of guests"),
    ("Jokes", "Jokes about coffee and the weather"),
    ("Recipes", "Pictures of cakes"),
    ("Фото гостей без согласия", "Фото гостей с их согласия"),
    ("Фото гостей", "Фото блюд"),
    ("Фото гостей", "Не публикуйте фото гостей"),
    ("Шутки о политике", "Шутки о погоде"),
)

BOTS = (
    "Our chatbot answers at night.",
    "A bot takes the order.",
    "At night you get an automatic reply.",
    "Ночью отвечает чат-бот.",
    "Сначала с вами поговорит бот.",
    "Ночью приходит автоответ.",
)
NO_BOTS = (
    "We have no bots: a person answers.",
    "You are talking to people, not a bot.",
    "Our coffee machine is never off.",
    "Spam bots are blocked at once.",
    "The door opens automatically.",
    "У нас нет чат-ботов.",
    "Отвечает человек, а не бот.",
    "Ботов у нас нет.",
    "Спам-боты блокируем сразу.",
    "Отвечаем без ботов.",
    "Дверь открывается автоматически.",
)


def language_of(sentence):
    return "ru" if any("а" <= letter <= "я" for letter in sentence.lower()) else "en"


def by_language(table):
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.fixture
def cafe(base):
    """``cafe(language)``: the café at home, whose answers go together."""
    return lambda language="en": base("RU" if language == "ru" else "GB", language)


@pytest.fixture
def with_role(with_answer):
    """``with_role(answers, role, person=…)``: fields of a role of the crisis team."""

    def answers(answers, role, **fields):
        for key, value in fields.items():
            answers = with_answer(answers, f"crisis_team.roles.{role}.{key}", value)
        return answers

    return answers


@pytest.mark.parametrize(("language", "position"), by_language(VACANT))
def test_a_position_that_nobody_holds_is_named(language, position, cafe, with_text, found):
    answers = with_text(cafe(language), LONELY, position)
    (finding,) = found(answers, "CON01", language=language)
    assert finding.severity == "look"
    assert [str(place) for place in finding.places] == [LONELY]
    missing = position.split(" или ")[-1].split(" or ")[-1].split(", ")[-1].split("/")[-1]
    assert finding.message.rstrip(".").endswith(f": {missing}")


@pytest.mark.parametrize(("language", "position"), by_language(HELD))
def test_a_position_that_somebody_holds_is_left_alone(language, position, cafe, with_text, found):
    assert not found(with_text(cafe(language), LONELY, position), "CON01", language=language)


@pytest.mark.parametrize(
    "path",
    [
        "channels.list.facebook.position",
        "channels.list.facebook.stand_in",
        "security.report_to",
        "service.log_owner",
        "risks.list.account-hijacked.actor",
    ],
)
def test_a_vacant_position_is_noticed_wherever_it_has_to_act(path, cafe, with_text, found):
    answers = with_text(cafe(), path, "night porter")
    assert [str(one) for one in found(answers, "CON01")[0].places] == [path]


@pytest.mark.parametrize(
    ("listed", "named"),
    [
        ("SMM-менеджер", "менеджер по SMM"),
        ("Founder & CEO", "founder and CEO"),
        ("Head of Sales", "sales head"),
        ("Front-desk manager", "Manager (front desk)"),
    ],
)
def test_a_position_is_the_same_with_other_signs_between_its_words(
    listed, named, cafe, with_text, found
):
    for one, other in ((listed, named), (named, listed)):
        answers = typed(cafe(), {"people.list": [{"surname": "Reid", "position": one}]})
        (finding,) = found(with_text(answers, LONELY, "night porter"), "CON01")
        assert LONELY in {str(place) for place in finding.places}
        rest = found(with_text(answers, LONELY, other), "CON01")
        assert LONELY not in {str(place) for one in rest for place in one.places}


@pytest.mark.parametrize("nothing", [" \n", "…", " , "])
def test_a_position_without_a_name_is_not_told(nothing, cafe, with_text, found):
    assert not found(with_text(cafe(), LONELY, nothing), "CON01")
    assert not found(with_text(cafe(), "crisis_team.roles.spokesperson.position", " "), "CON04")


def test_thousands_of_people_and_hundreds_of_positions_are_compared_in_a_moment(cafe, found):
    answers = typed(
        cafe(),
        {
            "people.list": [
                {"id": f"p{one}", "surname": "Reid", "position": f"Waiter {one}"}
                for one in range(10_000)
            ],
            "channels.list": [
                {"id": f"c{one}", "platform": "email", "position": f"Waiter {one}x"}
                for one in range(200)
            ],
        },
    )
    began = time.perf_counter()
    (finding,) = found(answers, "CON01")
    assert time.perf_counter() - began < 5
    assert len(finding.places) >= 200
    assert len(finding.message) < 300


def test_without_a_staff_list_no_position_is_vacant(cafe, with_text, with_answer, found):
    answers = with_answer(with_text(cafe(), LONELY, "night porter"), "people.list", ())
    assert not found(answers, "CON01")


def test_a_channel_that_is_switched_off_needs_nobody(cafe, with_text, with_answer, found):
    answers = with_text(cafe(), "channels.list.facebook.position", "night porter")
    rows = tuple(one for one in answers.channels.list if one.id != "facebook")
    assert not found(with_answer(answers, "channels.list", rows), "CON01")


@pytest.mark.parametrize(
    ("person", "deputy"),
    [
        (Person(staff="p1"), Person(staff="p1")),
        (Person(surname="Grey", given="Ann"), Person(surname="grey", given="ann ")),
        (Person(staff="p1"), Person(surname="Morgan", given="Alice")),
    ],
)
def test_nobody_stands_in_for_themselves(person, deputy, cafe, with_role, found):
    answers = with_role(cafe(), "spokesperson", person=person, deputy=deputy)
    (finding,) = found(answers, "CON02")
    assert str(finding.places[0]) == "crisis_team.roles.spokesperson.deputy"


@pytest.mark.parametrize(
    ("person", "deputy"),
    [
        (Person(staff="p1"), Person(staff="p2")),
        (Person(surname="Grey", given="Ann"), Person(surname="Grey", given="Bob")),
        (Person(), Person()),
        (Person(surname="Grey", given="Ann"), Person()),
    ],
)
def test_another_deputy_or_none_yet_is_another_matter(person, deputy, cafe, with_role, found):
    answers = with_role(cafe(), "spokesperson", person=person, deputy=deputy)
    assert not found(answers, "CON02")


@pytest.mark.parametrize(("banned", "allowed"), SAME_THING)
def test_the_same_thing_banned_and_allowed_is_noticed(banned, allowed, cafe, with_text, found):
    answers = with_text(cafe(language_of(banned)), "staff_rules.dont", banned)
    answers = with_text(answers, "staff_rules.do", allowed)
    (finding,) = found(answers, "CON03", language=language_of(banned))
    assert [str(one) for one in finding.places] == [
        "staff_rules.dont.own-1.text",
        "staff_rules.do.own-1.text",
    ]
    assert banned.rstrip(".") in finding.message
    assert allowed.rstrip(".") in finding.message


@pytest.mark.parametrize(("banned", "allowed"), SAME_THING)
def test_it_is_noticed_in_the_house_rules_of_the_pages_too(banned, allowed, cafe, with_text, found):
    answers = with_text(cafe(language_of(banned)), "community.not_tolerated", banned)
    assert found(with_text(answers, "community.welcome", allowed), "CON03")


@pytest.mark.parametrize(("banned", "allowed"), ANOTHER_THING)
def test_two_things_that_only_sound_alike_go_together(banned, allowed, cafe, with_text, found):
    answers = with_text(cafe(language_of(banned)), "staff_rules.dont", banned)
    assert not found(with_text(answers, "staff_rules.do", allowed), "CON03")


def test_a_heading_says_what_a_rule_is_about_and_not_what_it_bans(cafe, with_text, found):
    answers = with_text(cafe(), "staff_rules.dont", "Never of the till.", title="Photos")
    answers = with_text(answers, "staff_rules.do", "Ask the guest beforehand.", title="Photos")
    assert not found(answers, "CON03")
    answers = with_text(cafe(), "staff_rules.dont", "", title="Photos of guests")
    answers = with_text(answers, "staff_rules.do", "", title="Photos of guests")
    assert found(answers, "CON03")


def test_what_people_are_asked_to_share_must_not_be_banned(cafe, with_text, found):
    answers = with_text(cafe(), "staff_rules.share_what", "New cakes. Pictures of the kitchen.")
    answers = with_text(answers, "staff_rules.dont", "Pictures of the kitchen")
    (finding,) = found(answers, "CON03")
    assert str(finding.places[1]) == "staff_rules.share_what"


@pytest.mark.parametrize(
    ("language", "position"),
    [("en", "outside lawyer"), ("en", "head chef"), ("ru", "юрист"), ("ru", "шеф-повар")],
)
def test_a_spokesperson_whom_the_guide_does_not_name_is_noticed(
    language, position, cafe, with_role, with_text, found
):
    answers = with_text(cafe(language), "crisis_team.roles.spokesperson.position", position)
    (finding,) = found(answers, "CON04", language=language)
    assert [str(one) for one in finding.places] == [
        "crisis_team.roles.spokesperson.position",
        "staff_rules.speakers",
    ]
    assert position in finding.message


@pytest.mark.parametrize(
    ("language", "position"),
    [("en", "The owner"), ("en", "outside lawyer or owner"), ("ru", "Руководитель")],
)
def test_a_spokesperson_whom_the_guide_names_may_speak(language, position, cafe, with_text, found):
    answers = with_text(cafe(language), "crisis_team.roles.spokesperson.position", position)
    assert not found(answers, "CON04", language=language)


def test_a_speaker_of_ones_own_is_enough(cafe, with_text, found):
    answers = with_text(cafe(), "crisis_team.roles.spokesperson.position", "outside lawyer")
    assert not found(with_text(answers, "staff_rules.speakers", "our lawyer, outside"), "CON04")


def test_without_speakers_the_plan_decides_alone(cafe, with_text, with_answer, found):
    answers = with_text(cafe(), "crisis_team.roles.spokesperson.position", "outside lawyer")
    assert not found(with_answer(answers, "staff_rules.speakers", ()), "CON04")


@pytest.fixture
def with_first_words(with_answer):
    """``with_first_words(answers, one, two, …)``: the levels' first words, from the mildest on."""

    def answers(answers, *durations):
        levels = answers.crisis_team.levels
        assert len(levels) >= len(durations)
        for level, duration in zip(levels, durations, strict=False):
            path = f"crisis_team.levels.{level.id}.first_word"
            answers = with_answer(answers, path, duration)
        return answers

    return answers


@pytest.mark.parametrize(
    "durations",
    [
        (Duration(1, "hours"), Duration(2, "hours"), None, None),
        (Duration(90, "minutes"), Duration(2, "hours"), None, None),
        (Duration(2, "hours"), None, Duration(1, "days"), None),
    ],
)
def test_a_worse_level_with_a_later_word_is_noticed(durations, cafe, with_first_words, found):
    answers = with_first_words(cafe(), *durations)
    (finding,) = found(answers, "CON05")
    worse = max(number for number, one in enumerate(durations) if one)
    level = answers.crisis_team.levels[worse]
    assert str(finding.places[0]) == f"crisis_team.levels.{level.id}.first_word"


@pytest.mark.parametrize(
    "durations",
    [
        (Duration(1, "hours"), Duration(60, "minutes"), Duration(1, "hours"), None),
        (Duration(1, "days"), Duration(4, "hours"), Duration(1, "hours"), Duration(15, "minutes")),
        (Duration(1, "days"), None, None, None),
        (None, None, None, None),
    ],
)
def test_words_that_come_as_soon_or_sooner_are_right(durations, cafe, with_first_words, found):
    assert not found(with_first_words(cafe(), *durations), "CON05")


@pytest.mark.parametrize(
    ("approved", "valid", "is_found"),
    [
        (dt.date(2026, 12, 2), dt.date(2026, 12, 1), True),
        (dt.date(2026, 12, 1), dt.date(2026, 12, 1), False),
        (dt.date(2026, 11, 20), dt.date(2026, 12, 1), False),
        (None, dt.date(2026, 12, 1), False),
        (dt.date(2026, 12, 1), None, False),
    ],
)
def test_papers_apply_from_their_approval_on(approved, valid, is_found, cafe, with_step, found):
    answers = with_step(cafe(), "business", order_date=approved, valid_from=valid)
    places = [str(place) for one in found(answers, "CON06") for place in one.places]
    assert places == (["business.order_date", "business.valid_from"] if is_found else [])


@pytest.fixture
def without_bots(cafe, with_answer):
    """``without_bots(language)``: the café where a person answers on every channel."""

    def answers(language):
        answers = cafe(language)
        for channel in answers.channels.list:
            answers = with_answer(answers, f"channels.list.{channel.id}.replies", "person")
        return answers

    return answers


@pytest.mark.parametrize("path", ["hours.outside", "service.hand_over", "community.welcome"])
@pytest.mark.parametrize("sentence", BOTS)
def test_a_bot_that_is_not_there_is_noticed(
    sentence, path, without_bots, with_text, with_answer, found
):
    language = language_of(sentence)
    answers = with_text(without_bots(language), path, sentence)
    (finding,) = found(answers, "CON07", language=language)
    assert str(finding.places[0]).startswith(path)
    assert sentence.rstrip(".") in finding.message
    first = answers.channels.list[0].id
    assert not found(with_answer(answers, f"channels.list.{first}.replies", "bot"), "CON07")


@pytest.mark.parametrize("sentence", NO_BOTS)
def test_who_speaks_of_no_bot_of_their_own_is_right(sentence, without_bots, with_text, found):
    answers = without_bots(language_of(sentence))
    for path in ("hours.outside", "community.welcome"):
        assert not found(with_text(answers, path, sentence), "CON07")


def test_bots_may_be_banned_where_none_answers(without_bots, with_text, found):
    answers = with_text(without_bots("en"), "community.not_tolerated", "Bots and their links")
    assert not found(answers, "CON07")


@pytest.mark.parametrize(
    ("position", "stand_in", "is_found"),
    [
        ("barista", "Barista ", True),
        ("бариста", "Бариста", True),
        ("barista", "senior barista", False),
        ("barista", "", False),
        ("", "", False),
    ],
)
def test_nobody_answers_in_their_own_place(position, stand_in, is_found, cafe, with_text, found):
    answers = with_text(cafe(), "channels.list.facebook.position", position)
    answers = with_text(answers, "channels.list.facebook.stand_in", stand_in)
    places = [str(place) for one in found(answers, "CON08") for place in one.places]
    assert places == (["channels.list.facebook.stand_in"] if is_found else [])


def test_somebody_who_left_the_staff_list_is_noticed_wherever_they_are_named(
    cafe, with_role, with_step, found
):
    gone = Person(staff="p99")
    answers = with_role(cafe(), "spokesperson", person=gone, deputy=gone)
    answers = with_step(answers, "business", approver=gone)
    answers = with_step(answers, "people", collector=gone)
    (finding,) = found(answers, "CON09")
    assert [str(one) for one in finding.places] == [
        "crisis_team.roles.spokesperson.person",
        "crisis_team.roles.spokesperson.deputy",
        "business.approver",
        "people.collector",
    ]


@pytest.mark.parametrize("person", [Person(), Person(surname="Grey"), Person(staff="p1")])
def test_a_typed_name_or_one_of_the_list_is_not_gone(person, cafe, with_step, found):
    assert not found(with_step(cafe(), "business", approver=person), "CON09")


@pytest.mark.parametrize("shown", ["en", "ru"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_project_goes_together_in_whatever_language_it_is_looked_at(shown, language, cafe, found):
    checks = {one.check for one in found(cafe(language), language=shown)}
    assert not [one for one in checks if one.startswith("CON")]


def test_a_finding_has_the_same_evidence_in_every_language(cafe, with_text, with_role, found):
    answers = with_text(cafe(), LONELY, "night porter")
    answers = with_text(answers, "staff_rules.dont", "Photos of guests")
    answers = with_text(answers, "staff_rules.do", "Photos of guests")
    answers = with_role(answers, "spokesperson", deputy=Person(staff="p99"))
    english, russian = (
        {one.key: one.evidence for one in found(answers, language=language)}
        for language in ("en", "ru")
    )
    assert {key.partition("@")[0] for key in english} >= {"CON01", "CON03", "CON09"}
    assert english == russian
