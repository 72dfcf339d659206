"""What stands in schools' files about who is in a class, and what is wrong with them."""

import contextlib
import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rosters.tables import ListRefused
from bot.rosters.worker import Found, read
from tests.unit.rosters.files import ONEROSTER_11, ONEROSTER_12, SDS, apart, packed


def people(found: Found) -> list[tuple[str, str, str]]:
    return [(one.name, one.email or one.handle, one.side) for one in found.people]


def faults(found: Found) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.key) for fault in found.faults]


def listed(text: str, encoding: str = "utf-8") -> Found:
    return read([("list.csv", text.encode(encoding))])


def test_oneroster_1_1_asks_which_class_and_finds_people_without_an_address() -> None:
    found = read(apart(ONEROSTER_11))
    assert found.kind == "oneroster"
    assert [(one.ident, one.students) for one in found.classes] == [("class1", 1), ("class2", 2)]
    assert found.people == []
    chosen = read(apart(ONEROSTER_11), "class2")
    assert people(chosen) == [("Marin Velcu", "marin", "student"), ("Mira Velcu", "mira", "student")]
    assert ("classes.csv", 3, "no-term") in faults(chosen)


def test_oneroster_1_2_lists_its_faults_by_line() -> None:
    found = read([("export.zip", packed(ONEROSTER_12, "export/"))])
    assert [one.ident for one in found.classes] == ["c1"]
    assert people(found) == [
        ("John Doe", "john.doe@example.org", "teacher"),
        ("Jim Smith", "jim.smith@example.org", "student"),
        ("Mitch Jones", "m.jones@example.org", "student"),
    ]
    assert (found.first, found.last) == ("2022-09-01", "2022-12-24")
    assert set(faults(found)) == {
        ("roles.csv", 1, "header"),
        ("roles.csv", 1, "no-header"),
        ("roles.csv", 3, "no-user"),
        ("users.csv", 1, "header"),
        ("users.csv", 2, "date"),
        ("users.csv", 4, "gone"),
        ("enrollments.csv", 6, "twice"),
        ("enrollments.csv", 7, "no-class"),
        ("enrollments.csv", 8, "no-user"),
    }


def test_school_data_sync_is_read_by_its_names_to_sign_in() -> None:
    found = read(apart(SDS))
    assert found.kind == "sds"
    assert people(found) == [
        ("Jack Marsh", "jmarsh@example.org", "student"),
        ("Jason Rowan", "jrowan@example.org", "teacher"),
    ]
    assert found.last == "2021-12-01"
    assert faults(found) == []


@pytest.mark.parametrize("files", [ONEROSTER_11, ONEROSTER_12, SDS])
def test_what_is_not_needed_is_never_read(files: dict[str, str]) -> None:
    for wanted in ("", *(one.ident for one in read(apart(files)).classes)):
        said = json.dumps(asdict(read(apart(files), wanted)))
        for secret in ("secret", "iep", "2001-07-02", "+1555", "guardian", "Jean"):
            assert secret not in said


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name,Email\nAna Pérez,ana@example.org\n", "utf-8"),
        ("\ufeffName,Email\r\nAna Pérez,ana@example.org\r\n", "utf-8"),
        ("Nombre;Correo electrónico\nAna Pérez;ANA@example.org", "latin-1"),
        ("Apellidos\tNombre\tCorreo\nPérez\tAna\tana@example.org\n", "utf-16"),
        ('"E-mail","Name"\n"ana@example.org","Pérez, Ana"\n', "utf-8"),
        ("ana@example.org,Ana Pérez\n", "utf-8"),
        (
            "\n\nFirst name,Last name,Email address,Role\nAna,Pérez,ana@example.org,student\nMum,P,m@x.org,parent\n",
            "utf-8",
        ),
    ],
)
def test_a_list_is_read_however_it_is_written(text: str, encoding: str) -> None:
    assert people(listed(text, encoding)) == [("Ana Pérez", "ana@example.org", "student")]


