"""What a measurement says."""

import json
import statistics
from collections.abc import Sequence
from typing import Any

Measurement = dict[str, Any]


def say(measurement: Measurement) -> None:
    """One line of JSON."""
    print(json.dumps(measurement), flush=True)  # noqa: T201  (this is what the program is for)


def line(name: str, value: float, unit: str, baseline: float) -> Measurement:
    """A value beside what it is compared with; the ratio is value to baseline."""
    shown = {"value": round(value, 1), "unit": unit, "baseline": round(baseline, 1)}
    return {"name": name, **shown, "ratio": round(value / baseline, 2)}


def middle(samples: Sequence[float]) -> float:
    """The median: a block that another program disturbed does not count."""
    return statistics.median(samples)
