"""Work that students hand in: files with a word of their own in the name, and in what can be read of them."""

import random
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from sandbox.core import Core
from sandbox.state import FileTrouble

File = tuple[str, bytes]
"""Its name, and what is in it."""

KINDS = (("pdf", 10), ("txt", 6), ("png", 4), ("exe", 1), ("empty", 1), ("zip", 1))
"""Each kind, and how often it is handed in; the last three are not taken."""

SCANNED_FOR = (2.0, 20.0, 100.0, 400.0)
"""Seconds until Slack has scanned a file; the last is longer than Accord waits."""


def file(rng: random.Random, word: str) -> File:
    (kind,) = rng.choices([kind for kind, _ in KINDS], [often for _, often in KINDS])
    page = f"%PDF-1.4\n{word}\n%%EOF\n".encode()
    made = {
        "pdf": (f"{word}.pdf", page),
        "txt": (f"my page {word}.txt", f"once upon a time {word}".encode()),
        "png": (f"{word}.png", _picture(word)),
        "exe": (f"{word}.pdf.exe", page),
        "empty": (f"{word}.pdf", b""),
        "zip": (f"{word}.zip", b"PK\x03\x04" + b"\0" * 60),
    }
    return made[kind]


def _picture(word: str) -> bytes:
    """A grey point, with the word hidden in it."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"tEXt", b"Comment\0" + word.encode()),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in parts
    )


@contextmanager
def as_slack_has_it(core: Core, rng: random.Random) -> Iterator[None]:
    """Files that are handed in meanwhile are mostly there at once; some are scanned for long, or never given out."""
    chance, before = rng.random(), core.state.file_trouble
    if chance < 0.15:
        core.state.file_trouble = FileTrouble(scanned_at=core.now().timestamp() + rng.choice(SCANNED_FOR))
    elif chance < 0.22:
        odd = (FileTrouble("hidden_by_limit"), FileTrouble("external"), FileTrouble("check_file_info"))
        core.state.file_trouble = rng.choice((*odd, FileTrouble(served="page"), FileTrouble(served="half")))
    try:
        yield
    finally:
        core.state.file_trouble = before
