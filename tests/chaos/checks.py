"""What has to hold when all is quiet again, read from the workspace's conversations and from the database."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row, select

from bot.domain.check_ins import AWAITING, LIVE, CheckInState
from bot.domain.outbox import DeliveryState, Verb
from sandbox.state import Post
from sandbox.workspace import LocalWorkspace
from storage.tables.classes import CheckInRow, ContractRow, OutboxRow, ReplyRow, ResponseRow, table
from tests.chaos.book import Book
from tests.chaos.people import ASKS, LOG, about, button_value, kind_of
from tests.chaos.stores import Store

ASKED = {state.value for state in (*AWAITING, CheckInState.ANSWERED)}


class Findings:
    """The state of everything after a campaign; each check yields what is wrong."""

    def __init__(self, ws: LocalWorkspace, store: Store, book: Book) -> None:
        self._ws = ws
        self._book = book
        with store.reading.connect() as connection:
            read = {row: connection.execute(select(table(row))).all() for row in _READ}
        self.outbox, self.check_ins, self.contracts, self.replies, self.responses = (read[row] for row in _READ)
        self.posts = [p for place in ws.core.state.conversations.values() for p in place.posts if p.by_bot]
        self._by_mark: dict[str, list[Post]] = {}
        for post in self.posts:
            self._by_mark.setdefault(about(post).get("delivery", ""), []).append(post)

    def violations(self) -> list[str]:
        checks = (self._ended, self._arrived_once, self._asked_once, self._heard, self._taken, self._one_ahead)
        return [wrong for check in checks for wrong in check()]

    def _ended(self) -> Iterator[str]:
        """Every row of the outbox was sent, or has a reason."""
        for row in self.outbox:
            if row.state in (DeliveryState.WAITING, DeliveryState.CLAIMED):
                yield f"delivery {row.id} ({row.notice}) is still {row.state}"
            elif row.state != DeliveryState.SENT and not row.error:
                yield f"delivery {row.id} ({row.notice}) is {row.state} for no reason"

    def _arrived_once(self) -> Iterator[str]:
        """A message that was sent stands once in its conversation, and no other does."""
        expected = {f"{row.workspace}-{row.id}": row for row in self.outbox if row.verb == Verb.POST}
        for mark, row in expected.items():
            posts = self._by_mark.get(mark, [])
            sent = row.state == DeliveryState.SENT
            if len(posts) != sent:
                yield f"delivery {row.id} ({row.notice}, {row.state}, {row.error}) arrived {len(posts)} times"
            elif sent and posts[0].ts != row.ts:
                yield f"delivery {row.id} ({row.notice}) has the ts of another message"
        for mark in self._by_mark.keys() - expected.keys():
            yield f"a message with the mark {mark!r} was never queued"

    def _asked_once(self) -> Iterator[str]:
        """Each question about a check-in was asked once, by what the messages themselves carry."""
        asked = Counter((kind_of(p), button_value(p, LOG)) for p in self.posts if kind_of(p) in ASKS)
        for (kind, check_in), times in asked.items():
            if check_in is not None and times > 1:
                yield f"{kind} of check-in {check_in} was asked {times} times"
        queued = Counter(row.once for row in self.outbox if row.once)
        for row in self.check_ins:
            if row.state in ASKED and queued[f"check-in:{row.id}:prompt"] != 1:
                yield f"check-in {row.id} is {row.state} without a prompt"

    def _heard(self) -> Iterator[str]:
        """What a student typed is stored once, as it was typed."""
        stored = Counter((ts, text) for row in self.replies for ts, text in row.typed.items())
        for typed in self._book.typed:
            times = stored[typed.ts, typed.text]
            if times > 1 or (typed.heard and times == 0):
                yield f"{typed} is stored {times} times"

    def _taken(self) -> Iterator[str]:
        """A form that was taken is stored once, where it belongs."""
        replies = Counter((row.check_in, row.worked) for row in self.replies if row.worked)
        responses = Counter((row.check_in, row.text) for row in self.responses)
        for sent, stored in (
            *((s, replies) for s in self._book.replies),
            *((s, responses) for s in self._book.responses),
        ):
            times = stored[sent.check_in, sent.text]
            if times > 1 or (sent.taken and times == 0):
                yield f"{sent} is stored {times} times"

    def _one_ahead(self) -> Iterator[str]:
        """Each running contract has one check-in ahead, or one that is being asked."""
        live = Counter(row.contract for row in self.check_ins if row.state in {state.value for state in LIVE})
        missed = {row.contract for row in self.check_ins if row.state == CheckInState.MISSED}
        for row in self.contracts:
            if live[row.id] != 1 and row.id not in missed:
                yield f"contract {row.id} has {live[row.id]} check-ins ahead"


_READ = (OutboxRow, CheckInRow, ContractRow, ReplyRow, ResponseRow)
Rows = Mapping[Any, list[Row[Any]]]
