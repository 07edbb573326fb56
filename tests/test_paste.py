"""The promise cut for the pages themselves: inside each limit, and with what has to stand there."""

import dataclasses
import re

import pytest

from wizard import examples
from wizard.interview import answers as interview
from wizard.interview.catalogue import catalogue, read
from wizard.interview.channel_texts import ChannelText, ChannelTexts, row_id
from wizard.interview.channels import Channel
from wizard.interview.values import Duration, Words
from wizard.interview.wording import PLACEHOLDER
from wizard.paste import counting, cutting, kit
from wizard.paste.cutting import Sentence
from wizard.paste.fields import fields_of
from wizard.paste.values import Known

LANGUAGES = ("en", "ru")
TRADES = [one for one in examples.trades() if one != examples.EMPTY]
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
HOUR = Duration(1, "hours", "reply-hours")


def example(trade, language):
    return interview.read(trade, examples.with_facts(trade, language=language))


def with_channels(answers, *channels, **business):
    channels = dataclasses.replace(answers.channels, list=channels)
    facts = dataclasses.replace(answers.business, **business)
    return dataclasses.replace(answers, channels=channels, business=facts)


def channel(platform, **more):
    words = {name: Words(own=more.pop(name)) for name in ("registry_link",) if name in more}
    known = {
        "gives": ("news", "offers", "help"),
        "reply": HOUR,
        "reach_person": Words(own="0 then #"),
    }
    return Channel(
        id=platform, platform=platform, address=Words(own=f"@{platform}.example"),
        **{**known, **more, **words},
    )  # fmt: skip


def texts_of(answers, language):
    return {one.id: one for page in kit.pages(answers, language) for one in page.texts}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_every_text_of_every_example_is_inside_its_limit(trade, language):
    answers = example(trade, language)
    found = kit.pages(answers, language)
    assert [page.title for page in found]
    for page in found:
        for one in page.texts:
            assert one.text.strip(), one.id
            assert one.field.fits(one.text), (one.id, one.length)
            assert one.field.has_room(one.text), (one.id, one.length)
            assert not re.search(r"[{}]|____", one.text), one.id
            assert not one.is_own


