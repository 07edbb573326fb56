"""The checks of the employee guide: what raises each, what only looks like it, and where."""

import re

import pytest

from tests.checks.typing_in import COUNTRIES, OTHER, language_of, sentences
from wizard import examples
from wizard.checks.rules import rules
from wizard.interview import places, wording
from wizard.interview.catalogue import catalogue
from wizard.interview.values import Words

SENTENCES = sentences("policy")
POLICY = tuple(f"POL{number:02}" for number in range(1, 21))

SEVERITIES = {
    "POL01": {"US": "fix", "GB": "look", "DE": "look"},
    "POL02": {"US": "fix", "RU": "fix", "GB": "look", "DE": "look", OTHER: "look"},
    "POL03": {"US": "fix", "RU": "look", "GB": "look", "DE": "look", OTHER: "look"},
    "POL04": {"US": "fix", "RU": "look", "GB": "look", "DE": "look"},
    "POL05": {"US": "look"},
    "POL06": {"US": "fix", "GB": "fix", "DE": "fix"},
    "POL07": {"US": "fix", "GB": "fix", "DE": "fix", "RU": "hint"},
    "POL08": {"US": "hint"},
    "POL09": {"US": "fix", "RU": "look", "GB": "look", "DE": "look", OTHER: "look"},
    "POL10": {"US": "fix", "GB": "fix", "RU": "look", "DE": "look", OTHER: "look"},
    "POL11": {"US": "fix", "GB": "fix", "DE": "fix"},
    "POL12": {"US": "look", "GB": "look", "DE": "look"},
    "POL13": {"GB": "look", "DE": "look"},
    "POL14": {"DE": "fix"},
    "POL15": {"RU": "fix"},
    "POL16": {"RU": "fix"},
    "POL17": {"GB": "look", "DE": "look", "RU": "look"},
    "POL18": {"RU": "fix", "GB": "look", "DE": "look"},
    "POL19": {"RU": "look"},
    "POL20": dict.fromkeys(COUNTRIES, "hint"),
}
"""How much each check weighs where it is made."""

TICKED = {
    "POL13": {"staff_rules.monitored": True},
    "POL14": {"business.works_council": True},
    "POL19": {"business.union": True},
}
"""What is answered yes where a check without words is raised."""

SILENT = {
    "POL07": (
        "staff_rules.rights",
        ("", "We are a family here.", "The customer is always right.", "Клиент всегда прав."),
        (
            "You may go to the authorities whenever you see a breach.",
            "Nothing here limits your rights.",
            "Обращаться в инспекцию и профсоюз вы можете всегда.",
            "Правила не ограничивают ваших прав.",
        ),
    ),
    "POL10": (
        "staff_rules.disclosure",
        ("", "Praise us whenever you like.", "Хвалите нас почаще."),
        (
            "Say in the post that you work here.",
            "Add that you are an employee.",
            "Скажите, что вы у нас работаете.",
            "Хвалите нас — не скрывайте, кто вы.",
        ),
    ),
    "POL18": (
        "staff_rules.photos",
        ("", "Take good pictures of our guests.", "Снимайте гостей почаще."),
        (
            "Ask everybody who can be recognised.",
            "Only with the consent of the person.",
            "Фото гостей — только с их разрешения.",
            "Сначала спросите того, кого снимаете.",
        ),
    ),
    "POL20": ("security.copyright", ("",), ("Own pictures only.", "Только свои фото.")),
}
"""Questions that must not be silent about something: what is too little, and what is enough."""


READY = {
    "staff_rules.do": ("do", ("title", "text", "norm")),
    "staff_rules.dont": ("dont", ("title", "text", "norm")),
    "staff_rules.ethics": ("ethics", ("text",)),
    "staff_rules.breach": ("breach", ("text",)),
    "security.levels": ("confidentiality", ("title", "examples", "may_post", "if_leaked")),
    "community.welcome": ("welcome", ("text",)),
}
"""Lists whose rows stand in a catalogue, with the texts of a row."""


def silent(which):
    return [
        pytest.param(check, content[0], text, id=f"{check}-{number}")
        for check, content in SILENT.items()
        for number, text in enumerate(content[which])
    ]


