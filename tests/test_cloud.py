"""Folders of cloud services, told by their names."""

from pathlib import Path

import pytest

from wizard import cloud


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Users/ann/OneDrive/Policies", "OneDrive"),
        ("Users/ann/OneDrive - Coffee Corner Ltd/Policies", "OneDrive"),
        ("home/ann/Dropbox (Personal)", "Dropbox"),
        ("home/ann/Google Drive/x", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-ann@shop.example/My Drive", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Users/ann/iCloudDrive", "iCloud"),
        ("home/anna/Яндекс.Диск/Правила", "Яндекс.Диск"),
        ("home/anna/YandexDisk", "Яндекс.Диск"),
        ("home/anna/Yandex.Disk/x", "Яндекс.Диск"),
        ("home/anna/Облако Mail.ru", "Облако Mail"),
        ("home/anna/Mail.Ru Cloud/x", "Облако Mail"),
        ("home/anna/Nextcloud/x", "Nextcloud"),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(folder, service):
    assert cloud.service(Path("/") / folder) == service


@pytest.mark.parametrize("folder", ["home/ann/Documents", "home/ann/Dropboxes", "media/stick"])
def test_other_folders_belong_to_no_service(folder):
    assert cloud.service(Path("/") / folder) == ""


def test_a_link_into_a_cloud_folder_is_followed(tmp_path):
    target = tmp_path / "Dropbox" / "policies"
    target.mkdir(parents=True)
    link = tmp_path / "policies"
    try:
        link.symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert cloud.service(link) == "Dropbox"
