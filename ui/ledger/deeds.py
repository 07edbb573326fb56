"""What somebody does with the chosen people of the ledger, by key, button or menu."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui import tongue
from ui.ledger import menu, scans, words
from ui.ledger.menu import DeedMenu
from ui.tongue import sentence, tr
from wizard import deleting
from wizard.i18n import N_
from wizard.ledger import picking

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QPoint

    from ui.ledger.model import LedgerModel
    from ui.pages.acknowledgements import AcknowledgementsPage
    from wizard.errors import UserError
    from wizard.ledger.erasing import Erased
    from wizard.ledger.ledger import Ledger
    from wizard.ledger.marking import Mark
    from wizard.library.people import Person

NAMED = 3
"""So many people are named in a panel."""


class Deeds(QObject):
    """Stands between the parts of the page and the clerk; asks nothing in a dialog but a file."""

    def __init__(self, page: AcknowledgementsPage) -> None:
        super().__init__(page)
        self.desk, self.clerk, self.table = page.desk, page.clerk, page.table
        self.menu = DeedMenu(page, self._entries())
        self.menu.aboutToShow.connect(self._allow)
        page.marks.show_menu(self.menu)
        self._connect()

    @property
    def page(self) -> AcknowledgementsPage:
        """The page whose deeds they are."""
        return cast("AcknowledgementsPage", self.parent())

    def do(self, deed: str) -> None:
        """Mark the chosen people, or take the last mark back."""
        if deed == "undo":
            self.clerk.undo()
        else:
            self._mark(deed)  # type: ignore[arg-type]

    def add_scan(self) -> None:
        """Ask for the scan of a sheet and keep it for the chosen people."""
        day = self._day()
        people = [one.id for one in self.table.chosen()]
        if day is None or not people:
            return
        file = self._ask_for_scan()
        if file:
            how = str(self.page.marks.how.currentData())
            self.clerk.add_scan(people, self._documents(), day, how, Path(file))

    def open_scan(self) -> None:
        """Show the scan of the current cell, or the first of the chosen person."""
        name = self._scan()
        if name:
            self.clerk.open_scan(name)

    def mark_left(self) -> None:
        """Say in the staff list that the chosen people left today, or on the day above."""
        day = self._day()
        chosen = {one.id for one in self.table.chosen()}
        if day is None or not chosen:
            return
        if day > self.desk.today:
            # Who is on the list as somebody who left is asked for nothing and can be erased.
            told = tr(N_("That day is still to come. Take today or an earlier one."))
            self.page.notice.tell(told, bad=True)
            return
        people = self.desk.session.people
        self.desk.put_people(
            [
                dataclasses.replace(one, left_on=day)
                if one.id in chosen and one.left_on is None
                else one
                for one in people
            ]
        )
        self.clerk.open()
        told = tr(
            N_("Marked as left on {date}: {count}"), date=words.short_day(day), count=len(chosen)
        )
        self.page.notice.tell(told, tr(N_("Undo")), self._stay)

    def _connect(self) -> None:
        page, clerk = self.page, self.clerk
        page.table.deed.connect(self.do)
        page.marks.deed.connect(self.do)
        page.table.document_chosen.connect(page.marks.show_document)
        page.marks.document_chosen.connect(page.table.go_to_document)
        page.table.menu_wanted.connect(self._show_menu)
        page.away.given.connect(clerk.away)
        page.away.closed.connect(page.table.setFocus)
        page.erasing.agreed.connect(clerk.erase)
        page.erasing.closed.connect(page.table.setFocus)
        clerk.noted.connect(self._noted)
        clerk.undone.connect(self._undone)
        clerk.trouble.connect(self._trouble)
        clerk.erased.connect(self._erased)
        clerk.told.connect(page.notice.tell)

    def _allow(self) -> None:
        self.menu.allow(self._can)

    def _entries(self) -> menu.Entries:
        nothing = ("", _nothing)
        return (
            (menu.ABSENT, self._ask_absence),
            (menu.BACK, self._mark_back),
            (menu.REMARK, self._edit_remark),
            nothing,
            (menu.MUST, lambda: self._ask(must=True)),
            (menu.NEED_NOT, lambda: self._ask(must=False)),
            nothing,
            (menu.SCAN, self.add_scan),
            (menu.OPEN_SCAN, self.open_scan),
            nothing,
            (menu.HAS_LEFT, self.mark_left),
            (menu.ERASE, self._ask_erasing),
        )

    def _can(self, deed: str) -> bool:
        chosen, found = self.table.chosen(), self.clerk.ledger
        if not chosen or found is None:
            return False
        left = [one for one in chosen if _has_left(found, one)]
        if deed == menu.ERASE:
            return len(chosen) == len(left) == 1
        if deed == menu.OPEN_SCAN:
            return bool(self._scan())
        if deed == menu.BACK:
            return any(found.state(one.id).absent for one in chosen)
        if deed == menu.REMARK:
            return len(chosen) == 1
        if deed in {menu.MUST, menu.NEED_NOT}:
            return not left and bool(self._documents())
        return not left

    def _mark(self, sort: Mark) -> None:
        found, day = self.clerk.ledger, self._day()
        people = [one.id for one in self.table.chosen()]
        if found is None or day is None:
            return
        if not people:
            self.page.notice.tell(tr(N_("Choose people in the list first, then mark them.")))
            return
        how = str(self.page.marks.how.currentData())
        meant = picking.targets(found, sort, people, self._documents(), how=how)
        if meant:
            self.clerk.mark(sort, meant, day)
        else:
            self.page.notice.tell(tr(N_("Nobody of the chosen people has yet to sign this.")))

    def _documents(self) -> list[str]:
        """The documents that are meant: the one in the box, or all."""
        found, document = self.clerk.ledger, self.page.marks.document
        if document or found is None:
            return [document] if document else []
        return [one.document for one in found.documents]

    def _day(self) -> dt.date | None:
        """The day in the field; None, and told, where there is none."""
        field = self.page.marks.day
        if field.day is None:
            text = field.raw or ""
            self.page.notice.tell(
                tr(N_("“{text}” is no day. Type one such as 14.12.2026."), text=text), bad=True
            )
            field.line.setFocus()
        return field.day

    def _ask_absence(self) -> None:
        chosen = self.table.chosen()
        if chosen:
            self._make_room()
            self.page.away.ask([one.id for one in chosen], _names(chosen))

    def _mark_back(self) -> None:
        self.clerk.back([one.id for one in self.table.chosen()])

    def _edit_remark(self) -> None:
        model, row = self._model(), self.table.currentIndex().row()
        if model is not None and row >= 0:
            index = model.index(row, model.remark)
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def _ask(self, *, must: bool) -> None:
        people = [one.id for one in self.table.chosen()]
        for document in self._documents():
            self.clerk.ask(people, document, must=must)

    def _ask_erasing(self) -> None:
        chosen = self.table.chosen()
        if len(chosen) == 1:
            self._make_room()
            self.page.erasing.ask(chosen[0].id, words.name(chosen[0]))

    def _make_room(self) -> None:
        """One thing at a time is said or asked."""
        self.page.notice.hide()
        for panel in (self.page.away, self.page.erasing):
            panel.hide()

    def _stay(self) -> None:
        self.desk.undo()
        self.clerk.open()

    def _scan(self) -> str:
        model, index = self._model(), self.table.currentIndex()
        if model is None or not index.isValid():
            return ""
        cell = model.cell(index)
        if cell is not None and cell.scan:
            return cell.scan
        cells = model.ledger.state(model.shown[index.row()].id).cells.values()
        return next((one.scan for one in cells if one.scan), "")

    def _model(self) -> LedgerModel | None:
        return self.page.model

    def _show_menu(self, place: QPoint) -> None:
        if self._model() is not None and self.clerk.ledger and self.clerk.ledger.version:
            self.menu.popup(place)

    def _noted(self, ledger: Ledger, people: Collection[str], told: str) -> None:
        self._show(ledger, people)
        self.page.notice.tell(told, tr(N_("Undo")), self.clerk.undo)

    def _undone(self, ledger: Ledger, people: Collection[str]) -> None:
        self._show(ledger, people)
        self.page.notice.tell(tr(N_("Taken back.")))

    def _show(self, ledger: Ledger, people: Collection[str]) -> None:
        model = self._model()
        if model is not None:
            model.show_changed(ledger, frozenset(people))
            self.page.cards.show_ledger(ledger)
            self.show_can_undo()

    def show_can_undo(self) -> None:
        """Offer to take back what can be."""
        self.table.can_undo = self.clerk.can_undo
        self.page.marks.show_can_undo(can=self.clerk.can_undo)

    def _trouble(self, error: UserError) -> None:
        self.show_can_undo()
        self.page.notice.tell(sentence(error), bad=True)

    def _erased(self, erased: Erased) -> None:
        self.clerk.open()
        told = deleting.of_person(erased, self.desk.keeper.path, tongue.language())
        if erased.copies:
            copies = erased.copies
            self.page.notice.tell(
                told,
                tr(N_("Delete these copies too")),
                lambda: self.clerk.delete_copies(copies),
            )
        else:
            self.page.notice.tell(told)

    def _ask_for_scan(self) -> str:
        title = tr(N_("Scan or photo of the signed sheet"))
        return QFileDialog.getOpenFileName(self.page, title, "", scans.KINDS)[0]


def _names(people: Sequence[Person]) -> str:
    """Who they are, the first few of many."""
    named = ", ".join(words.name(one) for one in people[:NAMED])
    more = len(people) - NAMED
    others = tr(N_("and {count} more"), count=more)
    return f"{named} {others}" if more > 0 else named


def _has_left(ledger: Ledger, person: Person) -> bool:
    return person.left_on is not None or ledger.state(person.id).left_on is not None


def _nothing() -> None:
    """A line of a menu that only parts others."""
