"""Nothing that says who somebody is stays in a text; the words that only look like names do."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.naming.letters import fold as norm
from bot.language.naming.parts import names_one
from bot.language.reading.text import load_words
from bot.llm.checks import PLACE, Hiding

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
        ("LIKE MR ROSE AND MARK", "ROSE"),
        ("ask ms rose", "rose"),
        ("Mark your openings are strong", "Mark"),
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


# --- handles ---

PARTS = ("anouk", "johanna", "vries", "jvries")


@pytest.mark.parametrize(
    "text",
    [
        "Anouk wrote it. Johanna signed it, and Vries read it.",
        "jvries, JVRIES, Jvries's and jvries' text; @jvries",
        "Ask johanna vries (jvries) about anouk",
        "the text by jvries.",
    ],
)
def test_nothing_of_any_of_their_names_leaves(text: str) -> None:
    hiding = Hiding(("Anouk", "Johanna Vries"), ("U1",), handles=("jvries",))
    hidden = hiding.hide(text).casefold()
    assert not any(part in hidden for part in PARTS)
    assert hiding.restore(hiding.hide(text)) == text


@pytest.mark.parametrize(
    ("handle", "text", "gone"),
    [
        ("j.vries", "j.vries and Vries", "vries"),
        ("kowa.2010", "like kowa.2010's", "2010"),
        ("pixie_wolf", "PIXIE_WOLF did, and pixie wolf", "pixie"),
        ("jvries2", "(jvries2)", "2"),
        ("an", "ask An about it", "An"),
        ("an", "ask @an about it", "@an"),
        ("jv", "Jv and JV wrote", "J"),
        ("the", "ask @the", "the"),
        ("sam", "sam did it", "sam"),
        ("hunter", "Then Hunter wrote", "Hunter"),
        ("zoë", "zoe and Zoë", "zo"),
    ],
)
def test_a_handle_is_taken_out_with_and_without_its_sign(handle: str, text: str, gone: str) -> None:
    assert gone not in PLACE.sub("", Hiding((), handles=(handle,)).hide(text))


WORDY = (
    "an",
    "the",
    "will",
    "may",
    "art",
    "grace",
    "essay",
    "h2o",
    "to-do",
    "cm",
    "jv",
    "and.or",
    "in",
    "hunter",
    "read2",
)


@pytest.mark.parametrize(
    "text",
    [
        "The essay shows an idea. In the end you may read it aloud, and it will help.",
        "An argument needs a reason; read the text and/or the graph.",
        "Write a to-do list: H2O, 12 cm, in May, art and grace.",
        "THE END. Will you read it? May I?",
        "The best part: the hunter and the wolf.",
        "- The first sentence\n- An example",
    ],
)
def test_handles_that_are_words_leave_english_readable(text: str) -> None:
    assert Hiding((), handles=WORDY).hide(text) == text


ENGLISH = sorted(load_words("bot.language", "en", "words")["common"])


@settings(deadline=None)
@given(st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=12), st.sampled_from([" ", ", ", "\n", "; "]))
def test_no_handle_blanks_out_a_common_word(words: list[str], between: str) -> None:
    text = between.join(words)
    for shown in (text, text.capitalize(), text.upper()):
        assert Hiding((), handles=[*words, *ENGLISH]).hide(shown) == shown
        assert PLACE.sub("", Hiding((), handles=words).hide(f"@{words[0]}")) == ""


@settings(deadline=None)
@given(
    st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}", fullmatch=True).filter(names_one),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.sampled_from(["", "ask ", "(", "by "]),
    st.sampled_from(["", ".", " and more", "'s", ")"]),
)
def test_no_handle_that_names_somebody_stays(handle: str, case: Callable[[str], str], before: str, after: str) -> None:
    hiding = Hiding((), handles=(handle,))
    text = f"{before}{case(handle)}{after}"
    hidden = PLACE.sub("", hiding.hide(text))
    assert handle.casefold() not in hidden.casefold()
    assert hiding.restore(hiding.hide(text)) == text


@settings(deadline=None)
@given(st.lists(st.text(max_size=8), max_size=5), st.text(max_size=200))
def test_no_handle_breaks_it(handles: list[str], text: str) -> None:
    hiding = Hiding((), handles=handles)
    plain = PLACE.sub("", text)
    assert hiding.restore(hiding.hide(plain)) == plain
