"""How something stood before a message changed it, so that the message can be heard again, or taken back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import responding
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.ports import UnitOfWork
from bot.domain import check_ins
from bot.domain.check_ins import ASKED, LIVE, CheckIn, CheckInState, Reply
from bot.domain.focus import About
from bot.domain.interview import Interview, InterviewState
from bot.domain.utterance import Place
from bot.messages.tell import refresh, show_home

Stood = Mapping[str, Any]
"""JSON: a check-in with its replies, or an interview; empty where nothing is changed."""


def how_it_stands(uow: UnitOfWork, place: Place) -> Stood:
    """What a message about this place may change."""
    if place.about is About.CHECK_IN:
        check_in = uow.check_ins.get(place.ref)
        replies = uow.replies.all(check_in=place.ref)
        said = [_reply.dump_python(reply, mode="json") for reply in replies]
        return {"check_in": _check_in.dump_python(check_in, mode="json"), "replies": said} if check_in else {}
    if place.about is About.INTERVIEW:
        interview = uow.interviews.get(place.ref)
        return {"interview": _interview.dump_python(interview, mode="json")} if interview else {}
    if place.about in exchanging.EXCHANGES:
        named = {"about": place.about.value, "ref": place.ref, "classroom": place.classroom}
        return {"exchange": named, "notes": exchanging.said_in(uow, place)}
    if place.about is About.SHARED:
        return {"responded_to": place.ref, "responses": responding.said_to(uow, place.ref)}
    return {}


def place_of(named: Mapping[str, Any]) -> Place:
    """A place, out of JSON."""
    return Place(About(named["about"]), named["ref"], named["classroom"])


def restore(uow: UnitOfWork, stood: Stood, now: datetime) -> None:
    """Let it stand again as it did. What was said about it to others is shown as it is now, or not at all."""
    if "check_in" in stood:
        replies = [_reply.validate_python(reply) for reply in stood["replies"]]
        _restore_check_in(uow, _check_in.validate_python(stood["check_in"]), replies, now)
    if "interview" in stood:
        _restore_interview(uow, _interview.validate_python(stood["interview"]))
    if "exchange" in stood:
        exchanging.unsay(uow, place_of(stood["exchange"]), stood["notes"])
    if "responded_to" in stood:
        responding.unsay(uow, stood["responded_to"], stood["responses"], now)


def _restore_check_in(uow: UnitOfWork, before: CheckIn, replies: list[Reply], now: datetime) -> None:
    stands, contract = uow.check_ins.get(before.id), uow.contracts.get(before.contract)
    if stands is None or contract is None:
        return
    if stands.state is not before.state:
        uow.check_ins.save(replace(_unless_another_is_asked(uow, before), revision=stands.revision))
        _without_the_next(uow, before)
    then = {reply.id: reply for reply in replies}
    for reply in uow.replies.all(check_in=before.id):
        unsaid = then[reply.id] if reply.id in then else _blank(reply)
        if unsaid != reply:
            uow.replies.save(unsaid)
            celebrating.notice_points(uow, contract, unsaid, now=now)
    refresh(uow, f"check-in:{before.id}", now)
    show_home(uow, before.student, now)


def _unless_another_is_asked(uow: UnitOfWork, before: CheckIn) -> CheckIn:
    """One that was ahead goes where the one after it is asked already."""
    asked = before.state is CheckInState.PLANNED and uow.check_ins.first(contract=before.contract, state=tuple(ASKED))
    return check_ins.dropped(before) if asked else before


def _without_the_next(uow: UnitOfWork, before: CheckIn) -> None:
    """Its answer had planned the check-in after it."""
    if before.state in LIVE:
        for later in uow.check_ins.all(contract=before.contract, state=CheckInState.PLANNED):
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
