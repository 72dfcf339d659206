"""How often somebody wants to be asked, as they type it."""

import pytest

from bot.domain.actor import Refusal
from bot.language.rhythm_typed import Typed, rhythm

SECOND, WEEKLY = True, False


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("every two weeks", Typed((), SECOND)),
        ("every 2 wks pls", Typed((), SECOND)),
        ("Every other Monday", Typed(("MO",), SECOND)),
        ("every second tuesday and thursday", Typed(("TU", "TH"), SECOND)),
        ("mondays, biweekly", Typed(("MO",), SECOND)),
        ("bi-weekly is fine", Typed((), SECOND)),
        ("once a fortnight", Typed((), SECOND)),
        ("fortnightly on a wed", Typed(("WE",), SECOND)),
        ("alternate fridays", Typed(("FR",), SECOND)),
        ("Friday every other week", Typed(("FR",), SECOND)),
        ("every week", Typed((), WEEKLY)),
        ("weekly", Typed((), WEEKLY)),
        ("every monday", Typed(("MO",), WEEKLY)),
        ("mondays and the other one on thursdays", Typed(("MO", "TH"), WEEKLY)),
        ("Monday or two, then Friday", Typed(("MO", "FR"), WEEKLY)),
    ],
)
def test_as_english_has_it(text: str, found: Typed) -> None:
    assert rhythm(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cada dos semanas", Typed((), SECOND)),
        ("cada quince días", Typed((), SECOND)),
        ("cada 15 dias", Typed((), SECOND)),
        ("un lunes sí y otro no", Typed(("MO",), SECOND)),
        ("los martes, semana si, semana no", Typed(("TU",), SECOND)),
        ("cada segundo miércoles", Typed(("WE",), SECOND)),
        ("jueves alternos", Typed(("TH",), SECOND)),
        ("quincenal", Typed((), SECOND)),
        ("cada otro viernes", Typed(("FR",), SECOND)),
        ("todas las semanas", Typed((), WEEKLY)),
        ("los lunes", Typed(("MO",), WEEKLY)),
        ("cada lunes", Typed(("MO",), WEEKLY)),
    ],
)
def test_as_spanish_has_it(text: str, found: Typed) -> None:
    assert rhythm(text, "es") == found


@pytest.mark.parametrize("text", ["whenever", "every other day", "two", "twice"])
def test_what_names_neither_days_nor_weeks_is_asked_again(text: str) -> None:
    with pytest.raises(Refusal, match="no-days"):
        rhythm(text)
