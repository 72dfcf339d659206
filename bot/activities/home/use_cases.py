"""Home: opening it, and what it shows to somebody who is a student, a teacher, an admin, or none of these."""

from collections.abc import Sequence

from bot.activities import access
from bot.activities.admitting import use_cases as admitting
from bot.activities.admitting.use_cases import learn
from bot.activities.assisting import use_cases as assisting
from bot.activities.care import setting
from bot.activities.checking_in import planning
from bot.activities.contract.reads import contract_brief
from bot.activities.help.messages import Help
from bot.activities.home import desk_reads, messages
from bot.activities.home.desk_messages import (
    ARCHIVED_MOST,
    LINES_MOST,
    NEEDING_MOST,
    SHOWN_WHOLE,
    TALKS_MOST,
    ClassPart,
    DeskBrief,
)
from bot.activities.home.desk_reads import Desk
from bot.activities.home.messages import AdminPart, Home, HomeBrief, StudentPart
from bot.activities.logbook.picturing import DrawnLines, drawn_of
from bot.activities.profile import use_cases as profile
from bot.activities.proposing.starting import UNDER_WAY
from bot.activities.reviewing.messages import ContractCard
from bot.activities.set_up import use_cases as set_up
from bot.activities.talking import reads as talking
from bot.activities.teaching import closing, untaught
from bot.domain import recurrence
from bot.domain.absence import Absence
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import AWAITING, CheckInState
from bot.domain.classroom import FROM_SETTINGS, Classroom, Person
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.desk import PAGE, WORD, Need, Want
from bot.domain.look_back import newest_values, rates_kept
from bot.messages.briefs import helpers_named, names_of, say, told_apart
from bot.messages.tell import show_home, tell
from storage.unit_of_work import UnitOfWork

# A teacher's desk: what waits in all her classes, and those who may need her.


def desk_brief(uow: UnitOfWork, reader: str, rooms: Sequence[Classroom]) -> DeskBrief | None:
    """Of the classes that the reader teaches; of a contract of their own they see nothing as a teacher."""
    if not rooms:
        return None
    taught = [room for room in rooms if not room.archived]
    desk = desk_reads.desk_of(uow, reader, taught)
    whole = len(taught) <= SHOWN_WHOLE
    needing = [] if whole else [one for one in desk.standings if one.need in WORD and one.need is not Need.NOT_BEGUN]
    today = recurrence.local_day(uow.now, taught[0].timezone) if taught else uow.now.date()
    return DeskBrief(
        desk.counts,
        desk_reads.lines_of(desk, desk.waiting[:LINES_MOST]),
        classes=tuple(_class_part(uow, desk, room) for room in taught) if whole else (),
        class_lines=() if whole else tuple(sorted(map(desk.class_line, taught), key=lambda one: one.name.casefold())),
        needing=desk_reads.rows_of(uow, desk, needing[:NEEDING_MOST]),
        talks=tuple(talking.on_their_way(uow, reader, desk.talks)[:TALKS_MOST]) if desk.talks else (),
        archived=_archived(uow, reader, [room for room in rooms if room.archived]),
        unread=any(one.want is Want.CHECK_IN for one in desk.waiting),
        today=today,
    )


def _class_part(uow: UnitOfWork, desk: Desk, room: Classroom) -> ClassPart:
    standings = desk.of_class(room.id)
    rows = desk_reads.rows_of(uow, desk, standings[:PAGE], named=False)
    guests = admitting.count(uow, room.id) if room.id in desk.guests else 0
    return ClassPart(room, rows, len(standings), guests)


