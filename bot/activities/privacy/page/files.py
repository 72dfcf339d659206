"""Writes an export into a folder: export.json for programs, export.html for people."""

import json
import os
from pathlib import Path

from bot.activities.privacy.exporting import Export, document
from bot.activities.privacy.page.page import page

JSON, HTML = "export.json", "export.html"
_ONLY_MINE, _ONLY_ME = 0o600, 0o700


def check(folder: Path) -> None:
    """FileExistsError where an export is there already, NotADirectoryError where something else has the name."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(str(folder))
    for name in (JSON, HTML):
        if os.path.lexists(folder / name):
            raise FileExistsError(name)


def prepare(export: Export, folder: Path) -> None:
    """Write both files under hidden names, readable by whoever runs this and nobody else; `publish` shows them.

    OSError where they can not be written to their end: then neither is left. Errors of `check`, too.
    """
    check(folder)
    text = json.dumps(document(export), ensure_ascii=False, indent=2)
    written = {JSON: text + "\n", HTML: page(export)}
    folder.mkdir(parents=True, exist_ok=True, mode=_ONLY_ME)
    try:
        for name, content in written.items():
            _file(_hidden(folder, name), content)
    except OSError:
        discard(folder)
        raise


def publish(folder: Path) -> tuple[Path, Path]:
    """Give the prepared files their names."""
    for name in (JSON, HTML):
        _hidden(folder, name).rename(folder / name)
    return folder / JSON, folder / HTML


def discard(folder: Path) -> None:
    """Remove what was prepared, where anything was."""
    for name in (JSON, HTML):
        if os.path.lexists(_hidden(folder, name)):
            _hidden(folder, name).unlink()


def _hidden(folder: Path, name: str) -> Path:
    return folder / f".{name}.partial"


def _file(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE), "w", encoding="utf-8") as file:
        file.write(text)
