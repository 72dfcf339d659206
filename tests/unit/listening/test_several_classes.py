"""One message for two classes: each gets its part, and no number of the other's."""

from dataclasses import replace

import pytest

from bot.activities.checking_in import answering
from bot.activities.hearing import listening
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Side
from bot.domain.check_ins import CheckInState
from bot.domain.classroom import Classroom, Membership
from bot.domain.contract import Status
from bot.language.of_several import for_both, names_of_class, shared_out
from tests.unit.listening.two_classes import HISTORIAN, TwoClasses
from tests.world import WORKSPACE, World

NAMES = [["english 11", "english", "ms lee"], ["history 11", "history", "mr stone"]]


@pytest.fixture
def both(world: World) -> TwoClasses:
    made = TwoClasses(world)
    made.asked()
    return made


def values(both: TwoClasses) -> tuple[object, object]:
    return both.value(both.english_contract), both.value(both.history_contract)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("5 in english and 6 in history", {0: "5 in english", 1: "6 in history"}),
        ("history 6, english 5", {0: "english 5", 1: "history 6"}),
        ("5 in English 11, 6 in History 11", {0: "5 in English 11", 1: "6 in History 11"}),
        ("2,5 for ms lee\n1,000 for mr stone", {0: "2,5 for ms lee", 1: "1,000 for mr stone"}),
        (
            "english: 5, it was hard. history: 6 pages, long ones",
            {0: "english: 5, it was hard", 1: "history: 6 pages, long ones"},
        ),
        ("5 in english but nothing in history", {0: "5 in english", 1: "nothing in history"}),
        ("5 in english, 6 in history, 7 in english", {0: "5 in english, 7 in english", 1: "6 in history"}),
        # it is not plain which number is for which
        ("in english and history 5", {}),
        ("5 in english and history was hard", {}),
        ("3 in english and 4 and 5 in history", {}),
        ("5, 6 in history and 7 in english", {}),
        ("english went well, history did not", {}),
        ("5 in english and 6 in history" + " and more" * 200, {}),
        # one class alone
        ("5 of 10 in english", None),
        ("history: 7 of 10, like in english", None),
        ("history: 7 of 10, it took 2 hours, unlike english", None),
        ("5 of 10", None),
    ],
)
def test_what_is_said_of_which_class(text: str, parts: object) -> None:
    assert shared_out(text, NAMES) == parts


@pytest.mark.parametrize("text", ["eng 5 hist 8", "Eng: 5 hist: 8", "english 5 history 8", "eng 5, hist 8"])
def test_subjects_cut_short_and_one_behind_the_other(text: str) -> None:
    classes = ["English 11", "History 11"]
    names = [names_of_class(one, [other for other in classes if other != one]) for one in classes]
    assert {place: part[-1] for place, part in (shared_out(text, names) or {}).items()} == {0: "5", 1: "8"}


def test_what_two_classes_are_cut_short_to_names_neither() -> None:
    assert "hist" not in names_of_class("History 11", ["Hist of Art"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("both 7", "7"),
        ("Both: 7 of 10", "7 of 10"),
        ("7 in both classes", "7"),
        ("7 for both", "7"),
        ("7 both times", None),
        ("both went well, 7 and 8", None),
        ("both", None),
        ("both of them helped me with my 7 pages about the war", None),
    ],
)
def test_one_number_for_both(text: str, said: str | None) -> None:
    assert for_both(text) == said


@pytest.mark.parametrize("text", ["both 5", "5 in both"])
def test_each_check_in_gets_the_one_number(both: TwoClasses, text: str) -> None:
    both.says(text)
    assert values(both) == (5, 5)
    assert both.asks() is None
    both.world.render_all()


