"""The ready texts as plain text files: one for each page, one for the replies."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from wizard import export, leftovers
from wizard.errors import UserError
from wizard.export import Order
from wizard.file_names import safe
from wizard.i18n import N_, translate
from wizard.interview import answers as interview
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.library import exports
from wizard.library.connection import Library
from wizard.paste import kit, telling
from wizard.paste.kit import Ready

KIT = "paste-kit"
"""The document whose texts these are."""
REPLIES = N_("Replies")


def write(
    library: Library, project: str, answers: Answers, languages: Iterable[str], folder: Path
) -> Iterator[Path]:
    """Write the files of the project, and tell each when it is there; what is ours is remembered.

    A foreign file keeps its place and name. UserError where a file cannot be written, and where
    there is no channel yet.
    """
    printed = interview.printable(answers)
    if not printed.channels.list:
        raise UserError(N_("There is no channel yet. Name your channels, and there are texts."))
    export.make_folder(folder)
    with leftovers.noted(folder):
        for language in dict.fromkeys(languages):
            order = Order(KIT, language, answers)
            name = wording.text(printed.business.name, language, printed)
            for title, text in _files(printed, language):
                path = folder / f"{safe(' - '.join(filter(None, (name, title, language))))}.txt"
                written = export.save(
                    text.encode("utf-8"), order, path, partial(exports.last_export, library)
                )
                export.remember(library, project, written)
                yield written.path


def _files(answers: Answers, language: str) -> Iterator[tuple[str, str]]:
    """Each file's title and its text; pages of one name are told apart by a number."""
    seen: dict[str, int] = {}
    for page in kit.pages(answers, language):
        seen[page.title] = seen.get(page.title, 0) + 1
        number = f" {seen[page.title]}" if seen[page.title] > 1 else ""
        heading = " · ".join(filter(None, (page.title, page.address)))
        yield page.title + number, _text(heading, page.texts, language)
    replies = translate(REPLIES, language)
    yield replies, _text(replies, kit.replies(answers, language), language)


def _text(heading: str, texts: Sequence[Ready], language: str) -> str:
    parts = [heading]
    for one in texts:
        about = telling.about(one, language)
        parts.append(f"*** {' · '.join(filter(None, (telling.title(one), about)))}\n\n{one.text}")
    return "\n\n\n".join(parts) + "\n"
