"""What the documents still lack: required answers that are not given."""

from collections.abc import Iterator

from wizard import unanswered
from wizard.checks.case import Case, first_of
from wizard.checks.finding import Hit
from wizard.i18n import translate
from wizard.interview.places import Place

INCOMPLETE = "CMP01"
"""The check that comes after all others: it tells what is missing and is not told by them."""
MOST_NAMED = 4
QUOTES = {"en": ("“", "”"), "ru": ("«", "»")}


def incomplete(case: Case, told: frozenset[Place]) -> Iterator[Hit]:
    """Each document that prints blanks where answers are required, but for those told already."""
    if not case.documents:
        return
    missing = [
        one
        for one in unanswered.open_questions(case.answers)
        if one.question.required and one.place not in told
    ]
    for document, printed in case.documents.items():
        found = [
            one for one in missing if (one.place.step, one.place.question) in printed.questions
        ]
        if not found:
            continue
        labels = dict.fromkeys(translate(one.question.label, case.language) for one in found)
        opening, closing = QUOTES[case.language]
        named = first_of([f"{opening}{label}{closing}" for label in labels], MOST_NAMED)
        yield Hit(
            tuple(one.place for one in found),
            {
                "document": printed.title,
                "count": str(len(found)),
                "named": named,
            },
            absent=True,
            document=document,
        )
