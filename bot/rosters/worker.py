"""Reads a school's files into who is in a class; runs as a program of its own, which can be killed.

On standard input: one line of JSON (`files`, each `[name, size]`, and `wanted`, the class, "" for none), then the bytes
of the files. On standard output: JSON, either `refused`, or what `Found` says. It imports nothing of Accord but its own
parts, archives and tables, so that it starts quickly and knows no secret.

https://www.imsglobal.org/spec/oneroster/v1p2 and
https://learn.microsoft.com/schooldatasync/sds-v2.1-csv-file-format say what such files are. A column that is not named
in COLUMNS, and a file that is not in SET, is never looked at: no password, birthday, parent or flag gets in.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

if __name__ == "__main__":  # it is begun by its file alone, and looks nowhere else for what it imports
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.rosters.archives import unpacked
from bot.rosters.tables import (
    FORMULA,
    SET,
    Faults,
    LineFault,
    ListFile,
    ListRefused,
    ListRow,
    address_in,
    day_of,
    folded,
    handle_in,
    is_gone,
    name_in,
    sheet_of,
    shown,
    side_of,
)

SIZE_MOST = 20_000_000
"""Bytes of what is sent."""
PEOPLE_MOST = 500
"""Of one class."""
CLASSES_MOST = 2_000
CPU_SECONDS = 20
MEMORY_BYTES = 700 * 1024 * 1024


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
    faults: list[LineFault] = field(default_factory=list)
    more_faults: int = 0
    first: str = ""
    last: str = ""


def _person(file: str, line: int, cells: Mapping[str, str], side: str, faults: Faults) -> Listed | None:
    """None, with a word, where nothing says who it is."""
    said = [cells.get(name, "") for name in ("name", "given", "family", "email")]
    if any(cell.startswith(FORMULA) for cell in said if len(cell) > 1):
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


def read_list(sheet: ListFile, wanted: str, faults: Faults) -> Found:
    if not sheet.columns.keys() & {"name", "family", "email", "handle"}:
        raise ListRefused("no-list")
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
        raise ListRefused("no-such-class")
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
        raise ListRefused("too-many")
    return kept


# A set of files: OneRoster 1.1 and 1.2, and School Data Sync, which is near it.


@dataclass(slots=True)
class _Class:
    line: int
    title: str
    terms: tuple[str, ...]
    gone: bool


def read_set(sheets: Mapping[str, ListFile], wanted: str, faults: Faults) -> Found:
    for name in ("users.csv", "classes.csv", "enrollments.csv"):
        if name not in sheets:
            raise ListRefused("no-users")
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
        raise ListRefused("too-many")
    if not wanted and len(found.classes) != 1:
        return found
    chosen = wanted or found.classes[0].ident
    if chosen not in classes or classes[chosen].gone:
        raise ListRefused("no-such-class")
    found.chosen = chosen
    found.people = _people(users, places.get(chosen, {}), faults)
    first, last = _term(sheets.get("academicsessions.csv"), classes[chosen], faults)
    found.first, found.last = (day.isoformat() if day else "" for day in (first, last))
    return found


def _with_ids(sheet: ListFile, faults: Faults) -> Iterator[ListRow]:
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


def _look_at_manifest(sheets: Mapping[str, ListFile], faults: Faults) -> None:
    """A file that it promises and that is not there."""
    sheet = sheets.get("manifest.csv")
    if sheet is None or not {"property", "value"} <= sheet.columns.keys():
        return
    for line, cells in sheet.rows():
        kind, _, name = cells["property"].partition(".")
        missing = f"{name.lower()}.csv" not in sheets and f"{name.lower()}.csv" in SET
        if kind == "file" and missing and folded(cells["value"]) in ("bulk", "delta"):
            faults.add(sheet.name, line, "no-file", f"{name}.csv")


def _classes(sheets: Mapping[str, ListFile], faults: Faults) -> dict[str, _Class]:
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


def _look_at_roles(sheets: Mapping[str, ListFile], users: Mapping[str, ListRow], faults: Faults) -> None:
    """Who somebody is in a class stands among the enrollments; here is only looked whether they are there at all."""
    sheet = sheets.get("roles.csv")
    if sheet is None or "user" not in sheet.columns:
        return
    for line, cells in sheet.rows():
        if cells["user"] not in users:
            faults.add(sheet.name, line, "no-user", cells["user"])


def _places(
    sheet: ListFile, classes: Mapping[str, _Class], users: Mapping[str, ListRow], faults: Faults
) -> dict[str, dict[str, str]]:
    """On which side each user is in each class; who is neither is nowhere."""
    found: dict[str, dict[str, str]] = {}
    if not {"class", "user"} <= sheet.columns.keys():
        raise ListRefused("no-users")
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


def _people(users: Mapping[str, ListRow], places: Mapping[str, str], faults: Faults) -> list[Listed]:
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


def _term(sheet: ListFile | None, of: _Class, faults: Faults) -> tuple[date | None, date | None]:
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
        raise ListRefused("too-big")
    found, faults = unpacked(files), Faults()
    if not found:
        raise ListRefused("no-list")
    named = {name: data for name, data in found.items() if name in SET}
    if "enrollments.csv" in named or ("classes.csv" in named and "users.csv" in named):
        result = read_set({name: sheet_of(name, data, faults) for name, data in named.items()}, wanted, faults)
    elif len(found) == 1:
        [(name, data)] = found.items()
        result = read_list(sheet_of(name, data, faults), wanted, faults)
    else:
        raise ListRefused("no-users")
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
    except ListRefused as refused:
        said = {"refused": refused.kind}
    except MemoryError:
        said = {"refused": "too-big"}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
