"""One workspace as a run sees it: its people and its channel, and what was typed there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sandbox import manifest
from sandbox.channels import Channel
from sandbox.core import Core
from sandbox.deliveries import Envelope
from sandbox.people import Person
from sandbox.state import Conversation, User
from sandbox.waiting import Changes
from simulation.clocks import SlackClock
from simulation.phrases import Mint
from simulation.plan import ClassPlan
from simulation.slack import Slack
from simulation.trouble import Trouble

MANIFEST = Path(__file__).parent.parent / "manifest.yml"


@dataclass(slots=True)
class Typed:
    """A direct message of a student or a teacher. `word` stands in no other text. `about` is what its author took
    it for; each edit is a new word and the envelope that told of it."""

    user: str
    ts: str
    word: str
    about: str
    envelope: Envelope | None
    edits: list[tuple[str, Envelope | None]] = field(default_factory=list)

    @property
    def acknowledged(self) -> bool:
        return self.envelope is not None and self.envelope.acknowledged


class School:
    """A workspace with one class. It stands in for `LocalWorkspace` where people act: nobody waits for an answer."""

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
        self.outsiders: list[Person] = []
        self.people: dict[str, Person] = {}
        self.class_plan: ClassPlan

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

    def open_channel(self, name: str, members: list[Person]) -> None:
        """The class channel, with Accord in it."""
        ids = [*(p.id for p in members), self.core.state.bot_user]
        place = Conversation(self.core.ids.new("C"), "channel", name, self.core.now_s(), members[0].id, ids)
        self.core.state.conversations[place.id] = place
        self.channel = Channel(self, place)  # type: ignore[arg-type]


_apps: list[manifest.AppConfig] = []


def _app() -> manifest.AppConfig:
    """Read once: a thousand runs have the same manifest."""
    if not _apps:
        _apps.append(manifest.load(MANIFEST))
    return _apps[0]
