"""What the program remembers of how it is used: a small JSON file in the data folder."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from wizard import paths, whole

FILE = "settings.json"
DAMAGED = ".damaged"


@dataclass(frozen=True, slots=True)
class Settings:
    """Empty texts stand for "as the system has it"; ``text_size`` is in points, 0 the usual.

    A ``library_folder`` that was chosen holds a library, or did when it was chosen.
    """

    window_language: str = ""
    theme: str = "system"
    text_size: int = 0
    library_folder: str = ""
    export_folder: str = ""


def load() -> Settings:
    """The settings as they were kept; what cannot be read is set aside and begun anew."""
    raw, found = _raw(), Settings()
    for field in fields(Settings):
        value = raw.get(field.name)
        if isinstance(value, type(getattr(found, field.name))):
            found = replace(found, **{field.name: value})
    return found


def library_file(chosen: Settings | None = None) -> Path:
    """The library that window and command line open: in the folder chosen, else the usual one."""
    folder = (chosen or load()).library_folder
    return Path(folder) / paths.LIBRARY if folder else paths.library_file()


def save(settings: Settings) -> None:
    """Keep the settings, whole or not at all; what another version keeps there stays.

    A folder that cannot be written is no reason to stop: the settings then last until the end.
    """
    file = paths.data_folder() / FILE
    raw = _raw() | asdict(settings)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = json.dumps(raw, ensure_ascii=False, indent=1)
        whole.write(file, text.encode(), private=True)


def _raw() -> dict[str, object]:
    file = paths.data_folder() / FILE
    try:
        raw = json.loads(file.read_text("utf-8"))
    except OSError:
        return {}
    except ValueError:
        with suppress(OSError):
            os.replace(file, file.with_suffix(DAMAGED))
        return {}
    return raw if isinstance(raw, dict) else {}
