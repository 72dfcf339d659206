"""`accord targets`."""

import json
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.targets import targets

runner = CliRunner()


def write(path: Path, *lines: object) -> str:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


def labelled(text: str, verdict: str, *, observable: bool, measure: bool, timeframe: bool) -> dict[str, object]:
    parts = {"observable": observable, "measure": measure, "timeframe": timeframe}
    return {"text": text, "verdict": verdict, **parts}


VAGUE = labelled("get better at maths", "vague", observable=False, measure=False, timeframe=False)
FULL = labelled("write 3 essays by 2 May", "measurable", observable=True, measure=True, timeframe=True)
WRONG = labelled("write 3 essays", "vague", observable=False, measure=False, timeframe=True)


def test_score_prints_one_json_object(tmp_path: Path) -> None:
    result = runner.invoke(targets, ["score", write(tmp_path / "a.jsonl", VAGUE, FULL, WRONG)])
    assert result.exit_code == 0
    scores = json.loads(result.stdout)
    assert scores["n"] == 3
    assert scores["verdict_accuracy"] == 0.6667
    assert scores["observable"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667}
    assert scores["timeframe"] == {"precision": 1.0, "recall": 0.5, "f1": 0.6667}


def test_misses_are_listed(tmp_path: Path) -> None:
    result = runner.invoke(targets, ["score", write(tmp_path / "a.jsonl", VAGUE, FULL, WRONG), "--misses"])
    missed = [json.loads(line) for line in result.stdout.splitlines()[1:]]
    assert missed == [{"text": "write 3 essays", "wrong": ["verdict", "observable", "measure", "timeframe"]}]


def test_a_file_that_is_not_labelled(tmp_path: Path) -> None:
    for content in ("{", "[]\n", '{"text": "x"}\n'):
        path = tmp_path / "b.jsonl"
        path.write_text(content, encoding="utf-8")
        assert runner.invoke(targets, ["score", str(path)]).exit_code == 2
    assert runner.invoke(targets, ["score", str(tmp_path / "none.jsonl")]).exit_code == 2


def test_an_empty_file(tmp_path: Path) -> None:
    result = runner.invoke(targets, ["score", write(tmp_path / "c.jsonl")])
    assert json.loads(result.stdout)["n"] == 0


def test_read_shows_each_part() -> None:
    result = runner.invoke(targets, ["read", "write 3 essays by 2 May [bold]"])
    assert result.exit_code == 0
    assert "[bold]" in result.stdout
    for part in ("observable", "measure", "timeframe", "measurable"):
        assert part in result.stdout


@pytest.mark.parametrize("lang", ["xx", "../en", ""])
def test_a_language_without_words_is_read_as_english_and_that_is_said(tmp_path: Path, lang: str) -> None:
    for command in (["read", "write 3 essays"], ["score", write(tmp_path / "a.jsonl", FULL)]):
        result = runner.invoke(targets, [*command, "--lang", lang])
        assert result.exit_code == 0
        assert result.stdout == runner.invoke(targets, command).stdout
        assert "English" in result.stderr


def test_read_shows_both_opinions(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = runner.invoke(targets, ["read", "write 3 essays"]).stdout
    assert re.search(r"observable +rules yes +learned \+", shown)
    assert re.search(r"measure +rules yes +learned \+", shown)
    monkeypatch.setattr(sys.modules["bot.language.targets.coach"], "opinion_of", lambda *_: None)
    assert "learned" not in runner.invoke(targets, ["read", "write 3 essays"]).stdout


def test_a_text_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    result = runner.invoke(targets, ["score", write(tmp_path / "a.jsonl", FULL, {**FULL, "text": 5})])
    assert result.exit_code == 2
    assert "line 2" in re.sub(r"[\s│]+", " ", result.stderr)
    assert isinstance(result.exception, SystemExit)
