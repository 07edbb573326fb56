"""What an order approves: the norms of the firm, each with its edition and the one it replaces."""

from dataclasses import dataclass

from wizard.documents import templates
from wizard.documents.edition import Edition
from wizard.documents.issue import Issue


@dataclass(frozen=True, slots=True)
class Norm:
    """A document to be approved; ``genitive`` is its title in that case, in Russian alone."""

    document: str
    title: str
    genitive: str
    edition: Edition | None
    replaced: Edition | None


def documents() -> tuple[str, ...]:
    """The documents that an order approves, in their order: those that say how, in Russian."""
    return tuple(one.id for one in templates.documents("ru").values() if one.approved)


def norms(language: str, issue: Issue) -> tuple[Norm, ...]:
    """What is to be approved: of a draft all documents, of an issue those that it has."""
    known = templates.documents(language)
    return tuple(
        Norm(
            one,
            known[one].title,
            known[one].genitive,
            issue.editions.get(one),
            issue.replaced.get(one),
        )
        for one in documents()
        if not issue.editions or one in issue.editions
    )
