"""Which events of a school's calendar sound like a day off. The names are those that schools and councils write."""

import pytest

from bot.language.closures import sounds_closed


@pytest.mark.parametrize(
    "name",
    [
        "INSET Day (school closed)",
        "School Holiday",
        "Monday 12 to Friday 16 October 2026 - October holiday",
        "Monday 19 October 2026 - In service day, staff resume",
        "Good Friday Holiday, Schools closed",
        "May Day bank holiday",
        "Half-term",
        "Spring Break – No School",
        "Herbstferien",
        "Fronleichnam (Feiertag)",
        "unterrichtsfrei",
        "Vacances de Noël",
        "Jour férié",
        "Día no lectivo",
        "Vacaciones de Semana Santa",
        "Festivo local",
        "Feriado nacional",
        "Ferie zimowe",
        "Kerstvakantie",
        "Férias de Natal",
        "Vacanze di Natale",
    ],
)
def test_a_day_off(name: str) -> None:
    assert sounds_closed(name)


@pytest.mark.parametrize(
    "name",
    [
        "First day back",
        "Last day of term",
        "Wednesday 19 August 2026 - pupils resume",
        "All resume",
        "Pupils return after the Christmas holiday",
        "Term starts",
        "Fasching [Not a public holiday]",
        "Breakfast club",
        "Parents’ evening",
        "Sports day",
        "Schulbeginn nach den Ferien",
        "Letzter Schultag vor den Ferien",
        "Rentrée des vacances",
        "Inicio de las clases",
        "Último día antes de las vacaciones",
        "Exam week",
        "XXX",
        "",
    ],
)
def test_a_school_day(name: str) -> None:
    assert not sounds_closed(name)
