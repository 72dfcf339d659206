"""Who is away is asked nothing and misses nothing; nobody else hears of it but the class's teachers, and why nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.activities.absence import heard
from bot.activities.absence import use_cases as absences
from bot.activities.changing import moving
from bot.activities.checking_in import planning
from bot.activities.hearing import listening
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.privacy import erasing
from bot.domain.absence import KEPT_FOR
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.days_off import Span
from bot.language.hearing import Kind
from storage.queries.due import Agenda
from tests.unit.checking_in.steps import NOBODY, at, check_ins, posts, tick
from tests.unit.home.pages import shown, text
from tests.unit.listening.test_questions import prompted, says
from tests.unit.listening.two_classes import HISTORIAN, TwoClasses
from tests.world import World

PLANNED, PROMPTED, EXCUSED = CheckInState.PLANNED, CheckInState.PROMPTED, CheckInState.EXCUSED


def away(world: World, days: int, *, after: int = 0) -> list[int]:
    first = world.now.date() + timedelta(days=after)
    found = world.do(absences.say_away, world.student, Span(first, first + timedelta(days=days - 1)))
    return [one.id for one in found]


def states(world: World, contract: Contract) -> list[CheckInState]:
    return [one.state for one in check_ins(world, contract)]


def days_pass(world: World, days: int) -> None:
    for _ in range(days * 4):
        world.later(hours=6)
        tick(world)


def test_what_is_open_is_excused_and_the_next_comes_after(world: World) -> None:
    contract = prompted(world)
    away(world, 14)
    aside, ahead = check_ins(world, contract)
    assert (aside.state, ahead.state) == (EXCUSED, PLANNED)
    assert ahead.due_at.date() == date(2027, 1, 25)
    days_pass(world, 13)
    assert [k for k in posts(world, "USTUDENT") if k.startswith("check-in")] == ["check-in-due"]
    assert {"check-in-missed", "drift-seen"}.isdisjoint(posts(world, "UTEACHER"))
    at(world, ahead.due_at)
    assert states(world, contract) == [EXCUSED, PROMPTED]
    world.render_all()


def test_what_is_planned_moves_past_it(world: World) -> None:
    contract = world.agree()
    (coming,) = check_ins(world, contract)
    away(world, 10)
    (moved,) = check_ins(world, contract)
    assert (moved.id, moved.state) == (coming.id, PLANNED)
    assert moved.due_at >= coming.due_at + timedelta(days=7)


def test_an_absence_that_begins_while_a_prompt_is_open_brings_no_reminder(world: World) -> None:
    contract = prompted(world)
    away(world, 10, after=1)
    assert states(world, contract) == [PROMPTED]
    days_pass(world, 9)
    assert states(world, contract) == [EXCUSED, PLANNED]
    assert "check-in-reminder" not in posts(world, "USTUDENT")
    assert "check-in-missed" not in posts(world, "UTEACHER")


def test_who_is_back_is_asked_as_before(world: World) -> None:
    contract = prompted(world)
    away(world, 30)
    world.later(days=2)
    assert says(world, "I'm back", "70.000100") is None
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 1, 18)
    assert world.kinds("USTUDENT")[-1] == "away-ended"
    with pytest.raises(Refusal, match="not-away"):
        world.do(absences.say_back, world.student)


def test_who_is_not_away_says_that_they_are_back_like_anything_else(world: World) -> None:
    prompted(world)
    says(world, "I'm back", "70.000100")
    assert "away-ended" not in world.kinds("USTUDENT")


def test_longer_or_shorter_is_said_anew(world: World) -> None:
    prompted(world)
    (one,) = away(world, 5)
    (again,) = away(world, 12)
    assert again == one
    (shorter,) = away(world, 3)
    with world.uow() as uow:
        found = uow.absences.of_student("USTUDENT")
    assert [(a.id, a.last_on) for a in found] == [(shorter, world.now.date() + timedelta(days=2))]


@pytest.mark.parametrize(("first", "last", "why"), [(-5, -1, "past"), (5, 3, "backwards"), (0, 93, "too-long")])
def test_days_that_can_not_be(world: World, first: int, last: int, why: str) -> None:
    today = world.now.date()
    with pytest.raises(Refusal, match=f"absence-{why}"):
        world.do(absences.say_away, world.student, Span(today + timedelta(days=first), today + timedelta(days=last)))


def test_the_words_are_kept_nowhere_and_no_reason_is(world: World) -> None:
    contract = prompted(world)
    assert says(world, "in hospital with my appendix until 5 february") is Kind.AWAY
    assert states(world, contract) == [EXCUSED, PLANNED]
    said = "\n".join(str(message) for _, message in world.render_all())
    assert "hospital" not in said
    with world.uow() as uow:
        asked = uow.asked_back.newest_of("USTUDENT")
    assert asked is not None
    assert asked.text == ""


def test_a_yes_changes_nothing_and_a_no_takes_it_back(world: World) -> None:
    contract = prompted(world)
    says(world, "im away until 5 february")
    says(world, "yes", "70.000100")
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 2, 8)
    says(world, "im away until 5 february", "80.000100")
    says(world, "no", "90.000100")
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 1, 18)
    world.render_all()


def test_that_somebody_else_is_away_makes_nobody_away(world: World) -> None:
    contract = prompted(world)
    says(world, "my teacher is away until 5 february")
    assert states(world, contract) == [PROMPTED]
    with world.uow() as uow:
        assert uow.absences.all() == []


def test_in_spanish_too(world: World) -> None:
    contract = prompted(world)
    with world.uow() as uow:
        me = uow.people.of("USTUDENT")
        assert me is not None
        uow.people.save(replace(me, locale="es-ES"))
    assert says(world, "estoy de baja hasta el 5 de febrero") is Kind.AWAY
    assert states(world, contract) == [EXCUSED, PLANNED]
    says(world, "ya estoy de vuelta", "70.000100")
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 1, 18)
    says(world, "estoy enfermo", "80.000100")
    says(world, "hasta el 22 de enero", "90.000100")
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 1, 25)
    world.render_all()


def test_who_moves_is_away_on_the_same_days(world: World) -> None:
    contract = world.agree()
    away(world, 10)
    with world.uow() as uow:
        me = uow.people.of("USTUDENT")
        assert me is not None
        uow.people.save(replace(me, timezone="Pacific/Auckland"))
        planning.move_with(uow, "USTUDENT")
        (absence,) = uow.absences.all()
    assert absence.ends_at == datetime(2027, 1, 20, 11, tzinfo=UTC)
    assert check_ins(world, contract)[-1].due_at > absence.ends_at


def test_a_deleted_message_takes_it_back(world: World) -> None:
    contract = prompted(world)
    says(world, "im away until 5 february")
    world.do(listening.forget, world.student, "50.000100")
    assert check_ins(world, contract)[-1].due_at.date() == date(2027, 1, 18)


def test_teachers_see_until_when_and_classmates_nothing(world: World) -> None:
    prompted(world)
    away(world, 5)
    assert "Away until 15 January 2027" in text(shown(world, world.teacher)).replace("\u2068", "").replace("\u2069", "")
    assert "15 January" not in text(shown(world, world.classmate))
    assert posts(world, "UTEACHER") == posts(world, "UCLASSMATE") == []


def test_a_teacher_says_it_for_their_own_class_alone(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    days = Span(world.now.date(), world.now.date() + timedelta(days=9))
    world.do(absences.say_away_for, HISTORIAN, "USTUDENT", days)
    assert states(world, both.history_contract)[0] is EXCUSED
    assert states(world, both.english_contract)[0] is PROMPTED
    assert "away-noted" not in world.kinds("UTEACHER")
    with pytest.raises(Refusal, match="for-teachers"):
        world.do(absences.say_away_for, world.classmate, "USTUDENT", days)


def test_a_student_is_away_from_all_classes_or_from_one(world: World) -> None:
    both = TwoClasses(world)
    both.asked()
    both.says("im ill until 5 february")
    assert states(world, both.english_contract)[0] is states(world, both.history_contract)[0] is EXCUSED


def test_the_look_back_waits_until_they_are_back(world: World) -> None:
    contract = world.agree()
    world.now = world.now.replace(month=3, day=10)
    away(world, 10)
    world.later(days=5)
    with world.transactions.connection() as connection:
        assert looking_back.find(Agenda(connection), world.now, 10, 0).ready == ()
    world.later(days=6)
    with world.transactions.connection() as connection:
        assert looking_back.find(Agenda(connection), world.now, 10, 0).ready == (("T1", contract.id),)


def test_a_good_part_of_the_contract_moves_its_end_along(world: World) -> None:
    contract = world.agree()
    (absence,) = away(world, 20)
    changed = world.do(moving.move_end, world.student, contract.id, absence)
    assert changed.status is Status.RENEGOTIATING
    terms = changed.on_the_table.terms
    assert (terms.ends_on, terms.targets[0].due_on) == (date(2027, 4, 1), date(2027, 3, 21))
    world.render_all()


def test_a_few_days_move_nothing(world: World) -> None:
    contract = world.agree()
    (absence,) = away(world, 4)
    with pytest.raises(Refusal, match="nothing-to-move"):
        world.do(moving.move_end, world.student, contract.id, absence)


def test_that_somebody_was_away_is_forgotten_soon(world: World) -> None:
    away(world, 3)
    world.later(days=3 + KEPT_FOR.days - 1)
    world.do(erasing.forget, NOBODY)
    with world.uow() as uow:
        assert uow.absences.all()
    world.later(days=2)
    world.do(erasing.forget, NOBODY)
    with world.uow() as uow:
        assert uow.absences.all() == []
    assert "away-noted" not in [d.notice for d in world.deliveries()]


def test_an_old_button_of_the_question_says_so(world: World) -> None:
    prompted(world)
    says(world, "im ill")
    with world.uow() as uow:
        asked = uow.asked_back.newest_of("USTUDENT")
    assert asked is not None
    with pytest.raises(Refusal, match="old-button"):
        world.do(heard.choose, world.student, asked.id, heard.SUGGESTED)
    world.do(heard.choose, world.student, asked.id, heard.WEEK)
    with pytest.raises(Refusal, match="old-button"):
        world.do(heard.choose, world.student, asked.id, heard.TODAY)
