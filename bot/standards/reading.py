"""Reads a file that a teacher brings, in a program of its own that is ended when it takes too long (worker.py)."""

import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.apart import Failed, answer_of
from bot.domain import templates
from bot.domain.actor import Refusal
from bot.domain.bringing import Brings, FileUnread, LineLeftOut, ReadFile
from bot.domain.menu import as_text, from_rows, resources_of
from bot.domain.rubrics import from_table
from bot.standards.worker import SIZE_MOST

WORKER = Path(__file__).with_name("worker.py")
FileReader = Callable[[bytes], Awaitable[ReadFile]]
PATIENCE_SECONDS = 20.0
"""The system ends it after 8 s of work; a busy computer may take longer to do them."""


async def read_standards(data: bytes, *, patience: float = PATIENCE_SECONDS) -> ReadFile:
    """The standards of a CSV or a CASE package, as [code, statement, identifier, what helps]. Raises FileUnread."""
    said = await _ask("standards", data, patience)
    found: list[list[Any]] = []
    left_out = [LineLeftOut(line, why) for line, why in said["left_out"]]
    for line, code, statement, identifier, resources in said["rows"]:
        try:
            found.append([code, statement, identifier, resources_of(resources)])
        except Refusal as refusal:
            left_out.append(LineLeftOut(line, refusal.key))
    left_out.sort(key=lambda one: one.line)
    return ReadFile(json.dumps(found, ensure_ascii=False), len(found), tuple(left_out))


async def read_rubric(data: bytes) -> ReadFile:
    """The table of a rubric, as it is; the line where it is none. Raises FileUnread."""
    rows = [(line, cells) for line, cells in (await _ask("table", data, PATIENCE_SECONDS))["rows"]]
    try:
        content = from_table(rows)
    except Refusal as refusal:
        raise FileUnread(refusal.key, str(refusal.args_for_copy.get("line", ""))) from None
    return ReadFile(json.dumps(rows, ensure_ascii=False), len(content.criteria))


async def read_menu(data: bytes) -> ReadFile:
    """The activities of a CSV, and what is left out by its line. Raises FileUnread."""
    try:
        rows = [(line, cells) for line, cells in (await _ask("table", data, PATIENCE_SECONDS))["rows"]]
        items, left = from_rows(rows)
    except FileUnread as unread:
        raise FileUnread("menu-too-many" if unread.why == "too-many" else unread.why, unread.place) from None
    except Refusal as refusal:
        raise FileUnread(refusal.key, str(refusal.args_for_copy.get("line", ""))) from None
    return ReadFile(as_text(items), len(items), tuple(LineLeftOut(line, why) for line, why in left))


async def read_templates(data: bytes) -> ReadFile:
    """The templates of a CSV, and what is left out by its line. Raises FileUnread."""
    try:
        rows = [(line, cells) for line, cells in (await _ask("table", data, PATIENCE_SECONDS))["rows"]]
        found, left = templates.from_rows(rows)
    except FileUnread as unread:
        raise FileUnread("template-too-many" if unread.why == "too-many" else unread.why, unread.place) from None
    except Refusal as refusal:
        raise FileUnread(refusal.key, str(refusal.args_for_copy.get("line", ""))) from None
    return ReadFile(templates.as_text(found), len(found), tuple(LineLeftOut(line, why) for line, why in left))


async def _ask(wanted: str, data: bytes, patience: float) -> dict[str, Any]:
    if len(data) > SIZE_MOST:
        raise FileUnread("too-big")
    try:
        said = await answer_of(WORKER, json.dumps({"wanted": wanted}).encode() + b"\n" + data, patience)
    except Failed as failed:
        raise FileUnread("endless" if failed.endless else "broken") from None
    if "refused" in said:
        raise FileUnread(str(said["refused"]), str(said["place"]))
    return said


async def read_brought(brings: Brings, data: bytes) -> ReadFile:
    """By what is said to be in it."""
    return await READERS[brings](data)


READERS: dict[Brings, FileReader] = {
    Brings.STANDARDS: read_standards,
    Brings.RUBRIC: read_rubric,
    Brings.MENU: read_menu,
    Brings.TEMPLATES: read_templates,
}
