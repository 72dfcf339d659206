"""What was passed on follows its message: edited, deleted, or gone on with, before the yes and after it."""

import pytest

from bot.activities.checking_in import responding
from bot.activities.hearing import listening
from bot.domain.outbox import Delivery, DeliveryState
from bot.language.hearing import Kind
from tests.unit.checking_in.steps import check_ins
from tests.unit.listening.test_passing_on import MESSAGE, notes, posted, told, typed
from tests.unit.listening.test_questions import prompted, says
from tests.world import START, World

NEW = "can you tell ms lee i need help with my endings"
TS = f"{START.timestamp():.6f}"


def offered(world: World) -> None:
    assert says(world, MESSAGE, TS) is Kind.FOR_TEACHER


def passed_on(world: World) -> None:
    offered(world)
    world.later(minutes=1)
    says(world, "yes", f"{world.now.timestamp():.6f}")


def edit(world: World, text: str, ts: str = TS) -> None:
    world.do(listening.correct, world.student, "D1", text, ts)


def shown(world: World, delivery: Delivery) -> str:
    return next((str(m.blocks) if m else "") for d, m in world.render_all() if d.id == delivery.id)


def posts(world: World, user: str, notice: str) -> list[Delivery]:
    return [d for d in told(world, user, notice) if d.refreshes is None]


def card(world: World) -> Delivery:
    return posts(world, world.teacher.user, "note-from")[-1]


# --- before the yes ---


def test_an_edit_before_the_yes_is_shown_back_in_the_new_words(world: World) -> None:
    offered(world)
    edit(world, NEW)
    first, second = posts(world, world.student.user, "pass-on-offered")
    assert NEW in shown(world, second)
    assert MESSAGE not in shown(world, first)
    says(world, "yes", "99.000100")
    assert notes(world) == [(world.student.user, world.teacher.user, NEW)]


def test_an_edit_that_is_for_nobody_is_offered_to_nobody(world: World) -> None:
    offered(world)
    edit(world, "thanks!")
    assert world.kinds(world.student.user)[-1] == "remark"
    says(world, "yes", "99.000100")
    assert notes(world) == []


def test_what_is_deleted_before_the_yes_is_passed_on_by_no_yes(world: World) -> None:
    offered(world)
    world.do(listening.forget, world.student, TS)
    says(world, "yes", "99.000100")
    assert notes(world) == []


def test_the_parts_that_stay_are_offered_again(world: World) -> None:
    offered(world)
    second = f"{START.timestamp() + 2:.6f}"
    says(world, "and with the quotes", second)
    world.do(listening.forget, world.student, second)
    assert MESSAGE in shown(world, posts(world, world.student.user, "pass-on-offered")[-1])
    says(world, "yes", f"{START.timestamp() + 60:.6f}")
    assert [text for _, _, text in notes(world)] == [MESSAGE]


# --- after it ---


def test_while_it_is_held_an_edit_changes_what_will_be_read(world: World) -> None:
    passed_on(world)
    edit(world, NEW)
    assert NEW in shown(world, card(world))
    assert [d.notice for d in world.deliveries() if d.refreshes == card(world).id] == []
    assert world.kinds(world.student.user)[-1] == "note-changed"


def test_while_it_is_held_a_deletion_leaves_nothing_to_read(world: World) -> None:
    passed_on(world)
    world.do(listening.forget, world.student, TS)
    assert card(world).state is DeliveryState.EXPIRED
    assert world.said(world.student.user)[-1] == ("note-taken-back", {"note": 1, "read": False})
    assert [text for _, _, text in notes(world)] == [""]


def test_the_copy_that_was_sent_says_the_new_words(world: World) -> None:
    passed_on(world)
    posted(world, world.teacher.user, "note-from")
    edit(world, NEW)
    assert [d.notice for d in world.deliveries() if d.refreshes == card(world).id] == ["note-from"]
    assert NEW in shown(world, card(world))


def test_the_copy_that_was_sent_says_that_it_was_taken_back(world: World) -> None:
    passed_on(world)
    posted(world, world.teacher.user, "note-from")
    world.do(listening.forget, world.student, TS)
    assert [d.notice for d in world.deliveries() if d.refreshes == card(world).id] == ["note-from"]
    assert "endings" not in shown(world, card(world))
    assert "Ana" in shown(world, card(world))
    assert world.said(world.student.user)[-1] == ("note-taken-back", {"note": 1, "read": True})
    world.do(listening.forget, world.student, TS)
    assert world.kinds(world.student.user).count("note-taken-back") == 1


