"""Which risk is rehearsed, and which script is written for it."""

from wizard.errors import UserError
from wizard.exercises.lines import scripts
from wizard.i18n import LANGUAGES, N_
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.ask import with_answers
from wizard.interview.catalogue import catalogue
from wizard.interview.risks import Risk

OWN = "own"
"""The script for a risk that no catalogue knows."""


def chosen(given: Answers) -> Risk | None:
    """The risk to be rehearsed; the first of the highest ones where none is chosen."""
    risks = [risk for risk in given.risks.list if risk.on]
    named = next((risk for risk in risks if risk.id == given.drills.risk), None)
    return named or highest(given)


def highest(given: Answers) -> Risk | None:
    """The risk with the highest score, the first of equal ones; None where there is none."""
    risks = (risk for risk in given.risks.list if risk.on)
    return max(risks, key=lambda risk: risk.score, default=None)


def script_of(risk: Risk | None) -> str:
    """The script that is written for a risk; a copy of a catalogue's risk has its original's."""
    if risk is None:
        return OWN
    referred = risk.title.ref.partition("/")[2].partition("/")[0]
    entry = referred if risk.title.untouched else risk.id
    return entry if entry in catalogue("risks") and entry in scripts() else OWN


def with_risk(answers: Answers, ref: str | None) -> Answers:
    """The answers with the risk of this id or title to be rehearsed; unchanged for None.

    UserError where no risk that is used is called so.
    """
    if ref is None:
        return answers
    risks = [risk for risk in answers.risks.list if risk.on]
    titles = {
        str(risk.id): [wording.text(risk.title, one, answers) for one in LANGUAGES]
        for risk in risks
    }
    wanted = ref.strip().casefold()
    for risk, called in titles.items():
        if wanted == risk.casefold() or wanted in {one.casefold() for one in called}:
            return with_answers(answers, {"drills": with_answers(answers.drills, {"risk": risk})})
    raise UserError(
        N_("There is no risk “{risk}”. Take one of: {risks}."), risk=ref, risks=", ".join(titles)
    )
