"""What a program left behind that ended in the midst, and what the next one does about it."""

import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ui.__main__ import tidy
from wizard import export, leftovers, owner, paths, settings
from wizard.commands import program
from wizard.library.connection import open_library
from wizard.presence import Presence

STOPPED_WHILE_WRITING = """
import os, sys
from pathlib import Path
from wizard import export
os.replace = lambda *_: os._exit(9)
export.replace(Path(sys.argv[1]), b"new")
"""
"""A program that ends, as by SIGKILL, when its file is all written and not in its place yet."""


@pytest.fixture
def library():
    path = paths.library_file()
    open_library(path).close()
    return path


def crash(target):
    done = subprocess.run([sys.executable, "-c", STOPPED_WHILE_WRITING, str(target)], check=False)
    assert done.returncode == 9


def files_in(folder):
    return sorted(one.name for one in folder.rglob("*") if one.is_file())


def cleared(library, crashed):
    """Whether the next start clears the folder; it is put into the state after a crash before."""
    crash(crashed / "guide.docx")
    assert any(name.endswith(".part") for name in files_in(crashed))
    leftovers.clear(library)
    return files_in(crashed) == []


def test_a_folder_written_to_only_once_is_cleared_by_the_next_start(library, home, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    assert cleared(library, out)
    assert files_in(home / "unfinished") == []


def test_a_folder_named_in_no_alphabet_is_cleared_too(library, tmp_path):
    out = tmp_path / "Правила \udcff ☕"
    try:
        out.mkdir()
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    assert cleared(library, out)


def test_the_old_file_stays_where_the_new_one_was_not_finished(library, tmp_path):
    target = tmp_path / "guide.docx"
    target.write_bytes(b"old")
    crash(target)
    leftovers.clear(library)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.glob(".policy-wizard-*")) == []


def test_the_folders_of_the_library_are_cleared(library, home, part_of, ended):
    for folder in (home, library.parent / "backups"):
        part_of(folder, ended)
    before = files_in(home)
    leftovers.clear(library)
    assert set(before) - set(files_in(home)) == {part_of(home, ended).name}
    assert "library.sqlite" in files_in(home)


def test_the_folder_of_a_library_elsewhere_is_cleared_and_that_of_its_settings(
    tmp_path, home, part_of, ended
):
    for folder in (home, tmp_path / "stick", tmp_path / "stick" / "backups"):
        part_of(folder, ended)
    leftovers.clear(tmp_path / "stick" / "library.sqlite")
    assert files_in(tmp_path) == []


def test_the_signs_of_windows_that_crashed_are_cleared_and_those_of_living_ones_stay(
    library, ended
):
    living = Presence(library, "project")
    living.enter()
    folder = library.parent / "open"
    (here,) = folder.iterdir()
    gone = folder / f"project.{owner._host()}-{ended}-0123abcd"
    gone.touch()
    leftovers.clear(library)
    assert list(folder.iterdir()) == [here]


def test_every_command_clears_at_its_start(library, part_of, ended, capsys):
    part = part_of(library.parent, ended)
    assert program.run(["list"]) == 0
    assert not part.exists()


def test_the_window_clears_when_nobody_waits(library, part_of, ended, qtbot):
    from ui.keeper import Keeper
    from ui.window import Window

    part = part_of(library.parent, ended)
    keeper = Keeper(library)
    window = Window(keeper, settings.Settings())
    qtbot.addWidget(window)
    tidy(keeper, window)
    qtbot.waitUntil(lambda: not part.exists())
    qtbot.waitUntil(lambda: keeper.is_idle)
    keeper.close()


def test_an_export_clears_its_folder(tmp_path, part_of, ended):
    part_of(tmp_path / "out", ended)
    mine = part_of(tmp_path / "out", os.getpid())
    export.replace(tmp_path / "out" / "guide.docx", b"new")
    assert files_in(tmp_path / "out") == [mine.name, "guide.docx"]


