"""Which language a text is in, told by the letters it is written with."""

import re

CYRILLIC, LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
NAME_WORDS = 2
"""So many Latin words are a name or an address, which WCAG 2.2 (3.1.2) exempts."""


def foreign(text: str, language: str) -> str:
    """The language of a text where it is another than this one, else nothing.

    In an English text one Cyrillic word is foreign: no English voice can read it.
    """
    if language == "ru":
        if text.count(" ") < NAME_WORDS:
            return ""
        return "en" if len(LATIN.findall(text)) > len(CYRILLIC.findall(text)) else ""
    if text.isascii():
        return ""
    return "ru" if len(CYRILLIC.findall(text)) > len(LATIN.findall(text)) else ""
