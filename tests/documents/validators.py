"""Validators of Word files: one that comes with the tests, and Microsoft's where it is there."""

import json
import os
import shlex
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from openxml_audit import OpenXmlValidator

VARIABLE = "POLICY_WIZARD_OOXML_VALIDATOR"
"""The command of the Open XML SDK's validator where it is not on the path; takes one file."""
COMMAND = shlex.split(os.environ.get(VARIABLE, "")) or [
    found for found in [shutil.which("ooxml-validator")] if found
]


def audited(folder: Path) -> list[str]:
    """What openxml_audit finds in the Word files of a folder."""
    validator = OpenXmlValidator()
    return [
        f"{file.name}: {finding}"
        for file in sorted(folder.glob("*.docx"))
        for finding in validator.validate(file).errors
    ]


def sdk(folder: Path) -> list[str]:
    """What the Open XML SDK finds in the Word files of a folder, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return [one for found in pool.map(_sdk, sorted(folder.glob("*.docx"))) for one in found]


def _sdk(file: Path) -> list[str]:
    done = subprocess.run([*COMMAND, file], capture_output=True, encoding="utf-8", timeout=60)
    said = json.loads(done.stdout)
    errors = [f"{file.name}: {one['description']} {one['xPath']}" for one in said["errors"]]
    return errors or ([] if said["ok"] else [f"{file.name}: {done.stderr}"])
