"""Files of standards as they come: of office programs, of CASE servers, and of nobody who means well."""

import asyncio
import csv
import io
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.bringing import FileUnread, LineLeftOut
from bot.standards import reading
from bot.standards.worker import ROWS_MOST, SIZE_MOST, StandardsRefused, of_csv, read


def _said(data: bytes) -> list[tuple[str, str]]:
    return [(code, statement) for _, code, statement, *_ in read(data)[0]]


def _refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(StandardsRefused) as refused:
        read(data)
    return refused.value.kind, refused.value.place


async def test_what_helps_is_read_beside_and_private_links_are_left_out() -> None:
    table = (
        "code,statement,Materiales\nA,one,The reader; https://example.org/a | a map\nB,two,\n"
        "C,three,http://localhost/c\nD,four,https://x:y@example.org\nE,five,=1+1\n"
        "F,six,a; b; c; d; e; f; g\n"
    )
    read_file = await reading.read_standards(table.encode())
    assert json.loads(read_file.found) == [
        ["A", "one", "", ["The reader", "https://example.org/a", "a map"]],
        ["B", "two", "", []],
    ]
    assert [(one.line, one.why) for one in read_file.left_out] == [
        (4, "menu-private-link"),
        (5, "menu-link-with-key"),
        (6, "formula"),
        (7, "menu-resources"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "Code,Statement\nA.1,Añadir\n".encode(),
        "\ufeffCode,Statement\r\nA.1,Añadir\r\n".encode(),
        "Código;Enunciado\nA.1;Añadir\n".encode("latin-1"),
        "statement\tcode\nAñadir\tA.1\n".encode("utf-16"),
        'HUMAN CODING SCHEME,"Full\nStatement",Grade\nA.1,"Aña\x07dir",6'.encode().replace(b"Full\n", b"Full"),
        "\n\nid|texto\n|\nA.1|Añadir\n".encode(),
    ],
    ids=["plain", "bom", "latin-1, semicolons", "tabs, utf-16", "quoted", "blank lines"],
)
def test_a_table_is_read_as_it_comes(data: bytes) -> None:
    found = _said(data)
    assert [(code, statement.replace(" ", "")) for code, statement in found] == [("A.1", "Añadir")]


def test_lines_that_are_left_out_are_named() -> None:
    table = 'code,statement\nA,one\n,two\nB,\nC,=1+1\nA,one\nA,other\n"D\nd",four\nE,' + "x" * 2001 + "\n"
    rows, left = of_csv(table)
    assert [row[:3] for row in rows] == [(2, "A", "one"), (8, "D d", "four")]
    assert left == [
        (3, "no-code"),
        (4, "no-statement"),
        (5, "formula"),
        (6, "twice"),
        (7, "code-twice"),
        (10, "too-long"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", ("empty", "")),
        (b" \n", ("empty", "")),
        (b"<!DOCTYPE html><html>", ("page", "")),
        (b"PK\x03\x04...", ("not-csv", "")),
        (b"a,b\n1,2\n", ("no-columns", "1")),
        (b"code,statement\nA\x00,b", ("encoding", "")),
        (b"x" * (SIZE_MOST + 1), ("too-big", "")),
        (b'{"CFItems": []}', ("no-items", "CFItems")),
        (b'{"CFDocument": {}}', ("no-items", "CFItems")),
        (b'{"CFItems": [', ("broken", "1")),
        (b"[" * 200_000, ("broken", "1")),
        (b'{"CFItems": [{"fullStatement": "x"}]}', ("no-identifier", "CFItems[0].identifier")),
        (b'{"CFItems": [7]}', ("no-identifier", "CFItems[0]")),
        (b'{"CFItems": [{"identifier": "a", "fullStatement": " "}]}', ("no-statement", "CFItems[0].fullStatement")),
    ],
)
def test_what_can_not_be_read_says_where(data: bytes, said: tuple[str, str]) -> None:
    assert _refused(data) == said


