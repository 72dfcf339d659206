"""What is due, claimed over all workspaces, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.activities.checking_in.prompting import PROMPT, ask_due
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckIn, CheckInState, Lateness, Situation
from bot.domain.classroom import Membership
from bot.domain.contract import Contract
from bot.domain.outbox import DeliveryState, Verb
from bot.domain.spreading import AT_ONCE, SPACING
from storage.queries.due import Agenda, agendas
from storage.queries.sending import sendings
from tests.world import START, WORKSPACE, World

DUE = datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
TOMORROW = DUE + timedelta(days=1)


def check_in_of(world: World, contract: Contract) -> CheckIn:
    with world.uow() as uow:
        (found,) = uow.check_ins.of_contract(contract.id)
    return found


def test_only_what_is_due_is_claimed_longest_due_first(world: World) -> None:
    late, early = world.agree(), world.agree(world.classmate)
    first = check_in_of(world, early)
    with world.uow() as uow:
        uow.check_ins.save(replace(first, wake_at=DUE - timedelta(hours=1)))
    with agendas(world.engine)() as agenda:
        assert agenda.due_check_ins(DUE - timedelta(hours=2), 10) == []
        found = agenda.due_check_ins(DUE, 10)
        assert [d.id for d in found] == [first.id, check_in_of_now(agenda, late)]
        assert [d.id for d in agenda.due_check_ins(DUE, 1)] == [first.id]
    usual = Situation(CheckInState.PLANNED, world.classroom.id, "UTC", False, Lateness.FRESH)
    assert {(d.workspace, d.situation) for d in found} == {(WORKSPACE, usual)}


def check_in_of_now(agenda: Agenda, contract: Contract) -> int:
    (found,) = agenda.in_workspace(WORKSPACE, START).check_ins.of_contract(contract.id)
    return found.id


def test_asking_moves_the_rows_on_and_says_it_once(world: World) -> None:
    check_ins = [check_in_of(world, world.agree(s)) for s in (world.student, world.classmate)]
    for _ in range(2):
        with agendas(world.engine)() as agenda:
            agenda.ask([c.id for c in check_ins], PROMPT, DUE, TOMORROW)
    queued = world.deliveries()
    assert [(d.lane, d.reader, d.notice, dict(d.args)) for d in queued] == [
        (c.student, c.student, "check-in-due", {"check_in": c.id}) for c in check_ins
    ]
    assert {(d.verb, d.state, d.created_at, d.not_before, d.expires_at, d.attempts) for d in queued} == {
        (Verb.POST, DeliveryState.WAITING, DUE, DUE, TOMORROW, 0)
    }
    with world.uow() as uow:
        for before in check_ins:
            after = uow.check_ins.get(before.id)
            assert after == replace(before, state=CheckInState.PROMPTED, wake_at=TOMORROW, revision=2)
            focus = uow.focus.of(before.student)
            assert focus is not None
            assert (focus.ref, focus.since) == (before.id, DUE)


def test_each_is_asked_at_its_moment_and_not_when_it_is_too_late(world: World) -> None:
    check_ins = [check_in_of(world, world.agree(s)) for s in (world.student, world.classmate)]
    moments = {c.id: DUE + n * timedelta(microseconds=202020) for n, c in enumerate(reversed(check_ins))}
    with agendas(world.engine)() as agenda:
        agenda.ask([c.id for c in check_ins], PROMPT, DUE, TOMORROW, until=DUE + timedelta(hours=1), moments=moments)
    queued = world.deliveries()
    assert [(d.lane, d.not_before) for d in queued] == [(c.student, moments[c.id]) for c in reversed(check_ins)]
    assert {d.expires_at for d in queued} == {DUE + timedelta(hours=1)}


def test_how_far_prompts_are_laid_out_is_kept_for_each_workspace(world: World) -> None:
    with agendas(world.engine)() as agenda:
        assert agenda.asked_until([WORKSPACE, "T2"]) == {}
        agenda.ask_until({WORKSPACE: TOMORROW}, DUE)
        agenda.ask_until({}, DUE)
    with sendings(world.engine)() as sending:
        sending.pause(WORKSPACE, TOMORROW)
    with agendas(world.engine)() as agenda:
        assert agenda.asked_until([WORKSPACE, "T2"]) == {WORKSPACE: TOMORROW}
        agenda.ask_until({WORKSPACE: DUE, "T2": DUE}, DUE)
        assert agenda.asked_until([WORKSPACE, "T2"]) == {WORKSPACE: DUE, "T2": DUE}


def test_a_batch_of_one_moment_is_laid_out_at_slacks_rate(world: World) -> None:
    students = [Actor(WORKSPACE, f"U{n:03}") for n in range(AT_ONCE + 10)]
    with world.uow() as uow:
        for student in students:
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, student.user, Side.STUDENT, world.now))
    for student in students:
        world.agree(student)
    with agendas(world.engine)() as agenda:
        assert ask_due(agenda, DUE, 17)[0] == 17
    with agendas(world.engine)() as agenda:
        assert ask_due(agenda, DUE, 100)[0] == len(students) - 17
    moments = sorted(d.not_before for d in world.deliveries())
    assert moments[:AT_ONCE] == [DUE] * AT_ONCE
    assert [at - DUE for at in moments[AT_ONCE:]] == [SPACING * n for n in range(10)]


def test_a_student_with_two_check_ins_in_one_batch_has_one_focus(world: World) -> None:
    contracts = [world.agree(), world.agree()]
    ids = [check_in_of(world, c).id for c in contracts]
    with agendas(world.engine)() as agenda:
        agenda.ask(ids, PROMPT, DUE, TOMORROW)
    with world.uow() as uow:
        focus = uow.focus.of(world.student.user)
        assert focus is not None
        assert focus.ref == max(ids)


def test_ended_contracts_are_found_in_the_order_of_their_ids(world: World) -> None:
    contracts = [world.agree(), world.agree(world.classmate)]
    end = contracts[0].ends_at
    assert end is not None
    with agendas(world.engine)() as agenda:
        assert agenda.ending_contracts(end - timedelta(seconds=1), 10) == []
        assert [e.contract for e in agenda.ending_contracts(end, 10)] == [c.id for c in contracts]
        assert [e.contract for e in agenda.ending_contracts(end, 1, contracts[0].id)] == [contracts[1].id]


def test_replicas_skip_what_another_one_claimed(postgres_world: World) -> None:
    world = postgres_world
    ids = {check_in_of(world, world.agree(s)).id for s in (world.student, world.classmate)}
    begin = agendas(world.engine)
    with begin() as one, begin() as other:
        mine = {d.id for d in one.due_check_ins(DUE, 1)}
        theirs = {d.id for d in other.due_check_ins(DUE, 10)}
        assert mine | theirs == ids
        assert not mine & theirs
    world.engine.dispose()
