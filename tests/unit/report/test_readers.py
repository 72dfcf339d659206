"""Whom an admin named has the numbers of the school: after its teachers, and never somebody who learns there."""

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.report import readers
from bot.activities.report.messages import (
    ASK,
    NAME,
    TAKE_BACK,
    ReportReaderNamed,
    SchoolFigures,
    SchoolReport,
    SchoolSigns,
)
from bot.activities.report.writing import HEADERS
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.disclosure import DisclosureKind
from bot.domain.outbox import ErrandKind, Message
from bot.domain.school_report import follows
from bot.messages.briefs import NothingToSay, NotTheirs, brief_for, render
from bot.messages.registry import Reader
from prompts.words import words_for
from tests.rows import rows
from tests.unit.home.pages import buttons, shown
from tests.unit.report.test_report import AUTUMN, world
from tests.world import WORKSPACE, World, terms

__all__ = ["world"]

TERM = "2027-02"


@pytest.fixture
def head(world: World) -> Actor:
    """The admin, who named herself."""
    world.do(readers.name_reader, world.admin, world.admin.user, None)
    return world.admin


def asks(world: World, actor: Actor) -> None:
    """Press, and have the errand done that it asks for."""
    world.do(readers.ask, actor)
    with world.uow() as uow:
        errands = rows(uow.errands, kind=ErrandKind.GIVE_REPORT, done=False)
        for errand in errands:
            uow.errands.save(replace(errand, done=True))
    for errand in errands:
        world.do(readers.give, world.accord, errand.args["user"])


def told(world: World, kind: str) -> list[str]:
    return [d.reader for d in world.deliveries() if d.notice == kind]


def said(world: World, notice: SchoolReport | SchoolFigures | SchoolSigns) -> Message:
    with world.uow() as uow:
        brief = brief_for(uow, notice, notice.by)
    return render(notice, brief, Reader("UADMIN", words_for(), "UTC", world.now))


def table(world: World, few: str = "") -> list[list[str]]:
    message = said(world, SchoolReport("UADMIN", few))
    found = [block for block in message.blocks if block["type"] == "table"]
    return [[cell["text"] for cell in row] for block in found for row in block["rows"]]


def test_a_reader_has_them_a_week_after_the_teachers(world: World, head: Actor) -> None:
    asks(world, head)
    assert set(told(world, "school-reported")) == {"UTEACHER", "UTEACHER2", "USTRANGER"}
    assert (told(world, "school-report"), told(world, "school-figures")) == (["UADMIN"], [])
    assert table(world) == []
    world.later(days=7)
    asks(world, head)
    assert len(told(world, "school-reported")) == 3
    assert told(world, "school-figures") == ["UADMIN"]
    assert ["Contracts agreed", "100%"] in table(world)
    world.render_all()


def test_each_press_is_answered_and_recorded(world: World, head: Actor) -> None:
    asks(world, head)
    world.later(days=8)
    for _ in range(2):
        asks(world, head)
    assert told(world, "school-report") == ["UADMIN"] * 3
    with world.uow() as uow:
        lines = [(line.what, line.by) for line in uow.disclosures.all()]
    assert lines == [(DisclosureKind.REPORT_SHOWN, "UADMIN"), *[(DisclosureKind.REPORT_GIVEN, "UADMIN")] * 2]


def test_the_file_has_a_line_for_each_half_year(world: World, head: Actor) -> None:
    asks(world, head)
    world.later(days=8)
    asks(world, head)
    file = said(world, SchoolFigures("UADMIN")).file
    assert file is not None
    head_line, line = csv.reader(io.StringIO(file.content().decode("utf-8-sig")))
    assert tuple(head_line) == HEADERS
    assert dict(zip(head_line, line, strict=True))["agreed"] == "100"
    assert line[0] == TERM


def test_of_too_few_it_says_so_and_gives_nothing(world: World, head: Actor) -> None:
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, "USTRANGER")
        assert place is not None
        uow.memberships.remove(place.id)
    asks(world, head)
    (sent,) = [d for d in world.deliveries() if d.notice == "school-report"]
    assert sent.args["few"] == TERM
    assert told(world, "school-figures") == []
    assert "fewer than 5 students or 3 teachers" in str(said(world, SchoolReport("UADMIN", TERM)).blocks)


