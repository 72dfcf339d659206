"""Files that people hand in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sandbox.core import Core
from sandbox.state import StoredFile
from sandbox.web_api.files import store

Attachment = tuple[str, bytes] | str | Path
"""A file: its name and content, or a path to it."""


def stored_files(core: Core, attachments: Iterable[Attachment], user_id: str) -> list[StoredFile]:
    """Store files of a person."""
    return [_store(core, attachment, user_id) for attachment in attachments]


def _store(core: Core, attachment: Attachment, user_id: str) -> StoredFile:
    if isinstance(attachment, tuple):
        return store(core, attachment[0], attachment[1], user_id)
    path = Path(attachment)
    return store(core, path.name, path.read_bytes(), user_id)
