"""Every plant, by being imported."""

from bot.activities.registering import register_all
from tests.planted import (
    agreeing,
    alone,
    belonging,
    caring,
    clocks,
    delivering,
    drifting,
    hearing,
    leaving,
    mishearing,
    rating,
    resting,
    showing,
    talking,
    waiting,
    work,
)
from tests.planted.plants import PLANTS

__all__ = [
    "PLANTS",
    "agreeing",
    "alone",
    "belonging",
    "caring",
    "clocks",
    "delivering",
    "drifting",
    "hearing",
    "leaving",
    "mishearing",
    "rating",
    "resting",
    "showing",
    "talking",
    "waiting",
    "work",
]

register_all()
