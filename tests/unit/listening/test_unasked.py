"""What a student says of a target while nobody asked is shown back, and noted on one yes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.checking_in import answering, reads, unasked
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.hearing import asking, listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery
from bot.language.hearing import Kind
from tests.unit.checking_in.steps import at, check_ins, posts, replies, tick
from tests.unit.listening.test_questions import prompted, says
from tests.unit.listening.two_classes import HISTORIAN, PAGES, TwoClasses
from tests.world import World, terms

TWO = (terms().targets[0], replace(PAGES, unit="pages"))
NEWS = "got 7 of 10 today in class!!"


@pytest.fixture(autouse=True)
def on_a_tuesday(world: World) -> None:
    """The first check-in comes on the Monday after."""
    world.later(days=1)


def numbers(world: World, contract: Contract) -> list[object]:
    """What counts for the first target, check-in by check-in."""
    with world.uow() as uow:
        return [r.value for r in uow.replies.on_target(contract.id, 0)]


def states(world: World, contract: Contract) -> list[str]:
    return [c.state.value for c in check_ins(world, contract)]


def newest_asked(world: World) -> int:
    with world.uow() as uow:
        asked = uow.asked_back.newest_of(world.student.user)
    assert asked is not None
    return asked.id


def undo(world: World) -> None:
    with world.uow() as uow:
        found = uow.utterances.newest_of(world.student.user)
    assert found is not None
    world.do(answering.undo, world.student, found.id)


def cards(world: World, user: str) -> list[Delivery]:
    return [d for d in world.deliveries() if d.lane == user and d.notice == "class-check-ins"]


def test_it_is_shown_back_and_counts_for_nothing_before_the_yes(world: World) -> None:
    contract = world.agree()
    assert says(world, NEWS) is Kind.PROGRESS
    assert posts(world, world.student.user)[-1] == "progress-offered"
    assert (numbers(world, contract), cards(world, world.teacher.user)) == ([], [])
    world.render_all()


@pytest.mark.parametrize(("said", "noted"), [("yes", [7]), ("no", [])])
def test_a_yes_in_its_thread_is_about_that_number(world: World, said: str, noted: list[object]) -> None:
    both = TwoClasses(world)
    both.says("english: got 7 of 10 today in class!!")
    under = both.is_sent("progress-offered")
    both.says("what can my teacher see?")
    both.says(said, thread=under)
    assert numbers(world, both.english_contract) == noted
    both.says("yes", thread=under)
    assert numbers(world, both.english_contract) == noted


@pytest.mark.parametrize("by_button", [True, False])
def test_on_one_yes_it_is_a_check_in_of_its_own(world: World, by_button: bool) -> None:
    contract = world.agree()
    (ahead,) = check_ins(world, contract)
    says(world, NEWS)
    if by_button:
        world.do(asking.answer, world.student, newest_asked(world), True)
    else:
        says(world, "yes", "70.000100")
    assert numbers(world, contract) == [7]
    noted, coming = check_ins(world, contract)
    assert (noted.state, noted.due_at) == (CheckInState.ANSWERED, world.now)
    assert (coming.state, coming.due_at) == (CheckInState.PLANNED, ahead.due_at)
    assert len(cards(world, world.teacher.user)) == 1
    assert replies(world, noted.id)[0].typed == {"50.000100": NEWS}
    assert "milestone-reached" in posts(world, world.student.user)
    world.render_all()


def test_a_no_keeps_nothing(world: World) -> None:
    contract = world.agree()
    says(world, NEWS)
    says(world, "no", "70.000100")
    assert (numbers(world, contract), states(world, contract)) == ([], ["planned"])
    with world.uow() as uow:
        asked = uow.asked_back.newest_of(world.student.user)
    assert asked is not None
    assert (asked.text, asked.number) == ("", None)
    world.render_all()


def test_near_the_next_one_it_takes_its_place(world: World) -> None:
    contract = world.agree()
    (ahead,) = check_ins(world, contract)
    world.now = ahead.due_at - timedelta(hours=12)
    says(world, NEWS)
    says(world, "yes", "70.000100")
    assert states(world, contract) == ["answered", "planned"]
    assert check_ins(world, contract)[1].due_at == ahead.due_at + timedelta(days=7)
    at(world, ahead.due_at)
    assert "check-in-due" not in posts(world, world.student.user)


def test_the_last_check_in_still_asks_for_the_final_number(world: World) -> None:
    contract = world.agree(ends_on=world.now.date() + timedelta(days=9))
    (ahead,) = check_ins(world, contract)
    at(world, ahead.due_at)
    says(world, "6 of 10")
    (_, last) = check_ins(world, contract)
    world.now = last.due_at - timedelta(hours=10)
    says(world, NEWS, "90.000100")
    says(world, "yes", "95.000100")
    assert numbers(world, contract) == [6, 7]
    assert check_ins(world, contract)[-1].due_at == last.due_at
    world.now = last.due_at - timedelta(hours=2)
    says(world, "got 8 of 10 today in class!!", "97.000100")
    says(world, "yes", "98.000100")
    assert states(world, contract) == ["answered", "answered", "answered"]


def test_undone_the_check_in_lies_ahead_as_before(world: World) -> None:
    contract = world.agree()
    before = check_ins(world, contract)
    says(world, NEWS)
    says(world, "yes", "70.000100")
    undo(world)
    assert [replace(c, revision=0) for c in check_ins(world, contract)] == [replace(c, revision=0) for c in before]
    assert numbers(world, contract) == [None]
    world.render_all()
    at(world, before[0].due_at)
    assert posts(world, world.student.user).count("check-in-due") == 1
    world.render_all()


def test_undone_while_the_next_one_is_asked_it_is_gone(world: World) -> None:
    contract = world.agree()
    says(world, NEWS)
    says(world, "yes", "70.000100")
    with world.uow() as uow:
        (coming,) = uow.check_ins.in_state(contract.id, CheckInState.PLANNED)
        uow.check_ins.save(replace(coming, due_at=world.now, wake_at=world.now))
    tick(world)
    undo(world)
    assert states(world, contract) == ["dropped", "prompted"]
    world.render_all()


def test_a_button_pressed_after_the_prompt_answers_that(world: World) -> None:
    contract = world.agree()
    says(world, NEWS)
    (ahead,) = check_ins(world, contract)
    at(world, ahead.due_at)
    world.do(asking.answer, world.student, newest_asked(world), True)
    assert states(world, contract) == ["answered", "planned"]
    assert replies(world, ahead.id)[0].value == 7


def test_an_edit_before_the_yes_is_what_is_noted(world: World) -> None:
    contract = world.agree()
    says(world, NEWS)
    edited = DirectMessage("D1", "got 6 of 10 today in class!!", "50.000100", "edit:1", edited=True)
    world.do(listening.hear_now, world.student, edited, greets=lambda _: False)
    says(world, "yes", "70.000100")
    assert numbers(world, contract) == [6]


def test_of_two_targets_the_one_it_is_for_is_asked(world: World) -> None:
    contract = world.agree(targets=TWO)
    assert says(world, "got 7 today in class!!") is Kind.PROGRESS
    (offered, *_) = [m for d, m in world.render_all() if d.notice == "progress-offered"]
    assert [e["action_id"] for e in offered.blocks[1]["elements"]] == [
        "unasked.target_0",
        "unasked.target_1",
        "hearing.drop",
    ]
    asked = newest_asked(world)
    with pytest.raises(Refusal, match="old-button"):
        world.do(unasked.choose, world.student, asked, 2)
    with pytest.raises(Refusal, match="old-button"):
        world.do(unasked.choose, world.classmate, asked, 1)
    world.do(unasked.choose, world.student, asked, 1)
    (noted, _) = check_ins(world, contract)
    assert {i: r.value for i, r in replies(world, noted.id).items()} == {0: None, 1: 7}
    world.render_all()


def test_each_of_two_targets_that_is_named_is_noted(world: World) -> None:
    contract = world.agree(targets=TWO)
    says(world, "did 6 varied openings and read 12 pages this weekend")
    says(world, "yes", "70.000100")
    assert {i: r.value for i, r in replies(world, check_ins(world, contract)[0].id).items()} == {0: 6, 1: 12}


def test_words_alone_are_noted_and_take_no_place(world: World) -> None:
    contract = world.agree()
    (ahead,) = check_ins(world, contract)
    world.now = ahead.due_at - timedelta(hours=2)
    assert says(world, "my essay went so much better today!!") is Kind.PROGRESS
    says(world, "yes", "70.000100")
    assert states(world, contract) == ["answered", "planned"]
    assert check_ins(world, contract)[1].due_at == ahead.due_at
    world.render_all()


def test_of_two_classes_the_unit_decides(world: World) -> None:
    both = TwoClasses(world)
    assert both.says("read 15 pages today!!") is Kind.PROGRESS
    both.says("yes")
    assert numbers(world, both.history_contract) == [15]
    assert len(cards(world, HISTORIAN.user)) == 1
    assert cards(world, world.teacher.user) == []
    world.render_all()


def test_where_nothing_tells_the_class_it_is_asked(world: World) -> None:
    both = TwoClasses(world)
    both.says("got 7 today in class!!")
    assert both.asks() == "which"
    both.says("history")
    assert posts(world, world.student.user)[-1] == "progress-offered"
    both.says("yes")
    assert (numbers(world, both.history_contract), numbers(world, both.english_contract)) == ([7], [])


def test_the_form_does_the_same(world: World) -> None:
    contract = world.agree()
    (ahead,) = check_ins(world, contract)
    assert world.do(unasked.only_one, world.student) == contract.id
    assert world.do(unasked.open_form, world.student, contract.id).spared is None
    world.do(unasked.log, world.student, contract.id, ReplyForm(("6",), worked="the cards"))
    assert (numbers(world, contract), states(world, contract)) == ([6], ["answered", "planned"])
    assert check_ins(world, contract)[1].due_at == ahead.due_at
    world.render_all()


def test_the_form_says_whose_place_it_takes(world: World) -> None:
    contract = world.agree()
    (ahead,) = check_ins(world, contract)
    world.now = ahead.due_at - timedelta(hours=2)
    assert world.do(unasked.open_form, world.student, contract.id).spared == ahead.due_at
    world.do(unasked.log, world.student, contract.id, ReplyForm(("6",)))
    assert check_ins(world, contract)[1].due_at == ahead.due_at + timedelta(days=7)


def test_a_form_sent_while_a_check_in_is_open_answers_that(world: World) -> None:
    contract = prompted(world)
    world.do(unasked.log, world.student, contract.id, ReplyForm(("6",)))
    assert (numbers(world, contract), states(world, contract)) == ([6], ["answered", "planned"])


@pytest.mark.parametrize("who", ["classmate", "teacher", "stranger"])
def test_nobody_else_checks_in(world: World, who: str) -> None:
    contract = world.agree()
    with pytest.raises(Refusal):
        world.do(unasked.log, getattr(world, who), contract.id, ReplyForm(("6",)))


def test_with_several_contracts_the_command_offers_each(world: World) -> None:
    TwoClasses(world)
    assert world.do(unasked.only_one, world.student) is None
    world.do(reads.say_when, world.student)
    (message,) = [m for d, m in world.render_all() if d.notice == "no-check-in-now"]
    assert [e["action_id"] for e in message.blocks[-1]["elements"]] == ["unasked.open_0", "unasked.open_1"]
