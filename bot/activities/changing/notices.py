"""A change to an active contract: proposed by one side, signed or declined by the other."""

from dataclasses import dataclass

from bot.activities.reviewing.notices import EntryNotice, VersionNotice
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class ChangeCard(VersionNotice):
    """To both sides: the change, field by field; to the one who decides with the decision."""


@dataclass(frozen=True, slots=True)
class ChangeDecided(EntryNotice):
    """To the side that proposed the change: signed, or declined with a reason. When it was taken back, to the other."""


@dataclass(frozen=True, slots=True)
class LookInMessages(Notice):
    """Where somebody typed a command in a channel: what they asked for is in their direct messages."""
