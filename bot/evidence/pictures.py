"""A student's picture, drawn anew: without the place where it was taken, the camera, and words hidden in it.

A picture of some kilobytes can unfold to gigabytes, so its size is read before anything of it is loaded, and one is
drawn at a time.
"""

import asyncio
import importlib.util
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bot.domain.evidence import Unfit, Why

if TYPE_CHECKING:
    from PIL import Image

PIXELS_MOST = 40_000_000
SIDE_MOST = 2048
FORMATS = ("JPEG", "PNG", "WEBP")
WEBP_HEAD = 30
_BOXES = b"ftyp"
"""Of what is taken for a picture, HEIC alone begins with boxes."""
_DAMAGED = (
    *(OSError, ValueError, SyntaxError, TypeError, IndexError, KeyError, OverflowError, EOFError, RuntimeError),
    *(struct.error, zlib.error),
)


class Studio:
    """Draws one picture at a time, in a thread."""

    def __init__(self) -> None:
        self._one = asyncio.Semaphore(1)

    async def draw(self, path: Path) -> tuple[bytes, str]:
        """As `drawn_anew`."""
        async with self._one:
            return await asyncio.to_thread(drawn_anew, path)


def drawn_anew(path: Path) -> tuple[bytes, str]:
    """The picture and its media type. Unfit where it can not be read, or is too large to be loaded."""
    from PIL import Image  # 60 ms and some megabytes, for whoever sends a picture

    Image.MAX_IMAGE_PIXELS = None  # Pillow would warn of what is refused here
    _look_at_webp(path)
    is_heic = _is_heic(path)
    try:
        with Image.open(path, formats=_heic_alone() if is_heic else FORMATS) as picture:
            if picture.width * picture.height > PIXELS_MOST:
                raise Unfit(Why.TOO_MANY_PIXELS)
            return _drawn(picture)
    except (*_DAMAGED, MemoryError):
        raise Unfit(Why.HEIC if is_heic else Why.BROKEN) from None


def reads_heic() -> bool:
    """Whether the extra is installed."""
    return importlib.util.find_spec("pillow_heif") is not None


def _is_heic(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(8)[4:] == _BOXES


def _heic_alone() -> tuple[str]:
    import pillow_heif  # 27 MB that come with an extra

    pillow_heif.register_heif_opener(thumbnails=False)
    return ("HEIF",)


def _drawn(picture: "Image.Image") -> tuple[bytes, str]:
    """Made small before it is turned: turning makes a copy."""
    from PIL import ImageOps

    is_png = picture.format == "PNG"
    picture.draft("RGB", (SIDE_MOST, SIDE_MOST))
    picture.thumbnail((SIDE_MOST, SIDE_MOST))
    upright = ImageOps.exif_transpose(picture)
    plain = upright.convert("RGBA" if is_png and upright.has_transparency_data else "RGB")
    plain.info.clear()  # a JPEG's comment would be written again
    out = BytesIO()
    if is_png:
        plain.save(out, "PNG")
        return out.getvalue(), "image/png"
    plain.save(out, "JPEG", quality=85)
    return out.getvalue(), "image/jpeg"


def _look_at_webp(path: Path) -> None:
    """A WebP's whole canvas is made room for when it is opened: what its head says is looked at before."""
    with path.open("rb") as file:
        head = file.read(WEBP_HEAD)
    size = _webp_size(head) if head[:4] == b"RIFF" and head[8:12] == b"WEBP" and len(head) == WEBP_HEAD else None
    if size is not None and size[0] * size[1] > PIXELS_MOST:
        raise Unfit(Why.TOO_MANY_PIXELS)


def _webp_size(head: bytes) -> tuple[int, int] | None:
    """https://developers.google.com/speed/webp/docs/riff_container"""
    form = head[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if form == b"VP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    return None
