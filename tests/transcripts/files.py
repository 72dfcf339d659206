"""A small valid file of each kind that people send."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

_GIF = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    b"!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)
_TEXT = b"A page of notes.\n"


def named(name: str) -> tuple[str, bytes]:
    """A file of this name, valid by its ending; notes where the ending says nothing."""
    ending = name.rpartition(".")[2].lower()
    return name, _MADE.get(ending, lambda: _TEXT)()


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def _jpeg() -> bytes:
    """One grey pixel: each table of codes has a single one, so that the pixel takes two bits."""
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    steps = b"\xff\xdb\x00\x43\x00" + b"\x01" * 64
    frame = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    codes = b"".join(b"\xff\xc4\x00\x14" + table + b"\x01" + b"\x00" * 16 for table in (b"\x00", b"\x10"))
    return head + steps + frame + codes + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x3f\xff\xd9"


def _pdf() -> bytes:
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )
    made, places = b"%PDF-1.4\n", []
    for number, what in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj%sendobj\n" % (number, what)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 4\n0000000000 65535 f \n" + table + end


def _wav() -> bytes:
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + b"data" + struct.pack("<I", 2) + b"\x80\x80"
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _boxes(brand: bytes) -> bytes:
    """MP4 and its kin: a file of named boxes."""
    kind = b"ftyp" + brand + struct.pack(">I", 0) + brand
    return struct.pack(">I", len(kind) + 4) + kind + struct.pack(">I", 8) + b"mdat"


def _office(part: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        kinds = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        package.writestr("[Content_Types].xml", kinds)
        package.writestr(part, "<document/>")
    return written.getvalue()


_MADE: Mapping[str, Callable[[], bytes]] = {
    "png": _png,
    "gif": lambda: _GIF,
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "heic": lambda: _boxes(b"heic"),
    "pdf": _pdf,
    "wav": _wav,
    "mp3": lambda: b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x10\x00" + b"\0" * 100,
    "mp4": lambda: _boxes(b"isom"),
    "m4a": lambda: _boxes(b"M4A "),
    "mov": lambda: _boxes(b"qt  "),
    "docx": lambda: _office("word/document.xml"),
    "xlsx": lambda: _office("xl/workbook.xml"),
    "pptx": lambda: _office("ppt/presentation.xml"),
    "zip": lambda: _office("notes.txt"),
}
