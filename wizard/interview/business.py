"""The step that asks who the business is and who approves its papers."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from wizard.i18n import N_
from wizard.interview import options
from wizard.interview.ask import Relevant, Step, ask
from wizard.interview.kinds import Choice, Date, Hours, Many, Number, Picture, Somebody, Text, YesNo
from wizard.interview.options import fixed, from_catalogue
from wizard.interview.rows import Row, Rows
from wizard.interview.values import Person, Week, Words

if TYPE_CHECKING:
    from wizard.interview.answers import Answers


def _prints(*numbers: str) -> Relevant:
    def relevant(answers: "Answers", _row: Row | None) -> bool:
        return not answers.registration_numbers.isdisjoint(numbers)

    return relevant


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Row):
    """One place where customers come, or one that works its own hours."""

    name: Words = ask(
        Text(), N_("Name of the place"), why=N_("So that customers know which one you mean.")
    )
    address: Words = ask(Text(), N_("Address"), why=N_("Printed under the hours."))
    phone: Words = ask(Text(), N_("Phone"), why=N_("For customers of this place."))
    week: Week = ask(
        Hours(),
        N_("Own hours"),
        why=N_("Only where they differ from the hours of the business."),
    )


@dataclass(frozen=True, slots=True)
class Business:
    """Answers about the business itself."""

    about: ClassVar = Step(
        "business",
        N_("Your business"),
        N_("Business"),
        N_("These facts head every document and decide which country's customs apply."),
    )

    name: Words = ask(
        Text(),
        N_("Trading name"),
        why=N_("The name your customers know; it heads every page."),
        required=True,
    )
    legal_name: Words = ask(
        Text(),
        N_("Legal name"),
        why=N_("Approval, orders and sheets carry the name of the employer."),
        required=True,
    )
    legal_form: str = ask(
        Choice(from_catalogue("legal_forms")),
        N_("Legal form"),
        why=N_("It decides who signs and which numbers are printed."),
        required=True,
    )
    inn: Words = ask(
        Text(),
        N_("Taxpayer number (INN)"),
        why=N_("Customary on Russian orders and sheets."),
        relevant=_prints("inn"),
    )
    ogrn: Words = ask(
        Text(),
        N_("State registration number (OGRN or OGRNIP)"),
        why=N_("Customary on Russian orders and sheets."),
        relevant=_prints("ogrn", "ogrnip"),
    )
    company_number: Words = ask(
        Text(),
        N_("Company number"),
        why=N_("Identifies the company on formal pages."),
        relevant=_prints("company-number"),
    )
    country: str = ask(
        Choice(options.countries),
        N_("Country"),
        why=N_("It switches customs, hints of law and emergency numbers."),
        required=True,
    )
    other_countries: tuple[str, ...] = ask(
        Many(options.countries),
        N_("Other countries you serve"),
        why=N_("Their rules for customers are checked too."),
    )
    city: Words = ask(
        Text(),
        N_("City"),
        why=N_("Stands on orders and records, and tells pages of the same name apart."),
        required=True,
    )
    locations: tuple[Location, ...] = ask(
        Rows(Location),
        N_("Locations"),
        why=N_("Where customers come; a place may have hours of its own."),
    )
    website: Words = ask(
        Text(), N_("Web site"), why=N_("News go here when a page cannot be reached.")
    )
    email: Words = ask(
        Text(),
        N_("E-mail for customers"),
        why=N_("Complaints and appeals need an address that is read."),
        required=True,
    )
    phone: Words = ask(
        Text(), N_("Phone for customers"), why=N_("For those who would rather call."), required=True
    )
    logo: str = ask(
        Picture(), N_("Logo"), why=N_("Stands beside the title, where the page has colour.")
    )
    accent: Words = ask(
        Text(),
        N_("Accent colour"),
        why=N_("Headings of public pages take it; written like #0f6b5c."),
    )
    letterhead: str = ask(
        Picture(),
        N_("Letterhead (.docx)"),
        why=N_("Your own paper: all documents are printed on it."),
    )
    paper: str = ask(
        Choice(fixed(options.PAPERS)),
        N_("Paper size"),
        why=N_("Letter in North America, A4 elsewhere."),
        default="a4",
    )
    rules_owner: Words = ask(
        Text(),
        N_("Who owns these rules (position)"),
        why=N_("One position keeps them up to date and answers questions about them."),
        required=True,
    )
    approver_position: Words = ask(
        Text(),
        N_("Approved by (position)"),
        why=N_("The position that signs the approval."),
        required=True,
    )
    approver: Person = ask(
        Somebody(),
        N_("Approved by (name)"),
        why=N_("The name beside the signature."),
        required=True,
    )
    approval: str = ask(
        Choice(fixed(options.APPROVALS)),
        N_("How the papers are approved"),
        why=N_("By order, or by signature on the document itself."),
        default="order",
    )
    order_number: Words = ask(
        Text(),
        N_("Number of the order"),
        why=N_("Prints as a blank until it is known."),
        relevant=lambda answers, _row: answers.business.approval == "order",
    )
    order_date: dt.date | None = ask(
        Date(),
        N_("Date of approval"),
        why=N_("Prints as a blank until it is known."),
    )
    valid_from: dt.date | None = ask(
        Date(), N_("Valid from"), why=N_("The day from which the rules apply."), required=True
    )
    review_months: int | None = ask(
        Number(1, 60),
        N_("Review every (months)"),
        why=N_("Rules age; the first screen reminds you in time."),
        default=12,
    )
    languages: tuple[str, ...] = ask(
        Many(fixed(options.DOCUMENT_LANGUAGES)),
        N_("Languages of the documents"),
        why=N_("One project can print both."),
        required=True,
    )
    micro: bool | None = ask(
        YesNo(),
        N_("Are you a micro-enterprise?"),
        why=N_("In Russia such a firm may put these terms into the employment contract instead."),
        relevant=lambda answers, _row: answers.business.country == "RU",
    )
    works_council: bool | None = ask(
        YesNo(),
        N_("Is there a works council?"),
        why=N_("In Germany it may have a say on rules of conduct."),
        relevant=lambda answers, _row: "DE" in answers.packs,
    )
    works_agreement: Words = ask(
        Text(),
        N_("Agreement with the works council (date, number)"),
        why=N_("Printed under the approval."),
        relevant=lambda answers, _row: bool(answers.business.works_council),
    )
    union: bool | None = ask(
        YesNo(),
        N_("Is there a union or an elected body of the staff?"),
        why=N_("Its opinion may have to be asked before the rules are approved."),
        relevant=lambda answers, _row: not answers.packs.isdisjoint({"RU", "UK", "EU"}),
    )
    union_opinion: Words = ask(
        Text(),
        N_("Opinion of the union or elected body (record, date, number)"),
        why=N_("Printed under the approval."),
        relevant=lambda answers, _row: bool(answers.business.union),
    )
    privacy_link: Words = ask(
        Text(),
        N_("Link to the privacy notice"),
        why=N_("Customers see what happens to their data."),
        relevant=lambda answers, _row: not answers.packs.isdisjoint({"RU", "UK", "EU"}),
    )
    legal_notice_link: Words = ask(
        Text(),
        N_("Link to the legal notice (Impressum)"),
        why=N_("German business profiles usually carry one."),
        relevant=lambda answers, _row: "DE" in answers.packs,
    )
    sector: str = ask(
        Choice(fixed(options.SECTORS)),
        N_("Regulated sector"),
        why=N_("Some sectors may not use every messenger."),
        default="none",
    )
