"""What was learned of labelled messages: a weight of each kind for each feature, made by tests/training/messages.py."""

import json
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.language.hearing.features import Features
from bot.language.hearing.model import Kind

FILE = "weights.json.z"


class NoWeights(Exception):
    """The file is missing, or holds something else."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`rows`: for each feature, a whole number for each of `kinds`; times `scale` it is the weight."""

    kinds: tuple[Kind, ...]
    bias: tuple[float, ...]
    scale: float
    rows: Mapping[str, Sequence[int]]

    def shares(self, features: Features) -> dict[Kind, float]:
        """How likely each kind is; together they are one."""
        totals = [0.0] * len(self.kinds)
        for name, share in features.items():
            row = self.rows.get(name)
            if row is not None:
                for at, weight in enumerate(row):
                    totals[at] += share * weight
        scores = [total * self.scale + bias for total, bias in zip(totals, self.bias, strict=True)]
        most = max(scores)
        raised = [math.exp(score - most) for score in scores]
        return {kind: one / sum(raised) for kind, one in zip(self.kinds, raised, strict=True)}


def unpacked(data: bytes) -> Weights:
    """The weights of a file. Raises NoWeights."""
    try:
        table = json.loads(zlib.decompress(data))
        rows = {name: tuple(map(int, row)) for name, row in table["rows"].items()}
        weights = Weights(
            tuple(map(Kind, table["kinds"])), tuple(map(float, table["bias"])), float(table["scale"]), rows
        )
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoWeights(f"{FILE} can not be read: {error}") from error
    if {len(weights.bias), *map(len, rows.values())} != {len(weights.kinds)}:
        raise NoWeights(f"{FILE} does not hold a weight for each kind")
    return weights


def packed(weights: Weights) -> bytes:
    """The file of the weights; the same weights give the same bytes."""
    table = {
        "kinds": [kind.value for kind in weights.kinds],
        "bias": weights.bias,
        "scale": weights.scale,
        "rows": {name: weights.rows[name] for name in sorted(weights.rows)},
    }
    return zlib.compress(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode(), 9)


@cache
def learned() -> Weights | None:
    """The weights that come with Accord; None where there are none, which `problem` explains."""
    return _read()[0]


@cache
def problem() -> str:
    """Why there are no weights; "" where there are."""
    return _read()[1]


@cache
def _read() -> tuple[Weights | None, str]:
    try:
        return unpacked(resources.files(__package__).joinpath("data", "en", FILE).read_bytes()), ""
    except (NoWeights, OSError) as error:
        return None, str(error)
