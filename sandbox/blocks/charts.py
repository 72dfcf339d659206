"""data_visualization blocks: what a chart may hold.

https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
Of two limits that the page had, the stricter one holds here. That categories differ, and that a number is no text, is
not on the page, and was seen by others.
"""

from __future__ import annotations

import math
from typing import Any

from sandbox.blocks.kinds import Kind, Many, Obj, Report, Str, Typed, one_of

POINTS = 20
LABEL = Str(20)


class Number:
    """A finite number; more than 0 where `above_zero`."""

    def __init__(self, *, above_zero: bool = False) -> None:
        self._above_zero = above_zero

    def check(self, value: Any, at: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            report.add("must be a number", at)
        elif self._above_zero and value <= 0:
            report.add("must be greater than 0", at)


def _whole(value: dict[str, Any], at: str, report: Report) -> None:
    """Names differ, and each series has one point for each category, in their order."""
    axis, series = value.get("axis_config"), value.get("series")
    if report.problems or not isinstance(axis, dict) or not isinstance(series, list):
        return
    categories = axis["categories"]
    _differ(categories, f"{at}/axis_config/categories", report)
    _differ([one["name"] for one in series], f"{at}/series", report)
    for place, one in enumerate(series):
        if [point["label"] for point in one["data"]] != categories:
            report.add("data must have one point for each category", f"{at}/series/{place}/data")


def _differ(names: list[str], at: str, report: Report) -> None:
    if len(set(names)) < len(names):
        report.add("must be unique", at)


TYPE: Kind = one_of("line", "bar", "area", "pie")
POINT = Obj({"label": LABEL, "value": Number()}, required=("label", "value"))
SERIES = Obj({"name": LABEL, "data": Many(POINT, POINTS)}, required=("name", "data"))
AXIS = Obj(
    {"categories": Many(LABEL, POINTS), "x_label": Str(50), "y_label": Str(50)},
    required=("categories",),
)
ON_AXES = Obj(
    {"type": TYPE, "series": Many(SERIES, 6), "axis_config": AXIS},
    required=("type", "series", "axis_config"),
    rules=(_whole,),
)
SEGMENT = Obj({"label": LABEL, "value": Number(above_zero=True)}, required=("label", "value"))
PIE = Obj({"type": TYPE, "segments": Many(SEGMENT, 6)}, required=("type", "segments"))

CHART_FIELDS: dict[str, Kind] = {
    "title": Str(50),
    "chart": Typed({"line": ON_AXES, "bar": ON_AXES, "area": ON_AXES, "pie": PIE}),
}
