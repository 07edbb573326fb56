"""Each check that looks at answers: what raises it, what only looks like it, by country."""

import pytest

from tests.checks import crisis_answers, promise_answers
from tests.checks.typing_in import COUNTRIES, typed
from wizard.checks.rules import rules
from wizard.interview.places import parsed

RAISES = promise_answers.RAISES | crisis_answers.RAISES
PASSES = promise_answers.PASSES + crisis_answers.PASSES
SEVERITIES = promise_answers.SEVERITIES | crisis_answers.SEVERITIES
IN_COUNTRIES = promise_answers.IN_COUNTRIES | crisis_answers.IN_COUNTRIES


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("check", RAISES)
def test_it_is_noticed_where_it_stands(check, language, base, found):
    country, raw, where = RAISES[check]
    (finding,) = found(typed(base(country), raw), check, language=language)
    assert finding.places == tuple(parsed(one) for one in where)
    assert "{" not in finding.message + finding.why
    assert finding.sources


@pytest.mark.parametrize(("check", "country", "raw"), PASSES)
def test_it_only_looks_like_it(check, country, raw, base, found):
    assert not found(typed(base(country, "ru" if country == "RU" else "en"), raw), check)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("check", RAISES)
def test_it_weighs_what_it_should_in_each_country_and_nothing_without_its_law(
    check, country, base, found
):
    answers = typed(base(country), RAISES[check][1])
    packs = rules()[check].packs
    weights = {one.severity for one in found(answers, check)}
    if packs and packs.isdisjoint(answers.packs):
        assert not weights
    else:
        assert weights == {IN_COUNTRIES.get((check, country), SEVERITIES[check])}
