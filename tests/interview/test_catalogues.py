"""Catalogues are complete: both languages, known placeholders, lists of equal length."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

import pytest

from wizard import examples
from wizard.exercises import lines
from wizard.interview import answers as interview
from wizard.interview import wording
from wizard.interview.ask import questions
from wizard.interview.catalogue import catalogue, read, referred
from wizard.interview.rows import Rows
from wizard.interview.values import Words

LANGUAGES = {"en", "ru"}
CATALOGUES = sorted(
    file.name.removesuffix(".toml")
    for file in (files("resources") / "catalogues").iterdir()
    if file.name.endswith(".toml")
)
READY = {"channel_texts", "ready_replies"}
"""Ready texts are filled from answers alone; their placeholders are tested with them."""
PLATFORMS = [
    "instagram", "facebook", "whatsapp", "telegram", "vk", "odnoklassniki", "max", "viber",
    "x", "tiktok", "youtube", "linkedin", "threads", "bluesky", "mastodon",
    "google-business", "yandex-maps", "2gis", "site-chat", "email", "phone", "own",
]  # fmt: skip

LONGEST_CITED = 160
"""Characters of the line that says where a fact of law or a norm is from."""


def spoken_leaves(value: object, path: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every table of texts by language below ``value``, with the path to it."""
    if isinstance(value, Mapping):
        if value and set(value) <= LANGUAGES:
            yield path, value
        else:
            for key, inner in value.items():
                yield from spoken_leaves(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from spoken_leaves(inner, f"{path}/{place}")


@pytest.mark.parametrize("name", [*CATALOGUES, *examples.trades()])
def test_every_text_stands_in_both_languages(name: str) -> None:
    for path, texts in spoken_leaves({k: v for k, v in read(name).items() if k != "facts"}):
        if path.startswith(("/facts", "/channels")):
            continue
        assert set(texts) == LANGUAGES, path
        english, russian = texts["en"], texts["ru"]
        # A ready text may be shortened more often in one language than in the other.
        if isinstance(english, list) and not path.startswith("/words") and name not in READY:
            assert len(english) == len(russian), path


@pytest.mark.parametrize("name", [one for one in CATALOGUES if one not in READY])
@pytest.mark.parametrize("trade", examples.trades())
def test_every_placeholder_can_be_filled_in_every_trade(name: str, trade: str) -> None:
    for path, texts in spoken_leaves(read(name)):
        for language, text in texts.items():
            known = {*wording.nouns(trade, language), *wording.BLANKS, *wording.FROM_ANSWERS}
            known |= lines.FIELDS if name in {lines.WRITTEN, lines.TURNS} else set()
            for line in text if isinstance(text, list) else [text]:
                found = set(re.findall(r"{(\w*)}", str(line)))
                assert found <= known, f"{name}{path} ({language})"
                assert str(line).count("{") == len(re.findall(r"{\w+}", str(line))), path


def test_the_platforms_that_a_small_business_may_use_are_known() -> None:
    assert set(PLATFORMS) <= set(catalogue("platforms"))


def test_every_known_limit_says_where_it_was_read_and_when() -> None:
    for platform in catalogue("platforms").values():
        for limit in platform.fields.get("limits", []):
            if "characters" in limit:
                assert limit["source"], platform.id
                assert limit["checked_on"], platform.id


def test_there_are_at_least_twenty_risks_with_all_that_a_sheet_needs() -> None:
    risks = catalogue("risks")
    assert len(risks) >= 20
    for risk in risks.values():
        assert {"title", "signs", "actor", "actions", "statement", "over"} <= set(risk.fields)
        assert len(risk.texts("actions", "en")) >= 3
        assert 1 <= (risk.number("likelihood") or 0) <= 4 >= (risk.number("impact") or 9)


def test_law_is_printed_only_where_it_was_verified_and_with_its_date() -> None:
    for law in catalogue("law").values():
        assert law.plain("status") in {"V1", "V2"}, law.id
        assert law.plain("source"), law.id
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", law.plain("as_of")), law.id


@pytest.mark.parametrize("name", ["law", "norms"])
def test_law_and_norms_are_cited_in_one_short_line_in_each_language(name: str) -> None:
    for entry in catalogue(name).values():
        assert entry.plain("source"), entry.id
        english, russian = entry.text("cited", "en"), entry.text("cited", "ru")
        for line in (english, russian):
            assert line == " ".join(line.split()), entry.id
            assert 0 < len(line) <= LONGEST_CITED, f"{entry.id}: {len(line)}"
        assert re.search("[А-Яа-яЁё]", russian), entry.id
        assert not re.search("[А-Яа-яЁё]", english), entry.id


@pytest.mark.parametrize("trade", examples.trades())
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_reference_of_an_example_leads_somewhere(trade: str, language: str) -> None:
    given = interview.read(trade, examples.with_facts(trade, language=language))
    for step in interview.STEPS:
        for path, words in texts_of(getattr(given, step.about.id), step.about.id):
            if words.ref:
                assert referred(words.ref, "en") is not None, f"{path}: {words.ref}"
                assert referred(words.ref, "ru") is not None, f"{path}: {words.ref}"


def texts_of(record: object, path: str) -> Iterator[tuple[str, Words]]:
    for question in questions(type(record)):
        value = getattr(record, question.id)
        if isinstance(value, Words):
            yield f"{path}.{question.id}", value
        elif isinstance(question.kind, Rows):
            for row in value:
                yield from texts_of(row, f"{path}.{question.id}.{row.id}")


@pytest.mark.parametrize("trade", [one for one in examples.trades() if one != examples.EMPTY])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_example_with_facts_leaves_no_required_question_open(trade: str, language: str) -> None:
    from wizard.interview import progress

    stored = examples.with_facts(trade, language=language)
    for step in interview.STEPS:
        assert not interview.read_step(step, stored[step.about.id])[1], step.about.id
    given = interview.read(trade, stored)
    found = progress.of_project(given)
    assert found.given == found.asked


def test_the_cafe_carries_the_nine_and_the_six_rules_of_the_article() -> None:
    given = interview.read("cafe", examples.start("cafe", language="ru"))
    assert len(given.staff_rules.do) == 9
    assert len(given.staff_rules.dont) == 6


def test_a_new_project_starts_with_texts_but_without_facts() -> None:
    for trade in examples.trades():
        given = interview.read(trade, examples.start(trade, language="ru"))
        business = given.business
        for fact in (business.name, business.email, business.phone, business.order_number):
            assert not fact
        assert not given.people.list
        assert not any(role.person or role.phone for role in given.crisis_team.roles)
        assert not any(channel.address for channel in given.channels.list)


def test_a_russian_example_uses_no_network_on_which_advertising_is_banned() -> None:
    for trade in examples.trades():
        given = interview.read(trade, examples.start(trade, language="ru"))
        assert not {"instagram", "facebook"} & {row.platform for row in given.channels.list}
