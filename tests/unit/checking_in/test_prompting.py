"""What is due: one prompt, one reminder, the teachers once, and the next check-in each time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from bot.activities.checking_in import answering, planning
from bot.activities.home import use_cases as home
from bot.activities.home.messages import Home
from bot.domain.check_ins import CheckInState
from bot.domain.interview import About
from bot.domain.outbox import DeliveryState
from bot.outbox.pacing import unhurried
from storage.queries.sending import sendings
from storage.tables.classes import OutboxRow, table
from tests.rows import first_row
from tests.unit.checking_in.steps import asked, at, check_ins, posts, rendered, tick
from tests.world import World

DUE = datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
NEXT = datetime(2027, 1, 18, 8, 45, tzinfo=UTC)
DAY = timedelta(days=1)
NIGHT = datetime(2027, 1, 11, 20, 0, tzinfo=UTC)
"""When the class's quiet hours begin."""


def test_nothing_is_asked_before_its_time(world: World) -> None:
    contract = world.agree()
    at(world, DUE - timedelta(seconds=1))
    assert posts(world, "USTUDENT") == []
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.PLANNED]


def test_the_student_is_asked_once_and_what_they_type_is_about_it(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    tick(world)
    assert world.said("USTUDENT") == [("check-in-due", {"check_in": check_in})]
    (card,) = [d for d in world.deliveries() if d.notice == "check-in-due"]
    assert (card.subject, card.expires_at, card.not_before) == (f"check-in:{check_in}", NIGHT, DUE)
    with world.uow() as uow:
        focus = uow.focus.of("USTUDENT")
    assert focus is not None
    assert (focus.about, focus.ref, focus.since) == (About.CHECK_IN, check_in, DUE)


def test_an_answer_plans_the_next_one_and_no_reminder_comes(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    world.later(hours=2)
    world.do(answering.hear, world.student, check_in, "7", "1.1")
    answered, ahead = check_ins(world, contract)
    assert (answered.state, answered.wake_at, answered.answered_at) == (CheckInState.ANSWERED, None, world.now)
    assert (ahead.number, ahead.state, ahead.due_at) == (2, CheckInState.PLANNED, NEXT)
    at(world, DUE + 2 * DAY)
    assert "check-in-reminder" not in posts(world, "USTUDENT")
    assert posts(world, "UTEACHER").count("class-check-ins") == 1
    assert "check-in-missed" not in posts(world, "UTEACHER")


def test_silence_gets_one_reminder_then_the_teachers_hear_once(world: World) -> None:
    contract = world.agree()
    asked(world, contract)
    at(world, DUE + DAY)
    assert posts(world, "USTUDENT") == ["check-in-due", "check-in-reminder"]
    assert posts(world, "UTEACHER") == []
    at(world, DUE + 2 * DAY)
    tick(world)
    at(world, DUE + 3 * DAY)
    assert posts(world, "UTEACHER") == ["class-check-ins"]
    assert posts(world, "UTEACHER2") == []
    assert posts(world, "USTUDENT").count("check-in-reminder") == 1
    missed, ahead = check_ins(world, contract)
    assert (missed.state, missed.wake_at) == (CheckInState.MISSED, None)
    assert (ahead.number, ahead.due_at) == (2, NEXT)


def test_a_late_answer_counts_and_plans_no_second_next_one(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    for days in (1, 2):
        at(world, DUE + days * DAY)
    world.do(answering.hear, world.student, check_in, "5", "1.1")
    answered, ahead = check_ins(world, contract)
    assert (answered.state, ahead.state) == (CheckInState.ANSWERED, CheckInState.PLANNED)


def test_no_one_is_asked_in_the_quiet_hours_of_their_own_zone(world: World) -> None:
    with world.uow() as uow:
        person = uow.people.of("USTUDENT")
        assert person is not None
        uow.people.save(replace(person, timezone="America/New_York"))
    contract = world.agree()
    due = datetime(2027, 1, 11, 13, 45, tzinfo=UTC)
    (ahead,) = check_ins(world, contract)
    assert ahead.wake_at == due
    at(world, datetime(2027, 1, 12, 2, 0, tzinfo=UTC))  # nobody ran until nine in the evening, New York time
    assert posts(world, "USTUDENT") == []
    at(world, datetime(2027, 1, 12, 12, 0, tzinfo=UTC))
    assert posts(world, "USTUDENT") == ["check-in-due"]


def test_a_prompt_that_is_a_day_late_goes_on_as_the_reminder(world: World) -> None:
    contract = world.agree()
    at(world, DUE + timedelta(hours=25))
    assert posts(world, "USTUDENT") == ["check-in-reminder"]
    at(world, DUE + timedelta(hours=50))
    assert check_ins(world, contract)[0].state is CheckInState.MISSED


def test_what_could_never_be_asked_is_put_off_and_not_missed(world: World) -> None:
    contract = world.agree()
    at(world, DUE + timedelta(hours=49))
    (ahead,) = check_ins(world, contract)
    assert (ahead.number, ahead.state, ahead.due_at, ahead.wake_at) == (1, CheckInState.PLANNED, NEXT, NEXT)
    assert posts(world, "USTUDENT") == []
    assert posts(world, "UTEACHER") == []


def test_who_left_the_class_is_not_asked_and_goes_on_when_back(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        place = first_row(uow.memberships, user="USTUDENT")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    at(world, DUE)
    assert posts(world, "USTUDENT") == []
    assert [c.due_at for c in check_ins(world, contract)] == [NEXT]
    with world.uow() as uow:
        uow.memberships.save(place)
    at(world, NEXT)
    assert posts(world, "USTUDENT") == ["check-in-due"]


def test_who_leaves_after_the_prompt_has_missed_nothing(world: World) -> None:
    contract = world.agree()
    asked(world, contract)
    with world.uow() as uow:
        place = first_row(uow.memberships, user="USTUDENT")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    at(world, DUE + DAY)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.DROPPED, CheckInState.PLANNED]
    assert posts(world, "UTEACHER") == []


def test_each_that_is_missed_is_in_the_message_of_its_day(world: World) -> None:
    contract = world.agree()
    for week in range(3):
        for days in range(3):
            at(world, DUE + timedelta(days=7 * week + days))
    assert posts(world, "UTEACHER").count("class-check-ins") == 3
    assert [c.number for c in check_ins(world, contract)] == [1, 2, 3, 4]
    rendered(world)


def test_what_never_arrived_was_not_missed(world: World) -> None:
    contract = world.agree()
    asked(world, contract)
    at(world, DUE + DAY)
    with world.transactions.connection() as connection:
        connection.execute(update(table(OutboxRow)).values(state=DeliveryState.EXPIRED.value))
    at(world, DUE + 2 * DAY)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.DROPPED, CheckInState.PLANNED]
    assert posts(world, "UTEACHER") == []


def test_what_is_planned_moves_with_the_students_zone(world: World) -> None:
    contract = world.agree()
    with world.uow() as uow:
        person = uow.people.of("USTUDENT")
        assert person is not None
        uow.people.save(replace(person, timezone="America/New_York"))
        planning.move_with(uow, "USTUDENT")
        found = uow.contracts.get(contract.id)
    assert [c.due_at for c in check_ins(world, contract)] == [DUE + timedelta(hours=5)]
    assert found is not None
    assert contract.ends_at is not None
    assert found.ends_at == contract.ends_at + timedelta(hours=5)


def test_what_came_too_late_is_left_out_and_both_can_see_it(world: World) -> None:
    """Slack was away for two days: the prompt expires at night, the reminder the night after."""
    contract = world.agree()
    for moment in (DUE, DUE + DAY, DUE + 2 * DAY):
        at(world, moment)
        with sendings(world.engine)() as sending:
            late = moment.replace(hour=20, minute=0)
            taken = sending.claim("me", late, 100, DAY, unhurried(), sending.look(late).workspaces)
            assert [d.notice for d in taken if d.notice.startswith("check-in")] == []
    first, ahead = check_ins(world, contract)
    assert (first.state, ahead.state, ahead.due_at) == (CheckInState.DROPPED, CheckInState.PLANNED, NEXT)
    assert _left_out(world) == (True, True)
    at(world, NEXT)
    assert _left_out(world) == (False, False)


def _left_out(world: World) -> tuple[bool, bool]:
    """Whether the student's and the teacher's Home say so."""
    with world.uow() as uow:
        student = home.home_brief(uow, Home(), "USTUDENT").learns[0]
        (row,) = [row for row in home.home_brief(uow, Home(), "UTEACHER").teaches[0].rows if row.contract]
    world.render_all()
    return student.left_out is not None, row.left_out
