"""The school's calendar as it was read: its events wait for a teacher, and a refresh loses nothing."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.calendar import taking_in
from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.forms import events_form
from bot.activities.calendar.taking_in import merged
from bot.activities.calendar.use_cases import CalendarChoices
from bot.domain.actor import Refusal
from bot.domain.days_off import DayOff, Source
from bot.domain.outbox import ErrandKind
from bot.domain.school_calendar import CalendarDays, SchoolCalendar, Unread
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.rows import rows
from tests.unit.calendar.test_typed_days import card, off
from tests.unit.checking_in.steps import check_ins
from tests.world import WORKSPACE, World

ADDRESS = "https://school.test/a.ics"
HALF_TERM = CalendarDays(date(2027, 2, 15), date(2027, 2, 19), "Half term holiday", "h")
BACK = CalendarDays(date(2027, 2, 22), date(2027, 2, 22), "Pupils resume", "b")
SKI = CalendarDays(date(2027, 1, 11), date(2027, 1, 15), "Ski week (no school)", "s")
EVENTS = (SKI, HALF_TERM, BACK)


@pytest.fixture
def school(world: World) -> World:
    world.do(calendar.save, world.teacher, world.classroom.id, CalendarChoices(address=ADDRESS))
    return world


def take(world: World, *days: CalendarDays, address: str = ADDRESS) -> None:
    world.do(taking_in.take_in, world.accord, world.classroom.id, address, days)


def fail(world: World, kind: Unread = Unread.SILENT, address: str = ADDRESS) -> None:
    world.do(taking_in.not_read, world.accord, world.classroom.id, address, kind)


def standing(world: World) -> SchoolCalendar:
    with world.uow() as uow:
        return calendar.calendar_of(uow, world.classroom.id)


def events(world: World) -> list[DayOff]:
    with world.uow() as uow:
        return taking_in.events(uow, world.classroom)


def tick(world: World, *names: str) -> int | None:
    """Choose these on the first page, and no others."""
    shown = world.do(taking_in.open_events, world.teacher, world.classroom.id).events
    chosen = [e.id for e in shown if e.name in names]
    return world.do(taking_in.choose, world.teacher, world.classroom.id, 0, [e.id for e in shown], chosen)


def test_an_event_is_no_day_off_until_a_teacher_says_so(school: World) -> None:
    contract = school.agree()
    take(school, *EVENTS)
    assert off(school) == []
    assert check_ins(school, contract)[0].due_at == datetime(2027, 1, 11, 8, 45, tzinfo=UTC)
    assert school.kinds("UTEACHER")[-1] == "calendar-read"
    assert "calendar-read" not in school.kinds("UTEACHER2")
    assert tick(school, SKI.name, HALF_TERM.name) is None
    assert [name for _, _, name in off(school)] == [SKI.name, HALF_TERM.name]
    assert check_ins(school, contract)[0].due_at == datetime(2027, 1, 18, 8, 45, tzinfo=UTC)


def test_the_likely_ones_are_ticked_beforehand_and_what_was_decided_stays(school: World) -> None:
    take(school, *EVENTS)
    form = school.do(taking_in.open_events, school.teacher, school.classroom.id)
    assert {e.name for e in form.events if e.id in form.ticked} == {SKI.name, HALF_TERM.name}
    tick(school, BACK.name)
    form = school.do(taking_in.open_events, school.teacher, school.classroom.id)
    assert {e.name for e in form.events if e.id in form.ticked} == {BACK.name}


def test_events_come_in_pages_that_fit_slack(school: World) -> None:
    first = date(2027, 1, 12)
    take(school, *(CalendarDays(first + timedelta(n), first + timedelta(n), "e" * 120, str(n)) for n in range(95)))
    form = school.do(taking_in.open_events, school.teacher, school.classroom.id, 1)
    assert (form.page, form.pages, len(form.events)) == (1, 3, 40)
    for locale in ("en", "es"):
        view = events_form(words_for(locale), 1, form.page, form.pages, form.events, form.ticked, form.today)
        assert check_view(view) == []
    assert tick(school, "none") == 1
    shown = [e.id for e in form.events]
    assert school.do(taking_in.choose, school.teacher, school.classroom.id, 1, shown, shown[:1]) == 2
    assert school.do(taking_in.choose, school.teacher, school.classroom.id, 2, [], []) is None
    assert len(off(school)) == 1


def test_what_is_claimed_of_another_class_is_left_alone(school: World) -> None:
    take(school, *EVENTS)
    with school.uow() as uow:
        typed = uow.days_off.add(
            DayOff(WORKSPACE, school.classroom.id, date(2027, 3, 1), date(2027, 3, 1), "", Source.TYPED)
        )
    school.do(taking_in.choose, school.teacher, school.classroom.id, 0, [typed.id, 999], [])
    with school.uow() as uow:
        kept = uow.days_off.get(typed.id)
    assert kept is not None
    assert kept.closes


def test_ticks_that_leave_no_school_day_are_refused_in_the_form(school: World) -> None:
    take(school, CalendarDays(date(2027, 1, 1), date(2027, 6, 30), "Closed", "c"))
    with pytest.raises(Refusal) as caught:
        tick(school, "Closed")
    assert (caught.value.key, caught.value.field) == ("no-school-day-left", "events_0")


def test_a_refresh_keeps_what_a_teacher_said_and_moves_with_the_file(school: World) -> None:
    contract = school.agree()
    take(school, *EVENTS)
    tick(school, SKI.name, HALF_TERM.name)
    moved = CalendarDays(date(2027, 2, 8), date(2027, 2, 12), HALF_TERM.name, "h")
    renamed = CalendarDays(SKI.first_on, SKI.last_on, SKI.name, "another uid")
    school.later(days=1)
    take(school, renamed, moved, BACK)
    assert [(first, name) for first, _, name in off(school)] == [
        (SKI.first_on, SKI.name),
        (date(2027, 2, 8), HALF_TERM.name),
    ]
    take(school, BACK)  # the school took its holidays back
    assert off(school) == []
    assert check_ins(school, contract)[0].due_at.date() == date(2027, 1, 18)
    assert school.kinds("UTEACHER").count("calendar-read") == 1


def test_a_new_likely_event_is_told_once_and_a_school_day_is_not(school: World) -> None:
    take(school, *EVENTS)
    tick(school)
    take(school, *EVENTS, CalendarDays(date(2027, 5, 3), date(2027, 5, 3), "Sports day", "d"))
    assert school.kinds("UTEACHER").count("calendar-read") == 1
    inset = CalendarDays(date(2027, 5, 4), date(2027, 5, 4), "INSET day", "i")
    for _ in range(3):
        take(school, *EVENTS, inset)
    assert school.kinds("UTEACHER").count("calendar-read") == 2


def test_what_can_not_be_read_leaves_the_last_good_copy_and_is_told_once(school: World) -> None:
    take(school, *EVENTS)
    tick(school, SKI.name)
    for _ in range(3):
        school.later(days=1)
        fail(school)
    assert off(school) == [(SKI.first_on, SKI.last_on, SKI.name)]
    assert school.kinds("UTEACHER").count("calendar-trouble") == 1
    shown = card(school)
    assert words_for()("calendar-unread-silent") in shown
    assert "11 January 2027" in shown
    assert standing(school).trouble == "silent"
    take(school, *EVENTS)
    assert standing(school).trouble == ""


@pytest.mark.parametrize("kind", Unread)
def test_each_kind_of_trouble_has_words(school: World, kind: Unread) -> None:
    fail(school, kind)
    assert school.kinds("UTEACHER")[-1] == "calendar-trouble"
    school.render_all()


def test_an_answer_from_an_address_that_was_changed_meanwhile_is_nobodys(school: World) -> None:
    take(school, *EVENTS, address="https://old.test/")
    fail(school, address="https://old.test/")
    assert events(school) == []
    assert standing(school).tried_at is None


def test_a_file_with_a_year_s_lessons_is_too_much(school: World) -> None:
    days = (CalendarDays(SKI.first_on, SKI.first_on, str(n), str(n)) for n in range(401))
    take(school, *days)
    assert standing(school).trouble == "too-many"
    assert events(school) == []


def test_a_file_that_would_close_the_whole_term_by_its_new_dates_changes_nothing(school: World) -> None:
    take(school, HALF_TERM)
    tick(school, HALF_TERM.name)
    take(school, CalendarDays(date(2027, 1, 1), date(2027, 6, 30), HALF_TERM.name, "h"))
    assert off(school) == [(HALF_TERM.first_on, HALF_TERM.last_on, HALF_TERM.name)]
    assert standing(school).trouble == "no-school-day"


def test_who_teaches_no_more_hears_nothing_of_it(school: World) -> None:
    with school.uow() as uow:
        place = uow.memberships.of(school.classroom.id, "UTEACHER")
        assert place is not None
        uow.memberships.remove(place.id)
    fail(school)
    assert school.kinds("UTEACHER2") == ["calendar-trouble"]


def test_a_file_that_somebody_brings_takes_the_place_of_an_address(school: World) -> None:
    take(school, *EVENTS)
    school.do(taking_in.take_file, school.accord, school.classroom.id, [HALF_TERM])
    assert [e.name for e in events(school)] == [HALF_TERM.name]
    assert standing(school).address == ""
    school.do(calendar.save, school.teacher, school.classroom.id, CalendarChoices(days="5 May"))
    assert [e.name for e in events(school)] == [HALF_TERM.name]


def test_each_calendar_is_read_once_a_day(school: World) -> None:
    def asked() -> int:
        with school.uow() as uow:
            return len(rows(uow.errands, kind=ErrandKind.READ_CALENDAR))

    take(school, *EVENTS)
    assert asked() == 1
    school.do(taking_in.look_daily, school.accord)
    assert asked() == 1
    school.later(hours=21)
    school.do(taking_in.look_daily, school.accord)
    assert asked() == 2


def test_nobody_in_slack_sets_off_what_the_errand_does(school: World) -> None:
    for use_case, args in (
        (taking_in.take_in, (school.classroom.id, ADDRESS, EVENTS)),
        (taking_in.take_file, (school.classroom.id, EVENTS)),
        (taking_in.not_read, (school.classroom.id, ADDRESS, Unread.PAGE)),
        (taking_in.look_daily, ()),
        (taking_in.to_read, (school.classroom.id,)),
        (taking_in.renew, (school.classroom.id,)),
        (taking_in.window, (school.classroom.id,)),
    ):
        with pytest.raises(Refusal, match="not-for-people"):
            school.do(use_case, school.teacher, *args)


_DAYS = st.builds(
    lambda first, more, name, uid: CalendarDays(first, first + timedelta(more), name, uid),
    st.dates(date(2027, 1, 1), date(2027, 2, 1)),
    st.integers(0, 3),
    st.sampled_from(["a", "b"]),
    st.sampled_from(["", "1", "2"]),
)


@given(st.lists(_DAYS, max_size=6, unique=True), st.lists(_DAYS, max_size=6, unique=True))
def test_after_a_refresh_stands_what_the_file_says_and_no_row_twice(
    before: Sequence[CalendarDays], after: Sequence[CalendarDays]
) -> None:
    kept = [
        DayOff("T1", 1, d.first_on, d.last_on, d.name, Source.FILE, d.uid, closes=n % 2 == 0, id=n + 1)
        for n, d in enumerate(before)
    ]
    now = merged(kept, after, "T1", 1)
    assert [CalendarDays(e.first_on, e.last_on, e.name, e.uid) for e in now] == list(after)
    known = [e.id for e in now if e.id]
    assert len(known) == len(set(known))
    assert set(before) & set(after) == {
        CalendarDays(e.first_on, e.last_on, e.name, e.uid)
        for e in kept
        if any(e.id == one.id and e == one for one in now)
    }
    assert all(not e.closes for e in now if not e.id)
