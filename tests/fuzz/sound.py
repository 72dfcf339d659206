"""What has to hold in the database and in the messages, whatever came in."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from bot.domain.outbox import Delivery, Message, Verb
from bot.messages.presenting import present
from sandbox.blocks.check import check_message_blocks, check_view
from simulation.evidence import ACTIVE, Evidence
from simulation.properties import agreeing, answering, asking
from storage.queries.outbox import Deliveries
from storage.tables.classes import OutboxRow, table
from tests.fuzz.entrance import Entrance

PROPERTIES = (
    agreeing.active_means_both_signed,
    agreeing.history_is_only_added_to,
    agreeing.the_student_has_a_part,
    agreeing.rows_stay_in_their_workspace,
    answering.an_answer_is_stored_once,
    asking.one_check_in_lies_ahead,
)
EACH_KIND = 60
"""So many messages of each kind are rendered: what waits in an outbox nobody sends from is a lot."""


def broken(entrance: Entrance) -> list[str]:
    """What is wrong after all that came in."""
    return [*_rows(entrance), *_messages(entrance)]


def _rows(entrance: Entrance) -> Iterator[str]:
    with sqlite3.connect(entrance.path) as database:
        evidence = Evidence([], database)
        for holds in PROPERTIES:
            yield from holds(evidence)
        yield from _strangers(evidence)
        for (problem,) in database.execute("PRAGMA foreign_key_check"):
            yield f"a row of {problem} belongs to nothing"


def _strangers(evidence: Evidence) -> Iterator[str]:
    """Who acted and never was in the class. A bent set-up may have made a teacher a student since."""
    places = {(m["classroom"], m["user"]) for m in evidence.rows("membership")}
    contracts = evidence.by_id("contract")
    for happened in evidence.rows("history"):
        if happened["user"] and (contracts[happened["contract"]]["classroom"], happened["user"]) not in places:
            yield f"{happened['action']} by {happened['user']}, who was never in the class"
    for given in evidence.rows("feedback"):
        if not {(given["classroom"], given["teacher"]), (given["classroom"], given["student"])} <= places:
            yield f"feedback {given['id']} by or for somebody who was never in the class"


def _messages(entrance: Entrance) -> Iterator[str]:
    """Whatever waits to be said can be rendered, is what Slack takes, and makes nothing of what was typed."""
    outbox = table(OutboxRow)
    with entrance.engine.begin() as connection:
        workspaces = connection.execute(select(outbox.c.workspace).distinct()).scalars().all()
        waiting = {w: Deliveries(connection, w).all() for w in workspaces}
    seen: dict[str, int] = {}
    for workspace, deliveries in waiting.items():
        with entrance.transactions.begin(workspace, entrance.now) as uow:
            for delivery in reversed(deliveries):
                seen[delivery.notice] = seen.get(delivery.notice, 0) + 1
                if delivery.verb is not Verb.REFRESH and seen[delivery.notice] <= EACH_KIND:
                    message = present(uow, delivery)
                    yield from () if message is None else _refused(delivery, message)


def _refused(delivery: Delivery, message: Message) -> Iterator[str]:
    blocks: list[Any] = list(message.blocks)
    home = {"type": "home", "blocks": blocks}
    for refused in check_view(home) if delivery.verb is Verb.HOME else check_message_blocks(blocks):
        yield f"{delivery.notice}: {refused}"
    if ACTIVE.search(message.text):
        yield f"{delivery.notice}: the text of a message mentions or links"
