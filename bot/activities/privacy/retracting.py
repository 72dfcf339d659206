"""The steps by which what is about an erased person leaves Slack. Each is a row until it is done."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.activities.ports import UnitOfWork
from bot.activities.privacy import disclosing
from bot.domain.actor import Actor
from bot.domain.disclosure import Retracting, Retraction, What
from bot.domain.errand import Errand, ErrandKind
from bot.domain.outbox import Verb
from bot.messages.tell import render_again

Posted = tuple[str, int | None]
"""A message of the bot: its ts, and the number of its delivery where it says one."""


LONGEST = timedelta(days=30)
"""What could not be removed from Slack by then stays there: what is needed to find it is not kept for longer."""


def needles(user: str, names: Sequence[str]) -> tuple[str, ...]:
    """What a message about somebody is found by, as it is kept: their id, then what they are called."""
    return (user, *names)


def next_step(uow: UnitOfWork, actor: Actor, disclosure: int, *, now: datetime) -> Retraction | None:
    return uow.retractions.first(disclosure=disclosure)


def resume(uow: UnitOfWork, now: datetime) -> None:
    """Steps that are too old are given up. Those that nobody does any more, since their errand was given up, get
    another one."""
    _give_up(uow, now - LONGEST)
    step = uow.retractions.first()
    if step is not None and uow.errands.first(kind=ErrandKind.RETRACT, done=False) is None:
        uow.errands.add(Errand(uow.workspace, ErrandKind.RETRACT, {"disclosure": step.disclosure}, now))


def _give_up(uow: UnitOfWork, before: datetime) -> None:
    steps = uow.retractions.all()
    for disclosure in {step.disclosure for step in steps}:
        line = uow.disclosures.get(disclosure)
        if line is None or line.at < before:
            old = [step.id for step in steps if step.disclosure == disclosure]
            disclosing.count(uow, disclosure, slack_left=uow.personal.erase_rows({"retraction": old})["retraction"])


def left(uow: UnitOfWork, actor: Actor, *, now: datetime) -> int:
    """How many steps are to be done in the workspace."""
    return len(uow.retractions.all())


def left_of(uow: UnitOfWork, user: str) -> int:
    """How many of them are about this person, who was erased: only what they need is held."""
    erased = [line.id for line in uow.disclosures.all(what=What.ERASED, about=disclosing.pseudonym_of(uow, user))]
    return len(uow.retractions.all(disclosure=erased)) if erased else 0


def can_be_done(uow: UnitOfWork, actor: Actor, *, now: datetime) -> bool:
    """Not in a workspace that removed Accord: there is no token for it."""
    departure = uow.departures.first()
    return departure is None or departure.back_at is not None


def done(uow: UnitOfWork, actor: Actor, step: Retraction, removed: bool, *, now: datetime) -> None:
    """A step is over: it was `removed`, or Slack does not let it go."""
    if _take(uow, step):
        disclosing.count(uow, step.disclosure, **{"slack_removed" if removed else "slack_left": 1})


def found(
    uow: UnitOfWork,
    actor: Actor,
    step: Retraction,
    channel: str,
    messages: Sequence[Posted],
    older_than: str | None,
    *,
    now: datetime,
) -> None:
    """A page of a conversation was read. What is known to be about somebody else is rendered again, now without the
    name; the other messages are to go. The search goes on among the older ones, or is over where `older_than` is None.
    """
    if uow.retractions.get(step.id) is None:
        return  # somebody else read this page
    for ts, delivery in messages:
        post = uow.outbox.get(delivery) if delivery is not None else None
        if post is not None and post.verb is Verb.POST and post.ts == ts:
            render_again(uow, post, now)
        else:
            uow.retractions.add(Retraction(uow.workspace, step.disclosure, Retracting.MESSAGE, channel, ts))
    if older_than is None:
        _take(uow, step)
    else:
        uow.retractions.save(replace(step, ts=older_than))


def _take(uow: UnitOfWork, step: Retraction) -> bool:
    """Delete the row; False where it is gone already."""
    return bool(uow.personal.erase_rows({"retraction": [step.id]}))
