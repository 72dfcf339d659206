"""What programs of their own do in the real one is done here: the loop's clock does not wait for them."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any
from unittest.mock import patch

from bot.documents import press
from bot.domain.bringing import FileUnread
from bot.rosters import reading as rosters
from bot.rosters import worker as of_rosters
from bot.rosters.tables import ListRefused as RosterRefused
from bot.standards import reading as standards
from bot.standards import worker as of_standards

Make = Callable[[str, dict[str, Any]], bytes]


@contextmanager
def in_one_process() -> Iterator[None]:
    """A sheet of paper is what stands on it, so that whoever looks for words in a file finds them."""
    kept = press._kept

    def as_written(template: str, data: dict[str, Any], make: Make) -> bytes:
        return press._written(data).encode() if template == "sheet" else kept(template, data, make)

    with (
        patch.object(press, "_kept", as_written),
        patch.object(rosters, "_ask", _read_roster),
        patch.object(standards, "_ask", _read_brought),
    ):
        yield


async def _read_roster(asked: bytes, patience: float) -> dict[str, Any]:
    head, _, rest = asked.partition(b"\n")
    said, files = json.loads(head), []
    for name, size in said["files"]:
        files.append((name, rest[:size]))
        rest = rest[size:]
    try:
        return _sent(asdict(of_rosters.read(files, said["wanted"])))
    except RosterRefused as refused:
        return {"refused": refused.kind}


async def _read_brought(wanted: str, data: bytes, patience: float) -> dict[str, Any]:
    try:
        if wanted == "table":
            return _sent({"rows": list(of_standards.table(of_standards.text_of(data)))})
        rows, left = of_standards.read(data)
        return _sent({"rows": rows, "left_out": left})
    except of_standards.StandardsRefused as refused:
        raise FileUnread(refused.kind, refused.place) from None


def _sent(said: dict[str, Any]) -> dict[str, Any]:
    """As it comes out of a pipe."""
    read: dict[str, Any] = json.loads(json.dumps(said))
    return read
