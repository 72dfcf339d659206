"""What a student can do instead of answering now: be asked again later, or say that they are away."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.outbox import Message
from bot.messages import forms
from bot.messages.blocks import Block, button, menu, say
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


NOT_NOW = "checking_in.not_now"


def waits(check_in: CheckIn) -> bool:
    """Whether it can wait: who was asked twice is not asked again."""
    return check_in.state is CheckInState.PROMPTED


def instead(words: Words, check_in: CheckIn, *, last: bool) -> Block:
    """What stands beside [Check in]: a menu, or a button where there is one thing in it. The last check-in waits
    for no other day."""
    if not waits(check_in):
        return button(words("snooze-away-button"), "absence.open", str(check_in.id))
    ways = ("later", "away") if last else ("later", "tomorrow", "away")
    return menu(NOT_NOW, [forms.option(words(f"snooze-{way}-button"), f"{way}:{check_in.id}") for way in ways])


def snoozed(notice: CheckInSnoozed, brief: SnoozedBrief, reader: Reader) -> Message:
    again = when(reader.words, brief.again_at, brief.timezone, reader.now)
    return message(reader.words("snoozed", when=again), say(reader.words, "snoozed", when=again))