def test_an_edit_to_what_is_said_to_a_program_reaches_nobody(world: World) -> None:
    passed_on(world)
    edit(world, "fuck off")
    assert [text for _, _, text in notes(world)] == [MESSAGE]
    assert world.kinds(world.student.user)[-1] == "remark"


def test_an_edit_of_somebody_who_is_not_well_is_read_by_nobody(world: World) -> None:
    passed_on(world)
    edit(world, "i want to kill myself")
    assert [text for _, _, text in notes(world)] == [""]
    assert card(world).state is DeliveryState.EXPIRED


def test_nobody_changes_the_note_of_another(world: World) -> None:
    passed_on(world)
    world.do(listening.correct, world.classmate, "D2", NEW, TS)
    world.do(listening.forget, world.classmate, TS)
    assert [text for _, _, text in notes(world)] == [MESSAGE]


# --- what a teacher typed under the card of a check-in ---


@pytest.fixture
def shared(world: World) -> tuple[int, str]:
    """A check-in that was answered, and the ts of its card."""
    contract = prompted(world)
    says(world, "4 of 10, reading aloud helped")
    return check_ins(world, contract)[0].id, posted(world, world.teacher.user, "class-check-ins")


def responses(world: World) -> list[str]:
    with world.uow() as uow:
        return [r.text for r in uow.responses.all()]


def responded(world: World) -> list[Delivery]:
    return posts(world, world.student.user, "responded")


def test_what_a_teacher_types_in_parts_is_one_response(world: World, shared: tuple[int, str]) -> None:
    for second, text in enumerate(("Well done", "Try the list on Monday", "and tell me")):
        typed(world, world.teacher, text, shared[1], f"{8000 + second}.000100")
    assert responses(world) == ["Well done\nTry the list on Monday\nand tell me"]
    (only,) = responded(world)
    assert "and tell me" in shown(world, only)
    assert only.not_before > world.now


def test_a_part_that_comes_when_the_first_has_left_changes_it_in_place(world: World, shared: tuple[int, str]) -> None:
    typed(world, world.teacher, "Well done", shared[1], "8000.000100")
    posted(world, world.student.user, "responded")
    typed(world, world.teacher, "Try the list", shared[1], "8004.000100")
    (only,) = responded(world)
    assert [d.notice for d in world.deliveries() if d.refreshes == only.id] == ["responded"]


def test_what_comes_later_is_a_response_of_its_own(world: World, shared: tuple[int, str]) -> None:
    typed(world, world.teacher, "Well done", shared[1], "8000.000100")
    typed(world, world.teacher, "Try the list", shared[1], "8020.000100")
    assert responses(world) == ["Well done", "Try the list"]


def test_a_response_follows_its_message(world: World, shared: tuple[int, str]) -> None:
    typed(world, world.teacher, "Well done", shared[1], "8000.000100")
    posted(world, world.student.user, "responded")
    world.do(listening.correct, world.teacher, "D2", "Well done, Ana", "8000.000100")
    assert responses(world) == ["Well done, Ana"]
    assert world.kinds(world.teacher.user)[-1] == "response-changed"
    world.do(listening.forget, world.teacher, "8000.000100")
    assert responses(world) == [""]
    assert "Well done" not in shown(world, responded(world)[0])
    assert world.said(world.teacher.user)[-1] == ("response-taken-back", {"response": 1, "read": True})


def test_a_response_that_is_held_is_not_sent_once_its_message_is_gone(world: World, shared: tuple[int, str]) -> None:
    typed(world, world.teacher, "Wrong window", shared[1], "8000.000100")
    world.do(listening.forget, world.teacher, "8000.000100")
    assert responded(world)[0].state is DeliveryState.EXPIRED
    cards = [m for d, m in world.render_all() if d.notice == "class-check-ins"]
    assert all("Wrong window" not in str(m) for m in cards)


def test_a_response_from_the_form_is_no_message(world: World, shared: tuple[int, str]) -> None:
    world.do(responding.respond, world.teacher, shared[0], "Well done")
    world.do(listening.forget, world.teacher, "")
    assert responses(world) == ["Well done"]
    assert responded(world)[0].not_before == world.now
