"""What is typed under a message of one class is for that class, though nothing was asked there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.activities.absence import use_cases as absences
from bot.activities.absence.messages import AwayNoted
from bot.activities.evidence.messages import PieceRefused
from bot.activities.hearing import listening
from bot.activities.hearing.messages import Explained, LeftOut, Remark
from bot.activities.oneself import use_cases as oneself
from bot.activities.oneself.messages import SelfCard, SelfContracts, SelfHalfway
from bot.activities.proposing.messages import ProposalSent
from bot.activities.talking import use_cases as talking
from bot.activities.talking.messages import TalkAsked, TalkNeither
from bot.domain.contract import Contract, Status
from bot.domain.days_off import Span
from bot.domain.evidence import Piece
from bot.domain.interview import About
from bot.domain.oneself import SelfContract, SelfKind
from bot.domain.utterance import What
from bot.messages.registry import Notice
from bot.messages.tell import tell
from tests.unit.listening.two_classes import HISTORIAN, TwoClasses
from tests.world import World

WORDS = "it went better than last week"


@pytest.fixture
def both(world: World) -> TwoClasses:
    """No check-in has come yet."""
    world.later(days=1)
    return TwoClasses(world)


def under(both: TwoClasses, notice: Notice) -> str:
    """The ts of this message to the student."""
    with both.world.uow() as uow:
        tell(uow, both.world.student.user, notice)
    return both.is_sent(notice.kind, **notice.args())


def sent(both: TwoClasses) -> str:
    return under(both, ProposalSent(both.english_contract.id, 1))


def stands(both: TwoClasses, contract: Contract, status: Status) -> None:
    with both.world.uow() as uow:
        found = uow.contracts.get(contract.id)
        assert found is not None
        uow.contracts.save(replace(found, status=status))


def offered_for(both: TwoClasses) -> list[object]:
    """The contracts for which words, or a number, were offered to be noted."""
    return [d.args["contract"] for d in both.world.deliveries() if d.notice == "progress-offered"]


def test_words_are_not_offered_to_the_teacher_of_the_only_class_that_could_note_them(both: TwoClasses) -> None:
    stands(both, both.english_contract, Status.PROPOSED)
    both.says(WORDS, thread=sent(both))
    assert offered_for(both) == []
    both.says("yes")
    assert "class-check-ins" not in both.world.kinds(HISTORIAN.user)


def test_a_number_neither(both: TwoClasses) -> None:
    stands(both, both.english_contract, Status.PROPOSED)
    both.says("got 7 of 10 today", thread=sent(both))
    assert offered_for(both) == []


def test_where_both_could_note_them_nobody_has_to_ask_which(both: TwoClasses) -> None:
    both.says(WORDS, thread=sent(both))
    assert offered_for(both) == [both.english_contract.id]


def test_they_answer_no_check_in_of_another_class(both: TwoClasses) -> None:
    both.asked()
    both.says("english: 4 of 10")
    both.says(WORDS, thread=sent(both))
    assert both.words(both.history_contract) == []
    assert "class-check-ins" not in both.world.kinds(HISTORIAN.user)


def test_they_answer_the_check_in_of_theirs(both: TwoClasses) -> None:
    both.asked()
    both.says("5 of 10", thread=sent(both))
    assert (both.value(both.english_contract), both.value(both.history_contract)) == (5, None)


@pytest.mark.parametrize("text", ["history: 12 pages", "12 pages for history"])
def test_what_is_addressed_to_another_class_is_for_that_one(both: TwoClasses, text: str) -> None:
    both.asked()
    both.says(text, thread=sent(both))
    assert (both.value(both.english_contract), both.value(both.history_contract)) == (None, 12)


def test_what_is_for_a_teacher_is_for_one_of_that_class(both: TwoClasses) -> None:
    both.says("can you tell my teacher i need help", thread=sent(both))
    (offer,) = [d for d in both.world.deliveries() if d.notice == "pass-on-offered"]
    assert offer.args["classroom"] == both.world.classroom.id


@pytest.mark.parametrize("notice", ["left-out", "explained", "remark"])
def test_whatever_the_message_above_says_of_the_class(both: TwoClasses, notice: str) -> None:
    said = {
        "left-out": LeftOut(both.of(both.english_contract).id),
        "explained": Explained("other", "", both.world.classroom.id),
        "remark": Remark("thanks", "", both.world.classroom.id),
    }
    both.says(WORDS, thread=under(both, said[notice]))
    assert offered_for(both) == [both.english_contract.id]


def test_a_class_that_was_left_is_no_other(both: TwoClasses) -> None:
    thread = sent(both)
    with both.world.uow() as uow:
        here = uow.memberships.of(both.world.classroom.id, both.world.student.user)
        assert here is not None
        uow.memberships.save(replace(here, left_at=both.world.now))
    both.says(WORDS, thread=thread)
    assert offered_for(both) == []
    both.says("can you tell my teacher i need help", thread=thread)
    assert "pass-on-offered" not in both.world.kinds(both.world.student.user)


def test_what_names_a_class_that_was_left_is_offered_to_no_other(both: TwoClasses) -> None:
    with both.world.uow() as uow:
        place = uow.memberships.of(both.english_contract.classroom, both.world.student.user)
        assert place is not None
        uow.memberships.remove(place.id)
    stands(both, both.english_contract, Status.CLOSED)
    both.says("english: I get stuck at the beginning")
    assert "progress-offered" not in both.world.kinds(both.world.student.user)


def left_out_of(both: TwoClasses) -> list[str]:
    """The classes whose check-ins a yes leaves out."""
    with both.world.uow() as uow:
        asked = uow.asked_back.newest_of(both.world.student.user)
        assert asked is not None
        assert asked.what is What.LEAVE_OUT
        rooms = [uow.classrooms.get(place.classroom) for place in asked.places if place.about is About.CHECK_IN]
    return [room.name for room in rooms if room is not None]


@pytest.mark.parametrize("text", ["ill at home, so only 5 of 10", "history: im ill, did 5 of 10"])
def test_a_number_of_somebody_ill_is_offered_for_no_other_class(both: TwoClasses, text: str) -> None:
    """To be left out is offered all the same: who is ill is so in every class."""
    both.world.later(days=3)
    stands(both, both.history_contract, Status.PROPOSED)
    both.says("ill at home, so only 5 of 10", thread=under(both, ProposalSent(both.history_contract.id, 1)))
    assert offered_for(both) == []
    assert left_out_of(both) == [both.world.classroom.name]


def test_who_is_ill_is_asked_about_the_class_above(both: TwoClasses) -> None:
    both.world.later(days=3)
    both.says("ill at home, so only 5 of 10", thread=sent(both))
    assert offered_for(both) == [both.english_contract.id]


@pytest.mark.parametrize("text", ["english: it went better than last week", "English 11: 4"])
def test_nor_does_it_answer_the_question_of_another(both: TwoClasses, text: str) -> None:
    both.asked()
    with both.world.uow() as uow:
        here = uow.memberships.of(both.world.classroom.id, both.world.student.user)
        assert here is not None
        uow.memberships.save(replace(here, left_at=both.world.now))
    both.says(text)
    assert both.words(both.history_contract) == []
    both.says("history: 12 pages")
    assert both.value(both.history_contract) == 12


def away(both: TwoClasses, classroom: int | None) -> str:
    """The ts of the message that says until when they are away, from one class or from both."""
    today = both.world.now.date()
    teacher = both.world.teacher if classroom else both.world.student
    with both.world.uow() as uow:
        if classroom:
            said = absences.say_away_for(uow, teacher, both.world.student.user, Span(today, today), classroom)
        else:
            said = absences.say_away(uow, teacher, Span(today, today))
    return under(both, AwayNoted(said[0].id))


def test_who_is_away_from_one_class_answers_no_question_of_another(both: TwoClasses) -> None:
    both.is_questioned()
    both.says(WORDS, thread=away(both, both.world.classroom.id))
    assert "student-answered" not in both.world.kinds(HISTORIAN.user)


def of_a_piece(both: TwoClasses) -> Notice:
    with both.world.uow() as uow:
        about = (both.english_contract.workspace, both.english_contract.id, both.world.student.user, 0)
        return PieceRefused(uow.pieces.add(Piece(*about, "100.1", "F1", "essay.exe", "", both.world.now)).id)


def of_a_talk(both: TwoClasses) -> Notice:
    both.world.do(talking.ask, both.world.student, both.world.classroom.id)
    (asked,) = {d.args["talk"] for d in both.world.deliveries() if d.notice == TalkAsked.kind}
    return TalkNeither(asked)


@pytest.mark.parametrize("about", [of_a_piece, of_a_talk])
def test_what_is_typed_under_work_or_a_talk_answers_no_question_of_another_class(
    both: TwoClasses, about: Callable[[TwoClasses], Notice]
) -> None:
    both.is_questioned()
    both.says(WORDS, thread=under(both, about(both)))
    assert "student-answered" not in both.world.kinds(HISTORIAN.user)


def test_what_is_typed_below_a_contract_with_oneself_is_read_by_nobody_else(both: TwoClasses) -> None:
    """A check-in of its class is open, and what answers that is read by teachers."""
    world = both.world
    said = ("Birds", "I can name nine birds", "A bird a day", "", world.now.date() + timedelta(days=30))
    world.do(oneself.begin, world.student, world.classroom.id, SelfKind.ONESELF, *said)
    world.do(oneself.sign, world.student, 1)
    both.asked()

    def stands() -> SelfContract:
        with world.uow() as uow:
            return uow.self_contracts.of(world.student.user)[0]

    both.says("4 of 10", thread=under(both, SelfHalfway(world.classroom.id, 1, stands().version)))
    both.says("5 of 10", thread=under(both, SelfCard(world.classroom.id, 1)))
    assert stands().halfway == "4 of 10"
    assert both.words(both.english_contract) == []


def test_what_is_typed_below_one_that_is_discarded_is_read_by_nobody_else(both: TwoClasses) -> None:
    """Nor below the list of them."""
    world = both.world
    said = ("Birds", "I can name nine birds", "A bird a day", "", world.now.date() + timedelta(days=30))
    world.do(oneself.begin, world.student, world.classroom.id, SelfKind.ONESELF, *said)
    both.asked()
    card, listed = under(both, SelfCard(world.classroom.id, 1)), under(both, SelfContracts(world.student.user))
    world.do(oneself.discard, world.student, 1)
    both.says("4 of 10", thread=card)
    both.says("5 of 10", thread=listed)
    assert both.words(both.english_contract) == []
    assert both.world.kinds(world.student.user)[-2:] == ["self-contracts", "self-contracts"]


def test_who_is_away_from_all_may(both: TwoClasses) -> None:
    both.is_questioned()
    both.says(WORDS, thread=away(both, None))
    assert "student-answered" in both.world.kinds(HISTORIAN.user)


def test_what_was_said_of_both_is_still_said_where_a_teacher_ended_it_for_one(both: TwoClasses) -> None:
    away(both, None)
    with both.world.uow() as uow:
        (said,) = [one for one in uow.absences.all() if one.classroom == both.world.classroom.id]
        absences.end(uow, both.world.teacher, said.id)
        tell(uow, both.world.student.user, AwayNoted(said.id))
    assert all(message is not None for d, message in both.world.render_all() if d.notice == "away-noted")


def edits(both: TwoClasses, text: str, ts: str) -> None:
    both.world.do(listening.correct, both.world.student, "D1", text, ts)


def test_an_edit_is_for_the_class_that_the_message_was_for(both: TwoClasses) -> None:
    """The name of the class is gone from it."""
    both.says("english: can you tell my teacher i need help", ts="1000000000.000100")
    edits(both, "please tell my teacher i am lost", "1000000000.000100")
    classes = {d.args["classroom"] for d in both.world.deliveries() if d.notice == "pass-on-offered"}
    assert classes == {both.world.classroom.id}
    assert "which-one" not in both.world.kinds(both.world.student.user)


def test_words_without_a_teacher_are_passed_on_to_no_other(both: TwoClasses) -> None:
    with both.world.uow() as uow:
        for teacher in (both.world.teacher.user, "UTEACHER2"):
            place = uow.memberships.of(both.english_contract.classroom, teacher)
            assert place is not None
            uow.memberships.remove(place.id)
    both.says("english: I get stuck at the beginning")
    assert "pass-on-offered" not in both.world.kinds(both.world.student.user)


def test_the_name_of_the_class_is_no_part_of_the_answer(both: TwoClasses) -> None:
    stands(both, both.english_contract, Status.CLOSED)
    both.asked()
    both.says("history: 12 pages, in two evenings")
    assert both.words(both.history_contract) == ["12 pages, in two evenings"]


def test_what_comes_in_late_is_for_the_class_of_the_words_before_it(both: TwoClasses) -> None:
    """It was written a second after the first words, and comes in after what was written minutes later."""
    both.asked()
    first = both.world.now.timestamp()
    both.says("history: it went better", ts=f"{first:.6f}")
    both.says("english: 4 of 10", ts=f"{first + 90:.6f}")
    both.says("12", ts=f"{first + 1:.6f}")
    assert both.value(both.english_contract) == 4
    assert "12" not in str(both.words(both.english_contract))
