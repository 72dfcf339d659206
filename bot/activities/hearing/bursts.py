"""Parts that somebody wrote within seconds are one message: what was made of the first is taken back, and all is heard
as one. Accord's answer changes in its place; what goes to others has waited."""

import hashlib
import json
from dataclasses import replace
from datetime import datetime

from bot.activities.hearing import before
from bot.activities.hearing.before import Stood
from bot.activities.hearing.placing import names_another
from bot.activities.ports import UnitOfWork
from bot.domain.focus import About
from bot.domain.outbox import DeliveryState, Manner, Verb
from bot.domain.utterance import BURST, BURST_BEFORE_A_QUESTION, TAKEN_BACK_WITHIN, Place, Utterance, seconds


def continued(uow: UnitOfWork, user: str, channel: str, thread: str, ts: str, text: str) -> Utterance | None:
    """What a message is a further part of; None where it stands alone, or names another class, or where what the first
    parts changed was changed again since, by a press."""
    newest = uow.utterances.newest(user=user)
    place = place_of(newest) if newest is not None else None
    asked_on = place is not None and place.about is About.INTERVIEW
    within = BURST_BEFORE_A_QUESTION if asked_on else BURST
    if newest is None or not newest.is_continued_by(channel, thread, ts, within):
        return None
    begins = seconds(ts) < seconds(newest.ts)  # then what it names is named for all parts, though it came in late
    if place is not None and not begins and names_another(uow, user, [place], text):
        return None
    return newest if newest.before.get("after") == mark(uow, place) else None


def answered_last(uow: UnitOfWork, user: str) -> Place | None:
    """What their last message was about, where that was a moment ago: its answer was shown back, though another
    question may have got its turn since."""
    newest = uow.utterances.newest(user=user)
    return place_of(newest) if newest is not None else None


def written(uow: UnitOfWork, user: str, ts: str) -> Utterance | None:
    """What a message was a part of, for as long as that is remembered."""
    return next((u for u in uow.utterances.all(user=user) if ts in u.parts), None)


def whole_of(uow: UnitOfWork, user: str, text: str, ts: str) -> tuple[str, str]:
    """A message that was edited, or is gone ("" then), as the whole that it is a part of: its text now, and its ts."""
    found = written(uow, user, ts)
    if found is None or len(found.parts) < 2:
        return text, ts
    changed = found.joined_with(ts, text)
    uow.utterances.save(changed)
    return changed.text, changed.ts


def take_back(uow: UnitOfWork, utterance: Utterance, now: datetime) -> tuple[int, ...]:
    """Undo what it changed; returns the posts that were said on it and may say something else now."""
    before.restore(uow, utterance.before.get("stood", {}), now)
    said = [d for d in map(uow.outbox.get, utterance.deliveries) if d is not None]
    own = [d for d in said if d.lane == utterance.user and d.verb is Verb.POST]
    uow.outbox.unsay([d.id for d in own])
    uow.outbox.put_off([d.id for d in said if d not in own], now + BURST)
    return tuple(d.id for d in own if d.state in (DeliveryState.CLAIMED, DeliveryState.SENT))


def manner(user: str, thread: str, now: datetime, instead_of: tuple[int, ...] = ()) -> Manner:
    """How the answer to a message leaves: in its thread, and to others when no part can follow any more."""
    return Manner(user, now + BURST, thread or None, instead_of)


def said_since(uow: UnitOfWork, known: int) -> tuple[int, ...]:
    """What was queued after the first `known` deliveries, with what is shown anew by that."""
    uow.end()
    return tuple(d.id for d in uow.queued[known:])


def write_down(
    uow: UnitOfWork, utterance: Utterance, place: Place | None, stood: Stood, said: tuple[int, ...], now: datetime
) -> None:
    """Remember it for a few minutes, with how it stood before; `said` are the deliveries in answer to it."""
    written = replace(
        utterance,
        heard_at=now,
        before={"place": _named(place), "stood": stood, "after": mark(uow, place)},
        deliveries=(*utterance.deliveries, *said),
    )
    if utterance.id:
        uow.utterances.save(written)
        return
    for old in uow.utterances.all(user=utterance.user):
        if now - old.heard_at > TAKEN_BACK_WITHIN:
            uow.utterances.remove(old.id)
    uow.utterances.add(written)


def _named(place: Place | None) -> dict[str, object]:
    return {"about": place.about.value, "ref": place.ref, "classroom": place.classroom} if place else {}


def place_of(utterance: Utterance) -> Place | None:
    """What it was about; None for nothing."""
    named = utterance.before.get("place")
    return before.place_of(named) if named else None


def mark(uow: UnitOfWork, place: Place | None) -> str:
    """A short name for how a place stands."""
    return mark_of(before.how_it_stands(uow, place) if place else {})


def mark_of(stands: Stood) -> str:
    return hashlib.sha256(json.dumps(stands, sort_keys=True).encode()).hexdigest()[:16]
