"""The settings file."""

import json

from wizard import offered, settings
from wizard.examples import trades
from wizard.interview.options import countries
from wizard.settings import Settings


def test_what_was_chosen_is_there_at_the_next_start(home):
    chosen = Settings(window_language="ru", theme="dark", text_size=12, export_folder="/x")
    settings.save(chosen)
    assert settings.load() == chosen


def test_without_a_file_all_is_as_the_system_has_it(home):
    assert settings.load() == Settings()


def test_a_damaged_file_is_set_aside_and_begun_anew(home):
    home.mkdir()
    (home / "settings.json").write_text("{half")
    assert settings.load() == Settings()
    assert (home / "settings.damaged").read_text() == "{half"


def test_a_value_of_a_wrong_kind_is_passed_over_and_its_neighbours_are_not(home):
    home.mkdir()
    (home / "settings.json").write_text('{"text_size": "big", "theme": "dark"}')
    assert settings.load() == Settings(theme="dark")


def test_what_a_newer_program_keeps_there_stays(home):
    home.mkdir()
    (home / "settings.json").write_text('{"sound": "off"}')
    settings.save(Settings(theme="dark"))
    assert json.loads((home / "settings.json").read_text())["sound"] == "off"


def test_a_folder_that_cannot_be_written_stops_nothing(home):
    home.write_text("a file is in the way")
    settings.save(Settings(theme="dark"))
    assert settings.load() == Settings()


def test_the_first_screen_offers_the_trades_there_are():
    assert list(offered.TRADES) == list(trades())
    assert set(offered.COUNTRIES) <= set(countries())


def test_the_library_lies_in_the_data_folder_unless_another_was_chosen(home, tmp_path):
    assert settings.library_file() == home / "library.sqlite"
    settings.save(Settings(library_folder=str(tmp_path / "stick")))
    assert settings.library_file() == tmp_path / "stick" / "library.sqlite"
    assert settings.library_file(Settings()) == home / "library.sqlite"
