"""A name is found however it was typed, and nothing else is."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import JSON, Column, MetaData, Table, Text, create_engine, insert, select

from bot.domain.spelled import patterns, steady_parts
from storage.personal_names import NAMELESS, Needles


def found(name: str, text: str, *others: str) -> bool:
    return any(pattern.search(text) for pattern in patterns((name, *others)))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Žana Čop", "žana čop"),
        ("Žana Čop", "ŽANA  ČOP"),
        ("Žana Čop", "with Žana\nČop."),
        ("Žana Čop", "Žana\u00a0Čop"),
        ("Žana Čop", unicodedata.normalize("NFD", "Žana Čop")),
        (unicodedata.normalize("NFD", "Žana Čop"), "žana čop"),
        ("Žana Čop", "_Žana Čop_"),
        ("Seán O’Brien-Smith", "Seán O'Brien-Smith"),
        ("Seán O'Brien-Smith", "seán o’brien‑smith"),
        ("Jörg Weiß", "JÖRG WEISS"),
        ("Ali Kaya", "ALİ KAYA"),
        ("김 민준", unicodedata.normalize("NFD", "김 민준")),
        ("José", unicodedata.normalize("NFD", "José")),
        ("@sean.obrien", "@Sean.Obrien"),
    ],
)
def test_each_way_to_write_it(name: str, typed: str) -> None:
    assert found(name, typed)


def test_a_handle_without_its_sign_is_found_in_any_case_where_it_is_one() -> None:
    assert found("sean.obrien", "Sean.Obrien", "@sean.obrien")
    assert not found("Will", "will")


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Will", "will you"),
        ("Ana Horváth", "Ana Horváthová"),
        ("Ana Horváth", "Joana Horváth"),
        ("Jose", unicodedata.normalize("NFD", "José")),
        ("@ana", "@ana_h"),
        ("@ana", "mail@ana"),
        ("Ana Lee", "Ana, Lee"),
    ],
)
def test_another_word_is_left(name: str, typed: str) -> None:
    assert not found(name, typed)


def test_a_name_without_steady_letters_has_no_part() -> None:
    assert steady_parts(["Žana Čop", "@zana"]) == ["ana", "zana"]
    assert steady_parts(["Žana Čop", "Ганна Ковач"]) is None
    assert steady_parts([]) == []


NAMES = st.lists(
    st.text(
        st.one_of(st.sampled_from("abikszABIKSZéžčßİıłø'’-."), st.characters(categories=["L"])), min_size=1, max_size=6
    ),
    min_size=2,
    max_size=3,
).map(" ".join)
SPELLINGS = st.sampled_from(
    [
        str.lower,
        str.upper,
        str.title,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: unicodedata.normalize("NFC", text),
        lambda text: re.sub(" ", "\n", text),
        lambda text: text.replace("'", "’").replace("-", "‑"),
    ]
)
CELLS = Table("cells", MetaData(), Column("text", Text), Column("json", JSON))
ENGINE = create_engine("sqlite://")
CELLS.metadata.create_all(ENGINE)


@given(NAMES, st.lists(SPELLINGS, max_size=3))
def test_every_row_in_which_a_name_is_found_is_looked_at(name: str, spellings: list[object]) -> None:
    """Databases compare by other rules than expressions do: none of their rows may be missed for that."""
    needles, typed = Needles("U0SK1", [name], "former-member-0"), name
    for spelling in spellings:
        typed = spelling(typed)  # type: ignore[operator]
    text = f"Talk to {typed}, please"
    if NAMELESS not in needles.without(text):
        return  # a spelling that is another name: "ﬁ" is one letter
    with ENGINE.connect() as connection:
        connection.execute(insert(CELLS).values(text=text, json={"said": [text]}))
        for column in CELLS.c:
            likely = select(CELLS.c.text).where(needles.likely(column))
            assert connection.execute(likely).scalars().all() == [text]
        connection.rollback()
