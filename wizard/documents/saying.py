"""How answers are said in a template: the filters, and what happens to every ``{{ value }}``.

A value that the owner typed is wrapped in ``<v>``, inside which white space is kept; one that is
missing becomes the blank; a catalogue's text is ours and is typeset with the rest of the page.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from wizard.documents import cards, linking
from wizard.documents.page import holdable
from wizard.documents.references import anchor
from wizard.i18n import translate
from wizard.interview import options, wording
from wizard.interview.catalogue import catalogue
from wizard.interview.rows import RowId
from wizard.interview.values import Duration, Person, Week, Words
from wizard.language import dates, durations, names, weeks

if TYPE_CHECKING:
    from wizard.documents.context import Voice
    from wizard.documents.edition import Edition
    from wizard.exercises.lines import Line
    from wizard.interview.channels import Channel
    from wizard.interview.hours import ClosedDays
    from wizard.interview.people import Member
    from wizard.interview.rows import Item

SEARCHED = 500
"""So many of the staff are searched for who holds a position."""
LABELS: Mapping[str, Mapping[str, str]] = {
    "gives": options.GIVES,
    "replies": options.REPLIES,
    "agent": options.AGENTS,
    "address_form": options.ADDRESS_FORMS,
    "signed": options.SIGNATURES,
    "likelihood": options.LIKELIHOODS,
    "impact": options.IMPACTS,
    "tone": options.TONES,
    "kind": options.PERSON_KINDS,
}


@pass_context
def finalize(context: Context, value: object) -> Markup:
    """What every value becomes before it reaches the page."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, RowId):
        return Markup(value)
    if isinstance(value, Words):
        return said(context, value)
    if isinstance(value, str):
        return typed(value)
    if value is None:
        return blank()
    return Markup(escape(str(value)))


@lru_cache(maxsize=64)
def blank(size: int = 20) -> Markup:
    """A ruled blank of about so many letters."""
    return Markup(f'<blank size="{size}"/>')


def typed(text: str, size: int = 20) -> Markup:
    """The owner's words as typed, or the blank."""
    if not text:
        return blank(size)
    return Markup(f"<v>{escape(holdable(text))}</v>")


@pass_context
def said(context: Context, words: Words, size: int = 20) -> Markup:
    """A text in the document's language; ``size`` is the length of its blank."""
    voice = _voice(context)
    text, from_catalogue = wording.raw_text(words, voice.language, voice.answers.kept)
    return voice.catalogue_text(text) if from_catalogue else typed(text, size)


@pass_context
def linked(context: Context, words: Words, size: int = 20, *, site: bool = False) -> Markup:
    """As :func:`said`, with links to the addresses in the owner's words; see ``linking``."""
    voice = _voice(context)
    text, from_catalogue = wording.raw_text(words, voice.language, voice.answers.kept)
    if from_catalogue or not text:
        return said(context, words, size)
    return linking.linked(text, site=site)


@pass_context
def plain(context: Context, words: Words) -> str:
    """The text as a string for a test in a template; empty where nothing is said."""
    voice = _voice(context)
    return wording.raw_text(words, voice.language, voice.answers.kept)[0]


@pass_context
def cap(context: Context, words: Words | str) -> Markup:
    """The text with a capital first letter where it is a catalogue's; the owner's stays."""
    text = said(context, words) if isinstance(words, Words) else Markup(escape(words))
    if text[:1] == "<":
        return text
    return Markup(text[:1].upper() + text[1:])


@pass_context
def length(context: Context, duration: Duration | None) -> Markup:
    """«1 час», "30 minutes"; the blank where none is given."""
    if duration is None:
        return blank(12)
    return Markup(escape(durations.length(duration, _voice(context).language)))


@pass_context
def within(context: Context, duration: Duration | None) -> Markup:
    """As :func:`length`, in the case that follows «в течение»."""
    if duration is None:
        return blank(12)
    return Markup(escape(durations.within(duration, _voice(context).language)))


@pass_context
def months(context: Context, number: int | None) -> Markup:
    """A number of months: «12 месяцев», "12 months"."""
    if number is None:
        return blank(8)
    return Markup(escape(durations.counted(number, "months", _voice(context).language)))


@pass_context
def date(context: Context, value: dt.date | None) -> Markup:
    """The date as it stands in a sentence."""
    if value is None:
        return blank(16)
    return Markup(escape(dates.in_text(value, _voice(context).language)))


@pass_context
def short(context: Context, value: dt.date | None) -> Markup:
    """The date as it stands in a table."""
    if value is None:
        return blank(10)
    return Markup(escape(dates.in_tables(value, _voice(context).language)))


@pass_context
def week(context: Context, value: Week) -> list[tuple[Markup, Markup]]:
    """Pairs of days and hours; one pair of blanks where no hours are given."""
    if not value:
        return [(blank(10), blank(16))]
    pairs = weeks.pairs(value, _voice(context).language)
    return [(Markup(escape(days)), Markup(escape(hours))) for days, hours in pairs]


@pass_context
def week_line(context: Context, value: Week) -> Markup:
    """The week in one line."""
    line = weeks.line(value, _voice(context).language)
    return Markup(escape(line)) if line else blank(30)


@pass_context
def zone_line(context: Context, name: str) -> Markup:
    """How the time zone is called beside hours."""
    return Markup(escape(weeks.zone(name, _voice(context).language))) or blank(16)


