"""A term of 35 students with one teacher, ten weeks long, played by the use cases on a clock that the bench moves; a
generator with a fixed seed says who does what. Counted is what a teacher has of it: messages in her busiest week
besides one card for each proposal, what waits further than one press from Home, and what waits for longer than five
school days without that anybody was reminded. Nothing is timed.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.activities.changing import use_cases as changing
from bot.activities.checking_in import answering, responding
from bot.activities.digest import use_cases as digest
from bot.activities.digest.messages import TeacherDigest
from bot.activities.evidence import giving
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.forms import GivenEvidence
from bot.activities.exchanging import stuck
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.feedback import quick
from bot.activities.hearing import listening
from bot.activities.hearing.listening import DirectMessage
from bot.activities.home.desk_messages import IN_LIST, LINES_MOST
from bot.activities.home.desk_reads import desk_of
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.reviewing.messages import ProposalCard
from bot.activities.talking import use_cases as talking
from bot.activities.waiting import use_cases as waiting
from bot.activities.waiting.messages import WaitsForYou
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import ASKED
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract, Status
from bot.domain.desk import DeskCheckIn, Waiting, Want
from bot.domain.evidence import NOTHING_HANDED
from bot.domain.outbox import Delivery, DeliveryState, Verb
from bot.domain.waiting import school_days
from bot.language.terms_typed import Filled
from bot.messages.presenting import present
from storage.engine import open_engine
from storage.migrate import migrate
from storage.queries.due import Agenda
from tests.bench.report import Measurement, line
from tests.unit.checking_in.steps import tick
from tests.world import WORKSPACE, World

SEEDS = (1, 2)
STUDENTS = 35
WEEKS = 11
MESSAGES_MOST = 8.0
"""A week, to one teacher, besides a card for each proposal."""
DAYS_MOST = 5
"""School days."""
DESK_HOURS = {0: 14, 3: 6}
"""On which weekdays the teacher sits down, and how many things she does then; the rest waits."""
REMINDERS = frozenset({WaitsForYou.kind, TeacherDigest.kind})


def measure() -> Iterator[Measurement]:
    for seed in SEEDS:
        with TemporaryDirectory() as folder:
            engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
            migrate(engine)
            term = Term(World(engine), seed)
            term.play()
            engine.dispose()
        of = f"in the term of {STUDENTS} students with seed {seed}"
        yield line(f"messages in a teacher's busiest week {of}, against the most", term.busiest, "", MESSAGES_MOST)
        yield line(f"messages a week {of}, on average, against the most", term.usual, "", MESSAGES_MOST)
        yield line(f"things that waited further than one press from Home {of}, against one", term.far, "", 1.0)
        yield line(
            f"things that waited unremembered for over {DAYS_MOST} school days {of}, against one",
            len(term.forgotten),
            "",
            1.0,
        )


class Term:
    """`sent` counts messages to the teacher by week and kind."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.rng = random.Random(seed)
        self.sent: Counter[tuple[int, str]] = Counter()
        self.reminded: list[tuple[str, datetime, int]] = []
        """(to whom, when, about which contract; 0 for all)."""
        self.far = 0
        self.forgotten: set[tuple[Any, ...]] = set()
        self._numbers = 0
        self._began = world.now
        self.students = [Actor(WORKSPACE, f"US{number:02}") for number in range(STUDENTS)]
        self.begins = {one.user: self.rng.randrange(0, 10) for one in self.students}
        """On which school day they send their proposal."""
        self.diligence = {one.user: self.rng.choice((0.95, 0.95, 0.9, 0.8, 0.5)) for one in self.students}

    @property
    def busiest(self) -> int:
        return max(self.in_week(week) for week in range(WEEKS))

    @property
    def usual(self) -> float:
        return sum(self.in_week(week) for week in range(WEEKS)) / WEEKS

    def in_week(self, week: int) -> int:
        return sum(count for (its, kind), count in self.sent.items() if its == week and kind != ProposalCard.kind)

    # The days.

    def play(self) -> None:
        self._class()
        for number in range(WEEKS * 7):
            day = self._began.date() + timedelta(days=number)
            self._passes(day, time(8, 46), time(10), time(12))
            if day.weekday() < 5:
                self._students_write(day)
            self._passes(day, time(16))
            if day.weekday() in DESK_HOURS:
                self._passes(day, time(19))
                self._teacher_sits_down(DESK_HOURS[day.weekday()])
            self._passes(day, time(19, 30))
            self._look(day)

    def _class(self) -> None:
        with self.world.uow() as uow:
            for user in ("USTUDENT", "UCLASSMATE", "UTEACHER2"):
                place = uow.memberships.here(self.world.classroom.id, user)
                assert place is not None
                uow.memberships.save(replace(place, left_at=uow.now))
            for student in self.students:
                uow.people.add(Person(WORKSPACE, student.user, f"Kim No{student.user[2:]}"))
                uow.memberships.add(Membership(WORKSPACE, self.world.classroom.id, student.user, Side.STUDENT, uow.now))
        self.world.do(digest.begin, self.world.accord)

    def _passes(self, day: date, *moments: time) -> None:
        for at in moments:
            self.world.now = datetime.combine(day, at, self._began.tzinfo)
            tick(self.world)
            self._jobs()
            self._send()

    def _jobs(self) -> None:
        """What the ticker does besides asking."""
        world, now = self.world, self.world.now
        with world.transactions.connection() as connection:
            agenda = Agenda(connection)
            ending = looking_back.find(agenda, now, 500, 0).ready
            talks, digests = agenda.due_talks(now, 100), agenda.due_digests(now, 100)
            classes = agenda.waiting_classes()
        for do, found in (
            (looking_back.begin, ending),
            (talking.look, talks),
            (digest.tell_due, digests),
            (waiting.remind, classes),
        ):
            for _, ref in found:
                world.do(do, world.accord, ref)

    def _send(self) -> None:
        """What may leave does; what would not be said any more is not counted."""
        now = self.world.now
        due = [d for d in self.world.deliveries() if d.state is DeliveryState.WAITING and d.not_before <= now]
        with self.world.uow() as uow:
            for one in due:
                late = one.expires_at is not None and one.expires_at < now
                if one.verb is Verb.POST and not late and present(uow, one) is not None:
                    self._count(one)
                sent = replace(
                    one, state=DeliveryState.SENT, channel=f"D{one.lane}", ts=f"{one.id}.000100", sent_at=now
                )
                uow.outbox._deliveries.save(sent)

    def _count(self, one: Delivery) -> None:
        if one.lane == self.world.teacher.user:
            self.sent[(self.world.now - self._began).days // 7, one.notice] += 1
            if one.notice in REMINDERS:
                self.reminded.append((one.lane, self.world.now, 0))
        elif "contract" in one.args:
            self.reminded.append((one.lane, self.world.now, int(one.args["contract"])))

    # What students do.

    def _students_write(self, day: date) -> None:
        number = school_days(self._began.date(), day, lambda one: one.weekday() < 5)
        for student in self.students:
            contract = self._contract_of(student)
            if contract is None:
                if self.begins[student.user] == number:
                    self._proposes(student)
            else:
                self._goes_on(student, contract)

    def _goes_on(self, student: Actor, contract: Contract) -> None:
        match contract.status:
            case Status.QUESTIONED if self._one_in(3):
                self._tries(reviewing.answer, student, contract.id, "In each essay, the first one is on Friday")
            case Status.AMENDED if self._one_in(3):
                self._answers_changes(student, contract)
            case Status.RENEGOTIATING if contract.on_the_table.author is Side.TEACHER and self._one_in(3):
                self._tries(changing.sign, student, contract.id, contract.on_the_table.number)
            case Status.REASSESSING if self._one_in(3):
                self._tries(looking_back.assess, student, contract.id, {0: 3}, "Reading aloud helped")
            case Status.ACTIVE:
                self._checks_in(student, contract)
                self._does_something(student, contract)

    def _proposes(self, student: Actor) -> None:
        contract = self.world.proposed(student)
        with self.world.uow() as uow:
            reviewing.announce(uow, contract)

    def _answers_changes(self, student: Actor, contract: Contract) -> None:
        version = contract.on_the_table.number
        if contract.status is Status.AMENDED and self._one_in(5):
            self._tries(reviewing.wonder, student, contract.id, version, "Why every week?")
        else:
            self._tries(reviewing.sign, student, contract.id, version)

    def _checks_in(self, student: Actor, contract: Contract) -> None:
        with self.world.uow() as uow:
            asked = [one for one in uow.check_ins.of_contract(contract.id) if one.state in ASKED]
        if asked and self.rng.random() < self.diligence[student.user]:
            said = (
                f"{self.rng.randint(2, 8)}, {self.rng.choice(('reading aloud helped', 'it went well', 'not so easy'))}"
            )
            self._tries(answering.hear, student, asked[-1].id, said, self._ts())

    def _does_something(self, student: Actor, contract: Contract) -> None:
        """Of 35 students two or three do something more in a week."""
        if not self._one_in(70):
            return
        room = self.world.classroom.id
        match self.rng.randrange(6):
            case 0:
                self._tries(stuck.say_so, student, room, f"I am stuck with the openings {self._ts()}")
            case 1:
                self._tries(talking.ask, student, room)
            case 2 | 3:
                self._tries(
                    giving.give,
                    student,
                    contract.id,
                    GivenEvidence("My paragraph", "See the first line", "0"),
                    NOTHING_HANDED,
                )
            case 4:
                more = Filled({"supports": f"A list of openings {self._ts()}"}, None)
                self._tries(changing.propose, student, contract.id, contract.on_the_table.number, more)
            case 5:
                for text in ("please tell ms lee that I need a book", "yes"):
                    ts = self._ts()
                    words = DirectMessage("D1", text, ts, f"said:D1:{ts}")
                    self._tries(listening.hear, student, words, greets=lambda _: False)

    # What the teacher does.

    def _teacher_sits_down(self, most: int) -> None:
        """She goes through what waits, oldest first, and on Mondays gives one student feedback."""
        teacher = self.world.teacher
        for one in self._waiting()[:most]:
            if not self._one_in(8):
                self._decides(teacher, one)
        chosen = self.rng.choice(self.students).user
        if self.world.now.weekday() == 0:
            self._tries(quick.send, teacher, [chosen], "You marked each opening. Next, try two new ones.", {})

    def _decides(self, teacher: Actor, one: Waiting) -> None:
        match one.want:
            case Want.PROPOSAL | Want.ANSWER:
                self._decides_on_proposal(teacher, one)
            case Want.QUESTION:
                with self.world.uow() as uow:
                    entry = len(uow.contracts.history(one.ref)) - 1
                self._tries(reviewing.explain, teacher, one.ref, entry, "So that it becomes a habit")
            case Want.CHANGE:
                self._tries(changing.sign, teacher, one.ref, one.number)
            case Want.LOOK_BACK:
                self._tries(looking_back.assess, teacher, one.ref, {0: 3}, "Your openings differ now")
            case Want.CHECK_IN:
                self._reads(teacher, one.day)
            case Want.STUCK:
                self._tries(exchanging.reply, teacher, one.ref, "Try the list of openings first")
            case Want.PIECE:
                self._tries(evidence.seen, teacher, one.ref)
            case Want.TALK:
                self._tries(talking.look, self.world.accord, one.ref)

    def _decides_on_proposal(self, teacher: Actor, one: Waiting) -> None:
        chance = self.rng.random()
        if chance < 0.2 and one.want is Want.PROPOSAL:
            self._tries(reviewing.ask, teacher, one.ref, one.number, "Which essays are these?")
        elif chance < 0.4:
            mine = Filled({"commitments": "I read one paragraph each week"}, None)
            self._tries(reviewing.suggest, teacher, one.ref, one.number, mine)
        else:
            self._tries(reviewing.approve, teacher, one.ref, one.number)

    def _reads(self, teacher: Actor, day: str) -> None:
        """All answers of a day; every fifth gets a reply."""
        for one in self._asked():
            if one.day == day and one.unread_since is not None:
                if self._one_in(5):
                    self._tries(responding.respond, teacher, one.id, "Good, go on with that")
                else:
                    self._tries(responding.seen, teacher, one.id)

    # What is looked at in the evening.

    def _look(self, day: date) -> None:
        waits = self._waiting()
        self.far += len(waits[max(LINES_MOST, IN_LIST) :])
        if day.weekday() >= 5:
            return
        for one in waits:
            self._is_remembered(self.world.teacher.user, 0, one.since, day, one.want.value, one.ref, one.day)
        for student in self.students:
            contract = self._contract_of(student)
            since = self._their_turn(contract)
            if contract is not None and since is not None:
                self._is_remembered(student.user, contract.id, since, day, contract.status.value)

    def _their_turn(self, contract: Contract | None) -> datetime | None:
        """Since when a student is waited for."""
        if contract is None:
            return None
        with self.world.uow() as uow:
            history = uow.contracts.history(contract.id)
            looked = uow.assessments.of(contract.id, Side.STUDENT)
        last = history[-1]
        theirs = (
            contract.status is Status.QUESTIONED
            or (contract.status is Status.AMENDED and last.action != "wondered")
            or (contract.status is Status.RENEGOTIATING and contract.on_the_table.author is Side.TEACHER)
            or (contract.status is Status.REASSESSING and looked is None)
        )
        return last.at if theirs else None

    def _is_remembered(self, user: str, contract: int, since: datetime, day: date, *what: object) -> None:
        if school_days(since.date(), day, lambda one: one.weekday() < 5) <= DAYS_MOST:
            return
        if not any(to == user and at > since and about == contract for to, at, about in self.reminded):
            self.forgotten.add((user, contract, since, *what))

    def _waiting(self) -> list[Waiting]:
        with self.world.uow() as uow:
            room = uow.classrooms.get(self.world.classroom.id)
            assert room is not None
            return list(desk_of(uow, self.world.teacher.user, [room]).waiting)

    def _asked(self) -> Collection[DeskCheckIn]:
        with self.world.uow() as uow:
            room = uow.classrooms.get(self.world.classroom.id)
            assert room is not None
            return desk_of(uow, self.world.teacher.user, [room]).asked

    def _contract_of(self, student: Actor) -> Contract | None:
        with self.world.uow() as uow:
            found = uow.contracts.of_student(student.user)
        return found[-1] if found else None

    def _tries(self, use_case: Callable[..., object], actor: Actor, *args: Any, **kwargs: Any) -> None:
        """What is refused is not done: people press what stood there a minute ago."""
        try:
            self.world.do(use_case, actor, *args, **kwargs)
        except Refusal:
            return

    def _one_in(self, many: int) -> bool:
        return self.rng.randrange(many) == 0

    def _ts(self) -> str:
        self._numbers += 1
        return f"{5000 + self._numbers}.000100"