@pytest.fixture
def raising(base, with_text, with_answer):
    """``raising(check, country)``: answers that raise the check, were it made there."""

    def answers(check, country):
        found = base(country, "en")
        if check in SENTENCES:
            path, (sentence, *_) = next(iter(SENTENCES[check]["raises"].items()))
            return with_text(found, path, sentence)
        for path, value in TICKED.get(check, {}).items():
            found = with_answer(found, path, value)
        if check in SILENT:
            found = with_text(found, SILENT[check][0], "")
        if check == "POL02":
            found = with_text(found, "security.levels", title="Confidential")
        return found

    return answers


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("check", POLICY)
def test_it_is_made_where_its_law_applies_and_weighs_what_it_should(check, country, raising, found):
    weights = [one.severity for one in found(raising(check, country), check)]
    expected = SEVERITIES[check].get(country)
    assert weights == ([expected] if expected else [])


@pytest.mark.parametrize(("check", "question", "text"), silent(1))
def test_a_question_that_says_too_little_is_noticed(
    check, question, text, base, with_text, found, settled
):
    language = language_of(text)
    answers = with_text(base("GB", language), question, text)
    (finding,) = found(answers, check, language=language)
    assert str(finding.places[0]) == question
    assert finding.absent == (not text)
    assert not found(settled(answers, finding), check)


@pytest.mark.parametrize(("check", "question", "text"), silent(2))
def test_a_question_that_says_enough_is_left_alone(check, question, text, base, with_text, found):
    assert not found(with_text(base("GB", language_of(text)), question, text), check)


def test_nobody_who_is_not_asked_to_share_has_to_say_who_they_are(base, with_text, found):
    answers = with_text(base("US"), "staff_rules.disclosure", "")
    assert found(answers, "POL10")
    assert not found(with_text(answers, "staff_rules.share_what", ""), "POL10")


def test_levels_without_examples_are_told_together_and_pointed_at(base, with_text, found):
    answers = with_text(base("US"), "security.levels.internal.examples", "")
    answers = with_text(answers, "security.levels", title="Top secret")
    (finding,) = found(answers, "POL02")
    assert [str(place) for place in finding.places] == [
        "security.levels.internal.examples",
        "security.levels.own-1.examples",
    ]
    assert "Top secret" in finding.message
    filled = with_text(answers, "security.levels.internal.examples", "Work instructions")
    filled = with_text(filled, "security.levels", title="Top secret", examples="The menu to come")
    assert not found(filled, "POL02")


def test_trade_secrets_are_a_hint_only_while_the_level_is_there(base, with_answer, found):
    answers = base("US")
    (finding,) = found(answers, "POL08")
    assert str(finding.places[0]) == "security.levels.trade-secret.title"
    rest = tuple(one for one in answers.security.levels if one.id != "trade-secret")
    assert not found(with_answer(answers, "security.levels", rest), "POL08")


def test_a_rule_of_manners_with_an_example_is_clear_enough(base, with_text, found):
    polite = {"title": "Manners", "text": "Be polite and professional online."}
    assert found(with_text(base("US"), "staff_rules.do", **polite), "POL05")
    shown = with_text(base("US"), "staff_rules.do", **polite, example="No shouting in capitals.")
    assert not found(shown, "POL05")


def test_an_agreement_with_the_works_council_settles_it(raising, with_text, found):
    answers = raising("POL14", "DE")
    (finding,) = found(answers, "POL14")
    assert str(finding.places[0]) == "business.works_agreement"
    noted = with_text(answers, "business.works_agreement", "Agreement of 3 March 2026")
    assert not found(noted, "POL14")


def test_the_opinion_of_the_union_settles_it(raising, with_text, found):
    answers = raising("POL19", "RU")
    (finding,) = found(answers, "POL19")
    assert str(finding.places[0]) == "business.union_opinion"
    assert not found(with_text(answers, "business.union_opinion", "протокол № 4"), "POL19")


def test_a_regime_of_trade_secrets_bears_a_penalty(raising, with_answer, found):
    answers = raising("POL15", "RU")
    assert found(answers, "POL15")
    assert found(with_answer(answers, "security.secrecy_regime", False), "POL15")
    assert not found(with_answer(answers, "security.secrecy_regime", True), "POL15")


def test_pages_that_are_not_watched_need_no_word_about_it(raising, with_answer, found):
    answers = raising("POL13", "GB")
    assert str(found(answers, "POL13")[0].places[0]) == "staff_rules.monitored"
    assert not found(with_answer(answers, "staff_rules.monitored", False), "POL13")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("trade", [one for one in examples.trades() if one != examples.EMPTY])
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_texts_of_the_catalogue_raise_nothing(country, trade, language, base, found):
    raised = {one.check for one in found(base(country, language, trade))}
    assert {one for one in raised if one.startswith(("POL", "CON"))} <= {"POL08"}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("country", ["US", "GB", "RU"])
