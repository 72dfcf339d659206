"""Reads a file of standards, or a table, into rows; runs as a program of its own, which can be killed.

On standard input: one line of JSON (`wanted`: "standards" or "table"), then the file. On standard output: JSON, either
`refused` with `place`, or `rows`. A row of standards is `[line, code, statement, identifier, resources]` (what helps,
as it stands in its cell), and `left_out` are `[line, why]` of those that are not taken; a row of a table is
`[line, cells]`. It imports nothing of Accord, so that it starts quickly and knows no secret.

A CASE package is JSON as 1EdTech describes it (https://www.imsglobal.org/spec/CASE/v1p0). Real ones break the schema in
places: URIs are objects or strings, and most parts may be missing. What counts is what a standard is called and says.
"""

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

SIZE_MOST = 10_000_000
ROWS_MOST = 20_000
CELL_MOST = 20_000
CODE_MOST = 80
STATEMENT_MOST = 2_000
CPU_SECONDS = 8
MEMORY_BYTES = 512 * 1024 * 1024

StandardLine = tuple[int, str, str, str, str]
SkippedLine = tuple[int, str]


class StandardsRefused(Exception):
    """What can not be read; `kind` says why: empty, page, too-big, too-many, encoding, broken, no-columns, no-items,
    no-identifier, no-statement, loop. `place` says where: a line, or the way through a package."""

    def __init__(self, kind: str, place: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.place = place


def read(data: bytes) -> tuple[list[StandardLine], list[SkippedLine]]:
    """The standards of a CASE package, or of a CSV."""
    text = text_of(data)
    return of_package(text) if text.lstrip()[:1] in ("{", "[") else of_csv(text)


def text_of(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or what older office programs write: Windows-1252, which has all of Latin-1."""
    if len(data) > SIZE_MOST:
        raise StandardsRefused("too-big")
    if not data.strip():
        raise StandardsRefused("empty")
    if data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise StandardsRefused("not-csv")
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252", "latin-1"):
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            break
    else:
        raise StandardsRefused("encoding")
    if "\x00" in text:
        raise StandardsRefused("encoding")
    if text[:200].lstrip().lower().startswith(("<!doctype", "<html", "<?xml")):
        raise StandardsRefused("page")
    return text


# A table.


SEPARATORS = ",;\t|"


def table(text: str) -> Iterator[tuple[int, list[str]]]:
    """(number of its line, its cells) of each row with something in it."""
    csv.field_size_limit(CELL_MOST)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=separator_of(text))
    count, begins = 0, 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error:
            raise StandardsRefused("broken", str(rows.line_num or begins)) from None
        if row is None:
            return
        cells = [shown(cell) for cell in row]
        if any(cells):
            count += 1
            if count > ROWS_MOST + 1:
                raise StandardsRefused("too-many", str(sum(1 for line in text.splitlines() if line.strip()) - 1))
            yield begins, cells
        begins = rows.line_num + 1


def separator_of(text: str) -> str:
    """What stands most often in the first line, beside what is quoted."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", first)
    return max(SEPARATORS, key=lambda sign: (bare.count(sign), -SEPARATORS.index(sign)))


def shown(text: str) -> str:
    """On one line, without what nobody sees."""
    text = text if text.isprintable() else "".join(char if char.isprintable() else " " for char in text)
    return " ".join(text.split())


def is_formula(cell: str) -> bool:
    """Whether an office program would work it out: "=SUM(A1)", "+1", "@cmd"."""
    return cell.startswith(("=", "@", "+")) or re.match(r"-[\w.]*[(!]", cell) is not None


CODES = frozenset(
    {"code", "humancodingscheme", "standard", "standardcode", "number", "id", "codigo", "clave", "numero", "estandar"}
)
STATEMENTS = frozenset(
    {"statement", "fullstatement", "description", "text", "wording", "enunciado", "descripcion", "texto", "redaccion"}
)
IDENTIFIERS = frozenset({"identifier", "guid", "uuid", "identificador"})
RESOURCES = frozenset({"resources", "materials", "recursos", "materiales"})


def of_csv(text: str) -> tuple[list[StandardLine], list[SkippedLine]]:
    rows = table(text)
    head = next(rows, None)
    columns = {name: _column(head[1] if head else [], known) for name, known in _COLUMNS}
    if columns["code"] is None or columns["statement"] is None:
        raise StandardsRefused("no-columns", "1")

    def cell(cells: Sequence[str], at: int | None) -> str:
        return cells[at] if at is not None and at < len(cells) else ""

    at = [columns[name] for name, _ in _COLUMNS]
    return sorted_out((n, cell(c, at[0]), cell(c, at[1]), cell(c, at[2]), cell(c, at[3])) for n, c in rows)


_COLUMNS = (("code", CODES), ("statement", STATEMENTS), ("identifier", IDENTIFIERS), ("resources", RESOURCES))


def _column(head: Sequence[str], known: frozenset[str]) -> int | None:
    return next((at for at, name in enumerate(head) if bare(name) in known), None)


def bare(name: str) -> str:
    """A column's name: its letters, without accents."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in apart if char.isalnum())


def sorted_out(rows: Iterable[StandardLine]) -> tuple[list[StandardLine], list[SkippedLine]]:
    """Those that are taken, and those that are left out, with why."""
    kept: list[StandardLine] = []
    left: list[SkippedLine] = []
    seen: dict[str, str] = {}
    for number, code, statement, identifier, resources in rows:
        why = _wrong(code, statement, resources) or _again(seen, identifier or code, statement)
        if why:
            left.append((number, why))
        else:
            seen[identifier or code] = statement
            kept.append((number, code, statement, identifier, resources))
    return kept, left


def _wrong(code: str, statement: str, resources: str) -> str:
    if not code:
        return "no-code"
    if not statement:
        return "no-statement"
    if any(map(is_formula, (code, statement, resources))):
        return "formula"
    return "too-long" if len(code) > CODE_MOST or len(statement) > STATEMENT_MOST else ""


def _again(seen: dict[str, str], name: str, statement: str) -> str:
    if name not in seen:
        return ""
    return "twice" if seen[name] == statement else "code-twice"


# A CASE package.


def of_package(text: str) -> tuple[list[StandardLine], list[SkippedLine]]:
    package = _loaded(text)
    inner = package.get("CFPackage") if isinstance(package, dict) else None
    package = inner if isinstance(inner, dict) else package
    items = package.get("CFItems") if isinstance(package, dict) else package
    if not isinstance(items, list) or not items:
        raise StandardsRefused("no-items", "CFItems")
    if len(items) > ROWS_MOST:
        raise StandardsRefused("too-many", str(len(items)))
    found = [_item(item, at) for at, item in enumerate(items)]
    associations = package.get("CFAssociations") if isinstance(package, dict) else None
    refuse_loops(associations if isinstance(associations, list) else [])
    return _apart(found)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise StandardsRefused("broken", str(error.lineno)) from None
    except (RecursionError, ValueError):
        raise StandardsRefused("broken", "1") from None


def _item(item: Any, at: int) -> StandardLine:
    """Its place among the items stands for a line."""
    if not isinstance(item, dict):
        raise StandardsRefused("no-identifier", f"CFItems[{at}]")
    identifier = _text(item.get("identifier")) or _last_of(item.get("uri"))
    code = _text(item.get("humanCodingScheme")) or _text(item.get("listEnumeration"))
    if not identifier:
        raise StandardsRefused("no-identifier", f"CFItems[{at}].identifier")
    statement = _text(item.get("fullStatement"))
    if not statement:
        raise StandardsRefused("no-statement", f"CFItems[{at}].fullStatement")
    return (at + 1, code, statement, identifier, "")


def _apart(found: Sequence[StandardLine]) -> tuple[list[StandardLine], list[SkippedLine]]:
    kept: list[StandardLine] = []
    left: list[SkippedLine] = []
    seen: dict[str, str] = {}
    for number, code, statement, identifier, resources in found:
        long = len(code) > CODE_MOST or len(statement) > STATEMENT_MOST
        why = "too-long" if long else _again(seen, identifier, statement)
        if why:
            left.append((number, f"item-{why}"))
        else:
            seen[identifier] = statement
            kept.append((number, code, statement, identifier, resources))
    return kept, left


def _text(value: Any) -> str:
    return shown(value) if isinstance(value, str) else ""


def _last_of(address: Any) -> str:
    """What a URI ends with; it may be a string, or an object that has one."""
    if isinstance(address, dict):
        return _text(address.get("identifier")) or _last_of(address.get("uri"))
    return _text(address).rstrip("/").rpartition("/")[2]


def refuse_loops(associations: Sequence[Any]) -> None:
    """Refuse what is a part of itself."""
    above: dict[str, list[str]] = {}
    for one in associations:
        if isinstance(one, dict) and one.get("associationType") == "isChildOf":
            child, parent = _last_of(one.get("originNodeURI")), _last_of(one.get("destinationNodeURI"))
            if child and parent:
                above.setdefault(child, []).append(parent)
    done: set[str] = set()
    for start in above:
        _climb(start, above, done)


def _climb(start: str, above: dict[str, list[str]], done: set[str]) -> None:
    """Everything above it, without calling itself: a package may be as deep as it is long."""
    way: list[tuple[str, Iterator[str]]] = [(start, iter(above.get(start, ())))]
    on_way = {start}
    while way:
        here, parents = way[-1]
        parent = next(parents, None)
        if parent is None:
            way.pop()
            on_way.discard(here)
            done.add(here)
        elif parent in on_way:
            raise StandardsRefused("loop", parent[:60])
        elif parent not in done:
            on_way.add(parent)
            way.append((parent, iter(above.get(parent, ()))))


# The program.


def _limit() -> None:
    """Where the system knows such limits; its starter ends it in any case."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def main() -> None:
    _limit()
    asked = json.loads(sys.stdin.buffer.readline())
    said: dict[str, Any]
    try:
        data = sys.stdin.buffer.read(SIZE_MOST + 1)
        if asked["wanted"] == "table":
            said = {"rows": list(table(text_of(data)))}
        else:
            rows, left = read(data)
            said = {"rows": rows, "left_out": left}
    except StandardsRefused as refused:
        said = {"refused": refused.kind, "place": refused.place}
    except MemoryError:
        said = {"refused": "endless", "place": ""}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
