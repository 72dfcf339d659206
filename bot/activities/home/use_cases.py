"""Home: opening it, and what it shows to somebody who is a student, a teacher, an admin, or none of these."""

from datetime import datetime

from bot.activities import access
from bot.activities.admitting.learning import learn
from bot.activities.care import setting
from bot.activities.checking_in import planning
from bot.activities.contract.reads import contract_brief
from bot.activities.help.notices import Help
from bot.activities.home.class_at_a_glance import class_part
from bot.activities.home.notices import AdminPart, Home, HomeBrief, StudentPart
from bot.activities.ports import UnitOfWork
from bot.activities.profile import use_cases as profile
from bot.activities.proposing.asking import UNDER_WAY
from bot.activities.reviewing.notices import ContractCard
from bot.activities.set_up import use_cases as set_up
from bot.activities.teaching import untaught
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import AWAITING, CheckInState
from bot.domain.classroom import FROM_SETTINGS, Classroom, Person
from bot.domain.contract import RUNNING, Contract, Status
from bot.domain.look_back import newest_values
from bot.messages.briefs import names_of, prepares, told_apart
from bot.messages.tell import show_home, tell


def is_known(uow: UnitOfWork, actor: Actor, *, now: datetime) -> bool:
    return uow.people.first(user=actor.user) is not None


def open_home(uow: UnitOfWork, actor: Actor, me: Person | None, *, now: datetime) -> None:
    """Somebody opened their Home. `me` is what Slack says of them, where they were not known yet."""
    if me is not None:
        learn(uow, actor, me, now=now)
    show_home(uow, actor.user, now)


def greet(uow: UnitOfWork, actor: Actor, me: Person | None, *, now: datetime) -> None:
    """Somebody opened the messages with Accord: say once what one can do here."""
    if me is not None:
        learn(uow, actor, me, now=now)
    tell(uow, actor.user, Help(), now, once=f"greeting:{actor.user}")


def open_set_up(uow: UnitOfWork, actor: Actor, classroom: int, *, now: datetime) -> set_up.SetUpForm:
    """The set-up of a class where the actor teaches; of any class for an admin."""
    found = access.may_set_up(uow, actor, classroom)
    return set_up.open_form(uow, actor, found.channel, None, now=now)


@prepares(Home)
def home_brief(uow: UnitOfWork, notice: Home, reader: str) -> HomeBrief:
    places = access.places_of(uow, reader)
    classrooms = {c.id: c for c in uow.classrooms.all(id=[p.classroom for p in places])}
    learns = [classrooms[p.classroom] for p in places if p.side is Side.STUDENT]
    teaches = [classrooms[p.classroom] for p in places if p.side is Side.TEACHER]
    actor = Actor(uow.workspace, reader)
    return HomeBrief(
        learns=tuple(part for c in learns if (part := _student_part(uow, reader, c)) is not None),
        teaches=tuple(class_part(uow, reader, c) for c in sorted(teaches, key=lambda c: c.archived)),
        admin=_admin_part(uow, reader),
        may_set_up=access.may_teach(uow, actor),
        about_me=bool(learns) and profile.is_written(uow, reader),
    )


def _student_part(uow: UnitOfWork, reader: str, classroom: Classroom) -> StudentPart | None:
    """None for an archived class in which nothing is open."""
    contract = uow.contracts.open_of(reader, classroom.id)
    if contract is None:
        return None if classroom.archived else StudentPart(classroom)
    return StudentPart(
        classroom,
        standing=contract_brief(uow, ContractCard(contract.id), reader),
        values=newest_values(uow.replies.all(contract=contract.id)),
        interview=_draft(uow, contract),
        check_in=_waiting_check_in(uow, contract),
        timezone=planning.zone_of(uow, reader, classroom),
        left_out=_left_out(uow, contract),
        looked_back=uow.assessments.first(contract=contract.id, side=Side.STUDENT) is not None,
    )


def _left_out(uow: UnitOfWork, contract: Contract) -> CheckInState | None:
    if contract.status not in RUNNING:
        return None
    not_ahead = tuple(set(CheckInState) - {CheckInState.PLANNED})
    return planning.left_out(uow.check_ins.newest(contract=contract.id, state=not_ahead))


def _draft(uow: UnitOfWork, contract: Contract) -> int | None:
    if contract.status is not Status.DRAFTING:
        return None
    found = uow.interviews.first(contract=contract.id, state=UNDER_WAY)
    return found.id if found else None


def _waiting_check_in(uow: UnitOfWork, contract: Contract) -> int | None:
    """The newest check-in that was asked for and has no answer."""
    newest = uow.check_ins.newest(contract=contract.id, state=tuple(AWAITING))
    return newest.id if newest else None


def _admin_part(uow: UnitOfWork, reader: str) -> AdminPart | None:
    if not access.is_admin(uow, Actor(uow.workspace, reader)):
        return None
    admins = uow.people.all(user=access.admins_of(uow))
    grants = uow.grants.all()
    named = dict(zip((g.user for g in grants), names_of(uow, [g.user for g in grants]), strict=True))
    by_admins = [(named[g.user], g.user) for g in grants if g.granted_by != FROM_SETTINGS]
    return AdminPart(
        admins=tuple(sorted(told_apart(uow, admins).values())),
        named=tuple(sorted(named.values())),
        to_take_back=tuple(sorted(by_admins)),
        classes=tuple(sorted((c.name, c.id) for c in uow.classrooms.all(archived=False))),
        untaught=tuple((c.name, c.id, len(untaught.waiting_in(uow, c.id))) for c in untaught.classes(uow)),
        care=setting.rule_of(uow),
        outside_learn=access.outside_learn(uow),
    )
