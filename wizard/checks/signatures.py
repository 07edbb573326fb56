"""Whether the papers can be signed as the answers have it."""

from collections.abc import Iterator

from wizard.checks.case import Case, first_of
from wizard.checks.finding import Hit
from wizard.interview.people import EMPLOYED
from wizard.interview.places import Place
from wizard.language import dates

STAFF, SIGN_BY = Place("people", "list"), Place("people", "sign_by")
MOST_NAMED = 3


def nameless(case: Case) -> Iterator[Hit]:
    """People on the staff list without a name, whose signature would say nothing."""
    count = sum(not (one.surname or one.given) for one in case.answers.people.list)
    if count:
        yield Hit((STAFF,), {"count": str(count)}, evidence=str(count))


def electronic(case: Case) -> Iterator[Hit]:
    """People who are to sign by e-mail or in a system."""
    count = sum(one.signs in {"e-mail", "e-hr"} for one in case.answers.people.list)
    if count:
        yield Hit((STAFF,), {"count": str(count)}, evidence="electronic")


def awaited(case: Case) -> Iterator[Hit]:
    """Signatures of the newest version that are not there yet."""
    if case.unsigned:
        yield Hit((STAFF,), {"count": str(case.unsigned)}, evidence="awaited")


def after_the_contract(case: Case) -> Iterator[Hit]:
    """People who are still to begin, and would sign after that day."""
    until = case.answers.people.sign_by
    if until is None:
        return
    late = [
        one
        for one in case.answers.people.list
        if one.start_date and case.today <= one.start_date < until and one.kind in EMPLOYED
    ]
    if late:
        names = [case.title(one) for one in late]
        yield Hit(
            (SIGN_BY,),
            {
                "rows": first_of(names, MOST_NAMED),
                "date": dates.in_text(until, case.language),
            },
            evidence=" ".join(sorted(one.id for one in late)),
        )
