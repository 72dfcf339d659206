"""Nothing goes to the class without a yes to the very text that is posted."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.celebrating import use_cases as celebrating
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import Consent, Milestone
from bot.domain.classroom import Classroom
from bot.domain.contract import Contract
from bot.domain.progress import Point
from bot.language.shoutout import token
from bot.messages.presenting import present
from sandbox.blocks.check import check_message_blocks
from storage.unit_of_work import UnitOfWork
from tests.rows import first_row
from tests.unit.celebrating.scenes import Way
from tests.world import START, WORKSPACE, World


def answer(way: Way, share: bool, actor: Actor | None = None, shown: str = "") -> None:
    milestone, now_shown = way.asked()
    way.world.do(celebrating.decide, actor or way.world.student, milestone, shown or now_shown, share)


def save(world: World, contract: Contract) -> Contract:
    with world.uow() as uow:
        return uow.contracts.save(contract)


def renamed(uow: UnitOfWork, user: str, name: str) -> None:
    person = uow.people.of(user)
    assert person is not None
    uow.people.put(replace(person, name=name))


def statement(way: Way, text: str) -> None:
    """A change of the target's statement, proposed and agreed."""
    world, current = way.world, way.contract.in_force.terms
    target = replace(current.targets[0], statement=text)
    changed = life.propose_change(
        way.contract, replace(current, targets=(target,)), Side.STUDENT, world.student.user, world.now
    )
    agreed = life.agree_to_change(changed, changed.on_the_table.number, Side.TEACHER, world.teacher.user, world.now)
    way.contract = save(world, agreed)


@pytest.mark.parametrize("consent", [c for c in Consent if c is not Consent.GIVEN])
def test_what_waits_to_be_posted_asks_for_the_yes_once_more(world: World, consent: Consent) -> None:
    """It is looked at as it leaves: whatever became of the yes meanwhile, nothing is posted without one."""
    way = Way(world)
    way.log("5")
    answer(way, share=True)
    (posted,) = [d for d in world.deliveries() if d.notice == "shoutout-posted"]
    (given,) = way.milestones()
    with world.uow() as uow:
        assert present(uow, posted) is not None
        uow.milestones.save(replace(given, consent=consent))
        assert present(uow, posted) is None


@pytest.mark.parametrize("change", [partial(replace, shoutouts=False), partial(replace, archived=True)])
def test_what_waits_to_be_posted_asks_for_the_class_once_more(
    world: World, change: Callable[[Classroom], Classroom]
) -> None:
    """A class that has no shoutouts any more, or is archived, hears of nothing that waited."""
    way = Way(world)
    way.log("5")
    answer(way, share=True)
    (posted,) = [d for d in world.deliveries() if d.notice == "shoutout-posted"]
    with world.uow() as uow:
        classroom = uow.classrooms.get(world.classroom.id)
        assert classroom is not None
        uow.classrooms.save(change(classroom))
        assert present(uow, posted) is None


def test_only_a_yes_reaches_the_class(world: World) -> None:
    way = Way(world)
    way.log("5")
    assert world.kinds("C1") == []
    answer(way, share=True)
    assert world.kinds("C1") == ["shoutout-posted"]
    assert way.consents() == {Point.HALFWAY: Consent.GIVEN}


def test_a_no_is_final_for_this_point_and_not_for_the_next(world: World) -> None:
    way = Way(world)
    way.log("5")
    milestone, shown = way.asked()
    answer(way, share=False)
    with pytest.raises(Refusal, match="shoutout-decided"):
        world.do(celebrating.decide, world.student, milestone, shown, True)
    way.log("6")
    assert way.consents() == {Point.HALFWAY: Consent.REFUSED}
    way.log("8")
    assert way.consents() == {Point.HALFWAY: Consent.REFUSED, Point.GOAL: Consent.ASKED}
    assert world.kinds("C1") == []


def test_a_correction_after_a_no_asks_nothing(world: World) -> None:
    way = Way(world)
    reply = way.log("5")
    answer(way, share=False)
    way.correct(way.correct(reply, "3"), "5")
    assert way.consents() == {Point.HALFWAY: Consent.REFUSED}
    assert len(way.questions()) == 1


