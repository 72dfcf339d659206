"""How long the message about all check-ins of a class takes to be read and rendered, and how many blocks it has; beside
as many messages of one student each, which it takes the place of. The same of the pages behind [Show all]; and how
often the message is changed while the class answers, one student a second.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.activities.checking_in import answering, class_reads
from bot.activities.checking_in.class_messages import IN_LIST, ClassCheckIns, class_list
from bot.activities.checking_in.messages import ReplyShared
from bot.domain import check_ins
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import Reply
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract
from bot.domain.outbox import Delivery, DeliveryState, Message, Verb
from bot.messages.presenting import present
from bot.messages.registry import Notice
from bot.messages.tell import AT_MOST_EVERY
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import UnitOfWork
from tests.bench.report import Measurement, line, middle
from tests.unit.checking_in.steps import at
from tests.world import WORKSPACE, World

SIZES = (35, 300)
BLOCKS_MOST = 50.0
"""Of a message; https://docs.slack.dev/reference/block-kit/blocks"""
LETTERS_MOST = 30_000.0
"""Of its JSON. Ours: Slack refuses a message of large blocks (msg_blocks_too_long), and publishes no size."""
VIEW_BLOCKS_MOST = 100.0
PAGE_MOST_MS = 300.0
"""A view has three seconds; so the rest has time."""
ROUNDS = 5
WORDS = "Reading it aloud helped, and I marked what begins alike. " * 6


def measure() -> Iterator[Measurement]:
    for size in SIZES:
        with TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
            migrate(engine)
            world, answered = _answered(World(engine), size)
            card = ClassCheckIns(world.classroom.id, "2027-01-11")
            each = [ReplyShared(check_in) for check_in in answered]
            whole = middle([_milliseconds(world, [card]) for _ in range(ROUNDS)])
            alone = middle([_milliseconds(world, each) for _ in range(ROUNDS)])
            yield line(f"the check-ins of {size} students in one message, against one for each", whole, "ms", alone)
            with world.uow() as uow:
                made = _message(uow, card)
            assert check_message_blocks(list(made.blocks)) == []
            yield line(f"blocks for {size} students, against the most", len(made.blocks), "blocks", BLOCKS_MOST)
            letters = len(json.dumps(made.blocks, ensure_ascii=False))
            yield line(f"letters of that message for {size} students, against the most", letters, "", LETTERS_MOST)
            yield from _pages(world, size, len(answered))
            engine.dispose()
        yield _changes(size)


def _pages(world: World, size: int, answered: int) -> Iterator[Measurement]:
    times, blocks = [], []
    for first in range(0, answered, IN_LIST):
        began = perf_counter()
        page = world.do(class_reads.open_list, world.teacher, world.classroom.id, 20270111, first)
        view = class_list(words_for("en"), page)
        times.append((perf_counter() - began) * 1000)
        assert check_view(view) == []
        blocks.append(len(view["blocks"]))
    yield line(f"a page of all {size} check-ins, the median, against the most", middle(times), "ms", PAGE_MOST_MS)
    yield line(f"blocks of a page of all {size}, against the most of a view", max(blocks), "blocks", VIEW_BLOCKS_MOST)


def _changes(size: int) -> Measurement:
    """Each answer is heard and what it calls for is sent before the next one. Counted is what was sent, by the moments
    that it was to wait for: the clock of this machine has no say."""
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
        migrate(engine)
        world = World(engine)
        contracts = _contracts(world, size)
        at(world, world.now + timedelta(minutes=45))
        began = world.now
        for contract in contracts:
            with world.uow() as uow:
                (planned,) = uow.check_ins.of_contract(contract.id)
            student = Actor(WORKSPACE, contract.student)
            world.do(answering.hear, student, planned.id, "5", f"{planned.id}.000100")
            _send(world)
            world.now += timedelta(seconds=1)
        changed = [d for d in world.deliveries() if d.verb is Verb.REFRESH and d.not_before <= world.now]
        changed = [d for d in changed if d.notice == ClassCheckIns.kind]
        assert all(b.not_before - a.not_before >= AT_MOST_EVERY for a, b in pairwise(changed))
        most = (world.now - began) / AT_MOST_EVERY
        engine.dispose()
    return line(f"changes of it while {size} answer in {size} s, against one in 10 s", len(changed), "changes", most)


def _send(world: World) -> None:
    """All that need not wait any longer has been sent."""
    waiting = [d for d in world.deliveries() if d.state is DeliveryState.WAITING and d.not_before <= world.now]
    with world.uow() as uow:
        for one in waiting:
            uow.outbox._deliveries.save(replace(one, state=DeliveryState.SENT, channel="D1", ts=f"{one.id}.000100"))


def _contracts(world: World, size: int) -> list[Contract]:
    """So many students more in the class, each with one that runs."""
    actors = [Actor(WORKSPACE, f"US{number:03}") for number in range(size)]
    with world.uow() as uow:
        for number, actor in enumerate(actors):
            uow.people.add(Person(WORKSPACE, actor.user, f"Kim No{number:03}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
    return [world.agree(actor) for actor in actors]


def _answered(world: World, size: int) -> tuple[World, Sequence[int]]:
    """A class in which all but a few have answered; the ids of those check-ins."""
    contracts = _contracts(world, size)
    world.now += timedelta(hours=1)
    found = []
    with world.uow() as uow:
        for contract in contracts[: size - size // 10]:
            (planned,) = uow.check_ins.of_contract(contract.id)
            uow.check_ins.save(check_ins.answered(planned, world.now))
            said = Reply(WORKSPACE, planned.id, contract.id, 0, Decimal(5), world.now, typed={"1.1": WORDS})
            uow.replies.add(said)
            found.append(planned.id)
    return world, found


def _milliseconds(world: World, notices: Sequence[Notice]) -> float:
    def all_at_once(uow: UnitOfWork) -> None:
        for notice in notices:
            _message(uow, notice)

    return _timed(world, all_at_once)


def _timed(world: World, work: Callable[[UnitOfWork], None]) -> float:
    with world.uow() as uow:
        began = perf_counter()
        work(uow)
        return (perf_counter() - began) * 1000


def _message(uow: UnitOfWork, notice: Notice) -> Message:
    user = "UTEACHER"
    made = present(uow, Delivery(WORKSPACE, user, Verb.POST, notice.kind, notice.args(), user, uow.now, uow.now))
    assert made is not None
    return made
