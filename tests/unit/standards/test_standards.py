"""Standards of a class: what is typed and brought, what is suggested, who serves which, and what contracts keep."""

from dataclasses import replace

import pytest

from bot.activities.bringing import use_cases as bringing
from bot.activities.standards import choosing, reads
from bot.activities.standards import use_cases as standards
from bot.domain.actor import Refusal
from bot.domain.bringing import Brings, Brought, BroughtState, LineLeftOut, ReadFile
from bot.domain.standards import as_text, from_text, made, resources_as_typed, searched
from bot.domain.terms import ServedStandard, Terms
from tests.world import World

TYPED = "RL.6.1: Name evidence\nW.6.2: Vary how sentences begin: three ways"


@pytest.fixture
def room(world: World) -> int:
    world.do(standards.add, world.teacher, world.classroom.id, TYPED, ())
    return world.classroom.id


def _labels(world: World, room: int, typed: str) -> list[str]:
    return [one.code for one in world.do(standards.suggest, world.student, room, typed)]


def _all(world: World) -> list[tuple[str, str]]:
    with world.uow() as uow:
        return [(one.code, one.statement) for one in uow.standards.of(world.classroom.id)]


def test_what_is_typed_stands_and_again_changes_nothing(world: World, room: int) -> None:
    first = _all(world)
    assert first == [("RL.6.1", "Name evidence"), ("W.6.2", "Vary how sentences begin: three ways")]
    world.do(standards.add, world.teacher, room, TYPED, ())
    assert _all(world) == first
    world.do(standards.add, world.teacher, room, "RL.6.1: Name your evidence", ())
    assert _all(world) == [("RL.6.1", "Name your evidence"), first[1]]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("RL.6.1 Name evidence", "standard-line"),
        (": Name", "standard-line"),
        ("RL:", "standard-line"),
        ("A: x\n\nA: y", "standard-twice"),
        ("", "standards-nothing"),
    ],
)
def test_a_line_that_is_none_is_refused_whole(world: World, typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(standards.add, world.teacher, world.classroom.id, f"B: fine\n{typed}" if typed else "", ())
    assert (refused.value.key, refused.value.field) == (key, "typed")
    assert _all(world) == []


def test_letters_find_them_whatever_their_case_or_accents(world: World, room: int) -> None:
    assert _labels(world, room, "") == ["RL.6.1", "W.6.2"]
    assert _labels(world, room, "ÉVIDENCE name") == ["RL.6.1"]
    assert _labels(world, room, "6.2") == ["W.6.2"]
    assert _labels(world, room, "%") == _labels(world, room, "_") == []
    assert searched("  Añadir\tÉl ") == "anadir el"


def test_a_file_stands_after_a_yes_alone(world: World, room: int) -> None:
    one = _bring(world)
    found = '[["A.1", "Read", "id-1"], ["RL.6.1", "Name evidence", ""]]'
    world.do(
        bringing.was_read, world.accord, one, ReadFile(found, 2, tuple(LineLeftOut(n, "twice") for n in range(40)))
    )
    assert len(_all(world)) == 2
    assert world.kinds(world.teacher.user)[-1] == "file-read"
    world.do(bringing.take, world.teacher, one)
    assert [code for code, _ in _all(world)] == ["RL.6.1", "W.6.2", "A.1"]
    kept = _brought(world, one)
    assert (kept.state, kept.found, kept.left_out, kept.left) == (BroughtState.TAKEN, "", (), 40)
    with pytest.raises(Refusal, match="old-button"):
        world.do(bringing.take, world.teacher, one)


def test_a_package_anew_brings_its_words_as_they_are_now(world: World, room: int) -> None:
    for words in ("Read", "Read aloud"):
        one = _bring(world)
        world.do(bringing.was_read, world.accord, one, ReadFile(f'[["A.1", "{words}", "id-1"]]', 1))
        world.do(bringing.take, world.teacher, one)
    assert _all(world)[2:] == [("A.1", "Read aloud")]


def test_a_second_file_lets_go_of_the_first(world: World) -> None:
    first = _bring(world)
    world.do(bringing.was_read, world.accord, first, ReadFile('[["A", "x", ""]]', 1))
    second = _bring(world)
    assert (_brought(world, first).state, _brought(world, first).found) == (BroughtState.DROPPED, "")
    world.do(bringing.not_read, world.accord, second, "loop", "x")
    assert _brought(world, second).state is BroughtState.REFUSED
    assert _all(world) == []


def test_too_many_are_refused_and_nothing_is_half_done(
    world: World, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standards, "STANDARDS_MOST", 3)
    with pytest.raises(Refusal, match="standards-too-many"):
        world.do(standards.add, world.teacher, room, "A: x\nB: y", ())
    assert len(_all(world)) == 2


def _bring(world: World) -> int:
    world.do(standards.add, world.teacher, world.classroom.id, "", (("F1", "plan.csv"),))
    with world.uow() as uow:
        return max(one.id for one in uow.brought.all())


def _brought(world: World, one: int) -> Brought:
    with world.uow() as uow:
        found = uow.brought.get(one)
    assert found is not None
    return found


SERVED = (ServedStandard("RL.6.1", "Name evidence"), ServedStandard("", "Words alone"))


def _serving(world: World) -> Terms:
    terms = world.terms()
    return replace(terms, targets=(replace(terms.targets[0], standards=SERVED), *terms.targets[1:]))


def test_they_stand_in_what_is_signed_and_leave_older_signatures_valid(world: World) -> None:
    plain, serving = world.terms(), _serving(world)
    assert plain.content_hash() != serving.content_hash()
    without = replace(serving, targets=tuple(replace(one, standards=()) for one in serving.targets))
    assert without.content_hash() == plain.content_hash()
    assert from_text(as_text(SERVED)) == SERVED
    assert from_text("") == ()


def test_coverage_counts_what_is_signed(world: World, room: int) -> None:
    world.agree(targets=_serving(world).targets)
    with world.uow() as uow:
        found = reads.coverage_of(uow, room)
    assert (found.count, found.named) == (2, 1)
    assert [one.code for one in found.open] == ["W.6.2"]
    assert dict(found.of_student)[world.student.user] == ("RL.6.1", "Words alone")
    world.do(standards.take_out, world.teacher, room, (), everything=True)
    with world.uow() as uow:
        after = reads.coverage_of(uow, room)
        contract = uow.contracts.open_of(world.student.user, room)
    assert (after.count, dict(after.of_student)[world.student.user]) == (0, ("RL.6.1", "Words alone"))
    assert contract is not None
    assert contract.in_force.terms.targets[0].standards == SERVED


def test_one_of_another_class_is_neither_taken_out_nor_chosen(world: World, room: int) -> None:
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="COTHER", name="Other"))
        mine = uow.standards.of(room)[0]
        uow.standards.add(replace(mine, id=0, classroom=other.id, code="OTHER"))
        theirs = uow.standards.of(other.id)[0]
    world.do(standards.take_out, world.teacher, room, (theirs.id, mine.id), everything=False)
    with world.uow() as uow:
        assert [one.code for one in uow.standards.of(other.id)] == ["OTHER"]
        read = choosing._read(uow, room, world.terms().targets[0], ())
        assert read == ()
        with pytest.raises(Refusal, match="old-button"):
            choosing._read(uow, room, world.terms().targets[0], (str(theirs.id),))
        for forged in ("kept:0", "²", "9" * 30, ""):
            with pytest.raises(Refusal, match="old-button"):
                choosing._read(uow, room, world.terms().targets[0], (forged,))


