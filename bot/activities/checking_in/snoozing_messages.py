"""What a student can do instead of answering now: be asked again later, or say that they are away."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, button, say
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words


@dataclass(frozen=True, slots=True)
class CheckInSnoozed(Notice):
    """To the student: when they are asked again."""

    check_in: int


@dataclass(frozen=True, slots=True)
class SnoozedBrief:
    """`timezone` is the student's."""

    again_at: datetime
    timezone: str


def instead(words: Words, check_in: CheckIn, *, last: bool) -> Block:
    """Buttons under what asks. Who was asked twice is not asked again; the last check-in waits for no other day."""
    value = str(check_in.id)
    buttons = []
    if check_in.state is CheckInState.PROMPTED:
        buttons.append(button(words("snooze-later-button"), "snoozing.later", value))
        if not last:
            buttons.append(button(words("snooze-tomorrow-button"), "snoozing.tomorrow", value))
    return actions([*buttons, button(words("snooze-away-button"), "absence.open", value)])


def snoozed(notice: CheckInSnoozed, brief: SnoozedBrief, reader: Reader) -> Message:
    again = when(reader.words, brief.again_at, brief.timezone, reader.now)
    return message(reader.words("snoozed", when=again), say(reader.words, "snoozed", when=again))
