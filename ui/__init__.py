"""The window: all that shows itself and all that is clicked; the only package that knows Qt."""

import builtins
from contextlib import suppress

with suppress(ImportError):  # where Qt cannot be loaded, whoever needs it says so
    import PySide6.QtCore  # noqa: F401 - what follows undoes a part of what this does

# From here on PySide reads the source of every module that is imported, to learn whether it wants
# Qt's names in snake_case. None of ours does, and it would cost a sixth of the time until the
# first screen is shown.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