def test_more_than_a_class_takes_is_counted() -> None:
    rows = "".join(f"A{n},x\n" for n in range(50_000))
    assert _refused(f"code,statement\n{rows}".encode()) == ("too-many", "50000")
    assert len(_said(f"code,statement\n{''.join(f'A{n},x{chr(10)}' for n in range(ROWS_MOST))}".encode())) == ROWS_MOST


def _item(name: str, **more: Any) -> dict[str, Any]:
    return {"identifier": name, "fullStatement": f"Do {name}", **more}


def _child(origin: Any, destination: Any) -> dict[str, Any]:
    return {"associationType": "isChildOf", "originNodeURI": origin, "destinationNodeURI": destination}


def test_packages_are_read_as_servers_write_them() -> None:
    """URIs are strings or objects, an identifier may stand in one alone, and the package may be wrapped."""
    items = [
        _item("a", humanCodingScheme="M.6.1", extra={"x": 1}),
        {"uri": "https://case.example/ims/CFItems/b/", "fullStatement": "Do\n b"},
        {"uri": {"uri": "https://case.example/c"}, "fullStatement": "Do c", "humanCodingScheme": None},
    ]
    tree = [_child("https://case.example/b", {"identifier": "a"}), _child({"uri": "x/c"}, {"uri": "x/b"}), "what", {}]
    package = {"CFItems": items, "CFAssociations": tree}
    expected = [(1, "M.6.1", "Do a", "a", ""), (2, "", "Do b", "b", ""), (3, "", "Do c", "c", "")]
    for said in (package, {"CFPackage": package}):
        assert read(json.dumps(said).encode())[0] == expected


def test_a_loop_is_refused_however_long_it_is() -> None:
    deep = [_child(f"x/{n}", f"x/{n + 1}") for n in range(19_000)]
    package = {"CFItems": [_item("a")], "CFAssociations": deep}
    assert len(read(json.dumps(package).encode())[0]) == 1
    package["CFAssociations"] = [*deep, _child("x/19000", "x/0")]
    assert _refused(json.dumps(package).encode())[0] == "loop"
    package["CFAssociations"] = [_child("x/a", "x/b"), _child("x/a", "x/c"), _child("x/b", "x/d"), _child("x/c", "x/d")]
    assert len(read(json.dumps(package).encode())[0]) == 1  # two ways up are no loop


def test_an_item_twice_is_left_out() -> None:
    package = {"CFItems": [_item("a"), _item("a"), _item("b", fullStatement="x" * 2001)]}
    assert read(json.dumps(package).encode())[1] == [(2, "item-twice"), (3, "item-too-long")]


WORD = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORD, WORD), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_whatever_a_spreadsheet_writes_is_read_or_named(rows: list[tuple[str, str]], separator: str) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows([("code", "statement"), *rows])
    kept, left = of_csv(out.getvalue())
    blank = sum(not code.strip() and not statement.strip() for code, statement in rows)
    assert len(kept) + len(left) + blank >= len(rows) - sum(not _is_seen(a) and not _is_seen(b) for a, b in rows)
    assert {code for _, code, *_ in kept} <= {" ".join(_seen(code).split()) for code, _ in rows}


def _seen(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _is_seen(text: str) -> bool:
    return bool(_seen(text).strip())


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_are_a_surprise(data: bytes) -> None:
    with suppress(StandardsRefused):
        read(data)


def test_in_a_program_of_its_own() -> None:
    found = asyncio.run(reading.read_standards(b"code,statement\nA,one\nB,=2\n"))
    assert (json.loads(found.found), found.count, found.left_out) == (
        [["A", "one", "", []]],
        1,
        (LineLeftOut(3, "formula"),),
    )
    with pytest.raises(FileUnread) as unread:
        asyncio.run(reading.read_standards(b"<html>"))
    assert unread.value.why == "page"
    with pytest.raises(FileUnread, match="too-big"):
        asyncio.run(reading.read_standards(b"x" * 80_000_000))
    with pytest.raises(FileUnread, match="endless"):
        asyncio.run(reading.read_standards(b"code,statement\n", patience=0.0))
