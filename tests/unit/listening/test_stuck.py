"""Who is stuck says so by a button or in words, and the teachers hear it at once."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.activities.exchanging import stuck
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain.actor import Refusal
from bot.domain.check_ins import CheckInState
from bot.domain.outbox import Delivery, Verb
from bot.domain.utterance import Note
from tests.unit.checking_in.answers import types
from tests.unit.checking_in.steps import asked, check_ins, replies
from tests.world import World

WORDS = "im stuck on the second paragraph"


def told(world: World) -> list[Delivery]:
    """What the teachers hear of it."""
    return [d for d in world.deliveries() if d.notice == "note-from" and d.verb is Verb.POST]


def notes(world: World) -> list[Note]:
    with world.uow() as uow:
        return uow.notes.all()


def says(world: World, text: str, at: int) -> None:
    types(world, text, at)
    world.render_all()


def test_the_button_asks_for_a_line_and_the_teachers_hear_it_at_once(world: World) -> None:
    world.agree()
    form = world.do(stuck.open_form, world.student, world.classroom.id)
    assert form.reads_at is None
    world.do(stuck.say_so, world.student, world.classroom.id, WORDS)
    (note,) = notes(world)
    assert (note.text, note.stuck, note.recipient) == (WORDS, True, "")
    assert {d.reader for d in told(world)} == {world.teacher.user, "UTEACHER2"}
    assert all(d.not_before <= world.now for d in told(world))


def test_the_same_form_again_tells_nobody_anew(world: World) -> None:
    world.agree()
    for _ in range(2):
        world.do(stuck.say_so, world.student, world.classroom.id, WORDS)
    assert len(notes(world)) == 1


@pytest.mark.parametrize("text", ["", "   ", "x" * 1501])
def test_what_can_not_be_passed_on_is_refused_under_its_field(world: World, text: str) -> None:
    world.agree()
    with pytest.raises(Refusal) as refused:
        world.do(stuck.say_so, world.student, world.classroom.id, text)
    assert refused.value.field == "text"


def test_in_quiet_hours_they_hear_it_after_them(world: World) -> None:
    world.agree()
    room = world.classroom
    zone = ZoneInfo(room.timezone)
    world.now = datetime.combine(world.now.astimezone(zone).date(), time(23, 30), zone).astimezone(world.now.tzinfo)
    form = world.do(stuck.open_form, world.student, room.id)
    world.do(stuck.say_so, world.student, room.id, WORDS)
    assert form.reads_at is not None
    assert {d.not_before for d in told(world)} == {form.reads_at}
    assert form.reads_at.astimezone(zone).time() == room.quiet_until


def test_at_a_check_in_the_words_are_its_answer_and_are_told_at_once(world: World) -> None:
    contract = world.agree()
    check_in = asked(world, contract)
    says(world, WORDS, 100)
    assert [c.state for c in check_ins(world, contract)] == [CheckInState.ANSWERED, CheckInState.PLANNED]
    assert list(replies(world, check_in)[0].typed.values()) == [WORDS]
    assert [n.text for n in notes(world)] == [WORDS]
    assert told(world)


def test_the_message_that_is_edited_or_deleted_takes_both_along(world: World) -> None:
    check_in = asked(world, world.agree())
    says(world, WORDS, 100)
    (ts,) = replies(world, check_in)[0].typed
    world.do(listening.correct, world.student, "D1", "im stuck on the last paragraph", ts)
    assert list(replies(world, check_in)[0].typed.values()) == ["im stuck on the last paragraph"]
    assert [n.text for n in notes(world)] == ["im stuck on the last paragraph"]
    world.do(listening.forget, world.student, ts)
    assert replies(world, check_in)[0].typed == {}
    assert [n.text for n in notes(world)] == [""]


def test_a_further_part_is_told_with_the_first(world: World) -> None:
    asked(world, world.agree())
    types(world, "im stuck", 100)
    types(world, "on the second paragraph", 101)
    assert [n.text for n in notes(world)] == ["im stuck\non the second paragraph"]
    assert len(told(world)) == 2


def test_while_nothing_is_asked_nobody_reads_it_before_a_yes(world: World) -> None:
    world.agree()
    says(world, WORDS, 100)
    assert notes(world) == []
    says(world, "yes", 200)
    assert [(n.text, n.stuck) for n in notes(world)] == [(WORDS, True)]


def test_a_no_keeps_it_private(world: World) -> None:
    world.agree()
    says(world, WORDS, 100)
    says(world, "no", 200)
    assert notes(world) == []


def test_who_has_agreed_nothing_yet_asks_for_help(world: World) -> None:
    words = DirectMessage("D1", "i dont get how to start", "100.000100", "said:1")
    world.do(listening.hear, world.student, words, greets=lambda locale: False)
    assert not [d for d in world.deliveries() if d.notice == "pass-on-offered"]


def test_somebody_who_is_not_well_is_not_stuck(world: World) -> None:
    asked(world, world.agree())
    says(world, "im stuck and i want to die", 100)
    assert notes(world) == []
    assert told(world) == []
