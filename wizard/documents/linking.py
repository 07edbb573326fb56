"""Addresses that the owner typed: links where they surely are web, e-mail or phone addresses.

The text stays as typed; only what a link leads to is written as addresses are.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from markupsafe import Markup, escape

from wizard.documents.page import holdable

LONGEST = 300
"""No address that somebody types is longer."""
HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}"
WEB = re.compile(
    rf"(?P<scheme>https?://)?(?P<host>{HOST})(?P<port>:[0-9]{{1,5}})?(?P<rest>[/?#]\S*)?"
)
MAIL = re.compile(rf"(?P<name>[A-Za-z0-9._+-]+)@(?P<host>{HOST})")
PHONE = re.compile(r"[+08][0-9 ()\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}-]+[0-9]")
INLAND = "(0)"
"""Dialled only where no code of a country goes before."""
FEWEST_DIGITS, MOST_DIGITS = 7, 15
PARTS = re.compile(r"([;,]\s+|\n)")
WORDS = re.compile(r"(\s+)")
AROUND = "()«»“”„\"'.,;:!?…"


def linked(text: str, *, site: bool = False) -> Markup:
    """The text as typed, its addresses as links; a name with dots alone only where ``site``."""
    written, plain = "", ""
    for piece, target in _pieces(holdable(text), site=site):
        if target:
            written += f'{_typed(plain)}<a href="{escape(target)}">{_typed(piece)}</a>'
            plain = ""
        else:
            plain += piece
    return Markup(written + _typed(plain))


def _typed(text: str) -> str:
    return f"<v>{escape(text)}</v>" if text else ""


def _pieces(text: str, *, site: bool) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with what it leads to, if anything."""
    for part in PARTS.split(text):
        target = _phone(part)
        if target:
            yield part, target
            continue
        for word in WORDS.split(part):
            address = word.strip(AROUND)
            if not address or len(address) > LONGEST:
                yield word, ""
                continue
            before, _, after = word.partition(address)
            yield before, ""
            yield address, _mail(address) or _web(address, site=site)
            yield after, ""


def _phone(text: str) -> str:
    if len(text) > LONGEST or not PHONE.fullmatch(text):
        return ""
    abroad = text.startswith("+")
    dialled = text.replace(INLAND, "") if abroad else text
    digits = "".join(sign for sign in dialled if sign.isdecimal())
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return ""
    return f"tel:{'+' if abroad else ''}{digits}"


def _mail(text: str) -> str:
    found = MAIL.fullmatch(text)
    host = _host(found["host"]) if found else ""
    return f"mailto:{found['name']}@{host}" if found and host else ""


def _web(text: str, *, site: bool) -> str:
    found = WEB.fullmatch(text)
    if not found:
        return ""
    sure = found["scheme"] or found["rest"] or text.lower().startswith("www.") or site
    host = _host(found["host"])
    if not sure or not host:
        return ""
    rest = quote(found["rest"] or "", safe="/?#%:@!$&'*+,;=~")
    return f"{found['scheme'] or 'https://'}{host}{found['port'] or ''}{rest}"


def _host(name: str) -> str:
    """The name of a host in ASCII; empty for one that there cannot be."""
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
