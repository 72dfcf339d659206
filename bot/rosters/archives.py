"""What was sent: files, or a zip of them, of which no more is unpacked than is read."""

import io
import zipfile
from collections.abc import Sequence

from bot.rosters.tables import SET, ListRefused

UNPACKED_MOST = 60_000_000
"""Bytes of the files within a zip that are read, together."""
ENTRIES_MOST = 500
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def unpacked(files: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
    """Each by its name in small letters, without the folders."""
    found: dict[str, bytes] = {}
    for name, data in files:
        if not data.strip():
            raise ListRefused("empty")
        if data.startswith(OLD_EXCEL):
            raise ListRefused("excel")
        if data.startswith(b"PK"):
            found.update(_of_zip(data))
        else:
            found[_plain_name(name)] = data
    return found


def _plain_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].strip().lower() or "file"


def _of_zip(data: bytes) -> dict[str, bytes]:
    """Only what is read is unpacked, and no more of it than may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _entries(packed)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, OSError, ValueError):
        raise ListRefused("broken") from None
    except RuntimeError:  # it asks for a password
        raise ListRefused("locked") from None


def _entries(packed: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [one for one in packed.infolist() if not one.is_dir()]
    if len(entries) > ENTRIES_MOST:
        raise ListRefused("too-big")
    if any(one.filename in ("xl/workbook.xml", "[Content_Types].xml") for one in entries):
        raise ListRefused("excel")
    sheets = [one for one in entries if _plain_name(one.filename).endswith(".csv") and "__MACOSX" not in one.filename]
    wanted = [one for one in sheets if _plain_name(one.filename) in SET] or sheets[:1]
    found: dict[str, bytes] = {}
    left = UNPACKED_MOST
    for one in sorted(wanted, key=lambda entry: entry.filename.count("/")):
        name = _plain_name(one.filename)
        if name in found:
            continue
        with packed.open(one) as entry:
            found[name] = entry.read(left + 1)
        left -= len(found[name])
        if left < 0:
            raise ListRefused("too-big")
    return found
