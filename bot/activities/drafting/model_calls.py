"""The calls to a language model: as many a day as a workspace may make, and a log of them for the operator."""

from datetime import UTC, datetime, time

from bot.activities import access
from bot.activities.ports import UnitOfWork
from bot.activities.privacy import disclosing
from bot.domain.actor import Actor
from bot.domain.drafts.calls import Call


def open_call(uow: UnitOfWork, actor: Actor, call: Call, daily: int, *, now: datetime) -> Call | None:
    """Write the call down before it is made. None where the day's calls (UTC) are used up."""
    access.accord_itself(actor)
    uow.calls.forget(disclosing.policy_as_is(uow).before("llm_days", now))
    midnight = datetime.combine(now.astimezone(UTC).date(), time(), UTC)
    if uow.calls.since(midnight) >= daily:
        return None
    return uow.calls.add(call)


def close_call(uow: UnitOfWork, actor: Actor, call: Call, *, now: datetime) -> None:
    """Write down how it ended."""
    access.accord_itself(actor)
    uow.calls.save(call)
