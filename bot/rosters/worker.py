"""Reads a school's files into who is in a class; runs as a program of its own, which can be killed.

On standard input: one line of JSON (`files`, each `[name, size]`, and `wanted`, the class, "" for none), then the bytes
of the files. On standard output: JSON, either `refused`, or what `Found` says. It imports nothing of Accord, so that it
starts quickly and knows no secret.

https://www.imsglobal.org/spec/oneroster/v1p2 and
https://learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format say what such files are. A column that is not named
in COLUMNS, and a file that is not in SET, is never looked at: no password, birthday, parent or flag gets in.
"""

import csv
import io
import json
import re
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date

SIZE_MOST = 20_000_000
"""Bytes of what is sent."""
UNPACKED_MOST = 60_000_000
"""Bytes of the files within a zip that are read, together."""
ENTRIES_MOST = 500
LINES_MOST = 100_000
"""Of one file."""
PEOPLE_MOST = 500
"""Of one class."""
CLASSES_MOST = 2_000
FAULTS_MOST = 200
CELL_MOST = 20_000
SHOWN_MOST = 80
CPU_SECONDS = 20
MEMORY_BYTES = 700 * 1024 * 1024

SET = frozenset(
    {"manifest.csv", "orgs.csv", "users.csv", "roles.csv", "classes.csv", "enrollments.csv", "academicsessions.csv"}
)
"""The files of a set that are read, in small letters."""
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class Refused(Exception):
    """What can not be read; `kind` says why: empty, too-big, too-many, page, excel, encoding, broken, locked, no-list,
    no-users, no-such-class."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


@dataclass(slots=True)
class Fault:
    """What is wrong with a line, or with several of a file in the same way; `line` is the first. `what` is a word of
    the file's own: the name of a column, or of who or what is not there."""

    file: str
    line: int
    key: str
    what: str = ""
    lines: int = 1


@dataclass(slots=True)
class Listed:
    """Somebody in a class. `side` is "student" or "teacher"."""

    line: int
    name: str
    email: str
    handle: str
    side: str


@dataclass(slots=True)
class ListedClass:
    ident: str
    title: str
    students: int


@dataclass(slots=True)
class Found:
    """`kind` is oneroster, sds or list. Where there are several classes and none was wanted, `people` is empty.
    `first` and `last` are the days of the class's sessions in ISO's form, "" where nothing says."""

    kind: str
    classes: list[ListedClass] = field(default_factory=list)
    chosen: str = ""
    people: list[Listed] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    more_faults: int = 0
    first: str = ""
    last: str = ""


class Faults:
    """What was found wrong; the same of many lines of a file is one fault where nothing hangs on which line it is."""

    def __init__(self) -> None:
        self.found: list[Fault] = []
        self.more = 0
        self._same: dict[tuple[str, str], Fault] = {}

    def add(self, file: str, line: int, key: str, what: str = "") -> None:
        if len(self.found) >= FAULTS_MOST:
            self.more += 1
        else:
            self.found.append(Fault(file, line, key, shown(what)))

    def of_many(self, file: str, line: int, key: str) -> None:
        same = self._same.get((file, key))
        if same is not None:
            same.lines += 1
            return
        self._same[file, key] = fault = Fault(file, line, key)
        self.found.append(fault)


