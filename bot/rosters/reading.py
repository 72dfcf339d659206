"""Reads a school's files of who is in a class, in a program of its own that is ended when it takes too long
(worker.py)."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bot.apart import Failed, answer_of
from bot.domain.roster import FileClass, FileFault, ListedPerson, RosterFile, RosterUnread, Unreadable
from bot.rosters.worker import SIZE_MOST

WORKER = Path(__file__).with_name("worker.py")
PATIENCE_SECONDS = 40.0
"""The system ends it after 20 s of work; a busy computer may take longer to do them."""


async def read_roster(
    files: Sequence[tuple[str, bytes]], wanted: str = "", *, patience: float = PATIENCE_SECONDS
) -> RosterFile:
    """What stands in the files about one class, `wanted` by its id in them; "" for the only one, or where it is yet
    to be chosen. Raises RosterUnread."""
    if sum(len(data) for _, data in files) > SIZE_MOST:
        raise RosterUnread(Unreadable.TOO_BIG)
    asked = json.dumps({"files": [[name, len(data)] for name, data in files], "wanted": wanted})
    said = await _ask(b"".join((asked.encode(), b"\n", *(data for _, data in files))), patience)
    if "refused" in said:
        raise RosterUnread(Unreadable(str(said["refused"])))
    return _file_of(said)


def _file_of(said: dict[str, Any]) -> RosterFile:
    return RosterFile(
        kind=said["kind"],
        classes=tuple(FileClass(**one) for one in said["classes"]),
        chosen=said["chosen"],
        people=tuple(ListedPerson(**one) for one in said["people"]),
        faults=tuple(FileFault(**one) for one in said["faults"]),
        more_faults=said["more_faults"],
        last_on=date.fromisoformat(said["last"]) if said["last"] else None,
    )


async def _ask(asked: bytes, patience: float) -> dict[str, Any]:
    try:
        return await answer_of(WORKER, asked, patience)
    except Failed as failed:
        raise RosterUnread(Unreadable.TOO_BIG if failed.endless else Unreadable.BROKEN) from None
