"""The pages in ``docs`` that list every check, made from the data of the checks themselves.

``python -m tests.checks_page`` writes them anew.
"""

import datetime as dt
from pathlib import Path

from wizard.checks.finding import Severity
from wizard.checks.rules import FILES, Rule, rules

DOCS = Path(__file__).resolve().parent.parent / "docs"
EVERYWHERE = frozenset({"RU", "US", "UK", "EU", "DE"})
NAMES: dict[str, dict[Severity, str]] = {
    "en": {"fix": "to fix", "look": "worth a look", "hint": "hint"},
    "ru": {"fix": "исправить", "look": "проверить", "hint": "совет"},
}
TITLES = {
    "en": {
        "completeness": "Completeness",
        "keeping": "The promise check",
        "promise": "The public promise",
        "policy": "The employee guide and policy",
        "acknowledgement": "Signatures",
        "crisis": "The crisis plan",
        "words": "Words",
        "contradictions": "Contradictions",
    },
    "ru": {
        "completeness": "Полнота",
        "keeping": "Выполнимы ли сроки",
        "promise": "Правила для клиентов",
        "policy": "Правила для сотрудников",
        "acknowledgement": "Подписи",
        "crisis": "Антикризисный план",
        "words": "Формулировки",
        "contradictions": "Нестыковки",
    },
}
HEADS = {
    "en": ("id", "what is noticed", "how much it matters", "countries", "source", "as of"),
    "ru": ("код", "что замечено", "насколько важно", "страны", "источник", "по состоянию на"),
}
ALL = {"en": "all", "ru": "все"}
INTRODUCTIONS = {
    "en": """# What is checked

Made from the data of the checks by `python -m tests.checks_page`; do not edit it by hand.
[По-русски](checks-ru.md)

The program looks at the answers before they are printed and tells what a good lawyer or an
experienced community manager would notice. It never keeps anybody from printing. Checks of the
law belong to the countries that a business has named: Russia (RU), the United States (US), the
United Kingdom (UK), the European Union (EU), Germany (DE, with the EU). They are general
information as of the day given, not legal advice: a rule *may* be unlawful, and a lawyer should
look.

Checks of wording read only the owner's own sentences, in English and Russian, in all forms of a
word; never a text of the catalogue that was left as it is. What the owner leaves as it is, with
a reason, comes up again only when the answers behind it change.

The promise check works out when an answer is due from the hours in which messages are answered,
the closed dates and how the time is counted (a day is a working day unless it is counted by the
clock), and whether those who answer have the time: messages a day, minutes for each, people at
once. The busiest hour is taken as twice the mean one, which can be changed. Below 95% of their
time the share of late answers comes from Erlang C; from there on it is what cannot be done, `1
- capacity / load`, and never less than just below: the queue grows. A promise counts as kept
when nine of ten answers are in time, or when only the busiest hour is too much and what it leaves
undone can be worked off in time after it.
""",
    "ru": """# Что проверяется

Сделано из данных проверок командой `python -m tests.checks_page`; руками не править.
[In English](checks.md)

До печати программа смотрит на ответы и говорит, что заметил бы хороший юрист или опытный
SMM-менеджер. Печатать она никогда не мешает. Проверки закона относятся к тем странам, которые
назвала компания: Россия (RU), США (US), Великобритания (UK), Европейский союз (EU), Германия
(DE, вместе с ЕС). Это общие сведения на указанную дату, а не юридическая консультация: правило
*может* противоречить закону, и посмотреть должен юрист.

Проверки формулировок читают только собственные предложения владельца, на русском и английском,
в любой форме слова, и никогда — готовый текст, который не меняли. То, что владелец оставил как
есть и объяснил почему, появится снова, только когда изменятся сами ответы.

Проверка сроков считает, когда клиент получит ответ: по часам ответа, нерабочим датам и по тому,
как считается срок (день — рабочий, если не сказано, что срок идёт круглосуточно). И хватит ли
времени тем, кто отвечает: сколько сообщений в день, минут на ответ и людей одновременно. Самый
загруженный час считаем вдвое больше среднего, это можно изменить. Пока занято меньше 95 %
времени, долю опоздавших ответов даёт формула Эрланга C. Дальше очередь растёт, и опаздывает то,
на что времени нет: `1 − возможности / нагрузка`, но не меньше, чем у самой границы. Срок
считаем выполнимым, если вовремя приходят девять ответов из десяти или если людей не хватает только
в самый загруженный час, а на оставшееся успевают ответить в срок после него.
""",
}


def page(language: str) -> str:
    """The whole page in Markdown."""
    parts = [INTRODUCTIONS[language]]
    known = rules()
    for name in FILES:
        parts.append(f"\n## {TITLES[language][name]}\n\n" + _row(HEADS[language]))
        parts.append(_row("---" for _ in HEADS[language]))
        parts += [_row(_cells(rule, language)) for rule in known.values() if rule.file == name]
    return "".join(parts)


def _cells(rule: Rule, language: str) -> tuple[str, ...]:
    sources = rule.sources(EVERYWHERE, language)
    return (
        rule.id,
        rule.words("about", language),
        _severity(rule, language),
        ", ".join(sorted(rule.packs)) or ALL[language],
        "; ".join(dict.fromkeys(one.name for one in sources)),
        ", ".join(dict.fromkeys(_day(one.as_of, language) for one in sources)),
    )


def _severity(rule: Rule, language: str) -> str:
    names = NAMES[language]
    said = names[rule.severity]
    for severity in dict.fromkeys(rule.severities.values()):
        packs = sorted(pack for pack, one in rule.severities.items() if one == severity)
        said += f"; {', '.join(packs)}: {names[severity]}"
    note = rule.words("severity_note", language)
    return f"{said}; {note}" if note else said


def _day(day: dt.date, language: str) -> str:
    return f"{day:%d.%m.%Y}" if language == "ru" else day.isoformat()


def _row(cells: object) -> str:
    escaped = [str(cell).replace("|", "\\|") for cell in cells]  # type: ignore[attr-defined]
    return f"| {' | '.join(escaped)} |\n"


FILE_NAMES = {"en": "checks.md", "ru": "checks-ru.md"}


def main() -> None:
    """Write the pages."""
    for language, name in FILE_NAMES.items():
        (DOCS / name).write_text(page(language), "utf-8")


if __name__ == "__main__":
    main()