def shown(text: str) -> str:
    """On one line, without what nobody sees."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(plain.split())[:SHOWN_MOST].rstrip()


# What was sent: files, or a zip of them.


def unpacked(files: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
    """Each by its name in small letters, without the folders."""
    found: dict[str, bytes] = {}
    for name, data in files:
        if not data.strip():
            raise Refused("empty")
        if data.startswith(OLD_EXCEL):
            raise Refused("excel")
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
        raise Refused("broken") from None
    except RuntimeError:  # it asks for a password
        raise Refused("locked") from None


def _entries(packed: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [one for one in packed.infolist() if not one.is_dir()]
    if len(entries) > ENTRIES_MOST:
        raise Refused("too-big")
    if any(one.filename in ("xl/workbook.xml", "[Content_Types].xml") for one in entries):
        raise Refused("excel")
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
            raise Refused("too-big")
    return found


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

Row = tuple[int, dict[str, str]]
"""The line it begins on, and its cells by the names of COLUMNS; "" for a cell that is missing."""


@dataclass(slots=True)
class Sheet:
    """A file: which columns it has, and its rows, read as they are asked for."""

    name: str
    columns: dict[str, int]
    rows: Callable[[], Iterator[Row]]


def text_of(data: bytes) -> str:
    """In the encodings that schools' programs write: UTF-8, what Excel calls Unicode, and Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        with suppress(UnicodeDecodeError):
            return data.decode("utf-16")
        raise Refused("encoding")
    if b"\x00" in data:
        raise Refused("encoding")
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"%pdf")):
        raise Refused("page")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8-sig")
    return data.decode("cp1252", "replace")


def sheet_of(name: str, data: bytes, faults: Faults) -> Sheet:
    text = text_of(data)
    if not text.strip():
        raise Refused("empty")
    delimiter = _delimiter(text)
    header = next(_cells(text, delimiter), (1, []))[1]
    columns, known = _columns(name, header, faults)
    skip = 1
    if not known:
        columns, skip = _without_header(header), 0
    return Sheet(name, columns, lambda: _rows(text, delimiter, columns, skip))


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
                raise Refused("too-many")
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        raise Refused("broken") from None


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


def _rows(text: str, delimiter: str, columns: Mapping[str, int], skip: int) -> Iterator[Row]:
    wanted = list(columns.items())
    for number, (line, cells) in enumerate(_cells(text, delimiter)):
        if number >= skip:
            many = len(cells)
            yield line, {name: cells[place].strip() if place < many else "" for name, place in wanted}


# What the cells say.

_ADDRESS = re.compile(r"[^\s@,;<>\"()]{1,64}@[^\s@,;<>\"()]{1,190}\.[^\s@,;<>\"()]{2,63}")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?", re.ASCII)
_FORMULA = ("=", "+", "-", "@")


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


def _person(file: str, line: int, cells: Mapping[str, str], side: str, faults: Faults) -> Listed | None:
    """None, with a word, where nothing says who it is."""
    said = [cells.get(name, "") for name in ("name", "given", "family", "email")]
    if any(cell.startswith(_FORMULA) for cell in said if len(cell) > 1):
        faults.add(file, line, "formula")
        return None
    person = Listed(line, name_in(cells), address_in(cells), handle_in(cells), side)
    if cells.get("email") and not person.email:
        faults.add(file, line, "email")
    if not person.name and not person.email and not person.handle:
        faults.add(file, line, "nobody")
        return None
    return person


# A list of names.


def read_list(sheet: Sheet, wanted: str, faults: Faults) -> Found:
    if not sheet.columns.keys() & {"name", "family", "email", "handle"}:
        raise Refused("no-list")
    found = Found("list")
    by_class: dict[str, list[Listed]] = {}
    for line, cells in sheet.rows():
        side = side_of(cells.get("role", ""))
        person = _person(sheet.name, line, cells, side, faults) if side and not is_gone(cells) else None
        if person is not None:
            by_class.setdefault(shown(cells.get("class", "")), []).append(person)
    found.classes = [ListedClass(name, name, len(people)) for name, people in sorted(by_class.items())]
    if len(by_class) == 1 and not wanted:
        wanted = next(iter(by_class))
    elif len(by_class) > 1 and not wanted:
        return found
    if by_class and wanted not in by_class:
        raise Refused("no-such-class")
    found.chosen = wanted
    found.people = _once_each(sheet.name, by_class.get(wanted, []), faults)
    return found


