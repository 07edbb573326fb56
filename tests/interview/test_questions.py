"""Every question is described, typed and translated; ids are unique."""

import gettext
from collections.abc import Iterator
from importlib.resources import files
from io import BytesIO

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from wizard import paths
from wizard.interview import answers as interview
from wizard.interview.ask import Question, questions
from wizard.interview.kinds import Choice, Json, Many, Misfit
from wizard.interview.rows import Rows


def records() -> Iterator[type]:
    """Every step, and every kind of row that can stand in one."""
    waiting: list[type] = list(interview.STEPS)
    while waiting:
        record = waiting.pop()
        yield record
        waiting += [one.kind.record for one in questions(record) if isinstance(one.kind, Rows)]


ALL = [
    pytest.param(question, id=f"{record.__name__}.{question.id}")
    for record in dict.fromkeys(records())
    for question in questions(record)
]


@pytest.fixture(scope="module")
def russian() -> gettext.NullTranslations:
    source = files("resources") / "translations/ru/LC_MESSAGES/policy-wizard.po"
    with source.open("rb") as stream:
        catalogue = read_po(stream)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def test_the_steps_come_in_the_order_of_the_interview() -> None:
    assert [step.about.id for step in interview.STEPS] == [
        "business", "hours", "channels", "community", "service", "staff_rules", "security",
        "people", "risks", "crisis_team", "response", "own_words",
        "channel_texts", "briefing", "drills", "times",
    ]  # fmt: skip


@pytest.mark.parametrize("question", ALL)
def test_a_question_has_a_label_and_says_why_it_is_asked(question: Question[object]) -> None:
    assert question.label
    assert question.why.endswith((".", "?"))


@pytest.mark.parametrize("question", ALL)
def test_a_default_survives_being_stored_and_read(question: Question[object]) -> None:
    assert question.kind.clean(question.kind.dump(question.default)) == question.default


@pytest.mark.parametrize("question", ALL)
def test_what_does_not_fit_is_said_in_a_sentence(question: Question[object]) -> None:
    nonsense: Json = 3.5 if not isinstance(question.kind, Choice) else "no such option"
    with pytest.raises(Misfit) as raised:
        question.kind.clean(nonsense)
    assert raised.value.message.endswith((".", "}."))


@pytest.mark.parametrize("question", ALL)
def test_the_options_of_a_choice_have_ids_without_spaces(question: Question[object]) -> None:
    if isinstance(question.kind, Choice | Many):
        options = question.kind.options()
        assert options
        assert not any(" " in option for option in options)


def test_every_message_of_the_program_is_translated(russian: gettext.NullTranslations) -> None:
    keywords = {"N_": None, "_": None}
    root = paths.templates().parent
    missing = [
        message
        for folder in ("wizard", "ui")
        for _, _, message, _, _ in extract_from_dir(str(root / folder), keywords=keywords)
        if isinstance(message, str) and message and russian.gettext(message) == message
        and any(letter.isalpha() for letter in message) and message not in SAME_IN_RUSSIAN
    ]  # fmt: skip
    assert not missing


SAME_IN_RUSSIAN = {"A4", "Letter"}


def test_a_bad_value_spoils_no_neighbour() -> None:
    stored: dict[str, Json] = {"valid_from": "31 February", "city": "Leeds", "unknown": 1}
    step, misfits = interview.read_step(interview.Business, stored)
    assert isinstance(step, interview.Business)
    assert step.city.own == "Leeds"
    assert step.valid_from is None
    assert list(misfits) == ["valid_from"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (["08:00-13:00", "14:00-20:00"], ["08:00-13:00", "14:00-20:00"]),
        (["18:00-02:00"], ["18:00-02:00"]),
        (["14:00-20:00", "08:00-13:00"], ["08:00-13:00", "14:00-20:00"]),
        (["00:00-24:00"], ["00:00-24:00"]),
    ],
)
def test_weekly_hours_are_read_and_written(day: list[Json], said: list[str]) -> None:
    from wizard.interview.kinds import Hours

    assert Hours().dump(Hours().clean({"mon": day}))["mon"] == said  # type: ignore[index,call-overload]


@pytest.mark.parametrize("day", ["8-20", ["25:00-26:00"], ["08:00-12:00", "11:00-13:00"], [8]])
def test_weekly_hours_that_make_no_sense_are_refused(day: Json) -> None:
    from wizard.interview.kinds import Hours

    with pytest.raises(Misfit):
        Hours().clean({"mon": day})


def test_hidden_answers_are_kept_but_not_printed() -> None:
    stored: dict[str, dict[str, Json]] = {
        "business": {"country": "GB", "inn": "123"},
        "channels": {
            "list": [
                {"id": "a", "on": False},
                {"id": "b", "replies": "person", "reach_person": "x"},
            ]
        },
    }
    given = interview.read("cafe", stored)
    printed = interview.printable(given)
    assert given.business.inn.own == "123"
    assert not printed.business.inn
    assert [row.id for row in printed.channels.list] == ["b"]
    assert not printed.channels.list[0].reach_person
