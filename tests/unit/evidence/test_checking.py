"""A file is what is in it: its name and what Slack says of it are only claims."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.evidence import FileKind, FilePolicy, Unfit, Why
from bot.evidence import checking
from bot.evidence.checking import HEAD, TAKEN, is_page, shown_name
from tests.unit.evidence import made
from tests.unit.evidence.made import checked

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOGIN = b"\n<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in</body></html>"


@pytest.mark.parametrize(
    ("name", "content", "kind", "media_type"),
    [
        ("notebook.jpg", made.jpeg(), FileKind.PICTURE, "image/jpeg"),
        ("IMG_2041.JPEG", made.jpeg(), FileKind.PICTURE, "image/jpeg"),
        ("screen.png", made.png(), FileKind.PICTURE, "image/png"),
        ("screen.webp", made.webp(), FileKind.PICTURE, "image/webp"),
        ("essay.pdf", made.pdf(), FileKind.DOCUMENT, "application/pdf"),
        ("essay.docx", made.docx(), FileKind.DOCUMENT, DOCX),
        ("essay.v2.docx", made.docx(), FileKind.DOCUMENT, DOCX),
        ("talk.mp4", made.mp4(), FileKind.VIDEO, "video/mp4"),
        ("reading.mp3", made.mp3(), FileKind.AUDIO, "audio/mpeg"),
        ("notes.txt", "Wie es läuft: gut".encode(), FileKind.DOCUMENT, "text/plain"),
        ("no ending", made.pdf(), FileKind.DOCUMENT, "application/pdf"),
        ("a run of 3.5 km", made.jpeg(), FileKind.PICTURE, "image/jpeg"),
    ],
)
def test_what_is_taken(name: str, content: bytes, kind: FileKind, media_type: str) -> None:
    found = checked(name, content)
    assert (found.kind, found.media_type) == (kind, media_type)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.pdf", b"", Why.EMPTY),
        ("notebook.jpg", LOGIN, Why.NOT_SENT),
        ("notes.txt", b"\xef\xbb\xbf<html>", Why.NOT_SENT),
        ("essay.pdf.exe", made.pdf(), Why.NAME),
        ("essay.pdf", b"MZ\x90\0" + b"\0" * 300, Why.KIND),
        ("essay.pdf.exe", b"MZ\x90\0" + b"\0" * 300, Why.KIND),
        ("run.sh", b"#!/bin/sh\nrm -rf ~\n", Why.KIND),
        ("run.txt", b"#!/bin/sh\nrm -rf ~\n", Why.KIND),
        ("run.bat", b"del everything", Why.NAME),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", Why.KIND),
        ("dance.gif", b"GIF89a" + b"\0" * 50, Why.KIND),
        ("all.zip", b"PK\x03\x04" + b"\0" * 200, Why.KIND),
        ("movie.jpg", made.mp4(), Why.NAME),
        ("notes.txt", "not UTF-8: é".encode("latin-1"), Why.KIND),
        ("notes.txt", b"a\0b", Why.KIND),
    ],
)
def test_what_is_not(name: str, content: bytes, why: Why) -> None:
    with pytest.raises(Unfit) as refused:
        checked(name, content)
    assert refused.value.why is why


@pytest.mark.parametrize("name", ["picture.jpg", "IMG_1.HEIC"])
def test_what_only_an_extra_reads(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(checking, "reads_heic", lambda: False)
    with pytest.raises(Unfit) as refused:
        checked(name, made.heic())
    assert refused.value.why is Why.HEIC
    monkeypatch.setattr(checking, "reads_heic", lambda: True)
    assert checked(name, made.heic()).kind is FileKind.PICTURE
    with pytest.raises(Unfit) as refused:
        checked("IMG_1.exe", made.heic())
    assert refused.value.why is Why.NAME


def test_a_school_may_take_less() -> None:
    documents = FilePolicy(frozenset({FileKind.DOCUMENT}), size_most=1000)
    assert checked("a.pdf", made.pdf(900), documents).kind is FileKind.DOCUMENT
    for content, why in ((made.pdf(1000), Why.TOO_BIG), (made.png(), Why.KIND)):
        with pytest.raises(Unfit) as refused:
            checked("a", content, documents)
        assert refused.value.why is why


def test_a_document_with_a_program_in_it_goes_by_its_name_alone() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/vbaProject.bin", b"\0")
    with pytest.raises(Unfit):
        checked("essay.docm", out.getvalue())


@given(st.text(max_size=300), st.sampled_from([made.pdf(), made.jpeg(), b"words"]))
def test_a_name_is_no_path_and_ends_as_what_it_is(name: str, content: bytes) -> None:
    try:
        found = checked(name, content)
    except Unfit as refused:
        assert refused.why is Why.NAME  # noqa: PT017 - only what is taken has a name here
        return
    shown = shown_name(name, found)
    assert "/" not in shown
    assert "\\" not in shown
    assert shown.isprintable()
    assert shown.endswith(found.ending)
    assert len(shown) <= 110
    assert not shown.startswith(".")


@given(st.binary(max_size=400))
def test_whatever_comes_is_taken_or_refused(content: bytes) -> None:
    try:
        assert checked("thing", content).media_type in TAKEN
    except Unfit as refused:
        assert refused.why in Why  # noqa: PT017 - either of the two


def test_words_that_are_cut_within_a_letter_are_words() -> None:
    assert checked("notes.txt", b"a" + "é".encode() * HEAD).media_type == "text/plain"


def test_a_page_is_known_behind_blanks() -> None:
    assert is_page(b"\r\n  <HTML>")
    assert not is_page(b"words about <html>")
