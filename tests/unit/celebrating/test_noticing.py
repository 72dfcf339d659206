"""Which points are noticed, once, and who is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.activities.checking_in import telling
from bot.domain import contract as life
from bot.domain.check_ins import Consent
from bot.domain.progress import Point
from bot.messages.blocks import spoken
from prompts.words import words_for
from tests.unit.celebrating.scenes import Way
from tests.world import World, terms


def switch_shoutouts_off(world: World) -> None:
    with world.uow() as uow:
        uow.classrooms.save(replace(world.classroom, shoutouts=False))


def test_halfway_is_told_to_both_sides_and_to_nobody_else(world: World) -> None:
    way = Way(world)
    world.do(telling.choose, world.teacher2, world.classroom.id, "each")
    way.log("5")
    assert way.consents() == {Point.HALFWAY: Consent.ASKED}
    assert world.kinds(world.student.user) == ["milestone-reached"]
    assert world.kinds(world.teacher.user) == []  # the message about the day shows it
    assert world.kinds(world.teacher2.user) == ["milestone-news"]
    assert world.kinds(world.classmate.user) == []
    assert world.kinds("C1") == []


@pytest.mark.parametrize(("value", "percent"), [("5", 50), ("7", 83)])
def test_the_student_hears_the_share_that_was_done(world: World, value: str, percent: int) -> None:
    way = Way(world)
    way.log(value)
    (said,) = [m for d, m in world.render_all() if d.notice == "milestone-reached" and m is not None]
    statement = way.contract.in_force.terms.targets[0].statement
    praise = words_for().pieces("milestone-halfway", baseline="2", value=value, percent=percent, statement=statement)
    assert said.text == spoken(praise)


@pytest.mark.parametrize("value", ["4", "2", "0", "-3", None])
def test_short_of_a_point_nothing_is_noticed(world: World, value: str | None) -> None:
    way = Way(world)
    way.log(value)
    assert way.consents() == {}


def test_a_point_is_noticed_once(world: World) -> None:
    way = Way(world)
    for value in ("5", "6", "4", "7"):
        way.log(value)
    assert way.consents() == {Point.HALFWAY: Consent.ASKED}
    assert len(way.questions()) == 1


def test_the_goal_at_once_asks_about_the_goal_alone(world: World) -> None:
    way = Way(world)
    way.log("8")
    assert way.consents() == {Point.HALFWAY: Consent.NOT_ASKED, Point.GOAL: Consent.ASKED}
    assert len(way.questions()) == 1


def test_the_goal_later_asks_anew(world: World) -> None:
    way = Way(world)
    way.log("5")
    way.log("9")
    assert way.consents() == {Point.HALFWAY: Consent.ASKED, Point.GOAL: Consent.ASKED}
    assert len(way.questions()) == 2


def test_the_same_reply_noticed_twice_changes_nothing(world: World) -> None:
    way = Way(world)
    reply = way.log("8")
    way.correct(reply, "8")
    assert len(way.questions()) == 1
    assert len(way.milestones()) == 2


def test_a_goal_below_the_baseline_counts_downwards(world: World) -> None:
    fewer = replace(terms().targets[0], baseline=Decimal(10), goal=Decimal(2))
    way = Way(world, targets=(fewer,))
    way.log("7")
    assert way.consents() == {}
    way.log("6")
    assert way.consents() == {Point.HALFWAY: Consent.ASKED}


def test_each_target_has_points_of_its_own(world: World) -> None:
    one = terms().targets[0]
    way = Way(world, targets=(one, one))
    way.log("5", target=0)
    way.log("5", target=1)
    assert [(m.target, m.point) for m in way.milestones()] == [(0, Point.HALFWAY), (1, Point.HALFWAY)]


def test_a_target_that_is_not_there_is_ignored(world: World) -> None:
    way = Way(world)
    way.log("8", target=7)
    way.log("8", target=-1)
    assert way.milestones() == []


def test_without_shoutouts_the_student_is_told_and_nothing_asked(world: World) -> None:
    switch_shoutouts_off(world)
    way = Way(world)
    world.do(telling.choose, world.teacher, world.classroom.id, "each")
    way.log("5")
    assert way.consents() == {Point.HALFWAY: Consent.NOT_ASKED}
    assert world.kinds(world.student.user) == ["milestone-reached"]
    assert world.kinds(world.teacher.user) == ["milestone-news"]


def test_a_closed_contract_notices_nothing_new(world: World) -> None:
    way = Way(world)
    with world.uow() as uow:
        way.contract = uow.contracts.save(life.close(way.contract, "", world.student.user, world.now))
    way.log("8")
    assert way.milestones() == []


class TestCorrections:
    def test_below_the_point_the_question_is_withdrawn(self, world: World) -> None:
        way = Way(world)
        way.correct(way.log("5"), "3")
        assert way.consents() == {Point.HALFWAY: Consent.WITHDRAWN}

    def test_a_number_taken_back_withdraws_it_too(self, world: World) -> None:
        way = Way(world)
        way.correct(way.log("5"), None)
        assert way.consents() == {Point.HALFWAY: Consent.WITHDRAWN}

    def test_reached_again_it_is_asked_again(self, world: World) -> None:
        way = Way(world)
        way.correct(way.log("5"), "3")
        way.log("6")
        assert way.consents() == {Point.HALFWAY: Consent.ASKED}
        assert len(way.questions()) == 2

    def test_another_reply_holds_the_point(self, world: World) -> None:
        way = Way(world)
        first = way.log("5")
        second = way.log("6")
        way.correct(first, "3")
        assert [(m.consent, m.reply) for m in way.milestones()] == [(Consent.ASKED, second.id)]

    def test_a_lower_number_at_a_later_check_in_withdraws_nothing(self, world: World) -> None:
        way = Way(world)
        way.log("5")
        way.log("3")
        assert way.consents() == {Point.HALFWAY: Consent.ASKED}

    def test_corrected_up_to_the_goal_only_the_goal_is_asked_about(self, world: World) -> None:
        way = Way(world)
        way.correct(way.log("5"), "8")
        assert way.consents() == {Point.HALFWAY: Consent.NOT_ASKED, Point.GOAL: Consent.ASKED}

    def test_corrected_down_to_halfway_halfway_is_asked_about(self, world: World) -> None:
        way = Way(world)
        way.correct(way.log("8"), "5")
        assert way.consents() == {Point.HALFWAY: Consent.ASKED, Point.GOAL: Consent.WITHDRAWN}
