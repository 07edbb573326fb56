"""The short path: about fifteen facts that only the owner knows, on four calm pages."""

from dataclasses import dataclass

from wizard import examples
from wizard.i18n import N_
from wizard.interview import places, progress
from wizard.interview.answers import Answers
from wizard.interview.catalogue import catalogue
from wizard.interview.kinds import Json
from wizard.interview.places import Place

CHANNELS = Place("channels", "list")
LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: words marked with ``N_``, and the places that are asked there."""

    id: str
    title: str
    reason: str
    asked: tuple[Place, ...]


def pages(answers: Answers) -> tuple[Page, ...]:
    """The pages for this project, each with those of its questions that apply."""
    return tuple(
        Page(
            page.id,
            page.title,
            page.reason,
            tuple(place for place in page.asked if _is_asked(answers, place)),
        )
        for page in PAGES
    )


def filled_from_example(step: str, answers: Answers) -> bool:
    """Whether nothing is missing in a step of a trade's example, so that a look is enough."""
    if answers.trade == examples.EMPTY:
        return False
    found = progress.of_step(getattr(answers, step), answers)
    return bool(found.asked) and found.given == found.asked


def country_defaults(answers: Answers, before: str) -> dict[Place, Json]:
    """What goes with the country now given and still stands as ``before``, a country, had it."""
    known = catalogue("countries")
    old, new = known.get(before), known.get(answers.business.country)
    changed: dict[Place, Json] = {}
    if new is None:
        return changed
    if not answers.hours.time_zone or (old and answers.hours.time_zone == old.plain("time_zone")):
        changed[Place("hours", "time_zone")] = new.plain("time_zone")
    if old and answers.business.paper == old.plain("paper", "a4"):
        changed[Place("business", "paper")] = new.plain("paper", "a4")
    return changed


def _business(*questions: str) -> tuple[Place, ...]:
    return tuple(Place("business", question) for question in questions)


def _lead(*keys: str) -> tuple[Place, ...]:
    return tuple(Place("crisis_team", "roles", LEAD, key) for key in keys)


PAGES = (
    Page(
        "business",
        N_("Who you are"),
        N_("These facts head every document. Leave empty what you do not know yet."),
        _business("name", "legal_name", "legal_form", "country", "city", "email", "phone"),
    ),
    Page(
        "hours",
        N_("When you are there"),
        N_("Customers plan by your hours, and reply times are counted in them."),
        (Place("hours", "week"), Place("hours", "time_zone")),
    ),
    Page(
        "channels",
        N_("Where customers write"),
        N_("Tick the pages that are really yours and give their addresses."),
        (CHANNELS,),
    ),
    Page(
        "people",
        N_("Who decides"),
        N_("Papers need a signature, and a crisis needs one person who leads."),
        (
            *_business("approver_position", "approver", "valid_from"),
            *_lead("person", "phone", "deputy", "deputy_phone"),
        ),
    ),
)


def _is_asked(answers: Answers, place: Place) -> bool:
    if place.row and places.row_at(answers, place) is None:
        return False
    return places.applies(answers, place)
