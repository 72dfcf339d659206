"""data_visualization blocks as HTML: a drawing, and the names below it. Slack draws them its own way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from sandbox.page.markup.mrkdwn import Reader
from sandbox.state import Json

WIDTH, HEIGHT, LEFT, BELOW, EDGE = 600, 190, 46, 34, 14
LABELS_MOST = 7
"""Beside each other below the axis; of more, some are left out."""


class _Scale(NamedTuple):
    least: float
    most: float
    places: int

    def y(self, value: float) -> float:
        return EDGE + (HEIGHT - BELOW - EDGE) * (1 - (value - self.least) / (self.most - self.least))

    def x(self, place: float) -> float:
        return LEFT + (WIDTH - LEFT - EDGE) * (place + 0.5) / self.places


def chart(_reader: Reader, block: Json) -> Markup:
    """Return a chart with its title; a pie as the list of its shares."""
    inner = block["chart"]
    drawn = _pie(inner) if inner["type"] == "pie" else _on_axes(inner)
    title = Markup("<figcaption>{}</figcaption>").format(block["title"])
    return Markup('<figure class="chart">{}{}</figure>').format(title, drawn)


def _pie(inner: Json) -> Markup:
    whole = sum(part["value"] for part in inner["segments"])
    items = (Markup("<li>{}: {}%</li>").format(p["label"], round(100 * p["value"] / whole)) for p in inner["segments"])
    return Markup("<ul>{}</ul>").format(Markup("").join(items))


def _on_axes(inner: Json) -> Markup:
    series, axis = inner["series"], inner["axis_config"]
    scale = _scale(series, from_zero=inner["type"] == "bar")
    draw = _bars if inner["type"] == "bar" else _line
    shapes = Markup("").join(draw(scale, one, place, len(series)) for place, one in enumerate(series))
    drawing = Markup('<svg viewBox="0 0 {} {}" role="img">{}{}{}</svg>').format(
        WIDTH, HEIGHT, _grid(scale), _categories(scale, axis["categories"]), shapes
    )
    names = Markup("").join(
        Markup('<span class="s{}">{}</span>').format(place, one["name"]) for place, one in enumerate(series)
    )
    unit = Markup("<span>{}</span>").format(axis["y_label"]) if axis.get("y_label") else Markup("")
    return Markup('{}<p class="key">{}{}</p>').format(drawing, names, unit)


def _scale(series: Sequence[Json], *, from_zero: bool) -> _Scale:
    values = [float(point["value"]) for one in series for point in one["data"]] + ([0.0] if from_zero else [])
    least, most = min(values), max(values)
    room = (most - least) * 0.08 or 1.0
    return _Scale(least if from_zero and least == 0 else least - room, most + room, len(series[0]["data"]))


def _grid(scale: _Scale) -> Markup:
    heights = [scale.least + (scale.most - scale.least) * part / 4 for part in range(5)]
    return Markup("").join(
        Markup('<line class="grid" x1="{0}" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/>').format(
            LEFT, WIDTH - EDGE, scale.y(height)
        )
        + Markup('<text x="{}" y="{:.1f}" text-anchor="end">{:g}</text>').format(
            LEFT - 6, scale.y(height) + 4, float(f"{height:.3g}")
        )
        for height in heights
    )


def _categories(scale: _Scale, categories: Sequence[str]) -> Markup:
    every = -(-len(categories) // LABELS_MOST)
    return Markup("").join(
        Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(scale.x(place), HEIGHT - 12, label)
        for place, label in enumerate(categories)
        if place % every == 0
    )


def _line(scale: _Scale, one: Json, place: int, _count: int) -> Markup:
    spots = [(scale.x(at), scale.y(float(point["value"]))) for at, point in enumerate(one["data"])]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    dots = Markup("").join(
        Markup('<circle class="s{}" cx="{:.1f}" cy="{:.1f}" r="3.5"/>').format(place, x, y) for x, y in spots
    )
    return Markup('<polyline class="s{}" points="{}"/>{}').format(place, path, dots)


def _bars(scale: _Scale, one: Json, place: int, count: int) -> Markup:
    width = (WIDTH - LEFT - EDGE) / scale.places * 0.7 / count
    foot = scale.y(max(scale.least, 0.0))
    return Markup("").join(
        Markup('<rect class="s{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            place,
            scale.x(at) + (place - count / 2) * width,
            min(top, foot),
            width - 1,
            abs(foot - top),
        )
        for at, top in ((at, scale.y(float(point["value"]))) for at, point in enumerate(one["data"]))
    )
