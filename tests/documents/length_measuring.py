"""How long LibreOffice makes the public promise: the cases, and the script that measures them.

    python -m tests.documents.length_measuring

writes ``length_measured.toml`` anew. It wants soffice, pdftotext and a font with the widths of
Arial (Liberation Sans) and takes a minute or two. Run it after a change of the promise's template,
of the house style or of what the examples say, and look at what changed.
"""

import copy
import datetime as dt
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tests import libreoffice
from wizard import examples
from wizard.documents import house
from wizard.documents.frozen import FrozenPage, freeze, written
from wizard.documents.writing import stamp
from wizard.i18n import LANGUAGES
from wizard.interview import answers as interview

DOCUMENT = "promise"
DAY = dt.date(2026, 12, 1)
TOOLS = ("soffice", "pdftotext")
FONT = "LiberationSans"
BATCH = 70  # LibreOffice gives up in the midst of some hundreds of files
MEASURED = Path(__file__).with_name("length_measured.toml")
TRADES = [trade for trade in examples.trades() if trade != examples.EMPTY]
PLATFORMS = ("youtube", "tiktok", "linkedin", "viber", "x", "bluesky", "odnoklassniki", "mastodon")
ADDRESSES = (
    "@a_short_one",
    "a-page.example/the-town/where-we-are",
    "page.example/with_a_name_that_is_much_longer_than_the_column_is_wide",
)
SENTENCES = {
    "en": (
        "We are a small team, so please give us the order number and a photo if you have one.",
        "We read everything:\neven what is long.",
        "If something went wrong with an order from one of our partners – a delivery service, "
        "say – write to us all the same, and we will find out together who can put it right.",
        "On public holidays the answer may take until the next morning (sorry!).",
    ),
    "ru": (
        "Нас немного, поэтому сразу пришлите номер заказа и фотографию, если она есть.",
        "Читаем всё:\nи длинное тоже.",
        "Если подвёл кто-то из партнёров — например, служба доставки, — всё равно напишите нам: "
        "вместе разберёмся, кто и когда исправит ошибку.",
        "В праздники ответ иногда приходит только на следующее утро (простите!).",
    ),
}
RULES = {
    "en": (
        "Shouting",
        "Photographs of other people who have not been asked whether they want to be shown",
        "Comments on the looks, the age or the accent of anybody on our team",
        "Copies of one and the same message",
        "Politics, of whatever side; there are better places for it than under our posts",
    ),
    "ru": (
        "Крик",
        "Снимки посторонних людей, которых не спросили, хотят ли они оказаться в кадре",
        "Замечания о внешности, возрасте и произношении сотрудников",
        "Одно и то же сообщение много раз",
        "Политика, с какой бы стороны она ни была: под нашими записями ей не место",
    ),
}


class Change(NamedTuple):
    """What a case adds to an example, or how many rows it leaves where ``keep`` says so."""

    channels: int = 0
    rules: int = 0
    welcome: int = 0
    places: int = 0
    sentences: int = 0
    keep: int = 0


CASES = {
    "example": Change(),
    "bare": Change(keep=1),
    "short": Change(keep=2, sentences=1),
    "channels-2": Change(channels=2),
    "channels-5": Change(channels=5),
    "channels-9": Change(channels=9),
    "channels-22": Change(channels=22),
    "rules-3": Change(rules=3),
    "rules-7": Change(rules=7),
    "rules-18": Change(rules=18),
    "welcome-6": Change(welcome=6),
    "places-3": Change(places=3),
    "places-9": Change(places=9),
    "sentences-2": Change(sentences=2),
    "sentences-4": Change(sentences=4),
    "sentences-12": Change(sentences=12),
    "sentences-40": Change(sentences=40),
    "mixed-1": Change(channels=1, rules=1, places=1, sentences=1),
    "mixed-2": Change(channels=2, rules=2, welcome=2, places=2, sentences=2),
    "mixed-4": Change(channels=4, rules=4, welcome=4, places=4, sentences=4),
    "mixed-6": Change(channels=6, rules=3, welcome=5, places=2, sentences=16),
    "mixed-9": Change(channels=9, rules=12, welcome=5, places=6, sentences=8),
    "mixed-14": Change(channels=14, rules=9, welcome=9, places=9, sentences=28),
}


