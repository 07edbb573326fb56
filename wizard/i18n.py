"""The words of the program itself (labels, sentences) in the reader's language."""

import gettext
import os
from functools import lru_cache

from wizard import paths

LANGUAGES = ("en", "ru")
LANGUAGE_VARIABLES = ("POLICY_WIZARD_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def N_(message: str) -> str:  # noqa: N802 - the marker every gettext tool knows
    """Mark a message for translation; it is translated when it is shown."""
    return message


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    compiled = paths.resources() / "translations" / language / "LC_MESSAGES" / "policy-wizard.mo"
    if not compiled.is_file():
        return gettext.NullTranslations()
    with compiled.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def translate(message: str, language: str) -> str:
    """The message in the language; the English message itself where no translation is built."""
    return _catalogue(language).gettext(message) if message else ""


def system_language() -> str:
    """The language of the first set locale variable, English where it is not one of ours."""
    for variable in LANGUAGE_VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"
