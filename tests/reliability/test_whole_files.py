"""Files are written whole or not at all, wherever the program is stopped meanwhile."""

import os
import stat
import subprocess
import sys

import pytest

from wizard import owner, whole

POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_what_the_block_leaves_takes_the_place_in_one_step(tmp_path):
    target = tmp_path / "guide.docx"
    target.write_bytes(b"old")
    with whole.replacing(target) as part:
        assert part.parent == tmp_path
        part.write_bytes(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    target = tmp_path / "guide.docx"
    target.write_bytes(b"old")

    def stop_halfway():
        with whole.replacing(target) as part:
            part.write_bytes(b"ne")
            for suffix in whole.OF_SQLITE:
                part.with_name(part.name + suffix).write_bytes(b"")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_a_name_can_be_is_written(tmp_path):
    target = tmp_path / ("n" * 255)
    whole.write(target, b"new")
    assert target.read_bytes() == b"new"


def test_the_content_is_on_the_disk_before_it_takes_the_place(tmp_path, monkeypatch):
    done = []
    flush, replace = os.fsync, os.replace
    monkeypatch.setattr("os.fsync", lambda handle: (done.append("flushed"), flush(handle)))
    monkeypatch.setattr("os.replace", lambda one, other: (done.append("put"), replace(one, other)))
    whole.write(tmp_path / "guide.docx", b"new")
    folder = ["flushed"] * (os.name == "posix")
    assert done == ["flushed", "put", *folder]


@POSIX
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_what_is_private_is_for_its_owner_and_the_rest_as_the_system_has_it(tmp_path, mask):
    before = os.umask(mask)
    try:
        whole.write(tmp_path / "own", b"", private=True)
        whole.write(tmp_path / "shared", b"")
    finally:
        os.umask(before)
    assert mode_of(tmp_path / "own") == 0o600
    assert mode_of(tmp_path / "shared") == 0o666 & ~mask


def test_the_parts_of_ended_programs_go_and_nothing_else_does(tmp_path, part_of, ended):
    left = [part_of(tmp_path, ended, suffix=suffix) for suffix in ("", *whole.OF_SQLITE)]
    kept = [part_of(tmp_path, os.getpid()), part_of(tmp_path, os.getppid())]
    for name in ("guide.docx", "tmpab12.part", f"{left[0].name}.docx", left[0].name[1:]):
        (tmp_path / name).write_bytes(b"somebody's")
        kept.append(tmp_path / name)
    whole.sweep(tmp_path)
    assert set(tmp_path.iterdir()) == set(kept)


def test_a_part_of_another_computer_goes_only_when_it_is_old(tmp_path, part_of, ended):
    part = part_of(tmp_path, ended, host="00000000")
    whole.sweep(tmp_path)
    assert part.exists()
    old = part.stat().st_mtime - owner.FOREIGN_AGE - 60
    os.utime(part, (old, old))
    whole.sweep(tmp_path)
    assert not part.exists()


def test_a_process_that_belongs_to_somebody_else_runs_too(tmp_path, part_of, ended, monkeypatch):
    def not_yours(process, signal):
        raise PermissionError(1, "Operation not permitted")

    part = part_of(tmp_path, ended)
    monkeypatch.setattr("os.kill", not_yours)
    assert not owner.is_gone(part)


def test_the_part_that_a_living_program_writes_is_not_touched(tmp_path):
    code = (
        "import sys; from pathlib import Path; from wizard import whole\n"
        "with whole.replacing(Path(sys.argv[1])) as part:\n"
        "    part.write_bytes(b'new'); print('writing', flush=True); sys.stdin.readline()\n"
    )
    target = tmp_path / "guide.docx"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline().strip() == b"writing"
        whole.sweep(tmp_path)
        other.communicate(b"\n")
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_or_a_device_never_gives_way_to_a_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="Invalid"):
        whole.write(tmp_path / "pipe", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]
    assert (tmp_path / "pipe").is_fifo()
