"""What a template sees: the printable answers, the document itself, the law, who must sign."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup, escape

from wizard.documents import approving, questionnaire
from wizard.documents.edition import Edition
from wizard.documents.issue import DRAFT, Issue
from wizard.documents.linking import linked
from wizard.documents.page import holdable
from wizard.documents.saying import blank, typed
from wizard.documents.signing import contractors, forms, refusal, sheets
from wizard.documents.templates import Template
from wizard.exercises import report
from wizard.exercises.exercise import exercise
from wizard.interview import answers as interview
from wizard.interview import due, wording
from wizard.interview.answers import Answers
from wizard.interview.catalogue import catalogue
from wizard.interview.people import Member
from wizard.interview.risks import Risk
from wizard.interview.values import Person
from wizard.language import dates
from wizard.paste import kit, telling
from wizard.unanswered import open_questions

ADDRESSES = frozenset({"email", "phone", "website"})
"""What of the owner's values fills a catalogue's text as a link."""
NONE: Mapping[str, str] = {}
DRAFT_LINE = {"en": "Draft of {date}", "ru": "Проект от {date}"}
SOURCE = {
    "en": "Source: {source}, as of {date}.",
    "ru": "Источник: {source}, по состоянию на {date}.",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; a draft has no ``edition``."""

    id: str
    title: str
    language: str
    date: dt.date
    edition: Edition | None
    edition_line: str
    approved: str


@dataclass(slots=True)
class Voice:
    """One document's language, and what fills the catalogue's texts in it."""

    language: str
    answers: Answers
    holders: dict[str, list[Member]] = field(default_factory=dict)
    """Those of the staff who hold a position, by it; filled by :func:`saying.holders`."""
    _fields: dict[str, str] = field(default_factory=dict)
    _staff: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def catalogue_text(self, text: str, own: Mapping[str, str] = NONE) -> Markup:
        """A catalogue's text with its placeholders filled, the owner's values as typed.

        ``own``: what fills those that this text alone has, as markup.
        """
        escaped = _escaped(text)
        if "{" not in escaped:
            return escaped
        fields = {**self._filled(), **own} if own else self._filled()
        return Markup(wording.filled(escaped, fields, blank()))

    def nouns(self) -> Mapping[str, Markup]:
        """The trade's words for place, customers and positions, by case."""
        found = wording.nouns(self.answers.trade, self.language)
        return {name: Markup(escape(word)) for name, word in found.items()}

    def parts_of(self, person: Person) -> tuple[str, str, str]:
        """Surname, given name, patronymic; of one of the staff from the staff list."""
        if not person.staff:
            return person.surname, person.given, person.patronymic
        if not self._staff:
            for member in self.answers.people.list:
                self._staff[member.id] = (
                    member.surname.own or "",
                    member.given.own or "",
                    member.patronymic.own or "",
                )
        return self._staff.get(person.staff, ("", "", ""))

    def _filled(self) -> dict[str, str]:
        if not self._fields:
            self._fields.update(wording.nouns(self.answers.trade, self.language))
            for name, size in wording.BLANKS.items():
                self._fields[name] = str(blank(size))
            for name, value in wording.values(self.answers, self.language).items():
                is_address = value and name in ADDRESSES
                self._fields[name] = str(linked(value, site=True) if is_address else typed(value))
        return self._fields


@lru_cache(maxsize=4096)
def _escaped(text: str) -> Markup:
    return escape(holdable(text))


def variables(
    template: Template,
    given: Answers,
    language: str,
    today: dt.date,
    *,
    every: bool = False,
    issue: Issue = DRAFT,
) -> dict[str, object]:
    """The variables of a template; of the answers given it sees those that are to be printed.

    ``every``: a questionnaire asks the optional questions too. ``issue``: the version printed for.
    """
    edition = issue.editions.get(template.id)
    answers = interview.printable(given)
    voice = Voice(language, answers)
    about = About(
        template.id,
        template.title,
        language,
        today,
        edition,
        edition.line(language)
        if edition
        else DRAFT_LINE[language].format(date=dates.in_text(today, language)),
        template.approved,
    )
    return {
        **{step: getattr(answers, step) for step in STEP_IDS},
        "voice": voice,
        "doc": about,
        "nouns": voice.nouns(),
        "packs": answers.packs,
        "country": answers.business.country,
        "counting": counting(answers),
        "levels": ("critical", "high", "medium", "low"),
        "people": answers.people.list,
        "staff": answers.people,
        "sheets": lambda: sheets(answers, language, issue),
        "forms": lambda: forms(answers, language, issue),
        "norms": lambda: approving.norms(language, issue),
        "refusal": lambda: refusal(answers, language, issue),
        "contractors": contractors(answers, issue),
        "sign_by": issue.sign_by or answers.people.sign_by,
        "changes": issue.changes,
        "pasted": lambda: (kit.pages(answers, language), kit.replies(answers, language)),
        "about": lambda ready: telling.about(ready, language),
        "questionnaire": lambda: questionnaire.sections(
            open_questions(given, every=every), given, language
        ),
        "next_review": due.review_on(answers),
        "last_drill": due.last_drill(answers),
        "next_drill": due.drill_on(answers),
        "exercise": lambda: exercise(answers, language),
        "drill_report": report.newest(answers),
        "ref": _ref(voice),
        "law": _law(voice),
        "clock": _about_personal_data,
    }


STEP_IDS = (
    "business", "hours", "channels", "community", "service", "staff_rules", "security", "risks",
    "crisis_team", "response", "briefing", "drills", "times",
)  # fmt: skip


def counting(answers: Answers) -> str:
    """What all channels' reply times are counted in, ``mixed`` where they differ."""
    found = {channel.reply.counted for channel in answers.channels.list if channel.reply}
    return found.pop() if len(found) == 1 else "mixed" if found else "reply-hours"


def _ref(voice: Voice) -> Callable[[str], Markup]:
    def text_of(ref: str) -> Markup:
        text = wording.referred(ref, voice.language, voice.answers.kept)
        if text is None:
            raise KeyError(ref)
        return voice.catalogue_text(text)

    return text_of


def _law(voice: Voice) -> Callable[[str], Markup]:
    def note(law: str) -> Markup:
        entry = catalogue("law")[law]
        as_of = dates.in_tables(dt.date.fromisoformat(entry.plain("as_of")), voice.language)
        cited = entry.text("cited", voice.language)
        source = SOURCE[voice.language].format(source=cited, date=as_of)
        return Markup(escape(f"{entry.text('text', voice.language)} {source}"))

    return note


def _about_personal_data(risk: Risk) -> bool:
    entry = catalogue("risks").get(risk.id)
    return entry is not None and entry.plain("clock") == "personal-data"
