"""The checks of the public promise that look at answers: what raises each, and what does not."""

import pytest

from tests.checks.typing_in import OTHER, typed
from wizard.checks.rules import rules
from wizard.interview.places import parsed

COUNTRIES = ("US", "GB", "DE", "RU", OTHER)


def promised(number, unit="hours", counted="reply-hours"):
    return {"number": number, "unit": unit, "counted": counted}


def channel(platform, **more):
    return [{"id": "it", "platform": platform, "reply": promised(1), **more}]


IT = "channels.list.it"
LEGAL = {"business.privacy_link": "cafe.example/privacy"}
RAISES = {
    "SLA01": ("GB", {"channels.list.instagram.reply": None}, ["channels.list.instagram.reply"]),
    "SLA02": ("GB", {"hours.week": None, "hours.time_zone": ""}, ["hours.week", "hours.time_zone"]),
    "SLA03": (
        "GB",
        {"channels.list": channel("instagram", reply=promised(2, "days"))},
        [f"{IT}.reply"],
    ),
    "SLA04": ("GB", {"channels.list": channel("whatsapp", reply=promised(25))}, [f"{IT}.reply"]),
    "SLA06": (
        "GB",
        {"channels.list": channel("instagram", gives_also="x" * 151)},
        [f"{IT}.gives_also"],
    ),
    "SLA07": (
        "GB",
        {"channels.list": channel("google-business", gives_also="Call 0113 496 0100")},
        [f"{IT}.gives_also"],
    ),
    "SLA10": ("GB", {"community.appeal_to": ""}, ["community.appeal_to"]),
    "SLA11": (
        "GB",
        {"channels.list.whatsapp.reach_person": ""},
        ["channels.list.whatsapp.reach_person"],
    ),
    "SLA12": ("GB", {"business.privacy_link": ""}, ["business.privacy_link"]),
    "SLA13": ("RU", {"business.languages": ["en"]}, ["business.languages"]),
    "SLA14": (
        "RU",
        {"community.solution_within": promised(8, "days", "working-days")},
        ["community.solution_within"],
    ),
    "SLA16": (
        "RU",
        {"channels.list.instagram.promoted": True},
        ["channels.list.instagram.promoted"],
    ),
    "SLA17": ("RU", {"channels.list.whatsapp.promoted": True}, ["channels.list.whatsapp.promoted"]),
    "SLA18": (
        "RU",
        {"channels.list.instagram.over_10000": True},
        ["channels.list.instagram.registry_link"],
    ),
    "SLA20": ("DE", {"business.legal_notice_link": ""}, ["business.legal_notice_link"]),
    "SLA21": ("RU", {"business.sector": "finance"}, ["channels.list.whatsapp.platform"]),
}
"""By check: a country where it is made, answers that raise it, and the places it is about."""

PASSES = [
    ("SLA01", "GB", {}),
    ("SLA01", "GB", {"channels.list": [*channel("email"), {"platform": "instagram", "on": False}]}),
    ("SLA02", "GB", {"hours.week": "24/7"}),
    ("SLA02", "GB", {"hours.week": {"mon": ["09:00-10:00"]}, "hours.time_zone": "Europe/London"}),
    ("SLA03", "GB", {"channels.list": channel("instagram", reply=promised(24, counted="clock"))}),
    ("SLA03", "GB", {"channels.list": channel("instagram", reply=promised(1, "days", "clock"))}),
    ("SLA03", "GB", {"channels.list": channel("email", reply=promised(2, "days"))}),
    ("SLA03", "GB", {"channels.list": channel("google-business", reply=promised(3, "days"))}),
    ("SLA04", "GB", {"channels.list": channel("whatsapp", reply=promised(24, counted="clock"))}),
    ("SLA04", "GB", {"channels.list": channel("viber", reply=promised(3, "days"))}),
    ("SLA06", "GB", {"channels.list": channel("instagram", gives_also="x" * 150)}),
    ("SLA06", "GB", {"channels.list": channel("instagram", gives_also=" x" + "x" * 149 + "  ")}),
    # the field that takes most is meant; where a limit is not known, nothing is said of it
    ("SLA06", "GB", {"channels.list": channel("telegram", gives_also="ж" * 255)}),
    ("SLA06", "GB", {"channels.list": channel("whatsapp", gives_also="x" * 500)}),
    ("SLA06", "GB", {"channels.list": channel("vk", gives_also="ж" * 5000)}),
    ("SLA06", "GB", {"channels.list": channel("facebook", gives_also="x" * 200)}),
    ("SLA06", "GB", {"channels.list": channel("email", gives_also="x" * 5000)}),
    ("SLA07", "GB", {"channels.list": channel("instagram", gives_also="Call 0113 496 0100")}),
    ("SLA10", "GB", {}),
    ("SLA11", "GB", {"channels.list.whatsapp.replies": "person"}),
    ("SLA11", "GB", {"service.bot": "The bot says at once that it is one."}),
    ("SLA11", "RU", {"service.bot": "Сначала отвечает робот, он так и представляется."}),
    ("SLA12", "GB", {"channels.list.whatsapp.gives": ["help"], **LEGAL}),
    ("SLA12", "GB", {"channels.list.whatsapp.gives": ["help"], "business.privacy_link": ""}),
    ("SLA13", "RU", {"business.languages": ["ru"]}),
    ("SLA13", "RU", {"business.languages": ["en", "ru"]}),
    ("SLA13", "GB", {"business.other_countries": ["RU"], "business.languages": ["en"]}),
    ("SLA14", "RU", {"community.solution_within": promised(7, "days", "working-days")}),
    ("SLA14", "RU", {"community.solution_within": promised(10, "days", "clock")}),
    ("SLA14", "RU", {"community.solution_within": None}),
    ("SLA16", "RU", {"channels.list": channel("instagram", promoted=False)}),
    ("SLA16", "RU", {"channels.list": channel("vk", promoted=True)}),
    ("SLA16", "RU", {"channels.list": channel("telegram", promoted=True)}),
    ("SLA17", "RU", {"channels.list": channel("vk", promoted=True)}),
    ("SLA17", "RU", {"channels.list": channel("instagram", promoted=True)}),
    (
        "SLA18",
        "RU",
        {"channels.list": channel("vk", over_10000=True, registry_link="vk.example/1")},
    ),
    ("SLA18", "RU", {"channels.list": channel("vk", over_10000=False)}),
    ("SLA20", "DE", {"business.legal_notice_link": "cafe.example/impressum"}),
    ("SLA21", "RU", {"business.sector": "none"}),
    ("SLA21", "RU", {"channels.list": channel("max"), "business.sector": "finance"}),
]

SEVERITIES = {
    "SLA01": "fix", "SLA02": "fix", "SLA03": "look", "SLA04": "look", "SLA06": "fix",
    "SLA07": "look", "SLA10": "hint", "SLA11": "look", "SLA12": "look", "SLA13": "look",
    "SLA14": "fix", "SLA16": "fix", "SLA17": "look", "SLA18": "fix", "SLA20": "fix",
    "SLA21": "fix",
}  # fmt: skip
IN_COUNTRIES = {("SLA11", "DE"): "fix"}


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
