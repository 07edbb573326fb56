"""The log file: what went wrong and where in the program, never an answer.

An error may quote what somebody typed, as KeyError does, and so may the words of a message. So of
an error the log keeps the kind and the places in the program, of a message the text as it stands
in the program, without the values that fill it.
"""

import logging
import os
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from wizard import paths, private
from wizard.errors import UserError

LARGEST = 256 * 1024
"""Bytes after which the log begins anew; the one before is kept."""
FRAMES = 60
"""So many places, the last ones, are told of an error: without end it would fill the log."""
OURS = ("wizard", "ui", "root")
_log = logging.getLogger("wizard")


class Discreet(logging.Formatter):
    """Writes a record without any value: text of the program, kinds of errors, places in code."""

    def format(self, record: logging.LogRecord) -> str:
        """The record in one line, and below it what was raised."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}: {_template(record)}"
        if record.exc_info and record.exc_info[1] is not None:
            head = "\n".join([head, *_raised(record.exc_info[1])])
        return head


class LogFile(logging.FileHandler):
    """The log of this computer's user, of bounded size and for the owner's eyes only."""

    def __init__(self, *, at_once: bool = False) -> None:
        """Open the file with the first record, or ``at_once``; OSError where it cannot be."""
        file = paths.log_file()
        private.make_folder(file.parent)
        private.narrow(file)
        super().__init__(file, delay=not at_once)
        self.setFormatter(Discreet())

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record; a full log is put aside before."""
        with suppress(OSError):
            if os.path.getsize(self.baseFilename) > LARGEST:
                self.close()
                os.replace(self.baseFilename, f"{self.baseFilename}.old")
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Where the log cannot be written, work goes on; Python would print what it quotes."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", opener=private.opener)


def begin() -> None:
    """Let all that is logged from now on go to the log file, where it can be written."""
    with suppress(OSError):
        logging.getLogger().addHandler(LogFile())


def bug(error: BaseException) -> str:
    """Log an error that nobody foresaw; where it can be read: the path, or ``stderr``."""
    handler: logging.Handler
    try:
        handler, where = LogFile(at_once=True), str(paths.log_file())
    except OSError:
        handler, where = logging.StreamHandler(sys.stderr), "stderr"
        handler.setFormatter(Discreet())
    # Past the loggers: another one may have been given a handler that tells everything.
    handler.handle(_record(error))
    handler.close()
    return where


def _record(error: BaseException) -> logging.LogRecord:
    raised = (type(error), error, error.__traceback__)
    return _log.makeRecord(_log.name, logging.ERROR, __file__, 0, "A bug", (), raised)


def _template(record: logging.LogRecord) -> str:
    """The text of a message as it stands in the program.

    What a stranger logs without values may have them in it already: only its place is kept.
    """
    if isinstance(record.msg, BaseException):
        return _kind(record.msg)
    if record.name.split(".")[0] in OURS or record.args:
        told = [one for one in _given(record) if isinstance(one, BaseException)]
        return " ".join([str(record.msg), *(f"({_kind(one)})" for one in told)])
    return f"(a message of {Path(record.pathname).name}, line {record.lineno})"


def _given(record: logging.LogRecord) -> tuple[object, ...]:
    return record.args if isinstance(record.args, tuple) else ()


def _kind(error: BaseException) -> str:
    """What kind of error it is; of ours the sentence too, which is fixed until it is filled."""
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}: {error.message}" if isinstance(error, UserError) else name


def _raised(error: BaseException) -> Iterator[str]:
    """The error, where it was raised, and those that it came from, as Python tells them."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield f"  {_kind(one)}"
        yield from _frames(one.__traceback__)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if one is not None:
            yield "  while or because of"


def _frames(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in deque(walk_tb(trace), maxlen=FRAMES):
        code = frame.f_code
        yield f'    File "{code.co_filename}", line {line}, in {code.co_name}'
