"""What was noted at a check-in can be taken back for ten minutes, as long as nothing was said about it since."""

from dataclasses import replace
from datetime import datetime

from bot.activities import access
from bot.activities.hearing import bursts
from bot.activities.hearing.bursts import Stood
from bot.activities.hearing.placing import put_focus
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.interview import About
from bot.domain.utterance import TAKEN_BACK_WITHIN, Place, Utterance
from bot.messages.tell import show_home


def remember(uow: UnitOfWork, user: str, place: Place, stood: Stood, now: datetime) -> None:
    """What a press or a form noted, with how it stood before: there are no words of it to join."""
    pressed = Utterance(uow.workspace, user, "", "", {}, now, joinable=False)
    bursts.write_down(uow, pressed, place, stood, (), now)


def go_on(uow: UnitOfWork, user: str, place: Place, stood: Stood, now: datetime) -> None:
    """A yes or a no to what was shown back is taken back together with what it was said to."""
    newest = uow.utterances.newest(user=user)
    if newest is None or bursts.place_of(newest) != place or newest.before.get("after") != bursts.mark_of(stood):
        remember(uow, user, place, stood, now)
        return
    after = {**newest.before, "after": bursts.mark(uow, place)}
    uow.utterances.save(replace(newest, before=after, heard_at=now, joinable=False))


def open_for(uow: UnitOfWork, check_in: CheckIn) -> tuple[int, datetime] | None:
    """What an undo of this check-in takes back, and until when; None where there is nothing, or where it was changed by
    something else since."""
    said = uow.utterances.all(user=check_in.student) if check_in.state is CheckInState.ANSWERED else []
    found = next((one for one in reversed(said) if _stands(uow, one, check_in.id)), None)
    return (found.id, found.heard_at + TAKEN_BACK_WITHIN) if found is not None else None


def undo(uow: UnitOfWork, actor: Actor, utterance: int, *, now: datetime) -> None:
    """Let the check-in stand as before; its words, its number, and what that reached are gone. What was said to others
    about it says so."""
    found = uow.utterances.get(utterance)
    if found is None or found.user != actor.user or now - found.heard_at > TAKEN_BACK_WITHIN:
        raise Refusal("undo-too-late")
    place = bursts.place_of(found)
    if place is None or not _stands(uow, found, place.ref):
        raise Refusal("undo-changed")
    access.student_in(uow, actor, place.classroom)
    bursts.restore(uow, found.before["stood"], now)
    uow.utterances.remove(found.id)
    put_focus(uow, actor.user, place, now)
    for teacher in access.teachers_of(uow, place.classroom):
        show_home(uow, teacher, now)


def _stands(uow: UnitOfWork, utterance: Utterance, check_in: int) -> bool:
    """Whether this check-in stands as this left it."""
    place = bursts.place_of(utterance)
    if place is None or (place.about, place.ref) != (About.CHECK_IN, check_in) or not utterance.before.get("stood"):
        return False
    return bool(utterance.before.get("after") == bursts.mark(uow, place) != bursts.mark_of(utterance.before["stood"]))
