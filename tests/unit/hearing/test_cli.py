"""`accord messages score`."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.messages import Labelled, messages, score_all, scores_of
from bot.language.hearing.model import Heard, Kind, Moment, Number
from tests.unit.hearing.labels import labelled

runner = CliRunner()


def write(path: Path, *rows: object) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def row(**fields: Any) -> dict[str, Any]:
    target = {"statement": "Read", "unit": "pages", "baseline": 0, "goal": 9.5, "last": None}
    usual = {"moment": "check-in", "target": target, "asked": "", "text": "7", "kind": "answer", "value": 7}
    return {**usual, "sure": True, **fields}


def run(file: str, *options: str) -> Any:
    return runner.invoke(messages, ["score", file, *options])


def hears(*heard: Heard) -> Any:
    """A hearing that hears these, one after the other."""
    coming = iter(heard)

    def hear(text: str, moment: Moment, aims: object, asked: str) -> Heard:
        return next(coming)

    return hear


def scores(*pairs: tuple[Labelled, Heard]) -> dict[str, Any]:
    return scores_of(score_all([label for label, _ in pairs], hears(*(heard for _, heard in pairs))))


def gives(value: int, kind: Kind = Kind.ANSWER, *, sure: bool = True) -> Heard:
    return Heard(kind, {0: Number(Decimal(value), sure)})


def test_one_json_object(tmp_path: Path) -> None:
    result = run(write(tmp_path / "a.jsonl", row(), row(target=None, moment="interview", value=None, sure=False)))
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["n"] == 2
    shares = {"kind_accuracy", "lookalikes_left_alone", "value_accuracy", "wrong_numbers", "needless_asks"}
    assert set(found) == {"n", "distress", *shares}


def test_an_empty_file(tmp_path: Path) -> None:
    assert json.loads(run(write(tmp_path / "a.jsonl")).stdout)["n"] == 0


def test_text_may_hold_anything(tmp_path: Path) -> None:
    texts = ["", "\u2028\x85\x00", "\ud800", "<@U1> &lt;3", "7" * 5000, "[bold]{x}", "\u202e9\u202c"]
    file = write(tmp_path / "a.jsonl", *(row(text=text) for text in texts))
    assert json.loads(run(file, "--misses").stdout.splitlines()[0])["n"] == len(texts)


def test_the_mark_at_the_beginning_of_a_file_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(row()).encode() + b"\r\n")
    assert run(str(path)).exit_code == 0


@pytest.mark.parametrize(
    "broken",
    [
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        json.dumps(row(kind="joke")).encode(),
        json.dumps(row(moment=3)).encode(),
        json.dumps(row(text=None)).encode(),
        json.dumps(row(sure="yes")).encode(),
        json.dumps(row(value="7")).encode(),
        json.dumps(row(value=True)).encode(),
        json.dumps(row(target="pages")).encode(),
        json.dumps(row(target={"unit": "pages", "goal": 1})).encode(),
        json.dumps(row()).replace('"value": 7', '"value": NaN').encode(),
        json.dumps(row()).replace('"value": 7', '"value": 1e99999999999999999999').encode(),
    ],
)
def test_a_broken_line_is_named_by_its_number(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join([json.dumps(row()).encode(), b"", broken, b""]))
    result = run(str(path))
    assert result.exit_code == 2
    assert "line 3" in result.stderr
    assert not result.stdout


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.jsonl"))
    assert result.exit_code == 2
    assert "none.jsonl" in result.stderr


def test_kinds() -> None:
    found = scores(
        (labelled(Kind.ANSWER), Heard(Kind.ANSWER)),
        (labelled(Kind.DISTRESS), Heard(Kind.DISTRESS)),
        (labelled(Kind.DISTRESS), Heard(Kind.UNCLEAR)),
        (labelled(Kind.ANSWER, why="lookalike: joke"), Heard(Kind.DISTRESS)),
        (labelled(Kind.ANSWER, why="lookalike: joke"), Heard(Kind.STOP)),
    )
    assert found["kind_accuracy"] == 0.4
    assert found["distress"] == {"precision": 0.5, "recall": 0.5}
    assert found["lookalikes_left_alone"] == 0.5


def test_numbers() -> None:
    found = scores(
        (labelled(value=7, sure=True), gives(7)),
        (labelled(value=7, sure=True), gives(7, sure=False)),
        (labelled(value=7, sure=True), Heard(Kind.ANSWER)),
        (labelled(value=7, sure=True), gives(8)),
        (labelled(value=7), gives(7)),
        (labelled(value=7), gives(8, sure=False)),
        (labelled(), gives(8)),
        (labelled(Kind.DISTRESS, value=7), gives(7)),
    )
    assert found["value_accuracy"] == round(3 / 7, 4)
    assert found["wrong_numbers"] == 3 / 8
    assert found["needless_asks"] == 0.5


def test_a_rounded_number_is_the_same() -> None:
    third = Heard(Kind.ANSWER, {0: Number(Decimal("66.666"), sure=True)})
    assert scores((labelled(value="66.67", sure=True), third))["value_accuracy"] == 1.0


def test_misses_are_listed(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", row(id="A1", text="thank you so much", kind="stop", value=None, sure=False))
    missed = [json.loads(line) for line in run(file, "--misses").stdout.splitlines()[1:]]
    assert [(miss["id"], miss["kind"][0]) for miss in missed] == [("A1", "stop")]
