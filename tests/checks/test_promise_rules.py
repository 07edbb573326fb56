"""The checks of the public promise that look at answers: what is special to some of them."""

import pytest

from tests.checks.promise_answers import IT, channel, promised
from tests.checks.typing_in import typed
from wizard.checks.rules import rules
from wizard.interview.places import parsed


@pytest.mark.parametrize(
    ("missing", "place"),
    [
        ({"hours.week": None}, "hours.week"),
        ({"hours.time_zone": ""}, "hours.time_zone"),
    ],
)
def test_one_of_two_missing_answers_is_enough(missing, place, base, found):
    (finding,) = found(typed(base("GB"), missing), "SLA02")
    assert finding.places == (parsed(place),)
    assert finding.absent


def test_every_slow_channel_is_told_of_by_itself(base, found):
    slow = {f"channels.list.{one}.reply": promised(3, "days") for one in ("instagram", "facebook")}
    first, second = found(typed(base("GB"), slow), "SLA03")
    assert first.key != second.key
    assert "Instagram" in first.message
    assert "Facebook" in second.message


@pytest.mark.parametrize("platform", ["instagram", "whatsapp", "telegram", "site-chat", "own"])
def test_a_faster_promise_settles_a_slow_one(platform, base, found, settled):
    answers = typed(base("GB"), {"channels.list": channel(platform, reply=promised(3, "days"))})
    (finding,) = found(answers, "SLA03")
    assert not found(settled(answers, finding), "SLA03")


def test_the_letters_over_the_limit_are_told(base, found):
    long = {"channels.list": channel("telegram", gives_also="ж" * 260)}
    (finding,) = found(typed(base("RU", "ru"), long), "SLA06", language="ru")
    assert "255" in finding.message
    assert "5" in finding.message.replace("255", "")


def test_an_own_text_for_a_page_has_to_fit_its_field(base, found):
    row = {"id": "it.about.en", "text": "x" * 150}
    answers = {"channels.list": channel("whatsapp"), "channel_texts.texts": [row]}
    (finding,) = found(typed(base("GB"), answers), "SLA06")
    assert str(finding.places[0]) == "channel_texts.texts.it.about.en.text"
    assert "11 over the limit of 139" in finding.message
    row["text"] = "x" * 139
    assert not found(typed(base("GB"), answers), "SLA06")


def test_the_second_wording_has_to_fit_as_well(base, found):
    both = {"own": "News.", "ru": "Новости. " * 30}
    assert found(
        typed(base("GB"), {"channels.list": channel("instagram", gives_also=both)}), "SLA06"
    )


@pytest.mark.parametrize(
    "text",
    [
        "See www.cafe.example",
        "https://cafe.example/menu",
        "hello@cafe.example",
        "Order at cafe.com",
        "Coffee from £2",
        "Кофе от 150 руб",
        "Завтраки 300 ₽",
        "10% off on Mondays",
        "−20 % по утрам",
        "Special offers every week",
        "Winter sale",
        "Скидки студентам",
        "Акция недели",
        "Распродажа зёрен",
        "Звоните +7 843 000-01-00",
        "8 (843) 000-01-00",
    ],
)
def test_google_may_not_take_links_phones_prices_and_offers(text, base, found):
    answers = typed(base("GB"), {"channels.list": channel("google-business", gives_also=text)})
    (finding,) = found(answers, "SLA07")
    assert finding.places == (parsed(f"{IT}.gives_also"),)


@pytest.mark.parametrize(
    "text",
    [
        "Fresh coffee and cakes in the old town since 1998",
        "100% arabica, roasted here",
        "100 % арабика, обжариваем сами",
        "Open 2012-2026",
        "Кофейня у реки, работаем с 2012 года",
        "Wholesale and retail",
        "Salespeople who know their beans",
        "12 kinds of tea",
    ],
)
def test_google_takes_plain_words_about_a_business(text, base, found):
    answers = typed(base("GB"), {"channels.list": channel("google-business", gives_also=text)})
    assert not found(answers, "SLA07")


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ({"service.bot": ""}, "service.bot"),
        ({"service.bot": "It is looked after once a week."}, "service.bot"),
        ({"channels.list.whatsapp.replies": "bot", "service.bot": ""}, "service.bot"),
        ({"channels.list.whatsapp.reach_person": ""}, "channels.list.whatsapp.reach_person"),
    ],
)
def test_a_bot_has_to_say_so_and_to_lead_to_a_person(raw, place, base, found):
    (finding,) = found(typed(base("GB"), raw), "SLA11")
    assert finding.places == (parsed(place),)


def test_the_rungs_that_nobody_decides_on_are_told_together(base, found):
    rungs = {f"community.ladder.{one}.who": "" for one in ("first", "third")}
    (finding,) = found(typed(base("GB"), rungs), "SLA10")
    assert [str(one) for one in finding.places] == list(rungs)


def test_every_channel_that_takes_orders_is_named_once(base, found):
    orders = {
        "business.privacy_link": "",
        "channels.list.instagram.gives": ["orders"],
        "channels.list.whatsapp.gives": ["orders", "help"],
    }
    (finding,) = found(typed(base("DE"), orders), "SLA12")
    assert set(map(str, finding.places)) == {"business.privacy_link"}


@pytest.mark.parametrize("sector", ["finance", "telecom", "marketplace"])
@pytest.mark.parametrize("platform", ["whatsapp", "telegram", "viber"])
def test_some_sectors_may_not_use_foreign_messengers(sector, platform, base, found):
    raw = {"channels.list": channel(platform), "business.sector": sector}
    (finding,) = found(typed(base("RU", "ru"), raw), "SLA21")
    assert finding.places == (parsed(f"{IT}.platform"),)


@pytest.mark.parametrize("platform", ["instagram", "facebook"])
def test_paid_posts_on_a_banned_network_weigh_more_than_on_a_doubtful_one(platform, base, found):
    raw = {"channels.list": channel(platform, promoted=True)}
    assert found(typed(base("RU", "ru"), raw), "SLA16")
    assert not found(typed(base("RU", "ru"), raw), "SLA17")


def test_a_channel_that_is_switched_off_raises_nothing(base, found):
    off = channel("instagram", on=False, promoted=True, over_10000=True, reply=None)
    raised = {one.check for one in found(typed(base("RU", "ru"), {"channels.list": off}))}
    assert not raised & {"SLA01", "SLA16", "SLA18"}


def test_no_check_says_that_somebody_breaks_the_law():
    claims = ("illegal", "you violate", "breaks the law", "вы нарушаете", "нарушает закон")
    for check, rule in rules().items():
        texts = [
            rule.words(name, language).lower()
            for name in rule.entry.fields
            for language in ("en", "ru")
            if name.startswith(("message", "why", "about"))
        ]
        assert not [text for text in texts if any(claim in text for claim in claims)], check