def test_what_has_changed_since_the_half_year_before_stands_beside_it(world: World, head: Actor) -> None:
    asks(world, head)
    again(world)
    world.later(days=200)
    asks(world, head)
    world.later(days=8)
    cells = {row[0]: row[1:] for row in table(world)}
    assert cells["What"] == ["From 1 February 2027", "From 1 August 2027", "Change"]
    assert cells["Contracts begun"] == ["6", "12", "+6"]
    assert cells["Contracts agreed"] == ["100%", "50%", "−50 points"]
    assert cells["Students with contracts"] == ["6", "6", "the same"]
    assert cells["Pieces of feedback"] == ["18", "–", "–"]


def again(world: World) -> None:
    """Each student begins twice in autumn, and has one of the two agreed."""
    with world.uow() as uow:
        for user in ("USTUDENT", "UCLASSMATE", "U0", "U1", "U2", "U3"):
            for contract in uow.contracts.open_for(user):
                uow.contracts.save(life.close(contract, "", user, AUTUMN))
            begun = uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, user, AUTUMN))
            uow.contracts.save(life.close(begun, "", user, AUTUMN))
            more = uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, user, AUTUMN))
            sent = uow.contracts.save(life.submit(more, terms(), user, AUTUMN))
            uow.contracts.save(life.approve(sent, sent.on_the_table.number, "UTEACHER", AUTUMN + timedelta(days=1)))


@pytest.mark.parametrize(
    ("before", "term", "next_to"),
    [("2027-02", "2027-08", True), ("2027-08", "2028-02", True), ("2027-02", "2028-02", False)],
)
def test_only_half_years_that_follow_are_compared(before: str, term: str, next_to: bool) -> None:
    assert follows(before, term) is next_to


def test_only_who_was_named_finds_the_button_and_only_admins_name(world: World) -> None:
    names = ("student", "teacher", "stranger", "admin")
    assert not [who for who in names if ASK in dict(buttons(shown(world, getattr(world, who))))]
    assert [who for who in names if NAME in dict(buttons(shown(world, getattr(world, who))))] == ["admin"]
    world.do(readers.name_reader, world.admin, "UTEACHER", None)
    assert [who for who in names if ASK in dict(buttons(shown(world, getattr(world, who))))] == ["teacher"]
    assert TAKE_BACK in dict(buttons(shown(world, world.admin)))
    assert TAKE_BACK not in dict(buttons(shown(world, world.teacher)))


def test_an_admin_who_was_not_named_has_nothing(world: World) -> None:
    for actor in (world.admin, world.teacher, world.student):
        with pytest.raises(Refusal, match="report-not-named"):
            world.do(readers.ask, actor)


def test_nobody_who_learns_is_named_or_reads_on(world: World) -> None:
    with pytest.raises(Refusal, match="report-reader-learns"):
        world.do(readers.name_reader, world.admin, "USTUDENT", None)
    world.do(readers.name_reader, world.admin, "UADMIN", None)
    asks(world, world.admin)
    world.later(days=8)
    with world.uow() as uow:
        uow.memberships.add(Membership(WORKSPACE, world.classroom.id, "UADMIN", Side.STUDENT, world.now))
    with pytest.raises(Refusal, match="report-not-named"):
        world.do(readers.ask, world.admin)
    with world.uow() as uow, pytest.raises(NotTheirs):
        brief_for(uow, SchoolFigures("UADMIN"), "UADMIN")


def test_who_was_removed_gets_nothing_that_was_on_its_way(world: World, head: Actor) -> None:
    asks(world, head)
    world.later(days=8)
    world.do(readers.ask, head)
    world.do(readers.take_back_reader, world.admin, "UADMIN", None)
    world.do(readers.give, world.accord, "UADMIN")
    assert told(world, "school-figures") == []
    with world.uow() as uow:
        with pytest.raises(NotTheirs):
            brief_for(uow, SchoolReport("UADMIN", ""), "UADMIN")
        with pytest.raises(NothingToSay):
            brief_for(uow, ReportReaderNamed("UADMIN"), "UADMIN")


def test_what_is_for_one_reader_is_rendered_for_no_other(world: World, head: Actor) -> None:
    world.do(readers.name_reader, world.admin, "UTEACHER", None)
    with world.uow() as uow, pytest.raises(NothingToSay):
        brief_for(uow, SchoolFigures("UADMIN"), "UTEACHER")


def test_named_twice_is_told_once(world: World, head: Actor) -> None:
    world.do(readers.name_reader, world.admin, "UADMIN", None)
    assert told(world, "report-reader-named") == ["UADMIN"]


def test_nobody_in_slack_sets_the_errand_off(world: World, head: Actor) -> None:
    with pytest.raises(Refusal, match="not-for-people"):
        world.do(readers.give, head, head.user)
