"""What Accord asks about something that somebody wrote: the words wait for the answer, and are kept nowhere after."""

from collections.abc import Callable, Container
from dataclasses import replace
from datetime import datetime

from bot.activities.hearing.owing import put_focus
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.errors import Refusal
from bot.domain.focus import About, Focus
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.messages.tell import refresh

Answer = Callable[[UnitOfWork, Actor, AskedBack, bool, datetime], None]
"""What a yes, or a no, does. The question is settled already."""
_answers: dict[What, Answer] = {}


def answers(what: What) -> Callable[[Answer], Answer]:
    """Register what a yes or a no to this question does."""

    def register(function: Answer) -> Answer:
        _answers[what] = function
        return function

    return register


def put(uow: UnitOfWork, asked: AskedBack, now: datetime) -> AskedBack:
    """Keep the words, as what is open; whoever calls this says the question. What was open before is let go of."""
    standing = open_one(uow, asked.user)
    if standing is not None:
        settle(uow, standing, DROPPED, now)
    kept = uow.asked_back.add(asked)
    put_focus(uow, asked.user, Place(About.ASKED_BACK, kept.id, 0), now)
    return kept


def open_one(uow: UnitOfWork, user: str) -> AskedBack | None:
    """What was asked back last, where it is not answered."""
    newest = uow.asked_back.newest(user=user)
    return newest if newest is not None and newest.settled is None else None


def shown_last(uow: UnitOfWork, user: str, focus: Focus | None) -> AskedBack | None:
    """The open question back, where nothing was asked or shown after it."""
    if focus is None or focus.about is not About.ASKED_BACK:
        return None
    found = open_one(uow, user)
    return found if found is not None and found.id == focus.ref else None


def settle(uow: UnitOfWork, asked: AskedBack, how: str, now: datetime) -> None:
    """It is answered: its words are not kept here any more, and its message says so."""
    uow.asked_back.save(replace(asked, settled=how, text="", number=None))
    refresh(uow, subject(asked), now)


def let_go(uow: UnitOfWork, user: str, parts: Container[str]) -> None:
    """What was asked about the first parts of a message is not asked any more: its answer says something else."""
    waits = open_one(uow, user)
    if waits is not None and waits.ts in parts:
        uow.asked_back.save(replace(waits, settled=DROPPED, text="", number=None))


def answer(uow: UnitOfWork, actor: Actor, asked_back: int, yes: bool, *, now: datetime) -> None:
    """A yes or a no, by its button."""
    asked = own(uow, actor, asked_back)
    if not takes_yes_or_no(asked):
        raise Refusal("old-button")
    decide(uow, actor, asked, yes, now)


def decide(uow: UnitOfWork, actor: Actor, asked: AskedBack, yes: bool, now: datetime) -> None:
    settle(uow, asked, "yes" if yes else "no", now)
    _answers[asked.what](uow, actor, asked, yes, now)


def takes_yes_or_no(asked: AskedBack) -> bool:
    return asked.what in _answers


def own(uow: UnitOfWork, actor: Actor, asked_back: int) -> AskedBack:
    """The actor's own question back, where it is open. Somebody else's is as good as none."""
    found = uow.asked_back.get(asked_back)
    if found is None or found.user != actor.user or found.settled is not None:
        raise Refusal("old-button")
    return found


def subject(asked: AskedBack) -> str:
    return f"asked-back:{asked.id}"
