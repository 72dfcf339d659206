"""One message for each class and day: who answered, who did not; to whom it is said, and how often it is shown anew."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from bot.activities.checking_in import answering, class_reads, planning, prompting, responding, telling
from bot.activities.checking_in.class_messages import IN_LIST, RoundBrief, class_list
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import ASKED, CheckIn, CheckInState
from bot.domain.classroom import WEEKDAYS, Membership, Person
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery, DeliveryState, Verb
from bot.messages.briefs import NothingToSay, NotTheirs, brief_for
from bot.messages.presenting import present
from bot.messages.registry import notice_of
from bot.messages.tell import AT_MOST_EVERY
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from tests.unit.checking_in.answers import say
from tests.unit.checking_in.steps import at, check_ins, posts
from tests.world import START, WORKSPACE, World

DAY = timedelta(days=1)
CARD = "class-check-ins"


def enrolled(world: World, count: int, rhythms: Sequence[Mapping[str, Any]] = ({},)) -> list[Contract]:
    """So many more students with a contract, with these rhythms in turn."""
    actors = [Actor(WORKSPACE, f"US{n:03}") for n in range(count)]
    with world.uow() as uow:
        for n, actor in enumerate(actors):
            uow.people.add(Person(WORKSPACE, actor.user, f"Kim {chr(65 + n // 26)}{chr(97 + n % 26)}", timezone="UTC"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
    return [world.agree(actor, **rhythms[n % len(rhythms)]) for n, actor in enumerate(actors)]


def first_of(world: World, contract: Contract) -> CheckIn:
    return check_ins(world, contract)[0]


def answers(world: World, contract: Contract, text: str) -> int:
    """Their first check-in is answered."""
    check_in, actor = first_of(world, contract).id, Actor(WORKSPACE, contract.student)
    world.do(answering.hear, actor, check_in, text, f"{check_in}.{world.now:%H%M%S}")
    return check_in


def cards(world: World, user: str = "UTEACHER") -> list[Delivery]:
    return [d for d in world.deliveries() if (d.lane, d.notice, d.verb) == (user, CARD, Verb.POST)]


def shown_anew(world: World) -> list[Delivery]:
    return [d for d in world.deliveries() if (d.notice, d.verb) == (CARD, Verb.REFRESH)]


def brief(world: World, card: Delivery | None = None) -> RoundBrief:
    its = card or cards(world)[-1]
    with world.uow() as uow:
        found: RoundBrief = brief_for(uow, notice_of(its.notice, its.args), its.reader)
    return found


def text_of(world: World, card: Delivery) -> str:
    with world.uow() as uow:
        message = present(uow, card)
    assert message is not None
    assert check_message_blocks(list(message.blocks)) == []
    return json.dumps(message.blocks, ensure_ascii=False)


def sent(world: World) -> None:
    """Let all that waits have been sent."""
    waiting = world.deliveries()
    with world.uow() as uow:
        for n, delivery in enumerate(waiting):
            if delivery.state is DeliveryState.WAITING and delivery.not_before <= world.now:
                uow.outbox._deliveries.save(
                    replace(delivery, state=DeliveryState.SENT, channel="D1", ts=f"{1000 + n}.000100")
                )


# Who answered, who did not.


def test_all_of_a_day_stand_in_one_message(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    more = enrolled(world, 3)
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5, reading aloud helped")
    answers(world, ben, "4")
    world.do(prompting.leave_out, Actor(WORKSPACE, more[0].student), first_of(world, more[0]).id)
    assert len(cards(world)) == 1
    found = brief(world)
    assert [one.student for one in found.answers] == ["Ana", "Ben"]
    assert (found.answered, found.asked) == (2, 4)
    assert (found.waiting, found.missed, found.left_out) == (("Kim Ab", "Kim Ac"), (), ("Kim Aa",))
    assert "reading aloud helped" in text_of(world, cards(world)[0])


def test_a_silent_class_is_one_message(world: World) -> None:
    enrolled(world, 17)
    for days in range(4):
        at(world, START + timedelta(minutes=45) + days * DAY)
    assert posts(world, "UTEACHER") == [CARD]
    assert len(brief(world).missed) == 17


def test_a_week_of_thirty_five_is_at_most_five_messages(world: World) -> None:
    """Also where each has a day of their own: a day is one message."""
    contracts = enrolled(world, 35)
    assert {c.student for c in contracts}
    for day in range(7):
        at(world, START + timedelta(minutes=45) + day * DAY)
        for n, contract in enumerate(contracts):
            if n % 7 == day and first_of(world, contract).state is not CheckInState.MISSED:
                answers(world, contract, "5")
    of_check_ins = [d for d in world.deliveries() if d.lane == "UTEACHER" and d.verb is Verb.POST]
    assert len([d for d in of_check_ins if d.notice != "drift-seen"]) <= 5
    assert len(cards(world)) == 1


RHYTHMS = [
    {"check_in_days": days, "alternates_from": weeks}
    for days in (*((day,) for day in WEEKDAYS[:5]), ("MO", "TH"))
    for weeks in (None, START.date(), START.date() + 7 * DAY)
]
"""Each school day, in each week or in either of two."""


def test_each_week_of_thirty_five_with_rhythms_of_their_own_is_at_most_five_messages(world: World) -> None:
    """A third of them answers at once, a third a day later, and a third never."""
    contracts = enrolled(world, 35, RHYTHMS)
    told = []
    for week in range(4):
        before = _posted(world)
        for day in range(7):
            at(world, START + timedelta(minutes=45) + (7 * week + day) * DAY)
            for n, contract in enumerate(contracts):
                if n % 3 != 2:
                    _answers_what_is_open(world, contract, asked=timedelta(0) if n % 3 == 0 else DAY)
        told.append(len(_posted(world)) - len(before))
    assert told == [5, 5, 5, 5]


def _posted(world: World) -> list[Delivery]:
    mine = [d for d in world.deliveries() if d.lane == "UTEACHER" and d.verb is Verb.POST]
    return [d for d in mine if d.notice != "drift-seen"]


def _answers_what_is_open(world: World, contract: Contract, asked: timedelta) -> None:
    """What was due so long ago."""
    found = [c for c in check_ins(world, contract) if c.state in ASKED and c.due_at + asked <= world.now]
    for check_in in found:
        actor = Actor(WORKSPACE, contract.student)
        world.do(answering.hear, actor, check_in.id, "5", f"{check_in.id}.{world.now:%H%M%S}")


def test_a_late_answer_belongs_to_the_day_that_it_answers(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    at(world, START + timedelta(minutes=45))
    answers(world, ben, "4")
    for days in range(1, 4):
        at(world, START + timedelta(minutes=45) + days * DAY)
    assert brief(world).missed == ("Ana",)
    answers(world, ana, "5")
    assert len(cards(world)) == 1
    assert brief(world).answered == 2


def test_a_student_far_away_is_in_the_card_of_their_own_day(world: World) -> None:
    """Monday's check-in in Auckland comes on Sunday evening in London."""
    with world.uow() as uow:
        there = uow.people.of("USTUDENT")
        assert there is not None
        uow.people.save(replace(there, timezone="Pacific/Auckland"))
    ana, ben = world.agree(), world.agree(world.classmate)
    with world.uow() as uow:
        monday = uow.check_ins.of_contract(ana.id)[0]
    there_is_sunday = monday.due_at.strftime("%a")
    assert (there_is_sunday, monday.round) == ("Sun", f"{world.classroom.id}:2027-01-18")
    assert first_of(world, ben).round == f"{world.classroom.id}:2027-01-11"