def _archived(uow: UnitOfWork, reader: str, rooms: Sequence[Classroom]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Those first in which something is open."""
    found = [(room.name, desk_reads.open_in_archived(uow, reader, room)) for room in rooms]
    return tuple(sorted(found, key=lambda one: (not one[1], one[0].casefold()))[:ARCHIVED_MOST])


def is_known(uow: UnitOfWork, actor: Actor) -> bool:
    return uow.people.of(actor.user) is not None


def open_home(uow: UnitOfWork, actor: Actor, me: Person | None) -> None:
    """Somebody opened their Home. `me` is what Slack says of them, where they were not known yet."""
    if me is not None:
        learn(uow, actor, me)
    uow.outbox.forget_home(actor.user)  # whatever became of it: who opens it is to see how things stand
    show_home(uow, actor.user)


def greet(uow: UnitOfWork, actor: Actor, me: Person | None) -> None:
    """Somebody opened the messages with Accord: say once what one can do here."""
    if me is not None:
        learn(uow, actor, me)
    tell(uow, actor.user, Help(), once=f"greeting:{actor.user}")


def open_set_up(uow: UnitOfWork, actor: Actor, classroom: int) -> set_up.SetUpForm:
    """The set-up of a class where the actor teaches; of any class for an admin."""
    found = access.may_set_up(uow, actor, classroom)
    return set_up.open_form(uow, actor, found.channel, None)


def home_brief(uow: UnitOfWork, notice: Home, reader: str) -> HomeBrief:
    uow.meet_places(reader)
    places = access.places_of(uow, reader)
    classrooms = {c.id: c for c in uow.classrooms.among([p.classroom for p in places])}
    learns = [classrooms[p.classroom] for p in places if p.side is Side.STUDENT]
    teaches = [classrooms[p.classroom] for p in places if p.side is Side.TEACHER]
    as_student = tuple(part for c in learns if (part := _student_part(uow, reader, c)) is not None)
    desk = desk_brief(uow, reader, teaches)
    return HomeBrief(
        learns=as_student,
        desk=desk,
        admin=_admin_part(uow, reader),
        helped=assisting.helped_by(uow, reader),
        may_set_up=not (as_student or desk) and access.may_teach(uow, Actor(uow.workspace, reader)),
        about_me=bool(learns) and profile.is_written(uow, reader),
        reads_report=not learns and access.may_read_report(uow, reader),
    )


def _student_part(uow: UnitOfWork, reader: str, classroom: Classroom) -> StudentPart | None:
    """None for an archived class in which nothing is open."""
    contract = uow.contracts.open_of(reader, classroom.id)
    if contract is None:
        return None if classroom.archived else StudentPart(classroom, helpers=helpers_named(uow, classroom.id))
    replies = uow.replies.on(contract.id)
    timezone, values = planning.zone_of(uow, reader, classroom), newest_values(replies)
    drawn = drawn_of(uow, contract, set(values), timezone) if contract.status in RUNNING else DrawnLines()
    return StudentPart(
        classroom,
        standing=contract_brief(uow, ContractCard(contract.id), reader),
        values=values,
        kept=rates_kept(contract.in_force.terms.targets, replies) if contract.agreed else {},
        interview=_draft(uow, contract),
        check_in=_waiting_check_in(uow, contract),
        timezone=timezone,
        left_out=_left_out(uow, contract),
        looked_back=_has_looked_back(uow, contract),
        absent=_own_absence(uow, reader, classroom),
        talk=talking.open_of(uow, reader, classroom.id),
        pictures=drawn.shown,
        to_draw=drawn.to_draw,
        helpers=helpers_named(uow, classroom.id),
    )


def _own_absence(uow: UnitOfWork, reader: str, classroom: Classroom) -> Absence | None:
    here = uow.absences.of(reader, classroom.id)
    return next((one for one in here if one.stands(uow.now) and not one.is_pause), None)


def _left_out(uow: UnitOfWork, contract: Contract) -> CheckInState | None:
    if contract.status not in RUNNING:
        return None
    not_ahead = tuple(set(CheckInState) - {CheckInState.PLANNED})
    return planning.left_out(uow.check_ins.newest(contract.id, not_ahead))


def _has_looked_back(uow: UnitOfWork, contract: Contract) -> bool:
    if contract.status is not Status.REASSESSING:
        return False
    return uow.assessments.of(contract.id, Side.STUDENT) is not None


def _draft(uow: UnitOfWork, contract: Contract) -> int | None:
    if contract.status is not Status.DRAFTING:
        return None
    found = uow.interviews.of_contract_in(contract.id, UNDER_WAY)
    return found.id if found else None


def _waiting_check_in(uow: UnitOfWork, contract: Contract) -> int | None:
    """The newest check-in that was asked for and has no answer."""
    newest = uow.check_ins.newest(contract.id, tuple(AWAITING))
    return newest.id if newest else None


def _admin_part(uow: UnitOfWork, reader: str) -> AdminPart | None:
    if not access.is_admin(uow, Actor(uow.workspace, reader)):
        return None
    admins = uow.people.among(access.admins_of(uow))
    grants = uow.grants.all()
    named = dict(zip((g.user for g in grants), names_of(uow, [g.user for g in grants]), strict=True))
    by_admins = [(named[g.user], g.user) for g in grants if g.granted_by != FROM_SETTINGS]
    return AdminPart(
        admins=tuple(sorted(told_apart(uow, admins).values())),
        named=tuple(sorted(named.values())),
        to_take_back=tuple(sorted(by_admins)),
        classes=tuple(sorted((c.name, c.id) for c in uow.classrooms.not_archived())),
        untaught=tuple((c.name, c.id, len(untaught.waiting_in(uow, c.id))) for c in untaught.classes(uow)),
        school=closing.school_brief(uow),
        care=setting.rule_of(uow),
        outside_learn=access.outside_learn(uow),
        report_readers=_report_readers(uow),
    )


def _report_readers(uow: UnitOfWork) -> tuple[tuple[str, str], ...]:
    users = [one.user for one in uow.report_readers.all()]
    return tuple(sorted(zip(names_of(uow, users), users, strict=True))) if users else ()


say(Home, shown=home_brief, blocks=messages.show)
