"""A proposal goes between the student and the teachers until both have signed the same version."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.actor import Side
from bot.domain.contract import Contract, Happening
from bot.domain.terms import Terms
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class ContractNotice(Notice):
    """Follows a contract: refreshed whenever it moves on."""

    contract: int

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class VersionNotice(ContractNotice):
    """About one version. `before` is the version that it is compared with; 0 where there is none."""

    version: int
    before: int = 0


@dataclass(frozen=True, slots=True)
class EntryNotice(Notice):
    """About one line of the contract's history, said once; `entry` counts from 0. `version` was on the table then."""

    contract: int
    version: int
    entry: int


@dataclass(frozen=True, slots=True)
class EntryCard(EntryNotice):
    """About one line of the contract's history, with buttons that go when they are used."""

    @property
    def subject(self) -> str:
        return f"contract:{self.contract}"


@dataclass(frozen=True, slots=True)
class ProposalCard(VersionNotice):
    """To each teacher of the class: the student's proposal, and the decision on it."""


@dataclass(frozen=True, slots=True)
class AmendmentCard(VersionNotice):
    """To the student: what a teacher would change, field by field."""


@dataclass(frozen=True, slots=True)
class ContractCard(ContractNotice):
    """To either side: the contract as it stands, and what can be done now."""


@dataclass(frozen=True, slots=True)
class TeacherAsked(EntryCard):
    """To the student: a question about the proposal."""


@dataclass(frozen=True, slots=True)
class StudentAnswered(EntryCard):
    """To the teacher who asked: the answer, and the decision again."""


@dataclass(frozen=True, slots=True)
class StudentWondered(EntryCard):
    """To the teacher who suggested changes: the student's question about them."""


@dataclass(frozen=True, slots=True)
class TeacherExplained(EntryCard):
    """To the student: the answer, and the decision again."""


@dataclass(frozen=True, slots=True)
class SentBack(EntryCard):
    """To the student: the proposal came back, with the reason."""


@dataclass(frozen=True, slots=True)
class Agreed(EntryNotice):
    """To the teacher: both have signed, and what happens next."""


@dataclass(frozen=True, slots=True)
class ContractClosed(EntryNotice):
    """To the other side: the contract ended before its time, with the reason."""


@dataclass(frozen=True, slots=True)
class ClosedByYou(EntryNotice):
    """To whoever ended the contract: it is done, and who hears of it."""


@dataclass(frozen=True, slots=True)
class AnswerPassedOn(EntryNotice):
    """To the student who typed an answer: it is with the teachers."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One line of the talk about a version: who asked or answered, and their words."""

    name: str
    text: str
    asks: bool


@dataclass(frozen=True, slots=True)
class ContractBrief:
    """How a contract stands for one reader.

    `student`, `teacher` and `by` are names; `teacher` is who decided or signed last, "" where nobody has.
    `terms` are those of the notice's version, `before` those that it is compared with. `by` did `entry`.
    """

    contract: Contract
    side: Side
    reader: str
    student: str
    teacher: str
    classroom: str
    terms: Terms | None
    before: Terms | None = None
    vague: tuple[tuple[int, str], ...] = ()
    """(index of the target, what its wording leaves open, as a copy key's end)."""
    talk: tuple[Exchange, ...] = ()
    entry: Happening | None = None
    by: str = ""
    unanswered: bool = False
    """Whether `entry` is a question that waits for its answer."""
    next_check_in: datetime | None = None
    shows_page: bool = False
    """The reader teaches, and the student lets teachers read their page."""
