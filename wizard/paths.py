"""Where the program's own data and the user's data live."""

import os
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

HOME_VARIABLE = "POLICY_WIZARD_HOME"
LIBRARY = "library.sqlite"
"""What a library is called, whichever folder it lies in."""


def resources() -> Traversable:
    """The folder of catalogues, trade examples, translations and house style."""
    return files("resources")


def templates() -> Path:
    """The folder with one sub-folder of document templates per language."""
    return Path(str(files("templates")))


@lru_cache(maxsize=1)
def _platform_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("policy-wizard", appauthor=False, roaming=False))


def data_folder() -> Path:
    """The user's data folder: ``POLICY_WIZARD_HOME`` if set, else the system's own place."""
    home = os.environ.get(HOME_VARIABLE, "")
    return Path(home).expanduser() if home else _platform_folder()


def library_file() -> Path:
    """The library in the data folder: the one that is opened unless another folder was chosen."""
    return data_folder() / LIBRARY


def log_file() -> Path:
    """Where the traceback of a bug is kept; holds no answers."""
    return data_folder() / "policy-wizard.log"
