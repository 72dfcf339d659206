"""Until when somebody is away, as they write it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.days_off import Span
from bot.language.absence import Days, NoDays, Writer, is_about_themselves, only_days, read_days, says_back

TODAY = date(2027, 1, 20)
"""A Wednesday."""


def writer(lang: str = "en", today: date = TODAY) -> Writer:
    return Writer(today, lang, date(2027, 6, 25))


def days(first: tuple[int, int], last: tuple[int, int]) -> Span:
    return Span(date(2027, first[1], first[0]), date(2027, last[1], last[0]))


OWN = [
    *[("en", text) for text in ("im off sick till weds", "away until Monday", "back on the 3rd", "off until monday")],
    *[("es", text) for text in ("estoy de baja hasta el miércoles", "vuelvo el 3", "fuera hasta el lunes")],
]
OTHERS = [
    *[("en", text) for text in ("my teacher is away until monday", "is ms lee away until monday?")],
    *[
        ("en", text)
        for text in ("ms lee is away until friday", "i will do it until friday", "my mum is ill until friday")
    ],
    *[("es", text) for text in ("mi profe está fuera hasta el lunes", "¿hasta el lunes?")],
]


@pytest.mark.parametrize(("lang", "text"), OWN)
def test_who_speaks_of_themselves(lang: str, text: str) -> None:
    assert is_about_themselves(text, lang)


@pytest.mark.parametrize(("lang", "text"), OTHERS)
def test_who_speaks_of_somebody_else_or_asks(lang: str, text: str) -> None:
    assert not is_about_themselves(text, lang)


UNTIL = [
    ("en", "away until Monday", (25, 1)),
    ("en", "im off sick till weds", (27, 1)),
    ("en", "back on the 3rd", (2, 2)),
    ("en", "back next monday", (24, 1)),
    ("en", "i'm back next week", (24, 1)),
    ("en", "away until next week", (24, 1)),
    ("en", "until tmrw", (21, 1)),
    ("en", "until the end of the month", (31, 1)),
    ("en", "until 25/1", (25, 1)),
    ("en", "i'm off til thurs", (21, 1)),
    ("en", "away until the weekend", (24, 1)),
    ("en", "back in february", (31, 1)),
    ("es", "estoy de baja hasta el miércoles", (27, 1)),
    ("es", "fuera hasta el lunes", (25, 1)),
    ("es", "vuelvo el 3", (2, 2)),
    ("es", "hasta final de mes", (31, 1)),
    ("es", "vuelvo el próximo lunes", (24, 1)),
]


@pytest.mark.parametrize(("lang", "text", "last"), UNTIL)
def test_an_end_that_is_named_is_enough(lang: str, text: str, last: tuple[int, int]) -> None:
    assert read_days(text, writer(lang)) == Days(days((20, 1), last), said=True)


SPANS = [
    ("en", "away from 25 january until 3 february", (25, 1), (3, 2)),
    ("en", "i'm away 25-29 january", (25, 1), (29, 1)),
    ("en", "away from monday to wednesday", (25, 1), (27, 1)),
    ("es", "del 20 al 25 de enero", (20, 1), (25, 1)),
]


@pytest.mark.parametrize(("lang", "text", "first", "last"), SPANS)
def test_from_one_day_to_another(lang: str, text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert read_days(text, writer(lang)) == Days(days(first, last), said=True)


MAYBE = [
    ("en", "on holiday next week", (25, 1), (31, 1)),
    ("en", "im ill this week, can we skip it", (20, 1), (24, 1)),
    ("en", "im away this and next week", (20, 1), (31, 1)),
    ("en", "on a school trip all week", (20, 1), (24, 1)),
    ("en", "ill today", (20, 1), (20, 1)),
    ("en", "away on friday", (22, 1), (22, 1)),
    ("en", "away for 3 days", (20, 1), (22, 1)),
    ("en", "away for two weeks", (20, 1), (2, 2)),
    ("es", "de vacaciones la semana que viene", (25, 1), (31, 1)),
    ("es", "estoy enferma esta semana", (20, 1), (24, 1)),
    ("es", "durante dos semanas", (20, 1), (2, 2)),
]


@pytest.mark.parametrize(("lang", "text", "first", "last"), MAYBE)
def test_what_may_be_meant_is_asked_about(lang: str, text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert read_days(text, writer(lang)) == Days(days(first, last), said=False)


UNSAID = [
    *[("en", text) for text in ("im ill", "ill since the 3rd", "was sick all week", "until further notice")],
    *[("en", text) for text in ("until i'm better", "i was ill all week, 4 of 10 though", "until the 99th")],
    *[("es", text) for text in ("estoy malo", "enfermo desde el lunes")],
]


@pytest.mark.parametrize(("lang", "text"), UNSAID)
def test_who_names_no_day_is_asked(lang: str, text: str) -> None:
    assert read_days(text, writer(lang)) is NoDays.UNSAID


WRONG = [
    ("en", "away until yesterday", NoDays.PAST),
    ("en", "until last friday", NoDays.PAST),
    ("es", "hasta ayer", NoDays.PAST),
    ("en", "i'm away until 31 february", NoDays.NO_SUCH),
    ("es", "fuera hasta el 31 de febrero", NoDays.NO_SUCH),
]


@pytest.mark.parametrize(("lang", "text", "why"), WRONG)
def test_days_that_can_not_be_say_why(lang: str, text: str, why: NoDays) -> None:
    assert read_days(text, writer(lang)) is why


@pytest.mark.parametrize(
    "text", ["until friday", "friday", "til weds i think", "no, until monday", "this week", "3 days"]
)
def test_a_day_alone_is_an_answer(text: str) -> None:
    assert isinstance(only_days(text, writer()), Days)


@pytest.mark.parametrize(
    "text", ["7 of 10 by friday", "can you tell my teacher on friday", "ok", "yes", "5", "3 of 10"]
)
def test_what_says_more_is_none(text: str) -> None:
    assert only_days(text, writer()) is None


@pytest.mark.parametrize(
    "text", ["I'm back", "im back!", "back again", "hi, i'm back", "i am better now", "back at school"]
)
def test_who_is_back_says_so(text: str) -> None:
    assert says_back(text, "en")


@pytest.mark.parametrize("text", ["ya estoy de vuelta", "he vuelto", "estoy mejor", "ya no estoy enferma"])
def test_in_spanish_too(text: str) -> None:
    assert says_back(text, "es")


@pytest.mark.parametrize("text", ["my back hurts", "back on monday", "can i go back to 5", "i want my number back"])
def test_other_backs_are_none(text: str) -> None:
    assert not says_back(text, "en")


@given(
    st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(0, 80), st.sampled_from(["until", "till", "back on"])
)
def test_a_date_is_read_whenever_it_is_said(today: date, ahead: int, word: str) -> None:
    named = today + timedelta(days=ahead)
    found = read_days(f"away, {word} {named:%d %B %Y}", writer(today=today))
    last = named - timedelta(days=1) if word == "back on" else named
    expected = Days(Span(today, last), said=True) if last >= today else NoDays.PAST
    assert found == expected


@given(st.text(max_size=60), st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.sampled_from(["en", "es"]))
def test_no_text_breaks_it_and_no_day_is_over(text: str, today: date, lang: str) -> None:
    found = read_days(f"away {text}", writer(lang, today))
    if isinstance(found, Days):
        assert today <= found.span.last
        assert found.span.first <= found.span.last


@pytest.mark.parametrize(("today", "last"), [(18, 24), (22, 24), (23, 31), (24, 31)])
def test_all_week_said_at_a_weekend_is_the_week_that_comes(today: int, last: int) -> None:
    found = read_days("been sick since friday, prob off all week", writer(today=date(2027, 1, today)))
    assert found == Days(days((today, 1), (last, 1)), said=False)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("gonna be gone thurs n fri for a family thing", days((21, 1), (22, 1))),
        ("im on a school trip wednesday-friday", days((20, 1), (22, 1))),
        ("im on a school trip 25 jan to 28 jan", days((25, 1), (28, 1))),
        ("out of town rest of the month", days((20, 1), (31, 1))),
    ],
)
def test_two_days_that_are_named_together(text: str, span: Span) -> None:
    found = read_days(text, writer())
    assert isinstance(found, Days)
    assert found.span == span


def test_two_days_with_others_between_them_are_not_all_meant() -> None:
    found = read_days("gonna miss thursday and monday", writer())
    assert isinstance(found, Days)
    assert found.span.first == found.span.last
