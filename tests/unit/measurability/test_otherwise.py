"""What is read in a target stays as it is, however else the target is said."""

import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.language.targets import Reading, read
from bot.language.targets.patterns import lexicon, row_of

GOALS = Path(__file__).parents[2] / "data" / "goals"
CHANGES = tomllib.loads((GOALS / "changes.toml").read_text(encoding="utf-8"))
SENTENCES = [
    line["text"]
    for name in ("targets", "voices", "more-3")
    for line in map(json.loads, (GOALS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
][::5]
MOST = 0.01
"""The share of readings that may change."""
PARTS = ("observable", "measure", "timeframe")

Change = Callable[[str], str]


def found(reading: Reading) -> tuple[bool, ...]:
    return tuple(getattr(reading, part) is not None for part in PARTS)


def share_changed(sentences: list[str], change: Change, *, ends: bool = False) -> float:
    """How many of the sentences are read otherwise once they are changed; with `ends` they say by when as well."""
    wrong = 0
    for text in sentences:
        before = found(read(text))
        wrong += found(read(change(text))) != ((*before[:2], True) if ends else before)
    return wrong / len(sentences)


def starting_with_a_verb() -> Iterator[str]:
    words = lexicon("en")
    for text in SENTENCES:
        word = row_of(text, "en").norm(0)
        if words.lemma(word) == word and (word in words.verbs or word in words.inner_verbs):
            yield text


def framed(frame: str) -> Change:
    return lambda text: frame + (text if text[:2].isupper() else text[0].lower() + text[1:])


def with_end(text: str, end: str) -> str:
    """The end stands before the sentence's own full stop."""
    body = text.rstrip(" .!")
    return body + end + text[len(body) :]


def followed(remark: str) -> Change:
    """A remark that is a sentence begins behind a full stop."""
    is_sentence = remark[1:2].isupper()
    return lambda text: (text if text[-1:] in ".!?" or not is_sentence else text + ".") + remark


def test_the_frames_and_deadlines_are_forty_each() -> None:
    assert len(set(CHANGES["frames"])) == 40
    assert len(set(CHANGES["deadlines"])) == 40


def test_whatever_leads_to_the_verb() -> None:
    sentences = list(starting_with_a_verb())
    assert len(sentences) > 50
    shares = [share_changed(sentences, framed(frame)) for frame in CHANGES["frames"]]
    assert sum(shares) / len(shares) <= MOST
    assert max(shares) <= 3 * MOST


def test_whatever_deadline_is_appended() -> None:
    plain = [text for text in SENTENCES if not re.search(r"[,;:.?!(\n].", text) and not read(text).timeframes]
    assert len(plain) > 40
    shares = [
        share_changed(plain, lambda text, end=deadline: with_end(text, end), ends=True)  # type: ignore[misc]
        for deadline in CHANGES["deadlines"]
    ]
    assert sum(shares) / len(shares) <= MOST
    assert max(shares) <= 3 * MOST


@pytest.mark.parametrize("remark", CHANGES["before"])
def test_a_remark_before_it_says_nothing(remark: str) -> None:
    assert share_changed(SENTENCES, lambda text: remark + text) <= 2 * MOST


@pytest.mark.parametrize("remark", CHANGES["behind"])
def test_a_remark_behind_it_says_nothing(remark: str) -> None:
    assert share_changed(SENTENCES, followed(remark)) <= MOST


@pytest.mark.parametrize(
    "change",
    [
        str.lower,
        str.upper,
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("'", ""),
    ],
    ids=["small", "capital", "curly", "without-apostrophes"],
)
def test_letters_and_apostrophes_say_nothing(change: Change) -> None:
    assert share_changed(SENTENCES, change) <= MOST


def with_slip(text: str, chance: random.Random) -> str:
    """The text with one letter left out, doubled, or exchanged with the next."""
    places = [at for at in range(1, len(text) - 1) if text[at - 1 : at + 2].isalpha()]
    if not places:
        return text
    at, way = chance.choice(places), chance.randrange(3)
    slipped = {0: "", 1: text[at] * 2, 2: text[at + 1] + text[at]}[way]
    return text[:at] + slipped + text[at + (2 if way == 2 else 1) :]


def test_one_slip_seldom_says_anything() -> None:
    chance = random.Random(5)
    assert share_changed(SENTENCES * 3, lambda text: with_slip(text, chance)) <= 0.05


@pytest.mark.parametrize(("slip", "meant"), [("undertsand", "understand"), ("seaon", "season"), ("tiwce", "twice")])
def test_a_slip_in_a_word_that_tells(slip: str, meant: str) -> None:
    assert meant in row_of(slip, "en").norms


@pytest.mark.parametrize(
    "word", ["trail", "sage", "weld", "plant", "casual", "form", "coarse", "marsh", "desert", "openings"]
)
def test_a_word_that_only_looks_like_a_slip(word: str) -> None:
    assert row_of(word, "en").norms == (word,)
