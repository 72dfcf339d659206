"""Who may have the numbers of the school: an admin names them, and they ask for them on their Home."""

from bot.activities import access
from bot.activities.admitting.use_cases import learn
from bot.activities.report.messages import (
    ReportReaderNamed,
    ReportReaderUnnamed,
    SchoolFigures,
    SchoolReport,
    SchoolSigns,
)
from bot.activities.report.use_cases import has_signs, report
from bot.activities.teaching import use_cases as teaching
from bot.domain.actor import Actor, Refusal
from bot.domain.classroom import Person
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.school_report import ReportReader
from bot.messages.tell import show_home, tell
from storage.unit_of_work import UnitOfWork


def name_reader(uow: UnitOfWork, actor: Actor, user: str, me: Person | None, chosen: Person | None = None) -> None:
    """An admin names somebody, or themselves. `me` is the admin and `chosen` whom they name, as Slack says now."""
    if me is not None:
        learn(uow, actor, me)
    access.admin(uow, actor)
    teaching.check(uow, actor, [user], {user: chosen})
    if access.learns_in(uow, user):
        raise Refusal("report-reader-learns")
    if uow.report_readers.add_once(ReportReader(uow.workspace, user, actor.user, uow.now)) is not None:
        tell(uow, user, ReportReaderNamed(actor.user))
        show_home(uow, user)
    show_home(uow, actor.user)


def take_back_reader(uow: UnitOfWork, actor: Actor, user: str, me: Person | None) -> None:
    """What was given them is theirs; they get nothing more."""
    if me is not None:
        learn(uow, actor, me)
    access.admin(uow, actor)
    reader = uow.report_readers.of(user)
    if reader is not None:
        uow.report_readers.remove(reader.id)
        tell(uow, user, ReportReaderUnnamed(actor.user))
        show_home(uow, user)
    show_home(uow, actor.user)


def ask(uow: UnitOfWork, actor: Actor) -> None:
    """A reader wants them. They are worked out in an errand: of a large school that takes longer than a press may."""
    access.report_reader(uow, actor)
    uow.errands.add(Errand(uow.workspace, ErrandKind.GIVE_REPORT, {"user": actor.user}, uow.now))


def give(uow: UnitOfWork, actor: Actor, user: str) -> None:
    """To whoever asked, where they may still have them: what the teachers saw a week ago; and what waits, and why."""
    access.accord_itself(actor)
    if not access.may_read_report(uow, user):
        return
    found = report(uow, actor, user)
    tell(uow, user, SchoolReport(user, ", ".join(found.few)))
    if found.terms:
        tell(uow, user, SchoolFigures(user))
    if has_signs(uow, found.terms):
        tell(uow, user, SchoolSigns(user))
