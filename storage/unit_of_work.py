"""One transaction in one workspace, with a shelf for each kind of value."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.domain.actor import Conflict
from bot.domain.care import CareAlert, CareCleared, CareContact, CareSetting, CareTold
from bot.domain.check_ins import Assessment, CheckIn, Milestone, Reply, Response
from bot.domain.classroom import Admission, Classroom, Feedback, Membership, OutsideRule, Person, TeacherGrant
from bot.domain.disclosure import Disclosure, Policy, Retraction
from bot.domain.drafts import Call, Drafts
from bot.domain.installation import Departure
from bot.domain.interview import Focus, Interview
from bot.domain.outbox import Delivery, Errand
from bot.domain.profile import LearnerProfile
from bot.domain.utterance import AskedBack, Note, Utterance
from storage import statements
from storage.engine import empty_log
from storage.notify import announce
from storage.privacy.past import Past
from storage.privacy.person import Personal
from storage.queries.calls import Calls
from storage.queries.contracts import Contracts
from storage.queries.errands import Kept
from storage.queries.outbox import Outbox
from storage.repository import Reads, Shelf
from storage.statements import run
from storage.tables import classes

T = TypeVar("T")
_incoming = classes.table(classes.IncomingRow)


class UnitOfWork:
    """What a use case reads and writes, and the instant that is now to it, in UTC. It neither begins nor commits:
    whoever runs the use case does, and ends it."""

    def __init__(self, connection: Connection, workspace: str, now: datetime) -> None:
        self._connection = connection
        self.workspace = workspace
        self.now = now
        self._reads = Reads()
        self._at_last: dict[str, Callable[[], None]] = {}

    def _shelf(self, row: type[classes.Row], kind: type[T]) -> Shelf[T]:
        return Shelf(self._connection, classes.table(row), kind, self.workspace, self._reads)

    @cached_property
    def people(self) -> Shelf[Person]:
        return self._shelf(classes.PersonRow, Person)

    @cached_property
    def grants(self) -> Shelf[TeacherGrant]:
        return self._shelf(classes.TeacherGrantRow, TeacherGrant)

    @cached_property
    def classrooms(self) -> Shelf[Classroom]:
        return self._shelf(classes.ClassroomRow, Classroom)

    @cached_property
    def memberships(self) -> Shelf[Membership]:
        return self._shelf(classes.MembershipRow, Membership)

    @cached_property
    def admissions(self) -> Shelf[Admission]:
        return self._shelf(classes.AdmissionRow, Admission)

    @cached_property
    def outside_rules(self) -> Shelf[OutsideRule]:
        return self._shelf(classes.OutsideRuleRow, OutsideRule)

    @cached_property
    def feedback(self) -> Shelf[Feedback]:
        return self._shelf(classes.FeedbackRow, Feedback)

    @cached_property
    def contracts(self) -> Contracts:
        return Contracts(self._connection, self.workspace, self._reads)

    @cached_property
    def interviews(self) -> Shelf[Interview]:
        return self._shelf(classes.InterviewRow, Interview)

    @cached_property
    def focus(self) -> Shelf[Focus]:
        return self._shelf(classes.FocusRow, Focus)

    @cached_property
    def utterances(self) -> Shelf[Utterance]:
        return self._shelf(classes.UtteranceRow, Utterance)

    @cached_property
    def asked_back(self) -> Shelf[AskedBack]:
        return self._shelf(classes.AskedBackRow, AskedBack)

    @cached_property
    def notes(self) -> Shelf[Note]:
        return self._shelf(classes.NoteRow, Note)

    @cached_property
    def check_ins(self) -> Shelf[CheckIn]:
        return self._shelf(classes.CheckInRow, CheckIn)

    @cached_property
    def replies(self) -> Shelf[Reply]:
        return self._shelf(classes.ReplyRow, Reply)

    @cached_property
    def responses(self) -> Shelf[Response]:
        return self._shelf(classes.ResponseRow, Response)

    @cached_property
    def milestones(self) -> Shelf[Milestone]:
        return self._shelf(classes.MilestoneRow, Milestone)

    @cached_property
    def assessments(self) -> Shelf[Assessment]:
        return self._shelf(classes.AssessmentRow, Assessment)

    @cached_property
    def errands(self) -> Shelf[Errand]:
        return Shelf(self._connection, classes.table(classes.ErrandRow), Errand, self.workspace)

    @cached_property
    def kept(self) -> Kept:
        return Kept(self._connection, self.workspace)

    @cached_property
    def drafts(self) -> Shelf[Drafts]:
        return self._shelf(classes.DraftRow, Drafts)

    @cached_property
    def profiles(self) -> Shelf[LearnerProfile]:
        return self._shelf(classes.LearnerProfileRow, LearnerProfile)

    @cached_property
    def calls(self) -> Calls:
        return Calls(self._connection, classes.table(classes.LlmCallRow), Call, self.workspace)

    @cached_property
    def departures(self) -> Shelf[Departure]:
        return self._shelf(classes.DepartureRow, Departure)

    @cached_property
    def policies(self) -> Shelf[Policy]:
        return self._shelf(classes.PrivacyRow, Policy)

    @cached_property
    def disclosures(self) -> Shelf[Disclosure]:
        return self._shelf(classes.DisclosureRow, Disclosure)

    @cached_property
    def retractions(self) -> Shelf[Retraction]:
        return self._shelf(classes.RetractionRow, Retraction)

    @cached_property
    def care_settings(self) -> Shelf[CareSetting]:
        return self._shelf(classes.CareSettingRow, CareSetting)

    @cached_property
    def care_contacts(self) -> Shelf[CareContact]:
        return self._shelf(classes.CareContactRow, CareContact)

    @cached_property
    def care_alerts(self) -> Shelf[CareAlert]:
        return self._shelf(classes.CareAlertRow, CareAlert)

    @cached_property
    def care_told(self) -> Shelf[CareTold]:
        return self._shelf(classes.CareToldRow, CareTold)

    @cached_property
    def care_cleared(self) -> Shelf[CareCleared]:
        return self._shelf(classes.CareClearedRow, CareCleared)

    @cached_property
    def personal(self) -> Personal:
        return Personal(self._connection, self.workspace, self._reads)

    @cached_property
    def past(self) -> Past:
        return Past(self._connection, self.workspace, self._reads)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self._connection, self.workspace)

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
                uow = UnitOfWork(connection, workspace)
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