def test_a_student_who_left_is_not_waited_for(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5")
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, ben.student)
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    assert (brief(world).answered, brief(world).waiting) == (1, ())


def test_what_was_taken_back_is_not_shown(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    at(world, START + timedelta(minutes=45))
    check_in = first_of(world, ana).id
    say(world, check_in, "5")
    assert "Ana" in text_of(world, cards(world)[0])
    said = world.do(lambda uow, actor: uow.utterances.newest_of(actor.user), world.student)
    if said is None:
        world.do(answering.not_yet, Actor(WORKSPACE, ben.student), first_of(world, ben).id)
        said = world.do(lambda uow, actor: uow.utterances.newest_of(actor.user), world.classmate)
        world.do(answering.undo, world.classmate, said.id)
        assert [one.student for one in brief(world).answers] == ["Ana"]


def test_a_message_that_shows_nothing_is_not_said(world: World) -> None:
    ana = world.agree()
    at(world, START + timedelta(minutes=45))
    world.do(answering.not_yet, world.student, first_of(world, ana).id)
    said = world.do(lambda uow, actor: uow.utterances.newest_of(actor.user), world.student)
    world.do(answering.undo, world.student, said.id)
    with pytest.raises(NothingToSay):
        brief(world)


# To whom it is said.


def test_who_decided_hears_and_a_co_teacher_does_not(world: World) -> None:
    ana = world.agree()
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5")
    assert (posts(world, "UTEACHER"), posts(world, "UTEACHER2")) == ([CARD], [])


@pytest.mark.parametrize(("how", "kinds"), [("one", [CARD]), ("each", ["reply-shared"]), ("none", [])])
def test_a_co_teacher_gets_what_they_chose(world: World, how: str, kinds: list[str]) -> None:
    ana = world.agree()
    world.do(telling.choose, world.teacher2, world.classroom.id, how)
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "3")
    assert posts(world, "UTEACHER2") == kinds
    assert posts(world, "UTEACHER") == [CARD]


