"""Fixed choices of the interview: id to label, labels marked with ``N_``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wizard.i18n import LANGUAGES, N_
from wizard.interview.catalogue import catalogue


def fixed(options: Mapping[str, str]) -> Callable[[], Mapping[str, str]]:
    """A choice whose options never change."""
    return lambda: options


@dataclass(frozen=True, slots=True)
class from_catalogue:  # noqa: N801 - read as a verb beside ``fixed``
    """A choice among the entries of a catalogue; its titles stand in the catalogue itself."""

    name: str

    def __call__(self) -> Mapping[str, str]:
        """The ids of the entries, without labels."""
        return dict.fromkeys(catalogue(self.name), "")


NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def countries() -> Mapping[str, str]:
    """All countries by their two-letter code; Babel knows their names in both languages."""
    from babel.core import Locale

    territories = Locale("en").territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
    }


def time_zones() -> Mapping[str, str]:
    """All time zones by their IANA name; what a computer calls its own is none."""
    from zoneinfo import available_timezones

    return dict.fromkeys(sorted(available_timezones() - {"Factory", "localtime"}), "")


DOCUMENT_LANGUAGES = dict.fromkeys(LANGUAGES, "")
PAPERS = {"a4": N_("A4"), "letter": N_("Letter")}
APPROVALS = {
    "order": N_("By order, with number and date"),
    "signature": N_("By signature on the document"),
}
SECTORS = {
    "none": N_("None of these"),
    "finance": N_("Bank or other financial firm"),
    "telecom": N_("Telecoms"),
    "marketplace": N_("Marketplace"),
    "health": N_("Health care"),
    "education": N_("Education"),
}
GIVES = {
    "offers": N_("Offers"),
    "news": N_("News"),
    "help": N_("Help and support"),
    "orders": N_("Orders"),
    "reviews": N_("Answers to reviews"),
}
REPLIES = {
    "person": N_("A person"),
    "bot": N_("A bot"),
    "bot-person": N_("A bot, then a person"),
}
AGENTS = {
    "own": N_("Our own team"),
    "freelancer": N_("A freelancer"),
    "agency": N_("An agency"),
}
ADDRESS_FORMS = {
    "formal": N_("Formal (Russian: вы)"),
    "friendly": N_("Friendly, on first-name terms (Russian: ты)"),
}
SIGNATURES = {
    "name": N_("With a first name"),
    "position": N_("With the position"),
    "none": N_("Not signed"),
}
LIKELIHOODS = {
    "1": N_("unlikely"),
    "2": N_("possible"),
    "3": N_("likely"),
    "4": N_("almost certain"),
}
IMPACTS = {"1": N_("minor"), "2": N_("moderate"), "3": N_("serious"), "4": N_("severe")}
RISK_LEVELS = {
    "low": N_("low"),
    "medium": N_("medium"),
    "high": N_("high"),
    "critical": N_("critical"),
}
TONES = {
    "victim": N_("We are harmed ourselves: inform and warn"),
    "accident": N_("It was an accident: explain and mend"),
    "preventable": N_("We could have prevented it: apologise and make good"),
}
PERSON_KINDS = {
    "employee": N_("Employee"),
    "trainee": N_("Trainee"),
    "contractor": N_("Contractor"),
    "agency": N_("Agency"),
}
SIGNING = {
    "paper": N_("On paper"),
    "e-mail": N_("By e-mail"),
    "e-hr": N_("In the e-HR system"),
}
SHEET_ORDERS = {
    "surname": N_("By surname"),
    "department": N_("By department, then surname"),
    "location": N_("By location, then surname"),
}
