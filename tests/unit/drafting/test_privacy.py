"""Nothing that says who somebody is stays in a text; the words that only look like names do."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.drafting.privacy import PLACE, Hiding, norm

ROSTER = (
    *("Will Smith", "May Chen", "Grace Okoro", "Art Vandelay", "Mark Rose", "José Núñez", "Anna-Lena Müller"),
    *("Jan van der Berg", "Siobhán O'Neill", "Zoë de la Cruz", "Łukasz Żak", "王小明", "Ms Lee", "Ana Horvat"),
    *("jp_dupont", "Nguyễn Thị Hoa", "Rob"),
)
IDS = ("U012ABCDE", "USTUDENT")


def hide(text: str) -> str:
    return Hiding(ROSTER, IDS).hide(text)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Will wrote it, and Will signed it.", "Will"),
        ("Then Will read it.", "Will"),
        ("Ask May and Grace.", "May"),
        ("The text by May is long.", "May"),
        ("WILL did it", "WILL"),
        ("Mark, try again.", "Mark"),
        ("Will, you can do it.", "Will"),
        ("Rose's poem, and Mark's", "Rose"),
        ("work with will on it", "will"),
        ("ask may about it", "may"),
        ("will smith did it", "will"),
        ("may's essay", "may"),
        ("Grace is absent", "Grace"),
        ("ana and ANA and Ana's and Anas", "ana"),
        ("José, Jose, JOSE, jose´s", "jos"),
        ("Nunez and Núñez", "nunez"),
        ("Anna-Lena Mueller, anna lena muller", "anna"),
        ("Jan van der Berg and van der Berg", "berg"),
        ("Siobhan O'Neill, SIOBHÁN O’NEILL, neill", "neill"),
        ("Zoe de la Cruz", "cruz"),
        ("lukasz zak", "lukasz"),
        ("王小明的作文很好", "王小明"),
        ("Ms Lee, MS LEE", "lee"),
        ("Dupont and jp", "dupont"),
        ("Nguyen Thi Hoa", "nguyen"),
        ("Rob H. and Rob", "rob"),
        ("Ana H. read", "H."),
        ("<@U012ABCDE|ana> and U012ABCDE and u012abcde", "u012"),
        ("<@U0NEVERSEEN>", "NEVER"),
        ("U0NEVERSEEN9", "NEVER"),
        ("@somebody.else", "somebody"),
        ("x.y+z@school.example.org", "school"),
        ("https://school.org/s/4711?n=ana", "school"),
        ("+44 20 7946 0958", "7946"),
        ("(0664) 123-45 67", "123"),
        ("matriculation 20231234", "2023"),
        ("S1234567", "S123"),
    ],
)
def test_it_is_taken_out_and_put_back(text: str, gone: str) -> None:
    hiding = Hiding(ROSTER, IDS)
    hidden = hiding.hide(text)
    assert norm(gone) not in norm(PLACE.sub("", hidden))
    assert hiding.restore(hidden) == text


@pytest.mark.parametrize(
    "text",
    [
        "You will find that it may help, and the art of a good mark grows with grace.",
        "It will be fine. You may begin.",
        "May I see your plan? Will you read it?",
        "Hand it in on 4 May, or May 12, or in May.",
        "In Art class you draw well, and in art too.",
        "The sun rose. Their hopes rose with it.",
        "Use 14/20 as a start, 3 of 10 and 2027 in 20 ms.",
        "Ms and Mr are titles.",
        "Read the la Rochefoucauld quote, de facto.",
    ],
)
def test_words_stay_readable(text: str) -> None:
    assert hide(text) == text


def test_the_same_has_the_same_placeholder_in_every_text() -> None:
    hiding = Hiding(ROSTER)
    assert hiding.hide("Ana saw Ben") == "[person 1] saw Ben"
    assert hiding.hide("Tell Ana, and Will Smith") == "Tell [person 1], and [person 2]"
    assert hiding.placeholders == {"[person 1]", "[person 2]"}


def test_what_only_looks_like_a_placeholder_is_never_filled() -> None:
    hiding = Hiding(ROSTER)
    assert hiding.hide("[person 1] Ana") == "(person 1) [person 1]"
    assert hiding.restore("[Person 1] and [person 9] and [ person 01 ]") == "Ana and [person 9] and Ana"


pieces = st.sampled_from(
    [*ROSTER, *IDS, "will", "may", "art", "you", "the", ". ", ", ", "'s", "\n", "read", "7", "@ana", "-"]
)


@settings(deadline=None)
@given(st.lists(pieces | st.text(max_size=6), max_size=30).map(" ".join))
def test_whatever_is_hidden_comes_back(text: str) -> None:
    hiding = Hiding(ROSTER, IDS)
    plain = PLACE.sub("", text)
    assert hiding.restore(hiding.hide(plain)) == plain


SURE = [name for name in ROSTER if name.split()[0] not in ("Will", "May", "Grace", "Art", "Mark", "王小明")]


@settings(deadline=None)
@given(st.sampled_from(SURE), st.sampled_from([str.lower, str.upper, str.title, str]), pieces, pieces)
def test_no_sure_name_stays_in_any_case(name: str, case: Callable[[str], str], before: str, after: str) -> None:
    hidden = PLACE.sub("", hide(f"{before} {case(name)} {after}"))
    parts = [norm(part) for part in re.findall(r"\w{3,}", name) if part not in ("van", "der")]
    assert not any(re.search(rf"(?<!\w){part}(?!\w)", norm(hidden)) for part in parts)


@settings(deadline=None)
@given(st.text(max_size=5000))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(hide(text), str)


@pytest.mark.parametrize(
    "text", ["@" * 5000, "a@" * 2500, "1 " * 2500, "a." * 2500 + "@", "www." * 1250, "O'" * 2500, "(1" * 2500]
)
def test_no_text_takes_long(text: str) -> None:
    assert len(hide(text)) > 0
