"""The document templates: their front matter and their order."""

import re
import tomllib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError, nodes
from jinja2.utils import Namespace

from wizard import paths
from wizard.documents import saying

SUFFIX = ".xhtml.j2"
MACROS = "macros"
FRONT_MATTER = re.compile(r"\A\{#(.*?)#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Template:
    """What a template says of its document.

    ``signed_by``: everybody, answering, crisis-team or nobody (empty). ``instrumental``,
    ``genitive`` and ``approved`` are the Russian forms that sheets and approvals need.
    ``default``: printed unless something else is asked for. ``record``: filled in by hand, so it
    is never a draft. ``aside``: helps to answer and belongs to no set of papers, so it is offered
    only where it helps.
    ``versioned``: speaks of a version, so there is none of a draft. ``short``: what it is called
    where there is little room, for those that a version freezes. ``packs``: the law packs that
    know such a paper, all where none is named. ``bare``: on plain paper, whatever the letterhead.
    """

    id: str
    title: str
    order: int
    look: str
    default: bool
    signed_by: str = ""
    instrumental: str = ""
    genitive: str = ""
    approved: str = ""
    binding: bool = False
    record: bool = False
    aside: bool = False
    versioned: bool = False
    short: str = ""
    packs: tuple[str, ...] = ()
    bare: bool = False

    @property
    def offered(self) -> bool:
        """Whether it stands in the lists of papers that can be made of the draft."""
        return not (self.aside or self.versioned)

    def known_in(self, packs: AbstractSet[str]) -> bool:
        """Whether there is such a paper where these law packs hold."""
        return not (self.packs and packs.isdisjoint(self.packs))


@lru_cache(maxsize=4)
def documents(language: str) -> dict[str, Template]:
    """The documents of a language by id, in their order."""
    found = []
    for file in (paths.templates() / language).glob(f"*{SUFFIX}"):
        name = file.name.removesuffix(SUFFIX)
        if name != MACROS:
            front = FRONT_MATTER.match(file.read_text("utf-8"))
            if front is None:
                raise ValueError(f"{file.name} has no front matter.")
            said = tomllib.loads(front[1])
            found.append(Template(name, **said | {"packs": tuple(said.get("packs", ()))}))
    return {template.id: template for template in sorted(found, key=lambda one: one.order)}


def known_in(language: str, packs: AbstractSet[str]) -> dict[str, Template]:
    """Those of :func:`documents` that there are where these law packs hold."""
    return {one.id: one for one in documents(language).values() if one.known_in(packs)}


def published() -> tuple[str, ...]:
    """The documents that a version freezes, in their order; the change sheet goes with them."""
    return tuple(one.id for one in documents("en").values() if one.short)


def place(document: str) -> int:
    """What documents are sorted by; one that has no template any more comes last."""
    return _places().get(document, len(_places()))


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {document: number for number, document in enumerate(documents("en"))}


class Closed(Environment):
    """Reaches nothing but what a page is given: refused as templates are compiled, at no cost.

    Answers are never part of a template; even a template gets at no inside of an object. Jinja's
    own sandbox asks anew at each attribute, which makes a page by half as slow.
    """

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all((nodes.Getattr, nodes.Const)):
            reached = node.attr if isinstance(node, nodes.Getattr) else node.value  # type: ignore[attr-defined]
            if isinstance(reached, str) and reached.startswith("_"):
                raise TemplateSyntaxError(f"{reached} is no answer", node.lineno, name, filename)
        return tree


@lru_cache(maxsize=4)
def environment(language: str) -> Environment:
    """Jinja2 for one language: everything escaped, nothing undefined, our filters."""
    jinja = Closed(
        loader=FileSystemLoader(paths.templates() / language),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=saying.finalize,
        auto_reload=False,
    )
    jinja.filters = {**jinja.filters, **saying.FILTERS}
    del jinja.filters["attr"]
    jinja.globals = {"range": range, "namespace": Namespace}
    return jinja


def compile_all(language: str) -> None:
    """Compile the templates of a language now, so that the first page need not wait for it."""
    for template in (*documents(language), MACROS):
        environment(language).get_template(template + SUFFIX)
