"""The issue that papers are printed for: the draft, or a published version and its people."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from wizard.documents.changes import ChangeSheet
from wizard.documents.edition import Edition
from wizard.interview.people import Member

By = Literal["", "department", "location"]


@dataclass(frozen=True, slots=True)
class Approval:
    """How one document was approved: by an order, or by signature on the document itself."""

    by_order: bool
    number: str = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What a version adds to the answers; empty for the draft.

    ``editions``, the ones ``replaced`` by them, ``change`` (one line on what changed) and
    ``approvals`` are by document; an approval that is missing is the one of the answers. ``asked``:
    by document the ids of those who are to be listed, documents without anybody left out; None: by
    rule. ``by``: one sheet for each group, or one for all. ``people``: those who are looked at,
    None for the staff list.
    """

    editions: Mapping[str, Edition] = field(default_factory=dict)
    asked: Mapping[str, frozenset[str]] | None = None
    by: By = ""
    sign_by: dt.date | None = None
    change: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Member, ...] | None = None
    changes: ChangeSheet | None = None
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    replaced: Mapping[str, Edition] = field(default_factory=dict)


DRAFT = Issue()
