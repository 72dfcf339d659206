"""What delivery needs of others, as protocols. bot/app.py puts the parts together."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

from bot.activities.ports import UnitOfWork
from bot.domain.outbox import Delivery, Late, Message, Verb
from bot.outbox.outcomes import Found, Limited, Outcome, Refused, Unknown

Prepare = Callable[[UnitOfWork, Delivery, datetime], Message | None]
"""Renders from the state of now, which it only reads; None where nothing is left to say."""

Ended = tuple[Delivery, Delivery]
"""How an attempt ended: the row as it was claimed, and what it becomes."""

Report = Callable[[UnitOfWork, Delivery, str, datetime], None]
"""Told of a message that can lastingly not be delivered (uow, delivery, Slack's error, now)."""


Arrived = Callable[[UnitOfWork, Delivery, datetime], None]
"""Told of a message that Slack took (uow, delivery, now), where somebody waits to know."""


class Pace(Protocol):
    """Who may go now; storage asks it while it claims."""

    def resting(self, workspace: str) -> tuple[Collection[Verb], Collection[str]]: ...
    def admits(self, delivery: Delivery) -> bool: ...


class Look(Protocol):
    """What there is to do; storage/queries/sending.py says what each part means."""

    @property
    def workspaces(self) -> Sequence[str]: ...
    @property
    def next_due(self) -> datetime | None: ...
    @property
    def next_lease(self) -> datetime | None: ...


class Sending(Protocol):
    """The outbox of every workspace, in one transaction; storage/queries/sending.py says what each method promises."""

    def in_workspace(self, workspace: str) -> UnitOfWork: ...
    def look(self, now: datetime) -> Look: ...
    def claim(
        self,
        owner: str,
        now: datetime,
        limit: int,
        lease: timedelta,
        pace: Pace,
        workspaces: Sequence[str],
    ) -> list[Delivery]: ...
    def claim_lost(
        self,
        owner: str,
        now: datetime,
        limit: int,
        lease: timedelta,
        *,
        on_their_way: Collection[int] = (),
        settled: timedelta | None = None,
    ) -> list[Delivery]: ...
    def finish(self, ends: Sequence[Ended], owner: str) -> int: ...
    def pause(self, workspace: str, until: datetime) -> None: ...


Sendings = Callable[[], AbstractContextManager[Sending]]
"""Begins a transaction over all workspaces; commits when the block ends, rolls back when it raises."""


class Slack(Protocol):
    """Where messages go. No method raises: whatever happens is an outcome."""

    async def post(self, delivery: Delivery, message: Message) -> Outcome:
        """A message in the conversation of the lane, which carries the delivery's key as metadata."""

    async def ephemeral(self, delivery: Delivery, message: Message) -> Outcome:
        """A message that only the reader sees."""

    async def update(self, delivery: Delivery, message: Message) -> Outcome:
        """New content for the message at the delivery's `channel` and `ts`."""

    async def publish_home(self, delivery: Delivery, message: Message) -> Outcome:
        """The reader's Home."""

    async def find(self, delivery: Delivery) -> Found:
        """Look for a post that may have arrived."""

    async def read(self, workspace: str, late: Late) -> Sequence[str] | Refused | Limited | Unknown:
        """What stands there now of words that are read as late as this."""


def key(delivery: Delivery) -> str:
    """What identifies a delivery in the metadata of its message."""
    return f"{delivery.workspace}-{delivery.id}"
