"""A page that was published: its markup and its dress, printed again whatever became of both."""

import json
from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class FrozenPage:
    """One document in one language as it was published; ``markup`` is in the page vocabulary.

    ``paper`` is a4 or letter, ``accent`` the colour as the owner gave it, ``binding`` whether the
    left margin is widened for the file.
    """

    document: str
    language: str
    title: str
    markup: str
    look: str
    paper: str
    accent: str
    binding: bool
    author: str

    def dump(self) -> bytes:
        """The page as JSON in UTF-8."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def load(cls, content: bytes) -> "FrozenPage":
        """The page that :meth:`dump` wrote, of this or an earlier release; ValueError otherwise."""
        raw = json.loads(content)
        return cls(**{field.name: raw[field.name] for field in fields(cls)})
