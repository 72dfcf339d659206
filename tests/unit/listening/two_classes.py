"""A student in two classes, each with a teacher of its own, and a check-in open in both."""

from dataclasses import replace

from bot.activities.checking_in import planning
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.domain import contract as life
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckIn
from bot.domain.classroom import Classroom, Membership, Person
from bot.domain.contract import Contract, Status
from bot.domain.outbox import DeliveryState
from bot.language.hearing import Kind
from tests.unit.checking_in.steps import at, check_ins, replies
from tests.world import WORKSPACE, World, terms

HISTORIAN = Actor(WORKSPACE, "UHISTORIAN")
PAGES = replace(terms().targets[0], statement="Read 20 pages a week", unit="pages a week")


class TwoClasses:
    """English 11, and History 11 with Mr Stone alone. `now` moves on with each message."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.history = self._history()
        self.english_contract = world.agree()
        self.history_contract = self._agree(self.history)

    def asked(self) -> None:
        """Both check-ins have come."""
        due = max(self.of(c).wake_at or self.world.now for c in (self.english_contract, self.history_contract))
        at(self.world, due)

    def of(self, contract: Contract) -> CheckIn:
        """The newest check-in of a contract that was due."""
        return [c for c in check_ins(self.world, contract) if c.due_at <= self.world.now or c.number == 1][-1]

    def says(self, text: str, *, thread: str = "", after: float = 60, ts: str = "") -> Kind | None:
        """The student types it, so many seconds after what was before."""
        self.world.later(seconds=after)
        stamp = ts or f"{self.world.now.timestamp():.6f}"
        words = DirectMessage("D1", text, stamp, f"said:D1:{stamp}", thread=thread)
        return self.world.do(listening.hear, self.world.student, words, greets=lambda _: False)

    def asks(self) -> str | None:
        """What Accord waits for."""
        with self.world.uow() as uow:
            return listening.asked(uow, self.world.student)

    def value(self, contract: Contract) -> object:
        """The number that was given for the first target at the check-in, or None."""
        found = replies(self.world, self.of(contract).id)
        return found[0].value if found else None

    def words(self, contract: Contract) -> list[str]:
        found = replies(self.world, self.of(contract).id)
        typed = found[0].typed if found else {}
        return ["\n".join(typed[part] for part in parts) for parts in {found[0].parts_of(ts): None for ts in typed}]

    def is_sent(self, notice: str, **args: object) -> str:
        """Let a message to the student have been posted; its ts."""
        said = [d for d in self.world.deliveries() if d.lane == self.world.student.user and d.notice == notice]
        found = next(d for d in reversed(said) if args.items() <= d.args.items())
        with self.world.uow() as uow:
            ts = f"{1000 + found.id}.000100"
            uow.outbox._deliveries.save(replace(found, state=DeliveryState.SENT, channel="D1", ts=ts))
        return ts

    def all_is_sent(self) -> None:
        """Let the student have seen all that was said to them."""
        for said in self.world.deliveries():
            if said.lane == self.world.student.user and said.state is DeliveryState.WAITING:
                self.is_sent(said.notice, **said.args)

    def is_questioned(self) -> None:
        """Let what was agreed in History be a proposal still, about which Mr Stone asks something now."""
        with self.world.uow() as uow:
            stands = uow.contracts.get(self.history_contract.id)
            assert stands is not None
            proposed = replace(stands, status=Status.PROPOSED)
            uow.contracts.save(life.ask(proposed, 1, "why 20?", HISTORIAN.user, self.world.now))

    def _history(self) -> Classroom:
        world = self.world
        with world.uow() as uow:
            made = uow.classrooms.add(replace(world.classroom, id=0, channel="C2", name="History 11"))
            uow.people.add(Person(WORKSPACE, HISTORIAN.user, "Mr Stone"))
            for user, side in ((HISTORIAN.user, Side.TEACHER), (world.student.user, Side.STUDENT)):
                uow.memberships.add(Membership(WORKSPACE, made.id, user, side, world.now))
        return made

    def _agree(self, classroom: Classroom) -> Contract:
        world = self.world
        with world.uow() as uow:
            begun = uow.contracts.add(life.begin(WORKSPACE, classroom.id, world.student.user, world.now))
            sent = uow.contracts.save(life.submit(begun, terms(targets=(PAGES,)), world.student.user, world.now))
            active = life.approve(sent, 1, HISTORIAN.user, world.now)
            return uow.contracts.save(planning.follow(uow, active, classroom))