def _once_each(file: str, people: Iterable[Listed], faults: Faults) -> list[Listed]:
    """Two rows for one person are one; who is meant twice under one name alone stays, for a teacher to look at."""
    known: set[tuple[str, str]] = set()
    kept: list[Listed] = []
    for person in people:
        keys = {(way, said) for way, said in (("email", person.email), ("handle", person.handle)) if said}
        if keys & known or (not keys and ("name", folded(person.name)) in known):
            faults.add(file, person.line, "twice", person.name)
            continue
        known |= keys or {("name", folded(person.name))}
        kept.append(person)
    if len(kept) > PEOPLE_MOST:
        raise Refused("too-many")
    return kept


# A set of files: OneRoster 1.1 and 1.2, and School Data Sync, which is near it.


@dataclass(slots=True)
class _Class:
    line: int
    title: str
    terms: tuple[str, ...]
    gone: bool


def read_set(sheets: Mapping[str, Sheet], wanted: str, faults: Faults) -> Found:
    for name in ("users.csv", "classes.csv", "enrollments.csv"):
        if name not in sheets:
            raise Refused("no-users")
    found = Found("oneroster" if "manifest.csv" in sheets or "status" in sheets["users.csv"].columns else "sds")
    _look_at_manifest(sheets, faults)
    classes = _classes(sheets, faults)
    users = {cells["id"]: (line, cells) for line, cells in _with_ids(sheets["users.csv"], faults)}
    _look_at_roles(sheets, users, faults)
    places = _places(sheets["enrollments.csv"], classes, users, faults)
    found.classes = [
        ListedClass(ident, one.title or ident, sum(side == "student" for side in places.get(ident, {}).values()))
        for ident, one in classes.items()
        if not one.gone
    ]
    found.classes.sort(key=lambda one: (one.title.casefold(), one.ident))
    if len(found.classes) > CLASSES_MOST:
        raise Refused("too-many")
    if not wanted and len(found.classes) != 1:
        return found
    chosen = wanted or found.classes[0].ident
    if chosen not in classes or classes[chosen].gone:
        raise Refused("no-such-class")
    found.chosen = chosen
    found.people = _people(users, places.get(chosen, {}), faults)
    first, last = _term(sheets.get("academicsessions.csv"), classes[chosen], faults)
    found.first, found.last = (day.isoformat() if day else "" for day in (first, last))
    return found


def _with_ids(sheet: Sheet, faults: Faults) -> Iterator[Row]:
    """Each id once: of two rows the first counts."""
    if "id" not in sheet.columns:
        faults.add(sheet.name, 1, "no-id-column")
        return
    known: set[str] = set()
    for line, cells in sheet.rows():
        if cells.get("changed") and day_of(cells["changed"]) is None:
            faults.of_many(sheet.name, line, "date")
        if not cells["id"]:
            faults.add(sheet.name, line, "no-id")
        elif cells["id"] in known:
            faults.add(sheet.name, line, "id-twice", cells["id"])
        else:
            known.add(cells["id"])
            yield line, cells


def _look_at_manifest(sheets: Mapping[str, Sheet], faults: Faults) -> None:
    """A file that it promises and that is not there."""
    sheet = sheets.get("manifest.csv")
    if sheet is None or not {"property", "value"} <= sheet.columns.keys():
        return
    for line, cells in sheet.rows():
        kind, _, name = cells["property"].partition(".")
        missing = f"{name.lower()}.csv" not in sheets and f"{name.lower()}.csv" in SET
        if kind == "file" and missing and folded(cells["value"]) in ("bulk", "delta"):
            faults.add(sheet.name, line, "no-file", f"{name}.csv")


def _classes(sheets: Mapping[str, Sheet], faults: Faults) -> dict[str, _Class]:
    schools = None
    if "orgs.csv" in sheets:
        schools = {cells["id"] for _, cells in _with_ids(sheets["orgs.csv"], faults)}
    found: dict[str, _Class] = {}
    for line, cells in _with_ids(sheets["classes.csv"], faults):
        if schools is not None and cells.get("school") and cells["school"] not in schools:
            faults.add("classes.csv", line, "no-org", cells["school"])
        terms = tuple(part.strip() for part in cells.get("terms", "").split(",") if part.strip())
        found[cells["id"]] = _Class(line, shown(cells.get("title", "")), terms, is_gone(cells))
    return found


