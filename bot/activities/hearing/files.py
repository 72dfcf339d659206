"""What becomes of a file that somebody sends to Accord: nothing. That is said, so that nobody waits for an answer."""

from datetime import datetime

from bot.activities.help.notices import FilesNotPassedOn
from bot.activities.ports import UnitOfWork
from bot.messages.briefs import prepares
from bot.messages.tell import tell


def say_files_stay(uow: UnitOfWork, user: str, now: datetime, *, alone: bool = True) -> None:
    """Tell somebody who sent a file that it goes to nobody; beside words, which have an answer of their own, once a
    day."""
    tell(uow, user, FilesNotPassedOn(), now, once=None if alone else f"files-stay:{user}:{now.date()}")


@prepares(FilesNotPassedOn)
def _nothing_to_read(uow: UnitOfWork, notice: FilesNotPassedOn, reader: str) -> None:
    return None
