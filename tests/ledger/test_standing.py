"""What the first screen keeps of the signatures of a project."""

import datetime as dt

import pytest

from tests.published import ANNA, DAY, ELLA, SIGN_BY, publish, staffed
from wizard.ledger import marking, standing
from wizard.library import projects
from wizard.library.connection import open_library
from wizard.library.projects import Signatures

TODAY = dt.date(2026, 11, 25)


@pytest.fixture
def library():
    with open_library(":memory:") as library:
        yield library


def test_before_the_first_version_nothing_is_kept(library):
    project, _ = staffed(library)
    assert standing.keep(library, project, TODAY) == Signatures()
    assert projects.must_exist(library, project).signatures == Signatures()


def test_the_newest_version_and_who_has_signed_all_of_it(library):
    project, (ella, anna) = staffed(library, ELLA, ANNA)
    publish(library, project, signed=("guide", "crisis-plan"))
    marking.mark(library, project, "signed", [ella], ["guide"], on=DAY, today=TODAY)
    found = Signatures(version=1, version_on=DAY, signers=2, signed=0, sign_on=SIGN_BY)
    assert standing.signatures_of(library, project, TODAY) == found
    marking.mark(library, project, "signed", [ella], ["crisis-plan"], on=DAY, today=TODAY)
    assert standing.signatures_of(library, project, TODAY).signed == 1
    both = ["guide", "crisis-plan"]
    marking.mark(library, project, "signed", [anna], both, on=DAY, today=TODAY)
    kept = Signatures(version=1, version_on=DAY, signers=2, signed=2)
    assert standing.keep(library, project, TODAY) == kept
    assert projects.must_exist(library, project).signatures == kept


def test_a_version_of_a_day_to_come_is_told_as_it_will_stand(library):
    project, _ = staffed(library, ELLA, ANNA)
    later, sign_by = dt.date(2026, 12, 1), dt.date(2026, 12, 10)
    publish(library, project, dated=later, sign_by=sign_by)
    assert standing.signatures_of(library, project, TODAY) == Signatures(
        version=1, version_on=later, signers=2, signed=0, sign_on=sign_by
    )
