"""An update of the program words the catalogues anew: no project changes, each is offered it."""

import dataclasses
import datetime as dt

import pytest

from wizard import catalogue_release, feeds, offers, saving, starting
from wizard.documents import writing
from wizard.errors import UserError
from wizard.interview import answers as interview
from wizard.interview import keeping, snapshot, spoken, wording
from wizard.interview.places import Place
from wizard.interview.values import Words
from wizard.library import answers as stored_answers
from wizard.library import catalogues, files, projects
from wizard.library.connection import new_in_memory, open_library
from wizard.session import WORDINGS

TODAY = dt.date(2026, 12, 1)
PURPOSE = Place("staff_rules", "purpose")
FACTS = Place("staff_rules", "do", "facts", "text")
PURPOSE_REF = "texts/staff_rules.purpose/text"
FACTS_REFS = ("do/facts/text", "do/facts/norm")
OLD = {"en": "People judge us also by what they read", "ru": "О нас судят и по тому, что пишут"}
NEW = {"en": "We are judged by what people read", "ru": "Судят о нас и по написанному"}
NEWEST = {"en": "What people read forms their judgement", "ru": "По записям в сети о нас судят"}
STANDING = tuple(("texts", OLD[one], NEW[one]) for one in OLD)
RULE = (
    ("do", "Do not publish what you know to be untrue", "Never publish what you know is untrue"),
    ("do", "Не публикуйте о наших товарах", "Никогда не публикуйте о наших товарах"),
    ("do", "Staff do not publish what they know", "Staff never publish what they know"),
    ("do", "Не допускается публикация заведомо", "Недопустима публикация заведомо"),
)
UNUSED = (
    ("do", "You saw praise, a complaint", "You read praise, a complaint"),
    ("do", "Увидели похвалу, жалобу", "Прочли похвалу, жалобу"),
)
STANDING_AGAIN = tuple(("texts", NEW[one], NEWEST[one]) for one in OLD)
UNUSED_AGAIN = tuple((name, new, f"{new} again") for name, _old, new in UNUSED)
UPDATE = (*STANDING, *RULE, *UNUSED)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def library(file):
    with open_library(file, daily_backup=False) as found:
        yield found


@pytest.fixture(params=["en", "ru"])
def language(request):
    return request.param


@pytest.fixture
def project(library, language):
    return starting.create(library, "Café", example="cafe", language=language, facts=True)


def pages(answers, language):
    """The pages of all documents, as the templates write them."""
    printed = feeds.printed(language, answers.packs)
    return [writing.markup(one, answers, language, TODAY) for one in printed]


def offered(session):
    return [one.ref for one in offers.offers(session, session.language)]


def says(session, ref):
    return wording.text(Words(ref=ref), session.language, session.answers)


def test_a_draft_says_what_it_said_and_is_offered_what_it_uses(
    library, project, language, new_release
):
    before = saving.opened(library, project).answers
    documents = feeds.printed(language, before.packs)
    words = {one: writing.word(one, before, language, TODAY) for one in documents}
    new_release(*UPDATE)
    session = saving.opened(library, project)
    for one in documents:
        assert writing.word(one, session.answers, language, TODAY) == words[one], one
    assert sorted(offered(session)) == sorted((PURPOSE_REF, *FACTS_REFS))
    assert session.answers.staff_rules.purpose.untouched


def test_without_kept_texts_the_new_catalogue_would_be_heard(
    library, project, language, new_release
):
    """The counter-test: the update really changes what these documents say."""
    before = saving.opened(library, project).answers
    said = pages(before, language)
    new_release(*UPDATE)
    assert pages(saving.opened(library, project).answers, language) == said
    assert pages(before, language) != said


def test_an_offer_shows_both_texts_and_leads_to_its_question(
    library, project, language, new_release
):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    found = {one.ref: one for one in offers.offers(session, language)}
    assert found[PURPOSE_REF].places == (PURPOSE,)
    assert OLD[language] in found[PURPOSE_REF].old
    assert NEW[language] in found[PURPOSE_REF].new
    assert found["do/facts/text"].places == (FACTS,)
    assert found["do/facts/norm"].places == (dataclasses.replace(FACTS, key="norm"),)
    assert "{" not in "".join(one.old + one.new + one.label for one in found.values())


