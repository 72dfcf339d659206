"""What is said, and shown, when somebody's data is erased."""

from bot.domain.outbox import Message
from bot.notices.privacy import ContractRemoved
from bot.rendering.blocks import Block, say, small
from bot.rendering.registry import Reader, message, renders
from prompts.words import Words


@renders(ContractRemoved)
def contract_removed(notice: ContractRemoved, brief: str, reader: Reader) -> Message:
    w = reader.words
    return message(
        w("contract-removed", classroom=brief),
        say(w, "contract-removed", classroom=brief),
        small(w("contract-removed-what")),
    )


def empty_home(words: Words) -> list[Block]:
    """The Home of somebody of whom nothing is known any more."""
    return [say(words, "home-erased"), small(words("home-erased-again"))]