def test_pressed_twice_it_is_shared_once(world: World) -> None:
    way = Way(world)
    way.log("5")
    milestone, shown = way.asked()
    for _ in range(3):
        world.do(celebrating.decide, world.student, milestone, shown, True)
    assert world.kinds("C1") == ["shoutout-posted"]


def test_a_yes_is_not_taken_back_by_the_other_button(world: World) -> None:
    way = Way(world)
    way.log("5")
    milestone, shown = way.asked()
    answer(way, share=True)
    with pytest.raises(Refusal, match="shoutout-decided"):
        world.do(celebrating.decide, world.student, milestone, shown, False)


@pytest.mark.parametrize("share", [True, False])
@pytest.mark.parametrize(
    ("who", "key"),
    [
        ("classmate", "no-such-contract"),
        ("teacher", "no-such-contract"),
        ("teacher2", "no-such-contract"),
        ("stranger", "no-such-contract"),
        ("admin", "no-such-contract"),
    ],
)
def test_nobody_decides_for_the_student(world: World, who: str, key: str, share: bool) -> None:
    way = Way(world)
    way.log("5")
    with pytest.raises(Refusal, match=key):
        answer(way, share, getattr(world, who))
    assert way.consents() == {Point.HALFWAY: Consent.ASKED}
    assert world.kinds("C1") == []


def test_a_forged_milestone_is_nobodys(world: World) -> None:
    with pytest.raises(Refusal, match="no-such-contract"):
        world.do(celebrating.decide, world.student, 987_654, "0" * 16, True)


def test_another_workspace_has_no_such_milestone(world: World) -> None:
    way = Way(world)
    way.log("5")
    with pytest.raises(Refusal, match="no-such-contract"):
        answer(way, True, Actor("T2", world.student.user))


def test_who_left_the_class_shares_nothing_in_it(world: World) -> None:
    way = Way(world)
    way.log("5")
    with world.uow() as uow:
        place = first_row(uow.memberships, user=world.student.user)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    with pytest.raises(Refusal, match="not-in-this-class"):
        answer(way, share=True)


@pytest.mark.parametrize("change", [{"shoutouts": False}, {"archived": True}])
def test_shoutouts_that_ended_in_the_meantime_share_nothing(world: World, change: dict[str, bool]) -> None:
    way = Way(world)
    way.log("5")
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, **change))  # type: ignore[arg-type]
    answer(way, share=True)
    assert way.consents() == {Point.HALFWAY: Consent.NOT_ASKED}
    assert world.kinds("C1") == []