def _look_at_roles(sheets: Mapping[str, Sheet], users: Mapping[str, Row], faults: Faults) -> None:
    """Who somebody is in a class stands among the enrollments; here is only looked whether they are there at all."""
    sheet = sheets.get("roles.csv")
    if sheet is None or "user" not in sheet.columns:
        return
    for line, cells in sheet.rows():
        if cells["user"] not in users:
            faults.add(sheet.name, line, "no-user", cells["user"])


def _places(
    sheet: Sheet, classes: Mapping[str, _Class], users: Mapping[str, Row], faults: Faults
) -> dict[str, dict[str, str]]:
    """On which side each user is in each class; who is neither is nowhere."""
    found: dict[str, dict[str, str]] = {}
    if not {"class", "user"} <= sheet.columns.keys():
        raise Refused("no-users")
    for line, cells in sheet.rows():
        classroom, user = cells["class"], cells["user"]
        if classroom not in classes:
            faults.add(sheet.name, line, "no-class", classroom)
        elif user not in users:
            faults.add(sheet.name, line, "no-user", user)
        elif not is_gone(cells) and not classes[classroom].gone and (side := side_of(cells.get("role", ""))):
            here = found.setdefault(classroom, {})
            if user in here:
                faults.add(sheet.name, line, "twice", name_in(users[user][1]))
            here.setdefault(user, side)
    return found


def _people(users: Mapping[str, Row], places: Mapping[str, str], faults: Faults) -> list[Listed]:
    found: list[Listed] = []
    for user, side in places.items():
        line, cells = users[user]
        if is_gone(cells):
            faults.add("users.csv", line, "gone", name_in(cells))
            continue
        person = _person("users.csv", line, cells, side, faults)
        if person is not None:
            found.append(person)
    return _once_each("users.csv", sorted(found, key=lambda one: one.line), faults)


def _term(sheet: Sheet | None, of: _Class, faults: Faults) -> tuple[date | None, date | None]:
    """From the first day of its sessions to the last one."""
    first: date | None = None
    last: date | None = None
    known: set[str] = set()
    for line, cells in _with_ids(sheet, faults) if sheet is not None else ():
        known.add(cells["id"])
        if cells["id"] not in of.terms or is_gone(cells):
            continue
        days = [day_of(cells.get(name, "")) for name in ("starts", "ends")]
        if days[0] is None or days[1] is None or days[1] < days[0]:
            faults.add("academicsessions.csv", line, "term-date")
            continue
        first, last = min(first or days[0], days[0]), max(last or days[1], days[1])
    for term in of.terms:
        if sheet is not None and term not in known:
            faults.add("classes.csv", of.line, "no-term", term)
    return first, last


# The program.


def read(files: Sequence[tuple[str, bytes]], wanted: str = "") -> Found:
    """Raises Refused."""
    if sum(len(data) for _, data in files) > SIZE_MOST:
        raise Refused("too-big")
    found, faults = unpacked(files), Faults()
    if not found:
        raise Refused("no-list")
    named = {name: data for name, data in found.items() if name in SET}
    if "enrollments.csv" in named or ("classes.csv" in named and "users.csv" in named):
        result = read_set({name: sheet_of(name, data, faults) for name, data in named.items()}, wanted, faults)
    elif len(found) == 1:
        [(name, data)] = found.items()
        result = read_list(sheet_of(name, data, faults), wanted, faults)
    else:
        raise Refused("no-users")
    result.faults = sorted(faults.found, key=lambda one: (one.file, one.line))
    result.more_faults = faults.more
    return result


def _limit() -> None:
    """Where the system knows such limits; its starter ends it in any case."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    _limit()
    asked = json.loads(sys.stdin.buffer.readline())
    files = [(name, sys.stdin.buffer.read(size)) for name, size in asked["files"]]
    try:
        said = asdict(read(files, asked["wanted"]))
    except Refused as refused:
        said = {"refused": refused.kind}
    except MemoryError:
        said = {"refused": "too-big"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
