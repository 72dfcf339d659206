"""How well the labelled messages are heard: floors, below which no change may fall. Of those set apart only totals."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.cli.messages import messages_in, score_all, scores_of
from bot.language.hearing import hear

SAID = Path(__file__).parents[2] / "data" / "said"


def scores(name: str, lang: str = "en") -> dict[str, Any]:
    return scores_of(score_all(messages_in(SAID / f"{name}.jsonl"), partial(hear, lang=lang)))


@pytest.mark.parametrize(
    ("name", "kinds", "values", "wrong", "asks"),
    [("tuning", 0.95, 0.95, 0.02, 0.05), ("apart", 0.84, 0.91, 0.03, 0.13)],
)
def test_floors(name: str, kinds: float, values: float, wrong: float, asks: float) -> None:
    found = scores(name)
    assert found["kind_accuracy"] >= kinds
    assert found["value_accuracy"] >= values
    assert found["wrong_numbers"] <= wrong
    assert found["needless_asks"] <= asks


@pytest.mark.parametrize(("name", "kinds", "values"), [("es-training", 0.95, 0.95), ("es-apart", 0.93, 0.95)])
def test_floors_of_spanish(name: str, kinds: float, values: float) -> None:
    found = scores(name, "es")
    assert found["kind_accuracy"] >= kinds
    assert found["value_accuracy"] >= values
    assert found["wrong_numbers"] <= 0.02
    assert found["distress"]["recall"] == 1


def test_floors_of_spanish_in_other_voices() -> None:
    found = scores("es-fresh-apart", "es")
    assert found["kind_accuracy"] >= 0.92
    assert found["value_accuracy"] >= 0.95
    assert found["wrong_numbers"] <= 0.02
    assert found["needless_asks"] <= 0.15
    assert found["distress"]["recall"] >= 0.95
    assert found["distress"]["precision"] >= 0.9
