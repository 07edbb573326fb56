"""The checks that read sentences, on sentences as owners write them."""

import dataclasses

import pytest

from tests.checks.typing_in import COUNTRIES, OTHER, language_of, sentences
from wizard import examples
from wizard.checks.rules import Says, rules
from wizard.interview import wording
from wizard.interview.answers import STEPS
from wizard.interview.values import Words

SENTENCES = sentences("promise", "crisis")
OF_STAFF = sentences("policy")
"""Those about the guide, of which more is asked elsewhere."""
BY_LAW = sorted(check for check in SENTENCES if rules()[check].packs)


def told(kind):
    """Every sentence of a kind with its check, country and place."""
    return [
        pytest.param(check, content["country"], path, sentence, id=f"{check}: {sentence}")
        for check, content in (SENTENCES | OF_STAFF).items()
        for path, listed in content[kind].items()
        for sentence in listed
    ]


@pytest.mark.parametrize(("check", "country", "path", "sentence"), told("raises"))
def test_it_is_noticed_and_its_remedy_settles_it(
    check, country, path, sentence, base, with_text, found, settled
):
    language = language_of(sentence)
    answers = with_text(base(country, language), path, sentence)
    (finding,) = found(answers, check, language=language)
    assert str(finding.places[0]).startswith(path)
    if finding.remedy:
        assert not found(settled(answers, finding), check, language=language)


@pytest.mark.parametrize(("check", "country", "path", "sentence"), told("passes"))
def test_it_only_looks_like_it(check, country, path, sentence, base, with_text, found):
    answers = with_text(base(country, language_of(sentence)), path, sentence)
    assert not found(answers, check)


def test_every_check_that_reads_sentences_is_tried_in_both_languages():
    reading = {
        check
        for check, rule in rules().items()
        if any(isinstance(one, Says) for one in rule.conditions)
        and not check.startswith(("POL", "CON"))
    }
    assert reading <= SENTENCES.keys()
    for check, content in SENTENCES.items():
        for kind in ("raises", "passes"):
            spoken = {language_of(one) for listed in content[kind].values() for one in listed}
            assert spoken == {"en", "ru"}, (check, kind)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("check", BY_LAW)
def test_it_is_noticed_only_where_its_law_applies(check, country, base, with_text, found):
    answers = base(country)
    for path, listed in SENTENCES[check]["raises"].items():
        if not path.startswith("channels.list.telegram"):
            answers = with_text(answers, path, listed[0])
    applies = not rules()[check].packs.isdisjoint(answers.packs)
    assert bool(found(answers, check)) == applies


@pytest.mark.parametrize(
    ("check", "path", "sentence", "severities"),
    [
        (
            "SLA08",
            "community.not_tolerated",
            "Negative reviews",
            {"US": "fix", "GB": "look", "DE": "look", "RU": "look", OTHER: "look"},
        ),
        (
            "SLA09",
            "community.may_offer",
            "A bonus for a good review.",
            {"US": "fix", "GB": "fix", "DE": "fix"},
        ),
    ],
)
def test_it_weighs_what_the_country_makes_it_weigh(
    check, path, sentence, severities, base, with_text, found
):
    for country, severity in severities.items():
        (finding,) = found(with_text(base(country), path, sentence), check)
        assert finding.severity == severity


def test_another_country_that_is_served_brings_its_weight_along(base, with_step, with_text, found):
    answers = with_text(base("GB"), "community.not_tolerated", "Negative reviews")
    (finding,) = found(with_step(answers, "business", other_countries=("US",)), "SLA08")
    assert finding.severity == "fix"


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("trade", [one for one in examples.trades() if one != examples.EMPTY])
def test_ready_texts_raise_nothing_even_typed_by_hand(trade, country, language, base, found):
    answers = base(country, language, trade)
    steps = {step.about.id: _by_hand(getattr(answers, step.about.id), answers) for step in STEPS}
    checks = {one.check for one in found(dataclasses.replace(answers, **steps))}
    assert not checks & SENTENCES.keys() - {"WRD02", "WRD04"}


def _by_hand(value, answers):
    """The same with every ready text as the owner's own."""
    if isinstance(value, Words):
        own = wording.text(value, answers.business.languages[0], answers)
        return Words(own) if value.untouched else value
    if isinstance(value, tuple):
        return tuple(_by_hand(one, answers) for one in value)
    if dataclasses.is_dataclass(value):
        fields = {
            one.name: _by_hand(getattr(value, one.name), answers)
            for one in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **fields)
    return value


@pytest.mark.parametrize(
    ("path", "sentence", "rest"),
    [
        ("community.late", "Sorry for any inconvenience.", "Remind us, and we answer you next."),
        ("community.unhappy_moved", "We delete bad reviews.", "Write to us."),
        ("response.media_call", "Say “no comment”.", "Take down the name."),
    ],
)
def test_a_remedy_changes_one_sentence_and_leaves_the_others(
    path, sentence, rest, base, with_text, found, settled
):
    check = {"community.late": "WRD01", "response.media_call": "CRI06"}.get(path, "SLA08")
    answers = with_text(base("GB"), path, f"{rest} {sentence} {rest}")
    (finding,) = found(answers, check)
    step, question = path.split(".")
    better = getattr(getattr(settled(answers, finding), step), question).own
    assert better.startswith(f"{rest} ")
    assert better.endswith(f" {rest}")
    assert sentence not in better


def test_a_remedy_changes_no_other_sentence_that_begins_alike(base, with_text, found, settled):
    kept = "We delete bad reviews of other people’s shops only when they are false."
    answers = with_text(base("GB"), "community.unhappy_moved", f"{kept}\nWe delete bad reviews")
    (finding,) = found(answers, "SLA08")
    better = settled(answers, finding).community.unhappy_moved.own
    assert better.startswith(f"{kept}\n")
    assert "We delete bad reviews" not in better.removeprefix(kept)


def test_no_remedy_is_offered_for_a_sentence_too_long_to_be_read(base, with_text, found):
    endless = f"Sorry for any inconvenience {'and so on ' * 200}"
    (finding,) = found(with_text(base("GB"), "community.late", endless), "WRD01")
    assert finding.remedy is None


def test_a_remedy_speaks_the_language_of_the_sentence(base, with_text, found, settled):
    answers = with_text(base("GB"), "community.late", "Извините за доставленные неудобства.")
    (finding,) = found(answers, "WRD01", language="en")
    assert language_of(settled(answers, finding).community.late.own) == "ru"


def test_a_remedy_changes_the_second_wording_where_the_sentence_stands_there(
    base, with_text, found, settled
):
    both = {"own": "We are sorry.", "ru": "Извините за доставленные неудобства."}
    answers = with_text(base("GB"), "community.late", both)
    (finding,) = found(answers, "WRD01")
    late = settled(answers, finding).community.late
    assert late.own == "We are sorry."
    assert late.other["ru"] != both["ru"]
    assert language_of(late.other["ru"]) == "ru"
    assert not found(settled(answers, finding), "WRD01")
