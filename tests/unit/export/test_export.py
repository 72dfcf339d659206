"""A class as files: for who teaches it, with what they may see, and nothing that is held back."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.checking_in import responding
from bot.activities.export import use_cases as export
from bot.activities.export.messages import COLUMNS, ClassTables, about
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState, planned
from bot.domain.classroom import Membership
from bot.domain.contract import Status
from bot.domain.disclosure import DisclosureKind
from bot.domain.evidence import Piece, PieceState
from bot.domain.look_back import ChosenPiece
from bot.domain.outbox import Delivery, Verb
from bot.messages.presenting import present
from handlers import export as handler
from handlers.inbound import Command
from prompts.words import words_for
from tests.unit.celebrating.scenes import Way
from tests.unit.handling import context_of
from tests.unit.home.pages import save
from tests.unit.looking_back.scenes import End
from tests.world import WORKSPACE, World

Rows = dict[str, list[dict[str, str]]]


def asks(world: World, actor: Actor | None = None, channel: str = "C1") -> None:
    world.do(export.export_class, actor or world.teacher, channel)


def rows(world: World, reader: str = "UTEACHER", classroom: int | None = None) -> Rows:
    """The tables as they leave for this reader, by sheet."""
    args = ClassTables(classroom or world.classroom.id).args()
    delivery = Delivery(WORKSPACE, reader, Verb.POST, "class-tables", args, reader, world.now, world.now)
    with world.uow() as uow:
        message = present(uow, delivery)
    assert message is not None
    assert message.file is not None
    made = zipfile.ZipFile(io.BytesIO(message.file.content()))
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(made.read(name).decode("utf-8-sig"), newline="")))
        for name in made.namelist()
    }


def answered(world: World) -> Way:
    way = Way(world)
    way.log("5")
    with world.uow() as uow:
        (check_in,) = uow.check_ins.in_state(way.contract.id, CheckInState.ANSWERED)
        first = uow.replies.to(check_in)[0]
        uow.replies.save(replace(first, worked="=SUM(A1) helped", practised=3, confidence=4))
    world.do(responding.respond, world.teacher, check_in.id, "Try it in pairs")
    return way


def test_all_that_was_agreed_and_said_stands_in_it(world: World) -> None:
    way = answered(world)
    found = rows(world)
    assert set(found) == {"about", *COLUMNS}
    (contract,) = found["contracts"]
    assert (contract["student"], contract["status"], contract["teacher"]) == ("Ana", "running", "Ms Lee")
    assert found["targets"][0]["newest"] == "5"
    (said,) = [row for row in found["check_ins"] if row["state"] == "answered"]
    assert (said["value"], said["how_sure"], said["replies"]) == ("5", "4", "Ms Lee: Try it in pairs")
    assert said["words"].startswith("'=SUM")
    assert [row["times"] for row in found["practice"]] == ["3"]
    assert contract["contract"] == str(way.contract.id)


def test_a_workbook_and_tables_come_to_the_teachers_own_messages(world: World) -> None:
    answered(world)
    asks(world)
    assert world.kinds("UTEACHER")[-2:] == ["class-workbook", "class-tables"]
    files = [m.file for d, m in world.render_all() if d.notice in ("class-workbook", "class-tables")]
    assert [file.name.rpartition(".")[2] for file in files if file] == ["xlsx", "zip"]
    assert all(file is not None and file.content()[:2] == b"PK" for file in files)
    assert "class-workbook" not in world.kinds("C1")


@pytest.mark.parametrize("who", ["student", "classmate", "stranger", "admin"])
def test_nobody_else_gets_one(world: World, who: str) -> None:
    world.agree()
    with pytest.raises(Refusal):
        asks(world, getattr(world, who))
    assert "class-workbook" not in world.kinds(getattr(world, who).user)


def test_who_stopped_teaching_before_it_leaves_gets_none(world: World) -> None:
    answered(world)
    asks(world)
    world.do(set_up.close_account, world.teacher)
    assert [m.file for d, m in world.render_all() if d.notice == "class-tables" and m is not None] in ([], [None])


def test_why_a_check_in_was_left_out_stands_nowhere(world: World) -> None:
    contract = world.agree()

    def table(state: CheckInState) -> list[dict[str, str]]:
        with world.uow() as uow:
            (one,) = uow.check_ins.of_contract(contract.id)
            uow.check_ins.save(replace(one, wake_at=None, state=state))
        return rows(world)["check_ins"]

    assert table(CheckInState.EXCUSED) == table(CheckInState.DROPPED)
    assert table(CheckInState.EXCUSED)[0]["state"] == "left out"


def test_what_was_said_before_it_was_set_aside_is_not_in_it(world: World) -> None:
    way = answered(world)
    with world.uow() as uow:
        (one,) = uow.check_ins.in_state(way.contract.id, CheckInState.ANSWERED)
        uow.check_ins.save(replace(one, state=CheckInState.EXCUSED, answered_at=None))
    found = rows(world)
    assert [row["value"] for row in found["check_ins"]] == [""] * len(found["check_ins"])
    assert (found["practice"], found["targets"][0]["newest"]) == ([], "")
    assert "pairs" not in str(found)


def test_a_number_that_nobody_called_right_is_not_in_it(world: World) -> None:
    way = answered(world)
    with world.uow() as uow:
        (one,) = uow.check_ins.in_state(way.contract.id, CheckInState.ANSWERED)
        first = uow.replies.to(one)[0]
        uow.replies.save(replace(first, waiting=first.value, value=None))
    assert [row["value"] for row in rows(world)["check_ins"] if row["state"] == "answered"] == [""]


def test_a_draft_and_one_look_back_alone_are_not_in_it(world: World) -> None:
    with world.uow() as uow:
        uow.contracts.add(life.begin(WORKSPACE, world.classroom.id, "UCLASSMATE", world.now))
    end = End(world)
    end.assess(world.student)
    found = rows(world)
    assert [row["student"] for row in found["contracts"]] == ["Ana"]
    assert found["assessments"] == []
    end.assess(world.teacher)
    assert [(row["side"], row["rating"]) for row in rows(world)["assessments"]] == [
        ("student", "3"),
        ("student", "4"),
        ("teacher", "3"),
        ("teacher", "4"),
    ]


def test_a_look_back_without_a_sign_has_its_words_and_the_work_that_was_chosen(world: World) -> None:
    end = End(world)
    end.assess(world.student)
    end.assess(world.teacher)
    with world.uow() as uow:
        about = (WORKSPACE, end.id, world.student.user, 0)
        shown = uow.pieces.add(
            Piece(*about, "1.1", "F1", "essay.pdf", "", world.now, PieceState.KEPT, shown_at=world.now)
        )
        gone = uow.pieces.add(Piece(*about, "1.2", "F2", "draft.pdf", "", world.now, PieceState.TAKEN_BACK))
        (said, _) = uow.assessments.of_contract(end.id)
        chosen = (ChosenPiece(shown.id, "My best one"), ChosenPiece(gone.id, "An old one"))
        uow.assessments.save(replace(said, ratings=(), reflection="Reading aloud", pieces=chosen))
    first = rows(world)["assessments"][0]
    assert (first["side"], first["rating"], first["reflection"]) == ("student", "", "Reading aloud")
    assert first["chosen"] == "essay.pdf: My best one"


def test_who_left_the_class_is_not_in_it(world: World) -> None:
    answered(world)
    world.do(set_up.leave, world.student, "C1")
    found = rows(world)
    assert all(found[name] == [] for name in COLUMNS)


def of_another_class(world: World) -> int:
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
        uow.memberships.add(Membership(WORKSPACE, other.id, world.teacher.user, Side.TEACHER, world.now))
    return other.id


def test_another_class_of_hers_is_another_file_and_she_says_which(world: World) -> None:
    answered(world)
    other = of_another_class(world)
    with pytest.raises(Refusal, match="export-which-class"):
        asks(world, channel="D1")
    asks(world, channel="C9")
    assert rows(world, classroom=other)["contracts"] == []


def recorded(world: World) -> list[tuple[str, str | None]]:
    with world.uow() as uow:
        return [(line.by, line.about) for line in uow.disclosures.of_kind(DisclosureKind.CLASS)]


def test_it_is_recorded_and_of_whom_where_a_colleague_took_it(world: World) -> None:
    world.agree()
    asks(world)
    assert recorded(world) == [("UTEACHER", None)]
    asks(world, world.teacher2)
    assert recorded(world)[1:] == [("UTEACHER2", None), ("UTEACHER2", "USTUDENT")]


def test_an_open_and_a_missed_check_in_are_told_apart(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        due = world.now + timedelta(days=9)
        made = uow.check_ins.add(planned(WORKSPACE, contract.id, "USTUDENT", 2, due, due))
        uow.check_ins.save(replace(made, wake_at=None, state=CheckInState.MISSED))
        (first,) = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
        uow.check_ins.save(replace(first, state=CheckInState.PROMPTED))
    assert [row["state"] for row in rows(world)["check_ins"]] == ["open", "no answer"]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_column_is_explained(lang: str) -> None:
    told = {(row[0], row[1]) for row in about(words_for(lang)).rows}
    assert {(sheet, column) for sheet, columns in COLUMNS.items() for column in columns} <= told


async def test_the_command_finds_its_way(world: World) -> None:
    world.agree()
    command = Command(world.teacher, "C1", "export", "", "t", "in:1")
    await handler.ROUTES.commands["export"](command, context_of(world))
    assert world.kinds("UTEACHER")[-2:] == ["class-workbook", "class-tables"]


def test_a_finished_contract_says_when_it_was_over(world: World) -> None:
    contract = world.agree()
    save(world, life.close(contract, "done", "USTUDENT", world.now))
    (row,) = rows(world)["contracts"]
    assert (row["status"], row["ended_on"]) == ("ended early", f"{world.now:%Y-%m-%d}")


def test_each_status_but_a_draft_has_a_word_that_is_explained() -> None:
    assert set(export.STATUSES) == set(Status) - {Status.DRAFTING}
    assert all(word in words_for()("export-column-status") for word in export.STATUSES.values())
    assert all(word in words_for()("export-column-state") for word in {*export.STATES.values(), "open"})
