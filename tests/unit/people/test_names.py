"""Names as they are shown: nothing that hides, nothing that turns a line around."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.classroom import SHOWN_MOST, Person, other_names, shown_name
from bot.language.naming.parts import names_one, written
from bot.slack.calls import person_of

UNSEEN = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD]


@pytest.mark.parametrize("code", UNSEEN)
def test_what_nobody_sees_is_taken_out(code: int) -> None:
    assert shown_name(f"{chr(code)}An{chr(code)}a{chr(code)}") == "Ana"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ana\n<!channel>\tNovak", "Ana <!channel> Novak"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("👩\u200d🏫 Lee", "👩\u200d🏫 Lee"),
        ("Zoë Müller-O’Neil", "Zoë Müller-O’Neil"),
        ("\u202e\u200b", ""),
    ],
)
def test_names_of_all_scripts_stay_as_they_are(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_name_of_nothing_but_hidden_characters_is_the_id() -> None:
    person = person_of("T1", {"id": "U1", "profile": {"display_name": "\u202e\u2066"}})
    assert person is not None
    assert person.name == "U1"


def test_the_name_that_slack_tells_is_learned_without_them() -> None:
    person = person_of("T1", {"id": "U1", "profile": {"display_name": "\u202eanA\u202c"}})
    assert person is not None
    assert person.name == "anA"


@given(st.text())
def test_whatever_slack_tells_is_one_line_that_reads_forward(name: str) -> None:
    shown = shown_name(name)
    assert len(shown) <= SHOWN_MOST
    assert shown == " ".join(shown.split())
    hidden = {char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs")}
    assert hidden <= {"\u200c", "\u200d"}


def known(**user: object) -> Person:
    person = person_of("T1", {"id": "U1", **user})
    assert person is not None
    return person


@pytest.mark.parametrize(
    ("profile", "user", "names", "handle"),
    [
        ({"display_name": "Anouk", "real_name": "Johanna Vries"}, "jvries", ("Anouk", "Johanna Vries"), "jvries"),
        ({"display_name": "", "real_name": "Johanna Vries"}, "jvries", ("Johanna Vries",), "jvries"),
        ({"display_name": "anouk", "real_name": "Anouk"}, "anouk", ("anouk",), ""),
        ({"display_name": "", "real_name": ""}, "jvries", ("jvries",), ""),
        (
            {"display_name": "Anouk", "real_name": "\u202eJohanna\n Vries"},
            "jv\u200bries",
            ("Anouk", "Johanna Vries"),
            "jvries",
        ),
        ({"display_name": "\u202e", "real_name": "Johanna"}, "jvries", ("U1", "Johanna"), "jvries"),
        ({"display_name": "Anouk", "real_name": 7}, None, ("Anouk",), ""),
    ],
)
def test_all_names_are_learned_and_none_twice(
    profile: dict[str, object], user: object, names: tuple[str, ...], handle: str
) -> None:
    person = known(profile=profile, name=user)
    assert person.names == names
    assert person.handle == handle


def test_a_real_name_that_stands_twice_is_learned_once() -> None:
    person = known(profile={"display_name": "Anouk", "real_name": "Johanna"}, real_name="johanna")
    assert person.other_names == ("Johanna",)


@given(st.text(), st.lists(st.text() | st.none() | st.integers()))
def test_other_names_are_clean_and_no_repeats(shown: str, names: list[object]) -> None:
    found = other_names(shown, names)
    folded = [name.casefold() for name in (shown, *found)]
    assert len(set(folded)) == len(folded)
    assert set(found) <= {shown_name(name) for name in names if isinstance(name, str)} - {""}


@pytest.mark.parametrize("handle", ["jvries", "j.vries", "the_wolfgang", "kowa2010"])
def test_handles_that_can_only_mean_somebody(handle: str) -> None:
    assert names_one(handle)
    assert written(Person("T1", "U1", "Ana", handle=handle)) == ("Ana", f"@{handle}", handle)


@pytest.mark.parametrize("handle", ["an", "the", "jv", "to-do", "h2o", "and.or", "grace", "essay2", "j_v"])
def test_handles_that_may_be_words(handle: str) -> None:
    assert not names_one(handle)


@pytest.mark.parametrize("handle", ["the", "grace", "ali", "novak"])
def test_a_handle_that_may_mean_something_else_is_looked_for_with_its_sign(handle: str) -> None:
    assert written(Person("T1", "U1", "Ana Novak", handle=handle)) == ("Ana Novak", f"@{handle}")
