"""Before something is done that cannot be undone: the word that must be typed."""

import click

from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate

WORD = N_("delete")


def confirm(sentence: str, *, agreed: bool) -> None:
    """Ask for the word unless somebody has ``agreed`` beforehand; UserError for any other."""
    if agreed:
        return
    language = system_language()
    word = translate(WORD, language)
    way = translate(N_("Type “{word}” to go on"), language).format(word=word)
    if click.prompt(f"{sentence} {way}", default="", show_default=False, err=True) != word:
        raise UserError(N_("Nothing was deleted."))
