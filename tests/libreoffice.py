"""LibreOffice prints Word files to PDF, one call for each folder of them, two at a time."""

import shutil
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROGRAM = "soffice"
SECONDS = 300
"""How long a call may take; it gives up by itself in the midst of some hundreds of files."""


def missing(*tools: str) -> list[str]:
    """Which of the tools are not installed."""
    return [tool for tool in tools if shutil.which(tool) is None]


def print_folders(folders: Iterable[Path]) -> None:
    """Write a PDF beside each Word file; CalledProcessError where LibreOffice cannot."""
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(print_folder, folders))


def print_folder(folder: Path) -> None:
    """Write a PDF beside each Word file of one folder."""
    # A profile of its own: a second call with the same one would hand its files to the first.
    profile = (folder / "profile").resolve().as_uri()
    command = [PROGRAM, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", folder, *sorted(folder.glob("*.docx"))],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=SECONDS,
    )
