"""What a student hears where their words gave no number: a question, or quietly that the words are kept."""

from datetime import datetime

from bot.activities.checking_in.notices import (
    HowManyNow,
    NumberStands,
    NumberWanted,
    ReplyNoted,
    TargetWanted,
    WhichNumber,
    WordsKept,
)
from bot.activities.checking_in.replying_sheet import Sheet
from bot.activities.ports import UnitOfWork
from bot.domain.actor import Actor
from bot.domain.check_ins import CheckInState
from bot.language import counting
from bot.messages.tell import tell


def ask_further(uow: UnitOfWork, actor: Actor, sheet: Sheet, text: str, ts: str, now: datetime) -> None:
    """No number was taken. `sheet` is how the check-in stood before: once it is answered, no number is asked for."""
    check_in = sheet.check_in.id
    if _ask_what_was_meant(uow, actor, sheet, text, ts, now):
        return
    if sheet.check_in.state is CheckInState.ANSWERED:
        tell(uow, actor.user, WordsKept(check_in), now)
    else:
        tell(uow, actor.user, NumberWanted(check_in), now, once=f"check-in:{check_in}:number")


def say_what_stands(
    uow: UnitOfWork, actor: Actor, sheet: Sheet, text: str, ts: str, now: datetime, *, took_its_number: bool
) -> None:
    """An edited message gave no number that counts: where it took its own away, or where a later answer holds."""
    if took_its_number:
        if not _ask_what_was_meant(uow, actor, sheet, text, ts, now):
            tell(uow, actor.user, ReplyNoted(sheet.check_in.id), now)
    elif sheet.has_number and counting.speaks_of_a_number(text, sheet.targets):
        tell(uow, actor.user, NumberStands(sheet.check_in.id), now)


def _ask_what_was_meant(uow: UnitOfWork, actor: Actor, sheet: Sheet, text: str, ts: str, now: datetime) -> bool:
    """Ask which target a number is for, which of several numbers it is, or how many it is where the words told how
    it moved; False where there is nothing to ask.

    Beside a number that stands, only a message about a number, or one that seems to give another, asks anew.
    """
    check_in = sheet.check_in.id
    another = any(_gives_another(sheet, i, text) for i in range(len(sheet.targets)))
    if sheet.has_number and not another and not counting.is_just_a_number(text):
        return False
    if len(sheet.targets) > 1 and any(counting.value_for(text, target) is not None for target in sheet.targets):
        tell(uow, actor.user, TargetWanted(check_in, ts), now)
        return True
    if counting.names_several(text, sheet.targets):
        tell(uow, actor.user, WhichNumber(check_in), now)
        return True
    if another or counting.says_how_it_moved(text, sheet.targets):
        tell(uow, actor.user, HowManyNow(check_in), now)
        return True
    return False


def _gives_another(sheet: Sheet, target: int, text: str) -> bool:
    stands = sheet.value(target)
    return stands is not None and counting.gives_another(text, sheet.targets[target], stands)
