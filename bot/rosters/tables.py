"""A file as rows of cells, whatever program wrote it, and what its cells say. It imports nothing of Accord."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

LINES_MOST = 100_000
"""Of one file."""
FAULTS_MOST = 200
CELL_MOST = 20_000
SHOWN_MOST = 80
SET = frozenset(
    {"manifest.csv", "orgs.csv", "users.csv", "roles.csv", "classes.csv", "enrollments.csv", "academicsessions.csv"}
)
"""The files of a set that are read, in small letters."""


class ListRefused(Exception):
    """What can not be read; `kind` says why: empty, too-big, too-many, page, excel, encoding, broken, locked, no-list,
    no-users, no-such-class."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(slots=True)
class LineFault:
    """What is wrong with a line, or with several of a file in the same way; `line` is the first. `what` is a word of
    the file's own: the name of a column, or of who or what is not there."""

    file: str
    line: int
    key: str
    what: str = ""
    lines: int = 1


class Faults:
    """What was found wrong; the same of many lines of a file is one fault where nothing hangs on which line it is."""

    def __init__(self) -> None:
        self.found: list[LineFault] = []
        self.more = 0
        self._same: dict[tuple[str, str], LineFault] = {}

    def add(self, file: str, line: int, key: str, what: str = "") -> None:
        if len(self.found) >= FAULTS_MOST:
            self.more += 1
        else:
            self.found.append(LineFault(file, line, key, shown(what)))

    def of_many(self, file: str, line: int, key: str) -> None:
        same = self._same.get((file, key))
        if same is not None:
            same.lines += 1
            return
        self._same[file, key] = fault = LineFault(file, line, key)
        self.found.append(fault)


def shown(text: str) -> str:
    """On one line, without what nobody sees."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(plain.split())[:SHOWN_MOST].rstrip()


# A file as rows of cells, under the names that we have for its columns.

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("sourcedid",),
    "status": ("status",),
    "enabled": ("enableduser",),
    "changed": ("datelastmodified",),
    "email": (
        *("email", "emailaddress", "mail", "studentemail", "schoolemail"),
        *("correo", "correoelectronico", "direcciondecorreo", "direcciondecorreoelectronico"),
    ),
    "ad": ("activedirectorymatchid",),
    "handle": ("username", "handle", "slack", "slackhandle", "slackname", "login", "usuario"),
    "given": ("givenname", "firstname", "first", "forename", "nombre", "nombres", "nombredepila"),
    "family": ("familyname", "lastname", "last", "surname", "apellido", "apellidos"),
    "preferred": ("preferredgivenname", "preferredfirstname", "prefferedgivenname"),
    "name": (
        *("name", "fullname", "student", "studentname", "displayname", "pupil"),
        *("nombrecompleto", "nombreyapellidos", "apellidosynombre", "alumno", "alumna", "estudiante"),
    ),
    "role": ("role", "rol"),
    "class": ("classsourcedid", "class", "classname", "section", "clase", "grupo"),
    "user": ("usersourcedid",),
    "title": ("title",),
    "terms": ("termsourcedids", "sessionsourcedids"),
    "school": ("schoolsourcedid", "orgsourcedid"),
    "parent": ("parentsourcedid",),
    "starts": ("startdate",),
    "ends": ("enddate",),
    "property": ("propertyname",),
    "value": ("value",),
}
_BY_HEADER = {header: name for name, headers in COLUMNS.items() for header in headers}
MISSPELT = frozenset({"prefferedgivenname", "prefferedmiddlename", "prefferedfamilyname", "datalastmodified"})
"""Headers that schools' files have in the place of those of the standard."""
_TEACHES = frozenset({"teacher", "professor", "instructor", "lecturer", "faculty", "coteacher", "docente", "profesor"})
_LEARNS = frozenset({"student", "learner", "pupil", "", "alumno", "alumna", "estudiante"})
_GONE = frozenset({"tobedeleted", "inactive"})

ListRow = tuple[int, dict[str, str]]
"""The line it begins on, and its cells by the names of COLUMNS; "" for a cell that is missing."""


@dataclass(slots=True)
class ListFile:
    """A file: which columns it has, and its rows, read as they are asked for."""

    name: str
    columns: dict[str, int]
    rows: Callable[[], Iterator[ListRow]]


