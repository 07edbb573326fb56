"""Closed dates that the public holidays of the business's country suggest."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from wizard import public_holidays
from wizard.interview.answers import Answers
from wizard.interview.hours import ClosedDays
from wizard.interview.listing import RawRow, rows_of
from wizard.interview.rows import Rows, new_row_id
from wizard.interview.values import Words
from wizard.public_holidays import PublicHoliday

CLOSED = Rows(ClosedDays)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A holiday that could be a closed date: ``title`` to be read now, ``name`` to be kept."""

    first: dt.date
    last: dt.date
    title: str
    name: Words


def suggested(answers: Answers, today: dt.date, language: str) -> tuple[Suggestion, ...]:
    """The holidays of the coming twelve months that are not closed dates yet, by date.

    One of several days is left out once the list has all its days. Titles are in ``language``;
    the name that is kept has a wording for each language of the documents that the country's
    holidays are known in, and the country's own where there is none.
    """
    country = answers.business.country
    named = zip(
        public_holidays.coming(country, today, language),
        _names(country, today, answers.business.languages or (language,)),
        strict=True,
    )
    return tuple(
        Suggestion(one.first, one.last, one.name, name)
        for one, name in named
        if not _is_closed(answers.hours.closed, one)
    )


def with_suggested(rows: Iterable[RawRow], chosen: Iterable[Suggestion]) -> list[RawRow]:
    """The stored rows with one more for each suggestion, before the first that is later.

    What was there keeps its order, whatever it is; rows without a date are passed by.
    """
    found = list(rows)
    for one in chosen:
        day = one.first.isoformat()
        later = (place for place, row in enumerate(found) if str(row.get("first") or "") > day)
        found.insert(next(later, len(found)), _row(one))
    return found


def _names(country: str, today: dt.date, languages: tuple[str, ...]) -> list[Words]:
    first, *others = languages
    wordings = {
        one: public_holidays.coming(country, today, one)
        for one in others
        if public_holidays.speaks(country, one)
    }
    return [
        Words(
            holiday.name,
            {
                one: said[place].name
                for one, said in wordings.items()
                if said[place].name != holiday.name
            },
        )
        for place, holiday in enumerate(public_holidays.coming(country, today, first))
    ]


def _is_closed(rows: Iterable[ClosedDays], holiday: PublicHoliday) -> bool:
    spans = [(row.first, row.last or row.first) for row in rows if row.first is not None]
    length = (holiday.last - holiday.first).days + 1
    days = (holiday.first + dt.timedelta(days=number) for number in range(length))
    return all(any(first <= day <= last for first, last in spans) for day in days)


def _row(one: Suggestion) -> RawRow:
    last = one.last if one.last > one.first else None
    row = ClosedDays(id=new_row_id(), first=one.first, last=last, name=one.name)
    return rows_of(CLOSED.dump((row,)))[0]
