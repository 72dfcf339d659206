"""The end of a contract: asked once, assessed by both sides, then completed and shown to both."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.activities.absence import use_cases as absences
from bot.activities.calendar import use_cases as calendar
from bot.activities.looking_back import use_cases as looking_back
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Status
from bot.domain.days_off import Span
from bot.domain.look_back import CRITERIA_MOST, criteria_of
from bot.domain.outbox import Verb
from bot.messages.blocks import spoken
from prompts.words import words_for
from tests.rows import first_row
from tests.unit.looking_back.scenes import NOBODY, End, with_criteria
from tests.world import World


def told(world: World, user: str) -> list[str]:
    """The kinds of the messages about looking back; refreshes of the card not counted."""
    return [d.notice for d in world.deliveries() if d.lane == user and d.verb is Verb.POST and "look" in d.notice]


class TestTheEnd:
    def test_both_sides_are_asked_once(self, world: World) -> None:
        end = End(world)
        assert end.status() is Status.REASSESSING
        for _ in range(3):
            end.tick()
        for user in (world.student, world.teacher, world.teacher2):
            assert told(world, user.user) == ["look-back-asked"]
        assert told(world, world.classmate.user) == []
        assert world.kinds("C1") == []

    def test_nothing_happens_before_the_end(self, world: World) -> None:
        agreed = world.agree()
        assert agreed.ends_at is not None
        world.now = agreed.ends_at - timedelta(seconds=1)
        world.do(looking_back.begin, NOBODY, agreed.id)
        with world.uow() as uow:
            stands = uow.contracts.get(agreed.id)
        assert stands is not None
        assert stands.status is Status.ACTIVE

    def test_no_check_in_lies_ahead_any_more(self, world: World) -> None:
        end = End(world)
        with world.uow() as uow:
            assert [c for c in uow.check_ins.of_contract(end.id) if c.wake_at is not None] == []

    def test_a_change_that_nobody_signed_lapses(self, world: World) -> None:
        agreed = world.agree()
        changed = replace(agreed.in_force.terms, hardest="Something else")
        with world.uow() as uow:
            uow.contracts.save(life.propose_change(agreed, changed, Side.STUDENT, world.student.user, world.now))
        assert agreed.ends_at is not None
        world.now = agreed.ends_at
        world.do(looking_back.begin, NOBODY, agreed.id)
        with world.uow() as uow:
            stands = uow.contracts.get(agreed.id)
        assert stands is not None
        assert (stands.status, stands.current) == (Status.REASSESSING, stands.agreed)

    @pytest.mark.parametrize("contract", [0, -1, 987_654])
    def test_an_unknown_contract_has_no_end(self, world: World, contract: int) -> None:
        world.do(looking_back.begin, NOBODY, contract)
        assert world.deliveries() == []

    def test_a_closed_contract_has_no_end(self, world: World) -> None:
        agreed = world.agree()
        with world.uow() as uow:
            uow.contracts.save(life.close(agreed, "", world.student.user, world.now))
        world.later(days=90)
        world.do(looking_back.begin, NOBODY, agreed.id)
        assert told(world, world.student.user) == []


class TestAssessing:
    def test_when_both_are_in_it_is_completed_and_both_see_both(self, world: World) -> None:
        end = End(world)
        end.assess(world.student)
        assert end.status() is Status.REASSESSING
        assert "looked-back" not in world.kinds(world.student.user)
        end.assess(world.teacher, {0: 2, 1: 4}, "")
        assert end.status() is Status.COMPLETED
        for user in (world.student, world.teacher, world.teacher2):
            assert world.kinds(user.user).count("looked-back") == 1
        both = end.assessments()
        assert (both["student"].ratings, both["teacher"].ratings) == ((3, 4), (2, 4))

    def test_who_has_looked_back_is_not_asked_any_more(self, world: World) -> None:
        end = End(world)
        end.assess(world.teacher)
        asking = words_for().pieces("look-back-asked-student", classroom=world.classroom.name)
        assert asked(world) == spoken(asking)
        end.assess(world.student)
        assert asked(world) == spoken(words_for().pieces("look-back-ended-student", classroom=world.classroom.name))

    def test_the_teacher_may_be_first(self, world: World) -> None:
        end = End(world)
        end.assess(world.teacher)
        end.assess(world.student)
        assert end.status() is Status.COMPLETED

    def test_a_side_changes_what_it_said_until_both_are_in(self, world: World) -> None:
        end = End(world)
        end.assess(world.student, {0: 1, 1: 1}, "First")
        end.assess(world.student, {0: 2, 1: 3}, "Second")
        assert (end.assessments()["student"].ratings, end.assessments()["student"].reflection) == ((2, 3), "Second")
        end.assess(world.teacher)
        with pytest.raises(Refusal, match="not-in-this-state"):
            end.assess(world.student, {0: 4, 1: 4})
        assert end.assessments()["student"].ratings == (2, 3)

    def test_the_first_teacher_speaks_for_the_teachers(self, world: World) -> None:
        end = End(world)
        end.assess(world.teacher, {0: 2, 1: 2})
        with pytest.raises(Refusal, match="look-back-taken"):
            end.assess(world.teacher2, {0: 4, 1: 4})
        with pytest.raises(Refusal, match="look-back-taken"):
            world.do(looking_back.open_form, world.teacher2, end.id)
        end.assess(world.teacher, {0: 3, 1: 3})
        assert (end.assessments()["teacher"].user, end.assessments()["teacher"].ratings) == ("UTEACHER", (3, 3))

    def test_the_form_starts_with_what_one_said_before_and_nothing_else(self, world: World) -> None:
        end = End(world)
        end.assess(world.student, {0: 1, 1: 2}, "Mine")
        mine = world.do(looking_back.open_form, world.student, end.id)
        theirs = world.do(looking_back.open_form, world.teacher, end.id)
        assert mine.before is not None
        assert (mine.side, mine.before.reflection) == (Side.STUDENT, "Mine")
        assert (theirs.side, theirs.before) == (Side.TEACHER, None)

    @pytest.mark.parametrize(
        ("ratings", "field"),
        [
            ({}, "rating-0"),
            ({0: 3}, "rating-1"),
            ({1: 3}, "rating-0"),
            ({0: 0, 1: 3}, "rating-0"),
            ({0: 5, 1: 3}, "rating-0"),
            ({0: 3, 1: -1}, "rating-1"),
        ],
    )
    def test_each_criterion_needs_a_rating(self, world: World, ratings: dict[int, int], field: str) -> None:
        end = End(world)
        with pytest.raises(Refusal) as refusal:
            world.do(looking_back.assess, world.student, end.id, ratings, "Something")
        assert (refusal.value.key, refusal.value.field) == ("rate-each", field)

    def test_a_rating_for_no_criterion_is_ignored(self, world: World) -> None:
        end = End(world)
        end.assess(world.student, {0: 3, 1: 4, 2: 1, 99: 4})
        assert end.assessments()["student"].ratings == (3, 4)

    @pytest.mark.parametrize(("text", "key"), [("", "empty"), (" \n ", "empty"), ("x" * 1501, "too-long")])
    def test_a_student_reflects_in_words(self, world: World, text: str, key: str) -> None:
        end = End(world)
        with pytest.raises(Refusal) as refusal:
            end.assess(world.student, reflection=text)
        assert (refusal.value.key, refusal.value.field) == (key, "reflection")

    def test_criteria_are_rated_in_the_order_of_the_targets(self, world: World) -> None:
        end = End(world, **with_criteria(1, 2, 1))
        end.assess(world.student, {0: 1, 1: 2, 2: 3, 3: 4})
        assert [t for t, _ in criteria_of(end.contract.in_force.terms)] == [0, 1, 1, 2]
        assert end.assessments()["student"].ratings == (1, 2, 3, 4)

    def test_more_criteria_than_a_form_holds_are_cut(self, world: World) -> None:
        end = End(world, **with_criteria(CRITERIA_MOST + 5))
        end.assess(world.student, dict.fromkeys(range(CRITERIA_MOST), 2))
        assert len(end.assessments()["student"].ratings) == CRITERIA_MOST


class TestWhoMay:
    """Every use case that a handler calls, by everybody."""

    @pytest.mark.parametrize(
        ("who", "key"),
        [
            ("classmate", "for-teachers"),
            ("stranger", "not-in-this-class"),
            ("admin", "not-in-this-class"),
        ],
    )
    def test_nobody_else_assesses_or_reads(self, world: World, who: str, key: str) -> None:
        end = End(world)
        for use_case, args in (
            (looking_back.open_form, (end.id,)),
            (looking_back.assess, (end.id, {0: 3, 1: 3}, "Something")),
        ):
            with pytest.raises(Refusal, match=key):
                world.do(use_case, getattr(world, who), *args)
        assert end.assessments() == {}

    def test_a_teacher_of_another_class_is_nobody_here(self, world: World) -> None:
        end = End(world)
        with world.uow() as uow:
            other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9"))
            place = first_row(uow.memberships, user=world.teacher.user)
            assert place is not None
            uow.memberships.add(replace(place, id=0, user=world.stranger.user, classroom=other.id))
        with pytest.raises(Refusal, match="not-in-this-class"):
            end.assess(world.stranger)

    def test_who_left_the_class_does_not_assess(self, world: World) -> None:
        end = End(world)
        with world.uow() as uow:
            place = first_row(uow.memberships, user=world.student.user)
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
        with pytest.raises(Refusal, match="not-in-this-class"):
            end.assess(world.student)

    @pytest.mark.parametrize("contract", [0, -1, 987_654])
    def test_a_forged_contract_is_nobodys(self, world: World, contract: int) -> None:
        End(world)
        with pytest.raises(Refusal, match="no-such-contract"):
            world.do(looking_back.assess, world.student, contract, {0: 3, 1: 3}, "Something")

    def test_another_workspace_has_no_such_contract(self, world: World) -> None:
        end = End(world)
        with pytest.raises(Refusal, match="no-such-contract"):
            end.assess(Actor("T2", world.student.user))

    def test_a_running_contract_is_not_looked_back_at(self, world: World) -> None:
        agreed = world.agree()
        with pytest.raises(Refusal, match="not-in-this-state"):
            world.do(looking_back.open_form, world.student, agreed.id)


class TestReminders:
    """The contract ends with Friday, 12 March; the check-in time of the class is 8:45."""

    def test_after_two_school_days_whoever_has_not_is_reminded_once(self, world: World) -> None:
        end = End(world)
        end.assess(world.student)
        assert end.contract.ends_at == datetime(2027, 3, 16, 8, 45, tzinfo=UTC)
        end.tick(days=3)
        assert "look-back-reminder" not in world.kinds(world.teacher.user)
        for _ in range(2):
            end.tick(hours=9)
        assert world.kinds(world.teacher.user).count("look-back-reminder") == 1
        assert world.kinds(world.teacher2.user).count("look-back-reminder") == 1
        assert "look-back-reminder" not in world.kinds(world.student.user)

    def test_a_side_that_is_late_is_reminded_too(self, world: World) -> None:
        end = End(world)
        end.assess(world.teacher)
        end.tick(days=3, hours=9)
        assert world.kinds(world.student.user).count("look-back-reminder") == 1
        assert "look-back-reminder" not in world.kinds(world.teacher.user)

    def test_after_five_school_days_the_student_is_reminded_again_and_the_teachers_are_told_once(
        self, world: World
    ) -> None:
        end = End(world)
        end.tick(days=6, hours=8)
        assert "look-back-overdue" not in world.kinds(world.teacher.user)
        for _ in range(12):
            end.tick(days=1)
        assert world.kinds(world.teacher.user).count("look-back-overdue") == 1
        assert world.kinds(world.student.user).count("look-back-reminder") == 2
        assert "look-back-overdue" not in world.kinds(world.student.user)
        assert end.contract.ends_at is None

    def test_days_off_count_for_nobody(self, world: World) -> None:
        world.do(calendar.type_days, world.teacher, world.classroom.id, "15 March - 19 March")
        end = End(world)
        assert end.contract.ends_at == datetime(2027, 3, 23, 8, 45, tzinfo=UTC)

    def test_days_away_count_for_the_student_not(self, world: World) -> None:
        end = End(world)
        world.do(absences.say_away, world.student, Span(date(2027, 3, 13), date(2027, 3, 17)))
        end.tick(days=3, hours=9)
        assert "look-back-reminder" in world.kinds(world.teacher.user)
        assert "look-back-reminder" not in world.kinds(world.student.user)
        assert end.contract.ends_at == datetime(2027, 3, 19, 8, 45, tzinfo=UTC)
        end.tick(days=3)
        assert world.kinds(world.student.user).count("look-back-reminder") == 1
        assert world.kinds(world.teacher.user).count("look-back-overdue") == 1

    def test_one_that_waited_by_plain_days_goes_on_by_these(self, world: World) -> None:
        """An end that was written before says three days after the end, or seven."""
        end = End(world)
        standing = end.contract
        with world.uow() as uow:
            uow.contracts.save(replace(standing, ends_at=world.now + timedelta(days=3)))
        end.tick(days=3)
        assert "look-back-reminder" not in world.kinds(world.student.user)
        assert end.contract.ends_at == datetime(2027, 3, 16, 8, 45, tzinfo=UTC)

    def test_after_a_long_silence_of_the_scheduler_only_the_last_word_is_said(self, world: World) -> None:
        end = End(world)
        end.tick(days=30)
        assert told(world, world.teacher.user) == ["look-back-asked", "look-back-overdue"]
        assert told(world, world.student.user) == ["look-back-asked", "look-back-reminder"]

    def test_a_completed_look_back_is_left_alone(self, world: World) -> None:
        end = End(world)
        end.assess(world.student)
        end.assess(world.teacher)
        assert end.contract.ends_at is None
        for _ in range(10):
            end.tick(days=1)
        assert told(world, world.student.user) == ["look-back-asked", "looked-back"]

    def test_a_reminder_that_waits_says_nothing_when_both_are_in(self, world: World) -> None:
        end = End(world)
        end.tick(days=3, hours=9)
        end.tick(days=4)
        end.assess(world.student)
        end.assess(world.teacher)
        late = {d.notice: m for d, m in world.render_all() if d.notice in ("look-back-reminder", "look-back-overdue")}
        assert late == {"look-back-reminder": None, "look-back-overdue": None}


def asked(world: World) -> str:
    """What the message that asked the student to look back says now."""
    (said,) = [m for d, m in world.render_all() if d.notice == "look-back-asked" and d.reader == world.student.user]
    assert said is not None
    return str(said.text)
