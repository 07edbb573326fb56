"""What an update words anew: each text that a project keeps, beside what the catalogue says now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from wizard import clock
from wizard.i18n import N_, translate
from wizard.interview import answers as interview
from wizard.interview import places, snapshot, summaries, wording
from wizard.interview.answers import Answers
from wizard.interview.ask import questions
from wizard.interview.keeping import Wording
from wizard.interview.places import Place
from wizard.interview.values import Words
from wizard.session import Session

IN_POLICY = N_("{question} (in the policy)")
"""What the dry text beside a question's own is called."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A newer wording: the questions whose answer it is, what they are called, the two texts.

    A text that belongs to no question is called after the documents that name it.
    """

    ref: str
    places: tuple[Place, ...]
    label: str
    old: str
    new: str


def offers(session: Session, language: str) -> tuple[Offer, ...]:
    """The newer wordings of texts that are printed, in the order of their questions.

    Those that were declined are left out, and those that differ in none of the project's languages.
    The texts are in ``language``, or in one where they differ.
    """
    waiting = {ref: one for ref, one in session.wordings.items() if _waits(ref, one)}
    return tuple(_offers(waiting, session.answers, language)) if waiting else ()


def _waits(ref: str, kept: Wording) -> bool:
    now = wording.texts(ref, {})
    return bool(now) and kept.declined != now


def _offers(waiting: Mapping[str, Wording], answers: Answers, language: str) -> Iterator[Offer]:
    used = snapshot.uses(interview.printable(answers))
    asked = [(ref, found) for ref, found in used.items() if ref in waiting]
    named = [(ref, ()) for ref in sorted(waiting.keys() - used.keys())]
    for ref, found in (*asked, *named):
        spoken = _language_of(waiting[ref], ref, language, answers)
        if spoken and (label := _label(ref, found, answers, language, spoken)):
            newer = replace(
                answers, kept={one: texts for one, texts in answers.kept.items() if one != ref}
            )
            yield Offer(
                ref,
                found,
                label,
                wording.text(Words(ref=ref), spoken, answers),
                wording.text(Words(ref=ref), spoken, newer),
            )


def _language_of(kept: Wording, ref: str, wanted: str, answers: Answers) -> str:
    """The language to show the difference in: the one wanted, else the first where there is one."""
    now = wording.texts(ref, {})
    printed = answers.business.languages or (wanted,)
    for language in sorted(printed, key=lambda one: one != wanted):
        if language in kept.texts and kept.texts[language] != now.get(language):
            return language
    return ""


def _label(ref: str, found: tuple[Place, ...], answers: Answers, language: str, spoken: str) -> str:
    """What the text is called; empty for one that stands in no document."""
    if not found:
        return ", ".join(_printed_by(ref, answers, spoken))
    name = _name(found[0], answers, language)
    if ref.endswith(f"/{snapshot.NORM}") and found[0].key != snapshot.NORM:
        return translate(IN_POLICY, language).format(question=name)
    return name


def _name(place: Place, answers: Answers, language: str) -> str:
    label = translate(places.question_at(place).label, language)
    row = places.row_at(answers, place)
    if row is None:
        return label
    # The only question of a row is named after its list.
    if len(questions(type(row))) == 1:
        return translate(places.question_at(place.whole).label, language)
    title = summaries.of_row(row, answers, language).title
    return f"{title}: {label}" if title else label


def _printed_by(ref: str, answers: Answers, language: str) -> Iterable[str]:
    """The titles of the documents that name the reference and print it in this project."""
    from wizard import feeds  # Only here: hardly ever is such a text worded anew.
    from wizard.documents import context, templates, writing

    today = clock.today()
    voice = context.Voice(language, interview.printable(answers))
    text = wording.referred(ref, language, answers.kept)
    for document, named in feeds.referring(language).items():
        if ref in named and text is not None:
            page = writing.markup(document, answers, language, today)
            if voice.catalogue_text(text) in page:
                yield templates.documents(language)[document].title
