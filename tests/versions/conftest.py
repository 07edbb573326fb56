"""What every test of versions stands on: a café in a library, its answers, and publishing it."""

import datetime as dt

import pytest

from wizard import saving, starting
from wizard.library.connection import new_in_memory
from wizard.versions import proposing, publishing, reopening

DAY = dt.date(2026, 12, 1)


class Project:
    """A project with its library, for one test."""

    def __init__(self, library, trade, language):
        self.library = library
        self.project = starting.create(
            library, "Corner", example=trade, language=language, facts=True
        )

    @property
    def session(self):
        return saving.opened(self.library, self.project)

    @property
    def answers(self):
        return self.session.answers

    def give(self, place, raw):
        session = self.session
        assert session.give(place, raw) is None
        saving.save_session(self.library, session)

    def propose(self, day=DAY):
        last = reopening.reopen_latest(self.library, self.project.id)
        return proposing.propose(self.answers, last, day), last

    def publish(self, note="Changed", day=DAY, minor=None, sign_by=None):
        proposal, last = self.propose(day)
        return publishing.publish(
            self.library, self.session, proposal, last,
            note=note, today=day, minor=minor, sign_by=sign_by,
        )  # fmt: skip

    def reopen(self, number):
        return reopening.reopen(self.library, self.project.id, number)


@pytest.fixture
def published():
    """``published("ru")``: a café whose first version is published."""
    libraries = []

    def made(language="en", trade="cafe", day=DAY):
        library = new_in_memory()
        libraries.append(library)
        found = Project(library, trade, language)
        found.publish("First version", day)
        return found

    yield made
    for library in libraries:
        library.close()
