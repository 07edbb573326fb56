"""What a project of another release keeps when it is opened: no wording changes by itself."""

import logging

from wizard import catalogue_release
from wizard.errors import UserError
from wizard.interview import answers as interview
from wizard.interview import keeping, snapshot, wording
from wizard.interview.answers import Answers
from wizard.interview.keeping import Wording
from wizard.interview.kinds import Json
from wizard.library import answers as stored_answers
from wizard.library import catalogues
from wizard.library.connection import Library
from wizard.library.projects import Project

Stored = dict[str, dict[str, Json]]

_log = logging.getLogger(__name__)


def carried_over(library: Library, project: Project, stored: Stored) -> Stored:
    """The stored answers with the wordings that the project keeps from the release it followed.

    Both are written down, so that this happens once for each release; where that fails today, the
    project is opened all the same. A project that knows of no release takes the present one.
    """
    present = catalogue_release.present()
    known = catalogues.release_of(library, project.id)
    if known == present:
        return stored
    kept = _kept(library, known, interview.read(project.trade, stored), stored)
    try:
        with library.transaction():
            if catalogues.release_of(library, project.id) != known:
                # Another window has been quicker, and may have settled some of them since.
                return stored_answers.load(library, project.id)
            if kept or keeping.WORDING in stored:
                stored_answers.put(library, project.id, keeping.WORDING, kept)
            if not catalogues.knows(library, present):
                catalogues.remember(library, present, catalogue_release.texts())
            catalogues.set_release(library, project.id, present)
    except UserError as error:
        _log.warning("What the project keeps of its wordings is not written down: %s", error)
    return {**stored, keeping.WORDING: kept}


def _kept(library: Library, release: str, answers: Answers, stored: Stored) -> dict[str, Json]:
    """By reference what differs from the present catalogue, of the texts that are in use."""
    archived = catalogues.texts_of(library, release) if release else {}
    known = keeping.read(stored.get(keeping.WORDING, {}))
    kept: dict[str, Json] = {}
    if not archived and not known:
        return kept
    from wizard import feeds  # Only here: it reads the templates, and that once for each release.

    for ref in sorted(snapshot.references(answers, feeds.named())):
        before = known.get(ref) or Wording(archived.get(ref, {}))
        now = wording.texts(ref, {})
        if any(now.get(language) != text for language, text in before.texts.items()):
            # What was declined stays so as long as the catalogue says just that.
            declined = before.declined if before.declined == now else {}
            kept[ref] = keeping.dump(Wording(before.texts, declined))
    return kept
