"""The buttons: of the student, and of those who were told."""

from dataclasses import replace

import pytest

from bot.activities.care import presses
from bot.activities.care import use_cases as care
from bot.activities.hearing import listening
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor, Refusal
from bot.domain.care import Ended, Way
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from bot.domain.interview import About
from bot.domain.outbox import DeliveryState, Verb
from tests.unit.care.scenes import (
    HURT,
    ITO,
    POE,
    alerts,
    an_hour_later,
    decided,
    posts,
    states,
    takes,
    told,
    writes,
)
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked, check_ins
from tests.unit.proposing.talk import Talk
from tests.unit.reviewing import scenes
from tests.world import WORKSPACE, World

MR_ITO, MS_POE = Actor(WORKSPACE, ITO), Actor(WORKSPACE, POE)


def refreshed(world: World) -> set[str]:
    """Whose messages were rendered again."""
    return {d.reader for d in world.deliveries() if d.verb is Verb.REFRESH}


class TestTell:
    def test_the_one_whom_the_student_chose_is_told_and_nobody_after_that(self, world: World) -> None:
        decided(world, Way.STUDENT)
        writes(world)
        world.do(presses.tell_one, world.student, 1, 2)
        takes(world, POE)
        an_hour_later(world, minutes=600)
        assert states(world) == {ITO: "planned", POE: "told"}
        assert told(world)[POE].asked_for
        world.render_all()

    def test_who_can_not_be_reached_is_not_followed_by_somebody_else(self, world: World) -> None:
        """That is for the student to decide again."""
        decided(world, Way.STUDENT)
        writes(world)
        world.do(presses.tell_one, world.student, 1, 1)
        takes(world, ITO, "user_disabled")
        assert states(world) == {ITO: "unreached", POE: "planned"}

    @pytest.mark.parametrize(("alert", "place"), [(1, 9), (2, 1)])
    def test_nobody_else_can_be_told(self, world: World, alert: int, place: int) -> None:
        decided(world, Way.STUDENT)
        writes(world)
        with pytest.raises(Refusal):
            world.do(presses.tell_one, world.student, alert, place)

    def test_once_is_enough(self, world: World) -> None:
        decided(world, Way.STUDENT)
        writes(world)
        world.do(presses.tell_one, world.student, 1, 1)
        with pytest.raises(Refusal):
            world.do(presses.tell_one, world.student, 1, 1)
        assert posts(world, ITO) == ["care-alerted"]


class TestTake:
    def test_ends_the_telling_and_is_shown_to_all(self, world: World) -> None:
        decided(world)
        writes(world)
        takes(world, ITO)
        with world.uow() as uow:
            for card in uow.outbox.cards("care:1"):
                if card.state is DeliveryState.WAITING:
                    here = {"state": DeliveryState.SENT, "channel": "D1", "ts": "1.1", "sent_at": world.now}
                    uow.outbox._deliveries.save(replace(card, **here))  # type: ignore[arg-type]
        world.do(presses.take, MR_ITO, 1)
        an_hour_later(world, minutes=600)
        assert posts(world, POE) == []
        assert refreshed(world) == {"USTUDENT", ITO}
        world.render_all()

    def test_one_who_comes_late_is_shown_who_has_it(self, world: World) -> None:
        decided(world)
        writes(world)
        an_hour_later(world)
        world.do(presses.take, MS_POE, 1)
        world.do(presses.take, MR_ITO, 1)
        assert all(t.taken_at for t in told(world).values())

    def test_whom_the_student_named_since_can_not_end_it(self, world: World) -> None:
        decided(world, Way.AT_ONCE, ITO, POE, "UADMIN")
        writes(world)
        takes(world, ITO)
        writes(world, "mr ito hits me", "5.2")
        world.do(presses.take, MR_ITO, 1)
        an_hour_later(world)
        assert states(world)["UADMIN"] == "telling"

    @pytest.mark.parametrize("who", ["student", "teacher", "admin", "stranger"])
    def test_nobody_takes_it_who_was_not_told(self, world: World, who: str) -> None:
        decided(world)
        writes(world)
        for actor in (getattr(world, who), MS_POE):
            with pytest.raises(Refusal) as refused:
                world.do(presses.take, actor, 1)
            assert refused.value.key == "old-button"


class TestShare:
    def test_goes_to_those_who_were_told_and_holds_no_words(self, world: World) -> None:
        decided(world)
        writes(world, f"{HURT} zebra")
        takes(world, ITO)
        world.do(presses.share, world.student, 1)
        assert (posts(world, ITO), posts(world, POE)) == (["care-alerted", "care-words"], [])
        takes(world, ITO, notice="care-words")
        assert told(world)[ITO].words == "passed"
        world.render_all()

    @pytest.mark.parametrize(("error", "words"), [("words_gone", "gone"), ("user_disabled", "failed")])
    def test_that_it_could_not_be_is_known(self, world: World, error: str, words: str) -> None:
        decided(world)
        writes(world)
        takes(world, ITO)
        world.do(presses.share, world.student, 1)
        takes(world, ITO, error, notice="care-words")
        assert (told(world)[ITO].words, states(world)[ITO]) == (words, "told")
        world.render_all()

    def test_not_before_anybody_is_told_and_not_what_stood_in_a_form(self, world: World) -> None:
        decided(world, Way.STUDENT)
        writes(world, ts="")
        with pytest.raises(Refusal):
            world.do(presses.share, world.student, 1)
        world.do(presses.tell_one, world.student, 1, 1)
        with pytest.raises(Refusal):
            world.do(presses.share, world.student, 1)

    def test_not_with_one_who_was_named_since(self, world: World) -> None:
        decided(world)
        writes(world)
        takes(world, ITO)
        writes(world, "mr ito hits me", "5.2")
        world.do(presses.share, world.student, 1)
        assert "care-words" not in posts(world, ITO)
        assert "care-words" in posts(world, POE)


