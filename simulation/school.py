"""One workspace as a run sees it: its people and its channel, and what was typed there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from sandbox import manifest
from sandbox.channels import Channel
from sandbox.core import Core
from sandbox.deliveries import Envelope
from sandbox.people import Person
from sandbox.state import Conversation, User
from sandbox.waiting import Changes
from simulation.addressees import Addressees
from simulation.clocks import SlackClock
from simulation.phrases import Mint
from simulation.plan import ClassPlan
from simulation.slack import Slack
from simulation.trouble import Trouble

MANIFEST = Path(__file__).parent.parent / "manifest.yml"


NOT_WELL = "not well"
"""What the words of somebody who is not well are about."""


@dataclass(slots=True, eq=False)
class Room:
    """A class: what it is called, its channel, and who teaches and learns there."""

    name: str
    plan: ClassPlan
    channel: Channel
    teachers: list[Person]
    students: list[Person]
    also: list[Person] = field(default_factory=list)
    """Students who came to teach it, though they may not now."""

    @property
    def called(self) -> str:
        """What students call it."""
        return self.name.split()[0].lower()


@dataclass(slots=True)
class Written:
    """Who wrote a word, and whom it is for: the teachers of these classes, and those named. What a student wrote is for
    the class that they meant, or chose when they were asked."""

    author: str
    rooms: list[Room]
    to: frozenset[str] = frozenset()

    def is_for(self, reader: str) -> bool:
        teach = [*(t for r in self.rooms for t in r.teachers), *(t for r in self.rooms for t in r.also)]
        return reader == self.author or reader in self.to or any(t.id == reader for t in teach)


@dataclass(slots=True)
class Typed:
    """A direct message of a student or a teacher. `word` stands in no other text. `about` is what its author took
    it for; each edit is a new word and the envelope that told of it. `rooms` are the classes that are meant, `numbers`
    what it says of how far its author is, with all edits; `named` is the class that it begins with, "" for none."""

    user: str
    ts: str
    word: str
    about: str
    envelope: Envelope | None
    rooms: list[Room] = field(default_factory=list)
    numbers: set[Decimal] = field(default_factory=set)
    edits: list[tuple[str, Envelope | None]] = field(default_factory=list)
    named: str = ""

    @property
    def acknowledged(self) -> bool:
        return self.envelope is not None and self.envelope.acknowledged


class School:
    """A workspace with a class, or two. It stands in for `LocalWorkspace` where people act: nobody waits for an answer.

    `written` says of each word in a text that somebody typed whom it is for; `confirmed` are the check-ins whose number
    somebody called right in words, with who it was.
    """

    def __init__(self, clock: SlackClock, trouble: Trouble, seed: int, prefix: str, say: Callable[[str], None]) -> None:
        self.core = Core(clock, _app(), seed=seed)
        self.core.rates.enabled = True
        self.say = say
        self.slack = Slack(self.core, trouble, seed, say)
        self.mint = Mint(prefix)
        self.prefix = prefix
        self.changes = Changes(self.core)
        self.typed: list[Typed] = []
        self.newest_envelope: Envelope | None = None
        self.students: list[Person] = []
        self.teachers: list[Person] = []
        self.crowd: list[Person] = []
        """Further students, who only answer what a whole class is asked."""
        self.staff: list[Person] = []
        """Colleagues who teach none of the students, where they are there."""
        self.guest: Person | None = None
        self.stranger: Person | None = None
        """A guest of the workspace, and an admin of another organisation, where they are there."""
        self.head: Person | None = None
        """An admin who teaches nobody, where there is one."""
        self.people: dict[str, Person] = {}
        self.rooms: list[Room] = []
        self.written: dict[str, Written] = {}
        self.confirmed: set[tuple[str, int]] = set()
        self.addressees: Addressees
        self._trouble = trouble

    @property
    def visitors(self) -> list[Person]:
        return [person for person in (self.guest, self.stranger) if person is not None]

    @property
    def team(self) -> str:
        return self.core.state.team_id

    def traces_in(self, text: str) -> list[str]:
        """The names and words of its people that stand in a text, where nobody else has them."""
        known = [name for p in self.people.values() for name in dict.fromkeys((p.user.real_name, p.user.shown))]
        return [name for name in known if name in text] + self.mint.found_in(text)

    async def answered(self, *envelopes: Envelope | None) -> None:
        """People go on at once; what they did is on its way."""
        self.newest_envelope = envelopes[-1] if envelopes else None

    def add(self, name: str, real_name: str, zone: str, locale: str = "en-GB", **more: Any) -> Person:
        user = User(
            self.core.ids.new("U"), name, real_name, tz=zone, locale=locale,
            email=f"{name}@school.example", updated=self.core.now_s(), **more,
        )  # fmt: skip
        self.core.state.users[user.id] = user
        person = Person(self, user)  # type: ignore[arg-type]
        self.people[user.id] = person
        return person

    def open_room(self, name: str, plan: ClassPlan, teachers: list[Person], *, empty: bool = False) -> None:
        """A class of all students, or of none, with Accord in its channel."""
        learn = [] if empty else [*self.students, *self.crowd]
        ids = [*(p.id for p in (*teachers, *learn)), self.core.state.bot_user]
        place = Conversation(self.core.ids.new("C"), "channel", name.lower(), self.core.now_s(), teachers[0].id, ids)
        self.core.state.conversations[place.id] = place
        channel = Channel(self, place)  # type: ignore[arg-type]
        self.rooms.append(Room(f"{name} {self.prefix}", plan, channel, teachers, learn))

    def room_in(self, channel: str) -> Room | None:
        """The class with this channel."""
        return next((room for room in self.rooms if room.channel.id == channel), None)

    def named_in(self, text: str) -> Room | None:
        """The class that a text is about: the one that it names, or the only one."""
        known = [room for room in self.rooms if room.students]
        named = [room for room in known if room.name in text] if len(known) > 1 else known
        return named[0] if len(named) == 1 else None

    @property
    def staff_room(self) -> Room:
        """The class of the colleagues."""
        return next(room for room in self.rooms if room.teachers is self.staff)

    def hold_back_next(self, seed: int) -> None:
        """What happens next comes to Accord late."""
        self._trouble.order("event-late", 1, seed)


_apps: list[manifest.AppConfig] = []


def _app() -> manifest.AppConfig:
    """Read once: a thousand runs have the same manifest."""
    if not _apps:
        _apps.append(manifest.load(MANIFEST))
    return _apps[0]
