"""The copy: complete, readable, and where the code looks for it."""

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast

from prompts import words as prompts_words
from prompts.words import COPY, CopyError, Mention, Typed, check, copy_in, words_for

ROOT = Path(__file__).parents[3]


def files(*folders: str) -> list[Path]:
    return [f for folder in folders for f in sorted((ROOT / folder).rglob("*.py"))]


def test_every_key_that_stands_in_the_code_has_copy() -> None:
    called = re.compile(r"""\b(?:w|words|reader\.words)(?:\.pieces)?\(\s*"([a-z0-9-]+)"[,)]""")
    said = re.compile(r"""\bsay\(\s*(?:w|words|reader\.words),\s*"([a-z0-9-]+)"[,)]""")
    labelled = re.compile(r"""\bkey="([a-z0-9-]+)"[,)]""")
    used = {
        key
        for file in files("handlers", "bot")
        for pattern in (called, said, labelled)
        for key in pattern.findall(file.read_text("utf-8"))
    }
    assert len(used) > 50
    assert sorted(k for k in used if not words_for().has(k)) == []


def test_every_refusal_has_copy() -> None:
    raised = re.compile(r"""Refusal\(\s*"([a-z0-9-]+)\"""")
    used = {key for file in files("bot", "handlers") for key in raised.findall(file.read_text("utf-8"))}
    assert len(used) > 15
    assert sorted(k for k in used if not words_for().has(f"refusal-{k}")) == []


def test_no_copy_shouts() -> None:
    assert [f.name for f in COPY.glob("*.ftl") if "!" in f.read_text("utf-8")] == []


def test_typed_text_stays_apart_from_copy() -> None:
    pieces = words_for().pieces("feedback-given", teacher="*Ms* Lee", classroom=Mention("C1", "Bio"))
    assert [p for p in pieces if not isinstance(p, str)] == [Typed("*Ms* Lee"), Mention("C1", "Bio")]


def test_an_unknown_key_is_an_error_for_whoever_edits_copy() -> None:
    with pytest.raises(CopyError):
        words_for()("no-such-key")


def test_an_unknown_language_reads_english() -> None:
    assert words_for("tlh-KL").locale == "en"


@pytest.mark.parametrize(
    ("text", "why"),
    [("a = x\na = y\n", "twice"), ("a = { $x\n", "read"), ("= x\n", "read"), ("a = { b }\nb = { a }\n", "itself")],
)
def test_a_broken_file_is_said_at_the_start(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "en.x.ftl").write_text(text, "utf-8")
    with pytest.raises(CopyError, match=why):
        prompts_words.check(tmp_path)


def test_no_copy_at_all_is_said_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(CopyError):
        words_for("en", tmp_path)


def test_what_a_sentence_chooses_its_wording_by_still_chooses_between_typed_pieces(tmp_path: Path) -> None:
    (tmp_path / "en.x.ftl").write_text("a = { $way ->\n    [up] { $who } goes up\n   *[down] { $who } goes down\n  }\n")
    words = words_for("en", tmp_path)
    assert words.pieces("a", way="up", who="*Ana*") == [Typed("*Ana*"), " goes up"]


def test_what_a_sentence_refers_to_chooses_its_wording_too(tmp_path: Path) -> None:
    ftl = "a = { $who } { b }\nb = { $way ->\n    [up] goes up\n   *[down] goes down\n  }\n"
    (tmp_path / "en.x.ftl").write_text(ftl)
    words = words_for("en", tmp_path)
    assert words.pieces("a", way="up", who="*Ana*") == [Typed("*Ana*"), " goes up"]


@pytest.mark.parametrize("file", sorted(COPY.glob("*.ftl")), ids=lambda file: str(file.name))
def test_a_file_read_entry_by_entry_says_what_it_says_as_a_whole(file: Path) -> None:
    text = file.read_text("utf-8")
    whole = {entry.id.name: entry for entry in FluentResource(text).body if isinstance(entry, ast.Message)}
    parts = dict(prompts_words.split(text, "en"))
    assert parts.keys() == whole.keys()
    aside = ["span", "comment"]
    read = {name: FluentResource(part).body[0] for name, part in parts.items()}
    assert [name for name, entry in read.items() if not entry.equals(whole[name], aside)] == []


def test_what_can_not_be_read_is_found_in_each_language(tmp_path: Path) -> None:
    (tmp_path / "en.common.ftl").write_text("hello = Hello\n", encoding="utf-8")
    (tmp_path / "es.common.ftl").write_text("hello = { $open\n", encoding="utf-8")
    words_for("en", tmp_path)
    with pytest.raises(CopyError, match=r"^es: "):
        check(tmp_path)


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        ("From { $a } to { $b } { $unit }, by May", "From C to B, by May"),
        ("Is { $b } ({ $unit }) right?", "Is B right?"),
        ("{ $unit }: { $a }", ": C"),
        ("Goal { $b } { $unit }", "Goal B"),
    ],
)
def test_what_is_empty_leaves_no_gap(tmp_path: Path, copy: str, said: str) -> None:
    (tmp_path / "en.common.ftl").write_text(f"way = {copy}\n", encoding="utf-8")
    pieces = words_for("en", tmp_path).pieces("way", a="C", b="B", unit="")
    assert "".join(p.text if isinstance(p, Typed) else str(p) for p in pieces) == said


def test_what_is_kept_of_numbers_and_days_is_told_apart(tmp_path: Path) -> None:
    """Equal values that are written in other ways are said in other ways; and no word that somebody typed is kept."""
    said = 'count = { $number }, { $said }\nwhen = { DATETIME($at, timeStyle: "short") }\n'
    (tmp_path / "en.common.ftl").write_text(said, "utf-8")
    words = words_for("en-GB", tmp_path)
    for _ in range(2):
        shown = [words.pieces("count", number=number, said="private") for number in (1, Decimal("1"), Decimal("1.50"))]
        assert [pieces[0] for pieces in shown] == ["1, ", "1, ", "1.5, "]
        noon = datetime(2027, 1, 13, 12, tzinfo=UTC)
        times = [words("when", at=at) for at in (noon, noon.astimezone(timezone(timedelta(hours=3))))]
        assert times[0] != times[1]
        assert "private" in words("count", number=1, said="private")
    kept = copy_in("en", "en-GB", tmp_path)._kept
    assert "private" not in str(kept)
    assert kept
