"""The editors in the cells of the staff list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from ui import tongue
from ui.staff.model import COLUMNS
from wizard.interview.labels import labels

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    Index = QModelIndex | QPersistentModelIndex


class PersonDelegate(QStyledItemDelegate):
    """A box of options where a field has some, else a line."""

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """The editor of a cell."""
        options = COLUMNS[index.column()].options
        if options is None:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for one, label in labels(lambda: options, tongue.language()).items():
            box.addItem(label, one)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show what stands in the cell."""
        if isinstance(editor, QComboBox):
            place = editor.findData(index.data(Qt.ItemDataRole.EditRole))
            editor.setCurrentIndex(max(0, place))
        else:
            super().setEditorData(editor, index)

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Give what was typed or chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)