@pytest.mark.parametrize(("other", "decider"), [("none", [CARD]), ("each", [])])
def test_nobody_goes_unheard(world: World, other: str, decider: list[str]) -> None:
    ana = world.agree()
    world.do(telling.choose, world.teacher, world.classroom.id, "none")
    world.do(telling.choose, world.teacher2, world.classroom.id, other)
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5")
    assert posts(world, "UTEACHER") == decider


def test_each_teacher_is_told_of_their_own_students(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    with world.uow() as uow:
        uow.contracts.save(replace(uow.contracts.get(ben.id) or ben, decided_by="UTEACHER2"))
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5")
    answers(world, ben, "4, this is for the other one")
    mine, other = (brief(world, cards(world, user)[0]) for user in ("UTEACHER", "UTEACHER2"))
    assert ([a.student for a in mine.answers], [a.student for a in other.answers]) == (["Ana"], ["Ben"])
    assert "this is for the other one" not in text_of(world, cards(world)[0])


def test_who_teaches_no_more_reads_it_no_more(world: World) -> None:
    ana = world.agree()
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5")
    card = cards(world)[0]
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, "UTEACHER")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
        for reader in ("UTEACHER", "USTUDENT", "USTRANGER"):
            with pytest.raises(NotTheirs):
                brief_for(uow, notice_of(card.notice, card.args), reader)


def test_the_first_word_after_a_long_silence_is_said_by_itself(world: World) -> None:
    ana = world.agree()
    for week in range(2):
        for days in range(3):
            at(world, START + timedelta(minutes=45, days=7 * week + days))
    at(world, START + timedelta(minutes=45, days=14))
    newest = check_ins(world, ana)[-1]
    world.do(answering.hear, world.student, newest.id, "5", "77.1")
    assert "reply-shared" in posts(world, "UTEACHER")


def test_what_is_set_aside_looks_like_any_left_out(world: World) -> None:
    """Nothing tells a teacher why."""
    ana, ben = world.agree(), world.agree(world.classmate)
    (third,) = enrolled(world, 1)
    at(world, START + timedelta(minutes=45))
    answers(world, third, "5")
    set_aside, put_off = first_of(world, ana), first_of(world, ben)
    with world.uow() as uow:
        planning.excuse(uow, set_aside)
        prompting._without_answer(uow, put_off)
    states = {first_of(world, c).state for c in (ana, ben)}
    assert states == {CheckInState.EXCUSED, CheckInState.DROPPED}
    assert brief(world).left_out == ("Ana", "Ben")


