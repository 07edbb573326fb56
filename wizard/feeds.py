"""Which documents a step feeds, as their templates tell."""

import re
from collections import Counter
from functools import lru_cache

from wizard import paths
from wizard.documents import templates

NAMED = re.compile(r'data-question="(\w+)\.(\w+)')


@lru_cache(maxsize=2)
def printed(language: str) -> dict[str, Counter[tuple[str, str]]]:
    """By document how often its template names each question, as ``(step, question)``."""
    folder = paths.templates() / language
    return {
        document: Counter(
            NAMED.findall((folder / f"{document}{templates.SUFFIX}").read_text("utf-8"))
        )
        for document in templates.documents(language)
    }


def fed_by(step: str, language: str) -> list[str]:
    """The documents that name a question of the step, the one that names most of them first."""
    found = {
        document: sum(count for (one, _), count in named.items() if one == step)
        for document, named in printed(language).items()
    }
    order = list(found)
    fed = [document for document in order if found[document]]
    return sorted(fed, key=lambda document: (-found[document], order.index(document)))