def test_a_taken_wording_is_said_from_then_on(library, project, language, new_release):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    session.take_wording(PURPOSE_REF)
    assert NEW[language] in says(session, PURPOSE_REF)
    saving.save_session(library, session)
    again = saving.opened(library, project)
    assert NEW[language] in says(again, PURPOSE_REF)
    assert sorted(offered(again)) == sorted(FACTS_REFS)
    assert any(NEW[language] in page for page in pages(again.answers, language))


def test_a_declined_wording_is_silent_until_the_catalogue_changes_it_again(
    library, project, language, new_release
):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    session.keep_wording(PURPOSE_REF)
    saving.save_session(library, session)
    again = saving.opened(library, project)
    assert PURPOSE_REF not in offered(again)
    assert OLD[language] in says(again, PURPOSE_REF)
    new_release(*UNUSED_AGAIN)
    assert PURPOSE_REF not in offered(saving.opened(library, project))
    new_release(*STANDING_AGAIN)
    third = saving.opened(library, project)
    assert OLD[language] in says(third, PURPOSE_REF)
    (offer,) = (one for one in offers.offers(third, language) if one.ref == PURPOSE_REF)
    assert NEWEST[language] in offer.new


def test_settling_several_at_once_is_one_change_that_can_be_taken_back(
    library, project, language, new_release
):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    everything = offered(session)
    session.take_wording(*everything)
    saving.save_session(library, session)
    assert session.undo() == WORDINGS
    assert not session.can_undo
    saving.save_session(library, session)
    again = saving.opened(library, project)
    assert offered(again) == everything
    assert OLD[language] in says(again, PURPOSE_REF)
    again.keep_wording(*everything)
    again.undo()
    assert offered(again) == everything


def test_a_wording_that_is_not_kept_cannot_be_settled(library, project):
    session = saving.opened(library, project)
    session.take_wording(PURPOSE_REF)
    session.keep_wording(PURPOSE_REF)
    assert not session.can_undo
    assert not session.unsaved()


def test_settling_that_could_not_be_saved_is_told_again(library, project, new_release):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    session.take_wording(PURPOSE_REF)
    batch = session.unsaved()
    session.saved(batch)
    assert not session.unsaved()
    session.not_saved(batch)
    assert session.unsaved().patches == batch.patches


def test_own_words_are_never_touched_and_never_offered_another(
    library, project, language, new_release
):
    session = saving.opened(library, project)
    session.give(PURPOSE, {"own": "We trust you.", "ref": PURPOSE_REF})
    saving.save_session(library, session)
    new_release(*UPDATE)
    again = saving.opened(library, project)
    assert again.answers.staff_rules.purpose == Words("We trust you.", {}, PURPOSE_REF)
    assert sorted(offered(again)) == sorted(FACTS_REFS)


def test_what_is_ticked_off_keeps_its_words_and_is_offered_once_it_is_on_again(
    library, project, language, new_release
):
    rows = Place("staff_rules", "do")
    session = saving.opened(library, project)
    before = session.raw(rows)
    off = [row | {"on": False} if row["id"] == "facts" else row for row in before]
    session.give(rows, off)
    saving.save_session(library, session)
    new_release(*UPDATE)
    again = saving.opened(library, project)
    assert offered(again) == [PURPOSE_REF]
    again.give(rows, before)
    assert sorted(offered(again)) == sorted((PURPOSE_REF, *FACTS_REFS))


def test_a_text_that_the_catalogue_has_no_more_is_kept_and_nothing_is_offered_for_it(
    library, project, language, new_release
):
    said = says(saving.opened(library, project), "do/facts/text")
    new_release(("do", "[facts]", "[truth]"))
    session = saving.opened(library, project)
    assert says(session, "do/facts/text") == said
    assert offered(session) == []
    assert pages(session.answers, language)


def test_a_placeholder_that_the_program_knows_no_more_becomes_a_blank(library, project, language):
    kept = dict.fromkeys(OLD, "Ask the {steward}. {0.__class__} {x!r}")
    answers = dataclasses.replace(saving.opened(library, project).answers, kept={PURPOSE_REF: kept})
    said = wording.text(answers.staff_rules.purpose, language, answers)
    assert said == "Ask the ____. {0.__class__} {x!r}"
    assert any("<blank" in page and "{x!r}" in page for page in pages(answers, language))


