"""What every test of the window stands on: a library, its keeper, and the desk of a project."""

import pytest

from ui import theme, tongue
from ui.desk import Desk
from ui.keeper import Keeper
from wizard import paths, saving, starting


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
        request.addfinalizer(desk.save)
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