class TestGoingBack:
    def test_i_meant_something_else_clears_these_words_and_no_others(self, world: World) -> None:
        decided(world)
        writes(world)
        world.do(presses.meant_else, world.student, 1)
        assert not writes(world, f"  {HURT.upper()}. ", "5.2")
        assert writes(world, "i hurt myself again", "5.3")
        assert writes(world, f"{HURT}\ni cut myself", "5.4")

    def test_nor_do_they_clear_them_for_somebody_else(self, world: World) -> None:
        decided(world)
        writes(world)
        world.do(presses.meant_else, world.student, 1)
        assert world.do(care.hear, world.classmate, HURT, ts="7.1", channel="D3")

    def test_go_on_clears_nothing(self, world: World) -> None:
        decided(world)
        writes(world)
        world.do(presses.go_on, world.student, 1)
        assert writes(world, HURT, "5.2")
        assert len(alerts(world)) == 2

    def test_whoever_was_told_hears_it_and_nothing_is_taken_back(self, world: World) -> None:
        decided(world)
        writes(world)
        takes(world, ITO)
        world.do(presses.go_on, world.student, 1)
        assert posts(world, ITO) == ["care-alerted", "care-update"]
        an_hour_later(world)
        assert posts(world, POE) == ["care-alerted"]
        assert alerts(world)[0].digests == ()
        world.render_all()

    def test_leads_to_the_question_of_the_interview(self, world: World) -> None:
        decided(world)
        talk = Talk(world).begin()
        writes(world)
        world.do(presses.go_on, world.student, 1)
        assert posts(world, "USTUDENT")[-1] == "interview-question"
        talk.say("Starting sentences")
        assert "Starting sentences" in str(talk.interview().draft)

    def test_leads_to_the_check_in_which_stays_excused_until_it_is_answered(self, world: World) -> None:
        decided(world)
        contract = world.agree()
        asked(world, contract)
        writes(world)
        world.do(presses.go_on, world.student, 1)
        assert posts(world, "USTUDENT")[-1] == "check-in-due"
        assert check_ins(world, contract)[0].state is CheckInState.EXCUSED
        words = listening.DirectMessage("D1", "5 of 10 today", "5.9", "said:D1:5.9")
        world.do(listening.hear, world.student, words, greets=lambda _: False)
        assert check_ins(world, contract)[0].state is CheckInState.ANSWERED
        world.render_all()

    def test_leads_to_no_check_in_of_a_contract_that_was_closed_meanwhile(self, world: World) -> None:
        decided(world)
        contract = world.agree()
        asked(world, contract)
        writes(world)
        with world.uow() as uow:
            standing = uow.contracts.get(contract.id)
            assert standing is not None
            uow.contracts.save(replace(standing, status=Status.CLOSED))
        world.do(presses.go_on, world.student, 1)
        assert posts(world, "USTUDENT")[-1] == "care-back"

    def test_after_i_meant_something_else_the_check_in_waits_again(self, world: World) -> None:
        decided(world)
        contract = world.agree()
        asked(world, contract)
        (before,) = check_ins(world, contract)
        writes(world)
        world.do(presses.meant_else, world.student, 1)
        (after,) = check_ins(world, contract)
        assert (after.state, after.wake_at) == (CheckInState.PROMPTED, before.wake_at)
        assert posts(world, "USTUDENT")[-1] == "check-in-due"
        with pytest.raises(Refusal):
            world.do(presses.meant_else, world.student, 1)

    def test_what_an_earlier_alert_set_aside_stays_so(self, world: World) -> None:
        decided(world)
        contract = world.agree()
        asked(world, contract)
        writes(world)
        world.do(presses.go_on, world.student, 1)
        writes(world, "i hurt myself again", "5.2")
        world.do(presses.meant_else, world.student, 2)
        assert check_ins(world, contract)[0].state is CheckInState.EXCUSED

    def test_what_was_answered_meanwhile_stays_answered(self, world: World) -> None:
        decided(world)
        contract = world.agree()
        check_in = asked(world, contract)
        writes(world)
        say(world, check_in, "5 of 10", "5.9")
        world.do(presses.meant_else, world.student, 1)
        assert check_ins(world, contract)[0].state is CheckInState.ANSWERED

    def test_leads_to_a_teachers_question(self, world: World) -> None:
        decided(world)
        contract = scenes.announced(world)
        world.do(reviewing.ask, world.teacher, contract.id, 1, "Which essays?")
        writes(world)
        world.do(presses.go_on, world.student, 1)
        assert posts(world, "USTUDENT")[-1] == "teacher-asked"
        with world.uow() as uow:
            focus = uow.focus.of("USTUDENT")
        assert focus is not None
        assert focus.about is About.QUESTION
        world.render_all()

    def test_leads_nowhere_where_nothing_was_asked(self, world: World) -> None:
        decided(world)
        writes(world)
        world.do(presses.go_on, world.student, 1)
        assert posts(world, "USTUDENT")[-1] == "care-back"
        assert alerts(world)[0].ended is Ended.WENT_ON
        world.render_all()

    def test_only_once_and_only_for_the_student(self, world: World) -> None:
        decided(world)
        writes(world)
        with pytest.raises(Refusal):
            world.do(presses.go_on, world.classmate, 1)
        world.do(presses.go_on, world.student, 1)
        with pytest.raises(Refusal):
            world.do(presses.meant_else, world.student, 1)
