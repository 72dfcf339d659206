"""What a teacher writes under a proposal may come in parts: what they asked, or explained, then says all of it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.activities.contract.steps import newest_entry, store, typed_text
from bot.activities.ports import UnitOfWork
from bot.activities.reviewing.notices import EntryCard, TeacherAsked, TeacherExplained
from bot.domain import contract as life
from bot.domain.actor import Actor
from bot.domain.contract import Contract
from bot.domain.outbox import DeliveryState
from bot.messages.tell import tell

_Step = Callable[[Contract, str, str, datetime], Contract]

_STEPS: Mapping[str, tuple[_Step, type[EntryCard]]] = {
    "asked": (life.ask_on, TeacherAsked),
    "explained": (life.explain, TeacherExplained),
}
"""By what was done last: how it goes on, and what the student is told."""


def goes_on(uow: UnitOfWork, actor: Actor, contract: Contract, text: str, now: datetime) -> bool:
    """Whether a message is what the actor wrote last about this contract, with a further part; then all of it is
    another line of the history, and the student reads that one alone."""
    entry = newest_entry(uow, contract.id)
    begun = uow.contracts.history(contract.id)[entry]
    if begun.user != actor.user or begun.action not in _STEPS:
        return False
    if not life.is_continued_by(str(begun.detail.get("text", "")), text):
        return False
    step, card = _STEPS[begun.action]
    moved = store(uow, step(contract, typed_text(text), actor.user, now), now)
    _say_instead(uow, moved, card(moved.id, moved.on_the_table.number, newest_entry(uow, moved.id)), entry, now)
    return True


def _say_instead(uow: UnitOfWork, contract: Contract, card: EntryCard, entry: int, now: datetime) -> None:
    """The line before is not said, where it has not left yet."""
    waiting = [d for d in uow.outbox.cards(f"contract:{contract.id}") if d.state is DeliveryState.WAITING]
    uow.outbox.unsay([d.id for d in waiting if (d.notice, d.args.get("entry")) == (card.kind, entry)])
    tell(uow, contract.student, card, now)