def test_a_text_that_changed_in_the_other_language_alone_is_kept_and_offered_when_it_is_printed(
    library, project, language, new_release
):
    other = next(one for one in OLD if one != language)
    new_release(("texts", OLD[other], NEW[other]))
    session = saving.opened(library, project)
    assert offered(session) == []
    session.give(Place("business", "languages"), [language, other])
    (offer,) = offers.offers(session, language)
    assert (OLD[other] in offer.old, NEW[other] in offer.new) == (True, True)


def test_a_text_that_only_a_template_names_is_offered_where_it_is_printed(library, new_release):
    found = {
        code: starting.create(library, code, example="cafe", language="en", country=code)
        for code in ("GB", "US")
    }
    new_release(("texts", "In the United States this includes", "In the US this includes"))
    sessions = {code: saving.opened(library, one) for code, one in found.items()}
    assert offers.offers(sessions["GB"], "en") == ()
    (offer,) = offers.offers(sessions["US"], "en")
    assert (offer.places, offer.label) == ((), "Social media guide and policy")


def test_the_spoken_answers_come_back_as_the_references_they_were(
    library, project, language, new_release
):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    said = spoken.spoken(session.answers, language)
    assert OLD[language] in said["staff_rules"]["purpose"]
    session.take(said)
    assert not session.unsaved()
    catalogue_says = wording.text(Words(ref=PURPOSE_REF), language, interview.Answers())
    session.take({"staff_rules": {"purpose": catalogue_says}})
    assert session.answers.staff_rules.purpose.own == catalogue_says


def test_answers_without_kept_texts_read_the_catalogue(library, project, language):
    answers = saving.opened(library, project).answers
    assert answers.kept == {}
    assert interview.printable(answers).kept == {}
    for ref, texts in snapshot.snapshot(answers, feeds.named()).items():
        assert texts == wording.texts(ref, {}), ref


def test_answers_read_with_their_snapshot_say_the_same_for_ever(
    library, project, language, new_release
):
    answers = saving.opened(library, project).answers
    frozen = snapshot.snapshot(answers, feeds.named())
    said = pages(answers, language)
    new_release(*UPDATE)
    assert pages(dataclasses.replace(answers, kept=frozen), language) == said
    # Nor is anything read that the snapshot lacks.
    new_release(*((name, old, "") for name, _before, old in UPDATE))
    assert pages(dataclasses.replace(answers, kept=frozen), language) == said


def test_every_reference_of_a_template_is_found_in_its_source(language):
    found = frozenset().union(*feeds.referring(language).values())
    assert found >= {"law/ru-meta/notice", "contacts/emergency-services/phone"}
    assert found <= feeds.named()
    assert all(wording.texts(ref, {}) for ref in found)


def test_a_copy_of_a_project_keeps_what_it_keeps(library, project, language, new_release):
    new_release(*UPDATE)
    session = saving.opened(library, project)
    session.keep_wording(PURPOSE_REF)
    saving.save_session(library, session)
    copy = saving.opened(library, projects.duplicate(library, project.id, "Copy"))
    assert sorted(offered(copy)) == sorted(FACTS_REFS)
    assert OLD[language] in says(copy, PURPOSE_REF)
    assert catalogues.release_of(library, copy.project.id) == catalogue_release.present()


def test_a_project_file_carries_its_wordings_to_a_library_that_never_saw_the_release(
    library, project, language, new_release, tmp_path
):
    said = pages(saving.opened(library, project).answers, language)
    sent = tmp_path / "cafe.policy"
    files.save_as(library, project.id, sent)
    new_release(*UPDATE)
    with open_library(tmp_path / "elsewhere.sqlite", daily_backup=False) as elsewhere:
        session = saving.opened(elsewhere, files.open_file(elsewhere, sent))
        assert pages(session.answers, language) == said
        assert sorted(offered(session)) == sorted((PURPOSE_REF, *FACTS_REFS))


def test_a_project_file_opened_where_its_release_is_known_is_offered_nothing(
    library, project, tmp_path
):
    sent = tmp_path / "cafe.policy"
    files.save_as(library, project.id, sent)
    assert offered(saving.opened(library, files.open_file(library, sent))) == []
    with open_library(tmp_path / "elsewhere.sqlite", daily_backup=False) as elsewhere:
        assert offered(saving.opened(elsewhere, files.open_file(elsewhere, sent))) == []


