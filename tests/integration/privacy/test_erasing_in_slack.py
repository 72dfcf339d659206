"""Who is erased leaves Slack too: what was said is taken back, and what that needs is held for a month at most."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.installing import use_cases as installing
from bot.activities.lesson.messages import subject_of
from bot.activities.lesson.ticket_messages import TicketOver, TicketResults
from bot.activities.privacy import disclosing, erasing, exporting
from bot.domain.actor import Refusal
from bot.domain.classroom import Person
from bot.domain.disclosure import Retracting
from bot.domain.installation import Reason
from bot.domain.outbox import DeliveryState, ErrandKind
from tests.integration.privacy.erasures import BY, all_retracted, erase
from tests.integration.privacy.life import dm, holding, lived
from tests.rows import rows
from tests.unit.lesson.test_lesson import asked, class_of, says, shown
from tests.world import WORKSPACE, World


def test_everything_that_was_said_is_to_leave_slack(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    with world.uow() as uow:
        steps = uow.retractions.all()
        errands = rows(uow.errands, kind=ErrandKind.RETRACT)
    found = [(step.kind, step.place, bool(step.needles)) for step in steps]
    assert found[:2] == [(Retracting.HOME, "USTUDENT", False), (Retracting.CONVERSATION, "USTUDENT", False)]
    assert (Retracting.MESSAGE, "C1", False) in found
    assert found.count((Retracting.MESSAGE, dm(world.teacher), False)) == 2
    assert (Retracting.CONVERSATION, "UTEACHER", True) in found
    assert (Retracting.CONVERSATION, "UTEACHER2", True) in found
    assert (Retracting.CONVERSATION, "UCLASSMATE", True) in found
    assert [e.args for e in errands] == [{"disclosure": steps[0].disclosure}]


def test_steps_whose_errand_was_given_up_are_taken_up_again(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    with world.uow() as uow:
        given_up = rows(uow.errands, kind=ErrandKind.RETRACT)[0]
        uow.errands.save(replace(given_up, done=True, error="TimeoutError"))
    for _ in range(2):
        world.do(erasing.forget, world.accord)
    with world.uow() as uow:
        errands = rows(uow.errands, kind=ErrandKind.RETRACT)
    assert [e.done for e in errands] == [True, False]
    assert errands[1].args == given_up.args


def test_teachers_hear_that_a_contract_is_gone_but_not_whose(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    heard = [d for d in world.deliveries() if d.notice == "contract-removed"]
    assert {d.lane for d in heard} == {"UTEACHER", "UTEACHER2"}
    with world.uow() as uow:
        assert uow.contracts.of_classroom(world.classroom.id) == []
    assert all(d.args == {"classroom": world.classroom.id} for d in heard)
    world.render_all()


def test_until_slack_is_clean_it_is_said_what_is_held(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    assert world.do(erasing.waits_for_slack, world.accord, "USTUDENT")
    for use_case in (erasing.erase, exporting.export):
        with pytest.raises(Refusal) as refused:
            world.do(use_case, world.accord, "USTUDENT", BY, "")
        assert refused.value.key == "held-for-slack"
    all_retracted(world)
    assert not world.do(erasing.waits_for_slack, world.accord, "USTUDENT")
    assert holding(world.engine, "USTUDENT", "Horváth") == []


def test_the_names_of_another_who_was_erased_are_kept_for_slack(world: World) -> None:
    """Two may be called the same: the second erase leaves what the first one needs."""
    lived(world, world.student)
    lived(world, world.classmate)
    world.do(admitting.learn, world.classmate, Person(WORKSPACE, "UCLASSMATE", "Ana Horváth"))
    erase(world, world.student)
    with world.uow() as uow:
        before = [step for step in uow.retractions.all() if step.needles]
    erase(world, world.classmate)
    with world.uow() as uow:
        after = uow.retractions.all()
    assert len(before) > 1
    assert {step.place for step in before if step not in after} == {"UCLASSMATE"}  # all of it goes now


def test_in_a_workspace_that_left_nothing_is_kept_for_slack(world: World) -> None:
    lived(world, world.student)
    world.do(installing.leave, world.accord, Reason.UNINSTALLED)
    assert erase(world, world.student).steps == 0
    assert holding(world.engine, "USTUDENT", "Horváth") == []
    with world.uow() as uow:
        assert rows(uow.errands, kind=ErrandKind.RETRACT, done=False) == []


def test_what_slack_did_not_let_go_of_in_a_month_is_given_up(world: World) -> None:
    lived(world, world.student)
    erase(world, world.student)
    world.later(days=29)
    world.do(erasing.forget, world.accord)
    assert holding(world.engine, "USTUDENT", "Horváth")
    world.later(days=2)
    world.do(erasing.forget, world.accord)
    assert holding(world.engine, "USTUDENT", "Horváth") == []
    line = world.do(disclosing.listed, world.accord, "USTUDENT", 9)[-1]
    assert int(line.detail["slack_left"]) > 3


def test_while_a_message_is_on_its_way_nobody_is_erased(world: World) -> None:
    lived(world, world.student)
    waiting = next(d for d in world.deliveries() if d.state is DeliveryState.WAITING)
    held = replace(waiting, state=DeliveryState.CLAIMED, owner="x", lease_until=world.now + timedelta(seconds=9))
    with world.uow() as uow:
        uow.outbox._deliveries.save(held)
    with pytest.raises(Refusal) as refused:
        erase(world, world.student)
    assert refused.value.key == "on-its-way"
    world.later(seconds=10)
    assert erase(world, world.student).rows > 0


def test_what_was_quoted_without_a_name_is_taken_out_of_the_card(world: World) -> None:
    """No search for names finds it."""
    students = class_of(world, 6)
    lesson, own = asked(world)
    for student in students:
        says(world, student, own[student.user], student.user.lower(), quotes=True)
    world.later(days=2)
    assert "found ustudent" in shown(world, TicketResults.kind)
    cards = [d for d in world.deliveries() if d.subject == subject_of(lesson.id)]
    with world.uow() as uow:
        for one in cards:
            sent = replace(one, state=DeliveryState.SENT, channel=dm(world.teacher), ts=f"{one.id}.1")
            uow.outbox._deliveries.save(sent)
    erase(world, world.student)
    again = {d.refreshes for d in world.deliveries() if d.refreshes}
    assert {one.id for one in cards if one.notice in (TicketResults.kind, TicketOver.kind)} <= again
    assert "found ustudent" not in shown(world, TicketResults.kind)
