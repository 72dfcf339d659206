"""The second opinion: what it weighs, and what is left without it."""

import json
import shutil
import zlib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from bot.language import hearing
from bot.language.hearing import Moment, hear, kinds, opinion
from bot.language.hearing.distress import features_in, look
from bot.language.hearing.model import Kind
from bot.language.hearing.opinion import FoundByRules, Opinion, features_of, packed
from bot.language.reading.weights import WeightsByLanguage
from tests.training.phrases import phrases_in


@pytest.fixture
def read_anew() -> Iterator[None]:
    forget()
    yield
    forget()


def forget() -> None:
    look.cache_clear()
    for weights in (opinion.WEIGHTS, kinds.WEIGHTS):
        weights._read.clear()


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
    weights = Opinion(-1.0, 0.5, {"w:a": 6, "w:b": -2})
    assert weights.of({"w:a": 0.5, "w:b": 1.0, "unknown": 9.0}) == pytest.approx(-0.5)


@pytest.mark.usefixtures("read_anew")
def test_without_weights_the_rules_find_alone_and_the_problem_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert hearing.problem() == ""

    forget()
    monkeypatch.setattr(opinion.WEIGHTS, "file", "none.json.z")
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
    (tmp_path / "data" / "en" / opinion.FILE).write_bytes(data)
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    assert opinion.WEIGHTS.of("en") is None
    assert opinion.FILE in opinion.WEIGHTS.problem()


def test_what_is_packed_is_small_and_the_same_each_time() -> None:
    learned = opinion.WEIGHTS.of("en")
    assert learned is not None
    assert packed(learned) == packed(Opinion(learned.bias, learned.scale, dict(reversed(list(learned.rows.items())))))
    assert len(packed(learned)) < 200_000


def test_the_phrases_to_learn_from_are_the_same_each_time() -> None:
    assert phrases_in("distress") == phrases_in("distress")
    assert not set(phrases_in("distress")) & set(phrases_in("other"))
    assert all("[" not in sentence for name in ("distress", "other") for sentence in phrases_in(name))


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("he pensado en tomarme todas las pastillas", True),
        ("me encierran en el baño y me graban", True),
        ("me tocó sin que yo quisiera", True),
        ("el entrenador me tocó de portero", False),
        ("en el libro la protagonista se suicida y tengo que hacer un resumen", False),
        ("quiero morirme, se me borró el ensayo jajaja", False),
        ("estoy en clase pero i want to kill myself", True),
        ("eu quero me matar", True),
    ],
)
def test_spanish_is_heard_by_rules_and_weights_together(text: str, so: bool) -> None:
    assert (look(text) is not None) is so


@pytest.mark.usefixtures("read_anew")
def test_spanish_without_weights_goes_on_by_rules_and_says_so_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(Path(opinion.__file__).parent / "data" / "en", tmp_path / "data" / "en")
    with monkeypatch.context() as patch:
        patch.setattr(resources, "files", lambda package: tmp_path)
        assert opinion.WEIGHTS.of("es") is None
        assert kinds.WEIGHTS.of("es") is None
    assert hear("me quiero matar", Moment.INTERVIEW, lang="es").kind is Kind.DISTRESS
    assert hear("muchas gracias", Moment.IDLE, lang="es").kind is Kind.THANKS
    assert hearing.problem().count("es/distress.json.z is missing") == 1
    assert hearing.problem().count("es/weights.json.z is missing") == 1


@pytest.mark.usefixtures("read_anew")
@pytest.mark.parametrize("weights", [opinion.WEIGHTS, kinds.WEIGHTS], ids=["distress", "kinds"])
def test_spanish_weights_that_are_broken_are_told_before_somebody_writes_in_it(
    weights: WeightsByLanguage[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(Path(opinion.__file__).parent / "data", tmp_path / "data")
    (tmp_path / "data" / "es" / weights.file).write_bytes(b"cut off")
    with monkeypatch.context() as patch:
        patch.setattr(resources, "files", lambda package: tmp_path)
        assert f"es/{weights.file} can not be read" in hearing.problem()
        assert "es" not in weights._read


@pytest.mark.usefixtures("read_anew")
def test_a_language_that_nothing_was_learned_of_goes_on_by_rules_and_is_no_problem() -> None:
    assert opinion.WEIGHTS.of("xx") is None
    assert kinds.WEIGHTS.of("xx") is None
    assert hear("thanks", Moment.IDLE, lang="xx").kind is Kind.THANKS
    assert hearing.problem() == ""


@pytest.mark.usefixtures("read_anew")
def test_the_weights_of_a_language_are_read_when_somebody_writes_in_it() -> None:
    hear("i read 5 pages", Moment.IDLE)
    assert list(opinion.WEIGHTS._read) == ["en"]
    hear("he leído cinco páginas en la biblioteca", Moment.IDLE, lang="es")
    assert list(opinion.WEIGHTS._read) == ["en", "es"]


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("not around this weekend", False),
        ("I won't be here next week", False),
        ("i'll be gone for two weeks", False),
        ("wont be around after lunch", False),
        ("i will not be here for the last lesson", False),
        ("i wont be here next week. or ever", True),
        ("i wont be around much longer", True),
        ("by monday ill be gone and nobody will care", True),
    ],
)
def test_who_is_away_is_told_from_who_does_not_mean_to_come_back(text: str, so: bool) -> None:
    assert (look(text) is not None) is so
