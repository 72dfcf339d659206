"""The look back asks for the final number of a target where nobody is sure of it, and for no other."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.checking_in import answering
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.looking_back import use_cases as looking_back
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckIn, CheckInState, Reply
from handlers import looking_back as handlers
from handlers.inbound import Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.checking_in.answers import two_targets
from tests.unit.checking_in.steps import NOBODY, at, check_ins, posts, tick
from tests.unit.handling import KeptViews, context_of
from tests.world import World


class Last:
    """A contract on its last day, `asked` or not, with an answer of `before` where one is given; `then` ends it."""

    def __init__(self, world: World, *, before: str = "", asked: bool = True, **changed: Any) -> None:
        self.world = world
        self.contract = world.agree(**changed)
        ends_at = self.contract.ends_at
        assert ends_at is not None
        self.ends_at = ends_at
        if before:
            at(world, world.now + timedelta(hours=1))
            world.do(answering.log, world.student, self.newest_asked.id, ReplyForm((before,)))
        if asked:
            at(world, ends_at - timedelta(days=1))
            at(world, ends_at - timedelta(hours=15))
            tick(world)
            assert self.newest.state is CheckInState.PROMPTED

    @property
    def newest_asked(self) -> CheckIn:
        return [c for c in check_ins(self.world, self.contract) if c.state is not CheckInState.PLANNED][-1]

    @property
    def newest(self) -> CheckIn:
        return check_ins(self.world, self.contract)[-1]

    def says(self, text: str, ts: str = "1.1") -> None:
        self.world.do(answering.hear, self.world.student, self.newest.id, text, ts)

    def then(self) -> None:
        self.world.now = self.ends_at
        self.world.do(looking_back.begin, NOBODY, self.contract.id)

    def wanted(self) -> dict[int, Decimal | None]:
        form = self.world.do(looking_back.open_form, self.world.student, self.contract.id)
        return {i: (r.waiting or r.value) if r else None for i, r in form.wanted.items()}

    def looks_back(self, numbers: dict[int, str]) -> None:
        ratings = {0: 3, 1: 3}
        self.world.do(
            looking_back.assess, self.world.student, self.contract.id, ratings, "Reading aloud helped", numbers
        )

    def values(self) -> dict[int, Decimal]:
        return dict(self.world.do(looking_back.open_form, self.world.student, self.contract.id).values)

    def replies(self) -> list[Reply]:
        with self.world.uow() as uow:
            return uow.replies.on(self.contract.id)


def test_a_number_called_right_on_the_last_day_is_not_asked_for(world: World) -> None:
    last = Last(world)
    last.says("8 of 10, finally")
    world.do(answering.confirm, world.student, last.newest.id)
    last.then()
    assert (last.wanted(), last.values()) == ({}, {0: Decimal(8)})


def test_one_that_waits_for_its_yes_is_asked_about_and_does_not_count(world: World) -> None:
    last = Last(world)
    last.says("maybe 8 of 10")
    last.then()
    assert (last.wanted(), last.values()) == ({0: Decimal(8)}, {})
    last.looks_back({0: "8"})
    assert (last.wanted(), last.values()) == ({}, {0: Decimal(8)})


def test_where_none_was_given_the_number_joins_the_last_check_in(world: World) -> None:
    last = Last(world)
    last.then()
    assert last.wanted() == {0: None}
    last.looks_back({0: "7/10"})
    (reply,) = last.replies()
    assert (reply.check_in, reply.value, reply.confirmed) == (last.newest.id, Decimal(7), True)
    assert last.newest.state is CheckInState.ANSWERED


def test_words_of_the_last_day_stay_when_the_number_comes(world: World) -> None:
    last = Last(world)
    last.says("It went well")
    last.then()
    last.looks_back({0: "8"})
    (reply,) = last.replies()
    assert (reply.value, dict(reply.typed)) == (Decimal(8), {"1.1": "It went well"})
    assert posts(world, world.student.user).count("milestone-reached") == 1


def test_an_earlier_number_stands_where_the_field_is_left_empty(world: World) -> None:
    last = Last(world, before="5")
    last.then()
    assert last.wanted() == {0: Decimal(5)}
    last.looks_back({0: ""})
    assert last.values() == {0: Decimal(5)}


def test_where_nobody_was_asked_on_the_last_day_it_has_a_check_in_of_its_own(world: World) -> None:
    last = Last(world, before="5", asked=False)
    first = last.newest_asked
    last.then()
    last.looks_back({0: "8"})
    assert [(r.check_in == first.id, r.value) for r in last.replies()] == [(True, Decimal(5)), (False, Decimal(8))]
    assert last.newest.state is CheckInState.ANSWERED


def test_each_target_is_asked_for_by_itself(world: World) -> None:
    last = Last(world, **two_targets())
    last.world.do(answering.log, world.student, last.newest.id, ReplyForm(("8", "")))
    last.then()
    assert last.wanted() == {1: None}
    last.looks_back({1: "150"})
    assert last.values() == {0: Decimal(8), 1: Decimal(150)}


@pytest.mark.parametrize("text", ["lots", "3 less", "3 or 4"])
def test_a_number_that_can_not_be_read_is_refused_under_its_field(world: World, text: str) -> None:
    last = Last(world)
    last.then()
    with pytest.raises(Refusal) as refusal:
        last.looks_back({0: text})
    assert refusal.value.field == "final-0"


def test_a_teacher_gives_no_number(world: World) -> None:
    last = Last(world)
    last.then()
    form = world.do(looking_back.open_form, world.teacher, last.contract.id)
    assert form.wanted == {}
    world.do(looking_back.assess, world.teacher, last.contract.id, {0: 3}, "", {0: "8"})
    assert last.replies() == []


def test_a_number_for_no_target_is_ignored(world: World) -> None:
    last = Last(world)
    last.then()
    last.looks_back({7: "8"})
    assert last.replies() == []


async def test_the_form_asks_and_takes_it(world: World) -> None:
    last = Last(world, **two_targets())
    last.says("maybe 8 of 10 varied openings")
    last.then()
    views = KeptViews()
    press = Press(world.student, "looking_back.open", str(last.contract.id), "t1", "press:1", "D1", "1.1")
    await handlers.look_back(press, context_of(world, views))
    (view,) = views.opened
    assert check_view(view) == []
    fields = {b["block_id"]: b["element"].get("initial_value") for b in view["blocks"] if b["type"] == "input"}
    assert {n: v for n, v in fields.items() if n.startswith("final")} == {"final-0": "8", "final-1": None}
    typed = {"final-0": "8", "final-1": "20", "rating-0": "3", "rating-1": "3", "reflection": "Something"}
    form = Submission(world.student, "looking_back.assess", typed, view["private_metadata"], "t1", "view:1")
    await handlers.assess(form, context_of(world))
    assert last.values() == {0: Decimal(8), 1: Decimal(20)}


def test_what_was_said_after_the_end_still_counts(world: World) -> None:
    last = Last(world)
    last.then()
    last.says("8 of 10", "1.5")
    world.do(answering.confirm, world.student, last.newest.id)
    assert last.wanted() == {}
    assert last.newest.state is CheckInState.ANSWERED
