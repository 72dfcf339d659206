"""An export holds all that is about a person, and nothing of another student."""

import json
from pathlib import Path

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.privacy import disclosing, exporting
from bot.activities.privacy.page import page as page_page
from bot.activities.privacy.page.page import page
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Feedback, Person
from bot.domain.disclosure import DisclosureKind
from storage.privacy.register import REGISTER, Nobodys
from tests.integration.privacy.life import MARK, cells, lived, sentence
from tests.world import WORKSPACE, World

BY = "operator:ops"


def exported(world: World, actor: Actor) -> exporting.Export:
    return world.do(exporting.export, world.accord, actor.user, BY, "asked for it")


def test_every_sentence_and_every_table_of_theirs_is_there(world: World) -> None:
    lived(world, world.student)
    mine = {cell[2] for cell in cells(world.engine) if f"{MARK} ustudent" in cell[2]}
    found = exporting.document(exported(world, world.student))
    text = json.dumps(found, ensure_ascii=False)
    assert mine
    for about in ("statement", "hardest", "supports", "typed", "response", "draft", "seen", "drafted", "interests"):
        assert sentence(world.student, about) in text
    theirs = [held.name for held in REGISTER if not isinstance(held.link, Nobodys)]
    assert list(found["tables"]) == theirs
    assert [name for name in theirs if not found["tables"][name]] == []


def test_that_there_is_a_calendar_address_is_said_and_not_which(world: World) -> None:
    lived(world, world.student)
    (row,) = exporting.document(exported(world, world.student))["tables"]["calendar_address"]
    assert set(row) == {"id", "user", "since"}


def test_nothing_of_another_student_is_there(world: World) -> None:
    lived(world, world.classmate)
    lived(world, world.student)
    with world.uow() as uow:
        said = "Work together with Ben  Adeyemi on this."
        uow.feedback.add(
            Feedback(*(WORKSPACE, world.classroom.id, world.teacher.user, world.student.user, said, "", ""), world.now)
        )
    found = exported(world, world.student)
    text = json.dumps(exporting.document(found), ensure_ascii=False) + page(found)
    assert "Work together with […] on this." in text
    for theirs in ("UCLASSMATE", "uclassmate", "Adeyemi"):
        assert theirs not in text


def test_all_names_are_there_and_none_of_another_student(world: World) -> None:
    for actor, shown, real_name, handle in (
        (world.student, "Anouk", "Johanna Vries", "jvries"),
        (world.classmate, "Kiki", "Kira Kowalska", "kowa.2010"),
    ):
        learned = Person(WORKSPACE, actor.user, shown, other_names=(real_name,), handle=handle)
        world.do(admitting.learn, actor, learned)
    with world.uow() as uow:
        said = "Ask Kira Kowalska, @kowa.2010 or kowa.2010."
        uow.feedback.add(
            Feedback(*(WORKSPACE, world.classroom.id, world.teacher.user, world.student.user, said, "", ""), world.now)
        )
    found = exported(world, world.student)
    (me,) = exporting.document(found)["tables"]["person"]
    assert (me["name"], me["other_names"], me["handle"]) == ("Anouk", ["Johanna Vries"], "jvries")
    for text in (json.dumps(exporting.document(found), ensure_ascii=False), page(found)):
        assert all(mine in text for mine in ("Anouk", "Johanna Vries", "jvries"))
        assert not any(theirs in text for theirs in ("Kira", "Kowalska", "kowa.2010"))


def test_what_a_teacher_wrote_is_there_with_the_teachers_name(world: World) -> None:
    lived(world, world.student)
    found = exporting.document(exported(world, world.student))
    assert found["people"]["UTEACHER"] == "Ms Lee Wong"
    assert [f["teacher"] for f in found["tables"]["feedback"]] == ["UTEACHER"]


def test_a_teacher_gets_what_they_did_but_nothing_that_is_a_students(world: World) -> None:
    lived(world, world.student)
    found = exporting.document(exported(world, world.teacher))
    assert {"signature", "feedback", "response", "assessment"} <= {act["table"] for act in found["acts"]}
    text = json.dumps(found, ensure_ascii=False) + page(exported(world, world.teacher))
    for theirs in (MARK, "USTUDENT", "Horváth"):
        assert theirs not in text


def test_each_export_is_written_down(world: World) -> None:
    found = exported(world, world.student)
    lines = world.do(disclosing.listed, world.accord, "", 10)
    assert [(x.what, x.by, x.about, x.reason) for x in lines] == [
        (DisclosureKind.EXPORTED, BY, "USTUDENT", "asked for it")
    ]
    assert [row["what"] for row in found.rows["disclosure"]] == [DisclosureKind.EXPORTED.value]


def test_somebody_of_whom_nothing_is_held_is_said_so(world: World) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(exporting.export, world.accord, "UNOBODY", BY, "")
    assert refused.value.key == "nobody-held"
    with pytest.raises(Refusal):
        world.do(exporting.export, Actor("T2", ""), "USTUDENT", BY, "")


def test_an_export_does_not_write_over_another(world: World, tmp_path: Path) -> None:
    found = exported(world, world.student)
    page_page.prepare(found, tmp_path / "out")
    made = page_page.publish(tmp_path / "out")
    assert [path.stat().st_mode & 0o077 for path in made] == [0, 0]
    with pytest.raises(FileExistsError):
        page_page.prepare(found, tmp_path / "out")
    assert json.loads(made[0].read_text("utf-8"))["format"] == exporting.FORMAT