def test_a_file_is_for_its_kind_alone() -> None:
    assert bringing.TAKERS[Brings.STANDARDS] is standards.take_file


# What helps with them.


def _helping(world: World) -> dict[str, tuple[str, ...]]:
    with world.uow() as uow:
        return {one.code: one.resources for one in uow.standards.of(world.classroom.id)}


def test_what_helps_is_typed_by_code_and_stays_with_new_words(world: World, room: int) -> None:
    lines = "RL.6.1: The reader, page 12; https://example.org/a\nNEW: a map"
    world.do(standards.add, world.teacher, room, "NEW: Read maps", (), lines)
    reader = ("The reader, page 12", "https://example.org/a")
    assert _helping(world) == {"RL.6.1": reader, "W.6.2": (), "NEW": ("a map",)}
    assert world.do(standards.open_add, world.teacher, room) == lines
    world.do(standards.add, world.teacher, room, "RL.6.1: Name your evidence", (), "NEW:")
    assert _helping(world) == {"RL.6.1": reader, "W.6.2": (), "NEW": ()}
    one = _bring(world)
    found = '[["W.6.2", "Vary", "", ["a timer"]], ["RL.6.1", "Name evidence", "", []]]'
    world.do(bringing.was_read, world.accord, one, ReadFile(found, 2))
    world.do(bringing.take, world.teacher, one)
    assert _helping(world) == {"RL.6.1": reader, "W.6.2": ("a timer",), "NEW": ()}
    (found_one, *_) = world.do(standards.suggest, world.student, room, "vary")
    assert found_one.resources == ("a timer",)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("RL.6.1 the reader", "standard-resources-line"),
        (": the reader", "standard-resources-line"),
        ("RL.6.1: a\nRL.6.1: b", "standard-twice"),
        ("RL.6.9: the reader", "standard-unknown"),
        ("RL.6.1: http://intranet/books", "menu-private-link"),
        ("RL.6.1: https://ana:secret@example.org/", "menu-link-with-key"),
        ("RL.6.1: =1+1", "menu-formula"),
        ("RL.6.1: a; b; c; d; e; f; g", "menu-resources"),
    ],
)
def test_what_can_not_help_is_refused_whole(world: World, room: int, typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        world.do(standards.add, world.teacher, room, "NEW: Read maps", (), f"W.6.2: a map\n{typed}")
    assert (refused.value.key, refused.value.field) == (key, "resources")
    assert _helping(world) == {"RL.6.1": (), "W.6.2": ()}


def test_only_whole_lines_begin_the_field() -> None:
    several = [replace(made("T", 1, code, "x"), resources=("a map",)) for code in ("A", "B", "")]
    assert resources_as_typed(several, 17) == "A: a map"
    assert resources_as_typed(several, 18) == "A: a map\nB: a map"


def test_students_do_not_say_what_helps(world: World, room: int) -> None:
    with pytest.raises(Refusal):
        world.do(standards.open_add, world.student, room)
    with pytest.raises(Refusal):
        world.do(standards.add, world.student, room, "", (), "RL.6.1: a map")
    assert _helping(world)["RL.6.1"] == ()
