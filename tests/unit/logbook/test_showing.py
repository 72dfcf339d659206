"""How it goes, as the message says it: to the student and to those who teach them."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.activities.logbook import use_cases as logbook
from bot.activities.logbook.brief_messages import LogBrief
from bot.activities.logbook.messages import ENTRIES_MOST, HowItGoes, how_it_goes
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import Contract
from bot.domain.logbook import Entry, Log
from bot.domain.outbox import Message
from bot.messages.briefs import brief_for
from bot.messages.presenting import present
from bot.messages.registry import Reader
from prompts.words import words_for
from tests.unit.checking_in.steps import at, check_ins
from tests.unit.listening.test_questions import says
from tests.world import World, terms

WEEK = timedelta(days=7)


def answers(world: World, contract: Contract, *numbers: str) -> None:
    """One check-in after the other, each answered in words."""
    for number in numbers:
        newest = check_ins(world, contract)[-1]
        assert newest.wake_at is not None
        at(world, newest.wake_at)
        world.later(minutes=5)
        says(world, number, f"{world.now.timestamp():.6f}")


def shown(world: World, actor: Actor, contract: Contract) -> list[Message]:
    """What somebody is shown who presses the button."""
    known = len(world.deliveries())
    world.do(logbook.show, actor, contract.id)
    queued = world.deliveries()[known:]
    with world.uow() as uow:
        found = [present(uow, d) for d in queued if d.notice == "how-it-goes"]
    world.render_all()
    return [message for message in found if message is not None]


def brief(world: World, reader: Actor, contract: Contract, target: int = 0) -> LogBrief:
    with world.uow() as uow:
        found: LogBrief = brief_for(uow, HowItGoes(contract.id, target), reader.user)
    return found


def words_in(message: Message) -> str:
    return json.dumps(message.blocks, ensure_ascii=False)


@pytest.fixture
def contract(world: World) -> Contract:
    made = world.agree()
    answers(world, made, "4 of 10, reading aloud helped", "5")
    return made


def test_the_student_sees_the_numbers_and_their_own_words(world: World, contract: Contract) -> None:
    (message,) = shown(world, world.student, contract)
    assert "reading aloud helped" in words_in(message)
    assert [entry.value for entry in brief(world, world.student, contract).log.entries] == [4, 5]


def test_a_teacher_sees_the_same_and_whose_it_is(world: World, contract: Contract) -> None:
    (message,) = shown(world, world.teacher, contract)
    assert "reading aloud helped" in words_in(message)
    assert brief(world, world.teacher, contract).student == "Ana"
    assert brief(world, world.student, contract).student == ""


def test_the_text_for_who_hears_it_says_every_number(world: World, contract: Contract) -> None:
    (message,) = shown(world, world.student, contract)
    log = brief(world, world.student, contract).log
    assert [line.split(": ")[1].split(" (")[0] for line in message.text.splitlines()[-2:]] == ["4", "5"]
    assert len(log.marks) == 3


def test_what_comes_next_stands_there_for_the_student_alone(world: World, contract: Contract) -> None:
    own = brief(world, world.student, contract)
    assert not own.asked
    assert own.next_due == check_ins(world, contract)[-1].wake_at
    answers_due = check_ins(world, contract)[-1].wake_at
    assert answers_due is not None
    at(world, answers_due)
    assert brief(world, world.student, contract).asked


def test_of_many_entries_the_newest_stand_there(world: World) -> None:
    made = world.agree()
    answers(world, made, *(str(2 + n % 6) for n in range(ENTRIES_MOST + 1)))
    (message,) = shown(world, world.student, made)
    (listed,) = [b for b in message.blocks if b["type"] == "rich_text" and b["elements"][0]["type"] == "rich_text_list"]
    assert len(listed["elements"][0]["elements"]) == ENTRIES_MOST
    assert len(message.text.splitlines()) == 3 + ENTRIES_MOST + 1


def test_each_target_is_shown_by_itself(world: World) -> None:
    (first,) = terms().targets
    second = replace(first, statement="Read 20 pages a week", unit="pages", baseline=Decimal(5), goal=Decimal(20))
    made = world.agree(targets=(first, second))
    assert len(shown(world, world.student, made)) == 2


def test_after_a_change_the_line_is_that_of_what_both_signed(world: World, contract: Contract) -> None:
    easier = terms(targets=(replace(terms().targets[0], goal=Decimal(6)),))
    world.later(hours=1)
    with world.uow() as uow:
        found = uow.contracts.get(contract.id)
        assert found is not None
        offered = uow.contracts.save(life.propose_change(found, easier, Side.STUDENT, "USTUDENT", world.now))
        number = offered.on_the_table.number
        uow.contracts.save(life.agree_to_change(offered, number, Side.TEACHER, "UTEACHER", world.now))
    log = brief(world, world.student, contract).log
    assert log.changed_at == (world.now,)
    assert log.target.goal == 6
    assert [mark.value for mark in log.marks] == [2, 4, 5]


def test_who_is_no_party_is_refused(world: World, contract: Contract) -> None:
    with pytest.raises(Refusal):
        world.do(logbook.show, world.classmate, contract.id)


def test_before_it_is_signed_there_is_nothing_to_show(world: World) -> None:
    proposed = world.proposed()
    with pytest.raises(Refusal, match="not-agreed-yet"):
        world.do(logbook.show, world.student, proposed.id)


def test_without_a_number_it_says_so(world: World) -> None:
    made = world.agree()
    (message,) = shown(world, world.student, made)
    assert brief(world, world.student, made).log.newest is None
    assert len(message.blocks) == 2


def test_the_command_shows_all_that_runs(world: World, contract: Contract) -> None:
    world.do(logbook.show_mine, world.student)
    assert world.said(world.student.user)[-1] == ("how-it-goes", {"contract": contract.id, "target": 0})
    with pytest.raises(Refusal, match="for-students"):
        world.do(logbook.show_mine, world.teacher)
    world.do(logbook.show_mine, world.classmate)
    assert world.said(world.classmate.user)[-1][0] == "explained"


def test_pressing_it_again_shows_it_again(world: World, contract: Contract) -> None:
    shown(world, world.student, contract)
    world.later(hours=1)
    assert len(shown(world, world.student, contract)) == 1


def test_practice_beside_progress_is_told_to_the_student_alone(world: World, contract: Contract) -> None:
    """After eight steps of which those with practice went further."""
    for reader in (world.student, world.teacher):
        seen = brief(world, reader, contract)
        agreed = seen.log.agreed
        said = [Entry(agreed[0].since + WEEK * n, Decimal(2) + (n + 1) // 2, "", n % 2) for n in range(1, 9)]
        message = how_it_goes(
            HowItGoes(contract.id, 0),
            replace(seen, log=Log(agreed, tuple(said))),
            Reader(reader.user, words_for(), "UTC", world.now),
        )
        told = words_for()("logbook-together-practised") in message.text
        assert told is (reader is world.student)
