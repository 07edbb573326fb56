"""A project at work: its typed answers, what does not fit them, and the changes to be saved.

Nothing here waits for the disk: ``give`` takes effect at once, ``saving`` writes it afterwards.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace

from wizard import patches, standing
from wizard.checks import leaving
from wizard.checks.leaving import Left
from wizard.errors import UserError
from wizard.i18n import N_, system_language, translate
from wizard.interview import answers as interview
from wizard.interview import keeping, places, spoken, wording
from wizard.interview.answers import Answers
from wizard.interview.keeping import Wording
from wizard.interview.kinds import Json, Misfit
from wizard.interview.people import Member
from wizard.interview.places import Place
from wizard.library.answers import Patch
from wizard.library.people import Person
from wizard.library.projects import Project, Standing
from wizard.library.rejected import Rejected
from wizard.staff import NOBODY, person_of, with_staff

NOTHING_GIVEN = Standing()
FLOW = "flow"
"""What is kept beside the steps: an object of the same store that asks nothing."""
WORDINGS = Place(keeping.WORDING, "")
"""Where a change of kept wordings is made: at no question."""
LEFT = Place(leaving.FINDINGS, "")
"""Where it changes which findings are left as they are: at no question."""
EVERYWHERE = Place("", "")
"""Where all answers are changed at once."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes that wait to be saved together: patches, misfits kept and cleared, people."""

    patches: tuple[Patch, ...] = ()
    kept: tuple[Rejected, ...] = ()
    cleared: tuple[Rejected, ...] = ()
    people: tuple[Person, ...] = ()
    gone: tuple[Person, ...] = ()
    standing: Standing = NOTHING_GIVEN

    def __bool__(self) -> bool:
        return bool(self.patches or self.kept or self.cleared or self.people or self.gone)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All of a project as the library would have it, saved or not."""

    project: Project
    steps: patches.Stored
    people: tuple[Person, ...]
    rejected: tuple[Rejected, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a session holds but its staff list."""

    answers: Answers
    misfits: Mapping[Place, Rejected]
    wordings: Mapping[str, Wording]


@dataclass(frozen=True, slots=True)
class Undone:
    """One change that can be taken back: what stood there before, and during which visit.

    It was made at the place; at none to the staff list; at ``WORDINGS`` to the kept wordings; at
    ``LEFT`` to the findings that are left; ``EVERYWHERE`` to all of it.
    """

    place: Place | None
    before: Json
    people: tuple[Person, ...]
    visit: int
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    left: Mapping[str, Left] = field(default_factory=dict)
    whole: Whole | None = None


