"""What rows are called: as their first answers say, a passage by the section that it changes."""

from wizard import clock
from wizard.documents import frozen, own_words, templates
from wizard.documents.own_blocks import name_of, said
from wizard.i18n import N_, translate
from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.own_words import FIRST, Passage
from wizard.interview.rows import Row
from wizard.interview.summaries import Summary

LEFT_OUT, BEFORE_ALL = N_("Not printed"), N_("Comes first")
AFTER = N_("Comes after “{name}”")
AFTER_QUESTION = "after"


class RowTitles:
    """Names rows of some answers, in one language; looks at a document once, where it has to."""

    def __init__(self, answers: Answers, language: str) -> None:
        self._answers, self._language = answers, language
        self._sections: dict[str, dict[str, str]] = {}

    def of(self, row: Row) -> Summary:
        """The row in a line; of a passage the document and its section, and what is changed."""
        if not isinstance(row, Passage):
            return summaries.of_row(row, self._answers, self._language)
        heading, text = (
            " ".join(said(words, self._answers, self._language).split())
            for words in (row.heading, row.text)
        )
        title = self._section(row.document, row.section) or heading or text
        known = templates.documents(self._language).get(row.document)
        parts = (
            heading if heading != title else "",
            text if text != title else "",
            translate(LEFT_OUT, self._language) if row.left_out else "",
            "" if row.is_own else self._place(row),
        )
        return Summary(
            " · ".join(part for part in (known.short if known else "", title) if part),
            " · ".join(part for part in parts if part),
        )

    def value(self, row: Row | None, question: str, words: str) -> str:
        """An answer of the row in words, a section being called by its title."""
        if not isinstance(row, Passage) or question != AFTER_QUESTION or not words:
            return words
        if words == FIRST:
            return translate(BEFORE_ALL, self._language)
        return self._section(row.document, words) or words

    def _place(self, passage: Passage) -> str:
        after = said(passage.after, self._answers, self._language).strip()
        if not after:
            return ""
        if after == FIRST:
            return translate(BEFORE_ALL, self._language)
        name = self._section(passage.document, after) or after
        return translate(AFTER, self._language).format(name=name)

    def _section(self, document: str, section: str) -> str:
        """The heading of a section as it is printed; empty where the page has none."""
        if document not in templates.documents(self._language):
            return ""
        if document not in self._sections:
            markup = frozen.render(document, self._answers, self._language, clock.today())
            listed = own_words.listing(markup, document, self._answers, self._language)
            self._sections[document] = {one.name: one.title for one in listed}
        return self._sections[document].get(name_of(section), "")
