"""What is heard as one is answered as one: the answers that stand are said anew, each where it stands."""

from bot.domain.outbox import Delivery, Manner, Verb
from tests.world import WORKSPACE, World


def _post(world: World, notice: str, thread: str | None) -> Delivery:
    return Delivery(WORKSPACE, "USTUDENT", Verb.POST, notice, {}, "USTUDENT", world.now, world.now, thread=thread)


def test_what_asks_about_something_else_takes_no_place_in_a_thread(world: World) -> None:
    with world.uow() as uow:
        under = [uow.outbox.queue(_post(world, notice, "1.1")) for notice in ("words-kept", "note-sent")]
    ids = [one.id for one in under if one is not None]
    with world.uow() as uow:
        manner = Manner("USTUDENT", world.now, "1.1", tuple(ids))
        uow.outbox.answer_in(manner)
        first = uow.outbox.queue(_post(world, "reply-noted", None))
        uow.outbox.leave_thread()
        second = uow.outbox.queue(_post(world, "interview-question", None))
    assert first is not None
    assert second is not None
    assert (first.verb, first.refreshes) == (Verb.REFRESH, ids[0])
    assert (second.verb, second.thread) == (Verb.POST, None)