class Session:
    """One project, open for reading and changing; ``place`` is always an ``interview.Place``."""

    def __init__(
        self,
        project: Project,
        stored: Mapping[str, Mapping[str, Json]],
        people: Iterable[Person] = (),
        rejected: Iterable[Rejected] = (),
    ) -> None:
        self.project = project
        self.people = tuple(people)
        self.answers = with_staff(interview.read(project.trade, stored), self.people)
        self.wordings: Mapping[str, Wording] = keeping.read(stored.get(keeping.WORDING, {}))
        self.left: Mapping[str, Left] = leaving.read(stored.get(leaving.FINDINGS, {}))
        self.misfits = {_place_of(one): one for one in rejected}
        self._stored: patches.Stored = {step: dict(body) for step, body in stored.items()}
        self._known = self.answers
        self._known_misfits = dict(self.misfits)
        self._known_people = self.people
        self._visited = _texts(stored.get(FLOW, {}).get("visited"))
        self._undo: list[Undone] = []

    @property
    def language(self) -> str:
        """The project's first document language."""
        return next(iter(self.answers.business.languages), "en")

    @property
    def visited(self) -> frozenset[str]:
        """The stops of the flow that somebody has looked at."""
        return frozenset(self._visited)

    def visit(self, stop: str) -> None:
        """Somebody looks at this stop."""
        if stop not in self._visited:
            self._visited = (*self._visited, stop)

    @property
    def troubled(self) -> frozenset[str]:
        """The steps where a value does not fit; one of a row that was removed troubles nobody."""
        return frozenset(
            place.step
            for place in self.misfits
            if places.parsed(str(place))
            and (not place.row or places.row_at(self.answers, place) is not None)
        )

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def raw(self, place: Place) -> Json:
        """What stands at the place as an editor shows it: what was typed, fitting or not."""
        if place in self.misfits:
            return self.misfits[place].raw
        return places.question_at(place).kind.dump(places.value_at(self.answers, place))

    def give(self, place: Place, raw: Json, *, visit: int = 0) -> Misfit | None:
        """Take one value as it was typed; the misfit where it does not fit.

        What does not fit is kept beside the answer, which becomes empty. Gives of one ``visit`` to
        a place are one change for :meth:`undo`. KeyError where the row is gone.
        """
        before = self.raw(place)
        misfit = self._put(place, raw)
        if before != raw:
            self._remember(Undone(place, before, (), visit))
        return misfit

    def give_people(self, people: Iterable[Person], ready: Mapping[str, Member] = NOBODY) -> None:
        """Make this the whole staff list, who left included; ``ready`` as for ``with_staff``."""
        self._remember(Undone(None, None, self.people, 0))
        self._put_people(tuple(people), ready)

    def take_wording(self, *refs: str) -> None:
        """Say these texts as the catalogue has them now; one change for :meth:`undo`."""
        self._settle({ref: one for ref, one in self.wordings.items() if ref not in refs})

    def keep_wording(self, *refs: str) -> None:
        """Leave these texts as they are, unasked until the catalogue words them anew once more."""
        declined = {
            ref: Wording(self.wordings[ref].texts, wording.texts(ref, {}))
            for ref in refs
            if ref in self.wordings
        }
        self._settle({**self.wordings, **declined})

    def leave_finding(self, key: str, left: Left) -> None:
        """Leave the finding of this key as it is; one change for :meth:`undo`."""
        self._leave({**self.left, key: left})

    def take_up_finding(self, key: str) -> None:
        """Leave the finding of this key no longer; one change for :meth:`undo`."""
        self._leave({one: left for one, left in self.left.items() if one != key})

    def take_over(self, answers: Answers) -> None:
        """Make these all the answers, such as those of an earlier version; one change to undo.

        The staff list stays. Catalogue texts stay as ``answers`` have kept them.
        """
        whole = Whole(self.answers, self.misfits, self.wordings)
        self._remember(Undone(EVERYWHERE, None, (), 0, whole=whole))
        kept = {
            ref: Wording(texts)
            for ref, texts in answers.kept.items()
            if wording.texts(ref, {}) != texts
        }
        self._put_whole(Whole(answers, {}, kept))

    def forget(self, blank: Person) -> None:
        """Put the blank person in the place of the one with this id, wherever one is remembered.

        There is nothing to save: the library has forgotten the person already.
        """

        def forgotten(people: tuple[Person, ...]) -> tuple[Person, ...]:
            return tuple(blank if one.id == blank.id else one for one in people)

        known = self._known_people
        all_is_saved = known is self.people
        self._put_people(forgotten(self.people))
        self._known_people = self.people if all_is_saved else forgotten(known)
        self._undo = [replace(one, people=forgotten(one.people)) for one in self._undo]

    def undo(self) -> Place | None:
        """Take the last change back; the place it was made at, None for the staff list.

        IndexError where :attr:`can_undo` is false.
        """
        last = self._undo.pop()
        if last.place is None:
            self._put_people(last.people)
        elif last.whole is not None:
            self._put_whole(last.whole)
        elif last.place == WORDINGS:
            self._put_wordings(last.wordings)
        elif last.place == LEFT:
            self.left = last.left
        elif not last.place.key or places.row_at(self.answers, last.place):
            self._put(last.place, last.before)
        return last.place

    def take(self, raw: Json) -> None:
        """Take over answers in the form of ``spoken``, all or none.

        UserError naming the first value that does not fit by its path.
        """
        try:
            changed = spoken.heard(self.answers, raw)
        except Misfit as misfit:
            raise UserError(
                N_("“{path}”: {problem} Nothing was changed."),
                path=".".join(misfit.path),
                problem=translate(misfit.message, system_language()).format(**misfit.values),
            ) from misfit
        if changed.people.list != self.answers.people.list:
            ids = {member.id for member in changed.people.list}
            left = [one for one in self.people if one.left_on is not None and one.id not in ids]
            self.people = (*(person_of(member) for member in changed.people.list), *left)
        self.answers = changed

    def unsaved(self) -> Batch:
        """The changes since the last :meth:`saved`."""
        people, gone = self._people_changed()
        return Batch(
            tuple(self._patches()),
            tuple(
                value
                for place, value in self.misfits.items()
                if self._known_misfits.get(place) != value
            ),
            tuple(
                value for place, value in self._known_misfits.items() if place not in self.misfits
            ),
            people,
            gone,
            standing.of_project(self.answers),
        )

    def snapshot(self) -> Snapshot:
        """All that is to be kept, for a place other than the library."""
        steps = deepcopy(self._stored)
        for patch in self._patches():
            patches.lay(steps, patch, patch.new)
        rejected = tuple(self.misfits.values())
        return Snapshot(
            self.project, steps, self.people, rejected, standing.of_project(self.answers)
        )

    def saved(self, batch: Batch) -> None:
        """The batch that :meth:`unsaved` told is in the library, or on its way there."""
        for patch in batch.patches:
            patches.lay(self._stored, patch, patch.new)
        self._known = self.answers
        self._known_misfits = dict(self.misfits)
        self._known_people = self.people

    def not_saved(self, batch: Batch) -> None:
        """The batch did not arrive: the next :meth:`unsaved` tells it again."""
        for patch in reversed(batch.patches):
            patches.lay(self._stored, patch, patch.old)
        self._known = with_staff(interview.read(self.project.trade, self._stored), self.people)
        for one in batch.kept:
            self._known_misfits.pop(_place_of(one), None)
        for one in batch.cleared:
            self._known_misfits.setdefault(_place_of(one), one)
        again = {one.id for one in batch.people}
        kept = (one for one in self._known_people if one.id not in again)
        self._known_people = (*kept, *batch.gone)

    def _put(self, place: Place, raw: Json) -> Misfit | None:
        kind = places.question_at(place).kind
        try:
            value, misfit = kind.clean(raw), None
        except Misfit as found:
            value, misfit = kind.empty, found
        self.answers = places.with_value(self.answers, place, value)
        if misfit is None:
            self.misfits.pop(place, None)
        else:
            self.misfits[place] = Rejected(
                place.step, place.question, raw, misfit.message, place.row, place.key
            )
        return misfit

    def _put_people(self, people: tuple[Person, ...], ready: Mapping[str, Member] = NOBODY) -> None:
        before, self.people = self.people, people
        self.answers = with_staff(self.answers, self.people, before, ready)

    def _put_whole(self, whole: Whole) -> None:
        self.misfits = dict(whole.misfits)
        self.wordings = whole.wordings
        answers = replace(whole.answers, kept=keeping.by_reference(whole.wordings))
        self.answers = with_staff(answers, self.people)

    def _settle(self, wordings: Mapping[str, Wording]) -> None:
        if wordings != self.wordings:
            self._remember(Undone(WORDINGS, None, (), 0, self.wordings))
            self._put_wordings(wordings)

    def _leave(self, left: Mapping[str, Left]) -> None:
        if left != self.left:
            self._remember(Undone(LEFT, None, (), 0, left=self.left))
            self.left = left

    def _put_wordings(self, wordings: Mapping[str, Wording]) -> None:
        self.wordings = wordings
        self.answers = replace(self.answers, kept=keeping.by_reference(wordings))

    def _remember(self, change: Undone) -> None:
        last = self._undo[-1] if self._undo else None
        same = last is not None and last.place == change.place and last.visit == change.visit
        if not (same and change.visit):
            self._undo.append(change)

    def _people_changed(self) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
        """Who is new or changed, and those who are no longer on the list."""
        if self.people is self._known_people:
            return (), ()
        kept = {one.id: one for one in self._known_people}
        now = {one.id for one in self.people}
        changed = (
            one for one in self.people if (known := kept.get(one.id)) is not one and known != one
        )
        return tuple(changed), tuple(one for one in kept.values() if one.id not in now)

    def _patches(self) -> Iterator[Patch]:
        visited = self._stored.get(FLOW, {}).get("visited")
        if _texts(visited) != self._visited:
            yield Patch(FLOW, "visited", visited, list(self._visited))
        yield from patches.of_wordings(self._stored.get(keeping.WORDING, {}), self.wordings)
        yield from patches.of_findings(self._stored.get(leaving.FINDINGS, {}), self.left)
        yield from patches.of_answers(self._stored, self._known, self.answers)


def _place_of(one: Rejected) -> Place:
    return Place(one.step, one.field, one.row, one.key)


def _texts(raw: Json) -> tuple[str, ...]:
    return tuple(one for one in raw if isinstance(one, str)) if isinstance(raw, list) else ()
