"""What the owner wrote as blocks of a page: headings, paragraphs, clauses and points of lists."""

import hashlib
from collections.abc import Iterator

from lxml import etree

from wizard.documents import page
from wizard.documents.page import holdable
from wizard.documents.sections import PARAGRAPH, Section
from wizard.interview import wording
from wizard.interview.answers import Answers
from wizard.interview.own_words import OWN, Passage
from wizard.interview.values import Words

QUESTION = "own_words.passages"
POINT = ("- ", "– ", "— ", "• ", "* ")
"""How a line begins that is a point of a list."""
HEADING_BLANK = "20"


def made(
    passage: Passage, like: Section | None, answers: Answers, language: str
) -> list[etree._Element]:
    """The blocks of a section of the owner's own, in the manner of another; none without words."""
    heading = said(passage.heading, answers, language)
    text = said(passage.text, answers, language)
    if not heading and not text:
        return []
    is_heading = like is not None and like.level < PARAGRAPH
    head = etree.Element(str(like.head.tag) if like is not None and is_heading else "h2")
    head.set("id", name_of(passage.section))
    if like is not None and "numbered" in page.classes(like.head):
        head.set("class", "numbered")
    head.set("data-question", f"{QUESTION}.{passage.id}.heading")
    if heading:
        head.append(_typed(heading))
    else:
        head.append(etree.Element("blank", {"size": HEADING_BLANK}))
    return [head, *blocks_of(text, passage, like)]


def rename(section: Section, heading: str, passage: Passage) -> None:
    """Give a section another heading."""
    head = section.head
    for child in list(head):
        head.remove(child)
    head.text = None
    head.append(_typed(heading))
    head.set("data-question", f"{QUESTION}.{passage.id}.heading")


def blocks_of(text: str, passage: Passage, like: Section | None) -> Iterator[etree._Element]:
    """The lines of a text: clauses where the section has clauses, else paragraphs and points."""
    counted = like is not None and any(
        "clause" in page.classes(one) for block in like.blocks for one in block.iter("p")
    )
    points: etree._Element | None = None
    for line in text.split("\n"):
        bare = line.lstrip()
        if not bare:
            continue
        mark = next((one for one in POINT if bare.startswith(one)), "")
        words = _typed(bare.removeprefix(mark) if mark else line)
        if mark and not counted:
            if points is None:
                points = etree.Element("ul")
                yield points
            item = etree.SubElement(points, "li", _asked(passage))
            item.append(words)
            continue
        points = None
        kind = ("subclause" if mark else "clause") if counted else ""
        block = etree.Element("p", _asked(passage) | ({"class": kind} if kind else {}))
        block.append(words)
        yield block


def said(words: Words, answers: Answers, language: str) -> str:
    """What the owner wrote for this language, or at all; empty for nothing but white space."""
    text = wording.raw_text(words, language, answers.kept)[0]
    return text if text.strip() else ""


def name_of(section: str) -> str:
    """The name of a section as an id of a page; what may not be one is made into one."""
    if page.ID.fullmatch(section):
        return section
    return OWN + hashlib.sha256(section.encode()).hexdigest()[:12]


def _asked(passage: Passage) -> dict[str, str]:
    return {"data-question": f"{QUESTION}.{passage.id}.text"}


def _typed(text: str) -> etree._Element:
    element = etree.Element("v")
    element.text = holdable(text)
    return element
