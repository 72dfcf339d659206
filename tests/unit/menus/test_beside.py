"""Why it matters, what a student works with, what helped others, and what good looks like where work is looked at."""

from dataclasses import replace

import pytest

from bot.activities.checking_in import answering, responding
from bot.activities.checking_in.forms import answer_fields, response_form
from bot.activities.looking_back import halfway
from bot.activities.looking_back.halfway_messages import halfway_form
from bot.activities.menus import picking
from bot.activities.menus import use_cases as menus
from bot.activities.proposing import interviewing
from bot.activities.standards import choosing
from bot.activities.standards import use_cases as standards
from bot.domain.actor import Refusal, Side
from bot.domain.contract import Contract, Status, Version
from bot.domain.helped import helped, things_of
from bot.domain.questions import REPORT
from bot.domain.rubrics import from_table, typed_table
from bot.domain.terms import TakenCriterion
from prompts.words import words_for
from tests.unit.checking_in.steps import asked
from tests.unit.checking_in.test_phases import noted
from tests.unit.proposing.talk import Talk
from tests.world import WORKSPACE, World

WHY = "in my job interview in May"


def _say(world: World, talk: Talk, part: str, text: str) -> None:
    world.do(interviewing.edit, world.student, talk.interview().id, talk.interview().asked, part)
    world.do(interviewing.hear, world.student, talk.interview().id, text, "9.1")


