"""How long the message about all check-ins of a class takes to be read and rendered, and how many blocks it has; beside
as many messages of one student each, which it takes the place of."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bot.activities.checking_in.class_messages import ClassCheckIns
from bot.activities.checking_in.messages import ReplyShared
from bot.domain import check_ins
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import Reply
from bot.domain.classroom import Membership, Person
from bot.domain.outbox import Delivery, Message, Verb
from bot.messages.presenting import present
from bot.messages.registry import Notice
from sandbox.blocks.check import check_message_blocks
from storage.engine import open_engine
from storage.migrate import migrate
from storage.unit_of_work import UnitOfWork
from tests.bench.report import Measurement, line, middle
from tests.world import WORKSPACE, World

SIZES = (35, 300)
BLOCKS_MOST = 50.0
"""Of a message; https://docs.slack.dev/reference/block-kit/blocks"""
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
            engine.dispose()


def _answered(world: World, size: int) -> tuple[World, Sequence[int]]:
    """A class in which all but a few have answered; the ids of those check-ins."""
    actors = [Actor(WORKSPACE, f"US{number:03}") for number in range(size)]
    with world.uow() as uow:
        for number, actor in enumerate(actors):
            uow.people.add(Person(WORKSPACE, actor.user, f"Kim No{number:03}"))
            uow.memberships.add(Membership(WORKSPACE, world.classroom.id, actor.user, Side.STUDENT, world.now))
    contracts = [world.agree(actor) for actor in actors]
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
