"""Sheets as they are set: nothing is refused, nothing is an empty box, and whoever can not see is read all of it."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
import typst
from PIL import Image

from bot.documents import press
from bot.documents.press import MARK, TEMPLATES, Unprintable, legible, pages, pdf
from bot.documents.sheet import Paper, Section, Sheet, as_data, paper_of
from tests.unit.documents.steps import marked, opened, sheet, tags
from tests.unit.handling import at_once

LONG = "A sentence with some words in it, and it goes on. " * 60


@pytest.mark.parametrize(
    "said",
    [
        "ñ ß ł ğ ő → ≥ ½ € ₹ ✓ ★ ☑ …",
        "العربية ١٢٣ abc",
        "עברית abc 12",
        "हिन्दी में लक्ष्य",
        "বাংলা தமிழ் ไทย ქართული አማርኛ",
        "Київ Αθήνα Việt",
        "📚 😀 🚀 🏳 👍",
        "two\nlines\n\nand three",
        '#import "x" $x$ *bold* _it_ @a <b> \\ "]} //',
        "/etc/passwd",
    ],
)
def test_what_people_write_is_printed_as_they_wrote_it(said: str) -> None:
    assert marked(sheet(said)) == said


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("one 漢字 two", f"one {MARK} two"),
        ("한 and 𓀀", f"{MARK} and {MARK}"),
        ("a\x00\x07b", f"a{MARK}b"),
        ("half \ud83d of a sign", f"half {MARK} of a sign"),
        ("private \ue000", f"private {MARK}"),
        ("two of us 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3", "two of us 👩🏽\u200d🚀 🏳\u200d🌈 1"),
        ("字\ufe0f", MARK),
    ],
)
def test_a_sign_that_no_font_has_is_a_mark_and_said(monkeypatch: pytest.MonkeyPatch, said: str, printed: str) -> None:
    """Where no fonts for Chinese, Japanese and Korean are installed."""
    monkeypatch.setattr(press, "FONTS", press.FONTS[:1])
    press._fonts.cache_clear()
    press._compiler.cache_clear()
    assert marked(sheet(said)) == printed
    press._fonts.cache_clear()
    press._compiler.cache_clear()


def test_another_refusal_of_typst_is_no_silence() -> None:
    with pytest.raises(Unprintable):
        pdf(sheet(title=""))


def test_a_font_that_is_not_there_would_be_warned_of() -> None:
    compiler = press._compiler("sheet")
    data = {**as_data(sheet()), "marked": True}
    _, warnings = compiler.compile_with_warnings(
        format="pdf", pdf_standards=["ua-1"], sys_inputs={"data": json.dumps(data)}, timestamp=0
    )
    assert warnings == []


def test_who_can_not_see_it_is_read_all_of_it_in_order() -> None:
    with opened(pdf(sheet())) as document:
        root = document.Root
        assert str(root.Lang) == "en"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        meta = document.open_metadata()
        assert meta["dc:title"] == "A title"
        assert meta["pdfuaid:part"] == "1"
        read = tags(document)
    outline = [tag for tag in read if tag in ("Title", "H1", "BlockQuote", "Table", "TH", "TD")]
    assert outline == ["Title", "H1", "BlockQuote", "H1", "Table", "TH", "TH", "TH", "TD", "TD", "TD"]
    assert "Figure" not in read  # lines to write on and boxes are no pictures


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_both_papers(paper: Paper, size: tuple[int, int]) -> None:
    with opened(pdf(sheet(paper=paper))) as document:
        left, low, right, high = (float(side) for side in document.pages[0].mediabox)
    assert (round(right - left), round(high - low)) == size


@pytest.mark.parametrize(
    ("timezone", "paper"),
    [
        ("Europe/London", Paper.A4),
        ("UTC", Paper.A4),
        ("America/New_York", Paper.LETTER),
        ("America/Mexico_City", Paper.LETTER),
        ("America/Sao_Paulo", Paper.A4),
        ("America/Argentina/Cordoba", Paper.A4),
        ("Asia/Manila", Paper.LETTER),
        ("Asia/Kolkata", Paper.A4),
    ],
)
def test_the_paper_is_the_one_of_the_place(timezone: str, paper: Paper) -> None:
    assert paper_of(timezone) is paper


def drawn(made: Sheet) -> list[Image.Image]:
    """The pages as pictures."""
    return [Image.open(BytesIO(page)).convert("L") for page in pages(made, 36)]


@pytest.mark.parametrize(
    "said",
    ["w" * 300, "ש" * 300, "https://example.org/" + "a1/" * 90, LONG[:3000], "字" * 200, "1-2-" * 90, "ab-" * 90],
)
@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_runs_off_the_page(said: str, paper: Paper) -> None:
    for page in drawn(sheet(said, paper=paper)):
        wide = page.width * 2 // 100
        for edge in (page.crop((0, 0, wide, page.height)), page.crop((page.width - wide, 0, page.width, page.height))):
            assert edge.getextrema() == (255, 255)


def test_long_answers_are_printed_whole_on_more_pages() -> None:
    parts = sheet(LONG[:3000]).sections[0].parts
    made = sheet(sections=tuple(Section(f"Target {place}", parts) for place in (1, 2, 3)))
    assert len(drawn(made)) > 2
    assert marked(replace(made)) == LONG[:3000]


def test_the_same_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = pdf(sheet("once"))
    monkeypatch.setattr(press, "_compiled", None)
    assert pdf(sheet("once")) is first
    with pytest.raises(TypeError):
        pdf(sheet("another"))


def test_two_made_at_different_times_are_equal() -> None:
    data = as_data(sheet("equal"))
    assert legible("sheet", data)[0] == legible("sheet", data)[0]


def test_threads_do_not_meet_in_a_compiler() -> None:
    made: list[bytes] = []

    def one_of(said: str) -> Callable[[], None]:
        return lambda: made.append(pdf(sheet(said)))

    at_once(*(one_of(f"in thread {number}") for number in range(4)))
    assert len(set(made)) == 4


def test_what_was_not_asked_for_longest_goes_first() -> None:
    shelf = press._Shelf(10)
    shelf.put("a", b"12345")
    shelf.put("b", b"12345")
    assert shelf.get("a") == b"12345"
    shelf.put("c", b"1")
    assert [shelf.get(name) for name in "abc"] == [b"12345", None, b"1"]


def test_templates_reach_nothing_outside_their_folder() -> None:
    compiler = typst.Compiler(root=str(TEMPLATES), font_paths=press._fonts(), ignore_system_fonts=True)
    with pytest.raises(typst.TypstError):
        compiler.compile(input=b'#read("/../press.py")', format="pdf")
