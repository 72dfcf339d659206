"""Parts that somebody wrote within seconds are one message: what was made of the first is taken back, and all is heard
as one. Accord's answer changes in its place; what goes to others has waited."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import responding
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.hearing.placing import names_another
from bot.domain import check_ins
from bot.domain.check_ins import ASKED, LIVE, CheckIn, CheckInState, Reply
from bot.domain.interview import About, Interview, InterviewState
from bot.domain.outbox import Manner, Verb
from bot.domain.utterance import BURST, BURST_BEFORE_A_QUESTION, TAKEN_BACK_WITHIN, Place, Utterance, seconds
from bot.messages.tell import refresh, show_home
from storage.unit_of_work import UnitOfWork

# How something stood before a message changed it, so that the message can be heard again, or taken back.


Stood = Mapping[str, Any]
"""JSON: a check-in with its replies, or an interview; empty where nothing is changed."""


def how_it_stands(uow: UnitOfWork, place: Place) -> Stood:
    """What a message about this place may change."""
    if place.about is About.CHECK_IN:
        check_in = uow.check_ins.get(place.ref)
        if check_in is None:
            return {}
        said = [_reply.dump_python(reply, mode="json") for reply in uow.replies.to(check_in)]
        return {"check_in": _check_in.dump_python(check_in, mode="json"), "replies": said}
    if place.about is About.INTERVIEW:
        interview = uow.interviews.get(place.ref)
        return {"interview": _interview.dump_python(interview, mode="json")} if interview else {}
    if place.about in exchanging.EXCHANGES:
        named = {"about": place.about.value, "ref": place.ref, "classroom": place.classroom}
        return {"exchange": named, "notes": exchanging.said_in(uow, place)}
    if place.about is About.SHARED:
        return {"responded_to": place.ref, "responses": responding.said_to(uow, place.ref)}
    return {}


def place_from(named: Mapping[str, Any]) -> Place:
    """A place, out of JSON."""
    return Place(About(named["about"]), named["ref"], named["classroom"])


def restore(uow: UnitOfWork, stood: Stood) -> None:
    """Let it stand again as it did. What was said about it to others is shown as it is now, or not at all."""
    if "check_in" in stood:
        replies = [_reply.validate_python(reply) for reply in stood["replies"]]
        _restore_check_in(uow, _check_in.validate_python(stood["check_in"]), replies)
    if "interview" in stood:
        _restore_interview(uow, _interview.validate_python(stood["interview"]))
    if "exchange" in stood:
        exchanging.unsay(uow, place_from(stood["exchange"]), stood["notes"])
    if "responded_to" in stood:
        responding.unsay(uow, stood["responded_to"], stood["responses"])


def _restore_check_in(uow: UnitOfWork, before: CheckIn, replies: list[Reply]) -> None:
    stands, contract = uow.check_ins.get(before.id), uow.contracts.get(before.contract)
    if stands is None or contract is None:
        return
    if stands.state is not before.state:
        uow.check_ins.save(replace(_unless_another_is_asked(uow, before), revision=stands.revision))
        _without_the_next(uow, before)
    then = {reply.id: reply for reply in replies}
    for reply in uow.replies.to(before):
        unsaid = then[reply.id] if reply.id in then else _blank(reply)
        if unsaid != reply:
            uow.replies.save(unsaid)
            celebrating.notice_points(uow, contract, unsaid)
    refresh(uow, f"check-in:{before.id}")
    refresh(uow, f"contract:{contract.id}")  # what was seen of its numbers may be so no longer
    show_home(uow, before.student)


def _unless_another_is_asked(uow: UnitOfWork, before: CheckIn) -> CheckIn:
    """Where the one after it is asked already, one that was ahead goes, and one that was asked is set aside: it is
    answered all the same."""
    if before.state not in LIVE or uow.check_ins.oldest(before.contract, tuple(ASKED)) is None:
        return before
    return check_ins.dropped(before) if before.state is CheckInState.PLANNED else check_ins.excused(before)


def _without_the_next(uow: UnitOfWork, before: CheckIn) -> None:
    """Its answer had planned the check-in after it."""
    if before.state in LIVE:
        for later in uow.check_ins.in_state(before.contract, CheckInState.PLANNED):
            if later.id != before.id:
                uow.check_ins.remove(later.id)


def _blank(reply: Reply) -> Reply:
    """A reply that was not there: nothing was said."""
    return Reply(reply.workspace, reply.check_in, reply.contract, reply.target, None, reply.said_at, id=reply.id)


def _restore_interview(uow: UnitOfWork, before: Interview) -> None:
    """The count of questions goes on, so that no button of a later question fits an earlier one."""
    stands = uow.interviews.get(before.id)
    if stands is not None and stands.state in (InterviewState.OPEN, InterviewState.LATER):
        uow.interviews.save(replace(before, asked=stands.asked, revision=stands.revision))


_check_in = TypeAdapter(CheckIn)
_reply = TypeAdapter(Reply)
_interview = TypeAdapter(Interview)


def continued(uow: UnitOfWork, user: str, channel: str, thread: str, ts: str, text: str) -> Utterance | None:
    """What a message is a further part of; None where it stands alone, or names another class, or where what the first
    parts changed was changed again since, by a press."""
    newest = uow.utterances.newest_of(user)
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
    newest = uow.utterances.newest_of(user)
    return place_of(newest) if newest is not None else None


def written(uow: UnitOfWork, user: str, ts: str) -> Utterance | None:
    """What a message was a part of, for as long as that is remembered."""
    return next((u for u in uow.utterances.of(user) if ts in u.parts), None)


def whole_of(uow: UnitOfWork, user: str, text: str, ts: str) -> tuple[str, str]:
    """A message that was edited, or is gone ("" then), as the whole that it is a part of: its text now, and its ts."""
    found = written(uow, user, ts)
    if found is None or len(found.parts) < 2:
        return text, ts
    changed = found.joined_with(ts, text)
    uow.utterances.save(changed)
    return changed.text, changed.ts


def take_back(uow: UnitOfWork, utterance: Utterance) -> tuple[int, ...]:
    """Undo what it changed; returns the posts that were said on it and may say something else now."""
    restore(uow, utterance.before.get("stood", {}))
    said = [d for d in map(uow.outbox.get, utterance.deliveries) if d is not None]
    own = [d for d in said if d.lane == utterance.user and d.verb is Verb.POST]
    unsaid = uow.outbox.unsay([d.id for d in own])
    uow.outbox.put_off([d.id for d in said if d not in own], uow.now + BURST)
    return tuple(d.id for d in own if d.is_live and d.id not in unsaid)


def manner(user: str, thread: str, now: datetime, instead_of: tuple[int, ...] = ()) -> Manner:
    """How the answer to a message leaves: in its thread, and to others when no part can follow any more."""
    return Manner(user, now + BURST, thread or None, instead_of)


def said_since(uow: UnitOfWork, known: int) -> tuple[int, ...]:
    """What was queued after the first `known` deliveries, with what is shown anew by that."""
    uow.end()
    return tuple(d.id for d in uow.queued[known:])


def write_down(uow: UnitOfWork, utterance: Utterance, place: Place | None, stood: Stood, said: tuple[int, ...]) -> None:
    """Remember it for a few minutes, with how it stood before; `said` are the deliveries in answer to it."""
    written = replace(
        utterance,
        heard_at=uow.now,
        before={"place": _named(place), "stood": stood, "after": mark(uow, place)},
        deliveries=(*utterance.deliveries, *said),
    )
    if utterance.id:
        uow.utterances.save(written)
        return
    known_too_long = [u.id for u in uow.utterances.of(utterance.user) if uow.now - u.heard_at > TAKEN_BACK_WITHIN]
    uow.utterances.remove_all(known_too_long)
    uow.utterances.add(written)


def _named(place: Place | None) -> dict[str, object]:
    return {"about": place.about.value, "ref": place.ref, "classroom": place.classroom} if place else {}


def place_of(utterance: Utterance) -> Place | None:
    """What it was about; None for nothing."""
    named = utterance.before.get("place")
    return place_from(named) if named else None


def mark(uow: UnitOfWork, place: Place | None) -> str:
    """A short name for how a place stands."""
    return mark_of(how_it_stands(uow, place) if place else {})


def mark_of(stands: Stood) -> str:
    return hashlib.sha256(json.dumps(stands, sort_keys=True).encode()).hexdigest()[:16]
