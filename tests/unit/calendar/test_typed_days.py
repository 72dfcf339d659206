"""Days off that a teacher types: check-ins follow, and what can not be gets a kind word."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.forms import calendar_form
from bot.activities.calendar.use_cases import CalendarChoices
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.days_off import DayOff, DayOffRule, Source
from bot.domain.outbox import ErrandKind
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.rows import rows
from tests.unit.checking_in.steps import at, check_ins, posts
from tests.world import WORKSPACE, World

MONDAY = date(2027, 1, 11)
HALF_TERM = date(2027, 2, 15), date(2027, 2, 19)


def off(world: World) -> list[tuple[date, date, str]]:
    with world.uow() as uow:
        return [(e.first_on, e.last_on, e.name) for e in uow.days_off.closing(world.classroom.id)]


def type_(world: World, text: str, who: Actor | None = None) -> None:
    world.do(calendar.type_days, who or world.teacher, world.classroom.id, text)


def save(world: World, **choices: Any) -> None:
    world.do(calendar.save, world.teacher, world.classroom.id, CalendarChoices(**choices))


def refusal(world: World, text: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        type_(world, text)
    assert off(world) == []
    return caught.value


def card(world: World, kind: str = "calendar-stands", to: str = "UTEACHER") -> str:
    """The newest message of this kind, as it stands."""
    shown = [message for delivery, message in world.render_all() if (delivery.notice, delivery.lane) == (kind, to)]
    return json.dumps(shown[-1].blocks, ensure_ascii=False)


def test_days_off_are_asked_about_no_more_and_the_teacher_sees_when_instead(world: World) -> None:
    contract = world.agree(check_in_days=("MO", "TH"))
    type_(world, "11 to 15 January ski week")
    assert off(world) == [(MONDAY, date(2027, 1, 15), "ski week")]
    assert [c.due_at for c in check_ins(world, contract)] == [datetime(2027, 1, 18, 8, 45, tzinfo=UTC)]
    shown = card(world)
    assert "ski week" in shown
    assert "18 January" in shown
    assert world.kinds("C1") == []
    assert world.kinds("USTUDENT") == []


def test_nobody_is_asked_on_them(world: World) -> None:
    world.agree()
    type_(world, "11 January")
    at(world, datetime(2027, 1, 11, 12, tzinfo=UTC))
    assert posts(world, "USTUDENT") == []
    at(world, datetime(2027, 1, 12, 8, 45, tzinfo=UTC))
    assert posts(world, "USTUDENT") == ["check-in-due"]


def test_what_is_left_out_by_policy_comes_on_its_own_next_day(world: World) -> None:
    contract = world.agree()
    save(world, days="11 January", on_days_off=DayOffRule.LEAVE_OUT)
    assert [c.due_at for c in check_ins(world, contract)] == [datetime(2027, 1, 18, 8, 45, tzinfo=UTC)]
    save(world, on_days_off=DayOffRule.MOVE)
    assert [c.due_at for c in check_ins(world, contract)] == [datetime(2027, 1, 12, 8, 45, tzinfo=UTC)]


def test_taken_out_again_all_is_as_before(world: World) -> None:
    contract = world.agree()
    save(world, days="11 January\n15 to 19 February half term")
    with world.uow() as uow:
        first = uow.days_off.of(world.classroom.id)[0]
    save(world, remove=(first.id,))
    assert off(world) == [(*HALF_TERM, "half term")]
    assert [c.due_at for c in check_ins(world, contract)] == [datetime(2027, 1, 11, 8, 45, tzinfo=UTC)]


def test_another_class_s_days_are_not_taken_out(world: World) -> None:
    with world.uow() as uow:
        other = uow.classrooms.add(type(world.classroom)(**{**_fields(world.classroom), "channel": "C9", "id": 0}))
        entry = uow.days_off.add(DayOff(WORKSPACE, other.id, *HALF_TERM, "", Source.TYPED))
    save(world, remove=(entry.id,))
    with world.uow() as uow:
        assert uow.days_off.get(entry.id) is not None


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def test_what_is_typed_twice_stands_once(world: World) -> None:
    type_(world, "15 to 19 February half term")
    type_(world, "15-19 February")
    assert off(world) == [(*HALF_TERM, "half term")]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("4 to 8 January", "days-over"),
        ("10 January", "days-over"),
        ("last week", "days-over"),
        ("no school last week: flood", "days-over"),
        ("yesterday", "days-over"),
        ("28 June", "days-after-the-term"),
        ("1 July to 31 August", "days-after-the-term"),
        ("half term", "days-unread"),
        ("15 February; someday", "days-unread"),
        ("8 to 4 February", "days-unread"),
        ("11 January to 25 June", "no-school-day-left"),
        (
            "; ".join(f"{n} March" for n in range(1, 20)) + ";" + "; ".join(f"week of 1 {m}" for m in ("May",) * 200),
            "too-many-days",
        ),
    ],
)
def test_what_can_not_be_gets_a_word_and_changes_nothing(world: World, typed: str, key: str) -> None:
    assert refusal(world, typed).key == key


def test_the_line_that_was_not_understood_is_named(world: World) -> None:
    assert refusal(world, "15 February\nsoon").args_for_copy["line"] == 2


def test_a_holiday_that_has_begun_counts_from_now_on(world: World) -> None:
    type_(world, "4 to 15 January")
    assert off(world) == [(date(2027, 1, 4), date(2027, 1, 15), "")]


def test_a_calendar_that_leaves_no_school_day_is_refused_however_it_comes_together(world: World) -> None:
    type_(world, "11 January to 30 April")
    with pytest.raises(Refusal, match="no-school-day-left"):
        type_(world, "1 May to 25 June")
    type_(world, "1 May to 24 June")


@pytest.mark.parametrize("who", ["student", "classmate", "stranger", "admin"])
def test_only_teachers_of_the_class_change_it(world: World, who: str) -> None:
    with pytest.raises(Refusal):
        type_(world, "15 February", getattr(world, who))
    with pytest.raises(Refusal):
        world.do(calendar.open_form, getattr(world, who), world.classroom.id)
    assert off(world) == []


def test_whoever_set_the_class_up_anew_keeps_the_rule(world: World) -> None:
    from dataclasses import replace

    from bot.activities.set_up import use_cases as set_up
    from tests.unit.set_up.test_set_up import CHOICES

    save(world, on_days_off=DayOffRule.LEAVE_OUT)
    world.do(set_up.set_up, world.teacher, replace(CHOICES, channel="C1"))
    with world.uow() as uow:
        found = uow.classrooms.get(world.classroom.id)
    assert found is not None
    assert found.on_days_off is DayOffRule.LEAVE_OUT


def test_which_class_a_command_means(world: World) -> None:
    assert world.do(calendar.find_class, world.teacher, "C1") == world.classroom.id
    assert world.do(calendar.find_class, world.teacher, "D1") == world.classroom.id
    with pytest.raises(Refusal, match="for-teachers"):
        world.do(calendar.find_class, world.student, "D1")


def test_the_form_fits_slack_and_shows_what_stands(world: World) -> None:
    type_(world, "15 to 19 February half term; 19 March; 5 May; 21 December 2026 to 20 January")
    save(world, country="ES", region="Madrid", address="webcal://school.test/a.ics")
    form = world.do(calendar.open_form, world.teacher, world.classroom.id)
    for locale in ("en", "en-US", "es"):
        words = words_for(locale)
        view = calendar_form(words, form.classroom, form.standing, form.calendar, form.check_ins, form.today)
        assert check_view(view) == []
        shown = json.dumps(view, ensure_ascii=False)
        assert "half term" in shown
        assert "https://school.test/a.ics" in shown
    assert '"ES"' in shown
    assert "España" in shown


# Public holidays, and the address.


def test_public_holidays_are_days_off_and_named_as_their_teacher_reads(world: World) -> None:
    save(world, country="GB", region="England")
    names = [name for _, _, name in off(world)]
    assert names[:2] == ["Good Friday", "Easter Monday"]
    assert all(first >= MONDAY for first, _, _ in off(world))


def test_a_public_holiday_that_was_taken_out_stays_out(world: World) -> None:
    save(world, country="GB", region="ENG")
    with world.uow() as uow:
        easter = next(e for e in uow.days_off.of(world.classroom.id) if e.name == "Easter Monday")
    save(world, country="GB", region="ENG", remove=(easter.id,))
    assert "Easter Monday" not in [name for _, _, name in off(world)]
    save(world, country="GB", region="ENG", days="15 February")
    assert "Easter Monday" not in [name for _, _, name in off(world)]


def test_another_country_takes_the_first_one_s_holidays_along(world: World) -> None:
    save(world, country="GB", region="ENG", days="15 February")
    save(world, country="DE", region="BY")
    assert date(2027, 5, 27) in [first for first, _, _ in off(world)]  # Corpus Christi
    assert date(2027, 5, 31) not in [first for first, _, _ in off(world)]  # a bank holiday
    save(world)
    assert off(world) == [(date(2027, 2, 15), date(2027, 2, 15), "")]


@pytest.mark.parametrize(
    ("choices", "key", "field"),
    [
        ({"country": "DE", "region": "Barvaria"}, "region-unknown", "region"),
        ({"country": "XX"}, "old-button", "region"),
        ({"region": "Bavaria"}, "region-without-country", "country"),
        ({"address": "http://school.test/a.ics"}, "address-not-https", "address"),
        ({"address": "our calendar"}, "address-unknown", "address"),
        ({"days": "whenever"}, "days-unread", "days"),
    ],
)
def test_what_the_form_can_not_take_stands_under_its_field_and_nothing_is_saved(
    world: World, choices: dict[str, Any], key: str, field: str
) -> None:
    with pytest.raises(Refusal) as caught:
        save(world, **{"days": "15 February", **choices})
    assert (caught.value.key, caught.value.field) == (key, field)
    assert off(world) == []


def test_an_address_is_read_afterwards(world: World) -> None:
    save(world, address="school.test/a.ics")
    with world.uow() as uow:
        asked = rows(uow.errands, kind=ErrandKind.READ_CALENDAR)
    assert [errand.args for errand in asked] == [{"classroom": world.classroom.id}]
    assert "I am reading" in card(world)


def test_an_asked_check_in_is_not_missed_on_a_day_off(world: World) -> None:
    contract = world.agree()
    at(world, datetime(2027, 1, 11, 8, 45, tzinfo=UTC))
    type_(world, "12 to 22 January")
    at(world, datetime(2027, 1, 20, 12, tzinfo=UTC))
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.PROMPTED]
