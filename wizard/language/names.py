"""Names of people as each country writes them; never declined."""

import re

NBSP = "\N{NO-BREAK SPACE}"


def full(surname: str, given: str, patronymic: str, language: str) -> str:
    """«Фамилия Имя Отчество»; in English the given name first."""
    parts = (surname, given, patronymic) if language == "ru" else (given, patronymic, surname)
    return " ".join(part for part in parts if part)


def initials_first(surname: str, given: str, patronymic: str, language: str) -> str:
    """As under a signature: «И. О. Фамилия»; in English the full name."""
    if language != "ru":
        return full(surname, given, patronymic, language)
    return NBSP.join([*_initials(given, patronymic), *([surname] if surname else [])])


def surname_first(surname: str, given: str, patronymic: str, language: str) -> str:
    """As in a table: «Фамилия И. О.»; in English the full name."""
    if language != "ru":
        return full(surname, given, patronymic, language)
    return NBSP.join([*([surname] if surname else []), *_initials(given, patronymic)])


def parts(name: str) -> dict[str, str]:
    """Surname, given name and patronymic of a name typed in one line.

    "Surname, Given" tells itself; Cyrillic names begin with the surname, others end with it.
    """
    if "," in name:
        surname, _, given = name.partition(",")
        return {"surname": surname.strip(), "given": given.strip(), "patronymic": ""}
    words = name.split()
    if re.search(r"[А-Яа-яЁё]", name):
        first = [*words, "", "", ""]
        return {"surname": first[0], "given": first[1], "patronymic": " ".join(words[2:])}
    return {"surname": words[-1] if words else "", "given": " ".join(words[:-1]), "patronymic": ""}


def _initials(given: str, patronymic: str) -> list[str]:
    return [f"{part[0]}." for part in (given, patronymic) if part]
