"""Writes an export into a folder: export.json for programs, export.html for people."""

import json
import os
from pathlib import Path

from bot.privacy.page import page
from bot.services.exporting import Export, document

JSON, HTML = "export.json", "export.html"
_ONLY_MINE, _ONLY_ME = 0o600, 0o700


def write(export: Export, folder: Path) -> tuple[Path, Path]:
    """Both files, readable by whoever runs this and nobody else.

    FileExistsError where one of them is there already, OSError where the folder can not be written.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=_ONLY_ME)
    for name in (JSON, HTML):
        if (folder / name).exists():
            raise FileExistsError(name)
    text = json.dumps(document(export), ensure_ascii=False, indent=2)
    return _file(folder / JSON, text + "\n"), _file(folder / HTML, page(export))


def _file(path: Path, text: str) -> Path:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE), "w", encoding="utf-8") as file:
        file.write(text)
    return path
