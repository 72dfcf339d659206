"""Home: what somebody sees when they open Accord."""

from dataclasses import dataclass

from bot.notices.base import Notice


@dataclass(frozen=True, slots=True)
class Home(Notice):
    """Published for its reader; everything else is read when it is sent."""