@pass_context
def closed_line(context: Context, rows: Iterable["ClosedDays"]) -> Markup:
    """The closed dates in one line; empty where there are none."""
    language = _voice(context).language
    said_days = []
    for row in rows:
        if row.first is not None:
            occasion = said(context, row.name) if row.name else Markup("")
            day = Markup(escape(dates.span(row.first, row.last, language)))
            said_days.append(day + (Markup(" (") + occasion + ")" if occasion else ""))
    return Markup(", ").join(said_days)


@pass_context
def full(context: Context, person: Person) -> Markup:
    """The whole name."""
    return _name(context, person, names.full)


@pass_context
def initials(context: Context, person: Person) -> Markup:
    """The name as under a signature."""
    return _name(context, person, names.initials_first)


@pass_context
def listed(context: Context, person: Person) -> Markup:
    """The name as in a table."""
    return _name(context, person, names.surname_first)


@pass_context
def option(context: Context, value: str | Iterable[str], name: str) -> Markup:
    """The label of an option, or the labels of several as a list."""
    language = _voice(context).language
    labels = LABELS[name]
    ids = [value] if isinstance(value, str) else value
    return Markup(", ").join(escape(translate(labels[one], language)) for one in ids if one)


@pass_context
def platform(context: Context, channel: "Channel") -> Markup:
    """The customary name of a channel, or its own."""
    if channel.platform == "own" or not channel.platform:
        return said(context, channel.name)
    entry = catalogue("platforms")[channel.platform]
    return Markup(escape(entry.text("title", _voice(context).language)))


@pass_context
def texts(context: Context, items: Iterable["Item"]) -> list[Markup]:
    """The texts of a list of items."""
    return [said(context, item.text) for item in items]


@pass_context
def listing(context: Context, parts: Iterable[Markup]) -> Markup:
    """Several texts in one sentence: "a, b and c"; the blank where there are none."""
    found = list(parts)
    if not found:
        return blank(30)
    last = Markup(" и ") if _voice(context).language == "ru" else Markup(" and ")
    return last.join([Markup(", ").join(found[:-1]), found[-1]]) if len(found) > 1 else found[0]


@pass_context
def country_name(context: Context, code: str) -> Markup:
    """The name of a country."""
    from babel.core import Locale

    name = Locale(_voice(context).language).territories.get(code)
    return Markup(escape(name)) if name else blank(16)


def _voice(context: Context) -> "Voice":
    voice: Voice = context["voice"]
    return voice


def _name(context: Context, person: Person, form: Callable[[str, str, str, str], str]) -> Markup:
    voice = _voice(context)
    surname, given, patronymic = voice.parts_of(person)
    return typed(form(surname, given, patronymic, voice.language), 24)


@pass_context
def member_name(context: Context, member: "Member") -> Markup:
    """The whole name of one of the staff."""
    return typed(_full_name(context, member))


@pass_context
def member_listed(context: Context, member: "Member") -> Markup:
    """The name of one of the staff as in a table."""
    parts = (_own(member.surname), _own(member.given), _own(member.patronymic))
    return typed(names.surname_first(*parts, _voice(context).language))


@pass_context
def called(context: Context, member: "Member") -> Markup:
    """The whole name of one of the staff, to stand in an attribute."""
    return Markup(escape(holdable(_full_name(context, member))))


@pass_context
def holders(context: Context, position: Words) -> Iterable["Member"]:
    """Those of the staff who hold exactly this position; long lists are not searched through."""
    voice = _voice(context)
    if not voice.holders:
        for member in voice.answers.people.list[:SEARCHED]:
            voice.holders.setdefault(_folded(voice, member.position), []).append(member)
    wanted = _folded(voice, position)
    return voice.holders.get(wanted, ()) if wanted else ()


def member_place(member: "Member") -> Markup:
    """Where to find one of the staff: position, department, location, shift, as far as known."""
    where = (member.position, member.department, member.location, member.shift)
    return typed(", ".join(part.own for part in where if part.own)) if any(where) else Markup("")


@pass_context
def edition(context: Context, value: "Edition") -> Markup:
    """The edition as it stands on a page."""
    return Markup(escape(value.line(_voice(context).language)))


def _full_name(context: Context, member: "Member") -> str:
    parts = (_own(member.surname), _own(member.given), _own(member.patronymic))
    return names.full(*parts, _voice(context).language)


@pass_context
def line(context: Context, value: "Line") -> Markup:
    """A line of an exercise; what it takes from the answers stands as typed, or as a blank."""
    own = {
        name: str(said(context, one) if isinstance(one, Words) else typed(one))
        for name, one in value.fields.items()
        if "{" + name + "}" in value.text
    }
    return _voice(context).catalogue_text(value.text, own)


def _folded(voice: "Voice", words: Words) -> str:
    """The text on one line and in lower case, so that it can be compared."""
    text, from_catalogue = wording.raw_text(words, voice.language, voice.answers.kept)
    if from_catalogue:
        text = voice.catalogue_text(text).striptags()
    return " ".join(holdable(text).split()).lower()


def _own(words: Words) -> str:
    return words.own or ""


FILTERS: dict[str, Callable[..., object]] = {
    "size": said,
    "linked": linked,
    "anchor": anchor,
    "plain": plain,
    "cap": cap,
    "duration": length,
    "within": within,
    "months": months,
    "date": date,
    "short": short,
    "week": week,
    "week_line": week_line,
    "zone_line": zone_line,
    "closed_line": closed_line,
    "full": full,
    "initials": initials,
    "listed": listed,
    "option": option,
    "platform": platform,
    "texts": texts,
    "listing": listing,
    "country_name": country_name,
    "member_name": member_name,
    "member_listed": member_listed,
    "called": called,
    "holders": holders,
    "member_place": member_place,
    "edition": edition,
    "fitted": cards.fitted,
    "line": line,
}
