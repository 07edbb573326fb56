"""Addresses in the owner's words: links where they surely are addresses, and the words as typed."""

import re

import pytest
from lxml import etree

from wizard.documents.linking import linked
from wizard.documents.normal import lines
from wizard.documents.saying import typed
from wizard.documents.word.runs import SAFE_LINK


def targets(text, **how):
    return re.findall(r'href="([^"]*)"', linked(text, **how))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://cafe.example/menu?a=1&b=2", "https://cafe.example/menu?a=1&amp;b=2"),
        ("HTTP://cafe.example", ""),
        ("http://cafe.example:8080", "http://cafe.example:8080"),
        ("facebook.com/the.cafe", "https://facebook.com/the.cafe"),
        ("www.cafe.example", "https://www.cafe.example"),
        ("hello@cafe.example", "mailto:hello@cafe.example"),
        ("кофейня.рф/меню", "https://xn--e1aiboc0b6e.xn--p1ai/%D0%BC%D0%B5%D0%BD%D1%8E"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("8 (900) 000-04-01", "tel:89000000401"),
        ("0115 496 0400", "tel:01154960400"),
    ],
)
def test_a_sure_address_is_a_link(text, target):
    assert targets(text) == [target] * bool(target)


@pytest.mark.parametrize(
    "text",
    [
        "@the.cafe",
        "the.cafe",
        "Marigold Rooms, Orchard Gate",
        "999",
        "01.12.2026",
        "2026-12-01 10:00",
        "12345678901234567890",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://a b",
        "https://[::1",
        "a@b",
        "a@b@c.example",
        "-.example/x",
        "",
        "a" * 400 + ".example/",
    ],
)
def test_what_is_no_sure_address_stays_text(text):
    assert targets(text) == []


def test_a_name_with_dots_is_a_site_only_where_a_site_is_asked_for():
    assert targets("cafe.example", site=True) == ["https://cafe.example"]
    assert targets("no site", site=True) == []


def test_addresses_are_found_in_a_sentence_without_its_signs():
    found = targets("Write to (hello@cafe.example), or see https://cafe.example/news.")
    assert found == ["mailto:hello@cafe.example", "https://cafe.example/news"]


def test_two_phones_are_two_links():
    assert targets("0115 496 0430; 0115 496 0431") == ["tel:01154960430", "tel:01154960431"]


@pytest.mark.parametrize(
    "text",
    [
        "  Write to <hello@cafe.example>,\n\tor +44 20 7946 0000; https://a.example/\"x'&y …  ",
        "https://cafe.example/" + "x" * 250,
        "\x00https://cafe.example/\x00",
    ],
)
def test_a_link_changes_no_word(text):
    with_links, plain = (f"<page><p>{one}</p></page>" for one in (linked(text), typed(text)))
    assert lines(with_links) == lines(plain)
    words = ["".join(etree.fromstring(one).itertext()) for one in (with_links, plain)]
    assert words[0] == words[1]


def test_every_target_is_one_that_word_may_follow():
    for text in ("https://a.example/ü[x]{y}|^`", "a.example/%zz", "кофе@кофейня.рф"):
        assert all(SAFE_LINK.match(target) and target.isascii() for target in targets(text))
