"""A yes or a no is about what was shown back last, and about nothing else."""

from datetime import datetime

from bot.activities.checking_in import answering
from bot.activities.checking_in.messages import ReplyNoted
from bot.activities.hearing import asking, bursts, naming_target, placing, taking, turns
from bot.activities.hearing.kinds import Typed
from bot.activities.hearing.placing import share_of
from bot.activities.hearing.understanding import understand_of_class
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.interview import About, Focus
from bot.domain.utterance import DROPPED, AskedBack, Place, Utterance, What
from bot.language import counts
from bot.messages.tell import tell


def is_answered(
    uow: UnitOfWork, actor: Actor, channel: str, thread: str, text: str, focus: Focus | None, now: datetime
) -> bool:
    """A typed yes or no acts as the button under what was shown back last; the name of a class as one of "Which one?",
    that of a target as one of "Which target?".
    In a thread it is about what stands above that. False where a message is neither."""
    under = placing.asked_back_under(uow, actor.user, channel, thread) if thread else None
    waits = asking.shown_last(uow, actor.user, focus) if under is None else _open(uow, actor, under)
    if waits is not None and waits.what is What.WHICH:
        found = asking.named_in(uow, waits, text)
        if found is not None:
            _take(uow, actor, waits, found, waits.text, now)
        return found is not None
    answer = counts.yes_or_no(text)
    if answer is None:
        place = placing.place_under(uow, actor.user, channel, thread) if thread else _place(focus)
        named = naming_target.is_named(uow, actor, waits, place, text, now)
        return named or _is_shown_again(uow, actor, place, text, now)
    if waits is not None and asking.takes_yes_or_no(waits) and (under is not None or not thread):
        asking.decide(uow, actor, waits, answer, now)
        return True
    if thread:
        return _is_right_or_not_there(uow, actor, channel, thread, answer, now)
    return _is_right_or_not(uow, actor, focus, answer, now)


def _place(focus: Focus | None) -> Place | None:
    return Place(focus.about, focus.ref, 0) if focus is not None else None


def _open(uow: UnitOfWork, actor: Actor, asked_back: int) -> AskedBack | None:
    found = asking.open_one(uow, actor.user)
    return found if found is not None and found.id == asked_back else None


def choose(uow: UnitOfWork, actor: Actor, asked_back: int, chosen: int, *, now: datetime) -> None:
    """Which of several was meant, by a button."""
    found = asking.own(uow, actor, asked_back)
    if found.what is not What.WHICH or not 0 <= chosen < len(found.places):
        raise Refusal("old-button")
    _take(uow, actor, found, found.places[chosen], found.text, now)


def drop(uow: UnitOfWork, actor: Actor, asked_back: int, *, now: datetime) -> None:
    """None of them was meant: the words go nowhere."""
    asking.settle(uow, asking.own(uow, actor, asked_back), DROPPED, now)
    turns.next_turn(uow, actor.user, None, now)


def _is_right_or_not(uow: UnitOfWork, actor: Actor, focus: Focus | None, answer: bool, now: datetime) -> bool:
    if focus is None or focus.about is not About.CHECK_IN:
        return False
    asked = Place(About.CHECK_IN, focus.ref, 0)
    shown = asked if taking.is_shown_back(uow, actor, asked) else bursts.answered_last(uow, actor.user)
    if shown is None or not taking.is_shown_back(uow, actor, shown):
        return False
    answering.right_or_not(uow, actor, shown.ref, answer, now=now)
    if answer and shown.ref == focus.ref:
        turns.next_turn(uow, actor.user, None, now)
    return True


def _is_right_or_not_there(
    uow: UnitOfWork, actor: Actor, channel: str, thread: str, answer: bool, now: datetime
) -> bool:
    """A yes in a thread is about what was shown back there."""
    place = placing.place_under(uow, actor.user, channel, thread)
    if place is None or not taking.is_shown_back(uow, actor, place):
        return False
    answering.right_or_not(uow, actor, place.ref, answer, now=now)
    return True


def _is_shown_again(uow: UnitOfWork, actor: Actor, place: Place | None, text: str, now: datetime) -> bool:
    """Who wants to take back or to change what they have just answered is shown it, with the buttons for that."""
    if place is None or place.about is not About.CHECK_IN or not counts.wants_it_back(text):
        return False
    found = uow.check_ins.get(place.ref)
    answered = found is not None and found.state is CheckInState.ANSWERED
    if not answered or not taking.still_listens(uow, actor, place, now):
        return False
    tell(uow, actor.user, ReplyNoted(place.ref), now)
    return True


def _take(uow: UnitOfWork, actor: Actor, waits: AskedBack, place: Place, text: str, now: datetime) -> None:
    asking.take(uow, waits, place, now)
    uow.outbox.answer_in(bursts.manner(actor.user, waits.thread, now))
    stood, known = bursts.how_it_stands(uow, place), len(uow.queued)
    said = Typed(waits.channel, waits.thread, share_of(uow, actor.user, place.classroom, text), waits.ts)
    if place.about is About.CLASS:
        understand_of_class(uow, actor, place, said, now)
    else:
        taking.take(uow, actor, place, said, now)
    heard = Utterance(uow.workspace, actor.user, waits.channel, waits.thread, {waits.ts: text}, now, joinable=False)
    bursts.write_down(uow, heard, place, stood, bursts.said_since(uow, known), now)
