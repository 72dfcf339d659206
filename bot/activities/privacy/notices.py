"""What is said when somebody's data is erased."""

from dataclasses import dataclass

from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class ContractRemoved(Notice):
    """To the teachers of a class: a contract is gone, with all that belonged to it. It does not say whose."""

    classroom: int
