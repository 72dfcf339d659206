"""What is urgent waits for nothing: neither in its reader's lane, nor behind all that a school has to say."""

from datetime import timedelta

from bot.domain.outbox import URGENT, Delivery, Verb
from bot.messages.tell import AHEAD
from bot.outbox.pacing import Pacing, Rate
from storage.unit_of_work import UnitOfWork
from tests.integration.delivery.office import Office


def urgent(office: Office, user: str, say: str = "urgent") -> Delivery:
    now = office.clock.now()
    return office.queue(f"{URGENT}{user}", say, reader=user, created_at=now, not_before=now - AHEAD)


async def test_it_leaves_before_all_that_waits(office: Office) -> None:
    """One message a minute, and a hundred that have waited for an hour."""
    people = [office.ws.add_person(f"p{n}", f"P {n}") for n in range(100)]
    for person in people:
        office.queue(person.id, "late", not_before=office.clock.now() - timedelta(hours=1))
    ito = office.ws.add_person("ito", "Mr Ito")
    urgent(office, ito.id)
    async with office.sending(pacing=Pacing(methods={Verb.POST: Rate(1, 0.001)}, channel=None)) as sender:
        sender.wake()
        await office.ws.changes.until(lambda: bool(office.heard(ito)), 10)
    assert office.heard(ito) == ["urgent"]
    assert [person for person in people if office.heard(person)] == []


async def test_what_is_stuck_in_the_readers_lane_is_not_in_its_way(office: Office) -> None:
    ito = office.ws.add_person("ito", "Mr Ito")
    stuck = office.queue(ito.id, "stuck")
    office.ws.faults.next("chat.postMessage", kind="error:internal_error")
    await office.send_all()
    assert office.row(stuck).state == "waiting"
    urgent(office, ito.id)
    await office.send_all()
    assert office.heard(ito)[0] == "urgent"


async def test_who_waits_to_know_it_is_told_what_slack_took_once(office: Office) -> None:
    told: list[tuple[int, str | None]] = []

    def arrived(uow: UnitOfWork, delivery: Delivery) -> None:
        told.append((delivery.id, delivery.ts))

    ito = office.ws.add_person("ito", "Mr Ito")
    wanted, other = urgent(office, ito.id), office.queue(ito.id, "other", notice="another")
    for _ in range(2):
        await office.send_all(awaited={"test"}, arrived=arrived)
    assert told == [(wanted.id, office.row(wanted).ts)]
    assert office.row(other).state == "sent"
