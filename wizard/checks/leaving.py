"""Findings that the owner leaves as they are: why, and as the answers were then."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wizard.checks.finding import Finding
from wizard.interview.kinds import Json

FINDINGS = "findings"
"""What they are stored under beside the steps: an object by the key of a finding."""
REASON_LIMIT = 2000
"""The most letters of a reason that are kept."""


@dataclass(frozen=True, slots=True)
class Left:
    """One finding is left, for this reason, as long as what raised it stays as it was."""

    reason: str
    evidence: str
    on: dt.date


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings that are open, and those that are left, each with the reason."""

    open: tuple[Finding, ...]
    left: tuple[tuple[Finding, Left], ...]


def parted(findings: Iterable[Finding], left: Mapping[str, Left]) -> Sorted:
    """The findings without those that are left; one whose answers changed is open again."""
    open_, kept = [], []
    for one in findings:
        known = left.get(one.key)
        if known is not None and known.evidence == one.evidence:
            kept.append((one, known))
        else:
            open_.append(one)
    return Sorted(tuple(open_), tuple(kept))


def read(stored: Mapping[str, Json]) -> dict[str, Left]:
    """What is left by key as it is stored; what cannot be read is passed over."""
    found: dict[str, Left] = {}
    for key, value in stored.items():
        if isinstance(value, dict):
            reason, evidence, on = value.get("reason"), value.get("evidence"), value.get("on")
            if isinstance(reason, str) and isinstance(evidence, str) and isinstance(on, str):
                try:
                    found[key] = Left(reason[:REASON_LIMIT], evidence, dt.date.fromisoformat(on))
                except ValueError:
                    continue
    return found


def dump(left: Left) -> Json:
    """What is left as it is stored."""
    return {"reason": left.reason, "evidence": left.evidence, "on": left.on.isoformat()}
