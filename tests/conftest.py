"""What every test stands on: built translations, a data folder of its own, English sentences."""

import itertools
import os
import shutil
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from pytestqt.qtbot import QtBot

from wizard import catalogue_release, i18n, paths
from wizard.interview import catalogue, wording

# Before Qt is loaded: tests need no screen, and show nothing on one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 30_000
"""Milliseconds that a test waits for what the window does: a busy machine takes its time."""
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "translations"


class PatientBot(QtBot):
    """Goes on as soon as it can, and gives up late."""

    def waitUntil(self, callback, *, timeout=PATIENCE):  # noqa: N802
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp, request):
    """The bot of pytest-qt, with more patience."""
    return PatientBot(request)


@pytest.fixture(scope="session", autouse=True)
def built_translations():
    """Each ``.mo`` built anew where it is missing or older than its ``.po``, as run.py does."""
    for source in TRANSLATIONS.rglob("*.po"):
        built = source.with_suffix(".mo")
        if built.is_file() and built.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parent.parent.name)
        fresh = built.with_name(f"{built.name}.{os.getpid()}.tmp")
        with fresh.open("wb") as stream:
            write_mo(stream, catalogue)
        fresh.replace(built)
        i18n._catalogue.cache_clear()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """The data folder of this test alone; nothing of the person at the keyboard is touched."""
    folder = tmp_path / "home"
    monkeypatch.setenv(paths.HOME_VARIABLE, str(folder))
    monkeypatch.setenv("POLICY_WIZARD_LANGUAGE", "en")
    return folder


@pytest.fixture
def new_release(tmp_path, monkeypatch):
    """``new_release(("do", old, new), ...)``: the catalogues as the next release has them.

    Each change replaces a piece of a catalogue's or a trade's file, as the last release has it.
    """
    releases = itertools.count(1)

    def forget():
        for remembered in (
            catalogue.catalogue,
            catalogue.read,
            catalogue.referred,
            wording.nouns,
            catalogue_release.present,
        ):
            remembered.cache_clear()

    def released(*changes):
        folder = tmp_path / f"release-{next(releases)}"
        shutil.copytree(str(paths.resources()), folder)
        for name, old, new in changes:
            (file,) = folder.glob(f"*/{name}.toml")
            content = file.read_text("utf-8")
            assert content.count(old) == 1, (name, old)
            file.write_text(content.replace(old, new), "utf-8")
        monkeypatch.setattr(paths, "resources", lambda: folder)
        forget()

    yield released
    monkeypatch.undo()
    forget()
