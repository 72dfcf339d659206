"""What can lastingly not be delivered is told to those who can do something about it."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from structlog.testing import capture_logs

from bot.domain.actor import Side
from bot.domain.classroom import Classroom, Membership
from bot.domain.outbox import Delivery, Message
from storage.unit_of_work import UnitOfWork
from tests.integration.delivery.office import Office, prepare


def its_kind(uow: object, delivery: Delivery) -> Message | None:
    """Says which notice it is: what the program queues by itself has no words here."""
    return prepare(uow, replace(delivery, args={"say": delivery.notice}))


def a_class(office: Office, channel: str, *, teachers: list[str], students: list[str]) -> Classroom:
    workspace, now = office.ws.team_id, office.clock.now()
    classroom = Classroom(workspace, channel, "English 10B", "UTC", date(2027, 1, 29), ("MO",), time(8, 45))
    made: Classroom = office.in_workspace(lambda uow: uow.classrooms.add(classroom))
    for side, users in ((Side.TEACHER, teachers), (Side.STUDENT, students)):
        for user in users:
            place = Membership(workspace, made.id, user, side, now)
            office.in_workspace(partial(_add_membership, place))
    return made


def _add_membership(place: Membership, uow: UnitOfWork) -> None:
    uow.memberships.add(place)


async def test_a_class_channel_that_is_gone_is_told_to_every_teacher_once_a_day(office: Office) -> None:
    ms_o, mr_p = office.ws.add_person("ms_o", "Ms O"), office.ws.add_person("mr_p", "Mr P")
    channel = office.ws.add_channel("english-10b", [ms_o, mr_p])
    a_class(office, channel.id, teachers=[ms_o.id, mr_p.id], students=[])
    office.ws.core.state.conversations[channel.id].archived = True
    first, second = office.queue(channel.id, "well done"), office.queue(channel.id, "well done again")
    async with office.sending(prepare=its_kind) as sender:
        with capture_logs() as logs:
            await sender.idle()
        assert [line["action"] for line in logs] == ["delivery.failed", "delivery.failed"]
        assert [(office.row(d).state, office.row(d).error) for d in (first, second)] == [("failed", "is_archived")] * 2
        assert office.heard(ms_o) == office.heard(mr_p) == ["channel-gone"]
        office.clock.advance(timedelta(days=1))
        office.queue(channel.id, "well done at last")
        await sender.idle()
    assert office.heard(ms_o) == ["channel-gone", "channel-gone"]


async def test_a_student_who_can_not_be_reached_is_told_to_the_teachers_of_their_classes(office: Office) -> None:
    ms_o, mr_p = office.ws.add_person("ms_o", "Ms O"), office.ws.add_person("mr_p", "Mr P")
    ana = office.ws.add_person("ana", "Ana")
    a_class(office, "C1", teachers=[ms_o.id], students=[ana.id])
    a_class(office, "C2", teachers=[mr_p.id], students=[])
    gone = office.queue(ana.id, "hello")
    office.queue(ana.id, "hello again")
    ana.user.deleted = True
    await office.send_all(prepare=its_kind)
    assert office.row(gone).state == "failed"
    assert office.heard(ms_o) == ["student-unreachable"]
    assert office.heard(mr_p) == []


async def test_a_teacher_who_can_not_be_reached_is_left_to_the_log(office: Office) -> None:
    ms_o = office.ws.add_person("ms_o", "Ms O")
    a_class(office, "C1", teachers=[ms_o.id], students=[])
    office.queue(ms_o.id, "hello")
    office.ws.faults.next("chat.postMessage", kind="error:user_not_found")
    await office.send_all()
    assert office.states() == {"failed": 1}