def test_what_a_file_calls_a_release_never_stands_for_a_release_of_this_program(
    library, project, tmp_path
):
    sent = tmp_path / "cafe.policy"
    files.save_as(library, project.id, sent)
    with new_in_memory() as elsewhere:
        made = files.open_file(elsewhere, sent)
        assert not catalogues.knows(elsewhere, catalogue_release.present())
        saving.opened(elsewhere, made)
        present = catalogues.texts_of(elsewhere, catalogue_release.present())
        assert present == catalogue_release.texts()


def test_two_windows_settle_one_wording_each(file, library, project, language, new_release):
    new_release(*UPDATE)
    with open_library(file, daily_backup=False) as beside:
        one, other = saving.opened(library, project), saving.opened(beside, project)
        one.take_wording(PURPOSE_REF)
        other.keep_wording(*FACTS_REFS)
        assert saving.save_session(library, one) == []
        assert saving.save_session(beside, other) == []
        third = saving.opened(beside, project)
        assert offered(third) == []
        assert NEW[language] in says(third, PURPOSE_REF)
        assert sorted(third.wordings) == sorted(FACTS_REFS)


def test_the_second_window_does_not_undo_what_the_first_has_settled(
    file, library, project, new_release, monkeypatch
):
    new_release(*UPDATE)
    stale = stored_answers.load(library, project.id)
    with open_library(file, daily_backup=False) as beside:
        quick = saving.opened(beside, project)
        quick.take_wording(*offered(quick))
        saving.save_session(beside, quick)
        # The slow one had read its answers before the quick one wrote anything.
        readings = iter([stale])
        load = stored_answers.load
        monkeypatch.setattr(
            stored_answers, "load", lambda *which: next(readings, None) or load(*which)
        )
        assert offered(saving.opened(library, project)) == []


def test_a_project_of_an_older_library_takes_the_present_release(library, project, new_release):
    catalogues.set_release(library, project.id, "")
    new_release(*UPDATE)
    session = saving.opened(library, project)
    assert session.answers.kept == {}
    assert catalogues.release_of(library, project.id) == catalogue_release.present()
    assert catalogues.knows(library, catalogue_release.present())


def test_a_new_project_follows_the_release_it_was_made_in(library, project):
    assert catalogues.release_of(library, project.id) == catalogue_release.present()
    assert catalogues.texts_of(library, catalogue_release.present()) == catalogue_release.texts()


def test_opening_is_no_change_of_the_project(library, project, new_release):
    new_release(*UPDATE)
    before = projects.must_exist(library, project.id)
    session = saving.opened(library, project)
    assert not session.unsaved()
    assert projects.must_exist(library, project.id) == before


def test_a_project_opens_where_nothing_can_be_written_today(
    library, project, language, new_release, monkeypatch
):
    new_release(*UPDATE)

    def full(*_arguments):
        raise UserError("The disk is full.")

    with monkeypatch.context() as today:
        today.setattr(catalogues, "set_release", full)
        session = saving.opened(library, project)
    assert OLD[language] in says(session, PURPOSE_REF)
    assert keeping.WORDING not in stored_answers.load(library, project.id)
    assert sorted(offered(saving.opened(library, project))) == sorted((PURPOSE_REF, *FACTS_REFS))


@pytest.mark.parametrize(
    "stored",
    [
        {PURPOSE_REF: "no wording"},
        {PURPOSE_REF: {"texts": ["no languages"]}},
        {PURPOSE_REF: {"texts": {"en": 5, "de": "Nein"}}},
        {PURPOSE_REF: None, "": {}, "no/such/ref": {"texts": {"en": "x"}}},
    ],
)
def test_kept_wordings_that_make_no_sense_are_passed_over(library, project, stored):
    with library.transaction():
        stored_answers.put(library, project.id, keeping.WORDING, stored)
    session = saving.opened(library, project)
    assert PURPOSE_REF not in session.wordings
    assert not session.unsaved()
    assert offers.offers(session, "en") == ()


def test_a_kept_text_from_elsewhere_is_printed_whatever_it_holds(library, project, language):
    hostile = "<b>&amp; \x00\x0b\ud800 {name} {0} {" + "x" * 300 + "}"
    kept = {ref: dict.fromkeys(OLD, hostile) for ref in (PURPOSE_REF, *FACTS_REFS)}
    answers = dataclasses.replace(saving.opened(library, project).answers, kept=kept)
    for one in feeds.printed(language, frozenset()):
        assert writing.word(one, answers, language, TODAY)
