"""Somebody writes that they are not well: everything else stops, and what is said of it is true."""

import pytest

from bot.activities.care import use_cases as care
from bot.activities.hearing import listening
from bot.domain.care import Way
from bot.domain.check_ins import CheckInState
from bot.domain.interview import About, Focus
from bot.domain.outbox import DeliveryState
from bot.messages.tell import AHEAD
from tests.integration.privacy.life import cells
from tests.unit.care.scenes import (
    HURT,
    ITO,
    NURSE,
    POE,
    alerts,
    an_hour_later,
    closed,
    decided,
    posts,
    states,
    takes,
    writes,
)
from tests.unit.checking_in.steps import asked, check_ins, tick
from tests.unit.home.pages import shown
from tests.unit.proposing.talk import Talk
from tests.world import WORKSPACE, World


def test_nothing_of_the_words_is_anywhere(world: World) -> None:
    decided(world)
    assert writes(world, f"{HURT} zebra umbrella")
    assert [c for c in cells(world.engine) if "zebra" in c[2] or "kill" in c[2]] == []
    assert posts(world, "USTUDENT") == ["care-answer"]


def test_what_says_nothing_of_it_goes_on(world: World) -> None:
    decided(world)
    assert not writes(world, "i am working on my essay and it goes well")
    assert not writes(world, "5 of 10")
    assert alerts(world) == []


class TestACheckIn:
    def test_is_set_aside_in_every_class_and_the_next_one_comes(self, world: World) -> None:
        decided(world)
        contract = world.agree()
        first = asked(world, contract)
        writes(world, about=About.CHECK_IN, ref=first)
        assert [c.state for c in check_ins(world, contract)] == [CheckInState.EXCUSED, CheckInState.PLANNED]
        for _ in range(4):
            world.later(days=1)
            tick(world)
        assert {"check-in-reminder", "check-in-missed", "drift-seen"}.isdisjoint(d.notice for d in world.deliveries())

    def test_to_the_teacher_is_like_any_that_was_left_out(self, world: World) -> None:
        """The same class twice: once with a student who wrote, once with one whose check-in was left out otherwise."""
        decided(world, Way.AT_ONCE, ITO, "UTEACHER")
        contract = world.agree()
        asked(world, contract)
        before = posts(world, "UTEACHER2")
        writes(world)
        seen = shown(world, world.teacher2)
        with world.uow() as uow:
            uow.personal.erase_rows({n: list(range(9)) for n in ("care_alert", "care_told", "care_setting")})
        assert shown(world, world.teacher2) == seen
        assert posts(world, "UTEACHER2") == before

    def test_that_was_missed_before_stays_missed(self, world: World) -> None:
        """Else the teacher would see it change at that very moment."""
        decided(world)
        contract = world.agree()
        asked(world, contract)
        for _ in range(3):
            world.later(days=1)
            tick(world)
        writes(world)
        assert check_ins(world, contract)[0].state is CheckInState.MISSED


def test_what_is_written_after_that_is_an_answer_to_nothing(world: World) -> None:
    decided(world)
    talk = Talk(world).begin()
    asked_before = talk.interview().asked
    writes(world, about=About.INTERVIEW, ref=talk.interview().id)
    assert writes(world, "please", "5.2")
    assert writes(world, "8 of 10", "5.3")
    assert posts(world, "USTUDENT")[-2:] == ["care-answer", "care-still"]
    world.later(minutes=6)
    assert writes(world, "ok", "5.4")
    assert posts(world, "USTUDENT")[-1] == "care-still"
    assert talk.interview().asked == asked_before
    assert "please" not in str(talk.interview().draft)


def test_a_new_question_takes_what_is_written_again(world: World) -> None:
    decided(world)
    writes(world)
    with world.uow() as uow:
        uow.focus.put(Focus(WORKSPACE, "USTUDENT", About.CHECK_IN, 1, world.now))
    assert not writes(world, "5", "5.2")


def test_after_a_day_it_is_over(world: World) -> None:
    decided(world)
    writes(world)
    world.later(hours=24)
    assert not writes(world, "5", "5.2")


