"""A library as one is after a year, what can be done to it, and how its bytes can be spoilt."""

import datetime as dt
import random
import struct
import zlib

from tests.story import publish_story
from wizard import checked, export, saving, starting
from wizard.interview.places import Place
from wizard.ledger import ledger
from wizard.library import backups, blobs, events, files, journal, people, projects, versions
from wizard.library.connection import open_library
from wizard.versions import issuing, reopening

TODAY = dt.date(2026, 11, 28)


def picture():
    """A grey square as PNG, with more bytes than a page of SQLite has."""

    def chunk(name, content):
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    rows = zlib.compress(b"".join(b"\0" + bytes([row]) * 100 for row in range(100)), 0)
    head = struct.pack(">IIBBBBB", 100, 100, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def build(path):
    """A café that has published twice, a shop, people, signatures, blobs, one copy of last week."""
    with open_library(path, daily_backup=False) as library:
        publish_story(library, today=TODAY)
        shop = starting.create(library, "Магазин", example="shop", language="ru", facts=True)
        session = saving.opened(library, shop)
        session.give(Place("business", "logo"), blobs.put(library, picture(), "image/png"))
        session.give(Place("business", "name"), "Лавка")
        session.give(Place("business", "valid_from"), "soon")
        saving.save_session(library, session)
        backups.daily(library, today=TODAY - dt.timedelta(days=7))
        library.compact()


def walk(path, folder, *, daily=True):
    """Everything that is done with a library, each as one work; a work may raise UserError.

    With ``daily=False`` it is opened as the window does, which has it backed up a while later.
    """
    with open_library(path, daily_backup=daily) as library:
        listed = projects.projects(library)
        yield lambda: projects.projects(library, find="a", binned=True)
        for one in listed:
            yield from _of_project(library, one, folder)
        yield lambda: versions.found_by(library, "ab")
        yield lambda: backups.daily(library, today=TODAY + dt.timedelta(days=400))


def _of_project(library, project, folder):
    yield lambda: _export(library, project, folder)
    yield lambda: _change(library, project)
    yield lambda: people.people_at(library, project.id, dt.datetime(2026, 10, 1, tzinfo=dt.UTC))
    yield lambda: journal.entries(library, project.id, limit=-1)
    yield lambda: events.events(library, project.id)
    yield lambda: ledger.read(library, project.id, TODAY)
    yield lambda: [
        reopening.reopen(library, project.id, one.number)
        for one in versions.versions(library, project.id)
    ]
    yield lambda: _print_again(library, project, folder)
    yield lambda: files.save_as(library, project.id, folder / "saved.policies")
    yield lambda: projects.duplicate(library, project.id, "Copy")
    yield lambda: projects.delete_for_good(library, project.id)


def _export(library, project, folder):
    session = saving.opened(library, project)
    checked.of_session(session, TODAY, session.language)
    for order in export.orders(session.answers, (session.language,), ("promise",)):
        export.write(export.equipped(library, order), folder, TODAY, lambda _path: None)


def _print_again(library, project, folder):
    session = saving.opened(library, project)
    for one in versions.versions(library, project.id):
        for order in issuing.of_version(
            library, session, one.number, TODAY, documents=("promise",)
        ):
            export.write(order, folder, TODAY, lambda _path: None)


def _change(library, project):
    session = saving.opened(library, project)
    session.give(Place("business", "city"), "Omsk")
    saving.save_session(library, session)


def spoilt(content, rng):
    """The bytes of a library as a bad disk gives them back, and what was done to them."""
    kind = rng.choice(("cut", "byte", "byte", "byte", "page", "zeros", "head", "text", "moved"))
    spoil = bytearray(content)
    place = rng.randrange(len(spoil))
    page = place // 4096 * 4096
    if kind == "cut":
        return bytes(spoil[:place]), f"cut at {place}"
    if kind == "byte":
        for at in [place, *(rng.randrange(len(spoil)) for _ in range(rng.choice((0, 0, 5, 50))))]:
            spoil[at] ^= 1 << rng.randrange(8)
    elif kind == "page":
        spoil[page : page + 4096] = rng.randbytes(4096)
    elif kind == "zeros":
        spoil[page : page + 4096] = bytes(4096)
    elif kind == "head":
        spoil[rng.randrange(100)] = rng.randrange(256)
    elif kind == "moved":
        other = rng.randrange(len(spoil)) // 4096 * 4096
        spoil[page : page + 4096] = content[other : other + 4096]
    else:
        # Letters become others: such rows are whole for SQLite, and make no sense.
        for at in range(place, min(place + 400, len(spoil))):
            if 0x21 < spoil[at] < 0x7F and not rng.randrange(12):
                spoil[at] = rng.choice(b'aZ09-:{}[]",%/')
    return bytes(spoil), f"{kind} at {place}"


def spoilt_log(log, rng):
    """The bytes of the log beside a library: cut, changed, replaced by noise, or gone."""
    kind = rng.choice(("cut", "byte", "noise", "gone"))
    spoil = bytearray(log)
    if kind == "cut":
        return bytes(spoil[: rng.randrange(len(spoil))])
    if kind == "byte":
        for _ in range(rng.choice((1, 20))):
            spoil[rng.randrange(len(spoil))] ^= 1 << rng.randrange(8)
        return bytes(spoil)
    return rng.randbytes(len(spoil)) if kind == "noise" else b""


def seeded(seed):
    """Chance that can be had again."""
    return random.Random(seed)
