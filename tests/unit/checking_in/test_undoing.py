"""What was noted can be taken back for ten minutes: its words, its number, and what that reached."""

from dataclasses import replace

import pytest

from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import answering
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import CheckInState, Consent
from bot.domain.outbox import Delivery, DeliveryState, Verb
from bot.domain.utterance import TAKEN_BACK_WITHIN
from bot.messages.presenting import present
from tests.unit.checking_in.answers import FORM, types, value
from tests.unit.checking_in.steps import asked, check_ins, posts, rendered, replies
from tests.world import World


def newest(world: World, actor: Actor) -> int:
    """What an undo takes back now."""
    with world.uow() as uow:
        found = uow.utterances.newest_of(actor.user)
    assert found is not None
    return found.id


def undo(world: World, actor: Actor | None = None) -> None:
    world.do(answering.undo, actor or world.student, newest(world, world.student))


def noted(world: World) -> str:
    """What was shown back to the student, as it would be now."""
    (first, *_) = [d for d in world.deliveries() if d.notice == "reply-noted" or d.notice == "number-wanted"]
    with world.uow() as uow:
        return str(present(uow, first))


def cards(world: World, teacher: str) -> list[Delivery]:
    return [d for d in world.deliveries() if (d.lane, d.notice, d.verb) == (teacher, "class-check-ins", Verb.POST)]


def is_sent(world: World, *deliveries: Delivery, state: DeliveryState = DeliveryState.SENT) -> None:
    with world.uow() as uow:
        for delivery in deliveries:
            uow.outbox._deliveries.save(replace(delivery, state=state, channel="D2", ts=f"{delivery.id}.1"))


@pytest.mark.parametrize("text", ["5 of 10, the cards helped", "about half of them", "reading aloud helped me a lot"])
def test_what_was_typed_is_gone_and_the_check_in_is_open_again(world: World, text: str) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    types(world, text, 100)
    undo(world)
    reply = replies(world, check_in)[0]
    assert (reply.value, reply.waiting, reply.typed) == (None, None, {})
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.PROMPTED]
    assert "checking_in.undo" not in noted(world)
    types(world, "4 of 10", 200)
    assert value(world, check_in) == 4
    world.render_all()


def test_a_yes_is_taken_back_with_what_it_was_said_to(world: World) -> None:
    check_in = asked(world, world.agree())
    types(world, "about half of them", 100)
    types(world, "yes", 200)
    assert value(world, check_in) == 5
    undo(world)
    assert (value(world, check_in), replies(world, check_in)[0].waiting) == (None, None)


def test_of_two_answers_the_second_is_taken_back(world: World) -> None:
    check_in = asked(world, world.agree())
    types(world, "4 of 10", 100)
    types(world, "6 of 10", 200)
    undo(world)
    assert value(world, check_in) == 4
    undo(world)
    assert value(world, check_in) is None


def test_what_is_not_the_newest_is_not_taken_back(world: World) -> None:
    check_in = asked(world, world.agree())
    types(world, "4 of 10", 100)
    first = newest(world, world.student)
    types(world, "6 of 10", 200)
    with pytest.raises(Refusal, match="undo-changed"):
        world.do(answering.undo, world.student, first)
    assert value(world, check_in) == 6


def test_the_form_is_taken_back_too(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, FORM)
    assert "checking_in.undo" in rendered(world)["reply-noted"][0]
    undo(world)
    assert (value(world, check_in), replies(world, check_in)[0].worked) == (None, "")


def test_after_ten_minutes_it_is_too_late(world: World) -> None:
    check_in = asked(world, world.agree())
    types(world, "5 of 10", 100)
    world.now += TAKEN_BACK_WITHIN
    assert "checking_in.undo" not in rendered(world)["reply-noted"][0]
    world.later(seconds=1)
    with pytest.raises(Refusal, match="undo-too-late"):
        undo(world)
    assert value(world, check_in) == 5


def test_nobody_takes_back_what_somebody_else_said(world: World) -> None:
    check_in = asked(world, world.agree())
    types(world, "5 of 10", 100)
    for actor in (world.teacher, world.classmate):
        with pytest.raises(Refusal, match="undo-too-late"):
            undo(world, actor)
    assert value(world, check_in) == 5


def test_a_teacher_who_saw_it_sees_that_it_was_taken_back_and_then_the_new_answer(world: World) -> None:
    asked(world, world.agree())
    types(world, "5 of 10, my secret", 100)
    is_sent(world, *cards(world, "UTEACHER"))
    undo(world)
    (card,) = cards(world, "UTEACHER")
    with world.uow() as uow:
        shown = present(uow, card)
    assert shown is not None
    assert "my secret" not in str(shown.blocks)
    types(world, "4 of 10", 200)
    assert len(cards(world, "UTEACHER")) == 1
    assert rendered(world)["class-check-ins"][0].count("4") > 0


def test_a_teacher_who_had_not_seen_it_is_told_nothing_and_then_the_new_answer(world: World) -> None:
    asked(world, world.agree())
    types(world, "5 of 10", 100)
    undo(world)
    (card,) = cards(world, "UTEACHER")
    with world.uow() as uow:
        assert present(uow, card) is None
    is_sent(world, card, state=DeliveryState.EXPIRED)
    types(world, "4 of 10", 200)
    assert len(cards(world, "UTEACHER")) == 2


def test_a_milestone_goes_with_it_even_where_the_class_was_to_hear_of_it(world: World) -> None:
    asked(world, world.agree())
    for at in (100, 200):
        world.later(minutes=1)
        types(world, "8 of 10", at)
        (shown,) = [d for d in world.deliveries() if d.notice == "milestone-reached"][-1:]
        world.do(celebrating.decide, world.student, shown.args["milestone"], shown.args["shown"], True)
        (shoutout,) = [d for d in world.deliveries() if d.lane == "C1" and d.state is DeliveryState.WAITING]
        assert shoutout.not_before >= world.now + TAKEN_BACK_WITHIN
        undo(world)
        with world.uow() as uow:
            assert {m.consent for m in uow.milestones.all()} == {Consent.WITHDRAWN}
        assert all(d.state is DeliveryState.EXPIRED for d in world.deliveries() if d.lane == "C1")
    assert posts(world, "C1") == ["shoutout-posted"] * 2
