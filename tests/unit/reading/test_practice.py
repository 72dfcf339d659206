"""How somebody practises, as they wrote it: what they do where something gets in the way, and how often a week."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.practice import Plan, plan_in, times_a_week

PLANS = [
    (
        "en",
        "20 minutes every tuesday in the library. If I miss it, I do it on Wednesday.",
        Plan("20 minutes every tuesday in the library.", "I miss it", "I do it on Wednesday"),
    ),
    ("en", "every tuesday, if i cant then wednesday", Plan("every tuesday", "i cant", "wednesday")),
    (
        "en",
        "3x a week, two pages. if im tired, ill or busy, i do it the day after",
        Plan("3x a week, two pages.", "im tired, ill or busy", "i do it the day after"),
    ),
    (
        "en",
        "If there is football then I do it on Sunday. I write every paragraph twice",
        Plan("I write every paragraph twice", "there is football", "I do it on Sunday"),
    ),
    (
        "es",
        "Los martes leo un párrafo. Si estoy cansado, lo hago el sábado.",
        Plan("Los martes leo un párrafo.", "estoy cansado", "lo hago el sábado"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "plan"), PLANS)
def test_the_plan_is_taken_out(lang: str, text: str, plan: Plan) -> None:
    assert plan_in(text, lang) == plan


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Every Tuesday I rewrite one paragraph and read it aloud"),
        ("en", "one paragraph, if I can, every tuesday"),
        ("en", "I look up words if I do not know them"),
        ("en", "If I get home late, I do it before breakfast"),
        ("es", "si, cada martes, un párrafo"),
    ],
)
def test_what_is_not_surely_a_plan_stays_where_it_was_written(lang: str, text: str) -> None:
    assert plan_in(text, lang) == Plan(text)


@given(st.text(max_size=300), st.sampled_from(["en", "es"]))
def test_whatever_is_written_can_be_read(text: str, lang: str) -> None:
    found = plan_in(text, lang)
    assert bool(found.obstacle) == bool(found.fallback)
    assert found.how or not text
    assert 0 <= times_a_week(text) <= 14


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Every Tuesday I rewrite one paragraph", 1),
        ("mondays and thursdays", 2),
        ("one mock on the app every night in bed", 7),
        ("on school days, 10 minutes", 5),
        ("twice a week", 2),
        ("3x a week, two pages", 3),
        ("20 minutes every tuesday. If I miss it, I do it on Wednesday", 1),
        ("every week I do the sheet", 1),
        ("Los martes y jueves leo un párrafo", 2),
        ("tres veces por semana", 3),
        ("cada día antes de cenar", 7),
        ("start the discussion the day after the practical", 0),
        ("", 0),
    ],
)
def test_how_often_a_week(text: str, times: int) -> None:
    assert times_a_week(text) == times