def stored(trade: str, language: str, change: Change) -> examples.Stored:
    """The stored answers of a case: the trade's invented business, changed."""
    found = copy.deepcopy(examples.with_facts(trade, language=language))
    business, channels, community = (found[step] for step in ("business", "channels", "community"))
    lists = (
        (business, "locations", _places(language)),
        (channels, "list", _channels(language)),
        (community, "not_tolerated", _rules(language)),
        (community, "welcome", _rules(language)),
    )
    added = (change.places, change.channels, change.rules, change.welcome)
    for (step, name, rows), count in zip(lists, added, strict=True):
        kept = step.get(name, [])
        step[name] = (kept[: change.keep] if change.keep else kept) + rows[:count]
    if change.keep:
        found["hours"]["closed"] = []
    for place in range(change.sentences):
        question = ("late", "private_data", "unhappy_include", "unhappy_moved")[place % 4]
        said = SENTENCES[language][place % 4]
        before = community.get(question)
        community[question] = f"{before} {said}" if isinstance(before, str) else said
    return found


def _channels(language: str) -> list[dict[str, object]]:
    rows = []
    for place in range(30):
        row = {
            "platform": PLATFORMS[place % len(PLATFORMS)],
            "address": ADDRESSES[place % len(ADDRESSES)],
            "gives": [["news"], ["orders", "help", "reviews", "offers"], ["help"]][place % 3],
            "gives_also": RULES[language][place % 5] if place % 2 else "",
        }
        rows.append(examples.channel_from(row) | {"id": f"more-{place}"})
    return rows


def _rules(language: str) -> list[dict[str, object]]:
    texts = RULES[language]
    return [{"id": f"more-{place}", "text": texts[place % len(texts)]} for place in range(30)]


def _places(language: str) -> list[dict[str, object]]:
    name, address = {
        "en": ("The second house", "Unit 4, The Old Tannery, 117–119 Long Bridge Street, Leeds"),
        "ru": ("Второй адрес", "г. Казань, ул. Генерала Ерёменко, д. 117, корпус 4, помещение 12"),
    }[language]
    return [
        {"id": f"more-{place}", "name": name, "address": address if place % 2 else "Leeds 4"}
        for place in range(12)
    ]


def case(trade: str, language: str, paper: str, name: str) -> FrozenPage:
    """The page of a case."""
    return replace(_page(trade, language, name), paper=paper)


@lru_cache(maxsize=1024)
def _page(trade: str, language: str, name: str) -> FrozenPage:
    raw = stored(trade, language, CASES[name])
    return freeze(DOCUMENT, interview.read(trade, raw), language, DAY)


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Every case by its trade, language, paper and name."""
    for trade in TRADES:
        for language in LANGUAGES:
            for paper in house.PAPERS:
                for name in CASES:
                    yield trade, language, paper, name


def measured(pages: list[FrozenPage], folder: Path) -> list[float]:
    """How many pages LibreOffice fills with each; ``folder`` takes the files and the profile."""
    files = []
    for place, page in enumerate(pages):
        file = folder / f"{place:04}.docx"
        file.write_bytes(written(page, stamp(DOCUMENT, page.language, DAY)))
        files.append(file)
    libreoffice.print_folder(folder)
    return [filled(file.with_suffix(".pdf"), page) for file, page in zip(files, pages, strict=True)]


def filled(pdf: Path, page: FrozenPage) -> float:
    """The pages before the last, and how far down the last one its text goes: 1.0 is its end."""
    sheet = house.sheet(page.look, page.paper, binding=page.binding)
    top, bottom = sheet.top / 20, (sheet.height - sheet.bottom) / 20
    said = subprocess.run(
        ["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    leaves = said.split("<page ")[1:]
    ends = (float(end) for end in re.findall(r'yMax="([\d.]+)"', leaves[-1]))
    lowest = max(end for end in ends if end <= bottom + 1)
    return len(leaves) - 1 + min((lowest - top) / (bottom - top), 1.0)


def main() -> None:
    """Measure every case and write the figures."""
    wanted = list(cases())
    fonts = subprocess.run(["fc-match", "Arial"], capture_output=True, check=True, text=True)
    if not fonts.stdout.startswith((FONT, "Arial", "arial")):
        sys.exit("Install Liberation Sans first: without it the figures are of another font.")
    batches = [wanted[place : place + BATCH] for place in range(0, len(wanted), BATCH)]
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        folders = [Path(name) / str(place) for place in range(len(batches))]
        for folder in folders:
            folder.mkdir()
        pages = [[case(*one) for one in batch] for batch in batches]
        figures = [one for batch in pool.map(measured, pages, folders) for one in batch]
    found = dict(zip(wanted, figures, strict=True))
    lines = ["# Pages as LibreOffice fills them; written by length_measuring.py."]
    for trade, language, paper, name in wanted:
        if name == next(iter(CASES)):
            lines.append(f"\n[{trade}.{language}.{paper}]")
        lines.append(f"{name} = {found[trade, language, paper, name]:.3f}")
    MEASURED.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
