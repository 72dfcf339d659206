"""Words meant for one teacher reach no other: what decides which of two open questions a message answers."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.hearing import listening, placing
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Status
from bot.domain.interview import About, InterviewState
from bot.domain.utterance import Place
from tests.rows import rows
from tests.unit.checking_in.steps import asked, at, check_ins, replies
from tests.unit.listening.two_classes import HISTORIAN, PAGES, TwoClasses
from tests.unit.proposing.talk import Talk
from tests.world import WORKSPACE, World, terms


@pytest.fixture
def both(world: World) -> TwoClasses:
    made = TwoClasses(world)
    made.asked()
    return made


def asked_back(both: TwoClasses) -> int:
    with both.world.uow() as uow:
        newest = uow.asked_back.newest_of(both.world.student.user)
    assert newest is not None
    return newest.id


def kept_words(both: TwoClasses) -> str:
    with both.world.uow() as uow:
        newest = uow.asked_back.newest_of(both.world.student.user)
    assert newest is not None
    return newest.text


def test_where_nothing_tells_which_one_is_meant_accord_asks_and_nobody_reads_it(both: TwoClasses) -> None:
    both.says("7 of 10, reading aloud helped")
    assert both.asks() == "which"
    assert (both.value(both.english_contract), both.value(both.history_contract)) == (None, None)
    for teacher in (both.world.teacher, HISTORIAN):
        assert "class-check-ins" not in both.world.kinds(teacher.user)
    both.world.render_all()


def test_the_button_takes_the_words_there_alone(both: TwoClasses) -> None:
    both.says("7 of 10, reading aloud helped")
    both.world.do(listening.choose, both.world.student, asked_back(both), 1)
    assert both.words(both.history_contract) == ["7 of 10, reading aloud helped"]
    assert both.words(both.english_contract) == []
    assert kept_words(both) == ""
    assert "class-check-ins" in both.world.kinds(HISTORIAN.user)
    assert "class-check-ins" not in both.world.kinds(both.world.teacher.user)
    both.world.render_all()


def test_the_name_of_the_class_takes_them_there_too(both: TwoClasses) -> None:
    both.says("7 of 10, reading aloud helped")
    both.says("history")
    assert both.words(both.history_contract) == ["7 of 10, reading aloud helped"]
    assert both.words(both.english_contract) == []


def test_what_says_more_than_a_class_takes_nothing_there_that_waits(both: TwoClasses) -> None:
    both.says("i fell out with my friend about it")
    waits = asked_back(both)
    both.says("history: 12 pages")
    assert both.words(both.history_contract) == ["12 pages"]
    assert both.asks() == "which"
    both.world.do(listening.choose, both.world.student, waits, 0)
    assert both.words(both.english_contract) == ["i fell out with my friend about it"]


def test_words_that_are_for_neither_go_nowhere(both: TwoClasses) -> None:
    both.says("7 of 10, reading aloud helped")
    asked = asked_back(both)
    both.world.do(listening.drop, both.world.student, asked)
    assert kept_words(both) == ""
    assert both.words(both.english_contract) == both.words(both.history_contract) == []
    with pytest.raises(Refusal, match="old-button"):
        both.world.do(listening.choose, both.world.student, asked, 0)


def test_what_follows_while_accord_asks_waits_with_it(both: TwoClasses) -> None:
    both.says("7 of 10, reading aloud helped")
    both.says("it was easier than last week")
    both.world.do(listening.choose, both.world.student, asked_back(both), 0)
    (kept,) = both.words(both.english_contract)
    assert kept == "7 of 10, reading aloud helped\nit was easier than last week"


@pytest.mark.parametrize(
    "text", ["history: 7 of 10", "History 11 - 7 of 10", "7 of 10 for history", "for history 7 of 10"]
)
def test_a_message_that_names_its_class_needs_no_question(both: TwoClasses, text: str) -> None:
    both.says(text)
    assert both.asks() != "which"
    assert both.words(both.english_contract) == []
    assert len(both.words(both.history_contract)) == 1


def test_a_unit_that_only_one_has_decides(both: TwoClasses) -> None:
    both.says("12 pages")
    assert both.value(both.history_contract) == 12
    assert both.words(both.english_contract) == []


def test_what_is_typed_under_a_prompt_is_about_that_check_in(both: TwoClasses) -> None:
    under = both.is_sent("check-in-due", check_in=both.of(both.english_contract).id)
    both.says("5 of 10, the list helped", thread=under)
    assert both.words(both.english_contract) == ["5 of 10, the list helped"]
    assert both.words(both.history_contract) == []


def test_what_is_typed_under_a_check_in_that_was_asked_again_is_about_that_one(both: TwoClasses) -> None:
    both.says("history: 12 pages")
    check_in = both.of(both.english_contract).id
    under = both.is_sent("check-in-again", check_in=check_in)
    with both.world.uow() as uow:
        place = placing.place_under(uow, both.world.student.user, "D1", under)
    assert place == Place(About.CHECK_IN, check_in, both.world.classroom.id)


@pytest.mark.parametrize(("said", "value"), [("yes", 7), ("no", None)])
def test_a_yes_under_a_number_that_was_shown_back_is_about_that_number(
    both: TwoClasses, said: str, value: int | None
) -> None:
    both.says("english: maybe 7 of 10")
    under = both.is_sent("reply-noted", check_in=both.of(both.english_contract).id)
    both.says("history: maybe 12 pages")
    both.says(said, thread=under)
    assert (both.value(both.english_contract), both.value(both.history_contract)) == (value, None)
    both.says("yes")
    assert both.value(both.history_contract) == 12


@pytest.mark.parametrize(
    ("asked_first", "answers"), [("question", None), ("check-in", None), ("reminder", About.QUESTION)]
)
def test_a_check_in_that_was_given_up_on_stands_where_nothing_was_asked_after_it(
    world: World, asked_first: str, answers: About | None
) -> None:
    """What is said then may be about the check-in, too: no teacher reads it before its writer said whose it is. The
    reminder asked for it once more."""
    made = TwoClasses(world)
    if asked_first == "question":
        made.is_questioned()
    asked(world, made.english_contract)
    world.later(seconds=3600)
    if asked_first == "check-in":
        made.is_questioned()
    for _ in range(4):
        at(world, world.now + timedelta(days=1))
    (missed, *_) = check_ins(world, made.english_contract)
    assert missed.state is CheckInState.MISSED
    if asked_first == "reminder":
        made.is_questioned()
    with world.uow() as uow:
        owed = placing.owed(uow, world.student.user)
    assert {one.place.about for one in owed} == {About.QUESTION, *([] if answers else [About.CHECK_IN])}
    made.says("this week it went well, my friends helped me")
    assert (made.asks() == "which") is (answers is None)
    assert ("student-answered" in world.kinds(HISTORIAN.user)) is (answers is About.QUESTION)


def test_a_thread_of_somebody_elses_message_says_nothing(both: TwoClasses) -> None:
    under = both.is_sent("check-in-due", check_in=both.of(both.english_contract).id)
    both.world.do(_hear_as, HISTORIAN, under)
    assert both.words(both.english_contract) == []


def _hear_as(uow, actor, under):  # type: ignore[no-untyped-def]
    from bot.activities.hearing import listening

    words = listening.DirectMessage("D1", "5 of 10", "99.1", "said:D1:99.1", thread=under)
    return listening.hear(uow, actor, words, greets=lambda _: False)


def test_when_one_is_answered_the_other_gets_its_turn(both: TwoClasses) -> None:
    under = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("12 pages", thread=under)
    assert both.world.kinds(both.world.student.user)[-1] == "check-in-again"
    both.says("4 of 10")
    assert both.value(both.english_contract) == 4
    assert both.value(both.history_contract) == 12


def test_while_a_number_waits_for_its_yes_no_other_question_comes_between(both: TwoClasses) -> None:
    under = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("maybe 12 pages", thread=under)
    assert "check-in-again" not in both.world.kinds(both.world.student.user)
    assert both.value(both.history_contract) is None
    both.says("yes")
    assert both.value(both.history_contract) == 12
    assert both.world.kinds(both.world.student.user)[-1] == "check-in-again"


def test_a_number_that_was_asked_for_is_given_before_another_question_comes_between(both: TwoClasses) -> None:
    both.says("history: a quiet place helped")
    assert both.world.kinds(both.world.student.user)[-1] == "number-wanted"
    both.all_is_sent()
    both.says("12")
    assert (both.value(both.history_contract), both.value(both.english_contract)) == (12, None)
    assert both.world.kinds(both.world.student.user)[-1] == "check-in-again"


def test_a_number_that_was_asked_for_days_ago_reaches_no_other_teacher(world: World) -> None:
    made = TwoClasses(world)
    made.is_questioned()
    asked(world, made.english_contract)
    made.says("english: a quiet place helped")
    assert world.kinds(world.student.user)[-1] == "number-wanted"
    made.says("3", after=2 * 24 * 3600)
    assert made.asks() == "which"
    assert "student-answered" not in world.kinds(HISTORIAN.user)


def test_a_question_about_a_contract_with_the_same_id_takes_no_number_of_a_check_in(world: World) -> None:
    made = TwoClasses(world)
    made.asked()
    made.says("english: 5 of 10")
    with world.uow() as uow:
        other = uow.contracts.get(made.history_contract.id)
        assert other is not None
        uow.contracts.save(replace(other, status=Status.CLOSED))
        begun = uow.contracts.add(life.begin(WORKSPACE, made.history.id, world.student.user, world.now))
        sent = uow.contracts.save(life.submit(begun, terms(targets=(PAGES,)), world.student.user, world.now))
        asks = uow.contracts.save(life.ask(sent, 1, "why 20?", HISTORIAN.user, world.now))
    *_, following = check_ins(world, made.english_contract)
    assert following.id == asks.id
    assert following.wake_at is not None
    at(world, following.wake_at)
    made.says("english: a quiet place helped")
    made.all_is_sent()
    made.says("3")
    assert made.asks() == "which"
    assert "student-answered" not in world.kinds(HISTORIAN.user)


def test_who_says_no_number_when_asked_for_one_is_asked_the_other_question(both: TwoClasses) -> None:
    both.says("history: a quiet place helped")
    both.all_is_sent()
    both.says("and more time")
    assert both.words(both.history_contract) == ["a quiet place helped", "and more time"]
    assert both.world.kinds(both.world.student.user)[-1] == "check-in-again"


def test_a_yes_after_the_turn_of_the_next_one_is_about_the_number_that_was_shown(both: TwoClasses) -> None:
    under = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("12 pages", thread=under)
    both.says("yes")
    assert both.words(both.english_contract) == []
    assert replies(both.world, both.of(both.history_contract).id)[0].confirmed
    assert both.world.kinds(both.world.student.user).count("check-in-again") == 1


def test_a_yes_is_about_what_was_shown_back_last_alone(both: TwoClasses) -> None:
    english = both.is_sent("check-in-due", check_in=both.of(both.english_contract).id)
    history = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("5 of 10", thread=english)
    both.says("12 pages", thread=history)
    both.says("yes")
    with both.world.uow() as uow:
        confirmed = {r.contract for r in rows(uow.replies, confirmed=True, target=0) if r.value is not None}
    assert confirmed == {both.history_contract.id}


@pytest.mark.parametrize(("left", "asks"), [(60, "which"), (-60, "interview.strengths")])
def test_what_was_written_in_an_interview_that_was_left_meanwhile_answers_no_other(
    world: World, left: float, asks: str
) -> None:
    """Kept in a rush, it is heard after the press on [Finish later] that came after it."""
    made = TwoClasses(world)
    with world.uow() as uow:
        for contract in (made.english_contract, made.history_contract):
            found = uow.contracts.get(contract.id)
            assert found is not None
            uow.contracts.save(replace(found, status=Status.CLOSED))
    Talk(world).begin(world.classroom.id)
    interview = Talk(world).begin(made.history.id).interview()
    paused = replace(interview, state=InterviewState.LATER, updated_at=world.now + timedelta(seconds=left))
    with world.uow() as uow:
        uow.interviews.save(paused)
    made.says("All my sentences start the same", after=0)
    assert made.asks() == asks