@pytest.mark.parametrize("replies", ["person", "bot", "bot-person"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_every_platform_takes_its_texts_whoever_answers(trade, language, replies):
    answers = with_channels(
        example(trade, language),
        *(channel(name, replies=replies) for name in catalogue("platforms") if name != "own"),
    )
    found = texts_of(answers, language)
    assert {one.partition(".")[0] for one in found} == set(catalogue("platforms")) - {"own"}
    for one in found.values():
        assert one.field.has_room(one.text), (one.id, one.length, one.text)
    greetings = [one for one in found.values() if one.kind == "greeting"]
    assert bool(greetings) == (replies != "person")
    assert all({"en": " bot", "ru": "чат-бот"}[language] in one.text for one in greetings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_what_matters_most_is_never_cut(trade, language):
    for one in texts_of(example(trade, language), language).values():
        if one.kind in {"bio", "description", "pinned"}:
            said = one.text.replace("\N{NO-BREAK SPACE}", " ")
            assert any(word in said for word in ("repl", "Repl", "bot", "твет", "бот")), said
            assert any(digit in said for digit in "123456789"), said


def test_a_project_without_facts_says_nothing_that_it_does_not_know():
    for trade in examples.trades():
        answers = interview.read(trade, examples.start(trade, language="en"))
        for one in [*texts_of(answers, "en").values(), *kit.replies(answers, "en")]:
            assert "____" not in one.text
            assert ".example" not in one.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_register_is_named_where_a_page_has_to_show_it(language):
    link = "https://gosuslugi.example/rkn/0000000000"
    page = channel("tiktok", over_10000=True, registry_link=link)
    answers = with_channels(example("cafe", "ru"), page, country="RU")
    (text,) = texts_of(answers, language).values()
    assert link in text.text
    assert text.field.fits(text.text)
    assert not text.is_waiting


def test_room_is_left_for_a_register_link_that_is_still_to_come():
    plain, waiting = (channel("telegram", over_10000=over) for over in (False, True))
    answers = example("cafe", "ru")
    (without,) = (
        one for one in texts_of(with_channels(answers, plain), "ru").values() if one.kind == "bio"
    )
    found = texts_of(with_channels(answers, waiting), "ru").values()
    (kept,) = (one for one in found if one.field.name == "description")
    assert kept.is_waiting
    assert kept.length + 60 <= kept.field.kept_to
    assert not without.is_waiting


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_german_page_links_its_legal_notice_under_the_usual_word(language):
    answers = with_channels(
        example("shop", language),
        channel("instagram"), channel("x"), channel("google-business"),
        country="DE", legal_notice_link=Words(own="shop.example/impressum"),
    )  # fmt: skip
    for one in texts_of(answers, language).values():
        wanted = one.kind in {"bio", "description", "pinned"} and "links" in one.field.takes
        assert ("Impressum: shop.example/impressum" in one.text) == wanted, one.id


def test_where_russian_rules_ask_for_it_a_notice_stands_below_the_name():
    pages = channel("vk"), channel("instagram")
    (pinned,) = (
        one
        for one in texts_of(with_channels(example("cafe", "ru"), *pages), "ru").values()
        if one.id.startswith("vk.pinned")
    )
    assert "Instagram*" in pinned.text
    assert "* Принадлежит Meta" in pinned.text
    abroad = texts_of(with_channels(example("cafe", "en"), *pages), "en")
    assert not any("Meta" in one.text for one in abroad.values())


def test_where_advertising_is_restricted_a_text_names_no_offers():
    answers = with_channels(example("cafe", "ru"), channel("telegram"), channel("vk"))
    pinned = {one.id: one.text for one in texts_of(answers, "ru").values() if one.kind == "pinned"}
    assert "акции" in pinned["vk.pinned.ru"]
    assert "акции" not in pinned["telegram.message.ru"]
    abroad = with_channels(example("cafe", "en"), channel("telegram"))
    assert "offers" in texts_of(abroad, "en")["telegram.message.en"].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_google_gets_neither_links_nor_phones_nor_offers(language):
    answers = with_channels(example("cafe", language), channel("google-business"))
    (text,) = texts_of(answers, language).values()
    for refused in (".example", answers.business.phone.own, "ffers", "кции"):
        assert refused not in text.text


def test_the_owners_wording_stays_and_the_other_language_is_left_alone():
    answers = example("cafe", "en")
    row = row_id(answers.channels.list[0].id, "bio", "en")
    own = ChannelText(id=row, text=Words(own="Ask us anything " * 20))
    changed = dataclasses.replace(answers, channel_texts=ChannelTexts(texts=(own,)))
    text, before = texts_of(changed, "en")[row], texts_of(answers, "en")[row]
    assert text.is_own
    assert text.text == own.text.own
    assert text.offered == before.text
    assert text.field.over(text.text) == len(own.text.own) - 150
    assert not any(one.is_own for one in texts_of(changed, "ru").values())
    emptied = dataclasses.replace(own, text=Words(own=" "))
    back = dataclasses.replace(answers, channel_texts=ChannelTexts(texts=(emptied,)))
    assert texts_of(back, "en")[row].text == before.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("trade", TRADES)
def test_a_reply_quotes_each_point_by_the_number_on_the_public_page(trade, language):
    answers = example(trade, language)
    rules = [one for one in answers.community.not_tolerated if one.on]
    found = [one for one in kit.replies(answers, language) if one.kind.startswith("rule-")]
    assert [one.kind for one in found] == [f"rule-{row.id}" for row in rules]
    for number, one in enumerate(found, start=1):
        word = {"en": "point", "ru": "пункт"}[language]
        assert f"{word} {number} " in one.text
    others = {one.kind for one in kit.replies(answers, language)}
    assert {"unhappy-fault", "unhappy-unclear", "late", "objection"} <= others


def test_a_family_is_one_character_where_graphemes_count():
    assert counting.length(FAMILY, "code-points") == 5
    assert counting.length(FAMILY, "graphemes") == 1
    page = channel("bluesky")
    (bio,) = (
        one
        for one in texts_of(with_channels(example("cafe", "en"), page), "en").values()
        if one.kind == "bio"
    )
    assert bio.field.fits(FAMILY * 100)
    assert not bio.field.fits(FAMILY * 200), "2,560 bytes are the most"
    assert bio.field.over(FAMILY * 300) == 44


def test_what_is_at_the_core_is_shortened_before_it_is_left_out():
    said = [
        Sentence(1, ("We reply within 1 hour", "1 hour")),
        Sentence(2, ("Monday to Friday", "Mon–Fri")),
        Sentence(9, ("and more",)),
        Sentence(0, ("Notice",)),
    ]

    def cut(room):
        return cutting.cut(said, " · ", lambda text: len(text) <= room)

    assert cut(100) == "We reply within 1 hour · Monday to Friday · and more · Notice"
    assert cut(41) == "We reply within 1 hour · Mon–Fri · Notice"
    assert cut(25) == "1 hour · Mon–Fri · Notice"
    assert cut(15) == "1 hour · Notice"
    assert cut(3) == "Notice"


@pytest.mark.parametrize("name", ["channel_texts", "ready_replies"])
def test_every_placeholder_of_a_ready_text_is_one_that_can_be_known(name):
    answers = example("cafe", "en")
    (channel, *_), known = answers.channels.list, Known(answers, "en")
    values = known.of_channel(channel, next(fields_of(channel, "en")))
    asked = set(PLACEHOLDER.findall(str(read(name))))
    assert asked <= {*values, "number", "rule", "again", "where"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_health_care_no_reply_says_who_has_been_there(language):
    found = {one.kind: one.text for one in kit.replies(example("clinic", language), language)}
    assert found["unhappy-fault"] != found["unhappy-unclear"]
    for moment in ("unhappy-fault", "unhappy-ask"):
        assert {"en": "In public", "ru": "Публично"}[language] in found[moment]
        assert "[" not in found[moment].partition("\n")[0]
    others = {one.kind: one.text for one in kit.replies(example("cafe", language), language)}
    assert others["unhappy-fault"].startswith("[")
