"""What the messages about somebody who is not well need, read when they are sent."""

from bot.activities import access
from bot.activities.care import messages, setting, use_cases
from bot.activities.care.messages import (
    CareAlerted,
    CareAnswer,
    CareBack,
    CareBrief,
    CareElsewhere,
    CareForLead,
    CareStill,
    CareUpdate,
    CareWords,
    ContactBrief,
    OfCare,
    ToldLine,
)
from bot.domain.actor import Side
from bot.domain.care import CareAlert, CareTold, Told
from bot.domain.classroom import QUIET_FROM, QUIET_UNTIL, Classroom
from bot.messages.briefs import NothingToSay, name_of, only_to, say
from storage.unit_of_work import UnitOfWork


def _for_student(uow: UnitOfWork, notice: OfCare, reader: str) -> CareBrief:
    alert = _alert(uow, notice)
    only_to(alert.student, reader)
    those = [t for t in use_cases.told_of(uow, alert) if t.state is not Told.LET_BE]
    classes = _classes(uow, alert.student)
    quiet = (classes[0].quiet_from, classes[0].quiet_until) if classes else (QUIET_FROM, QUIET_UNTIL)
    return CareBrief(
        alert,
        those=tuple(ToldLine(t, name_of(uow, t.user), _zone(uow, t.user)) for t in those),
        emergency=setting.setting_of(uow).emergency,
        timezone=_zone(uow, alert.student),
        quiet=quiet,
    )


def _for_contact(uow: UnitOfWork, notice: OfCare, reader: str) -> ContactBrief:
    alert = _alert(uow, notice)
    those = use_cases.told_of(uow, alert)
    mine = next((t for t in those if t.user == reader), None)
    if mine is None or mine.state is Told.LET_BE:
        raise NothingToSay("let be")
    student = uow.people.of(alert.student)
    return ContactBrief(
        alert,
        student=name_of(uow, alert.student),
        handle=student.handle if student else "",
        classes=tuple(c.name for c in _classes(uow, alert.student)),
        mine=mine,
        taken_by=_taken_by(uow, those),
        following=_following(uow, alert, those),
        timezone=_zone(uow, reader),
    )


def _for_lead(uow: UnitOfWork, notice: CareForLead, reader: str) -> None:
    """It says the same to everybody."""


def _alert(uow: UnitOfWork, notice: OfCare) -> CareAlert:
    found = uow.care_alerts.get(notice.care)
    if found is None:
        raise NothingToSay("alert")
    return found


def _classes(uow: UnitOfWork, student: str) -> list[Classroom]:
    places = access.places_of(uow, student, Side.STUDENT)
    return uow.classrooms.among([p.classroom for p in places]) if places else []


def _zone(uow: UnitOfWork, user: str) -> str:
    person = uow.people.of(user)
    return person.timezone if person else "UTC"


def _taken_by(uow: UnitOfWork, those: list[CareTold]) -> str | None:
    taken = [t for t in those if t.is_told and t.taken_at is not None]
    first = min(taken, key=lambda t: (t.taken_at, t.place), default=None)
    return name_of(uow, first.user) if first else None


def _following(uow: UnitOfWork, alert: CareAlert, those: list[CareTold]) -> str | None:
    following = next((t for t in those if t.state is Told.PLANNED), None)
    return name_of(uow, following.user) if following and alert.wake_at is not None else None


say(CareAnswer, shown=_for_student, blocks=messages.answer)
say(CareStill, shown=_for_student, blocks=messages.still)
say(CareBack, shown=_for_student, blocks=messages.back)
say(CareElsewhere, shown=_for_student, blocks=messages.elsewhere)
say(CareAlerted, shown=_for_contact, blocks=messages.alerted)
say(CareUpdate, shown=_for_contact, blocks=messages.update)
say(CareWords, shown=_for_contact, blocks=messages.words)
say(CareForLead, shown=_for_lead, blocks=messages.for_lead)
