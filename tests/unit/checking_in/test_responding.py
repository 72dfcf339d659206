"""What a teacher hears of the answers, and says to them."""

import pytest

from bot.activities.checking_in import responding, telling
from bot.activities.checking_in.messages import ResponseBrief
from bot.domain.actor import Refusal
from bot.messages.briefs import brief_for
from bot.messages.registry import notice_of
from prompts.words import words_for
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import asked, at, check_ins, posts, rendered
from tests.world import World


def test_a_teacher_responds_and_the_student_reads_it(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    assert world.do(responding.open_response, world.teacher, check_in) == ("Ana", "7")
    world.do(responding.respond, world.teacher, check_in, "Well done")
    assert posts(world, "USTUDENT")[-1] == "responded"
    assert "Well done" in rendered(world)["class-check-ins"][0]


def test_the_same_words_from_a_second_form_are_said_once(world: World) -> None:
    """A form whose answer did not come is opened and sent again."""
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    for text in ("Well done", " Well done ", "And next week?", "Well done"):
        world.do(responding.respond, world.teacher, check_in, text)
    world.do(responding.respond, world.teacher2, check_in, "And next week?")
    with world.uow() as uow:
        said = [(r.teacher, r.text) for r in uow.responses.to(check_in)]
    once = [(world.teacher.user, "Well done"), (world.teacher.user, "And next week?")]
    assert said == [*once, (world.teacher2.user, "And next week?")]
    assert posts(world, "USTUDENT").count("responded") == len(said)


@pytest.mark.parametrize("who", ["student", "classmate", "stranger"])
def test_only_teachers_of_the_class_respond(world: World, who: str) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal):
        world.do(responding.respond, getattr(world, who), check_in, "Well done")


@pytest.mark.parametrize(("text", "reason"), [(" ", "empty"), ("x" * 1501, "too-long")])
def test_a_response_has_words_and_an_end(world: World, text: str, reason: str) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal, match=reason):
        world.do(responding.respond, world.teacher, check_in, text)


CARDS = ("class-check-ins", "reply-shared")


def buttons(world: World) -> list[list[str]]:
    """The action ids under the cards of the check-in, of each teacher."""
    cards = [m for d, m in world.render_all() if d.notice in CARDS and m is not None]
    return [[e["action_id"] for b in card.blocks if b["type"] == "actions" for e in b["elements"]] for card in cards]


@pytest.mark.parametrize(
    ("answers", "praises"), [(["7"], True), (["not so well"], False), (["1"], False), (["7", "5"], False)]
)
def test_a_tap_praises_only_where_a_number_went_forward(world: World, answers: list[str], praises: bool) -> None:
    contract = world.agree()
    for answer in answers:
        ahead = check_ins(world, contract)[-1]
        assert ahead.wake_at is not None
        at(world, ahead.wake_at)
        say(world, ahead.id, answer)
    world.do(responding.seen, world.teacher, check_ins(world, contract)[len(answers) - 1].id)
    world.render_all()
    (told,) = [d for d in world.deliveries() if d.notice == "responded"]
    with world.uow() as uow:
        brief: ResponseBrief = brief_for(uow, notice_of(told.notice, told.args), told.reader)
    assert brief.well_done is praises


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("7", "check-in-noted-progress"),
        ("1", "check-in-noted-setback"),
        ("5, i was sick all week", "check-in-noted-ill"),
        ("i messed up", "check-in-told-setback"),
    ],
)
def test_an_answer_is_met_with_a_clause_that_is_true(world: World, answer: str, key: str) -> None:
    say(world, asked(world, world.agree()), answer)
    assert any(words_for()(key) in text for texts in rendered(world).values() for text in texts)


def test_one_tap_tells_the_student_once_and_the_cards_show_it(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(telling.choose, world.teacher2, world.classroom.id, "each")
    say(world, check_in, "7")
    rest = ["checking_in.respond", "logbook.show"]
    both = ["checking_in.seen", *rest]
    assert buttons(world) == [[*both, "checking_in.show_all"], both]
    for teacher in (world.teacher, world.teacher, world.teacher2):
        world.do(responding.seen, teacher, check_in)
    assert posts(world, "USTUDENT").count("responded") == 1
    assert buttons(world) == [[*rest, "checking_in.show_all"], rest]
    assert all("Ms Lee" in rendered(world)[kind][0] for kind in CARDS)


def test_a_tap_and_words_are_both_told(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    world.do(responding.seen, world.teacher, check_in)
    world.do(responding.respond, world.teacher, check_in, "And next week?")
    assert posts(world, "USTUDENT").count("responded") == 2


@pytest.mark.parametrize("who", ["student", "classmate", "stranger"])
def test_only_teachers_of_the_class_tap(world: World, who: str) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    with pytest.raises(Refusal):
        world.do(responding.seen, getattr(world, who), check_in)
    assert "responded" not in posts(world, "USTUDENT")


def test_what_is_not_answered_is_not_seen(world: World) -> None:
    check_in = asked(world, world.agree())
    with pytest.raises(Refusal, match="old-button"):
        world.do(responding.seen, world.teacher, check_in)
