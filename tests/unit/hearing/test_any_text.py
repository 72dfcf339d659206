"""Whatever somebody types is heard: nothing raises, and nothing that is long takes long."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.hearing import Aim, Kind, Moment, hear
from bot.language.hearing.words import LAST, MOST, words_of

AIMS = [
    Aim("Read", "pages a day", Decimal(5), Decimal(30), Decimal(12)),
    Aim("Spell", "words right of 10", Decimal(4), Decimal(9), None),
    Aim("", "", Decimal(0), Decimal(0), None),
    Aim("", "grade (A=5, B=4)", Decimal(4), Decimal(5), Decimal(4)),
    Aim("Phone", "minutes a day", Decimal(240), Decimal(90), Decimal(150)),
    Aim("Serve", "%", Decimal(40), Decimal(80), Decimal(50)),
]
PARTS = st.sampled_from(
    [
        "7",
        "half",
        "of",
        "10",
        " ",
        "\n",
        "https://x.y",
        "<@U1>",
        "no",
        "wait",
        ":",
        "/",
        "%",
        "h",
        "min",
        "twice",
        "-",
        "A",
    ]
)
TEXTS = st.one_of(
    st.text(alphabet=st.characters(), max_size=300),
    st.text(alphabet="\ud800\udfff\u202e\u200d😀İßé7٣²½ \t", max_size=80),
    st.lists(PARTS, max_size=40).map("".join),
    st.lists(PARTS, max_size=40).map(" ".join),
)
LONG = ("7 ", "a", "!", "\ud800", "1:2", "ب", "😀", "no ", "@a.", "1/2 and a half ", "<", "a.b", "a_b-", "x@y.", "00 ")


@settings(deadline=None, max_examples=150)
@given(text=TEXTS, moment=st.sampled_from(Moment), asked=st.text(max_size=30), aims=st.lists(st.sampled_from(AIMS)))
def test_any_text_is_heard_and_always_the_same(text: str, moment: Moment, asked: str, aims: list[Aim]) -> None:
    heard = hear(text, moment, aims, asked)
    assert heard == hear(text, moment, aims, asked)
    assert heard.kind in Kind
    assert set(heard.numbers) <= set(range(len(aims)))
    assert all(number.value.is_finite() for number in heard.numbers.values())


@pytest.mark.parametrize("part", LONG)
def test_of_a_long_message_a_bounded_part_is_read(part: str) -> None:
    text = (part * 40_000)[:40_000]
    assert hear(text, Moment.CHECK_IN, AIMS).kind in Kind
    assert len(words_of(text).plain) <= MOST + LAST + 1
