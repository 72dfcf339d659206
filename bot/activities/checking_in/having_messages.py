"""Check-ins that come after something the student says they had: the button for it, and the word when none came."""

from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.domain.terms import Terms
from bot.messages.blocks import actions, button, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

HAD_ONE = "checking_in.had_one"


@dataclass(frozen=True, slots=True)
class NoneForLong(Notice):
    """To a student whose check-ins come after each essay, lesson or shift, and who has not said for long that they had
    one."""

    contract: int


@dataclass(frozen=True, slots=True)
class NoneForLongBrief:
    contract: int
    after_each: str
    classroom: str


def had_one_button(words: Words, contract: int, terms: Terms) -> list[dict[str, Any]]:
    """Where check-ins come after something."""
    return [button(words("had-one-button"), HAD_ONE, str(contract), style="primary")] if terms.after_each else []


def none_for_long(notice: NoneForLong, brief: NoneForLongBrief, reader: Reader) -> Message:
    w, args = reader.words, {"what": brief.after_each, "classroom": brief.classroom}
    had_one = button(w("had-one-button"), HAD_ONE, str(brief.contract), style="primary")
    return message(
        w("none-for-long", **args), say(w, "none-for-long", **args), actions([had_one]), small(w("none-for-long-next"))
    )
