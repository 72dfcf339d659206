"""Deciding on a proposal: the cards of both sides, and the talk about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.activities.evidence.messages import NOTHING_SHOWN, Shelf
from bot.activities.talking.messages import TalkBrief
from bot.domain.actor import Side
from bot.domain.contract import RUNNING, Contract, Happening, Status
from bot.domain.outbox import Message
from bot.domain.promises import NOTHING_KEPT, Keeping
from bot.domain.terms import Terms
from bot.messages import forms
from bot.messages.blocks import Block, actions, button, cut, header, quote, rich, say, small, spoken
from bot.messages.days import dated, days_of
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import change_blocks, fitting, target_name, terms_blocks, together
from prompts.words import SentencePiece, Typed, Words

# A proposal goes between the student and the teachers until both have signed the same version.


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
class DatesPassed(VersionNotice):
    """To a teacher who would approve: the proposal waited until its dates no longer hold. The same with dates that are
    so many `days` later is for them to suggest."""

    days: int = 0


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
class TalkLine:
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
    """(index of the target, what its wording leaves open, as a copy key's end), on the card of a proposal alone."""
    talk: tuple[TalkLine, ...] = ()
    entry: Happening | None = None
    by: str = ""
    unanswered: bool = False
    """Whether `entry` is a question that waits for its answer."""
    next_check_in: datetime | None = None
    paused_until: date | None = None
    """The last day of the pause that stands."""
    talks: tuple[TalkBrief, ...] = ()
    """Talks of which the reader or the other one of the two wrote a line."""
    shows_page: bool = False
    """The reader teaches, and the student lets teachers read their page."""
    coming: tuple[datetime, ...] = ()
    """When the student would be asked next by `terms`, where those wait to be signed and `before` says other days."""
    timezone: str = ""
    """The student's, where `coming` is known."""
    shelf: Shelf = NOTHING_SHOWN
    """What the student has shown, on the card of a contract."""
    keeping: Keeping = NOTHING_KEPT
    """How what the teacher promised was kept, there too."""


# The modals with one answer in them: a question, an answer, a reason.


MOST = 1500
"""Characters, as bot/activities/contract/steps.py counts them."""


def text_form(words: Words, callback: str, metadata: str, asked: TalkLine | None = None) -> dict[str, Any]:
    """A modal with one text; above it what was asked, where it answers something."""
    key = callback.replace(".", "-").replace("_", "-")
    above: list[Block] = []
    if asked is not None:
        above = [say(words, talk_key(asked), name=asked.name), quote(asked.text)]
    field = forms.field(words, "text", forms.text(lines=True, most=MOST), key=f"{key}-text", hint=True)
    return forms.modal(words, callback, [*above, field], metadata=metadata)


def talk_key(line: TalkLine) -> str:
    return "talk-asked" if line.asks else "talk-answered"


TALK_ROOM = 1500
"""Characters; one question or answer alone is shown whole."""
CHANGES_MOST = 20
"""A card with more differences than this shows the whole new version alone."""


def value_of(contract: int, number: int) -> str:
    """What a button carries: a claim about a contract and a version (or a line of its history)."""
    return f"{contract}:{number}"


def proposal_card(notice: ProposalCard, brief: ContractBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.contract
    title = spoken(w.pieces("proposal-title", student=brief.student, classroom=brief.classroom))
    on_table = contract.current is not None and contract.current.number == notice.version
    if not on_table or contract.status not in (Status.PROPOSED, Status.QUESTIONED) or brief.terms is None:
        return message(title, header(title), standing(brief, w))
    blocks = [header(title), *_compared(brief, w), *terms_blocks(brief.terms, w, private=True)]
    blocks += [*_vague(brief, w), *talk_lines(brief, w)]
    if contract.status is Status.QUESTIONED:
        return message(title, *blocks, standing(brief, w))
    return message(title, *blocks, *decision(brief, notice.version, w))


MOVE_DATES = "reviewing.move_dates"


def dates_passed(notice: DatesPassed, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    said = w.pieces("dates-passed", student=brief.student, classroom=brief.classroom)
    if brief.before is None or brief.terms is None:
        return message(spoken(said), rich(said), standing(brief, w))
    value = value_of(brief.contract.id, notice.version)
    ways = [
        button(w("dates-passed-button"), MOVE_DATES, f"{value}:{notice.days}", style="primary"),
        button(w("proposal-suggest"), "reviewing.suggest", value),
    ]
    offer = say(w, "dates-passed-offer", student=brief.student)
    small_print = small(w("dates-passed-next", student=brief.student))
    return message(
        spoken(said), rich(said), offer, *change_blocks(brief.before, brief.terms, w), actions(ways), small_print
    )


def decision(brief: ContractBrief, version: int, words: Words) -> list[Block]:
    """The four ways to decide on a proposal, what each leads to, and the student's page where they show one."""
    value = value_of(brief.contract.id, version)
    about = button(words("proposal-about", student=cut(brief.student, 20)), "profile.about", brief.contract.student)
    return [
        actions(
            [
                button(words("proposal-approve"), "reviewing.approve", value, style="primary"),
                button(words("proposal-ask"), "reviewing.ask", value),
                button(words("proposal-suggest"), "reviewing.suggest", value),
                button(words("proposal-send-back"), "reviewing.redirect", value),
                *([about] if brief.shows_page else []),
            ]
        ),
        small(words("proposal-next", student=brief.student)),
    ]


def amendment_card(notice: AmendmentCard, brief: ContractBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.contract
    on_table = contract.current is not None and contract.current.number == notice.version
    if not on_table or contract.status is not Status.AMENDED or brief.terms is None or brief.before is None:
        title = w("amendment-past", classroom=brief.classroom)
        return message(title, header(title), standing(brief, w))
    title = w("amendment-title", teacher=brief.teacher)
    blocks = [
        header(title),
        say(w, "amendment-intro"),
        *change_blocks(brief.before, brief.terms, w, brief.side),
        *coming_line(brief, w),
        *talk_lines(brief, w),
    ]
    return message(title, *blocks, *amendment_buttons(brief, notice.version, w))


def amendment_buttons(brief: ContractBrief, version: int, words: Words) -> list[Block]:
    """The student's three ways to answer a suggestion."""
    value = value_of(brief.contract.id, version)
    asked = bool(brief.talk) and brief.talk[-1].asks
    return [
        actions(
            [
                button(words("amendment-sign"), "reviewing.sign", value, style="primary"),
                button(words("amendment-counter"), "reviewing.counter", value),
                button(words("amendment-wonder"), "reviewing.wonder", value),
            ]
        ),
        small(words("wonder-sent" if asked else "amendment-next")),
    ]


def teacher_asked(notice: TeacherAsked, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = _said(brief, "question-asked", w)
    if brief.unanswered:
        value = value_of(notice.contract, notice.entry)
        blocks += [
            actions([button(w("question-answer"), "reviewing.answer", value, style="primary")]),
            small(w("question-next")),
        ]
    else:
        blocks.append(standing(brief, w))
    return message(_spoken(brief, "question-asked", w), *blocks)


def answer_passed_on(notice: AnswerPassedOn, brief: ContractBrief, reader: Reader) -> Message:
    return message(reader.words("question-sent"), say(reader.words, "question-sent"))


def student_answered(notice: StudentAnswered, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = [say(w, "question-answered", name=brief.by), *talk_lines(brief, w)]
    blocks += decision(brief, notice.version, w) if waits_for_teachers(brief, notice.version) else [standing(brief, w)]
    return message(_spoken(brief, "question-answered", w), *blocks)


def student_wondered(notice: StudentWondered, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = _said(brief, "wonder-asked", w)
    if brief.unanswered:
        value = value_of(notice.contract, notice.entry)
        blocks += [
            actions([button(w("question-answer"), "reviewing.explain", value, style="primary")]),
            small(w("wonder-next", student=brief.student)),
        ]
    else:
        blocks.append(standing(brief, w))
    return message(_spoken(brief, "wonder-asked", w), *blocks)


def teacher_explained(notice: TeacherExplained, brief: ContractBrief, reader: Reader) -> Message:
    w, contract = reader.words, brief.contract
    blocks = [say(w, "wonder-answered", name=brief.by), *talk_lines(brief, w)]
    if contract.status is Status.AMENDED and contract.on_the_table.number == notice.version:
        blocks += amendment_buttons(brief, notice.version, w)
    else:
        blocks.append(standing(brief, w))
    return message(_spoken(brief, "wonder-answered", w), *blocks)


def sent_back(notice: SentBack, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    blocks = [*_said(brief, "sent-back", w), say(w, "sent-back-kept")]
    if brief.contract.status is Status.DRAFTING:
        blocks += [
            actions(
                [button(w("sent-back-go-on"), "proposing.start_in.0", str(brief.contract.classroom), style="primary")]
            ),
            small(w("sent-back-next")),
        ]
    else:
        blocks.append(standing(brief, w))
    return message(_spoken(brief, "sent-back", w), *blocks)


def agreed(notice: Agreed, brief: ContractBrief, reader: Reader) -> Message:
    w = reader.words
    text = w.pieces("agreed-for-teacher", student=brief.student, classroom=brief.classroom)
    return message(spoken(text), rich(text), *next_line(brief, reader), small(w("agreed-next-for-teacher")))


def contract_closed(notice: ContractClosed, brief: ContractBrief, reader: Reader) -> Message:
    w, what = reader.words, ever_was(brief.contract)
    said = w.pieces(f"closed-for-{brief.side}", name=brief.by, classroom=brief.classroom, what=what)
    reason = str(brief.entry.detail.get("text", "")) if brief.entry else ""
    return message(spoken(said), rich(said), quote(reason), small(w(f"closed-next-for-{brief.side}", what=what)))


def closed_by_you(notice: ClosedByYou, brief: ContractBrief, reader: Reader) -> Message:
    w, what = reader.words, ever_was(brief.contract)
    said = w.pieces(f"closed-by-you-{brief.side}", student=brief.student, classroom=brief.classroom, what=what)
    return message(spoken(said), rich(said), small(w(f"closed-by-you-next-{brief.side}", what=what)))


def ever_was(contract: Contract) -> str:
    """How far it came: a "contract" that was agreed, a "proposal" that the teachers saw, or only a "draft"."""
    if contract.agreed is not None:
        return "contract"
    return "proposal" if contract.versions else "draft"


def standing(brief: ContractBrief, words: Words) -> Block:
    """Where the contract stands, in a sentence or two, for the reader's side."""
    contract = brief.contract
    key = f"standing-{contract.status}-{brief.side}"
    if contract.status is Status.DRAFTING and contract.versions:
        key = f"standing-sent-back-{brief.side}"
    teacher = brief.teacher or words("standing-a-teacher")
    args = {"student": brief.student, "teacher": teacher, "what": ever_was(contract)}
    if contract.agreed is not None:  # an old card is about other terms than those that are in force
        return say(words, key, **args, date=contract.agreed.terms.ends_on)
    return say(words, key, **args)


def waits_for_teachers(brief: ContractBrief, version: int) -> bool:
    return brief.contract.status is Status.PROPOSED and brief.contract.on_the_table.number == version


def next_line(brief: ContractBrief, reader: Reader) -> list[Block]:
    """When the next check-in comes, in the reader's time zone."""
    if brief.next_check_in is None or brief.contract.status not in RUNNING:
        return []
    moment = dated(reader.words, brief.next_check_in, reader.timezone, reader.now)
    return [say(reader.words, f"next-check-in-for-{brief.side}", moment=moment, student=brief.student)]


def coming_line(brief: ContractBrief, words: Words) -> list[Block]:
    """The days on which the student would be asked next."""
    if not brief.coming:
        return []
    dates = days_of(words, brief.coming, brief.timezone)
    return [small(words("check-ins-to-come", dates=dates, count=len(brief.coming)))]


def _compared(brief: ContractBrief, words: Words) -> list[Block]:
    if brief.before is None or brief.terms is None:
        return []
    found = change_blocks(brief.before, brief.terms, words)
    if len(found) > CHANGES_MOST:
        return []
    return [say(words, "proposal-changed"), together(*found), *coming_line(brief, words), say(words, "proposal-whole")]


def _vague(brief: ContractBrief, words: Words) -> list[Block]:
    if not brief.vague or brief.terms is None:
        return []
    count = len(brief.terms.targets)
    lines = [words.pieces(f"vague-{what}", target=target_name(i, count, words)) for i, what in brief.vague]
    return [rich(words.pieces("vague-title"), *lines)]


def talk_lines(brief: ContractBrief, words: Words) -> list[Block]:
    most = fitting([line.text for line in brief.talk], TALK_ROOM)
    lines: list[list[SentencePiece]] = [
        [*words.pieces(talk_key(line), name=line.name), " ", Typed(cut(line.text, most))] for line in brief.talk
    ]
    return [rich(*lines)] if lines else []


def _said(brief: ContractBrief, key: str, words: Words) -> list[Block]:
    """Who said it, and their words."""
    text = str(brief.entry.detail.get("text", "")) if brief.entry else ""
    return [say(words, key, name=brief.by, classroom=brief.classroom), quote(text)]


def _spoken(brief: ContractBrief, key: str, words: Words) -> str:
    return spoken(words.pieces(key, name=brief.by, classroom=brief.classroom))
