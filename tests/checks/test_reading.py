"""What is read: sentences, the groups of words in them, and which words are the owner's own."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.typing_in import language_of, typed
from wizard.checks import forms
from wizard.checks.own_words import own_texts
from wizard.checks.reading import MOST_WORDS
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.places import parsed
from wizard.interview.values import Words

LATE = "texts/community.late/text"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("  \n ", []),
        ("One", ["One"]),
        ("One. Two! Three? Four… Five", ["One.", "Two!", "Three?", "Four…", "Five"]),
        ("First; second", ["First;", "second"]),
        ("Line\n\nline\n- point", ["Line", "line", "- point"]),
        ("At 8.30 or cafe.example", ["At 8.30 or cafe.example"]),
        ("Опоздали? Напомните.", ["Опоздали?", "Напомните."]),
        ("Да;\nнет", ["Да;", "нет"]),
    ],
)
def test_a_text_is_read_sentence_by_sentence(text, sentences):
    assert list(forms.sentences(text)) == sentences


@given(st.text(alphabet="aб.!?…; \n"))
def test_no_letter_of_a_text_is_lost_between_its_sentences(text):
    assert "".join("".join(forms.sentences(text)).split()) == "".join(text.split())


WORDS = st.lists(
    st.sampled_from(
        [
            "кот",
            "кота",
            "котами",
            "собака",
            "собаки",
            "дома",
            "домик",
            "a",
            "an",
            "ant",
            "ants",
            "12",
        ]
    ),
    max_size=5,
)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_all_that_may_be_alike_are_near(many, words):
    near = forms.Alike(many).near(words)
    assert near == sorted(set(near))
    for number, other in enumerate(many):
        fewer, more = sorted((set(words), set(other)), key=len)
        if fewer and all(any(forms.is_same_word(one, two) for two in more) for one in fewer):
            assert number in near


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("NO COMMENT", "no-comment"),
        ("no  comment", "no-comment"),
        ("No\u00a0comment", "no-comment"),
        ("We don’t comment", "no-comment"),
        ("We don't comment", "no-comment"),
        ("Комментариев не даём", "no-comment"),
        ("КОММЕНТАРИЕВ НЕ ДАЕМ", "no-comment"),
        ("Пять звёзд", "good-review"),
        ("пять звезд", "good-review"),
        ("негативного отзыва", "review"),
        ("негативными", "review"),
    ],
)
def test_a_word_is_heard_in_any_case_and_form(sentence, group):
    assert group in forms.said(sentence)


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("robots are botanists", "bot"),
        ("работа и забота", "bot"),
        ("инстанция", "meta-service"),
        ("призыв к молодёжи", "reward"),
        ("материал", "abuse"),
        ("feel free to ask", "reward"),
        ("metal", "meta-notice"),
    ],
)
def test_a_word_inside_another_is_not_heard(sentence, group):
    assert group not in forms.said(sentence)


def test_every_group_has_words_that_can_be_found():
    for name, words in forms.groups().items():
        assert words.pattern, name
        assert not words.search(""), name


@given(st.text(max_size=60))
def test_any_sentence_can_be_read(sentence):
    assert forms.said(sentence) <= forms.groups().keys()
    assert forms.normal(forms.normal(sentence)) == forms.normal(sentence)


def own_of(answers, question):
    return own_texts(answers).get(question, ())


def ready(answers, ref=LATE, language="en"):
    return wording.text(Words(ref=ref), language, answers)


def test_a_ready_text_is_nobodys_own(base):
    assert not own_of(base("GB"), "community.late")
    answers = typed(base("GB"), {"community.late": ""})
    assert not own_of(answers, "community.late")


def test_of_an_edited_text_only_what_differs_is_read(base):
    text = ready(base("GB"), "texts/community.private_data/text")
    first, second = forms.sentences(text)
    edited = f"{first} Ask Ruth. {second}"
    raw = {"own": edited, "ref": "texts/community.private_data/text"}
    (own,) = own_of(typed(base("GB"), {"community.private_data": raw}), "community.private_data")
    assert own.sentences == ("Ask Ruth.",)
    assert own.text == edited


@pytest.mark.parametrize("change", [str.upper, lambda text: text.replace(" ", "\u00a0"), str.strip])
def test_another_case_or_space_makes_no_sentence_ones_own(change, base):
    raw = {"own": change(ready(base("GB"))), "ref": LATE}
    (own,) = own_of(typed(base("GB"), {"community.late": raw}), "community.late")
    assert own.sentences == ()


def test_the_ready_sentences_of_either_language_are_left_out(base):
    raw = {"own": ready(base("GB"), language="ru") + " Спросите Рут.", "ref": LATE}
    (own,) = own_of(typed(base("GB"), {"community.late": raw}), "community.late")
    assert own.sentences == ("Спросите Рут.",)


def test_a_ready_sentence_with_an_answer_in_it_is_known(base):
    ref = "texts/community.published/text"
    raw = {"own": ready(base("GB"), ref) + "\nLook there.", "ref": ref}
    (own,) = own_of(typed(base("GB"), {"community.published": raw}), "community.published")
    assert own.sentences == ("Look there.",)


def test_a_second_wording_is_read_by_itself(base):
    both = {"own": "Remind us.", "ru": "Напомните нам."}
    first, second = own_of(typed(base("GB"), {"community.late": both}), "community.late")
    assert (first.language, first.sentences) == ("", ("Remind us.",))
    assert (second.language, second.sentences) == ("ru", ("Напомните нам.",))
    assert first.place == second.place == parsed("community.late")


def test_a_row_knows_its_place_and_its_row(base, with_text):
    answers = with_text(base("GB"), "community.not_tolerated", "Shouting")
    (own,) = own_of(answers, "community.not_tolerated")
    assert str(own.place) == "community.not_tolerated.own-1.text"
    assert own.row.text.own == "Shouting"
    assert own.item is None


def test_a_list_in_a_row_is_told_by_the_row(base):
    actions = [{"id": "1", "text": "Call Ruth"}, {"id": "2", "text": "Lock the door"}]
    answers = typed(base("GB"), {"risks.list.data-leak.actions": actions})
    owns = own_of(answers, "risks.list")
    assert [one.text for one in owns] == ["Call Ruth", "Lock the door"]
    assert {str(one.place) for one in owns} == {"risks.list.data-leak.actions"}
    assert [one.item.id for one in owns] == ["1", "2"]
    assert {one.row.id for one in owns} == {"data-leak"}


def test_the_staff_list_is_read_by_nobody(base):
    answers = typed(base("GB"), {"people.list": [{"surname": "TODO", "given": "[name]"}]})
    assert "people.list" not in own_texts(answers)


def test_an_empty_project_has_no_words_of_its_own():
    assert own_texts(Answers()) == {}


@pytest.mark.parametrize("words", [MOST_WORDS, MOST_WORDS + 1])
@pytest.mark.parametrize("word", ["word", "слово"])
def test_a_sentence_is_long_from_one_word_too_many_on(word, words, base, found):
    text = "Short. " + " ".join([word] * words) + ". Short."
    findings = found(typed(base("GB"), {"community.late": text}), "WRD02")
    assert len(findings) == words - MOST_WORDS
    assert all(str(words) in one.message for one in findings)


def test_the_longest_of_many_long_sentences_is_told(base, found):
    text = " ".join(["a"] * 40) + ". " + " ".join(["b"] * 50) + "."
    (finding,) = found(typed(base("GB"), {"community.late": text}), "WRD02")
    assert "50" in finding.message
    assert "b b b" in finding.message


def test_a_sentence_is_quoted_in_one_line_and_not_at_full_length(base, found):
    text = "If anyone was offended, " + "very " * 30 + "sorry for any inconvenience."
    (finding,) = found(typed(base("GB"), {"response.apology": text}), "WRD01")
    assert "…" in finding.message
    assert len(finding.message) < len(text)


BOTH = {"business.languages": ["en", "ru"]}


def test_words_in_one_language_alone_are_told_once_for_the_other(found):
    raw = {
        **BOTH,
        "community.late": "Please write to us again.",
        "service.tone": "Как дома, но вежливо.",
        "business.locations": [{"id": "1", "name": "The Corner of Mill Street"}],
    }
    english, russian = found(typed(Answers(), raw), "WRD03")
    assert (english.document, russian.document) == ("en", "ru")
    assert english.places == (parsed("service.tone"),)
    assert russian.places == (parsed("community.late"),)
    assert english.key != russian.key


@pytest.mark.parametrize(
    "raw",
    [
        {"community.late": "Please write again, we are sorry."},
        {**BOTH, "community.late": {"own": "Please do write again.", "ru": "Напишите ещё раз."}},
        {**BOTH, "community.late": "Ask Ruth Hale"},
        {**BOTH, "business.legal_name": "The Old Corner Coffee House Ltd"},
        {**BOTH, "community.late": "0113 496 0100 / 0113 496 0101 / 24/7"},
        {**BOTH, "community.late": ""},
        {**BOTH, "community.late": {"ref": LATE}},
    ],
)
def test_names_numbers_and_words_in_both_languages_are_not(raw, found):
    assert not found(typed(Answers(), {"business.languages": ["en"], **raw}), "WRD03")


def test_a_gap_is_told_once_however_often_the_check_looks(base, found):
    (finding,) = found(typed(base("GB"), {"community.late": "Call [name], then [name]."}), "WRD04")
    assert "[name]" in finding.message


@pytest.mark.parametrize("check", ["WRD01", "WRD02", "WRD04"])
def test_second_wordings_are_looked_at_as_well(check, base, found):
    bad = {
        "WRD01": "Извините за доставленные неудобства.",
        "WRD02": "слово " * (MOST_WORDS + 1),
        "WRD04": "Позвоните [имя].",
    }[check]
    raw = {"community.late": {"own": "Write again.", "ru": bad}}
    (finding,) = found(typed(base("GB"), raw), check)
    assert language_of(finding.message) == "ru"


def test_a_text_that_was_switched_off_is_not_read(base, found, with_text):
    answers = with_text(base("GB"), "community.not_tolerated", "Call [name]")
    off = dataclasses.replace(answers.community.not_tolerated[-1], on=False)
    rows = (*answers.community.not_tolerated[:-1], off)
    community = dataclasses.replace(answers.community, not_tolerated=rows)
    assert found(answers, "WRD04")
    assert not found(dataclasses.replace(answers, community=community), "WRD04")


def test_a_pasted_book_is_read_as_far_as_it_can_be_at_once():
    book = "Слово за словом, и ни одной точки " * 3000
    read = forms.sentences(f"{book}. No comment.")
    assert sum(map(len, read)) <= forms.MOST_READ
    assert max(map(len, read)) <= forms.LONGEST