def test_an_excuse_alone_says_nothing_to_a_teacher(world: World) -> None:
    ana = world.agree()
    at(world, START + timedelta(minutes=45))
    set_aside = first_of(world, ana)
    with world.uow() as uow:
        planning.excuse(uow, set_aside)
    assert posts(world, "UTEACHER") == []


# How often it is shown anew.


def test_it_is_shown_anew_once_in_ten_seconds_however_many_answer(world: World) -> None:
    contracts = enrolled(world, 20)
    at(world, START + timedelta(minutes=45))
    began = world.now
    answers(world, contracts[0], "5")
    sent(world)
    for contract in contracts[1:]:
        world.later(seconds=1)
        answers(world, contract, "5")
        sent(world)
    times = [d.not_before for d in shown_anew(world)]
    assert times
    assert times[0] >= began + AT_MOST_EVERY
    assert all(b - a >= AT_MOST_EVERY for a, b in pairwise(times))
    assert len(times) <= 3


def test_who_presses_sees_it_at_once(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    at(world, START + timedelta(minutes=45))
    check_in = answers(world, ana, "5")
    sent(world)
    answers(world, ben, "4")  # from now on, something waits to be shown in a moment
    world.do(responding.seen, world.teacher, check_in)
    (waiting,) = [d for d in shown_anew(world) if d.state is DeliveryState.WAITING]
    assert waiting.not_before == world.now


# What it holds.


def test_what_was_seen_goes_below(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    at(world, START + timedelta(minutes=45))
    check_in = answers(world, ana, "5")
    answers(world, ben, "4")
    world.do(responding.seen, world.teacher, check_in)
    assert [one.student for one in brief(world).answers] == ["Ben", "Ana"]


@pytest.mark.parametrize(("count", "lang"), [(35, "en"), (300, "es")])
def test_a_large_class_fits(world: World, count: int, lang: str) -> None:
    with world.uow() as uow:
        me = uow.people.of("UTEACHER")
        assert me is not None
        uow.people.save(replace(me, language=lang))
    contracts = enrolled(world, count)
    at(world, START + timedelta(minutes=45))
    many = contracts[: count - 10]
    for contract in many:
        answers(world, contract, "5, " + "a long story of how it went this week " * 20)
    text = text_of(world, cards(world)[0])
    assert len(text) < 30_000
    shown = []
    for first in range(0, len(many), IN_LIST):
        page = world.do(class_reads.open_list, world.teacher, world.classroom.id, 20270111, first)
        view = class_list(words_for(lang), page)
        assert check_view(view) == []
        assert len(view["blocks"]) <= 100
        shown += [one.student for one in page.answers]
        pressed = [e["action_id"] for b in view["blocks"] if b["type"] == "actions" for e in b["elements"]]
        assert pressed.count("checking_in.seen_in_list") == len(page.answers)
    assert len(set(shown)) == len(many)


def test_who_teaches_their_own_class_is_not_in_it(world: World) -> None:
    ana, ben = world.agree(), world.agree(world.classmate)
    at(world, START + timedelta(minutes=45))
    answers(world, ana, "5")
    answers(world, ben, "4")
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, ana.student)
        assert place is not None
        uow.memberships.save(replace(place, side=Side.TEACHER, check_ins="one"))
    page = world.do(class_reads.open_list, world.student, world.classroom.id, 20270111)
    assert [one.student for one in page.answers] == ["Ben"]


def test_the_list_is_for_teachers_of_the_class(world: World) -> None:
    world.agree()
    for who in (world.student, world.stranger):
        with pytest.raises(Refusal):
            world.do(class_reads.open_list, who, world.classroom.id, 20270111)
    with pytest.raises(Refusal, match="old-button"):
        world.do(class_reads.open_list, world.teacher, world.classroom.id, 20271399)
