"""The interview: its questions, and what is said around them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from bot.activities.care.notices import CareRule
from bot.domain.classroom import Classroom, Feedback
from bot.domain.terms import Terms
from bot.messages.notices import Notice


@dataclass(frozen=True, slots=True)
class InterviewQuestion(Notice):
    """The question that is open when it is sent: `asked` is its count, and when that moved on, this is not said.

    `remark` is the key of a sentence to say before it (a refusal, or where one is), `details` fill its copy.
    """

    interview: int
    asked: int
    remark: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)
    help: bool = False


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What was understood of a target's wording, and what a kind reader would point out about it (keys)."""

    target: int
    baseline: Decimal
    goal: Decimal
    unit: str
    due: date | None
    may_change_date: bool
    thoughts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassPolicy:
    """What the class fixes or offers about dates."""

    term_ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time
    guided: bool
    most_targets: int


@dataclass(frozen=True, slots=True)
class QuestionBrief:
    """The open question. `step` is "" for the summary, which has `terms`; `refusal` says why it is asked again.

    `keep` is an earlier answer that may stay; `understood` the answer just given, where it was read from what was
    typed and should be shown: (step, value).
    """

    interview: int
    asked: int
    step: str
    target: int
    targets: int
    section: int
    optional: bool
    options: tuple[str, ...]
    may_go_back: bool
    policy: ClassPolicy
    refusal: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)
    keep: str | None = None
    keeps_skipped: bool = False
    understood: tuple[str, str] | None = None
    read_back: ReadBack | None = None
    original: str = ""
    suggestion: str = ""
    offered: str = ""
    """A wording that was typed, to be taken instead of the `original` one on a yes."""
    unit: str = ""
    work: str = ""
    """What the student hands in, in the plural ("essays"), where the question may speak of it."""
    contract_ends_on: date | None = None
    """The day that a target's date can not pass, where the question is by when and the student chose that day."""
    total: str = ""
    """Of how many of them, where the question is how many."""
    idea: str = ""
    """A draft target to start from, and the name of the teacher who offered it."""
    idea_from: str = ""
    feedback: Feedback | None = None
    teacher: str = ""
    terms: Terms | None = None
    seal: str = ""
    """Which terms the summary shows: the submit button carries it, so that nobody signs what they did not see."""
    parts: tuple[str, ...] = ()
    """The parts of the summary that may be edited."""
    care: CareRule | None = None
    """With the first question: what is to be known before anything is written."""


@dataclass(frozen=True, slots=True)
class InterviewPaused(Notice):
    """The student finishes later: nothing is lost, and here is the button to go on."""

    interview: int


@dataclass(frozen=True, slots=True)
class PausedBrief:
    interview: int
    classroom: str
    section: int


@dataclass(frozen=True, slots=True)
class ChooseClass(Notice):
    """To a student of several classes who wants to start: in which one?"""


@dataclass(frozen=True, slots=True)
class ChooseClassBrief:
    classrooms: tuple[Classroom, ...]


@dataclass(frozen=True, slots=True)
class ProposalSent(Notice):
    """To the student: signed and sent, and what happens next."""

    contract: int
    version: int


@dataclass(frozen=True, slots=True)
class SentBrief:
    classroom: str
    teachers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerSent(Notice):
    """To a student who edited an answer of a proposal that was sent: it stays as it was signed."""

    contract: int
