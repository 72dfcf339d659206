"""What the use cases need of a database, as protocols. storage/ implements them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol, TypeVar

from bot.domain.care import CareAlert, CareCleared, CareContact, CareSetting, CareTold
from bot.domain.check_ins import Asking, Assessment, CheckIn, DueCheckIn, EndingContract, Milestone, Reply, Response
from bot.domain.classroom import Admission, Classroom, Feedback, Membership, OutsideRule, Person, TeacherGrant
from bot.domain.contract import Contract, Happening, Status, Version
from bot.domain.disclosure import Disclosure, Policy, Retraction
from bot.domain.drafts import Call, Drafts
from bot.domain.installation import Departure
from bot.domain.interview import Focus, Interview
from bot.domain.outbox import Delivery, Errand, Manner
from bot.domain.profile import LearnerProfile
from bot.domain.utterance import AskedBack, Note, Utterance
from bot.language.naming import Finder

T = TypeVar("T")


class Shelf(Protocol[T]):
    """One kind of value in one workspace; storage/repository.py says what each method promises."""

    def add(self, item: T) -> T: ...
    def add_once(self, item: T, *unique: str) -> T | None: ...
    def put(self, item: T, *unique: str) -> T: ...
    def save(self, item: T) -> None: ...
    def remove(self, id: int) -> None: ...
    def get(self, id: int) -> T | None: ...
    def first(self, **equals: Any) -> T | None: ...
    def newest(self, **equals: Any) -> T | None: ...
    def all(self, **equals: Any) -> list[T]: ...


class Calls(Shelf[Call], Protocol):
    def since(self, moment: datetime) -> int:
        """How many there were from then on."""

    def forget(self, before: datetime) -> None:
        """Delete those from before then."""

    def latest(self, limit: int) -> list[Call]:
        """The newest ones, newest first."""


class Contracts(Protocol):
    def add(self, contract: Contract) -> Contract: ...
    def get(self, id: int) -> Contract | None: ...
    def open_of(self, student: str, classroom: int) -> Contract | None: ...
    def open_for(self, student: str) -> list[Contract]: ...
    def of_classroom(self, classroom: int, *statuses: Status) -> list[Contract]: ...
    def of_student(self, student: str) -> list[Contract]: ...
    def save(self, contract: Contract) -> Contract: ...
    def version(self, contract: int, number: int) -> Version | None: ...
    def history(self, contract: int) -> list[Happening]: ...


class Outbox(Protocol):
    def queue(self, delivery: Delivery) -> Delivery | None:
        """Store it; None where `once` says that it was queued before."""

    def get(self, id: int) -> Delivery | None:
        """Anything that was ever queued and is not forgotten."""

    def answer_in(self, manner: Manner) -> None:
        """From here on, what is queued is queued in this manner."""

    def leave_thread(self) -> None:
        """From here on, what is queued for whom the answer is for stands below all messages, in no thread."""

    def posted(self, channel: str, ts: str) -> Delivery | None:
        """What stands in a conversation under this ts, where Accord posted it."""

    def unsay(self, ids: Sequence[int]) -> None:
        """Expire those of these that still wait."""

    def put_off(self, ids: Sequence[int], until: datetime) -> None:
        """Let those of these that still wait leave no sooner than `until`, save what is urgent."""

    def cards(self, subject: str) -> list[Delivery]:
        """The posts that follow a subject, sent or still to be sent."""

    def waiting_refresh(self, card: int) -> bool:
        """Whether a refresh of this card waits already."""

    def waits(self, lane: str) -> bool:
        """Whether anything in this lane waits that nobody has claimed."""

    def has_unread(self, user: str, ts: str) -> bool:
        """Whether anything was still on its way to somebody when they wrote the message with this ts."""

    def reader_in(self, channel: str) -> str | None:
        """Whose direct messages these are, by what was said there of late."""

    def is_waiting(self, once: str) -> bool:
        """Whether what was queued under this waits, and nobody has claimed it."""

    def unused(self, once: str) -> str:
        """This `once`, or another after it where something was queued under it before."""

    def were_lost(self, onces: Sequence[str]) -> bool:
        """Whether something was queued under these, and none of it could be said."""

    def may_leave(self, delivery: Delivery, now: datetime) -> bool:
        """Whether what was queued may be claimed: nothing is before it in its lane, and its workspace does not rest."""

    def claim(self, delivery: Delivery, owner: str, until: datetime) -> Delivery:
        """Claim what may leave; the lease ends at `until`."""

    def withdraw(self, once: str) -> None:
        """Expire what still waits under this `once`."""

    def rest(self, until: datetime) -> None:
        """Let nothing leave before then. An earlier instant ends a rest."""

    def forget_home(self, user: str) -> None:
        """Publish their Home the next time, also where it would show the same as the last time."""

    def expire_waiting(self, before: datetime) -> None:
        """Expire what waits since before then."""


class Kept(Protocol):
    """What people wrote in a rush, to be heard in their turn."""

    @property
    def added(self) -> bool:
        """Whether there is more to be heard than before."""

    def add(self, said: Errand) -> None:
        """Keep it until its turn comes."""

    def waits(self, user: str) -> bool:
        """Whether anything that they wrote waits to be heard, or is being heard."""


class Whom(Protocol):
    """Somebody, with the ids of their rows by table."""

    @property
    def user(self) -> str: ...
    @property
    def ids(self) -> Mapping[str, list[int]]: ...
    @property
    def conversations(self) -> tuple[str, ...]:
        """Their direct messages with the bot."""


class Personal(Protocol):
    """What is held about people in one workspace; storage/privacy/person.py says what each method promises."""

    def whom(self, user: str) -> Whom: ...
    def is_known(self, whom: Any) -> bool: ...
    def rows(self, whom: Any, others: Collection[str], finder: Finder) -> dict[str, list[dict[str, Any]]]: ...
    def acts(self, whom: Any) -> list[dict[str, Any]]: ...
    def sent(self, whom: Any) -> list[tuple[str, str]]: ...
    def on_their_way(self, whom: Any, now: datetime) -> bool: ...
    def erase(self, whom: Any, finder: Finder, pseudonym: str) -> dict[str, int]: ...
    def erase_rows(self, ids: Mapping[str, list[int]]) -> dict[str, int]: ...


class Past(Protocol):
    """What a workspace has kept long enough; storage/privacy/past.py says what each method promises."""

    def find(self, kind: str, before: datetime, most: int) -> list[int]: ...
    def forget(self, kind: str, ids: list[int]) -> dict[str, int]: ...


class UnitOfWork(Protocol):
    """One transaction in one workspace."""

    @property
    def workspace(self) -> str: ...
    @property
    def now(self) -> datetime: ...
    @property
    def people(self) -> Shelf[Person]: ...
    @property
    def grants(self) -> Shelf[TeacherGrant]: ...
    @property
    def classrooms(self) -> Shelf[Classroom]: ...
    @property
    def memberships(self) -> Shelf[Membership]: ...
    @property
    def admissions(self) -> Shelf[Admission]: ...
    @property
    def outside_rules(self) -> Shelf[OutsideRule]: ...
    @property
    def feedback(self) -> Shelf[Feedback]: ...
    @property
    def contracts(self) -> Contracts: ...
    @property
    def interviews(self) -> Shelf[Interview]: ...
    @property
    def focus(self) -> Shelf[Focus]: ...
    @property
    def utterances(self) -> Shelf[Utterance]: ...
    @property
    def asked_back(self) -> Shelf[AskedBack]: ...
    @property
    def notes(self) -> Shelf[Note]: ...
    @property
    def check_ins(self) -> Shelf[CheckIn]: ...
    @property
    def replies(self) -> Shelf[Reply]: ...
    @property
    def responses(self) -> Shelf[Response]: ...
    @property
    def milestones(self) -> Shelf[Milestone]: ...
    @property
    def assessments(self) -> Shelf[Assessment]: ...
    @property
    def errands(self) -> Shelf[Errand]: ...
    @property
    def kept(self) -> Kept: ...
    @property
    def drafts(self) -> Shelf[Drafts]: ...
    @property
    def profiles(self) -> Shelf[LearnerProfile]: ...
    @property
    def calls(self) -> Calls: ...
    @property
    def departures(self) -> Shelf[Departure]: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def policies(self) -> Shelf[Policy]: ...
    @property
    def disclosures(self) -> Shelf[Disclosure]: ...
    @property
    def retractions(self) -> Shelf[Retraction]: ...
    @property
    def care_settings(self) -> Shelf[CareSetting]: ...
    @property
    def care_contacts(self) -> Shelf[CareContact]: ...
    @property
    def care_alerts(self) -> Shelf[CareAlert]: ...
    @property
    def care_told(self) -> Shelf[CareTold]: ...
    @property
    def care_cleared(self) -> Shelf[CareCleared]: ...
    @property
    def personal(self) -> Personal: ...
    @property
    def past(self) -> Past: ...

    @property
    def queued(self) -> Sequence[Delivery]:
        """What was queued in the outbox, oldest first."""

    @property
    def has_errands(self) -> bool:
        """Whether somebody turned to the errands."""

    def at_last(self, name: str, do: Callable[[], None]) -> None:
        """Do it once, under this name, when all else of the transaction is done; not where that fails."""

    def end(self) -> None:
        """Do now what waits for the end."""

    def first_time(self, incoming: str) -> bool:
        """Record the id of what came in; False where it was recorded before."""


class Agenda(Protocol):
    """What is due, over all workspaces, within one transaction: for the scheduler's jobs alone."""

    def in_workspace(self, workspace: str, now: datetime) -> UnitOfWork:
        """A unit of work in the same transaction."""

    def due_check_ins(self, now: datetime, limit: int) -> Sequence[DueCheckIn]:
        """Due rows, longest due first, claimed until the transaction ends; replicas skip each other's."""

    def classrooms(self, ids: Collection[int]) -> Mapping[int, Classroom]: ...

    def wake_again(self, check_ins: Sequence[int], at: datetime) -> None:
        """Let claimed rows be due again at `at`; nothing else about them changes."""

    def ask(
        self,
        check_ins: Sequence[int],
        asking: Asking,
        now: datetime,
        wake_at: datetime,
        *,
        until: datetime | None = None,
        moments: Mapping[int, datetime] | None = None,
    ) -> None:
        """Move claimed rows on, queue what their students are asked, and let what they type be about it.

        `moments` says when each leaves, now unless it is said; `until` when it is too late to, `wake_at` unless so.
        """

    def asked_until(self, workspaces: Collection[str]) -> Mapping[str, datetime]:
        """How far ahead prompts are laid out in these workspaces, where any are; nobody else lays out more there
        until the transaction ends."""

    def ask_until(self, reach: Mapping[str, datetime], now: datetime) -> None:
        """Say how far they are laid out now."""

    def ending_contracts(self, now: datetime, limit: int, after: int = 0) -> Sequence[EndingContract]:
        """Running contracts whose end has come, in the order of their ids, from the first above `after`."""

    def due_alerts(self, now: datetime, limit: int) -> Sequence[tuple[str, int]]:
        """(workspace, alert) of those whose next contact is to be told, longest due first."""

    def workspaces(self) -> Sequence[str]:
        """Every workspace of which anything is held that can be past its time."""


Agendas = Callable[[], AbstractContextManager[Agenda]]
"""Begins a transaction over all workspaces; commits when the block ends, rolls back when it raises."""
