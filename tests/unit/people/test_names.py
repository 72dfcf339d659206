"""Names as they are shown: nothing that hides, nothing that turns a line around."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.names import SHOWN_MOST, shown_name
from bot.slack_edge import person_of

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