@pytest.mark.parametrize("text", ["5 in english and 6 in history", "history 6 pages, english 5 of 10"])
def test_each_check_in_gets_its_own_number_and_words(both: TwoClasses, text: str) -> None:
    both.says(text)
    assert values(both) == (5, 6)
    assert ["history" in w for w in both.words(both.english_contract)] == [False]
    assert ["english" in w for w in both.words(both.history_contract)] == [False]
    assert both.asks() is None
    for teacher in (both.world.teacher, HISTORIAN):
        assert "class-check-ins" in both.world.kinds(teacher.user)
    assert both.world.kinds("USTUDENT").count("reply-noted") == 2
    assert "check-in-again" not in both.world.kinds("USTUDENT")
    both.world.render_all()


def test_in_two_messages_within_seconds_too(both: TwoClasses) -> None:
    both.says("5 in english")
    both.says("6 in history", after=2)
    assert values(both) == (5, 6)
    both.says("and it was fun", after=2)
    assert values(both) == (5, 6)


def test_what_is_not_plain_is_asked_about(both: TwoClasses) -> None:
    both.says("in english and history 5")
    assert values(both) == (None, None)
    assert both.asks() == "which"


def test_in_a_thread_its_own_part_counts(both: TwoClasses) -> None:
    under = both.is_sent("check-in-due", check_in=both.of(both.history_contract).id)
    both.says("5 in english and 6 in history", thread=under)
    assert values(both) == (None, 6)
    assert both.words(both.history_contract) == ["6 in history"]


def test_where_one_class_asks_nothing_its_part_is_shown_back_first(both: TwoClasses) -> None:
    both.says("english: 4 of 10")
    both.world.later(hours=3)
    both.says("7 of 10 in english and 6 in history")
    assert values(both) == (4, 6)
    assert both.world.kinds("USTUDENT")[-1] == "progress-offered"
    both.says("yes")
    assert both.world.kinds("USTUDENT")[-1] != "progress-offered"
    assert both.value(both.history_contract) == 6


def test_where_only_another_class_counts_the_open_one_gets_nothing(both: TwoClasses) -> None:
    both.says("english: 4 of 10")
    both.world.later(hours=3)
    both.says("5 of 10 in english and history was hard")
    assert values(both) == (4, None)


def test_where_nothing_is_open_the_class_is_asked_for_and_only_its_part_shown(world: World) -> None:
    both = TwoClasses(world)
    both.says("i did 5 openings in english and 6 pages in history")
    with world.uow() as uow:
        asked = uow.asked_back.newest_of("USTUDENT")
    assert asked is not None
    world.do(listening.choose, world.student, asked.id, 1)
    with world.uow() as uow:
        offered = uow.asked_back.newest_of("USTUDENT")
    assert offered is not None
    assert (offered.text, offered.number) == ("6 pages in history", '{"0": "6"}')


def test_each_can_be_undone_by_itself(both: TwoClasses) -> None:
    both.says("5 in english and 6 in history")
    for contract, left in ((both.english_contract, (None, 6)), (both.history_contract, (None, None))):
        check_in = both.of(contract)
        with both.world.uow() as uow:
            undo = answering.open_for(uow, check_in)
        assert undo is not None
        both.world.do(answering.undo, both.world.student, undo[0])
        assert values(both) == left


def test_an_edit_changes_each_by_its_part(both: TwoClasses) -> None:
    both.says("5 in english and 6 in history", ts="1800000000.000100")
    both.world.do(listening.correct, both.world.student, "D1", "4 in english and 6 in history", "1800000000.000100")
    assert values(both) == (4, 6)
    both.world.do(listening.correct, both.world.student, "D1", "no idea", "1800000000.000100")
    assert values(both) == (4, 6)


def test_deleted_it_leaves_both(both: TwoClasses) -> None:
    both.says("5 in english and 6 in history", ts="1800000000.000100")
    both.world.do(listening.forget, both.world.student, "1800000000.000100")
    assert values(both) == (None, None)
    assert both.asks() == "check-in"


