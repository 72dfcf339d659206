"""A check-in answered by one press: a number that stands on a button of its prompt, or that there is none yet."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.activities.checking_in import undoing
from bot.activities.checking_in.notices import ReplyNoted
from bot.activities.checking_in.replying_sheet import Sheet, sheet_of
from bot.activities.checking_in.replying_store import celebrate, store
from bot.activities.hearing import before
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.at_a_press import can_be_pressed
from bot.domain.check_ins import NOT_YET, CheckInState, Reply
from bot.domain.errors import Refusal
from bot.messages.tell import tell


def number(uow: UnitOfWork, actor: Actor, check_in: int, target: int, value: int, *, now: datetime) -> None:
    """The number of one target. Pressed twice it is noted once; what was called right changes by no other button."""
    sheet = sheet_of(uow, actor, check_in)
    if not 0 <= target < len(sheet.targets) or not can_be_pressed(value):
        raise Refusal("old-button")
    stands = sheet.reply(target, now)
    said = stands.with_value(Decimal(value), confirmed=True)
    if said == stands:
        return
    if stands.value not in (None, said.value) and stands.confirmed:
        raise Refusal("check-in-noted-already")
    _note(uow, actor, sheet, {target: said}, now)


def not_yet(uow: UnitOfWork, actor: Actor, check_in: int, *, now: datetime) -> None:
    """There is no number yet: that is an answer, too. Once there is another one, it changes nothing."""
    sheet = sheet_of(uow, actor, check_in)
    if sheet.check_in.state is not CheckInState.ANSWERED:
        _note(uow, actor, sheet, {0: replace(sheet.reply(0, now), source=NOT_YET)}, now)


def _note(uow: UnitOfWork, actor: Actor, sheet: Sheet, changed: dict[int, Reply], now: datetime) -> None:
    stood = before.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed, now)
    undoing.remember(uow, actor.user, sheet.place, stood, now)
    if not sheet.has_number:  # after that, what was said already is updated in place
        tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    celebrate(uow, sheet.contract, stored, now)
