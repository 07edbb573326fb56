"""The edition of a document: the number and day of the version that last changed it, its code."""

import datetime as dt
from dataclasses import dataclass

from wizard.language import dates

CODE_LENGTH = 8
LINE = {
    "en": "version {number} of {date}",
    "ru": "редакция\N{NO-BREAK SPACE}{number} от {date}",
}
CODE = {"en": "code {code}", "ru": "код {code}"}


@dataclass(frozen=True, slots=True)
class Edition:
    """What a published document says of itself; ``fingerprint`` is of its page in one language."""

    number: int
    dated: dt.date
    fingerprint: str = ""

    @property
    def code(self) -> str:
        """The short code that is printed: the beginning of the fingerprint."""
        return self.fingerprint[:CODE_LENGTH]

    def line(self, language: str) -> str:
        """As it stands on a page: "version 2 of 1 December 2026", «редакция 2 от 01.12.2026»."""
        date = dates.in_tables if language == "ru" else dates.in_text
        return LINE[language].format(number=self.number, date=date(self.dated, language))

    def stamp(self, language: str) -> str:
        """As it stands in a footer, with the code where there is one."""
        date = dates.in_tables(self.dated, language)
        line = LINE[language].format(number=self.number, date=date)
        return f"{line} · {CODE[language].format(code=self.code)}" if self.code else line
