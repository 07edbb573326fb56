"""The edition of a document: the number and day of the version that last changed it, its code."""

import datetime as dt
from dataclasses import dataclass

CODE_LENGTH = 8


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