def test_why_and_what_with_are_said_from_the_summary_and_signed(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    plain = talk.question().terms
    assert plain is not None
    _say(world, talk, "1.why", WHY)
    _say(world, talk, "1.materials", "my notebook\nhttps://example.org/words")
    terms = talk.question().terms
    assert terms is not None
    (target,) = terms.targets
    assert (target.why, things_of(target)) == (WHY, ["my notebook", "https://example.org/words"])
    assert terms.content_hash() != plain.content_hash()
    without = replace(terms, targets=(replace(target, why="", materials=""),))
    assert without.content_hash() == plain.content_hash()


def test_what_helps_with_a_standard_of_the_target_is_offered_and_taken_once(world: World) -> None:
    things = "W.1: The reader; a timer\nW.2: a map\nW.3: the reader; a globe"
    typed = "W.1: Write\nW.2: Read maps\nW.3: Travel"
    world.do(standards.add, world.teacher, world.classroom.id, typed, (), things)
    talk = Talk(world).begin().to_the_summary()
    about = (world.student, talk.interview().id)
    _ask(world, talk)
    assert talk.question().offers == ()
    world.do(interviewing.hear, *about, "A timer!\nmy notebook", "9.1")
    with world.uow() as uow:
        ids = {one.code: str(one.id) for one in uow.standards.of(world.classroom.id)}
    world.do(choosing.choose, *about, [[ids["W.1"], ids["W.3"]]])
    _ask(world, talk)
    assert talk.question().offers == ("The reader", "a globe")
    world.do(interviewing.take_materials, *about, talk.interview().asked)
    terms = talk.question().terms
    assert terms is not None
    assert things_of(terms.targets[0]) == ["A timer!", "my notebook", "The reader", "a globe"]
    with pytest.raises(Refusal, match="old-button"):
        world.do(interviewing.take_materials, *about, talk.interview().asked)
    _ask(world, talk)
    assert talk.question().offers == ()
    with pytest.raises(Refusal, match="old-button"):
        world.do(interviewing.take_materials, *about, talk.interview().asked)


def test_what_has_no_room_is_not_offered(world: World) -> None:
    long = "; ".join(f"{letter * 150}" for letter in "abc")
    world.do(standards.add, world.teacher, world.classroom.id, "W.1: Write", (), f"W.1: {long}")
    talk = Talk(world).begin().to_the_summary()
    with world.uow() as uow:
        (one,) = uow.standards.of(world.classroom.id)
    world.do(choosing.choose, world.student, talk.interview().id, [[str(one.id)]])
    _say(world, talk, "1.materials", "n" * 100)
    _ask(world, talk)
    assert talk.question().offers == ("a" * 150, "b" * 150)


def _ask(world: World, talk: Talk) -> None:
    world.do(interviewing.edit, world.student, talk.interview().id, talk.interview().asked, "1.materials")


def test_a_private_link_is_asked_again(world: World) -> None:
    talk = Talk(world).begin().to_the_summary()
    _say(world, talk, "1.materials", "http://localhost/words")
    assert talk.notice().remark == "menu-private-link"


def test_after_a_setback_it_stands_why(world: World) -> None:
    target = replace(world.terms().targets[0], why=WHY)
    check_in = asked(world, world.agree(targets=(target,)))
    world.do(answering.number, world.student, check_in, 0, 1)
    assert WHY in noted(world)


def test_a_step_forward_does_not_remind_of_it(world: World) -> None:
    target = replace(world.terms().targets[0], why=WHY)
    check_in = asked(world, world.agree(targets=(target,)))
    world.do(answering.number, world.student, check_in, 0, 4)
    assert WHY not in noted(world)


# What helped others.


def _kept(contract: Contract, student: str, materials: str, unit: str = "") -> Contract:
    (target, *_) = contract.in_force.terms.targets
    target = replace(target, materials=materials, unit=unit or target.unit)
    agreed = replace(contract.in_force, terms=replace(contract.in_force.terms, targets=(target,)))
    return replace(contract, student=student, status=Status.COMPLETED, agreed=agreed)


def test_only_from_five_people_on_and_without_whoever_asks(world: World) -> None:
    contract = world.agree()
    unit = contract.in_force.terms.targets[0].unit
    four = [_kept(contract, f"U{n}", "Flash cards\nA timer") for n in range(4)]
    again = [*four, _kept(contract, "U3", "flash-cards"), _kept(contract, "UME", "Flash cards")]
    assert helped(again, unit, beside="UME") == []
    assert helped(again, unit.upper(), beside="U0") == []
    five = [*again, _kept(contract, "U9", "flash cards")]
    assert helped(five, unit.upper(), beside="UME") == [("Flash cards", 5)]
    assert helped(five, "pages", beside="UME") == []
    running = [replace(one, status=Status.ACTIVE) for one in five]
    assert helped(running, unit, beside="UME") == []


@pytest.mark.parametrize(("people", "told"), [(4, ()), (5, (("materials", "Flash cards (5)"),))])
def test_whoever_says_what_they_work_with_is_told_how_many_it_helped(
    world: World, monkeypatch: pytest.MonkeyPatch, people: int, told: tuple[tuple[str, str], ...]
) -> None:
    talk = Talk(world).begin().to_the_summary()
    terms = talk.question().terms
    assert terms is not None
    agreed = Version(1, Side.STUDENT, "U0", terms, world.now)
    one = Contract(WORKSPACE, world.classroom.id, "U0", Status.ACTIVE, world.now, agreed, agreed)
    others = [_kept(one, f"U{n}", "Flash cards") for n in range(people)]
    _ask(world, talk)
    with world.uow() as uow:
        monkeypatch.setattr(type(uow.contracts), "of_classroom", lambda *_: others)
    assert talk.question().took == told


# What good looks like.


def _taken() -> TakenCriterion:
    content = from_table(typed_table("| Beginning | Secure\nSentences | all begin alike | no two begin alike"))
    one = content.criteria[0]
    return TakenCriterion("Essay (1)", one.name, content.levels, one.descriptors)


def test_descriptors_stand_where_work_is_looked_at(world: World) -> None:
    target = replace(world.terms().targets[0], rubric=(_taken(),))
    contract = world.agree(targets=(target,))
    check_in = asked(world, contract)
    words = words_for()
    assert "no two begin alike" in str(answer_fields(words, (target,), {}, REPORT))
    shown = world.do(responding.looked_at, world.teacher, check_in)
    assert "no two begin alike" in str(response_form(words, check_in, "Ana", taken=shown))
    with pytest.raises(Refusal):
        world.do(responding.looked_at, world.student, check_in)
    brief = world.do(halfway.open_form, world.student, contract.id)
    assert str(halfway_form(words, brief)).count("no two begin alike") == 1


def test_an_activity_that_is_made_as_it_came_again_is_asked_about(world: World) -> None:
    parts = {"name": "Letter to the editor", "purpose": "Argue with evidence"}
    world.do(menus.save, world.teacher, world.classroom.id, 0, parts)
    talk = Talk(world).begin().to_the_summary()
    with world.uow() as uow:
        (one,) = uow.menu.offered()
    about = (world.student, talk.interview().id, 1)
    world.do(picking.take, *about, str(one.id), "about our bus line")
    taken = talk.question().terms
    assert taken is not None
    assert taken.targets[0].strategies == "Letter to the editor: about our bus line"
    _say(world, talk, "1.strategies", "Letter to the editor")
    assert (talk.notice().remark, talk.now_asked()) == ("activity-unchanged", "1.strategies")
    world.do(menus.remove, world.teacher, world.classroom.id, one.id)
    talk.say("a letter about our bus line, on Tuesdays")
    kept = talk.question().terms
    assert kept is not None
    assert kept.targets[0].activity == (one.taken,)
    world.do(picking.take, *about, "none", "")
    freed = talk.question().terms
    assert freed is not None
    assert freed.targets[0].activity == ()
