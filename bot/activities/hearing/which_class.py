"""Which of a student's classes a message is about, where that is no open question. In doubt Accord asks."""

from collections.abc import Sequence
from datetime import datetime

from bot.activities import access
from bot.activities.hearing import asking
from bot.activities.hearing.kinds import Message
from bot.activities.hearing.placing import names_by_class
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.interview import About
from bot.domain.utterance import AskedBack, Place, What
from bot.language.of_several import mentioned


def of(uow: UnitOfWork, actor: Actor, message: Message, classes: Sequence[int], now: datetime) -> int | None:
    """One of these classes: the only one, the one that is named, or that of what the message is about. None where that
    does not tell; then Accord has asked."""
    found = known(uow, message, classes)
    if found is None:
        ask(uow, actor, message, classes, now)
    return found


def ask(uow: UnitOfWork, actor: Actor, message: Message, classes: Sequence[int], now: datetime) -> None:
    """Ask which of these classes; the words wait until then."""
    said = message.typed
    places = tuple(Place(About.CLASS, classroom, classroom) for classroom in classes)
    asked = AskedBack(uow.workspace, actor.user, What.WHICH, said.text, said.channel, said.thread, said.ts, places, now)
    asking.ask(uow, asked, now)


def known(uow: UnitOfWork, message: Message, classes: Sequence[int]) -> int | None:
    """One of these classes, as far as that is known. What is for another one is for none of these."""
    place = message.place
    if place is not None and place.about is About.CLASS:
        return place.classroom if place.classroom in classes else None
    if len(classes) == 1:
        return classes[0]
    named = mentioned(message.typed.text, names_by_class(uow, classes))
    if named is not None:
        return classes[named]
    return place.classroom if place is not None and place.classroom in classes else None


def names_none_of(uow: UnitOfWork, user: str, message: Message, classes: Sequence[int]) -> bool:
    """Whether a message is for a class of its student's that is none of these: then it is for nobody in them. A class
    that they left is one of theirs, too: they go on naming it."""
    if message.place is not None and message.place.about is About.CLASS:
        return message.place.classroom not in classes
    own = sorted({*access.learns_in(uow, user), *_worked_in(uow, user)})
    named = mentioned(message.typed.text, names_by_class(uow, own)) if len(own) > 1 else None
    return named is not None and own[named] not in classes


def _worked_in(uow: UnitOfWork, user: str) -> set[int]:
    """The classes in which they have, or had, a contract or an interview."""
    contracts = {contract.classroom for contract in uow.contracts.of_student(user)}
    return contracts | {interview.classroom for interview in uow.interviews.all(student=user)}
