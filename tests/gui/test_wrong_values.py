"""Values that fit no field: kept as they were typed, and nothing breaks."""

import pytest
from PySide6.QtCore import Qt

from ui.form import Form
from wizard.interview.places import Place

NINES = "9" * 5000


@pytest.fixture
def form_of(qtbot, project_desk):
    """``form_of(place)``: the desk, and the editor of this question as asked on a page."""
    kept = []

    def shown(place):
        desk = project_desk("cafe", facts=True)
        form = Form(desk, [place])
        qtbot.addWidget(form)
        form.show()
        kept.append(form)
        return desk, form.rows[place].editor

    return shown


def test_a_number_of_thousands_of_digits_is_kept_as_typed(form_of):
    place = Place("business", "review_months")
    desk, editor = form_of(place)
    editor.line.setText(NINES)
    editor.line.textEdited.emit(NINES)
    assert desk.raw(place) == NINES
    assert desk.misfit(place)


def test_a_duration_of_thousands_of_digits_is_kept_as_typed(form_of, project_desk):
    row = project_desk("cafe").answers.channels.list[0].id
    place = Place("channels", "list", row, "reply")
    desk, editor = form_of(place)
    editor.number.setText(NINES)
    editor.number.textEdited.emit(NINES)
    assert desk.raw(place)["number"] == NINES
    assert desk.misfit(place)


def test_an_arrow_key_leaves_a_time_of_raised_digits_alone(qtbot, form_of):
    _, editor = form_of(Place("hours", "week"))
    field = editor.days["mon"].fields[0][0]
    field.setText("²:³")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "²:³"
