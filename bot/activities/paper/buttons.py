"""The buttons of what is done for somebody without an account, wherever they stand."""

from typing import Any

from bot.domain.contract import Contract
from bot.domain.paper import has_no_account
from bot.messages.blocks import Block, actions, button, say
from prompts.words import Words

OPEN, PICK, WRITE, LEAVE = "paper.open", "paper.pick", "paper.write", "paper.leave"
SIGN, PRINT, TYPE, LOOK_BACK = "paper.sign", "paper.print", "paper.type", "paper.look_back"


def open_button(words: Words, classroom: int) -> dict[str, Any]:
    return button(words("paper-open-button"), OPEN, str(classroom))


def type_button(words: Words, check_in: int) -> dict[str, Any]:
    return button(words("paper-type-button"), TYPE, str(check_in))


def type_again_button(words: Words, check_in: int) -> dict[str, Any]:
    return button(words("paper-type-again-button"), TYPE, str(check_in))


def look_back_button(words: Words, contract: int) -> dict[str, Any]:
    return button(words("paper-look-back-button"), LOOK_BACK, str(contract))


def on_card(words: Words, contract: Contract, student: str) -> list[Block]:
    """For a teacher, where a contract is shown: that it is on paper, and the way to the card with what is next."""
    if not has_no_account(contract.student):
        return []
    about = f"{contract.classroom}:{contract.student}"
    show = actions([button(words("paper-contract-button"), PICK, about)])
    return [say(words, "paper-on-card", student=student), show]
