"""Public holidays by country and region."""

from datetime import date

import pytest

from bot.language.public_holidays import HolidayPlace, UnknownPlace, place_of, public_holidays

YEAR = date(2027, 1, 1), date(2027, 12, 31)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (("DE", ""), HolidayPlace("DE")),
        (("de", " by "), HolidayPlace("DE", "BY")),
        (("DE", "DE-BY"), HolidayPlace("DE", "BY")),
        (("DE", "bayern"), HolidayPlace("DE", "BY")),
        (("DE", "Baden-Wurttemberg"), HolidayPlace("DE", "BW")),
        (("US", "california"), HolidayPlace("US", "CA")),
        (("GB", "England"), HolidayPlace("GB", "ENG")),
        (("ES", "catalunya"), HolidayPlace("ES", "CT")),
        (("AT", "Tirol"), HolidayPlace("AT", "7")),
    ],
)
def test_a_place_is_found_as_people_write_it(typed: tuple[str, str], place: HolidayPlace) -> None:
    assert place_of(*typed) == place


def test_who_misses_a_region_hears_which_there_are() -> None:
    with pytest.raises(UnknownPlace) as caught:
        place_of("DE", "Barvaria")
    assert {"Bayern", "Thüringen"} <= set(caught.value.regions)
    with pytest.raises(UnknownPlace) as caught:
        place_of("XX")
    assert caught.value.regions == ()


def test_the_days_of_a_region_between_two_days() -> None:
    named = {day.first_on: day.name for day in public_holidays(HolidayPlace("DE", "BY"), *YEAR, "de")}
    assert named[date(2027, 1, 6)] == "Heilige Drei Könige"
    assert 11 <= len(named) <= 14
    assert date(2027, 1, 6) not in {day.first_on for day in public_holidays(HolidayPlace("DE"), *YEAR, "de")}
    christmas = public_holidays(HolidayPlace("GB", "ENG"), date(2026, 12, 20), date(2027, 1, 3), "en-GB")
    assert [day.first_on.day for day in christmas] == [25, 26, 28, 1]
    assert [day.first_on for day in christmas] == sorted(day.first_on for day in christmas)


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Neujahr"), ("de-AT", "Neujahr"), ("en", "New Year's Day"), ("es", "Neujahr")]
)
def test_names_are_in_the_readers_language_or_the_countrys_own(
    language: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And never in that of the computer."""
    for variable in ("LANG", "LANGUAGE", "LC_ALL"):
        monkeypatch.setenv(variable, "uk_UA.UTF-8")
    assert public_holidays(HolidayPlace("DE"), *YEAR, language)[0].name == name


def test_a_year_before_it_was_asked_for_is_there_too() -> None:
    assert len(public_holidays(HolidayPlace("AT"), date(2025, 12, 24), date(2026, 1, 1), "de")) == 3
