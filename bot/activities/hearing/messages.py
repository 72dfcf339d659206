"""What Accord says about a message that it did not take as an answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.reviewing.messages import ContractBrief, ContractNotice
from bot.domain.check_ins import AWAITING
from bot.domain.contract import Contract
from bot.domain.interview import About
from bot.domain.outbox import Message
from bot.domain.rights import ClassRole
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, plain, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words, answers_in


@dataclass(frozen=True, slots=True)
class WhichOne(Notice):
    """To somebody who wrote what several open questions may be about: which one is it? Once that is answered, the same
    message says so."""

    asked_back: int

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


@dataclass(frozen=True, slots=True)
class WhichBrief:
    """`places` are what one can choose from, each with the name of its class, or of its student; `taken` is what was
    chosen, None while nothing was. Once the words are dropped, there is nothing to choose from."""

    asked_back: int
    places: tuple[tuple[About, str], ...]
    taken: tuple[About, str] | None = None


@dataclass(frozen=True, slots=True)
class CheckInAgain(Notice):
    """To a student who answered something else: this check-in, asked before, still waits."""

    check_in: int

    @property
    def subject(self) -> str:
        return f"check-in:{self.check_in}"


@dataclass(frozen=True, slots=True)
class Remark(Notice):
    """A short word on something that is kept nowhere: `about` is its kind; `waits` what still waits for an answer, by
    the word of its About, or "", in this class; "start" for who has not begun."""

    about: str
    waits: str = ""
    classroom: int | None = None


@dataclass(frozen=True, slots=True)
class ReadsEnglish(Notice):
    """To somebody who writes in another language, in that language: Accord reads English so far."""

    language: str


@dataclass(frozen=True, slots=True)
class Explained(Notice):
    """The answer to a question to Accord itself: what it is about, by a word of the hearing; and what still waits, by
    the word of its About, or "". `classroom` is the class that it was asked in, None where that is none."""

    topic: str
    waits: str = ""
    classroom: int | None = None


@dataclass(frozen=True, slots=True)
class ClassStanding:
    """How somebody stands in a class. `contract` is the open one; once it is agreed, `numbers` are the newest by
    target, and `check_in` is when the next one comes, or came where it was `asked` already."""

    classroom: str
    teachers: tuple[str, ...]
    """Their names."""
    contract: Contract | None
    numbers: Mapping[int, Decimal] = field(default_factory=dict)
    check_in: datetime | None = None
    asked: bool = False
    helpers: tuple[tuple[str, ClassRole], ...] = ()
    """Names of the class's aides and observers."""


@dataclass(frozen=True, slots=True)
class ExplainedBrief:
    """`timezone` is the reader's."""

    standings: tuple[ClassStanding, ...]
    timezone: str


@dataclass(frozen=True, slots=True)
class LeaveOutOffered(Notice):
    """To somebody who is away: until when? Once that is answered, the same message says so.
    `number`: there was a number in the same message, which was not noted. `why`: what was wrong with the day that they
    named, by the end of a key of the copy."""

    asked_back: int
    number: bool = False
    why: str = ""

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


@dataclass(frozen=True, slots=True)
class LeaveOutBrief:
    """`settled` is None while nothing was said: else "yes", "no" or "until". `until` is what their words may mean.
    `classes` are the names of those that it is about, where these are not all of the student's."""

    asked_back: int
    settled: str | None
    until: date | None = None
    today: date = date.min
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut(Notice):
    """To a student: this check-in is left out."""

    check_in: int


@dataclass(frozen=True, slots=True)
class WaysOut(ContractNotice):
    """To a student who wants to stop, or to change something (`wish`, by the word of the kind): what they can do.
    `number` as in LeaveOutOffered."""

    wish: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class WaysOutBrief:
    """`check_in` is the one that a break leaves out, None where none waits or comes."""

    of: ContractBrief
    check_in: int | None


def which_one(notice: WhichOne, brief: WhichBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.taken is not None:
        about, classroom = brief.taken
        key = f"hearing-taken-{about.value}"
        return message(w(key, classroom=classroom), say(w, key, classroom=classroom))
    if not brief.places:
        return message(w("hearing-dropped"), say(w, "hearing-dropped"))
    students = all(about is About.SHARED for about, _ in brief.places)
    key = "hearing-which-student" if students else "hearing-which"
    none = button(w("hearing-none-button"), "hearing.drop", str(brief.asked_back))
    return message(w(key), say(w, key), actions([*_choices(brief, w), none]), small(w(f"{key}-next")))


BUTTONS_MOST = 9
"""Places with a button each; of more one chooses in a menu."""


def _choices(brief: WhichBrief, words: Words) -> list[Block]:
    labels = [cut(words(f"hearing-{about.value}-button", classroom=name), 75) for about, name in brief.places]
    values = [f"{brief.asked_back}:{i}" for i in range(len(labels))]
    if len(labels) <= BUTTONS_MOST:
        return [button(label, f"hearing.which_{i}", values[i]) for i, label in enumerate(labels)]
    options = [forms.option(label, value) for label, value in zip(labels, values, strict=True)]
    menu = forms.choice("static_select", options[: forms.OPTIONS_MOST])
    return [{**menu, "action_id": "hearing.which_of_many", "placeholder": plain(words("hearing-which-menu"), 150)}]


def check_in_again(notice: CheckInAgain, brief: CheckInBrief, reader: Reader) -> Message:
    w, args = reader.words, {"classroom": brief.classroom}
    if not brief.open or brief.check_in.state not in AWAITING:
        return message(w("check-in-answered"), say(w, "check-in-answered"))
    log = button(w("check-in-log-button"), "checking_in.log", str(brief.check_in.id), style="primary")
    return message(w("hearing-again", **args), say(w, "hearing-again", **args), actions([log]))


def remark(notice: Remark, brief: None, reader: Reader) -> Message:
    w = reader.words
    key = f"hearing-{notice.about}"
    return message(w(key), say(w, key), *what_waits(notice.waits, w))


def what_waits(waits: str, words: Words) -> list[Block]:
    """What is still open for the reader; to who has not begun, the button that begins."""
    if not waits:
        return []
    line = small(words(f"hearing-waits-{waits}"))
    return [line, start(words)] if waits == "start" else [line]


def start(words: Words) -> Block:
    return actions([button(words("help-start"), "proposing.start", style="primary")])


def reads_english(notice: ReadsEnglish, brief: None, reader: Reader) -> Message:
    words = answers_in(notice.language, reader.words)
    return message(words("hearing-reads-english"), say(words, "hearing-reads-english"))
