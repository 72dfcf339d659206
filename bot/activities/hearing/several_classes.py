"""A message that says something for several classes: each gets its part of it, and nothing of another's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.activities.checking_in import undoing
from bot.activities.hearing import bursts, taking
from bot.activities.hearing.heard_as import heard_as, is_answer
from bot.activities.hearing.kinds import Typed
from bot.activities.hearing.placing import Shares, shares
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.interview import About
from bot.domain.utterance import Place


def parts_of(uow: UnitOfWork, actor: Actor, places: Sequence[Place], text: str) -> Shares | None:
    """The parts of a message that may be about check-ins, as `placing.shares` has them."""
    if places and not any(place.about is About.CHECK_IN for place in places):
        return None
    return shares(uow, actor.user, text)


def take_each(
    uow: UnitOfWork, actor: Actor, places: Sequence[Place], parts: Shares, said: Typed, now: datetime
) -> list[int] | None:
    """Each open check-in gets its part; returns the classes that have none. None, and nothing is taken, where a part is
    no answer, or no check-in is open in these classes."""
    check_ins = {place.classroom: place for place in places if place.about is About.CHECK_IN}
    here = [(check_ins[c], replace(said, text=part)) for c, part in parts.items() if c in check_ins]
    heard = [heard_as(uow, actor, part, place, [place]) for place, part in here]
    if not here or not all(is_answer(uow, actor, *one, how) for one, how in zip(here, heard, strict=True)):
        return None
    stood = [bursts.how_it_stands(uow, place) for place, _ in here]
    counted = [(place, replace(part, numbers=h.numbers)) for (place, part), h in zip(here, heard, strict=True)]
    taking.take_each(uow, actor, counted, now)
    for (place, _), how in zip(here, stood, strict=True):
        undoing.remember(uow, actor.user, place, how, now)
    return [classroom for classroom in parts if classroom not in check_ins]
