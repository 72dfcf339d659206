"""Rubrics: what is one, its versions, and what a target keeps of it."""

import asyncio
from dataclasses import replace

import pytest

from bot.activities.bringing import use_cases as bringing
from bot.activities.rubrics import taking
from bot.activities.rubrics import use_cases as rubrics
from bot.domain.actor import Refusal
from bot.domain.bringing import FileUnread
from bot.domain.rubrics import Rubric, from_table, standing, taken_as_text, taken_from_text, typed_table
from bot.standards.reading import read_rubric
from tests.world import World

TABLE = "| Beginning | Secure\nIdeas | one idea | ideas build on each other\nSentences | all begin alike | they vary"


def _standing(world: World) -> list[Rubric]:
    with world.uow() as uow:
        return standing(uow.rubrics.all())


def _save(world: World, table: str = TABLE, name: str = "Essay", rubric: int = 0) -> Rubric:
    world.do(rubrics.save, world.teacher, world.classroom.id, rubric, name, table)
    return next(one for one in _standing(world) if one.name == name)


@pytest.mark.parametrize(
    ("table", "key", "line"),
    [
        ("", "rubric-empty", None),
        ("| Only\nIdeas | one", "rubric-levels", 1),
        ("|" + "|".join("1234567") + "\nI|" + "|".join("1234567"), "rubric-levels", 1),
        ("| Good | good\nIdeas | a | b", "rubric-levels-alike", 1),
        ("| A | B", "rubric-no-criteria", None),
        ("| A | B\n\nIdeas | one", "rubric-descriptor-missing", 3),
        ("| A | B\nIdeas | same | SAME", "rubric-descriptors-alike", 2),
        ("| A | B\nIdeas | a | b\nideas | c | d", "rubric-criterion-twice", 3),
        ("| A | B\nIdeas | a | " + "x" * 301, "rubric-descriptor-long", 2),
        ("| A | B\n" + "\n".join(f"C{n} | a | b" for n in range(13)), "rubric-too-many", None),
    ],
)
def test_what_is_no_rubric_says_where(world: World, table: str, key: str, line: int | None) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(rubrics.save, world.teacher, world.classroom.id, 0, "Essay", table)
    assert (refused.value.key, refused.value.field) == (key, "table")
    assert refused.value.args_for_copy.get("line") == line
    assert _standing(world) == []


def test_it_can_be_pasted_out_of_a_spreadsheet() -> None:
    pasted = from_table(typed_table(TABLE.replace(" | ", "\t").replace("| B", "\tB")))
    assert pasted == from_table(typed_table(TABLE))
    assert pasted.criteria[0].descriptors == ("one idea", "ideas build on each other")


def test_a_change_is_a_new_version_and_the_same_again_is_none(world: World) -> None:
    first = _save(world)
    assert _save(world, rubric=first.id).number == 1
    second = _save(world, TABLE.replace("they vary", "no two begin alike"), rubric=first.id)
    assert (second.number, len(_standing(world))) == (2, 1)
    with pytest.raises(Refusal, match="rubric-version-gone"):
        world.do(rubrics.save, world.teacher, world.classroom.id, first.id, "Essay", TABLE)
    with pytest.raises(Refusal, match="rubric-name-taken"):
        world.do(rubrics.save, world.teacher, world.classroom.id, 0, "ESSAY", TABLE)
    renamed = _save(world, name="Long essay", rubric=second.id)
    assert [one.name for one in _standing(world)] == ["Long essay"]
    world.do(rubrics.remove, world.teacher, world.classroom.id, renamed.id)
    assert _standing(world) == []


def test_letters_find_criteria_of_what_stands(world: World) -> None:
    _save(world)
    found = world.do(rubrics.suggest, world.student, world.classroom.id, "éssay sent")
    assert [one.criteria[place].name for one, place in found] == ["Sentences"]
    assert len(world.do(rubrics.suggest, world.student, world.classroom.id, "")) == 2


def test_a_file_is_read_by_line_and_stands_after_a_yes(world: World) -> None:
    read = asyncio.run(read_rubric(b'\xef\xbb\xbf;Beginning;Secure\nIdeas;one idea;"two; linked"\n'))
    assert read.count == 1
    world.do(rubrics.save, world.teacher, world.classroom.id, 0, "", "", (("F1", "Lab report.csv"),))
    with world.uow() as uow:
        (one,) = uow.brought.all()
    world.do(bringing.was_read, world.accord, one.id, read)
    assert _standing(world) == []
    world.do(bringing.take, world.teacher, one.id)
    (made,) = _standing(world)
    assert (made.name, made.criteria[0].descriptors) == ("Lab report", ("one idea", "two; linked"))
    with pytest.raises(FileUnread) as unread:
        asyncio.run(read_rubric(b",A,B\nIdeas,x,x\n"))
    assert (unread.value.why, unread.value.place) == ("rubric-descriptors-alike", "2")


def test_a_target_keeps_what_it_took(world: World) -> None:
    made = _save(world)
    taken = (made.taken(0), made.taken(1))
    assert taken_from_text(taken_as_text(taken)) == taken
    assert taken_from_text("") == ()
    plain = world.terms()
    target = replace(plain.targets[0], rubric=taken)
    assert replace(plain, targets=(target,)).content_hash() != plain.content_hash()
    assert replace(plain, targets=(replace(target, rubric=()),)).content_hash() == plain.content_hash()
    contract = world.agree(targets=(target,))
    world.do(rubrics.remove, world.teacher, world.classroom.id, made.id)
    with world.uow() as uow:
        kept = uow.contracts.get(contract.id)
    assert kept is not None
    assert kept.in_force.terms.targets[0].rubric == taken


def test_a_version_that_is_gone_is_not_taken(world: World) -> None:
    made = _save(world)
    target = replace(world.terms().targets[0], rubric=(made.taken(0),))
    assert taking._read(target, ["kept:0"], {}) == (made.taken(0),)
    with pytest.raises(Refusal, match="rubric-version-gone"):
        taking._read(target, [f"{made.id}:0"], {})
