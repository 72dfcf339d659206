"""What the buttons of an answer do, and that of those who were told."""

from dataclasses import replace
from datetime import datetime

from bot.activities.care import setting, telling
from bot.activities.care.notices import CareBack, CareUpdate, CareWords
from bot.activities.checking_in import reopening
from bot.activities.hearing import asking_again
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.care import CareAlert, CareCleared, Ended, Told, Words
from bot.domain.errors import Refusal
from bot.domain.focus import About
from bot.messages.tell import tell, tell_urgently


def tell_one(uow: UnitOfWork, actor: Actor, alert: int, place: int, *, now: datetime) -> None:
    """The student decides that this one is told."""
    found = _own(uow, actor, alert)
    told = uow.care_told.first(alert=found.id, place=place)
    if told is None or told.state is not Told.PLANNED or not setting.is_fit(uow, told.user):
        raise Refusal("old-button")
    telling.tell(uow, found, replace(told, asked_for=True), now)
    telling.show_how_it_stands(uow, found, now)


def share(uow: UnitOfWork, actor: Actor, alert: int, *, now: datetime) -> None:
    """The student's own messages go to those who were told: delivery reads them from Slack when it passes them on."""
    found = _own(uow, actor, alert)
    those = [t for t in telling.told_of(uow, found) if t.is_told and t.words is None]
    if not those or not found.sources:
        raise Refusal("old-button")
    for told in those:
        uow.care_told.save(replace(told, words=Words.PASSING, words_at=now))
        tell_urgently(uow, told.user, CareWords(found.id), now, once=f"care:{found.id}:words:{told.user}")
    telling.show_how_it_stands(uow, found, now)


def take(uow: UnitOfWork, actor: Actor, alert: int, *, now: datetime) -> None:
    """Somebody who was told says that they have it: nobody else is told after them."""
    found = uow.care_alerts.get(alert)
    told = uow.care_told.first(alert=alert, user=actor.user)
    if found is None or told is None or told.state is Told.PLANNED:
        raise Refusal("old-button")
    if told.taken_at is None:
        uow.care_told.save(replace(told, taken_at=now))
        if told.state is not Told.LET_BE and found.wake_at is not None:
            uow.care_alerts.save(replace(found, wake_at=None))
        telling.show_how_it_stands(uow, found, now)


def meant_else(uow: UnitOfWork, actor: Actor, alert: int, *, now: datetime) -> None:
    """The words meant something else: they do not stop this student again, and nobody is told anew who was not. The
    check-ins that they had set aside wait again."""
    found = _own(uow, actor, alert)
    for digest in found.digests:
        uow.care_cleared.put(CareCleared(uow.workspace, actor.user, digest, now), "user", "digest")
    if found.ended is None:
        reopening.reopen_excused(uow, actor, found.set_aside, now)
    _leave(uow, actor, found, Ended.MEANT_ELSE, now)


def go_on(uow: UnitOfWork, actor: Actor, alert: int, *, now: datetime) -> None:
    """Back to what was asked."""
    _leave(uow, actor, _own(uow, actor, alert), Ended.WENT_ON, now)


def _own(uow: UnitOfWork, actor: Actor, alert: int) -> CareAlert:
    found = uow.care_alerts.get(alert)
    if found is None or found.student != actor.user:
        raise Refusal("old-button")
    return found


def _leave(uow: UnitOfWork, actor: Actor, alert: CareAlert, how: Ended, now: datetime) -> None:
    """Nothing is taken back: who was told hears this too."""
    if alert.ended is not None:
        raise Refusal("old-button")
    wake_at = None if how is Ended.MEANT_ELSE else alert.wake_at
    uow.care_alerts.save(replace(alert, ended=how, ended_at=now, digests=(), wake_at=wake_at))
    for told in telling.told_of(uow, alert):
        if told.is_told:
            once = f"care:{alert.id}:{how.value}:{told.user}"
            tell_urgently(uow, told.user, CareUpdate(alert.id, how.value), now, once=once)
    telling.show_how_it_stands(uow, alert, now)
    about = About(alert.about) if alert.about else None
    if not asking_again.ask_again(uow, actor, about, alert.ref, now=now):
        tell(uow, actor.user, CareBack(alert.id), now)
