"""Slack's own charts, as blocks of a message. What they may hold is held to here; what they show is their caller's.

A chart stands in messages alone, and two of them at most. Not every workspace takes it yet: `Message.in_words` says
what leaves instead. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
"""

from collections.abc import Sequence
from decimal import Decimal

from bot.messages.blocks import Block, cut

POINTS_MOST = 20
LABEL_MOST = 20
"""Characters of what stands at a point, and of the name of a series."""
TITLE_MOST = AXIS_MOST = 50

Series = tuple[str, Sequence[Decimal]]
"""Its name, and a number for each label; Slack takes no gap."""


def line_chart(title: str, labels: Sequence[str], series: Sequence[Series], unit: str) -> Block:
    """`unit` is what the numbers count."""
    return _chart("line", title, labels, series, unit)


def bar_chart(title: str, labels: Sequence[str], series: Sequence[Series], unit: str) -> Block:
    return _chart("bar", title, labels, series, unit)


def told_apart(labels: Sequence[str]) -> list[str]:
    """The labels as short as they have to be, each another one: a second "18 January" is "18 January (2)"."""
    found: list[str] = []
    for label in labels:
        name, times = cut(label or "–", LABEL_MOST), 1
        while name in found:
            times += 1
            behind = f" ({times})"
            name = cut(label, LABEL_MOST - len(behind)) + behind
        found.append(name)
    return found


def _chart(kind: str, title: str, labels: Sequence[str], series: Sequence[Series], unit: str) -> Block:
    categories = told_apart(labels)
    names = told_apart([name for name, _ in series])
    return {
        "type": "data_visualization",
        "title": cut(title, TITLE_MOST),
        "chart": {
            "type": kind,
            "series": [
                {"name": name, "data": _points(categories, numbers)}
                for name, (_, numbers) in zip(names, series, strict=True)
            ],
            "axis_config": {"categories": categories, **({"y_label": cut(unit, AXIS_MOST)} if unit else {})},
        },
    }


def _points(categories: Sequence[str], numbers: Sequence[Decimal]) -> list[dict[str, str | int | float]]:
    return [{"label": label, "value": _as_json(number)} for label, number in zip(categories, numbers, strict=True)]


def _as_json(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
