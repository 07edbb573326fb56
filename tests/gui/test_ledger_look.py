"""The ledger in the window: nothing squeezed, nothing nameless, whatever is open in it."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.test_look import nameless, squeezed
from tests.story import publish_story


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)], ids=["usual", "smallest"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_squeezed_nor_nameless(qtbot, keeper, open_window, language, size):
    project = keeper.ask(lambda library: publish_story(library, language))
    window = open_window(language)
    window.resize(*size)
    window.open(project, "acknowledgements")
    qtbot.waitUntil(lambda: window.project is not None)
    page = window.project.page("acknowledgements").bodies[0]
    qtbot.waitUntil(lambda: page.model is not None)

    def absent():
        page.filters.more.setChecked(True)
        page.table.selectRow(0)
        page.deeds._ask_absence()

    def marked():
        page.table.selectRow(1)
        page.deeds.do("signed")

    def erasing():
        page.filters.show_only("left")
        page.table.selectRow(0)
        page.deeds._ask_erasing()

    for act in (lambda: None, absent, marked, erasing):
        act()
        qtbot.waitUntil(lambda: keeper.is_idle and window.project.is_idle)
        for _ in range(5):
            QApplication.processEvents()
        assert squeezed(window) == []
        assert nameless(window) == []