def test_of_two_messages_that_were_one_the_second_leaves_its_class(both: TwoClasses) -> None:
    both.says("5 in english", ts="1800000000.000100")
    both.says("6 in history", ts="1800000002.000100")
    assert values(both) == (5, 6)
    both.world.do(listening.correct, both.world.student, "D1", "7 in history", "1800000002.000100")
    assert values(both) == (5, 7)


def test_a_number_that_was_called_right_stays_and_the_other_changes(both: TwoClasses) -> None:
    both.says("5 in english and 6 in history", ts="1800000000.000100")
    both.world.do(answering.confirm, both.world.student, both.of(both.english_contract).id)
    both.world.do(listening.correct, both.world.student, "D1", "4 in english and 8 in history", "1800000000.000100")
    assert values(both) == (5, 8)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 in english and 6 in history", 5),
        ("6 in history, 5 in english", 5),
        ("7 of 10 in english, and history was 6 pages", 7),
    ],
)
def test_what_is_said_of_a_class_that_was_left_goes_to_no_other(both: TwoClasses, text: str, value: int) -> None:
    leave(both, both.history)
    both.says(text)
    assert both.value(both.english_contract) == value
    assert ["history" in words for words in both.words(both.english_contract)] == [False]
    assert both.value(both.history_contract) is None


def test_what_is_for_a_class_that_one_taught_for_a_while_is_offered_to_no_other(both: TwoClasses) -> None:
    """Whoever teaches there no more has no contract there; its name is known all the same."""
    world = both.world
    taught = replace(both.history, id=0, channel="C3", name="French 11")
    with world.uow() as uow:
        made = uow.classrooms.add(taught)
        past = Membership(WORKSPACE, made.id, world.student.user, Side.TEACHER, world.now, left_at=world.now)
        uow.memberships.add(past)
    leave(both, both.history)
    both.says("french: I get stuck at the beginning")
    assert both.words(both.english_contract) == []
    assert "progress-offered" not in world.kinds(world.student.user)


def test_a_class_that_was_left_and_is_called_like_one_that_goes_on_takes_nothing_from_it(both: TwoClasses) -> None:
    leave(both, both.history)
    with both.world.uow() as uow:
        uow.classrooms.save(replace(both.history, name="English 11"))
    both.says("5 of 10 in english, 6 pages of notes")
    assert both.value(both.english_contract) == 5


def leave(both: TwoClasses, classroom: Classroom) -> None:
    both.world.do(set_up.leave, both.world.student, classroom.channel)


def test_a_first_part_that_comes_late_leaves_the_question_which(world: World) -> None:
    """The check-in was given up on. While Accord asks which of the two is meant, it is not out of the question."""
    both = TwoClasses(world)
    both.asked()
    both.is_questioned()
    late = both.of(both.english_contract)
    with world.uow() as uow:
        uow.check_ins.save(replace(late, state=CheckInState.MISSED, wake_at=None, missed_at=world.now))
    second = world.now.timestamp() + 3602.0
    both.says("this week 1 of 10", after=3602, ts=f"{second:.6f}")
    assert both.asks() == "which"
    both.says("the second half was hard", after=20, ts=f"{second - 1.6:.6f}")
    assert both.asks() == "which"
    with world.uow() as uow:
        found = uow.contracts.get(both.history_contract.id)
    assert found is not None
    assert found.status is Status.QUESTIONED


def test_a_question_is_asked_again_though_another_teacher_took_the_contract_over_since(both: TwoClasses) -> None:
    both.is_questioned()
    with both.world.uow() as uow:
        stands = uow.contracts.get(both.history_contract.id)
        assert stands is not None
        uow.contracts.save(life.take_over(stands, HISTORIAN.user, both.world.now))
        asked = [line.action for line in uow.contracts.history(stands.id)].index("asked")
    both.says("english: 5 of 10")
    again = [d for d in both.world.deliveries() if d.notice == "teacher-asked"]
    assert [d.args["entry"] for d in again] == [asked]