def test_what_is_wrong_with_a_line_is_said_with_it_and_the_rest_is_read() -> None:
    text = (
        "Name,Email\n"
        "Ana,ana@example.org\n"
        '"=HYPERLINK(""http://x"")",eve@example.org\n'
        "Ben,not an address\n"
        "Ana again,ANA@example.org\n"
        ",\n"
        '"Cal\nLong",cal@example.org\n'
        "Dan,+1-555\n"
        "  ,   ,x\n"
    )
    found = listed(text)
    assert [one.name for one in found.people] == ["Ana", "Ben", "Cal Long"]
    assert [one.line for one in found.people] == [2, 4, 7]
    assert faults(found) == [
        ("list.csv", 3, "formula"),
        ("list.csv", 4, "email"),
        ("list.csv", 5, "twice"),
        ("list.csv", 9, "formula"),
        ("list.csv", 10, "nobody"),
    ]


def test_a_list_of_several_classes_asks_which() -> None:
    text = "Name,Email,Class\nAna,a@x.org,8a\nBen,b@x.org,8b\nCal,c@x.org,8a\n"
    assert [(one.ident, one.students) for one in listed(text).classes] == [("8a", 2), ("8b", 1)]
    assert [one.name for one in read([("list.csv", text.encode())], "8a").people] == ["Ana", "Cal"]


def long(lines: int) -> bytes:
    return ("Name,Email\n" + "".join(f"Pupil {n},p{n}@example.org\n" for n in range(lines))).encode()


def bomb() -> bytes:
    return packed({"users.csv": "sourcedId\n" + "x" * 61_000_000, "classes.csv": "a", "enrollments.csv": "b"})


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("list.csv", b"  \n", "empty"),
        ("list.csv", b"\xef\xbb\xbf", "empty"),
        ("list.csv", long(600), "too-many"),
        ("list.csv", long(50_000), "too-many"),
        ("list.csv", b"x" * 20_000_001, "too-big"),
        ("set.zip", bomb(), "too-big"),
        ("list.csv", b"<!DOCTYPE html><html>", "page"),
        ("list.csv", b"%PDF-1.7 x", "page"),
        ("list.xlsx", packed({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "excel"),
        ("list.xls", b"\xd0\xcf\x11\xe0" + b"x" * 50, "excel"),
        ("list.csv", b"Name,Email\nA\x00na,a@x.org", "encoding"),
        ("set.zip", b"PK\x03\x04" + b"\x00" * 300, "broken"),
        ("list.csv", b'Name,Email\n"' + b"a" * 30_000, "broken"),
        ("list.csv", b"Colour,Size\nred,3\n", "no-list"),
        ("set.zip", packed({"notes.txt": "hello"}), "no-list"),
        ("set.zip", packed({"users.csv": "sourcedId\n", "classes.csv": "sourcedId\n"}), "no-users"),
    ],
)
def test_what_is_no_class_list_is_refused_with_a_reason(name: str, data: bytes, kind: str) -> None:
    with pytest.raises(ListRefused) as refused:
        read([(name, data)])
    assert refused.value.kind == kind


def test_a_class_that_is_not_there_is_said() -> None:
    for files, wanted in ((ONEROSTER_12, "c9"), (ONEROSTER_12, "c2")):
        with pytest.raises(ListRefused) as refused:
            read(apart(files), wanted)
        assert refused.value.kind == "no-such-class"


CELLS = st.text(max_size=12)


@given(st.lists(st.lists(CELLS, max_size=5), max_size=8), st.sampled_from(",;\t"), st.sampled_from(["utf-8", "utf-16"]))
def test_any_file_is_read_or_refused(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    text = "\n".join(delimiter.join(row) for row in [["Name", "Email", "sourcedId"], *rows])
    with contextlib.suppress(ListRefused):
        found = read([("list.csv", text.encode(encoding))])
        assert all(one.name or one.email or one.handle for one in found.people)
        assert all(one.name.isprintable() for one in found.people)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in ("list.csv", "set.zip"):
        with contextlib.suppress(ListRefused):
            read([(name, data)])


def test_every_reason_has_its_words() -> None:
    from bot.domain.roster import Unreadable
    from prompts.words import words_for

    said = ListRefused.__doc__ or ""
    for kind in Unreadable:
        assert words_for("en")(f"roster-unread-{kind.value}")
        assert kind in (Unreadable.NOT_SENT, Unreadable.NOT_ALLOWED) or kind.value in said.replace("\n", " ")
