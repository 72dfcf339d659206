"""What somebody can do who wants to stop, to change something, or to leave a check-in out."""

from typing import Any

from bot.activities.changing.messages import close_button, what_now
from bot.activities.checking_in.notices import CheckInBrief
from bot.activities.hearing.notices import LeaveOutBrief, LeaveOutOffered, LeftOut, WaysOut, WaysOutBrief
from bot.activities.reviewing.messages import value_of
from bot.domain.check_ins import CheckInState
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, button, say, small
from bot.messages.days import when
from bot.messages.lists import joined
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

STOP = "stop"


@renders(WaysOut)
def ways_out(notice: WaysOut, brief: WaysOutBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.of.contract
    if contract.status not in RUNNING:
        key = f"ways-out-{_where(contract)}"
        return message(w(key), say(w, key), *what_now(brief.of, w))
    key = f"ways-out-{notice.wish}"
    return message(
        w(key),
        say(w, key),
        *_number(notice.number, w),
        actions(_ways(notice, brief, w)),
        small(w("ways-out-next")),
    )


def _where(contract: Contract) -> str:
    """What there is instead of a running contract."""
    if contract.status is Status.REASSESSING:
        return "at-the-end"
    if contract.status in (Status.COMPLETED, Status.CLOSED):
        return "over"
    return "draft" if contract.status is Status.DRAFTING else "proposal"


def _ways(notice: WaysOut, brief: WaysOutBrief, words: Words) -> list[dict[str, Any]]:
    contract, check_in = brief.of.contract, brief.check_in
    ways = []
    if check_in is not None:
        ways.append(button(words("ways-out-break-button"), "leaving_out.take", str(check_in)))
    if contract.status is Status.ACTIVE:
        label = words("ways-out-smaller-button" if notice.wish == STOP else "ways-out-change-button")
        change = button(label, "changing.open", value_of(contract.id, contract.on_the_table.number))
        ways.insert(len(ways) if notice.wish == STOP else 0, change)
    end = close_button(contract, brief.of.side, words)
    return [*ways, {**end, "text": {**end["text"], "text": words("ways-out-end-button")}}]


def _number(beside: bool, words: Words) -> list[Block]:
    """A number that stood in the same message is not noted, and not passed over in silence."""
    return [say(words, "hearing-number-not-noted")] if beside else []


@renders(LeaveOutOffered)
def leave_out_offered(notice: LeaveOutOffered, brief: LeaveOutBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.said_yes is not None:
        key = "leave-out-yes" if brief.said_yes else "leave-out-no"
        return message(w(key), say(w, key))
    args = {"classes": joined(w, brief.classes), "count": len(brief.classes)}
    value = str(brief.asked_back)
    yes = button(w("leave-out-yes-button"), "hearing.yes", value, style="primary")
    no = button(w("leave-out-no-button"), "hearing.no", value)
    return message(
        w("leave-out-offer", **args),
        say(w, "leave-out-offer", **args),
        *_number(notice.number, w),
        actions([yes, no]),
        small(w("leave-out-next")),
    )


@renders(LeftOut)
def left_out(notice: LeftOut, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.check_in.state is CheckInState.ANSWERED:
        return message(w("check-in-answered"), say(w, "check-in-answered"))
    if not brief.open or brief.next_due is None:
        return message(w("left-out"), say(w, "left-out"))
    coming = when(w, brief.next_due, brief.timezone, reader.now)
    return message(w("left-out"), say(w, "left-out"), small(w("left-out-next", when=coming)))
