"""Which documents a step feeds, as their templates tell."""

import re
from functools import lru_cache

from wizard import paths
from wizard.documents import templates

NAMED = re.compile(r'data-question="(\w+)\.(\w+)')

WEIGHT = 1.4
"""Above 1: a document that takes much from a step goes before one that takes little else."""


@lru_cache(maxsize=2)
def printed(language: str) -> dict[str, frozenset[tuple[str, str]]]:
    """By document the questions that its template names, each as ``(step, question)``.

    What is not offered of a draft is left out: it feeds on whatever is not given.
    """
    folder = paths.templates() / language
    return {
        document: frozenset(
            NAMED.findall((folder / f"{document}{templates.SUFFIX}").read_text("utf-8"))
        )
        for document, template in templates.documents(language).items()
        if template.offered
    }


def fed_by(step: str, language: str) -> list[str]:
    """The documents that name a question of the step, the one that is most about it first."""
    weights = {
        document: sum(one == step for one, _ in named) ** WEIGHT / max(1, len(named))
        for document, named in printed(language).items()
    }
    return sorted(
        (document for document, weight in weights.items() if weight),
        key=lambda document: -weights[document],
    )
