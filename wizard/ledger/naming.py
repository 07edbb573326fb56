"""Where a person is still named in words: in what was published, and in the answers."""

import re
from collections.abc import Iterator

from wizard.errors import UserError
from wizard.language.folding import folded
from wizard.library import answers, values, versions
from wizard.library.connection import Library
from wizard.library.people import Person
from wizard.library.values import Json


def in_versions(library: Library, project: str, person: Person) -> tuple[int, ...]:
    """The numbers of the versions whose frozen pages or answers hold the person's surname.

    The given name counts where there is no surname. Published pages are never changed.
    """
    name = _name(person)
    if name is None:
        return ()
    contents: dict[str, bool] = {}

    def holds(content: str) -> bool:
        if content not in contents:
            contents[content] = _holds(library, content, name)
        return contents[content]

    return tuple(
        version.number
        for version in versions.versions(library, project)
        if holds(version.answers)
        or any(holds(page.content) for page in versions.pages(library, project, version.number))
    )


def in_answers(library: Library, project: str, person: Person) -> tuple[str, ...]:
    """The steps whose answers as they stand hold the name."""
    name = _name(person)
    if name is None:
        return ()
    stored = answers.load(library, project)
    return tuple(
        step
        for step, body in stored.items()
        if any(name.search(folded(text)) for text in _texts(body))
    )


def _holds(library: Library, content: str, name: re.Pattern[str]) -> bool:
    """Whether frozen bytes hold the name; what cannot be read may."""
    try:
        raw = values.decode(versions.content(library, content).decode())
    except (UserError, ValueError, RecursionError):
        return True
    return any(name.search(folded(text)) for text in _texts(raw))


def _name(person: Person) -> re.Pattern[str] | None:
    word = folded(person.surname.strip() or person.given.strip())
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") if word else None


def _texts(raw: Json) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, list):
        for one in raw:
            yield from _texts(one)
    elif isinstance(raw, dict):
        yield from _texts(list(raw.values()))