def text_of(data: bytes) -> str:
    """In the encodings that schools' programs write: UTF-8, what Excel calls Unicode, and Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-16")
        raise ListRefused("encoding")
    if b"\x00" in data:
        raise ListRefused("encoding")
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"%pdf")):
        raise ListRefused("page")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    return data.decode("cp1252", "replace")


def sheet_of(name: str, data: bytes, faults: Faults) -> ListFile:
    text = text_of(data)
    if not text.strip():
        raise ListRefused("empty")
    delimiter = _delimiter(text)
    header = next(_cells(text, delimiter), (1, []))[1]
    columns, known = _columns(name, header, faults)
    skip = 1
    if not known:
        columns, skip = _without_header(header), 0
    return ListFile(name, columns, lambda: _rows(text, delimiter, columns, skip))


def _delimiter(text: str) -> str:
    head = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t|", key=lambda one: (head.count(one), one == ","))


def _cells(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins on. Blank ones are left out."""
    csv.field_size_limit(CELL_MOST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            if line > LINES_MOST + 1:
                raise ListRefused("too-many")
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        raise ListRefused("broken") from None


def folded(text: str) -> str:
    """Small letters without accents, blanks and signs: "Correo electrónico" is "correoelectronico"."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if c.isalnum())


def _columns(file: str, header: Sequence[str], faults: Faults) -> tuple[dict[str, int], bool]:
    """Where the columns are that are read; whether this is a header at all."""
    found: dict[str, int] = {}
    for place, cell in enumerate(header):
        name = folded(cell)
        if name in MISSPELT:
            faults.add(file, 1, "header", cell)
        if file in SET and not name:
            faults.of_many(file, 1, "no-header")
        if name in _BY_HEADER:
            found.setdefault(_BY_HEADER[name], place)
    if "given" in found and "family" not in found and "name" not in found and file not in SET:
        found["name"] = found.pop("given")  # "nombre" alone is all of it
    return found, bool(found)


def _without_header(first: Sequence[str]) -> dict[str, int]:
    """A list that begins at once: the column with an address, and the longest other one."""
    addresses = [place for place, cell in enumerate(first) if is_address(cell)]
    others = [place for place in range(len(first)) if place not in addresses and re.search(r"[^\W\d_]", first[place])]
    if not addresses:
        return {}
    found = {"email": addresses[0]}
    if others:
        found["name"] = max(others, key=lambda place: len(first[place]))
    return found


def _rows(text: str, delimiter: str, columns: Mapping[str, int], skip: int) -> Iterator[ListRow]:
    wanted = list(columns.items())
    for number, (line, cells) in enumerate(_cells(text, delimiter)):
        if number >= skip:
            many = len(cells)
            yield line, {name: cells[place].strip() if place < many else "" for name, place in wanted}


# What the cells say.

_ADDRESS = re.compile(r"[^\s@,;<>\"()]{1,64}@[^\s@,;<>\"()]{1,190}\.[^\s@,;<>\"()]{2,63}")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.ASCII)
FORMULA = ("=", "+", "-", "@")


def is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text.strip()) is not None


def day_of(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    with suppress(ValueError):
        return date(int(found[1]), int(found[2]), int(found[3]))
    return None


def side_of(role: str) -> str:
    """ "" for whoever is neither: a parent, an aide, an administrator."""
    word = folded(role)
    if word in _TEACHES:
        return "teacher"
    return "student" if word in _LEARNS else ""


def is_gone(cells: Mapping[str, str]) -> bool:
    return folded(cells.get("status", "")) in _GONE or folded(cells.get("enabled", "")) in ("false", "no", "0")


def name_in(cells: Mapping[str, str]) -> str:
    given = cells.get("preferred") or cells.get("given", "")
    whole = cells.get("name") or f"{given} {cells.get('family', '')}"
    if "," in whole and whole.count(",") == 1:  # "Lee, Ana"
        family, _, given = whole.partition(",")
        whole = f"{given} {family}"
    return shown(whole)


def address_in(cells: Mapping[str, str]) -> str:
    for name in ("email", "ad", "handle"):
        found = cells.get(name, "")
        if is_address(found):
            return found.lower()
    return ""


def handle_in(cells: Mapping[str, str]) -> str:
    found = cells.get("handle", "").lstrip("@").lower()
    return "" if "@" in found else shown(found)
