"""Files as people have them, made for the tests."""

import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from bot.domain.evidence import Checked, FilePolicy
from bot.evidence.checking import HEAD, check

SECRET = b"taken in Ana's bedroom"
GPS, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112


def jpeg(width: int = 60, height: int = 40, *, turned: int = 1, **more: Any) -> bytes:
    """With a place, a camera and a comment in it; half red, half blue."""
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (width // 2, 0, width, height))
    exif = Image.Exif()
    exif[MAKE], exif[ORIENTATION] = SECRET.decode(), turned
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 0.0)
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET, **more)
    return out.getvalue()


def png(width: int = 60, height: int = 40, mode: str = "RGBA") -> bytes:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Comment", SECRET.decode())
    out = BytesIO()
    Image.new(mode, (width, height)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def webp(width: int = 60, height: int = 40, **how: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "green").save(out, "WEBP", **how)
    return out.getvalue()


def png_bomb(side: int) -> bytes:
    """A few kilobytes that say that they are `side` by `side` pixels, and are."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    lines, packer = b"\0" * (min(side, 40_000) // 8 + 1), zlib.compressobj(9)
    data = b"".join(packer.compress(lines) for _ in range(min(side, 9_000))) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def webp_bomb(side: int) -> bytes:
    """The head of an extended WebP with a canvas of this size."""
    size = (side - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size + size + b"VP8 " + struct.pack("<I", 0)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pdf(size: int = 200) -> bytes:
    return b"%PDF-1.7\n" + b"x" * size + b"\n%%EOF"


def docx() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("_rels/.rels", "<Relationships/>")
        file.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def mp4() -> bytes:
    return struct.pack(">I", 24) + b"ftypmp42" + b"\0\0\0\0mp42isom" + b"\0" * 100


def mp3() -> bytes:
    return b"ID3\x04\0\0\0\0\0\0" + b"\0" * 100


def photo_heic(width: int = 64, height: int = 48) -> bytes:
    """One that opens, with SECRET in what it says of itself; where the extra is installed."""
    import pillow_heif

    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    out = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (width, height), (200, 30, 30))).save(out, exif=exif.tobytes(), quality=50)
    return out.getvalue()


def heic() -> bytes:
    return struct.pack(">I", 24) + b"ftypheic" + b"\0\0\0\0mif1heic" + b"\0" * 100


def checked(name: str, content: bytes, policy: FilePolicy | None = None) -> Checked:
    return check(name, len(content), content[:HEAD], policy or FilePolicy())


def written(folder: Path, content: bytes) -> Path:
    path = folder / "picture"
    path.write_bytes(content)
    return path
