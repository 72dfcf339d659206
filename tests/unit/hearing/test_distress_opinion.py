"""The second opinion: what it weighs, and what is left without it."""

import json
import zlib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from bot.language import hearing
from bot.language.hearing import distress
from bot.language.hearing.distress import FoundByRules, Opinion, features_in, features_of, look, packed
from tests.training.phrases import phrases_in


@pytest.fixture
def read_anew() -> Iterator[None]:
    cached = (distress.learned, distress.problem, distress._read)
    for one in cached:
        one.cache_clear()
    yield
    for one in cached:
        one.cache_clear()


def test_which_number_and_how_long_a_sentence_is_do_not_drown_what_is_said() -> None:
    beside = FoundByRules({"dad": {"family"}, "hits": {"hit"}}, {"h:fear"})
    short, long = (features_of(words.split(), beside) for words in ("7 dad hits", "12 dad hits " + "and so on " * 5))
    assert "w:<n>" in short
    assert short.keys() >= {"o:family>hit", "g:family", "h:fear", "p:dad hits"}
    assert short["g:family"] == long["g:family"]
    assert short["w:dad"] > long["w:dad"]


def test_words_that_stand_near_each_other_and_parts_of_words_are_seen() -> None:
    found = features_of(["he", "hurts", "me", "badly"], FoundByRules({}, set()))
    assert found.keys() >= {"k:he me", "k:he badly", "k:hurts badly", "c:hur", "c:^he$", "c:adly$"}
    assert "k:he hurts" not in found


def test_each_sentence_is_weighed_for_itself_too() -> None:
    views = features_in("4 of 10 this week, my essay is done. he scares me")
    assert [view.keys() & {"w:essay", "w:scares"} for view in views] == [
        {"w:essay", "w:scares"},
        {"w:essay"},
        {"w:scares"},
    ]
    assert len(features_in("he scares me.")) == 1


def test_it_adds_up_what_it_knows() -> None:
    opinion = Opinion(-1.0, 0.5, {"w:a": 6, "w:b": -2})
    assert opinion.of({"w:a": 0.5, "w:b": 1.0, "unknown": 9.0}) == pytest.approx(-0.5)


@pytest.mark.usefixtures("read_anew")
def test_without_weights_the_rules_find_alone_and_the_problem_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hearing.problem() == ""

    distress._read.cache_clear()
    distress.learned.cache_clear()
    distress.problem.cache_clear()
    monkeypatch.setattr(distress, "FILE", "none.json.z")
    assert look("i want to kill myself") is not None
    assert look("my dad hits me") is not None
    assert look("5 of 10") is None
    assert "none.json.z" in hearing.problem()


@pytest.mark.usefixtures("read_anew")
@pytest.mark.parametrize(
    "data", [b"", b"x", zlib.compress(b"{"), zlib.compress(b"[]"), zlib.compress(json.dumps({"rows": {}}).encode())]
)
def test_broken_weights_are_a_problem_and_no_error(
    data: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "data" / "en").mkdir(parents=True)
    (tmp_path / "data" / "en" / distress.FILE).write_bytes(data)
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    assert distress.learned() is None
    assert distress.FILE in distress.problem()


def test_what_is_packed_is_small_and_the_same_each_time() -> None:
    learned = distress.learned()
    assert learned is not None
    assert packed(learned) == packed(Opinion(learned.bias, learned.scale, dict(reversed(list(learned.rows.items())))))
    assert len(packed(learned)) < 200_000


def test_the_phrases_to_learn_from_are_the_same_each_time() -> None:
    assert phrases_in("distress") == phrases_in("distress")
    assert not set(phrases_in("distress")) & set(phrases_in("other"))
    assert all("[" not in sentence for name in ("distress", "other") for sentence in phrases_in(name))