def test_the_note_is_there_before_the_file_and_gone_after_the_last(tmp_path, home, monkeypatch):
    home.mkdir()
    seen = []
    replace = os.replace

    def look(source, target):
        seen.append(len(files_in(home / "unfinished")))
        replace(source, target)

    monkeypatch.setattr("os.replace", look)
    with leftovers.noted(tmp_path):
        export.replace(tmp_path / "one.docx", b"1")
        export.replace(tmp_path / "two.docx", b"2")
    assert seen == [1, 1]
    assert files_in(home / "unfinished") == []


def test_of_two_that_write_side_by_side_each_keeps_its_note(tmp_path, home):
    home.mkdir()
    inside, go_on = threading.Event(), threading.Event()

    def other():
        with leftovers.noted(tmp_path):
            inside.set()
            go_on.wait(30)

    thread = threading.Thread(target=other)
    thread.start()
    assert inside.wait(30)
    with leftovers.noted(tmp_path):
        assert len(files_in(home / "unfinished")) == 2
    assert len(files_in(home / "unfinished")) == 1
    go_on.set()
    thread.join()
    assert files_in(home / "unfinished") == []


def test_without_a_place_for_the_note_the_file_is_written_all_the_same(tmp_path, home):
    home.write_text("no folder")
    export.replace(tmp_path / "guide.docx", b"new")
    assert (tmp_path / "guide.docx").read_bytes() == b"new"


def test_a_data_folder_that_is_not_there_is_not_made_for_a_note(tmp_path, home):
    export.replace(tmp_path / "guide.docx", b"new")
    assert not home.exists()


def test_a_note_of_a_living_program_stays(library, home, tmp_path):
    with leftovers.noted(tmp_path):
        leftovers.clear(library)
        assert len(files_in(home / "unfinished")) == 1


def test_a_folder_out_of_reach_is_looked_for_again_and_at_last_forgotten(library, home, tmp_path):
    out = tmp_path / "stick"
    out.mkdir()
    crash(out / "guide.docx")
    out.rename(tmp_path / "unplugged")
    leftovers.clear(library)
    (note,) = (home / "unfinished").iterdir()
    (tmp_path / "unplugged").rename(out)
    leftovers.clear(library)
    assert files_in(out) == []
    assert not note.exists()
    crash(out / "guide.docx")
    out.rename(tmp_path / "unplugged")
    (note,) = (home / "unfinished").iterdir()
    old = time.time() - leftovers.FORGOTTEN_AFTER - 60
    os.utime(note, (old, old))
    leftovers.clear(library)
    assert not note.exists()


def test_a_note_cut_short_is_dropped(library, home, ended):
    notes = home / "unfinished"
    notes.mkdir()
    (notes / f"{owner._host()}-{ended}-1-00000000").touch()
    leftovers.clear(library)
    assert files_in(notes) == []


def test_a_folder_that_does_not_answer_holds_no_command_up(library, monkeypatch, capsys):
    never = threading.Event()
    monkeypatch.setattr(leftovers, "clear", lambda _library: never.wait())
    monkeypatch.setattr(leftovers, "PATIENCE", 0.01)
    assert program.run(["list"]) == 0
    never.set()


def test_scans_that_were_looked_at_are_the_owners_alone_and_go(library, home, ended):
    mine = leftovers.opened_folder()
    (mine / "scan.pdf").write_bytes(b"signed")
    if os.name == "posix":
        assert stat.S_IMODE(mine.stat().st_mode) == 0o700
    crashed = home / "opened" / f"{owner._host()}-{ended}-files"
    crashed.mkdir()
    (crashed / "scan.pdf").write_bytes(b"signed")
    leftovers.clear(library)
    assert files_in(home / "opened") == ["scan.pdf"]
    leftovers.drop_opened()
    assert list((home / "opened").iterdir()) == []


def test_nothing_of_ours_is_put_into_the_systems_folder_for_temporary_files():
    root = Path(__file__).resolve().parents[2]
    found = [
        str(file.relative_to(root))
        for package in ("wizard", "ui")
        for file in (root / package).rglob("*.py")
        if "tempfile" in (text := file.read_text("utf-8")) or "QTemporary" in text
    ]
    assert found == []
