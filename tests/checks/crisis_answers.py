"""Answers about signatures and the plan that raise a check, and answers that only look like it."""


def person(name="", **more):
    return {"surname": name, **more}


def steps(*texts):
    return [{"id": str(place), "text": text} for place, text in enumerate(texts, start=1)]


def level(minutes, colour="red"):
    word = {"number": minutes, "unit": "minutes", "counted": "clock"}
    return [{"id": "it", "title": "Level", "colour": colour, "first_word": word}]


def contact(**more):
    return [{"id": "it", "title": "Landlord", "phone": "0113 496 0100", **more}]


def risk(title, *actions, **more):
    return [{"id": "it", "title": title, "actions": steps(*actions), **more}]


FIRST_STEPS = ("response.first_15", "response.first_60", "response.during")
NO_PAUSE = {path: steps("Call the owner", "Take screenshots") for path in FIRST_STEPS}
DRILLS = {"response.last_drill": None, "response.next_drill": None}
NEW = {"start_date": "2026-12-01"}

RAISES = {
    "ACK01": ("GB", {"people.list": [person("Reid"), person()]}, ["people.list"]),
    "ACK03": ("RU", {"people.list": [person("Иванов", signs="e-hr")]}, ["people.list"]),
    "ACK05": (
        "RU",
        {"people.list": [person("Иванов", **NEW)], "people.sign_by": "2026-12-15"},
        ["people.sign_by"],
    ),
    "CRI01": (
        "GB",
        {"crisis_team.roles.lead.deputy": None, "crisis_team.roles.facts.deputy": None},
        ["crisis_team.roles.lead.deputy", "crisis_team.roles.facts.deputy"],
    ),
    "CRI02": ("GB", {"risks.list.account-hijacked": None}, ["risks.list"]),
    "CRI03": (
        "RU",
        {"risks.list": risk("Утечка данных клиентов", "Сменить пароли", "Позвонить юристу")},
        ["risks.list.it.actions"],
    ),
    "CRI04": ("GB", DRILLS, ["response.next_drill"]),
    "CRI05": ("GB", {"crisis_team.levels": level(61)}, ["crisis_team.levels.it.first_word"]),
    "CRI07": ("GB", {"crisis_team.contacts": contact()}, ["crisis_team.contacts.it.checked"]),
    "CRI08": ("GB", NO_PAUSE, ["response.first_15"]),
    "CRI09": ("GB", {"risks.list.staff-fraud.actor": ""}, ["risks.list.staff-fraud.actor"]),
    "CRI10": ("GB", {"response.law_checked_by": ""}, ["response.law_checked_by"]),
    "CRI11": ("GB", {"response.law_checked_on": "2025-11-26"}, ["response.law_checked_on"]),
    "CRI12": ("GB", {"response.risks_discussed_on": "2024-03-01"}, ["response.risks_discussed_on"]),
    "CRI13": ("GB", {"response.risks_discussed_on": None}, ["response.risks_discussed_on"]),
}
"""By check: a country where it is made, answers that raise it, and the places it is about."""

PASSES = [
    ("ACK01", "GB", {"people.list": [person("Reid"), person(given="Ann")]}),
    ("ACK01", "GB", {"people.list": []}),
    ("ACK03", "RU", {"people.list": [person("Иванов", signs="paper")]}),
    ("ACK05", "RU", {"people.list": [person("Иванов", **NEW)], "people.sign_by": "2026-12-01"}),
    ("ACK05", "RU", {"people.list": [person("Иванов", **NEW)], "people.sign_by": None}),
    ("ACK05", "RU", {"people.list": [person("Иванов")], "people.sign_by": "2026-12-15"}),
    # who works here already, and who is no employee
    (
        "ACK05",
        "RU",
        {
            "people.list": [
                person("Иванов", start_date="2026-11-26"),
                person("Петрова", kind="contractor", **NEW),
            ],
            "people.sign_by": "2026-12-15",
        },
    ),
    ("CRI01", "GB", {}),
    ("CRI02", "GB", {}),
    ("CRI02", "GB", {"risks.list": risk("Our page is hacked", "Change the password")}),
    ("CRI02", "GB", {"risks.list": risk("The account was stolen", "Change the password")}),
    ("CRI02", "RU", {"risks.list": risk("Взлом страницы ВКонтакте", "Сменить пароль")}),
    ("CRI02", "RU", {"risks.list": risk("У нас угнали канал", "Сменить пароль")}),
    ("CRI03", "RU", {}),
    ("CRI03", "DE", {"risks.list": risk("Data leak", "Notify the authority within 72 hours")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка базы", "Уведомить Роскомнадзор за 24 часа")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка данных", "В течение суток направить уведомление")}),
    ("CRI03", "DE", {"risks.list": risk("Gas leak", "Leave the house")}),
    ("CRI03", "DE", {"risks.list": risk("The roof leaks", "Fetch buckets")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка газа", "Вывести людей на улицу")}),
    ("CRI03", "RU", {"risks.list": risk("Утечка воды на складе", "Перекрыть воду")}),
    ("CRI04", "GB", {**DRILLS, "response.last_drill": "2025-11-27"}),
    ("CRI04", "GB", {**DRILLS, "response.next_drill": "2026-11-27"}),
    ("CRI04", "GB", {**DRILLS, "response.next_drill": "2027-11-27"}),
    ("CRI05", "GB", {"crisis_team.levels": level(60)}),
    ("CRI05", "GB", {"crisis_team.levels": level(240, colour="orange")}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(checked="2026-08-29")}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(phone={"ref": "contacts/police/phone"})}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(phone="")}),
    ("CRI07", "GB", {"crisis_team.contacts": contact(checked="9999-12-31")}),
    ("CRI08", "GB", {}),
    ("CRI08", "GB", {**NO_PAUSE, "response.during": steps("Stop scheduled posts")}),
    ("CRI08", "GB", {**NO_PAUSE, "response.first_60": steps("Pause all posts and ads")}),
    ("CRI08", "GB", {**NO_PAUSE, "response.first_60": steps("Stop all advertising and posting")}),
    ("CRI08", "GB", {**NO_PAUSE, "response.first_15": steps("Switch off the automatic posts")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Снять отложенные записи")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Остановить все публикации")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Выключить автопостинг и рекламу")}),
    ("CRI08", "RU", {**NO_PAUSE, "response.first_15": steps("Приостанавливаем рекламу и посты")}),
    ("CRI08", "GB", dict.fromkeys(FIRST_STEPS)),
    ("CRI09", "GB", {}),
    ("CRI10", "GB", {}),
    ("CRI11", "GB", {"response.law_checked_on": "2025-11-27"}),
    ("CRI11", "GB", {"response.law_checked_on": None}),
    ("CRI12", "GB", {"response.risks_discussed_on": "2025-11-27"}),
    ("CRI13", "GB", {}),
]

SEVERITIES = {
    "ACK01": "look", "ACK03": "look", "ACK05": "fix", "CRI01": "fix", "CRI02": "look",
    "CRI03": "fix", "CRI04": "look", "CRI05": "hint", "CRI07": "look", "CRI08": "hint",
    "CRI09": "fix", "CRI10": "look", "CRI11": "hint", "CRI12": "hint", "CRI13": "look",
}  # fmt: skip
IN_COUNTRIES = {("ACK01", "RU"): "fix"}
