"""What every test of the window stands on: a library, its keeper, and the desk of a project."""

import pytest

from ui import theme, tongue
from ui.desk import Desk
from ui.keeper import Keeper
from ui.screens.project import ProjectScreen
from ui.window import Window
from wizard import paths, saving, settings, starting


@pytest.fixture(autouse=True)
def dressed(qapp):
    """The program dressed in the light theme and speaking English; each test starts like this."""
    tongue.speak("en")
    theme.apply("light")
    return qapp


@pytest.fixture
def keeper(home, qapp):
    """The keeper of a library in the data folder of this test."""
    found = Keeper(paths.library_file())
    yield found
    found.close()


def put_away(desk):
    """Save what is left; what is given or tried again later finds no keeper any more."""
    desk.save()
    desk._timer.timeout.disconnect()


@pytest.fixture
def project_desk(keeper, request):
    """``project_desk("cafe", "ru", facts=True)``: the desk of a new project from an example."""

    def new(example="cafe", language="en", *, facts=False, name="Test"):
        project = keeper.ask(
            lambda library: starting.create(
                library, name, example=example, language=language, facts=facts
            )
        )
        session = keeper.ask(lambda library: saving.opened(library, project))
        desk = Desk(keeper, session)
        request.addfinalizer(lambda: put_away(desk))
        return desk

    return new


@pytest.fixture
def stored(keeper):
    """``stored(desk, "business")``: the answers of a step as the library has them now."""
    from wizard.library import answers

    def read(desk, step):
        desk.save()
        return keeper.ask(lambda library: answers.load(library, desk.session.project.id))[step]

    return read


@pytest.fixture
def open_window(qtbot, keeper):
    """``open_window(language)``: a window on the library of this test, its list read."""

    def closed(window):
        window.close()
        qtbot.waitUntil(lambda: keeper.is_idle)
        # It is still open where a test has filled the disk.
        window._close_anyway()

    def opened(language="en", **chosen):
        window = Window(keeper, settings.Settings(window_language=language, **chosen))
        qtbot.addWidget(window, before_close_func=closed)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.first.bin.text() != "")
        return window

    return opened


@pytest.fixture
def shows(qtbot):
    """``shows(window, ShortPath)``: the screen of this class, once it is there."""

    def screen(window, kind):
        qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), kind), timeout=15_000)
        return window.stack.currentWidget()

    return screen


@pytest.fixture
def at_work(qtbot, open_window, shows, keeper):
    """``at_work(language, stop)``: a window in a project of the café with all its facts."""

    def opened(language="en", stop="business"):
        project = keeper.ask(
            lambda library: starting.create(
                library, "Corner", example="cafe", language=language, facts=True
            )
        )
        window = open_window(language)
        window.open(project.id, stop)
        return window, shows(window, ProjectScreen)

    return opened
