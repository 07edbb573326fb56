"""Which documents a step feeds, and which catalogue texts they name, as their templates tell."""

import re
from functools import lru_cache

from wizard import paths
from wizard.documents import templates
from wizard.i18n import LANGUAGES
from wizard.interview.own_words import OwnWords

NAMED = re.compile(r'data-question="(\w+)\.(\w+)')

REFERRED = re.compile(r'\bref\("([^"]+)"\)')

WEIGHT = 1.4
"""Above 1: a document that takes much from a step goes before one that takes little else."""


@lru_cache(maxsize=8)
def printed(language: str, packs: frozenset[str]) -> dict[str, frozenset[tuple[str, str]]]:
    """By document the questions that its template names, each as ``(step, question)``.

    ``packs``: the law packs of the project. What is not offered of a draft is left out: it feeds
    on whatever is not given.
    """
    folder = paths.templates() / language
    return {
        document: frozenset(
            NAMED.findall((folder / f"{document}{templates.SUFFIX}").read_text("utf-8"))
        )
        for document, template in templates.known_in(language, packs).items()
        if template.offered
    }


@lru_cache(maxsize=2)
def referring(language: str) -> dict[str, frozenset[str]]:
    """By document the references to catalogue texts that its template itself names."""
    folder = paths.templates() / language
    return {
        document: frozenset(
            REFERRED.findall((folder / f"{document}{templates.SUFFIX}").read_text("utf-8"))
        )
        for document in templates.documents(language)
    }


def named() -> frozenset[str]:
    """All references that the templates of any language name themselves."""
    return frozenset(
        ref for language in LANGUAGES for found in referring(language).values() for ref in found
    )


def fed_by(step: str, language: str, packs: frozenset[str]) -> list[str]:
    """The documents that name a question of the step, the one that is most about it first.

    Those that are printed only on request come after all others.

    Own words go into every document that a version freezes, whatever its template names.
    """
    if step == OwnWords.about.id:
        return list(templates.published())
    weights = {
        document: sum(one == step for one, _ in named) ** WEIGHT / max(1, len(named))
        for document, named in printed(language, packs).items()
    }
    known = templates.documents(language)
    return sorted(
        (document for document, weight in weights.items() if weight),
        key=lambda document: (not known[document].default, -weights[document]),
    )
