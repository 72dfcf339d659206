"""Every plant, by being imported."""

from bot.activities.registering import register_all
from tests.planted import (
    agreeing,
    belonging,
    caring,
    clocks,
    delivering,
    drifting,
    hearing,
    leaving,
    mishearing,
    resting,
    showing,
    talking,
    work,
)
from tests.planted.plants import PLANTS

__all__ = [
    "PLANTS",
    "agreeing",
    "belonging",
    "caring",
    "clocks",
    "delivering",
    "drifting",
    "hearing",
    "leaving",
    "mishearing",
    "resting",
    "showing",
    "talking",
    "work",
]

register_all()
