"""Which documents a step feeds, as their templates tell."""

import re
from functools import lru_cache

from wizard import paths
from wizard.documents import templates

NAMED = re.compile(r'data-question="(\w+)\.(\w+)')


@lru_cache(maxsize=2)
def printed(language: str) -> dict[str, frozenset[tuple[str, str]]]:
    """By document the questions that its template names, each as ``(step, question)``."""
    folder = paths.templates() / language
    return {
        document: frozenset(
            NAMED.findall((folder / f"{document}{templates.SUFFIX}").read_text("utf-8"))
        )
        for document in templates.documents(language)
    }


def fed_by(step: str, language: str) -> list[str]:
    """The documents that name a question of the step, the one that names most of them first."""
    found = {
        document: sum(one == step for one, _ in named)
        for document, named in printed(language).items()
    }
    order = list(found)
    fed = [document for document in order if found[document]]
    return sorted(fed, key=lambda document: (-found[document], order.index(document)))
