"""The command line's front door: errors are sentences, bugs go to the log file."""

import sys
from collections.abc import Sequence

from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate

EXIT_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, or 2 for an error."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    from wizard.commands import program

    try:
        return program.run(given)
    except UserError as error:
        return _say(error.message, **error.values)
    except BrokenPipeError:
        sys.stderr.close()
        return EXIT_ERROR
    except Exception as error:
        from wizard import logbook  # Only here: it is seldom needed.

        return _say(
            N_("Something went wrong inside the program; what happened is written in {file}."),
            file=logbook.bug(error),
        )


def _say(message: str, **values: object) -> int:
    print(translate(message, system_language()).format(**values), file=sys.stderr)
    return EXIT_ERROR


if __name__ == "__main__":
    sys.exit(main())
