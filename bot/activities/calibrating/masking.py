"""A text without whatever says whose it is: names, handles, mentions, addresses, and what its class is called."""

import re
from collections.abc import Callable

from bot.language.naming import Finder
from bot.language.naming.parts import written
from storage.unit_of_work import UnitOfWork

HIDDEN = "[…]"
"""What stands where something was taken out."""

_ADDRESSES = re.compile(r"<[@#!][^>\s]*>|\S+@\S+\.\w+|(?:https?://|www\.)\S+", re.IGNORECASE)


def mask_of(uow: UnitOfWork, classroom: str, lang: str) -> Callable[[str], str]:
    """By everybody whom this workspace knows: colleagues know students of other classes, too."""
    names = [name for person in uow.people.all() for name in written(person)]
    finder = Finder(names, every_part=True, lang=lang)
    room = re.compile(rf"(?<!\w){re.escape(classroom)}(?!\w)", re.IGNORECASE)

    def masked(text: str) -> str:
        bare = room.sub(HIDDEN, _ADDRESSES.sub(HIDDEN, text))
        return finder.replaced(bare, HIDDEN)

    return masked
