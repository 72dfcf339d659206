"""A student answers, by the form or by typing, and corrects what was said."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.activities.checking_in import answering, reads, taking_back
from bot.activities.checking_in.forms import ReplyForm
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from tests.unit.checking_in.answers import FORM, say, two_targets, value
from tests.unit.checking_in.steps import asked, check_ins, posts, rendered, replies
from tests.world import World


def test_the_form_is_stored_and_its_teacher_sees_it(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, FORM)
    reply = replies(world, check_in)[0]
    assert (reply.value, reply.worked, reply.did_not_work) == (Decimal(7), "Reading aloud", "Long sentences")
    assert (reply.next_step, reply.confidence, reply.evidence) == ("Shorter ones", 4, "https://example.org/essay")
    assert "reply-noted" in posts(world, "USTUDENT")
    assert (posts(world, "UTEACHER"), posts(world, "UTEACHER2")) == (["class-check-ins"], [])
    shared = rendered(world)["class-check-ins"][0]
    for said in ("Reading aloud", "Long sentences", "Shorter ones", "https://example.org/essay"):
        assert said in shared


def test_the_form_again_edits_and_tells_nobody_anew(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, FORM)
    before = posts(world, "UTEACHER"), posts(world, "USTUDENT")
    brief = world.do(reads.open_log, world.student, check_in)
    assert brief.replies[0].worked == "Reading aloud"
    world.do(answering.log, world.student, check_in, replace(FORM, values=("3",), worked=""))
    reply = replies(world, check_in)[0]
    assert (reply.value, reply.worked, reply.edited_at) == (Decimal(3), "", world.now)
    after = posts(world, "UTEACHER"), posts(world, "USTUDENT")
    assert [len(k) for k in after] == [len(k) for k in before]


@pytest.mark.parametrize(
    ("form", "reason", "field"),
    [
        (ReplyForm(("",)), "check-in-empty", "value-0"),
        (ReplyForm(("lots",)), "check-in-no-number", "value-0"),
        (ReplyForm(("I rewrite one paragraph every Tuesday",)), "check-in-no-number", "value-0"),
        (ReplyForm(("I failed to reach 8 this week",)), "check-in-no-number", "value-0"),
        (ReplyForm(("it was 7 or maybe even more",)), "check-in-only-the-number", "value-0"),
        (ReplyForm(("7",), worked="x" * 1001), "too-long", "worked"),
        (ReplyForm(("7",), evidence="x" * 1001), "too-long", "evidence"),
    ],
)
def test_what_the_form_refuses_leaves_nothing_behind(world: World, form: ReplyForm, reason: str, field: str) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    with pytest.raises(Refusal) as refused:
        world.do(answering.log, world.student, check_in, form)
    assert (refused.value.key, refused.value.field) == (reason, field)
    assert replies(world, check_in) == {}
    assert check_ins(world, contract)[0].state is CheckInState.PROMPTED


def test_words_without_a_number_are_an_answer(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, ReplyForm(("",), worked="Reading aloud"))
    assert value(world, check_in) is None


def test_a_typed_number_is_taken_and_shown_back(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7 of 10, the lists helped")
    reply = replies(world, check_in)[0]
    assert (reply.value, reply.source, reply.typed, reply.confirmed) == (
        Decimal(7),
        "1.1",
        {"1.1": "7 of 10, the lists helped"},
        False,
    )
    assert "checking_in.confirm" not in rendered(world)["reply-noted"][0]
    world.do(answering.confirm, world.student, check_in)
    assert replies(world, check_in)[0].confirmed


@pytest.mark.parametrize("text", ["it was fine", "👍", ":100:", "x" * 5000, "<!channel> @here *b*"])
def test_what_has_no_sure_number_is_kept_and_asked_once(world: World, text: str) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    say(world, check_in, text)
    assert replies(world, check_in)[0].typed == {"1.1": text}
    assert check_ins(world, contract)[0].state is CheckInState.ANSWERED
    say(world, check_in, "and more words", "1.2")
    assert posts(world, "USTUDENT").count("number-wanted") == 1
    say(world, check_in, "7", "1.3")
    assert value(world, check_in) == 7
    assert list(replies(world, check_in)[0].typed) == ["1.1", "1.2", "1.3"]
    rendered(world)


@pytest.mark.parametrize("text", ["3 or 4", "5 or 6", "I got 5 or 6 of them right, not sure"])
def test_of_several_numbers_the_student_is_asked_which(world: World, text: str) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, text)
    assert value(world, check_in) is None
    assert posts(world, "USTUDENT").count("which-number") == 1
    assert "number-wanted" not in posts(world, "USTUDENT")
    assert "checking_in.log" in rendered(world)["which-number"][0]
    say(world, check_in, "5", "1.2")
    assert value(world, check_in) == 5
    rendered(world)


@pytest.mark.parametrize("confirmed", [True, False])
def test_words_after_the_answer_are_kept_and_each_acknowledged(world: World, confirmed: bool) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    if confirmed:
        world.do(answering.confirm, world.student, check_in)
    for ts, text in (("1.2", "thank you"), ("1.3", "cool"), ("1.4", "I will try 2 or 3 new ones tomorrow")):
        say(world, check_in, text, ts)
    assert value(world, check_in) == 7
    assert list(replies(world, check_in)[0].typed) == ["1.1", "1.2", "1.3", "1.4"]
    said = [kind for kind in posts(world, "USTUDENT") if kind in ("reply-noted", "number-wanted", "words-kept")]
    assert said == ["reply-noted", *["words-kept"] * 3]
    assert "checking_in.confirm" not in rendered(world)["words-kept"][0]


def test_words_after_a_form_without_a_number_ask_for_none(world: World) -> None:
    check_in = asked(world, world.agree())
    world.do(answering.log, world.student, check_in, ReplyForm(("",), worked="Reading aloud"))
    say(world, check_in, "thank you")
    assert "number-wanted" not in posts(world, "USTUDENT")


def test_a_message_edited_after_the_form_says_what_stands(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    world.do(answering.log, world.student, check_in, replace(FORM, values=("3",)))
    assert world.do(taking_back.correct, world.student, "6", "1.1")
    assert value(world, check_in) == 3
    assert posts(world, "USTUDENT").count("number-stands") == 1
    assert "checking_in.log" in rendered(world)["number-stands"][0]
    for text in ("6", "it went well"):  # the same again, and words alone, need no answer
        assert world.do(taking_back.correct, world.student, text, "1.1")
    assert posts(world, "USTUDENT").count("number-stands") == 1


def test_the_same_number_said_again_is_the_newer_one_when_it_is_edited(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "2 of 10")
    say(world, check_in, "2 of 10. two. thats the tweet", "101.2")
    assert world.do(taking_back.correct, world.student, "3 of 10, forgot the one in the conclusion", "101.2")
    assert value(world, check_in) == 3
    assert world.do(taking_back.correct, world.student, "5 of 10", "1.1")
    assert value(world, check_in) == 3


def test_an_empty_message_is_no_answer(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    with pytest.raises(Refusal, match="check-in-in-words"):
        say(world, check_in, "  ")
    assert check_ins(world, contract)[0].state is CheckInState.PROMPTED


def test_more_words_leave_the_number_alone_and_a_number_alone_changes_it(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    say(world, check_in, "I will try 2 new ones tomorrow, I think", "1.2")
    assert value(world, check_in) == 7
    say(world, check_in, "6", "1.3")
    assert value(world, check_in) == 6


def test_an_edited_message_corrects_its_number(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "7")
    assert world.do(taking_back.correct, world.student, "5", "1.1")
    assert (value(world, check_in), replies(world, check_in)[0].typed) == (Decimal(5), {"1.1": "5"})
    assert world.do(taking_back.correct, world.student, "some", "1.1")
    assert value(world, check_in) is None
    assert not world.do(taking_back.correct, world.student, "5", "9.9")
    assert not world.do(taking_back.correct, world.classmate, "5", "1.1")


def test_words_edited_into_a_number_give_one(world: World) -> None:
    check_in = asked(world, world.agree())
    say(world, check_in, "fine")
    assert world.do(taking_back.correct, world.student, "fine, 4 of 10", "1.1")
    assert value(world, check_in) == 4
    assert posts(world, "USTUDENT")[-1] == "reply-noted"


def test_of_several_targets_the_student_is_asked_which(world: World) -> None:
    check_in = asked(world, world.agree(**two_targets()))
    say(world, check_in, "30")
    assert [r.value for r in replies(world, check_in).values()] == [None]
    assert "target-wanted" in posts(world, "USTUDENT")
    assert "checking_in.choose_1" in rendered(world)["target-wanted"][0]
    world.do(answering.choose, world.student, check_in, 1, "1.1")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: None, 1: 30}
    world.do(answering.choose, world.student, check_in, 0, "1.1")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: 30, 1: None}
    assert world.do(taking_back.correct, world.student, "40", "1.1")
    assert value(world, check_in) == 30
    world.do(answering.confirm, world.student, check_in)
    assert value(world, check_in) == 40


def test_a_unit_tells_which_target_is_meant(world: World) -> None:
    check_in = asked(world, world.agree(**two_targets()))
    say(world, check_in, "30 pages since Monday")
    assert {t: r.value for t, r in replies(world, check_in).items()} == {0: None, 1: 30}
    assert "target-wanted" not in posts(world, "USTUDENT")


@pytest.mark.parametrize(("target", "ts"), [(2, "1.1"), (-1, "1.1"), (1, "9.9")])
def test_a_forged_choice_is_refused(world: World, target: int, ts: str) -> None:
    check_in = asked(world, world.agree(**two_targets()))
    say(world, check_in, "30")
    with pytest.raises(Refusal, match="old-button"):
        world.do(answering.choose, world.student, check_in, target, ts)
