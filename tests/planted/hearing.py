"""Planted where things come in: what is heard twice, not at all, or believed too soon."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from sqlalchemy import and_, bindparam, select, text

from bot.activities.checking_in import answering
from bot.activities.hearing import listening
from bot.activities.proposing import interviewing
from handlers import hearing, inbound, router
from simulation.plan import Size
from storage.queries import errands
from storage.queries.errands import KeptErrands
from storage.unit_of_work import UnitOfWork
from tests.planted.plants import plant

EVENTS = Size(students=2, weeks=2, trouble=60)


@plant("What came in before is done again.", "an_answer_is_stored_once", size=EVENTS)
def repeat_recognition_removed() -> Iterator[None]:
    with patch.object(UnitOfWork, "first_time", lambda *_: True):
        yield


@plant(
    "A message is known by the event's id, which may be another one the second time.",
    "an_answer_is_stored_once",
    size=EVENTS,
    first=1,
)
def messages_known_by_event_id() -> Iterator[None]:
    def by_event(body: Any) -> Any:
        said = inbound.said_of(body)
        return replace(said, incoming=f"event:{body.get('event_id')}") if said is not None else None

    with patch.object(router, "said_of", by_event):
        yield


@plant("What is typed about a check-in is thrown away once there is a number.", "no_answer_is_lost", first=1)
def words_thrown_away() -> Iterator[None]:
    typed = answering._typed

    def numbers_only(sheet: Any, text: str, ts: str, values: Any, now: Any) -> Any:
        changed = typed(sheet, text, ts, values, now)
        return {i: replace(r, typed=sheet.reply(i, now).typed) for i, r in changed.items()} if values else changed

    with patch.object(answering, "_typed", numbers_only):
        yield


@plant("A button of an old question answers the open one.", test="tests/unit/proposing/test_old_buttons.py")
def old_button_accepted() -> Iterator[None]:
    turn = interviewing._turn

    def any_button(uow: Any, actor: Any, interview: int, asked: int) -> Any:
        return turn(uow, actor, interview)

    with patch.object(interviewing, "_pressed", any_button):
        yield


@plant(
    "A reply is kept under each target, not once for its check-in.", "an_answer_is_stored_once", size=EVENTS, first=5
)
def uniqueness_of_the_reply_dropped() -> Iterator[None]:
    store = answering.store

    def for_each(uow: Any, sheet: Any, changed: Any, **more: Any) -> Any:
        first = changed.get(0)
        return store(uow, sheet, {**changed, 1: replace(first, target=1)} if first else changed, **more)

    with patch.object(answering, "store", for_each):
        yield


RUSH = Size(students=2, weeks=1, trouble=90)
IN_ORDER = "what_one_writes_is_heard_in_order"


@plant("What was kept in a rush is heard whenever it is due, whoever's turn it is.", IN_ORDER, size=RUSH)
def turns_ignored() -> Iterator[None]:
    row = errands._errand
    not_here = row.c.id.not_in(bindparam("running", expanding=True))
    due = and_(text("not errand.done"), errands._OURS, row.c.not_before <= bindparam("now"), not_here)
    anybodys = select(*row.c).where(due).order_by(row.c.not_before).limit(bindparam("most"))
    with patch.object(errands, "_DUE", anybodys):
        yield


@plant("What comes in overtakes what was kept before.", IN_ORDER, size=RUSH)
def kept_words_overtaken() -> Iterator[None]:
    with patch.object(KeptErrands, "waits", lambda *_: False):
        yield


@plant(
    "What was kept is heard again after a crash.",
    test="tests/acceptance/test_rush.py::test_what_is_heard_again_after_a_crash_has_no_effect",
)
def late_hearing_forgets_itself() -> Iterator[None]:
    async def each_time(said: Any, context: Any) -> None:
        words, greets = hearing._words(said), hearing._greets(said)
        await context.runner.run(said.actor, listening.hear_now, words, greets=greets)

    with patch.object(router, "heard_in_turn", each_time):
        yield
