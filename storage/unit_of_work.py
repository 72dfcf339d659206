"""One transaction in one workspace, with a repository for each kind of value."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.domain.actor import Conflict
from bot.domain.outbox import Delivery
from storage import statements
from storage.engine import empty_log
from storage.file_store import FileStore, limit_of, store_of
from storage.notify import announce
from storage.privacy.past import Past
from storage.privacy.person import Personal
from storage.queries import places
from storage.queries.absences import Absences
from storage.queries.calibration import Calibrations, Raters, ShownPieces
from storage.queries.charts import Charts
from storage.queries.check_ins import Assessments, CheckIns, Milestones, Replies, Responses
from storage.queries.conferences import Conferences
from storage.queries.contracts import Contracts
from storage.queries.dates import CalendarAddresses
from storage.queries.desk import DeskQueries
from storage.queries.digests import Digests
from storage.queries.errands import KeptErrands
from storage.queries.evidence import Looks, Pieces
from storage.queries.guardians import FamilyNotes
from storage.queries.inventory import Inventories, InventoryAnswers
from storage.queries.lessons import LessonAnswers, Lessons
from storage.queries.mentoring import Mentorings
from storage.queries.oneself import SelfContractRows
from storage.queries.outbox import Outbox
from storage.queries.peers import Halfways, PeerLooks
from storage.queries.people import (
    Admissions,
    Classrooms,
    DaysOffOfClasses,
    Memberships,
    OutsideRules,
    People,
    Profiles,
    SchoolCalendars,
    TeacherGrants,
)
from storage.queries.phrases import Phrases
from storage.queries.promises import Promises
from storage.queries.records import (
    Calls,
    CareAlerts,
    CareCleareds,
    CareContacts,
    CareSettings,
    CareTolds,
    Departures,
    Disclosures,
    Policies,
    Retractions,
)
from storage.queries.reporting import ReportReaders
from storage.queries.rosters import Rosters
from storage.queries.standards import Activities, BroughtFiles, Catalogue, Rubrics, SchoolTemplates, Standards
from storage.queries.surveys import SurveyAnswers, Surveys
from storage.queries.talk import (
    DraftedTargets,
    Feedbacks,
    Focuses,
    Interviews,
    Notes,
    Questions,
    QueuedErrands,
    Utterances,
)
from storage.queries.talks import Talks
from storage.repository import Reads, Repository
from storage.statements import run
from storage.subscribing import Subscribing, subscribing_of
from storage.tables import classes

M = TypeVar("M", bound=Repository[Any])
_incoming = classes.table(classes.IncomingRow)


class _Made(Generic[M]):
    """A repository of a unit of work, made when it is first asked for."""

    def __init__(self, kind: type[M]) -> None:
        self._kind = kind

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    def __get__(self, uow: "UnitOfWork", _owner: type) -> M:
        made = uow.__dict__[self._name] = self._kind(uow._connection, uow.workspace, uow._reads)
        return made


class UnitOfWork:
    """What a use case reads and writes, and the instant that is now to it, in UTC. It neither begins nor commits:
    whoever runs the use case does, and ends it."""

    people = _Made(People)
    grants = _Made(TeacherGrants)
    report_readers = _Made(ReportReaders)
    classrooms = _Made(Classrooms)
    days_off = _Made(DaysOffOfClasses)
    school_calendars = _Made(SchoolCalendars)
    memberships = _Made(Memberships)
    admissions = _Made(Admissions)
    outside_rules = _Made(OutsideRules)
    feedback = _Made(Feedbacks)
    interviews = _Made(Interviews)
    focus = _Made(Focuses)
    utterances = _Made(Utterances)
    asked_back = _Made(Questions)
    notes = _Made(Notes)
    absences = _Made(Absences)
    talks = _Made(Talks)
    conferences = _Made(Conferences)
    calibrations = _Made(Calibrations)
    shown_pieces = _Made(ShownPieces)
    raters = _Made(Raters)
    family_notes = _Made(FamilyNotes)
    calendar_addresses = _Made(CalendarAddresses)
    digests = _Made(Digests)
    promises = _Made(Promises)
    phrases = _Made(Phrases)
    standards = _Made(Standards)
    rubrics = _Made(Rubrics)
    menu = _Made(Activities)
    templates = _Made(SchoolTemplates)
    brought = _Made(BroughtFiles)
    self_contracts = _Made(SelfContractRows)
    inventories = _Made(Inventories)
    inventory_answers = _Made(InventoryAnswers)
    lessons = _Made(Lessons)
    lesson_answers = _Made(LessonAnswers)
    surveys = _Made(Surveys)
    survey_answers = _Made(SurveyAnswers)
    pieces = _Made(Pieces)
    rosters = _Made(Rosters)
    looks = _Made(Looks)
    check_ins = _Made(CheckIns)
    replies = _Made(Replies)
    responses = _Made(Responses)
    milestones = _Made(Milestones)
    assessments = _Made(Assessments)
    halfways = _Made(Halfways)
    peer_looks = _Made(PeerLooks)
    mentorings = _Made(Mentorings)
    errands = _Made(QueuedErrands)
    drafts = _Made(DraftedTargets)
    profiles = _Made(Profiles)
    calls = _Made(Calls)
    departures = _Made(Departures)
    policies = _Made(Policies)
    disclosures = _Made(Disclosures)
    retractions = _Made(Retractions)
    care_settings = _Made(CareSettings)
    care_contacts = _Made(CareContacts)
    care_alerts = _Made(CareAlerts)
    care_told = _Made(CareTolds)
    care_cleared = _Made(CareCleareds)

    def __init__(self, connection: Connection, workspace: str, now: datetime) -> None:
        self._connection = connection
        self.workspace = workspace
        self.now = now
        self._reads = Reads()
        self._at_last: dict[str, Callable[[], None]] = {}

    @cached_property
    def contracts(self) -> Contracts:
        return Contracts(self._connection, self.workspace, self._reads)

    @cached_property
    def catalogue(self) -> Catalogue:
        return Catalogue(self._connection, self.workspace)

    @cached_property
    def desk(self) -> DeskQueries:
        return DeskQueries(self._connection, self.workspace)

    @cached_property
    def kept(self) -> KeptErrands:
        return KeptErrands(self._connection, self.workspace)

    @cached_property
    def personal(self) -> Personal:
        return Personal(self._connection, self.workspace, self._reads)

    @cached_property
    def past(self) -> Past:
        return Past(self._connection, self.workspace, self._reads)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._connection, self.workspace)

    @cached_property
    def charts(self) -> Charts:
        return Charts(self._connection, self.workspace)

    def meet_places(self, user: str) -> None:
        """Read at once where somebody is and those classes, which are asked for next."""
        places.meet(self._connection, self.workspace, self._reads, user)

    @property
    def files(self) -> FileStore:
        """Where the files of students lie. It knows nothing of transactions: what is done there is done."""
        return store_of(self._connection.engine)

    @property
    def file_mb(self) -> int:
        """How large a file may be where no class says less."""
        return limit_of(self._connection.engine)

    @property
    def subscribing(self) -> Subscribing | None:
        """Where calendars can fetch people's dates; None where nothing of ours can be reached."""
        return subscribing_of(self._connection.engine)

    @property
    def queued(self) -> Sequence[Delivery]:
        """What was queued in the outbox, oldest first."""
        return self.outbox.queued if "outbox" in self.__dict__ else ()

    @property
    def has_errands(self) -> bool:
        """Whether somebody turned to the errands: there is one to be done, most likely."""
        return "errands" in self.__dict__

    @property
    def erased(self) -> bool:
        """Whether anything was erased, of a person or for its age."""
        of_a_person = "personal" in self.__dict__ and self.personal.erased
        return of_a_person or ("past" in self.__dict__ and self.past.erased)

    def at_last(self, name: str, do: Callable[[], None]) -> None:
        """Do it once, under this name, when all else of the transaction is done; not where that fails."""
        self._at_last.setdefault(name, do)

    def end(self) -> None:
        """Do now what waits for the end."""
        while self._at_last:
            self._at_last.pop(next(iter(self._at_last)))()
        if "outbox" in self.__dict__:
            self.outbox.end()

    def first_time(self, incoming: str) -> bool:
        """Record the id of what came in; False where it was recorded before."""
        row = {"workspace": self.workspace, "key": incoming, "received_at": self.now}
        adding = statements.adding_once(_incoming, self._connection.dialect.name, ("workspace", "key"))
        return bool(run(self._connection, adding, row).rows)


LOST_A_RACE = frozenset({"23505", "40001", "40P01"})
"""PostgreSQL's codes: unique violation, serialization failure, deadlock."""


class Transactions:
    """`begin(workspace, now)` for the use cases, `connection()` for what works over all workspaces."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def begin(self, workspace: str, now: datetime) -> Iterator[UnitOfWork]:
        """A unit of work: committed when the block ends, rolled back when it raises. What it leaves wakes the others,
        and what it has erased leaves the disk.

        Raises Conflict where somebody else was faster and the database saw it before we did.
        """
        try:
            with self._engine.begin() as connection:
                uow = UnitOfWork(connection, workspace, now)
                yield uow
                uow.end()
                announce(connection, outbox=bool(uow.queued), errands=uow.has_errands)
        except DBAPIError as error:
            if _lost_a_race(error):
                raise Conflict(type(error).__name__) from error
            raise
        if uow.erased:
            empty_log(self._engine)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        with self._engine.begin() as connection:
            yield connection


def _lost_a_race(error: DBAPIError) -> bool:
    code = getattr(error.orig, "sqlstate", None)
    return code in LOST_A_RACE or getattr(error.orig, "sqlite_errorname", "") == "SQLITE_CONSTRAINT_UNIQUE"