@pytest.mark.parametrize("path", READY)
def test_ready_texts_raise_nothing_even_typed_by_hand(
    path, country, language, base, with_text, found
):
    answers = base(country, language)
    name, keys = READY[path]
    for entry in catalogue(name).values():
        typed = {
            key: wording.text(Words(ref=f"{name}/{entry.id}/{key}"), language, answers)
            for key in keys
        }
        checks = {one.check for one in found(with_text(answers, path, **typed))}
        assert not checks & set(POLICY) - {"POL08"}, entry.id


def test_only_what_was_changed_in_a_ready_text_is_read(base, with_answer, found, settled):
    answers = base("US")
    path = "staff_rules.do.work-time.text"
    ready = wording.text(places.value_at(answers, places.parsed(path)), "en", answers)
    ref = places.value_at(answers, places.parsed(path)).ref

    def edited(text):
        return with_answer(answers, path, Words(own=text, ref=ref))

    assert not found(edited(f"{ready} Thank you."), "POL01")
    worse = edited(f"{ready} Never discuss your salary.")
    (finding,) = found(worse, "POL01")
    assert "Never discuss your salary" in finding.message
    assert ready not in finding.message
    better = places.value_at(settled(worse, finding), places.parsed(path))
    assert better.ref == ref
    assert better.own.startswith(f"{ready} ")
    assert "Never discuss your salary" not in better.own


def test_a_sentence_in_the_second_language_is_mended_there_alone(base, with_answer, found, settled):
    path = "staff_rules.work_time"
    words = Words(
        own="В зале за телефоном не сидим.",
        other={"en": "Put phones away. Never discuss your salary. Thank you."},
    )
    answers = with_answer(base("US", "ru"), path, words)
    (finding,) = found(answers, "POL01")
    better = places.value_at(settled(answers, finding), places.parsed(path))
    assert better.own == words.own
    assert better.other["en"].startswith("Put phones away. Do not publish staff records")
    assert better.other["en"].endswith("Thank you.")
    assert not found(settled(answers, finding), "POL01")


def test_a_rule_that_is_switched_off_is_not_read(raising, with_answer, found):
    answers = raising("POL01", "US")
    rows = tuple(
        type(one)(id=one.id, on=False, text=one.text) if one.id == "own-1" else one
        for one in answers.staff_rules.dont
    )
    assert not found(with_answer(answers, "staff_rules.dont", rows), "POL01")


@pytest.mark.parametrize("check", rules())
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_message_claims_that_somebody_breaks_the_law(check, language):
    claims = {
        "en": r"\b(unlawful|illegal|void|breach(es)? of (the )?law|break(s|ing)? the law)\b",
        "ru": r"(?i)незакон|противореч|наруша\w+ закон|недействительн",
    }
    hedges = {
        "en": r"\b(may|might|can|the regulator called)\b",
        "ru": r"(?i)\b(может|могут|возможно|ФАС сочла)\b",
    }
    rule = rules()[check]
    names = [one for one in rule.entry.fields if one.startswith(("message", "why", "wording"))]
    for name in names:
        for sentence in re.split(r"(?<=[.!?;])\s+", rule.words(name, language)):
            if re.search(claims[language], sentence):
                assert re.search(hedges[language], sentence), sentence


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Never talk to the press", "Only the people named"),
        ("never talk to the press", "only the people named"),
        ("Never talk to the press.", "Only the people named"),
    ],
)
def test_another_sentence_begins_and_ends_as_the_one_it_stands_for(
    typed, mended, base, with_text, found, settled
):
    answers = with_text(base("US"), "staff_rules.dont", title="Press", text=typed)
    (finding,) = found(answers, "POL03")
    text = places.value_at(settled(answers, finding), finding.places[0]).own
    assert text.startswith(mended)
    assert text.endswith(".") == typed.endswith(".")


def test_a_finding_names_no_law_of_a_country_that_was_not_chosen(base, with_text, found):
    answers = with_text(
        base("RU"), "staff_rules.dont", title="Press", text="Никогда не говорите с прессой."
    )
    (finding,) = found(answers, "POL03")
    assert not any(source.is_law for source in finding.sources)
