"""Somebody who is not well: the answer to them, and what those hear who are told. None of it holds their words.

Each belongs to its alert as a card does to its subject, so that all of them go when it is forgotten.
"""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.care import CareAlert, CareTold, Way
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class CareRule:
    """What anybody may know: how somebody is told, the names of who is, in their order, and after how many minutes
    the next one is. `decided_at` is None where no admin has decided."""

    way: Way
    contacts: tuple[str, ...]
    wait_minutes: int
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class OfCare(Notice):
    """`care` is the alert."""

    care: int

    @property
    def subject(self) -> str | None:
        return f"care:{self.care}"


@dataclass(frozen=True, slots=True)
class CareAnswer(OfCare):
    """To the student: who can help, and who is told."""


@dataclass(frozen=True, slots=True)
class CareStill(OfCare):
    """To the student who writes on."""


@dataclass(frozen=True, slots=True)
class CareBack(OfCare):
    """To the student who went on, where nothing is asked."""


@dataclass(frozen=True, slots=True)
class CareElsewhere(OfCare):
    """To the student, where they typed a command: the answer is in their direct messages."""


@dataclass(frozen=True, slots=True)
class CareForLead(Notice):
    """To a teacher who wrote of somebody who is not well: that is for the school's safeguarding lead."""


@dataclass(frozen=True, slots=True)
class CareAlerted(OfCare):
    """To a contact: somebody should talk with a student."""


@dataclass(frozen=True, slots=True)
class CareUpdate(OfCare):
    """To a contact who was told: the student went on, or meant something else."""

    details: str


@dataclass(frozen=True, slots=True)
class CareWords(OfCare):
    """To a contact who was told, because the student pressed so: what they wrote, read from Slack as it leaves."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Somebody who may be told, or was. Quiet hours are in their own zone."""

    told: CareTold
    name: str
    timezone: str


@dataclass(frozen=True, slots=True)
class CareBrief:
    """How it stands. `those` are all who may be told, in their order, save whom the student could mean."""

    alert: CareAlert
    those: tuple[ToldLine, ...]
    emergency: str
    timezone: str
    """The student's."""
    quiet: tuple[time, time]
    """From, until: of the student's class."""


@dataclass(frozen=True, slots=True)
class ContactBrief:
    """What a contact is to know of the student. `mine` is how it stands with the reader."""

    alert: CareAlert
    student: str
    handle: str
    classes: tuple[str, ...]
    mine: CareTold
    taken_by: str | None
    """The name of whoever took it first."""
    following: str | None
    """The name of who is told next, where somebody is."""
    timezone: str
    """The reader's."""
