"""Which numbers a typed message gives at a check-in: what is sure counts at once, and what is not waits for a yes.

A plain number takes the place of an earlier one that nobody called right. One that was called right changes only by a
yes: it goes on counting while the other waits.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from bot.activities.checking_in.replying_sheet import Sheet
from bot.activities.contract.aims import aims_of
from bot.activities.ports import UnitOfWork
from bot.domain.check_ins import Reply
from bot.language import correcting, counting, counting_several
from bot.language.hearing import Moment, Number, hear, numbers_of

Numbers = Mapping[int, Number]
"""By the place of the target."""


def heard_in(uow: UnitOfWork, sheet: Sheet, text: str) -> Numbers:
    """The numbers that a message gives, heard as an answer to this check-in."""
    return hear(text, Moment.CHECK_IN, aims_of(uow, sheet.contract)).numbers


def taken_from(uow: UnitOfWork, sheet: Sheet, text: str, heard: Numbers) -> dict[int, Number]:
    """What a message changes. Of several numbers for one thing ("5 or 6") none is taken, and of "still 5 too many" only
    what could be worked out."""
    heard = heard or _by_unit(uow, sheet, text)
    if counting.names_several(text, sheet.targets):
        heard = {place: number for place, number in heard.items() if number.sure}
    elif counting.says_how_it_moved(text, sheet.targets):
        heard = {place: number for place, number in heard.items() if not number.sure}
    found = {place: _for_target(sheet, place, text, heard) for place in range(len(sheet.targets))}
    return {place: number for place, number in found.items() if number is not None}


def corrects(sheet: Sheet, text: str) -> bool:
    """Whether a message is about a number that stands, and gives another in its place."""
    return any(_corrected(sheet, place, text) is not None for place in range(len(sheet.targets)))


def with_numbers(sheet: Sheet, numbers: Numbers, ts: str, now: datetime) -> dict[int, Reply]:
    """The replies that they change; `ts` is the message that they were typed in."""
    return {place: _with_number(sheet.reply(place, now), number, ts) for place, number in numbers.items()}


def _by_unit(uow: UnitOfWork, sheet: Sheet, text: str) -> Numbers:
    """The numbers that stand beside the whole unit of one of several targets: "8 of 10 varied openings"."""
    if len(sheet.targets) == 1:
        return {}
    aims = aims_of(uow, sheet.contract)
    named = counting_several.values_in(text, sheet.targets)
    found = {place: numbers_of(text, Moment.CHECK_IN, [aims[place]]).get(0) for place in named}
    return {place: n for place, n in found.items() if n is not None and n.value == named[place]}


def _for_target(sheet: Sheet, place: int, text: str, heard: Numbers) -> Number | None:
    number, reply = heard.get(place), sheet.replies.get(place)
    if reply is None or reply.value is None:
        return number
    corrected = _corrected(sheet, place, text)
    if corrected is not None:
        return Number(corrected, not reply.confirmed)
    if number is None or correcting.speaks_of_later(text):
        return None
    if number.value == reply.value:
        again = counting.is_just_a_number(text) and not correcting.corrects(text)
        return Number(number.value, sure=True) if again or reply.waiting is not None else None
    return Number(number.value, number.sure and not reply.confirmed and _is_plain(sheet, place, text))


def _corrected(sheet: Sheet, place: int, text: str) -> Decimal | None:
    """The 13 of "sorry, I meant 13", where another number stands; of several targets, for the one that it names."""
    stands = sheet.value(place)
    if stands is None or not (len(sheet.targets) == 1 or counting.names_unit(text, sheet.targets, place)):
        return None
    return counting.correction_in(text, sheet.targets[place], stands)


def _is_plain(sheet: Sheet, place: int, text: str) -> bool:
    """Whether the message is about this number: it counts nothing else, or names what is counted."""
    target = sheet.targets[place]
    return counting.counts_nothing_else(text, target) or counting.names_unit(text, sheet.targets, place)


def _with_number(reply: Reply, number: Number, ts: str) -> Reply:
    if number.sure:
        return reply.with_value(number.value, ts, confirmed=False)
    return reply.asked_about(number.value, ts)
