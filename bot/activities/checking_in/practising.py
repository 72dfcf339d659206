"""A student says by one tap how often they practised; and after a setback, that they go on as they meant to."""

from dataclasses import replace

from bot.activities.checking_in.answering import celebrate, remember, store
from bot.activities.checking_in.messages import ReplyNoted
from bot.activities.checking_in.replying_sheet import sheet_of
from bot.activities.hearing import bursts
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState, can_be_practised
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def practised(uow: UnitOfWork, actor: Actor, check_in: int, target: int, times: int) -> None:
    """It stands beside the number, which may still come; the tap that was pressed last counts."""
    sheet = sheet_of(uow, actor, check_in)
    if not 0 <= target < len(sheet.targets) or not can_be_practised(times):
        raise Refusal("old-button")
    stands = sheet.reply(target, uow.now)
    if stands.practised == times:
        return
    stood = bursts.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, {target: replace(stands, practised=times)})
    remember(uow, actor.user, sheet.place, stood)
    if sheet.check_in.state is not CheckInState.ANSWERED:  # after that, what was said already is updated in place
        tell(uow, actor.user, ReplyNoted(check_in))
    celebrate(uow, sheet.contract, stored)


def same_plan(uow: UnitOfWork, actor: Actor, check_in: int, target: int) -> None:
    """What they wrote that they do where something gets in the way is their next step, unless they said another."""
    sheet = sheet_of(uow, actor, check_in)
    if not 0 <= target < len(sheet.targets) or not sheet.targets[target].fallback:
        raise Refusal("old-button")
    said = sheet.reply(0, uow.now)
    if said.next_step or sheet.check_in.state is not CheckInState.ANSWERED:
        return
    stood = bursts.how_it_stands(uow, sheet.place)
    store(uow, sheet, {0: replace(said, next_step=sheet.targets[target].fallback)})
    remember(uow, actor.user, sheet.place, stood)
