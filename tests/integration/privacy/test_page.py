"""The page of an export: whatever people typed stays text, and a reader finds their way."""

from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.activities.privacy import exporting
from bot.activities.privacy.exporting import Export
from bot.activities.privacy.page.page import PageSection, PageTable, _template, page
from bot.domain.actor import Side
from bot.domain.classroom import Feedback, Membership
from tests.integration.privacy.life import lived, sentence
from tests.world import START, WORKSPACE, World

VOID = {"meta", "br", "hr", "img", "input", "link"}
HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(1)"></style></title>"\'&lt; {{ 7*7 }} {% raw %} ' + "x" * 300
)


class Read(HTMLParser):
    """Tags as they were opened, and the text between; AssertionError where they do not close in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)

    def named(self, name: str) -> Iterator[dict[str, str | None]]:
        return (attrs for tag, attrs in self.tags if tag == name)


def export_of(world: World, user: str) -> Export:
    return world.do(exporting.export, world.accord, user, "operator:ops", HOSTILE)


def test_what_people_typed_is_text_and_nothing_is_loaded(world: World) -> None:
    lived(world, world.student)
    with world.uow() as uow:
        given = Feedback(WORKSPACE, world.classroom.id, "UTEACHER", "USTUDENT", HOSTILE, HOSTILE, HOSTILE, world.now)
        uow.feedback.add(given)
    read = Read(page(export_of(world, "USTUDENT")))
    assert "".join(read.text).count(HOSTILE) >= 3
    kinds = {tag for tag, _ in read.tags}
    assert not kinds & {"script", "img", "link", "iframe", "object", "embed", "form", "base", "svg"}
    loading = [
        name for _, attrs in read.tags for name in attrs if name in ("src", "srcset", "style") or name[:2] == "on"
    ]
    assert loading == []
    assert all(str(attrs["href"]).startswith("#") for attrs in read.named("a"))
    policy = next(a["content"] for a in read.named("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_what_shows_it_is_said_in_its_own_words(world: World) -> None:
    lived(world, world.student)
    assert sentence(world.student, "proof") in "".join(Read(page(export_of(world, "USTUDENT"))).text)


def test_a_reader_finds_their_way(world: World) -> None:
    lived(world, world.student)
    read = Read(page(export_of(world, "USTUDENT")))
    assert next(read.named("html"))["lang"] == "en"
    levels = [int(tag[1]) for tag, _ in read.tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attrs["id"] for _, attrs in read.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {f"#{id}" for id in ids} >= {attrs["href"] for attrs in read.named("a")}
    assert len(list(read.named("table"))) == len(list(read.named("caption")))
    assert {attrs["scope"] for attrs in read.named("th")} == {"col"}
    assert {"main", "header", "nav", "footer"} <= {tag for tag, _ in read.tags}


def test_whatever_was_lived_has_its_part(world: World) -> None:
    """Who asks for what is held about them gets all of it."""
    lived(world, world.student)
    sections = {attrs.get("id") for attrs in Read(page(export_of(world, "USTUDENT"))).named("section")}
    assert {"about", "classes", "profile", "feedback", "contracts", "acts"} <= sections


def test_the_classes_are_named_with_what_one_is_in_them(world: World) -> None:
    with world.uow() as uow:
        left = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
        uow.memberships.add(Membership(WORKSPACE, left.id, "USTUDENT", Side.TEACHER, START, left_at=START))
    texts = Read(page(export_of(world, "USTUDENT"))).text
    (english,), (biology,) = ([line for line in texts if name in line] for name in ("English 11", "Biology 11"))
    assert "student since" in english
    assert "until" not in english
    assert "teacher since" in biology
    assert "until" in biology


def test_times_are_the_readers_own(world: World) -> None:
    lived(world, world.student)
    text = "".join(Read(page(export_of(world, "USTUDENT"))).text)
    assert "09:00" in text  # 08:00 UTC is 09:00 in Vienna
    assert "08:00" not in text


def test_somebody_of_whom_little_is_kept_gets_a_page_too(world: World) -> None:
    read = Read(page(export_of(world, "USTRANGER")))
    assert "Sam" in "".join(read.text)


def test_a_zone_that_no_program_knows_is_read_as_utc() -> None:
    lost = Export(WORKSPACE, "U1", "Ana", "Mars/Olympus", "en", START, {}, [], {}, {})
    assert "08:00" in "".join(Read(page(lost)).text)


TEXT = st.text(max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(heading=TEXT, label=TEXT, value=TEXT, items=st.lists(TEXT, max_size=3), cell=TEXT)
def test_any_text_stays_what_it_is(heading: str, label: str, value: str, items: list[str], cell: str) -> None:
    table = PageTable(heading, (label,), ((cell,),))
    block = PageSection(heading, facts=((label, value),), items=tuple(items), tables=(table,), anchor="one")
    made = _template().render(
        language="en", title=heading, lead=label, notes=[value], contents="c", nothing="n", end="e", sections=[block]
    )
    shown = "".join(Read(made).text)
    for typed in (heading, label, value, cell, *items):
        assert typed in shown
