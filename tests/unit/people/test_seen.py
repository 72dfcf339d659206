"""Text as it is seen: what hides is gone, what scripts and emoji need is there."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seen import is_seen, seen
from bot.domain.terms import Criterion, Target, Terms, as_seen
from bot.llm.prompt import read_answer
from handlers.inbound import plain_text, submission_of
from tests.unit.contract.samples import TERMS

OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
ZERO_WIDTH = "\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u034f"
BLANKS = "\u180e\u115f\u1160\u3164\uffa0\u17b4\u17b5\ufff9\ufffb"
TAGS = "\U000e0001\U000e0041\U000e007f\U000e01f0"
NEVER_NEEDED = OVERRIDES + ZERO_WIDTH + BLANKS + TAGS + "\x00\x07\x7f\ud800\ue000\U0010ffff\ufdd0"


@pytest.mark.parametrize("hidden", NEVER_NEEDED)
def test_it_is_taken_out_wherever_it_stands(hidden: str) -> None:
    assert seen(f"{hidden}8 of{hidden} 10{hidden}") == "8 of 10"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_way_to_end_a_line_is_a_line_break(end: str) -> None:
    assert seen(f"one{end}two") == "one\ntwo"


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم کتاب\u200cها را بخوانم",
        "ه\u200d",
        "क्\u200dष और क्\u200cष",
        "ക്\u200d",
        "ශ්\u200dරී ලංකා",
        "ক্\u200dষ",
        "👩\u200d🏫 👍🏽 ❤️\u200d🔥 🏳️\u200d🌈 1️⃣ ☺︎",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "葛\U000e0100城",
        "ᠠ\u180b",
        "שלום, 5 מתוך 10",
        "Zoë  Müller-O’Neil\n\ttab, no\u00a0break",
    ],
)
def test_what_a_script_is_written_with_stays(text: str) -> None:
    assert seen(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Auf\u200clage", "Auflage"),
        ("a\u200db", "ab"),
        ("\u200dا", "ا"),
        ("ا\u200c 5", "ا 5"),
        ("🙂\u200d", "🙂"),
        ("🙂\ufe0f\ufe0f\ufe01", "🙂\ufe0f"),
        ("x\ufe0f\U000e0100", "x"),
        ("🏴\U000e0061\U000e0062\U000e007f", "🏴"),
        ("\u061c\u200d", ""),
        ("a\u2800b", "a b"),
    ],
)
def test_a_joiner_without_anything_to_join_goes(text: str, left: str) -> None:
    assert seen(text) == left


VISIBLE = st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters=NEVER_NEEDED + "\u2800")
WRITTEN = st.text(VISIBLE).map(seen)


@given(st.text())
def test_what_is_seen_is_seen_once_and_for_all(text: str) -> None:
    assert is_seen(seen(text))


@given(WRITTEN, st.lists(st.tuples(st.integers(0, 60), st.sampled_from(NEVER_NEEDED)), max_size=20))
def test_hidden_characters_make_no_difference(written: str, hidden: list[tuple[int, str]]) -> None:
    """Two texts that read the same come in as one, save for a joiner that lost its neighbour."""
    typed = written
    for at, char in hidden:
        typed = typed[:at] + char + typed[at:]
    joiners = str.maketrans("", "", "\u200c\u200d\ufe0e\ufe0f")
    assert seen(typed).translate(joiners) == written.translate(joiners)


@given(st.text(), st.text(), st.text(), st.text())
def test_terms_that_read_the_same_have_one_seal(statement: str, unit: str, criterion: str, supports: str) -> None:
    def with_words(*words: str) -> Terms:
        target: Target = replace(TERMS.targets[0], statement=words[0], unit=words[1])
        target = replace(target, criteria=(Criterion(words[2], target.criteria[0].author),))
        return replace(TERMS, targets=(target,), supports=words[3])

    said = (statement, unit, criterion, supports)
    shown = as_seen(with_words(*said))
    assert shown == with_words(*map(seen, said))
    assert as_seen(shown).content_hash() == shown.content_hash()


HIDING = "10\u202e of\u200b 8\U000e0041"


def test_it_comes_in_without_them_by_every_way() -> None:
    typed = {"type": "plain_text_input", "value": HIDING}
    view = {"id": "V1", "callback_id": "c", "state": {"values": {"text": {"a": typed}}}}
    form = submission_of({"team": {"id": "T1"}, "user": {"id": "U1"}, "view": view})
    drafts = read_answer(json.dumps({"drafts": [{"text": HIDING, "basis": ""}]}))
    assert drafts is not None
    assert {form.text("text"), plain_text(HIDING), drafts.drafts[0].text} == {"10 of 8"}