class TestAtOnce:
    def test_the_first_is_told_at_once_before_all_that_waits(self, world: World) -> None:
        decided(world)
        writes(world)
        assert states(world) == {ITO: "telling", POE: "planned"}
        (alert,) = [d for d in world.deliveries() if d.reader == ITO]
        others = [d for d in world.deliveries() if d.reader != ITO]
        assert (alert.notice, alert.lane, alert.expires_at) == ("care-alerted", f"care:{ITO}", None)
        assert all(alert.not_before < d.not_before for d in others)

    def test_the_second_is_told_when_the_first_did_not_take_it(self, world: World) -> None:
        decided(world, minutes=30)
        writes(world)
        takes(world, ITO)
        an_hour_later(world, minutes=29)
        assert posts(world, POE) == []
        an_hour_later(world, minutes=1)
        assert states(world) == {ITO: "told", POE: "telling"}
        an_hour_later(world, minutes=600)
        assert posts(world, POE) == ["care-alerted"]
        assert alerts(world)[0].wake_at is None

    def test_night_makes_no_difference(self, world: World) -> None:
        decided(world)
        world.now = world.now.replace(hour=23)
        writes(world)
        an_hour_later(world)
        assert posts(world, ITO) == posts(world, POE) == ["care-alerted"]

    @pytest.mark.parametrize("error", ["user_disabled", "unrenderable", "is_inactive"])
    def test_who_can_not_be_reached_is_followed_by_the_next(self, world: World, error: str) -> None:
        decided(world)
        writes(world)
        takes(world, ITO, error)
        assert states(world) == {ITO: "unreached", POE: "telling"}
        takes(world, POE, error)
        assert set(states(world).values()) == {"unreached"}

    def test_who_left_the_school_meanwhile_is_passed_over(self, world: World) -> None:
        decided(world, Way.AT_ONCE, ITO, POE, NURSE)
        writes(world)
        closed(world, POE)
        an_hour_later(world)
        assert states(world) == {ITO: "telling", POE: "planned", NURSE: "telling"}

    def test_who_left_the_school_before_does_not_count(self, world: World) -> None:
        decided(world)
        closed(world, POE)
        writes(world)
        assert (alerts(world)[0].way, states(world)) == (Way.STUDENT, {ITO: "planned"})

    def test_one_alone_or_only_teachers_of_hers_are_not_enough(self, world: World) -> None:
        """Then the student decides."""
        decided(world, Way.AT_ONCE, ITO)
        writes(world)
        assert (alerts(world)[0].way, states(world)) == (Way.STUDENT, {ITO: "planned"})

    def test_only_teachers_of_hers_are_not_enough_either(self, world: World) -> None:
        decided(world, Way.AT_ONCE, "UTEACHER", "UTEACHER2")
        writes(world)
        assert alerts(world)[0].way is Way.STUDENT


def test_the_student_decides_where_the_school_wants_that(world: World) -> None:
    decided(world, Way.STUDENT)
    writes(world)
    an_hour_later(world, minutes=600)
    assert posts(world, ITO) == posts(world, POE) == []
    assert set(states(world).values()) == {"planned"}


def test_without_any_decision_nobody_is_told_and_they_are_answered(world: World) -> None:
    writes(world)
    assert (states(world), posts(world, "USTUDENT")) == ({}, ["care-answer"])
    world.render_all()


class TestAgain:
    def test_a_second_message_is_the_same_alert(self, world: World) -> None:
        decided(world)
        writes(world)
        writes(world, "i hurt myself again", "5.2")
        (alert,) = alerts(world)
        assert alert.sources == ("5.1", "5.2")
        assert posts(world, ITO) == ["care-alerted"]
        assert posts(world, "USTUDENT") == ["care-answer", "care-answer"]

    def test_who_is_named_then_hears_nothing_more_and_the_next_is_told(self, world: World) -> None:
        decided(world)
        writes(world)
        takes(world, ITO)
        writes(world, "mr ito hits me", "5.2")
        assert states(world) == {ITO: "let-be", POE: "telling"}

    def test_who_is_named_then_and_was_not_told_is_forgotten(self, world: World) -> None:
        decided(world)
        writes(world)
        writes(world, "ms poe hits me", "5.2")
        assert states(world) == {ITO: "telling"}


class TestTeachers:
    def test_who_write_of_somebody_else_are_sent_to_the_lead(self, world: World) -> None:
        decided(world)
        assert world.do(care.hear, world.teacher, "my student wants to kill herself", ts="6.1", channel="D2")
        assert posts(world, "UTEACHER") == ["care-for-lead"]
        assert (alerts(world), posts(world, ITO)) == ([], [])
        world.render_all()

    def test_who_write_of_themselves_are_answered_and_nobody_is_told(self, world: World) -> None:
        decided(world)
        assert world.do(care.hear, world.teacher, HURT, ts="6.1", channel="D2")
        assert posts(world, "UTEACHER") == ["care-answer"]
        assert posts(world, ITO) == []
        world.render_all()


def test_what_was_asked_last_is_remembered(world: World) -> None:
    decided(world)
    talk = Talk(world).begin()
    writes(world)
    (alert,) = alerts(world)
    assert (alert.about, alert.ref) == ("interview", talk.interview().id)


def test_what_comes_in_parts_tells_the_first_one_once_and_before_all_else(world: World) -> None:
    """What goes to others waits until no part can follow any more; this does not."""
    decided(world)
    for ts, text in (("1800000000.000100", HURT), ("1800000001.000100", "i want to die")):
        words = listening.DirectMessage("D1", text, ts, f"said:D1:{ts}")
        world.do(listening.hear, world.student, words, greets=lambda _: False)
    (alert,) = [d for d in world.deliveries() if d.reader == ITO]
    assert (alert.state, alert.not_before) == (DeliveryState.WAITING, world.now - AHEAD)
    assert alerts(world)[0].sources == ("1800000000.000100", "1800000001.000100")
    assert [c for c in cells(world.engine) if "kill" in c[2]] == []
