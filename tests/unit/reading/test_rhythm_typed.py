"""How often somebody wants to be asked, as they type it."""

import pytest

from bot.domain.actor import Refusal
from bot.language.having import says_had_one
from bot.language.rhythm_typed import RhythmTyped, after_each, rhythm, wishes_for_one

SECOND, WEEKLY = True, False


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("every two weeks", RhythmTyped((), SECOND)),
        ("every 2 wks pls", RhythmTyped((), SECOND)),
        ("Every other Monday", RhythmTyped(("MO",), SECOND)),
        ("every second tuesday and thursday", RhythmTyped(("TU", "TH"), SECOND)),
        ("mondays, biweekly", RhythmTyped(("MO",), SECOND)),
        ("bi-weekly is fine", RhythmTyped((), SECOND)),
        ("once a fortnight", RhythmTyped((), SECOND)),
        ("fortnightly on a wed", RhythmTyped(("WE",), SECOND)),
        ("alternate fridays", RhythmTyped(("FR",), SECOND)),
        ("Friday every other week", RhythmTyped(("FR",), SECOND)),
        ("every week", RhythmTyped((), WEEKLY)),
        ("weekly", RhythmTyped((), WEEKLY)),
        ("every monday", RhythmTyped(("MO",), WEEKLY)),
        ("mondays and the other one on thursdays", RhythmTyped(("MO", "TH"), WEEKLY)),
        ("Monday or two, then Friday", RhythmTyped(("MO", "FR"), WEEKLY)),
    ],
)
def test_as_english_has_it(text: str, found: RhythmTyped) -> None:
    assert rhythm(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cada dos semanas", RhythmTyped((), SECOND)),
        ("cada quince días", RhythmTyped((), SECOND)),
        ("cada 15 dias", RhythmTyped((), SECOND)),
        ("un lunes sí y otro no", RhythmTyped(("MO",), SECOND)),
        ("los martes, semana si, semana no", RhythmTyped(("TU",), SECOND)),
        ("cada segundo miércoles", RhythmTyped(("WE",), SECOND)),
        ("jueves alternos", RhythmTyped(("TH",), SECOND)),
        ("quincenal", RhythmTyped((), SECOND)),
        ("cada otro viernes", RhythmTyped(("FR",), SECOND)),
        ("todas las semanas", RhythmTyped((), WEEKLY)),
        ("los lunes", RhythmTyped(("MO",), WEEKLY)),
        ("cada lunes", RhythmTyped(("MO",), WEEKLY)),
    ],
)
def test_as_spanish_has_it(text: str, found: RhythmTyped) -> None:
    assert rhythm(text, "es") == found


@pytest.mark.parametrize("text", ["whenever", "every other day", "two", "twice"])
def test_what_names_neither_days_nor_weeks_is_asked_again(text: str) -> None:
    with pytest.raises(Refusal, match="no-days"):
        rhythm(text)


AFTER_EACH = [
    ("en", "after each essay", "essay"),
    ("en", "After every shift pls", "shift"),
    ("en", "after all my essays", "essay"),
    ("en", "after every one of my driving lessons", "driving lesson"),
    ("en", "every time I hand in an essay", "essay"),
    ("en", "whenever I have class", "class"),
    ("en", "each time i've had a shift", "shift"),
    ("en", "every lesson", "lesson"),
    ("en", "could you ask me after each piano lesson?", "piano lesson"),
    ("en", "after each lesson, not before", "lesson"),
    ("es", "después de cada clase", "clase"),
    ("es", "cada vez que entregue un ensayo", "ensayo"),
    ("es", "cada vez que tenga clase", "clase"),
    ("es", "tras cada turno por favor", "turno"),
    ("es", "después de mis redacciones", "redacción"),
    ("es", "cada clase", "clase"),
]
ON_DAYS = [
    *(
        ("en", text)
        for text in ("every monday", "every other week", "every 2 weeks", "every day", "every time", "after school")
    ),
    *(
        ("en", text)
        for text in ("Monday and Thursday", "after each lesson on Tuesdays", "after each monday lesson", "weekly")
    ),
    *(("es", text) for text in ("cada semana", "cada lunes", "cada quince días", "cada vez", "un lunes sí y otro no")),
]


@pytest.mark.parametrize(("lang", "text", "found"), AFTER_EACH)
def test_after_what(lang: str, text: str, found: str) -> None:
    assert after_each(text, lang) == found


@pytest.mark.parametrize(("lang", "text"), ON_DAYS)
def test_days_and_weeks_are_nothing_that_one_has_had(lang: str, text: str) -> None:
    assert after_each(text, lang) == ""


HAD = [
    ("en", "essay", "I've written one"),
    ("en", "essay", "ive written one"),
    ("en", "lesson", "had a lesson today"),
    ("en", "essay", "just finished my essay"),
    ("en", "essay", "essay is done"),
    ("en", "essay", "Handed in my second essay"),
    ("en", "history essay", "done with my history essay"),
    ("es", "clase", "hoy tuve clase"),
    ("es", "ensayo", "he entregado uno"),
    ("es", "ensayo", "ya terminé el ensayo"),
    ("es", "turno", "acabo de salir de mi turno"),
]
NOT_HAD = [
    ("en", "essay", "I haven't written one yet"),
    ("en", "essay", "when is the next essay?"),
    ("en", "essay", "I will hand in my essay tomorrow"),
    ("en", "essay", "I had a sandwich"),
    ("en", "essay", "my essay is hard"),
    ("en", "shift", "no shift this week"),
    ("es", "clase", "mañana tengo clase"),
    ("es", "ensayo", "todavía no he escrito uno"),
]


@pytest.mark.parametrize(("lang", "what", "text"), HAD)
def test_they_had_one(lang: str, what: str, text: str) -> None:
    assert says_had_one(text, what, lang)


@pytest.mark.parametrize(("lang", "what", "text"), NOT_HAD)
def test_they_had_none(lang: str, what: str, text: str) -> None:
    assert not says_had_one(text, what, lang)


@pytest.mark.parametrize(
    ("text", "lang", "is_wish"),
    [
        ("quiero un lunes sí y otro no", "es", True),
        ("prefiero cada quince días", "es", True),
        ("me gustaría que me preguntes cada dos semanas", "es", True),
        ("can we do it every other monday", "en", True),
        ("i want check-ins every other week", "en", True),
        ("leo un lunes sí y otro no", "es", False),
        ("quiero leer cada dos semanas", "es", False),
        ("i want to run every other monday", "en", False),
        ("i read every other monday", "en", False),
        ("can we do it every week", "en", False),
        ("i want 8 every other monday", "en", False),
    ],
)
def test_who_wants_another_rhythm_is_told_apart_from_who_does_something_so_often(
    text: str, lang: str, is_wish: bool
) -> None:
    assert wishes_for_one(text, lang) is is_wish
