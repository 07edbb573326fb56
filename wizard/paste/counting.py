"""How long a text is, counted as a platform counts."""

from typing import Literal

Counted = Literal["code-points", "graphemes"]


def length(text: str, counted: Counted) -> int:
    """The characters of the text: Unicode code points, or what people take for one character.

    Graphemes are those of Unicode Standard Annex 29: a family of four is one.
    """
    if counted == "graphemes":
        import regex

        return len(regex.findall(r"\X", text))
    return len(text)


def size(text: str) -> int:
    """The bytes of the text in UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))
