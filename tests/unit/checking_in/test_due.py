"""What a due check-in needs now: for every state, lateness, zone and hour."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import available_timezones

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import check_ins
from bot.domain.check_ins import ASKED, Act, CheckInState, Lateness, Situation, next_step
from bot.domain.classroom import Classroom
from tests.world import START

CLASSROOM = Classroom("T1", "C1", "English 11", "Europe/Vienna", START.date(), ("MO",), time(8, 45))
ZONES = ["", "UTC", "Mars/Olympus_Mons", *sorted(available_timezones() - {"Factory", "localtime"})]

times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
classrooms = st.builds(
    lambda timezone, start, end: replace(CLASSROOM, timezone=timezone, quiet_from=start, quiet_until=end),
    st.sampled_from(ZONES[3:]),
    times,
    times,
)
situations = st.builds(
    Situation,
    st.sampled_from(sorted({CheckInState.PLANNED, *ASKED})),
    st.just(1),
    st.sampled_from(ZONES),
    st.booleans(),
    st.sampled_from(Lateness),
)
moments = st.integers(0, 4 * 365 * 1440).map(lambda n: START + timedelta(minutes=n))


@given(situations, classrooms, moments)
def test_nobody_is_spoken_to_in_their_quiet_hours(situation: Situation, classroom: Classroom, now: datetime) -> None:
    step = next_step(situation, classroom, now)
    student = check_ins.zone_for(situation.timezone, classroom)
    if step.act in (Act.PROMPT, Act.REMIND):
        assert check_ins.out_of_quiet(now, classroom, student) == now
    if step.act is Act.GIVE_UP:
        assert check_ins.out_of_quiet(now, classroom, classroom.timezone) == now


@given(situations, classrooms, moments)
def test_every_step_leads_on(situation: Situation, classroom: Classroom, now: datetime) -> None:
    step = next_step(situation, classroom, now)
    if step.act in (Act.TYPE, Act.PUT_OFF, Act.GIVE_UP):
        assert step.wake_at is None
    elif step.act is Act.WAIT:
        assert step.wake_at is not None
        assert now < step.wake_at <= now + timedelta(hours=27)
    else:
        assert step.wake_at is not None
        assert timedelta(hours=24) <= step.wake_at - now <= timedelta(hours=51)


@given(situations, classrooms, moments)
def test_nobody_without_an_account_is_asked_or_has_missed_anything(
    situation: Situation, classroom: Classroom, now: datetime
) -> None:
    step = next_step(situation._replace(on_paper=True), classroom, now)
    assert step.act in (Act.TYPE, Act.PUT_OFF, Act.WAIT)
    assert next_step(situation._replace(on_paper=False), classroom, now).act is not Act.TYPE


@given(situations, classrooms, moments)
def test_a_student_is_asked_twice_at_most(situation: Situation, classroom: Classroom, now: datetime) -> None:
    step = next_step(situation, classroom, now)
    if step.act is Act.PROMPT:
        assert situation.state is CheckInState.PLANNED
    if step.act is Act.REMIND:
        assert situation.state in (CheckInState.PROMPTED, CheckInState.PLANNED)
    if step.act is Act.GIVE_UP:
        assert situation.state is CheckInState.REMINDED
    if situation.away:
        assert step.act is Act.PUT_OFF


def test_a_class_without_quiet_hours_is_asked_at_any_hour() -> None:
    open_all_night = replace(CLASSROOM, quiet_from=time(0, 0), quiet_until=time(0, 0))
    situation = Situation(CheckInState.PLANNED, 1, "", False, Lateness.FRESH)
    for hour in range(24):
        now = datetime(2027, 1, 11, hour, tzinfo=UTC)
        assert next_step(situation, open_all_night, now).act is Act.PROMPT
