"""Countries and time zones in the window's language, in the order in which one looks for them."""

import pytest

from wizard.interview import options
from wizard.interview.labels import in_order, labels
from wizard.language import zones


def offset(label):
    hours, _, minutes = label.rstrip(")").rpartition("UTC")[2].partition(":")
    return int(hours) * 60 + (-1 if hours.startswith("-") else 1) * int(minutes)


def city(label):
    return label.partition("UTC")[0].rstrip(" (")


@pytest.mark.parametrize(
    ("zone", "english", "russian"),
    [
        ("Europe/Moscow", "Moscow (UTC+03:00)", "Москва (UTC+03:00)"),
        ("Asia/Kolkata", "Kolkata (UTC+05:30)", "Калькутта (UTC+05:30)"),
        ("Asia/Dubai", "Dubai (UTC+04:00)", "Дубай (UTC+04:00)"),
        ("Etc/GMT+5", "UTC-05:00", "UTC-05:00"),
        ("Pacific/Marquesas", "Marquesas (UTC-09:30)", "Маркизские о-ва (UTC-09:30)"),
    ],
)
def test_a_time_zone_is_called_by_its_city_in_the_windows_language(zone, english, russian):
    assert labels(options.time_zones, "en")[zone] == english
    assert labels(options.time_zones, "ru")[zone] == russian


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_time_zone_has_a_label_and_they_stand_by_offset_then_name(language):
    found = labels(options.time_zones, language)
    assert set(found) == set(options.time_zones())
    places = [(offset(label), in_order(city(label))) for label in found.values()]
    assert places == sorted(places)


def test_one_label_is_never_two_clocks():
    seen = {}
    for zone, label in labels(options.time_zones, "ru").items():
        if city(label):
            seen.setdefault(label, set()).add(zones.canonical(zone))
    assert {label: found for label, found in seen.items() if len(found) > 1} == {}


def test_of_the_names_of_a_zone_the_usual_one_comes_first():
    found = [one for one, label in labels(options.time_zones, "en").items() if "London" in label]
    assert found[0] == "Europe/London"
    assert "GB" in found


def test_the_labels_are_built_once_a_day():
    assert labels(options.time_zones, "ru") is labels(options.time_zones, "ru")
    assert labels(options.countries, "ru") is labels(options.countries, "ru")


def test_a_zone_without_a_city_of_its_own_keeps_its_last_part():
    assert zones.city("America/Coyhaique", "ru") == "Coyhaique"
    assert zones.city("Etc/GMT+5", "en") == "GMT+5"


def test_countries_stand_as_in_a_dictionary():
    russian = list(labels(options.countries, "ru").values())
    assert russian.index("Испания") < russian.index("Италия") < russian.index("Йемен")
    assert russian.index("Йемен") < russian.index("Казахстан")
    english = list(labels(options.countries, "en").values())
    assert english.index("Albania") - english.index("Åland Islands") == 1
    assert english.index("Côte d’Ivoire") < english.index("Croatia")


def test_yo_is_sorted_as_ye_and_short_i_is_a_letter_of_its_own():
    assert sorted(["Ель", "Ёж", "Йод", "Яма", "Ива"], key=in_order) == [
        "Ёж", "Ель", "Ива", "Йод", "Яма",
    ]  # fmt: skip
