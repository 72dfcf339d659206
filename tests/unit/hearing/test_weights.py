"""The weights: as they were learned, missing, broken."""

import json
import math
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.app import ready_to_hear
from bot.language.hearing import Kind, Moment, hear, kinds
from bot.language.hearing.kinds import Weights, unpacked
from bot.language.reading.weights import NoWeights, packed

TWO = Weights((Kind.ANSWER, Kind.STOP), (0.0, 0.5), 0.25, {"w:end": (-4, 8), "w:7": (3, 0)})


def pack(table: object) -> bytes:
    return zlib.compress(json.dumps(table).encode())


@pytest.fixture
def read_anew() -> Iterator[None]:
    kinds.WEIGHTS._read.clear()
    yield
    kinds.WEIGHTS._read.clear()


def test_what_is_packed_comes_back() -> None:
    assert unpacked(packed(TWO)) == TWO
    assert packed(TWO) == packed(unpacked(packed(TWO)))


def test_shares_follow_the_weights_and_add_up_to_one() -> None:
    shares = TWO.shares({"w:end": 0.5, "unknown": 9.0})
    assert sum(shares.values()) == pytest.approx(1)
    assert shares[Kind.STOP] / shares[Kind.ANSWER] == pytest.approx(math.exp(2))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no weights",
        zlib.compress(b"{"),
        pack([]),
        pack({}),
        pack({"kinds": ["joke"], "bias": [0], "scale": 1, "rows": {}}),
        pack({"kinds": ["stop"], "bias": [0, 1], "scale": 1, "rows": {}}),
        pack({"kinds": ["stop"], "bias": [0], "scale": 1, "rows": {"w:end": [1, 2]}}),
        pack({"kinds": ["stop"], "bias": [0], "scale": 1, "rows": {"w:end": "x"}}),
    ],
)
def test_broken_weights(data: bytes) -> None:
    with pytest.raises(NoWeights):
        unpacked(data)


@pytest.mark.usefixtures("read_anew")
def test_without_weights_the_rules_hear_alone_and_one_warning_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds.WEIGHTS, "file", "none.json.z")
    with structlog.testing.capture_logs() as logs:
        ready_to_hear()
        assert hear("thank you so much", Moment.IDLE).kind is Kind.THANKS
        assert hear("i was ill this week", Moment.CHECK_IN).kind is Kind.AWAY
        assert hear("please end my contract", Moment.IDLE).kind is Kind.STOP
    assert [(line["log_level"], line["action"]) for line in logs] == [("warning", "hearing.no-weights")]


def test_with_weights_nothing_is_said() -> None:
    with structlog.testing.capture_logs() as logs:
        ready_to_hear()
    assert not logs


def test_the_learned_weights_are_small() -> None:
    learned = kinds.WEIGHTS.of("en")
    assert learned is not None
    size = sum(sys.getsizeof(name) + sys.getsizeof(row) for name, row in learned.rows.items())
    assert size + sys.getsizeof(learned.rows) < 5_000_000
    assert (Path(kinds.__file__).parent / "data" / "en" / kinds.FILE).stat().st_size < 120_000
