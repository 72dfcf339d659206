"""Hears what a message is, before anything is made of it."""

from collections.abc import Sequence

from bot.language.hearing.model import Aim, Heard, Kind, Moment, Number

__all__ = ["Aim", "Heard", "Kind", "Moment", "Number", "hear"]


def hear(text: str, moment: Moment, aims: Sequence[Aim] = (), asked: str = "") -> Heard:
    """What a message is. `aims`: the targets that it may be about; `asked`: what Accord asked last, in a few words."""
    if moment is Moment.IDLE:
        return Heard(Kind.UNCLEAR)
    return Heard(Kind.ANSWER)
