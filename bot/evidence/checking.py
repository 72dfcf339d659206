"""What a file is: by what is in it, its size and its name. Nothing of it is run, unpacked or believed."""

from pathlib import PurePath

from bot.domain.evidence import Checked, FileKind, FilePolicy, Unfit, Why
from bot.evidence.pictures import reads_heic

HEAD = 16_384
"""Bytes from the beginning that tell what a file is."""
NAME_MOST = 100

_OFFICE = "application/vnd.openxmlformats-officedocument."

TAKEN: dict[str, tuple[FileKind, tuple[str, ...]]] = {
    "image/jpeg": (FileKind.PICTURE, (".jpg", ".jpeg")),
    "image/png": (FileKind.PICTURE, (".png",)),
    "image/webp": (FileKind.PICTURE, (".webp",)),
    "application/pdf": (FileKind.DOCUMENT, (".pdf",)),
    f"{_OFFICE}wordprocessingml.document": (FileKind.DOCUMENT, (".docx",)),
    f"{_OFFICE}spreadsheetml.sheet": (FileKind.DOCUMENT, (".xlsx",)),
    f"{_OFFICE}presentationml.presentation": (FileKind.DOCUMENT, (".pptx",)),
    "application/vnd.oasis.opendocument.text": (FileKind.DOCUMENT, (".odt",)),
    "text/plain": (FileKind.DOCUMENT, (".txt",)),
    "audio/mpeg": (FileKind.AUDIO, (".mp3",)),
    "audio/mp4": (FileKind.AUDIO, (".m4a", ".mp4")),
    "audio/wav": (FileKind.AUDIO, (".wav",)),
    "audio/x-wav": (FileKind.AUDIO, (".wav",)),
    "audio/ogg": (FileKind.AUDIO, (".ogg", ".oga", ".opus")),
    "video/mp4": (FileKind.VIDEO, (".mp4", ".m4v", ".m4a")),
    "video/x-m4v": (FileKind.VIDEO, (".m4v", ".mp4")),
    "video/quicktime": (FileKind.VIDEO, (".mov", ".qt")),
    "video/webm": (FileKind.VIDEO, (".webm",)),
}
"""What is taken at all, with the endings that its name may have, the usual one first."""

HEIC = frozenset({"image/heic", "image/heif"})
"""As iPhones take them: where the extra that reads them is installed."""
_HEIC_ENDINGS = (".heic", ".heif")
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", *_HEIC_ENDINGS})


def check(name: str, size: int, head: bytes, policy: FilePolicy) -> Checked:
    """What it is, by its first HEAD bytes. Unfit where it is not taken."""
    if size == 0:
        raise Unfit(Why.EMPTY)
    if is_page(head):
        raise Unfit(Why.NOT_SENT)
    if size > policy.size_most:
        raise Unfit(Why.TOO_BIG)
    media_type = _kind_of(head)
    if media_type in HEIC and FileKind.PICTURE in policy.kinds and not reads_heic():
        raise Unfit(Why.HEIC)
    kind, endings = (FileKind.PICTURE, _HEIC_ENDINGS) if media_type in HEIC else TAKEN.get(media_type, (None, ()))
    if kind is None or kind not in policy.kinds:
        raise Unfit(Why.KIND)
    ending = _ending(name)
    if not _goes_with(ending, kind, endings):
        raise Unfit(Why.NAME)
    return Checked(kind, media_type, ending if ending in endings else endings[0])


def may_be_taken(name: str, policy: FilePolicy) -> bool:
    """By its name alone: whether a smaller one could be."""
    kinds = {kind for kind, endings in TAKEN.values() if _ending(name) in endings}
    return not kinds or not kinds.isdisjoint(policy.kinds)


def is_page(head: bytes) -> bool:
    """Whether it is a web page: what Slack gives whoever may not have a file."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head"))


def shown_name(name: str, checked: Checked) -> str:
    """What it is called here: no path, short, with the ending of what it is."""
    stem = PurePath(name.replace("\\", "/")).name
    if _ending(stem):
        stem = stem[: stem.rindex(".")]
    kept = "".join(char for char in stem if char.isprintable()).strip(" .")
    return f"{kept[:NAME_MOST] or 'file'}{checked.ending}"


def _kind_of(head: bytes) -> str:
    import filetype  # who sends no file need not wait for it

    found = filetype.guess(head)
    if found is not None:
        return str(found.mime)
    return "text/plain" if _is_text(head) else ""


def _is_text(head: bytes) -> bool:
    """Plain words; no markup, and nothing that a computer would run."""
    if head.lstrip().startswith((b"<", b"#!", b"MZ", b"\x7fELF")):
        return False
    try:
        text = head[: HEAD - 4].decode("utf-8") if len(head) < HEAD else head[: HEAD - 4].decode("utf-8", "ignore")
    except UnicodeDecodeError:
        return False
    return not any(ord(char) < 32 and char not in "\t\r\n\f" for char in text)


def _ending(name: str) -> str:
    """The last one, in small letters: ".exe" of "essay.pdf.exe"; "" for none, and for what is no ending ("3.5 km")."""
    _, dot, last = name.strip().rpartition(".")
    return f".{last.lower()}" if dot and last.isascii() and last.isalnum() and len(last) <= 5 else ""


def _goes_with(ending: str, kind: FileKind, endings: tuple[str, ...]) -> bool:
    """A picture that is called by the name of another kind of picture is drawn anew in any case."""
    return not ending or ending in endings or (kind is FileKind.PICTURE and ending in _PICTURES)
