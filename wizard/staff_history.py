"""What happened to the people of the staff list, one by one, and how it is taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace

from wizard import reviewing
from wizard.i18n import N_, translate
from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.ask import questions
from wizard.interview.people import Member
from wizard.language import dates
from wizard.library import journal, people
from wizard.library.journal import Change
from wizard.library.people import Person
from wizard.session import Session
from wizard.staff import member_of

ADDED, REMOVED = N_("Added to the list"), N_("Taken off the list")
LEFT = N_("Marked as left")


@dataclass(frozen=True, slots=True)
class Told:
    """The whole name of a person, and what happened: came, went, or what stood there before."""

    name: str
    value: str


def is_of_staff(change: Change) -> bool:
    """Whether the change is one of a person of the staff list."""
    return change.step == journal.PEOPLE and not change.field


def told(change: Change, session: Session, language: str) -> Told | None:
    """The change in words; None where it is undone already or another version wrote it."""
    old, new = _states(change)
    one = old or new
    readable = (old, new).count(None) == (change.old, change.new).count(None)
    if one is None or not readable or taken_back(change, session.people) == session.people:
        return None
    if old is None or new is None:
        value = translate(ADDED if old is None else REMOVED, language)
    else:
        value = "; ".join(_differences(old, new, session.answers, language))
    name = summaries.member_name(member_of(one), language)
    return Told(name or translate(N_("without a name"), language), value)


def taken_back(change: Change, now: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people who are there ``now`` without this change: it touches one person alone.

    Of a person who changed only what this change did is undone; who is gone stays gone then.
    """
    old, new = _states(change)
    there = any(one.id == change.row for one in now)
    if old is None:
        return tuple(one for one in now if new is None or one.id != change.row)
    if new is None:
        return now if there else (*now, old)
    before = {name: getattr(old, name) for name in _differing(old, new)}
    return tuple(replace(one, **before) if one.id == change.row else one for one in now)


def _states(change: Change) -> tuple[Person | None, Person | None]:
    """Who the person was by what is lost, and who came instead."""
    old, new = people.from_json(change.old), people.from_json(change.new)
    return (new, old) if change.note == "overtaken" else (old, new)


def _differing(old: Person, new: Person) -> Iterator[str]:
    for field in fields(Person):
        if getattr(old, field.name) != getattr(new, field.name):
            yield field.name


def _differences(old: Person, new: Person, answers: Answers, language: str) -> Iterator[str]:
    before, after = member_of(old), member_of(new)
    for question in questions(Member):
        was = getattr(before, question.id)
        if was != getattr(after, question.id):
            words = reviewing.in_words(question, was, answers, language)
            label = translate(question.label, language)
            yield f"{label}: {words or translate(N_('was empty'), language)}"
    if old.left_on != new.left_on:
        if old.left_on is None:
            yield translate(LEFT, language)
        else:
            day = dates.in_tables(old.left_on, language)
            yield translate(N_("Left on {date}"), language).format(date=day)
