"""A table of replies as a form service or a mailing gives it: its columns, and what they say."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from wizard.language import reading
from wizard.staff_lists.columns import FULL_NAME, HEADING_WITHIN, HEADINGS, folded

OWN_HEADINGS = {
    name: field
    for field, names in {
        "email": "email address|e-mail address|адрес электронной почты|адрес эл. почты",
        FULL_NAME: "your name|your full name|first and last name|ваше имя|ваши фио|ваше фио|"
        "имя и фамилия|фамилия и имя|фамилия, имя",
        "document": "document|policy|документ|положение",
        "date": "date|day|date signed|signed on|timestamp|completion time|submitted|submitted at|"
        "date submitted|дата|день|отметка времени|время выполнения|время создания|время отправки|"
        "дата ответа|дата подписи|дата ознакомления",
        "answer": "answer|reply|response|ответ|status|статус",
    }.items()
    for name in names.split("|")
}
IN_HEADING = {
    "e-mail": "email",
    "email": "email",
    "почт": "email",
    "дата ознаком": "date",
    "дата подпис": "date",
    "have read": "answer",
    "agree": "answer",
    "confirm": "answer",
    "ознаком": "answer",
    "подтвержд": "answer",
    "соглас": "answer",
}
"""A form heads a column with its question: what in it tells which one it is."""
NAMES = ("surname", "given", "patronymic")
TAKEN = {"email", FULL_NAME, *NAMES}

YES_WORDS = (
    "yes|y|true|1|ok|+|x|v|✓|✔|☑|read|signed|agree|agreed|accept|accepted|confirm|confirmed|"
    "да|ок|х|истина|ознакомлен|ознакомлена|ознакомлен(а)|ознакомился|ознакомилась|прочитал|"
    "прочитала|прочитано|подписано|согласен|согласна|подтверждаю"
)
NO_WORDS = "no|n|false|0|not|don't|haven't|-|–|—|declined|disagree|нет|ложь|не|отказ|отказываюсь"
YES, NO = frozenset(YES_WORDS.split("|")), frozenset(NO_WORDS.split("|"))
PASSED_OVER = frozenset(["i", "have", "я"])

ADDRESS = re.compile(r"[^\s<>;,\"']+@[^\s<>;,\"']+")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a line says (lines counted from 1, the heading included); empty where it does not."""

    line: int
    email: str = ""
    name: str = ""
    document: str = ""
    date: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is taken as; ``heading`` is the row that names them, 0 where none does."""

    heading: int
    fields: tuple[str, ...]

    @property
    def name_people(self) -> bool:
        """Whether a column tells who replied."""
        return bool(TAKEN & set(self.fields))


def columns(rows: Sequence[Sequence[str]]) -> Columns:
    """The columns as the first row says that names an e-mail or a person."""
    for line, row in enumerate(rows[:HEADING_WITHIN], start=1):
        found = [_field(folded(cell)) for cell in row]
        once = tuple(one if one not in found[:place] else "" for place, one in enumerate(found))
        if TAKEN & set(once):
            return Columns(line, once)
    return Columns(0, ())


def named(rows: Sequence[Sequence[str]]) -> int:
    """How many columns a row names."""
    return sum(map(bool, columns(rows).fields))


def replies(rows: Sequence[Sequence[str]], found: Columns) -> Iterator[Reply]:
    """The lines below the heading that are not empty."""
    for line, row in enumerate(rows[found.heading :], start=found.heading + 1):
        cells = {
            field: " ".join(cell.split())
            for field, cell in zip(found.fields, row, strict=False)
            if field
        }
        if any(cells.values()):
            parts = (cells.pop(part, "") for part in NAMES)
            name = cells.pop(FULL_NAME, "") or " ".join(filter(None, parts))
            address = ADDRESS.search(cells.pop("email", ""))
            kept = {one.name: cells.get(one.name, "") for one in fields(Reply)[3:]}
            yield Reply(line, address[0] if address else "", name, **kept)


def meaning(answer: str) -> bool | None:
    """Whether an answer says yes; None where it is not clear, such as "yes, but not part 2"."""
    words = [word.strip(".,;:!«»\"'") or word for word in folded(answer).split()]
    while words and words[0] in PASSED_OVER:
        words.pop(0)
    if words and words[0] in NO:
        return False
    return True if words and words[0] in YES and not NO.intersection(words) else None


def month_first(texts: Sequence[str]) -> bool:
    """Whether these days are written as 11/25/2026: some of them can only be read like this.

    Not where others can only be read with the day first.
    """
    found = [SLASHED.match(text) for text in texts]
    days = [(int(one[1]), int(one[2])) for one in found if one]
    return any(second > 12 for _, second in days) and all(first <= 12 for first, _ in days)


def day(text: str, *, american: bool) -> dt.date | None:
    """The day of a moment or a day as forms write them; None where it cannot be read."""
    return _day(reading.without_time(text), american)


@lru_cache(maxsize=4096)
def _day(text: str, american: bool) -> dt.date | None:
    parts = SLASHED.fullmatch(text)
    if parts:
        first, second, year = (int(one) for one in parts.groups())
        month, number = (first, second) if american else (second, first)
        try:
            return dt.date(year + 2000 if year < 100 else year, month, number)
        except ValueError:
            return None
    return reading.date(text)


def _field(heading: str) -> str:
    field = HEADINGS.get(heading, "")
    if field in TAKEN:
        return field
    found = OWN_HEADINGS.get(heading, "")
    return found or next((field for part, field in IN_HEADING.items() if part in heading), "")
