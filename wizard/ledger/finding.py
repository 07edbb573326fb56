"""Whom and what somebody means: people by id, by name in any order, by e-mail; documents."""

from collections.abc import Collection, Iterable

from wizard.errors import UserError
from wizard.i18n import N_
from wizard.language import names
from wizard.language.folding import folded
from wizard.ledger.ledger import Ledger
from wizard.library.people import Person

NAMED = 8
"""So many people are named in a message."""


def one(people: Collection[Person], text: str) -> Person:
    """The one person with this id, or whose full name holds these words in any order.

    A whole name goes before a part of one, who works here before who has left. UserError for
    nobody and for several.
    """
    for person in people:
        if person.id == text:
            return person
    words = words_of(text)
    whole = [person for person in people if words_of(person.name) == words]
    found = _here(whole or (_holding(people, words) if words else ()))
    if not found:
        raise UserError(
            N_("Nobody on the staff list is called “{name}”. “people” lists everybody."),
            name=text,
        )
    if len(found) > 1:
        raise UserError(
            N_("“{name}” may be several people: {people}. Name the one you mean by the id."),
            name=text,
            people=told(found),
        )
    return found[0]


def documents(as_of: Ledger, wanted: Iterable[str]) -> tuple[str, ...]:
    """The documents named, all of which are signed; unnamed the only one that is.

    UserError before the first version, for one that is not signed, and for none of several.
    """
    signed = [one.document for one in as_of.documents]
    if not signed:
        raise UserError(N_("No version was published by then. Publish one, or take a later day."))
    found = tuple(dict.fromkeys(wanted))
    for one in found:
        if one not in signed:
            raise not_signed(one, signed)
    if not found and len(signed) > 1:
        raise UserError(
            N_("Say which document is meant. Signed are: {documents}."),
            documents=", ".join(signed),
        )
    return found or tuple(signed)


def not_signed(document: str, signed: Iterable[str]) -> UserError:
    """The sentence for a document that nobody must sign."""
    return UserError(
        N_("“{document}” is not signed. Signed are: {documents}."),
        document=document,
        documents=", ".join(signed),
    )


def told(people: Collection[Person]) -> str:
    """Who they are, each with id, name and position, the first few of many."""
    first = [
        f"{person.id} ({', '.join(filter(None, (person.name, person.position)))})"
        for person in list(people)[:NAMED]
    ]
    return ", ".join(first) + (", …" if len(people) > NAMED else "")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in one order, as they are compared."""
    return tuple(sorted(folded(name).replace(",", " ").split()))


class Directory:
    """Everybody on a staff list by e-mail and by name, for thousands of look-ups.

    Each look-up gives everybody who may be meant: who works here, else who has left.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._emails: dict[str, list[Person]] = {}
        self._names: dict[tuple[str, ...], list[Person]] = {}
        for person in people:
            if person.email:
                self._emails.setdefault(person.email.strip().casefold(), []).append(person)
            # A reply may leave the patronymic out.
            full = words_of(f"{person.surname} {person.given} {person.patronymic}")
            for words in {full, words_of(f"{person.surname} {person.given}")}:
                self._names.setdefault(words, []).append(person)

    def by_email(self, address: str) -> list[Person]:
        """Those whose address this is."""
        return _here(self._emails.get(address.strip().casefold(), ()))

    def by_name(self, name: str) -> list[Person]:
        """Those whose full name this is, its words in any order, with the patronymic or without."""
        words = words_of(name)
        if not words or words in self._names:
            return _here(self._names.get(words, ()))
        parts = names.parts(name)
        shorter = self._names.get(words_of(f"{parts['surname']} {parts['given']}"), ())
        return _here([one for one in shorter if parts["patronymic"] and not one.patronymic])


def _here(people: Collection[Person]) -> list[Person]:
    return [one for one in people if one.left_on is None] or list(people)


def _holding(people: Iterable[Person], words: tuple[str, ...]) -> list[Person]:
    found = []
    for person in people:
        name = folded(person.name)
        if all(word in name for word in words):
            found.append(person)
    return found
