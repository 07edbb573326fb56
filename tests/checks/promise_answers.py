"""Answers about the promise that raise a check, and answers that only look like it."""


def promised(number, unit="hours", counted="reply-hours"):
    return {"number": number, "unit": unit, "counted": counted}


def channel(platform, **more):
    return [{"id": "it", "platform": platform, "reply": promised(1), **more}]


IT = "channels.list.it"
LEGAL = {"business.privacy_link": "cafe.example/privacy"}
RAISES = {
    "SLA01": ("GB", {"channels.list.instagram.reply": None}, ["channels.list.instagram.reply"]),
    "SLA02": ("GB", {"hours.week": None, "hours.time_zone": ""}, ["hours.week", "hours.time_zone"]),
    "SLA03": (
        "GB",
        {"channels.list": channel("instagram", reply=promised(2, "days"))},
        [f"{IT}.reply"],
    ),
    "SLA04": ("GB", {"channels.list": channel("whatsapp", reply=promised(25))}, [f"{IT}.reply"]),
    "SLA06": (
        "GB",
        {"channels.list": channel("instagram", gives_also="x" * 151)},
        [f"{IT}.gives_also"],
    ),
    "SLA07": (
        "GB",
        {"channels.list": channel("google-business", gives_also="Call 0113 496 0100")},
        [f"{IT}.gives_also"],
    ),
    "SLA10": ("GB", {"community.appeal_to": ""}, ["community.appeal_to"]),
    "SLA11": (
        "GB",
        {"channels.list.whatsapp.reach_person": ""},
        ["channels.list.whatsapp.reach_person"],
    ),
    "SLA12": ("GB", {"business.privacy_link": ""}, ["business.privacy_link"]),
    "SLA13": ("RU", {"business.languages": ["en"]}, ["business.languages"]),
    "SLA14": (
        "RU",
        {"community.solution_within": promised(8, "days", "working-days")},
        ["community.solution_within"],
    ),
    "SLA16": (
        "RU",
        {"channels.list.instagram.promoted": True},
        ["channels.list.instagram.promoted"],
    ),
    "SLA17": ("RU", {"channels.list.whatsapp.promoted": True}, ["channels.list.whatsapp.promoted"]),
    "SLA18": (
        "RU",
        {"channels.list.instagram.over_10000": True},
        ["channels.list.instagram.registry_link"],
    ),
    "SLA20": ("DE", {"business.legal_notice_link": ""}, ["business.legal_notice_link"]),
    "SLA21": ("RU", {"business.sector": "finance"}, ["channels.list.whatsapp.platform"]),
}
"""By check: a country where it is made, answers that raise it, and the places it is about."""

PASSES = [
    ("SLA01", "GB", {}),
    ("SLA01", "GB", {"channels.list": [*channel("email"), {"platform": "instagram", "on": False}]}),
    ("SLA02", "GB", {"hours.week": "24/7"}),
    ("SLA02", "GB", {"hours.week": {"mon": ["09:00-10:00"]}, "hours.time_zone": "Europe/London"}),
    ("SLA03", "GB", {"channels.list": channel("instagram", reply=promised(24, counted="clock"))}),
    ("SLA03", "GB", {"channels.list": channel("instagram", reply=promised(1, "days", "clock"))}),
    ("SLA03", "GB", {"channels.list": channel("email", reply=promised(2, "days"))}),
    ("SLA03", "GB", {"channels.list": channel("google-business", reply=promised(3, "days"))}),
    ("SLA04", "GB", {"channels.list": channel("whatsapp", reply=promised(24, counted="clock"))}),
    ("SLA04", "GB", {"channels.list": channel("viber", reply=promised(3, "days"))}),
    ("SLA06", "GB", {"channels.list": channel("instagram", gives_also="x" * 150)}),
    ("SLA06", "GB", {"channels.list": channel("instagram", gives_also=" x" + "x" * 149 + "  ")}),
    # the field that takes most is meant; where a limit is not known, nothing is said of it
    ("SLA06", "GB", {"channels.list": channel("telegram", gives_also="ж" * 255)}),
    ("SLA06", "GB", {"channels.list": channel("whatsapp", gives_also="x" * 500)}),
    ("SLA06", "GB", {"channels.list": channel("vk", gives_also="ж" * 5000)}),
    ("SLA06", "GB", {"channels.list": channel("facebook", gives_also="x" * 200)}),
    ("SLA06", "GB", {"channels.list": channel("email", gives_also="x" * 5000)}),
    ("SLA07", "GB", {"channels.list": channel("instagram", gives_also="Call 0113 496 0100")}),
    ("SLA10", "GB", {}),
    ("SLA11", "GB", {"channels.list.whatsapp.replies": "person"}),
    ("SLA11", "GB", {"service.bot": "The bot says at once that it is one."}),
    ("SLA11", "RU", {"service.bot": "Сначала отвечает робот, он так и представляется."}),
    ("SLA12", "GB", {"channels.list.whatsapp.gives": ["help"], **LEGAL}),
    ("SLA12", "GB", {"channels.list.whatsapp.gives": ["help"], "business.privacy_link": ""}),
    ("SLA13", "RU", {"business.languages": ["ru"]}),
    ("SLA13", "RU", {"business.languages": ["en", "ru"]}),
    ("SLA13", "GB", {"business.other_countries": ["RU"], "business.languages": ["en"]}),
    ("SLA14", "RU", {"community.solution_within": promised(7, "days", "working-days")}),
    ("SLA14", "RU", {"community.solution_within": promised(10, "days", "clock")}),
    ("SLA14", "RU", {"community.solution_within": None}),
    ("SLA16", "RU", {"channels.list": channel("instagram", promoted=False)}),
    ("SLA16", "RU", {"channels.list": channel("vk", promoted=True)}),
    ("SLA16", "RU", {"channels.list": channel("telegram", promoted=True)}),
    ("SLA17", "RU", {"channels.list": channel("vk", promoted=True)}),
    ("SLA17", "RU", {"channels.list": channel("instagram", promoted=True)}),
    (
        "SLA18",
        "RU",
        {"channels.list": channel("vk", over_10000=True, registry_link="vk.example/1")},
    ),
    ("SLA18", "RU", {"channels.list": channel("vk", over_10000=False)}),
    ("SLA20", "DE", {"business.legal_notice_link": "cafe.example/impressum"}),
    ("SLA21", "RU", {"business.sector": "none"}),
    ("SLA21", "RU", {"channels.list": channel("max"), "business.sector": "finance"}),
]

SEVERITIES = {
    "SLA01": "fix", "SLA02": "fix", "SLA03": "look", "SLA04": "look", "SLA06": "fix",
    "SLA07": "look", "SLA10": "hint", "SLA11": "look", "SLA12": "look", "SLA13": "look",
    "SLA14": "fix", "SLA16": "fix", "SLA17": "look", "SLA18": "fix", "SLA20": "fix",
    "SLA21": "fix",
}  # fmt: skip
IN_COUNTRIES = {("SLA11", "DE"): "fix"}
