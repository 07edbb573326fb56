"""Durations in words, in the case that the sentence needs."""

from wizard.interview.values import Duration

NBSP = "\N{NO-BREAK SPACE}"

ENGLISH = {
    "minutes": ("minute", "minutes"),
    "hours": ("hour", "hours"),
    "days": ("day", "days"),
    "working-days": ("working day", "working days"),
    "months": ("month", "months"),
}
RUSSIAN = {
    "minutes": ("минута", "минуты", "минут"),
    "hours": ("час", "часа", "часов"),
    "days": ("день", "дня", "дней"),
    "working-days": ("рабочий день", "рабочих дня", "рабочих дней"),
    "months": ("месяц", "месяца", "месяцев"),
}
RUSSIAN_GENITIVE = {
    "minutes": ("минуты", "минут"),
    "hours": ("часа", "часов"),
    "days": ("дня", "дней"),
    "working-days": ("рабочего дня", "рабочих дней"),
    "months": ("месяца", "месяцев"),
}


def _noun(duration: Duration) -> str:
    if duration.unit == "days" and duration.counted == "working-days":
        return "working-days"
    return duration.unit


def counted(number: int, noun: str, language: str) -> str:
    """A number with its noun in the nominative: 1 hour, 2 hours; 1 час, 2 часа, 5 часов."""
    if language == "ru":
        return f"{number}{NBSP}{RUSSIAN[noun][russian_form(number)]}"
    return f"{number}{NBSP}{ENGLISH[noun][number != 1]}"


def counted_genitive(number: int, noun: str, language: str) -> str:
    """A number with its noun as it stands after «в течение»; English has one form for both."""
    if language == "ru":
        return f"{number}{NBSP}{RUSSIAN_GENITIVE[noun][russian_form(number) != 0]}"
    return counted(number, noun, language)


def length(duration: Duration, language: str) -> str:
    """The duration in the nominative: «1 час», «2 рабочих дня», "30 minutes"."""
    return counted(duration.number, _noun(duration), language)


def within(duration: Duration, language: str) -> str:
    """The duration after «в течение»: «1 часа», «2 рабочих дней», "30 minutes"."""
    return counted_genitive(duration.number, _noun(duration), language)


def russian_form(number: int) -> int:
    """Which Russian form a number takes: 0 as after 1, 1 as after 2, 2 as after 5."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else 2