class TestTheTextIsTheOneThatWasShown:
    def test_a_new_name_is_shown_and_asked_about_first(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        with world.uow() as uow:
            renamed(uow, world.student.user, "Anastasia")
        answer(way, share=True)
        assert way.consents() == {Point.HALFWAY: Consent.ASKED}
        assert world.kinds("C1") == []
        assert len(way.questions()) == 2
        answer(way, share=True)
        assert world.kinds("C1") == ["shoutout-posted"]
        assert posted(world) == shown_to_student(world)

    def test_a_new_statement_is_shown_and_asked_about_first(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        statement(way, "Something else")
        answer(way, share=True)
        assert world.kinds("C1") == []
        answer(way, share=True)
        assert world.kinds("C1") == ["shoutout-posted"]

    def test_an_old_question_does_not_speak_for_a_new_text(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        milestone, old = way.asked()
        statement(way, "Something else")
        answer(way, share=True)
        world.do(celebrating.decide, world.student, milestone, old, True)
        assert way.consents() == {Point.HALFWAY: Consent.ASKED}
        assert world.kinds("C1") == []

    def test_a_forged_token_only_asks_again(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        answer(way, share=True, shown="0" * 16)
        assert way.consents() == {Point.HALFWAY: Consent.ASKED}
        assert world.kinds("C1") == []

    def test_a_target_that_is_no_longer_reached_is_not_asked_about(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        current = way.contract.in_force.terms
        harder = replace(current, targets=(replace(current.targets[0], goal=current.targets[0].goal * 4),))
        way.contract = save(
            world,
            life.agree_to_change(
                life.propose_change(way.contract, harder, Side.STUDENT, world.student.user, world.now),
                way.contract.versions + 1,
                Side.TEACHER,
                world.teacher.user,
                world.now,
            ),
        )
        answer(way, share=True)
        assert way.consents() == {Point.HALFWAY: Consent.WITHDRAWN}

    def test_a_name_that_changes_after_the_yes_does_not_change_what_is_posted(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        before = shown_to_student(world)
        answer(way, share=True)
        with world.uow() as uow:
            renamed(uow, world.student.user, "Anastasia")
        assert posted(world) == before

    @pytest.mark.parametrize("said", ["Reach 16/20 in maths", "Get 80 % right", "Raise my grade", "8 of 10 openings"])
    def test_numbers_that_read_as_grades_stay_private(self, world: World, said: str) -> None:
        way = Way(world)
        statement(way, said)
        way.log("5")
        answer(way, share=True)
        assert posted(world) == shown_to_student(world)
        assert said not in str(posted(world))
        assert not any(c.isdigit() for c in str(posted(world)))

    def test_what_was_typed_neither_mentions_nor_formats(self, world: World) -> None:
        way = Way(world)
        statement(way, "<!channel> *bold* @here #general <https://evil.example|x>")
        way.log("5")
        answer(way, share=True)
        assert posted(world) == shown_to_student(world)
        elements = posted(world)["elements"][0]["elements"]
        assert {e["type"] for e in elements} == {"text"}
        assert elements[-1] == {"type": "text", "text": "<!channel> *bold* @here #general <https://evil.example|x>"}


def test_every_message_is_one_that_slack_takes(world: World) -> None:
    way = Way(world)
    statement(way, "é" * 3000)
    way.log("5")
    check(world)
    answer(way, share=True)
    check(world)
    way.log("8")
    answer(way, share=False)
    check(world)
    corrected = replace(way.milestones()[1], consent=Consent.WITHDRAWN)
    with world.uow() as uow:
        uow.milestones.save(corrected)
    check(world)


def check(world: World) -> None:
    for _, message in world.render_all():
        if message is not None:
            assert check_message_blocks([dict(b) for b in message.blocks]) == []
            assert 0 < len(message.text) <= 4000


def shown_to_student(world: World) -> dict[str, Any]:
    """The block between the two dividers of the newest question."""
    newest = [m for d, m in world.render_all() if d.notice == "milestone-reached"][-1]
    kinds = [b["type"] for b in newest.blocks]
    block: dict[str, Any] = newest.blocks[kinds.index("divider") + 1]
    return block


def posted(world: World) -> dict[str, Any]:
    newest = [m for d, m in world.render_all() if d.notice == "shoutout-posted"][-1]
    (block,) = newest.blocks
    return dict(block)


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_a_token_tells_names_and_statements_apart(name: str, other: str, said: str) -> None:
    way = _milestone(name, said)
    assert (token(way) == token(_milestone(other, said))) is (name == other)


def _milestone(name: str, said: str) -> Milestone:
    return Milestone(WORKSPACE, 1, 0, Point.GOAL, START, Decimal(1), 1, name, said)


@pytest.mark.parametrize("called", ["Ben", "ben's", "B. Adéyemi", "Adeyemi, Ben"])
def test_a_target_that_names_a_classmate_is_shown_without_its_sentence(world: World, called: str) -> None:
    with world.uow() as uow:
        renamed(uow, "UCLASSMATE", "Ben Adeyemi")
    way = Way(world)
    statement(way, f"Read my openings aloud to {called}")
    way.log("5")
    with world.uow() as uow:
        assert [m.statement for m in uow.milestones.all()] == [""]


def test_words_that_are_names_too_do_not_hide_a_target(world: World) -> None:
    with world.uow() as uow:
        renamed(uow, "UCLASSMATE", "Will Mark")
    way = Way(world)
    statement(way, "I will mark my openings in each essay")
    way.log("5")
    with world.uow() as uow:
        assert [m.statement for m in uow.milestones.all()] == ["I will mark my openings in each essay"]
