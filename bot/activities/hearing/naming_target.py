"""Where "Which target?" waits for an answer, the name of a target alone is one, as its button is."""

from collections.abc import Sequence
from datetime import datetime

from bot.activities.checking_in import answering, unasked
from bot.activities.checking_in.messages import ReplyNoted, TargetWanted
from bot.activities.checking_in.replying_sheet import Sheet, sheet_or_none
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor, Refusal
from bot.domain.interview import About
from bot.domain.terms import Target
from bot.domain.utterance import AskedBack, Place, What
from bot.language.of_several import named_target
from bot.messages.tell import tell


def is_named(
    uow: UnitOfWork, actor: Actor, waits: AskedBack | None, place: Place | None, text: str, now: datetime
) -> bool:
    """Whether a message named the target that a number is for, and it was noted there. `waits` is what was asked back
    last, `place` what was asked or shown last."""
    if waits is not None:
        return waits.what is What.PROGRESS_FOR and _of_progress(uow, actor, waits, text, now)
    sheet = sheet_or_none(uow, actor, place.ref) if place is not None and place.about is About.CHECK_IN else None
    return sheet is not None and _chosen_at_check_in(uow, actor, sheet, text, now)


def _of_progress(uow: UnitOfWork, actor: Actor, waits: AskedBack, text: str, now: datetime) -> bool:
    contract = uow.contracts.get(waits.places[0].ref)
    target = _named(text, contract.in_force.terms.targets) if contract is not None else None
    if target is None or target not in unasked.numbers_in(waits):
        return False
    unasked.choose(uow, actor, waits.id, target, now=now)
    return True


def _chosen_at_check_in(uow: UnitOfWork, actor: Actor, sheet: Sheet, text: str, now: datetime) -> bool:
    ts, target = _waiting(uow, sheet, now), _named(text, sheet.targets)
    if ts is None or target is None:
        return False
    try:
        answering.choose(uow, actor, sheet.check_in.id, target, ts, now=now)
    except Refusal:  # the number is none of this target's
        return False
    tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    return True


def _named(text: str, targets: Sequence[Target]) -> int | None:
    return named_target(text, [f"{target.statement} {target.unit}" for target in targets])


def _waiting(uow: UnitOfWork, sheet: Sheet, now: datetime) -> str | None:
    """The ts of the message whose number waits for its target; None where none does."""
    cards = uow.outbox.cards(f"check-in:{sheet.check_in.id}")
    asked = [str(card.args["ts"]) for card in cards if card.notice == TargetWanted.kind]
    chosen = {reply.source for reply in sheet.replies.values()}
    return next((ts for ts in reversed(asked) if ts in sheet.reply(0, now).typed and ts not in chosen), None)
