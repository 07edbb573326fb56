"""The process that a temporary file belongs to, told by a mark in the file's name."""

import os
import re
import sys
import time
import zlib
from functools import lru_cache
from pathlib import Path

FOREIGN_AGE = 7 * 24 * 3600
"""Seconds after which what another computer wrote, and did not finish, is taken for left behind."""

# Nine digits: more are no process id anywhere, and some systems refuse to be asked about them.
_MARK = re.compile(r"(?P<host>[0-9a-f]{8})-(?P<process>\d{1,9})-", re.ASCII)


def mark() -> str:
    """What tells this process from every other that may write into the same folder."""
    return f"{_host()}-{os.getpid()}"


def is_gone(path: Path) -> bool:
    """Whether the process whose mark, and a hyphen, stand in the name of the file has ended.

    Of a process on another computer only the age of the file can tell. A name without a mark is
    nobody's: never gone. A file that is not there raises OSError where its age is asked for.
    """
    found = _MARK.search(path.name)
    if found is None:
        return False
    if found["host"] != _host():
        return time.time() - path.stat().st_mtime > FOREIGN_AGE
    return not _runs(int(found["process"]))


@lru_cache(maxsize=1)
def _host() -> str:
    import platform  # Only here: nothing before the first screen asks.

    return f"{zlib.crc32(platform.node().encode('utf-8', 'surrogatepass')):08x}"


if sys.platform == "win32":

    def _runs(process: int) -> bool:
        """Whether there is such a process; os.kill, which tells it elsewhere, would end it here."""
        import ctypes

        query, still_active, denied = 0x1000, 259, 5
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(query, False, process))
        if not handle:
            return ctypes.get_last_error() == denied
        try:
            code = ctypes.c_ulong()
            known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
            return not known or code.value == still_active
        finally:
            kernel.CloseHandle(handle)

else:

    def _runs(process: int) -> bool:
        """Whether there is such a process."""
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except PermissionError:
            return True
        return True
