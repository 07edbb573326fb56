"""What a row is called in a line, however long what was typed is."""

import pytest

from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.staff_rules import Rule
from wizard.interview.values import Words


@pytest.mark.parametrize(("letters", "shown"), [(250, "x" * 250), (100_000, "x" * 250 + "…")])
def test_a_title_that_was_pasted_is_cut(letters, shown):
    rule = Rule(id="own", title=Words(own="x" * letters), text=Words(own="y" * letters))
    said = summaries.of_row(rule, Answers(), "en")
    assert said.title == shown
    assert len(said.about) <= len(shown)
