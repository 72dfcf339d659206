"""Sets sheets and pictures with typst. It takes some milliseconds of work, so whoever calls is off the event loop.

Every sheet is set as a tagged PDF by the rules of PDF/UA-1, which typst checks as it goes: it refuses a sheet without
a title, a picture without words, a sign that no font has. Such a sign is replaced by a mark that can be seen, and it
is said at the end of the sheet: nobody is refused their document, and none has an empty box in it.
"""

import importlib
import json
import re
import threading
import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.documents.picture import Picture
from bot.documents.sheet import Sheet, as_data

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "data"
FONTS = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Packages with fonts in them; the second, for Chinese, Japanese and Korean, where a school has installed it."""
MARK = "[?]"
TRIES = 6
"""A sign that is replaced may leave another one behind it that does not stand alone."""
DOTS_PER_INCH = 144
KEPT_BYTES = 8_000_000

_UNSHOWN = re.compile(r"error: PDF/UA-1 error: the text (?:contains the disallowed codepoint )?`\"(.+?)\"`")
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_JOINERS = frozenset(map(chr, (0x200C, 0x200D, 0x20E3, *range(0xFE00, 0xFE10), *range(0xE0020, 0xE0080))))
"""They make one sign of those around them. Where no font has that, these stand side by side."""
_PRINTED = frozenset(map(chr, range(0x20, 0x7F)))
"""Every font has them: typst names one where something hangs on it that none has."""
_NO_SIGN = frozenset({"Cc", "Co", "Cs"})
_MENDED = frozenset("\n\t")


class Unprintable(Exception):
    """typst refuses it for something else than a sign: the template is wrong."""


def pdf(sheet: Sheet) -> bytes:
    return _kept("sheet", as_data(sheet), _tagged)


def png(picture: Picture) -> bytes:
    """One picture, 960 pixels wide."""
    return _kept("picture", as_data(picture), _drawn)


def pages(sheet: Sheet, dots_per_inch: int) -> list[bytes]:
    """As pictures, to be looked at."""
    _, given = legible("sheet", as_data(sheet))
    made = _compiled("sheet", given, format="png", ppi=dots_per_inch)
    return made if isinstance(made, list) else [made]


# What was made lately is not made again.


class _Shelf:
    """Bytes by what they were made of; what was not asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def get(self, name: str) -> bytes | None:
        with self._lock:
            if name in self._made:
                self._made.move_to_end(name)
            return self._made.get(name)

    def put(self, name: str, content: bytes) -> None:
        with self._lock:
            if name in self._made:
                return
            self._made[name] = content
            self._size += len(content)
            while self._size > self._most and len(self._made) > 1:
                _, gone = self._made.popitem(last=False)
                self._size -= len(gone)


_shelf = _Shelf(KEPT_BYTES)


def _kept(template: str, data: dict[str, Any], make: Callable[[str, dict[str, Any]], bytes]) -> bytes:
    name = sha256(f"{template}:{_written(data)}".encode()).hexdigest()
    found = _shelf.get(name)
    if found is None:
        found = make(template, data)
        _shelf.put(name, found)
    return found


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, sort_keys=True)


# Setting.


_one_at_a_time = threading.Lock()
"""A compiler is one thread's at a time; and two at once would only share the processor."""


def _tagged(template: str, data: dict[str, Any]) -> bytes:
    return legible(template, data)[0]


def _drawn(template: str, data: dict[str, Any]) -> bytes:
    """Without the rules of PDF/UA a sign that no font has would be a silent box: so a PDF is made first."""
    made = _compiled(template, legible(template, data)[1], format="png", ppi=DOTS_PER_INCH)
    return made[0] if isinstance(made, list) else bytes(made)


def legible(template: str, data: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """The PDF, and the data that it was made of: with a mark for each sign that could not be shown."""
    said, marked = _without(data, _no_signs(data))
    for _ in range(TRIES):
        given = {**said, "marked": marked}
        try:
            return bytes(_compiled(template, given, format="pdf", pdf_standards=["ua-1"])), given
        except _refusal() as error:
            unshown = _unshown(str(error.diagnostic)) - _PRINTED
            if not unshown:
                raise Unprintable(str(error.message)) from error
        joiners = unshown & _JOINERS
        said, more = _without(said, joiners or unshown, "" if joiners else MARK)
        marked = marked or (more and not joiners)
    raise Unprintable("signs that can not be shown")


def _compiled(template: str, data: dict[str, Any], **how: Any) -> Any:
    with _one_at_a_time:
        return _compiler(template).compile(sys_inputs={"data": _written(data)}, timestamp=0, **how)


@cache
def _compiler(template: str) -> "typst.Compiler":
    """Loaded when the first sheet is made: the library takes 84 MB on the disk and 40 in memory."""
    import typst

    return typst.Compiler(
        str(TEMPLATES / f"{template}.typ"), root=str(TEMPLATES), font_paths=_fonts(), ignore_system_fonts=True
    )


@cache
def _fonts() -> "typst.Fonts":
    """Those alone that are installed with us, so that a sheet looks the same on every machine."""
    import typst

    folders = [str(Path(str(importlib.import_module(name).__file__)).parent) for name in FONTS if find_spec(name)]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _refusal() -> "type[typst.TypstError]":
    import typst

    return typst.TypstError


def _unshown(diagnostic: str) -> set[str]:
    """The signs that typst names."""
    found: set[str] = set()
    for named in _UNSHOWN.findall(diagnostic):
        found |= set(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), named))
    return found


def _no_signs(data: Any) -> set[str]:
    """What no font can have: controls, halves of signs, and code points for private use."""
    return {sign for text in _texts(data) for sign in set(text) - _MENDED if unicodedata.category(sign) in _NO_SIGN}


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for one in data.values():
            yield from _texts(one)
    elif isinstance(data, list):
        for one in data:
            yield from _texts(one)


def _without(data: dict[str, Any], signs: set[str], instead: str = MARK) -> tuple[dict[str, Any], bool]:
    """The data with something else for each run of these signs; whether there was one."""
    if not signs:
        return data, False
    pattern = re.compile(f"[{re.escape(''.join(sorted(signs)))}]+")
    replaced: dict[str, Any] = _replaced(data, pattern, instead)
    return replaced, replaced != data


def _replaced(data: Any, pattern: re.Pattern[str], instead: str) -> Any:
    if isinstance(data, str):
        return pattern.sub(instead, data)
    if isinstance(data, dict):
        return {name: _replaced(one, pattern, instead) for name, one in data.items()}
    if isinstance(data, list):
        return [_replaced(one, pattern, instead) for one in data]
    return data
