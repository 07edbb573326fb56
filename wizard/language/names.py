"""Names of people as each country writes them; never declined."""

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


def _initials(given: str, patronymic: str) -> list[str]:
    return [f"{part[0]}." for part in (given, patronymic) if part]
