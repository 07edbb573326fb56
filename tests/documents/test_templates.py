"""The templates of both languages: the same documents, the same variables, whole front matter."""

from itertools import pairwise

import pytest
from jinja2 import meta

from wizard import paths
from wizard.documents import house, templates
from wizard.documents.context import variables
from wizard.i18n import LANGUAGES
from wizard.interview.answers import Answers

SET = ("promise", "service-standard", "guide", "crisis-plan", "acknowledgement")
ON_REQUEST = (
    "acknowledgement-form", "refusal-record", "questionnaire", "change-sheet", "paste-kit",
    "launch-kit", "missed-times", "drill-kit", "after-action", "approval-order",
    "contractor-annex", "wallet-card", "contract-clause",
)  # fmt: skip
# The control block of the UK and the US names the day of the next review; the Russian approval
# has no place for it.
BY_CUSTOM = {"next_review"}
SIGNERS = {"everybody", "answering", "crisis-team", ""}


def undeclared(language, name):
    """The variables of a template and of all that it imports, which it does not set itself."""
    jinja = templates.environment(language)
    file = paths.templates() / language / f"{name}{templates.SUFFIX}"
    tree = jinja.parse(file.read_text("utf-8"))
    found = set(meta.find_undeclared_variables(tree))
    for other in meta.find_referenced_templates(tree):
        found |= undeclared(language, other.removesuffix(templates.SUFFIX))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_default_set_and_the_documents_on_request(language):
    documents = templates.documents(language)
    assert tuple(documents) == SET + ON_REQUEST
    assert tuple(one.id for one in documents.values() if one.default) == SET


@pytest.mark.parametrize("document", SET + ON_REQUEST)
def test_a_document_asks_for_the_same_variables_in_each_language(document):
    english, russian = (undeclared(language, document) for language in ("en", "ru"))
    assert english - BY_CUSTOM == russian


@pytest.mark.parametrize("document", SET + ON_REQUEST)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_asks_for_nothing_that_is_not_given(language, document, today):
    template = templates.documents(language)[document]
    given = variables(template, Answers(), language, today)
    assert undeclared(language, document) - set(given) == set()


@pytest.mark.parametrize("document", SET + ON_REQUEST)
def test_what_is_no_matter_of_words_is_equal_in_each_language(document):
    english, russian = (templates.documents(language)[document] for language in ("en", "ru"))
    assert (english.order, english.default, english.offered, english.signed_by) == (
        russian.order,
        russian.default,
        russian.offered,
        russian.signed_by,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_front_matter_is_complete(language):
    documents = templates.documents(language).values()
    assert all(earlier.order < later.order for earlier, later in pairwise(documents))
    assert len({one.title for one in documents}) == len(documents)
    for one in documents:
        assert one.title == one.title.strip() != ""
        assert one.look in house.LOOKS
        assert one.signed_by in SIGNERS
    if language == "ru":
        for one in documents:
            if one.signed_by:
                assert one.instrumental
                assert one.approved.startswith("УТВЕРЖД")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_parses_and_uses_only_filters_that_there_are(language):
    jinja = templates.environment(language)
    for file in (paths.templates() / language).glob(f"*{templates.SUFFIX}"):
        jinja.get_template(file.name)
