"""What is said of a ready text beside it: how long it is, and what to mind."""

from wizard.i18n import N_, translate
from wizard.paste.kit import Ready

OF_LIMIT = N_("{length} of {limit} characters")
UNKNOWN = N_("{length} characters; how many the platform takes is not known")
LIMITLESS = N_("{length} characters")
OVER = N_("{over} too many")
HEAVY = N_("too many signs of several bytes")
WAITING = N_("room is left for the link to the register of pages")
OWN = N_("your own wording")


def about(ready: Ready, language: str) -> str:
    """The length of a text against its limit, and what to mind; empty for a plain reply."""
    parts = []
    if ready.field is not None:
        limit = ready.field.characters
        limitless = LIMITLESS if ready.field.is_limitless else UNKNOWN
        parts.append(_said(limitless if limit is None else OF_LIMIT, language, ready))
        if ready.field.over(ready.text):
            parts.append(_said(OVER, language, ready))
        elif not ready.field.fits(ready.text):
            parts.append(_said(HEAVY, language, ready))
    if ready.is_waiting:
        parts.append(_said(WAITING, language, ready))
    if ready.is_own:
        parts.append(_said(OWN, language, ready))
    return " · ".join(parts)


def title(ready: Ready) -> str:
    """What a text is, and the field of the platform where that is called otherwise."""
    field = ready.field
    return (
        ready.title
        if field is None or field.title == ready.title
        else (f"{ready.title} ({field.title})")
    )


def _said(message: str, language: str, ready: Ready) -> str:
    field = ready.field
    return translate(message, language).format(
        length=ready.length,
        limit=field.characters if field else None,
        over=field.over(ready.text) if field else 0,
    )
