"""Folders that a cloud service copies by itself, told by their names."""

import re
from pathlib import Path

SERVICES = {
    "OneDrive": r"onedrive",
    "Dropbox": r"dropbox",
    "Google Drive": r"google ?drive|google диск|my drive|мой диск",
    "iCloud": r"icloud ?(drive)?|com~apple~clouddocs|mobile documents",
    "Яндекс.Диск": r"яндекс[. ]?диск|yandex[. ]?disk",
    "Облако Mail": r"(облако|cloud) mail(\.ru)?|mail\.ru (cloud|облако)",
    "Nextcloud": r"nextcloud",
}
"""The services, each with what its folder is called in lower case, whatever follows it."""


def service(folder: Path) -> str:
    """The cloud service that the folder seems to belong to; empty where it seems to belong to none.

    A folder counts by what it is called on its way from the root, links followed.
    """
    parts = {part.casefold() for part in (*folder.parts, *folder.resolve().parts)}
    for name, pattern in SERVICES.items():
        # OneDrive – Firm, Dropbox (Home), GoogleDrive-me@…: but not Dropboxes.
        if any(re.match(rf"({pattern})(?![a-zа-яё])", part) for part in parts):
            return name
    return ""
