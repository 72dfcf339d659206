"""The second opinion on a target, and what becomes of it beside the rules."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
import structlog

from bot.app import ready_to_hear
from bot.language import targets
from bot.language.reading.weights import Linear, NoWeights, packed, unpacked
from bot.language.targets import Gap, opinion, read, to_ask
from bot.language.targets.actions import Heads
from bot.language.targets.coach import read_by_rule
from bot.language.targets.model import LEARNED, PartOpinion
from bot.language.targets.opinion import RULES, PartsFound, blended, features
from bot.language.targets.patterns import PACKAGE, lexicon

GOALS = Path(__file__).parents[2] / "data" / "goals"
MIXED = "I'd settle for reading 3 of 4 texts aloud by May, my sister laughs"
STRONG = RULES + 0.1


@pytest.fixture
def read_anew() -> Iterator[None]:
    """What was learned is read again, before the test and after it."""
    caches = (opinion._learned, opinion._word_sums, opinion.problem)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def texts_in(name: str) -> list[str]:
    return [json.loads(line)["text"] for line in (GOALS / f"{name}.jsonl").read_text("utf-8").splitlines()]


def found_in(text: str) -> PartsFound:
    return read_by_rule(text, "en").found


def test_it_is_what_the_features_add_up_to() -> None:
    learned = unpacked(
        resources.files(PACKAGE).joinpath("data", "en", opinion.FILE).read_bytes(),
        opinion.FILE,
        version=opinion.VERSION,
    )
    for text in (MIXED, "revise revise revise", "🙏", "know 20 words"):
        told = read(text).opinion
        assert told is not None
        assert list(told) == pytest.approx(learned.sums(features(found_in(text), lexicon("en"))))


def test_nothing_typed_has_no_opinion() -> None:
    assert read("").opinion is None
    assert read(" \n ").opinion is None


def test_it_is_small_and_of_one_version() -> None:
    data = resources.files(PACKAGE).joinpath("data", "en", opinion.FILE).read_bytes()
    assert len(data) <= 200_000
    learned = unpacked(data, opinion.FILE, version=opinion.VERSION)
    assert learned.names == LEARNED
    assert packed(learned, version=opinion.VERSION) == data
    with pytest.raises(NoWeights, match="version"):
        unpacked(data, opinion.FILE, version=opinion.VERSION + 1)


def test_a_strong_opinion_outweighs_the_rules() -> None:
    text = "write 3 essays"
    seen = blended(found_in(text), PartOpinion(-STRONG, -STRONG), "en")
    assert (seen.heads.seen, seen.measured) == ((), ())
    assert [head.tag for head in seen.heads.inner] == ["write"]

    vague = blended(found_in("feel better"), PartOpinion(STRONG, STRONG), "en")
    assert [head.kind for head in vague.heads.seen] == ["seen"]
    assert len(vague.measured) == 1
    assert vague.when == ()  # by when is the rules' alone


def test_a_weak_one_does_not() -> None:
    for text in ("write 3 essays", "feel better"):
        found = found_in(text)
        for weak in (RULES - 0.1, 0.1 - RULES):
            assert blended(found, PartOpinion(weak, weak), "en") == found


def test_where_they_differ_on_what_is_seen_accord_asks() -> None:
    text = "write 3 essays by May"
    reading = read(text)
    assert Gap.OBSERVABLE not in to_ask(reading)
    differing = read_as(text, PartOpinion(-0.1, 9))
    assert differing.unsure
    assert to_ask(differing) == (Gap.OBSERVABLE,)
    assert targets.gaps(differing) == ()


def read_as(text: str, told: PartOpinion) -> targets.Reading:
    """The reading of a text with another opinion."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys.modules["bot.language.targets.coach"], "opinion_of", lambda *_: told)
        return read(text)


@pytest.mark.parametrize("name", ["targets", "students", "everyday", "more-1", "more-3", "voices"])
def test_accord_asks_in_few_sentences(name: str) -> None:
    unsure = [read(text).unsure for text in texts_in(name)]
    assert unsure.count(True) <= 0.08 * len(unsure)


@pytest.mark.usefixtures("read_anew")
@pytest.mark.parametrize("version", [None, opinion.VERSION + 1])
def test_without_weights_the_rules_read_alone_and_one_warning_says_so(
    version: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if version is None:
        monkeypatch.setattr(opinion, "FILE", "none.json.z")
    else:
        monkeypatch.setattr(opinion, "VERSION", version)
    with structlog.testing.capture_logs() as logs:
        ready_to_hear()
        reading = read("write 3 essays by 2 May")
    assert reading.verdict is targets.Verdict.MEASURABLE
    assert (reading.opinion, reading.unsure) == (None, False)
    assert [(line["log_level"], line["action"]) for line in logs] == [("warning", "targets.no-weights")]


def test_what_is_added_stands_at_one_word() -> None:
    bare = replace(found_in("quickly the essay"), heads=Heads((), ()), measured=())
    added = blended(bare, PartOpinion(STRONG, STRONG), "en")
    assert [match.last - match.first for match in (*added.heads.seen, *added.measured)] == [1, 1]


def test_what_is_packed_comes_back() -> None:
    small = Linear(LEARNED, (0.0, 0.5), 0.25, {"w:end": (-4, 8), "w:7": (3, 0)})
    assert unpacked(packed(small, version=3), "x", version=3) == small
    with pytest.raises(NoWeights):
        unpacked(packed(small, version=3), "x")


def test_a_measure_that_is_none_gives_no_number() -> None:
    assert read_as("write 3 essays", PartOpinion(9, 9)).extracted.goal == 3
    assert read_as("write 3 essays", PartOpinion(9, -9)).extracted.goal is None
