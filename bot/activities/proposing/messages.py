"""The messages of the interview: each question with where one is, what was understood, and the ways on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from bot.activities.admitting.leaving_out_messages import helpers_lines
from bot.activities.care.messages import CareRule, rule_line
from bot.activities.proposing.interview import rhythm
from bot.activities.proposing.interview.draft import SECTIONS
from bot.activities.proposing.interview.particulars import AT_THE_END
from bot.activities.set_up.messages import weekdays
from bot.domain.actor import Side
from bot.domain.classroom import Classroom, Feedback
from bot.domain.outbox import Message
from bot.domain.rights import ClassRole
from bot.domain.terms import COUNTED, Measure, Terms
from bot.messages.blocks import Block, actions, button, joined, plain, quote, rich, say, small, spoken
from bot.messages.days import clock, day, days_of
from bot.messages.forms import option as option_of
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import terms_blocks
from prompts.words import SentencePiece, Words

# The interview: its questions, and what is said around them.


@dataclass(frozen=True, slots=True)
class InterviewQuestion(Notice):
    """The question that is open when it is sent: `asked` is its count, and when that moved on, this is not said.

    `remark` is the key of a sentence to say before it (a refusal, or where one is), `details` fill its copy. `question`
    is the key of the question, "" for the summary: once it is answered, the message stands there without its buttons.
    """

    interview: int
    asked: int
    remark: str = ""
    details: Mapping[str, str | int] = field(default_factory=dict)
    help: bool = False
    question: str = ""

    @property
    def subject(self) -> str:
        return question_card(self.interview, self.asked)


def question_card(interview: int, asked: int) -> str:
    """What each message that asks this question follows."""
    return f"question:{interview}:{asked}"


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
    measure: Measure = COUNTED


@dataclass(frozen=True, slots=True)
class ClassPolicy:
    """What the class fixes or offers about dates."""

    term_ends_on: date
    check_in_days: tuple[str, ...]
    check_in_time: time
    guided: bool
    most_targets: int
    timezone: str = "UTC"
    """The student's."""
    decided_by: str = ""
    """The teacher who decided so for this student alone; "" where the class has it so."""


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
    may_add: bool = False
    """Whether the class allows another target."""
    coming: tuple[datetime, ...] = ()
    """When the first check-ins would be, if it were agreed on now."""
    standards: bool = False
    """Whether the class has some, which targets may name."""
    rubrics: bool = False
    """Whether the school has some, of which targets may take criteria."""
    menu: str = ""
    """The room that has something to choose from for this question, where one has."""
    measure: Measure = COUNTED
    """How the numbers of the target are written."""
    hello: "Hello | None" = None
    """With the first question: what is to be known before anything is written."""
    took: tuple[tuple[str, str], ...] = ()
    """What was taken out of the answer just given for other questions: (step, value)."""
    offers: tuple[str, ...] = ()
    """What helps with the standards that the target names: a button takes all of it."""
    warm: str = ""
    """The word of a clause about the answer just given; "" for none."""


@dataclass(frozen=True, slots=True)
class Hello:
    """Who is greeted ("" for who knows Accord), who reads what is sent, and what happens when somebody is not well."""

    name: str
    teachers: tuple[str, ...]
    care: CareRule
    helpers: tuple[tuple[str, ClassRole], ...] = ()
    """Names of the class's aides and observers."""


@dataclass(frozen=True, slots=True)
class AnsweredQuestion:
    """A question that is not open any more. `pressed` is the answer that was given by a button, None for one that was
    typed; `step` is "" for the summary."""

    step: str
    sent: bool
    pressed: str | None = None
    skipped: bool = False
    measure: Measure = COUNTED


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


# The buttons of a question and the parts of the summary: their labels, and what they carry.


_NAMED_MOST = 3
"""Teachers who are named to who begins; more are "your teachers"."""
_DATES = ("timeframe", "ends_on")
_NUMBERS = ("baseline", "goal")
_CHOICES = ("evidence", "more", "wording", "statement", "aims")


def button_value(brief: QuestionBrief, choice: str = "") -> str:
    """Which interview, which of its questions, and what was chosen: a claim, checked again when it comes back."""
    return f"{brief.interview}:{brief.asked}:{choice}"


def option_label(brief: QuestionBrief, value: str, words: Words, *, step: str = "") -> str:
    """A value of a step as a person reads it: a date, a number, days, one of the choices; else the text itself."""
    name = step or brief.step
    if name in _DATES and not step and value == brief.policy.term_ends_on.isoformat():
        return words("proposing-option-term-end", date=date.fromisoformat(value))
    return value_label(name, value, brief.measure, words)


def value_label(name: str, value: str, measure: Measure, words: Words) -> str:
    """The same, of a step that is not asked now."""
    if name in _DATES and value == AT_THE_END:
        return words("proposing-option-timeframe-end")
    if name in _DATES:
        return day(date.fromisoformat(value), words)
    if name == "days":
        after_each = rhythm.chosen_after(value)
        if after_each:
            return words("proposing-option-after-each", what=after_each)
        days = weekdays(words, rhythm.days_of(value))
        return words("proposing-option-second-week", days=days) if rhythm.is_every_second_week(value) else days
    if name in _NUMBERS:
        return measure.text(Decimal(value))
    if name in _CHOICES and words.has(f"proposing-option-{name}-{value}"):
        return words(f"proposing-option-{name}-{value}")
    return value


def keep_blocks(brief: QuestionBrief, words: Words) -> list[Block]:
    """The earlier answer, and a button to leave it as it is."""
    if brief.keep is None:
        return []
    if brief.keeps_skipped:
        label = words("proposing-keep-skipped")
        return [say(words, "proposing-you-skipped"), actions([button(label, "proposing.keep", button_value(brief))])]
    keep = button(words("proposing-keep"), "proposing.keep", button_value(brief), style="primary")
    return [say(words, "proposing-you-wrote"), quote(option_label(brief, brief.keep, words)), actions([keep])]


def ways_on(brief: QuestionBrief, words: Words) -> list[dict[str, Any]]:
    """Back, skip where it may be skipped, help, finish later."""
    wanted = [("back", brief.may_go_back), ("skip", brief.optional), ("help", True), ("later", True)]
    return [
        button(words(f"proposing-{name}"), f"proposing.{name}", button_value(brief)) for name, shown in wanted if shown
    ]


def choose_part(brief: QuestionBrief, words: Words) -> dict[str, Any]:
    """A menu of every part of the summary."""
    options = [option_of(_part_label(part, brief.targets, words), button_value(brief, part)) for part in brief.parts]
    return {
        "type": "static_select",
        "action_id": "proposing.edit",
        "placeholder": plain(words("proposing-edit"), 150),
        "options": options,
    }


def _part_label(part: str, targets: int, words: Words) -> str:
    target, _, name = part.rpartition(".")
    label = words(f"proposing-part-{name}")
    return words("proposing-part-of-target", target=int(target), part=label) if target and targets > 1 else label


def interview_question(notice: InterviewQuestion, brief: QuestionBrief | AnsweredQuestion, reader: Reader) -> Message:
    w = reader.words
    if isinstance(brief, AnsweredQuestion):
        return _answered(brief, w)
    before = [*_hello(brief, w), *_remark(notice, brief, w), *_warm(brief, w), *_understood(brief, w), *_took(brief, w)]
    blocks = _summary(notice, brief, w) if not brief.step else _question(notice, brief, w)
    lead = w.pieces("proposing-summary-intro") if not brief.step else _ask(brief, w)
    return message(" ".join([*_spoken_remark(notice, brief, w), spoken(lead)]), *before, *blocks)


def _question(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[Block]:
    blocks = [*_feedback(brief, words), small(_position(brief, words)), rich(_ask(brief, words))]
    blocks += [*_wordings(brief, words), *_idea(brief, words)]
    if brief.unit:
        blocks.append(small(words("proposing-so-far-unit", unit=brief.unit)))
    blocks += [_hint(brief, words), *_reads(brief, words)]
    if notice.help:
        blocks.append(say(words, _worded("help", brief, words), work=brief.work))
    blocks += [*_offers(brief, words), *keep_blocks(brief, words)]
    if brief.menu:
        value = f"{brief.interview}:{brief.target}"
        blocks.append(actions([button(words(f"proposing-{brief.menu}-button"), f"{brief.menu}.open_choice", value)]))
    if brief.options:
        blocks.append(actions(_options(brief, words)))
    blocks.append(actions(ways_on(brief, words)))
    return blocks


def _hello(brief: QuestionBrief, words: Words) -> list[Block]:
    """Five lines: who speaks, how long it takes, who reads what, and what happens when somebody is not well."""
    if brief.hello is None:
        return []
    greeting = [say(words, "proposing-hello", name=brief.hello.name), say(words, "proposing-hello-time")]
    return [
        *(greeting if brief.hello.name else []),
        _readers(brief.hello, words),
        *([small(*lines)] if (lines := helpers_lines(brief.hello.helpers, words)) else []),
        say(words, "proposing-hello-class"),
        small(rule_line(brief.hello.care, words)),
    ]


def _readers(hello: Hello, words: Words) -> Block:
    if len(hello.teachers) not in range(1, _NAMED_MOST + 1):
        return say(words, "proposing-hello-readers-all")
    return say(words, "proposing-hello-readers", teachers=joined(words, hello.teachers))


def _warm(brief: QuestionBrief, words: Words) -> list[Block]:
    return [say(words, f"proposing-warm-{brief.warm}")] if brief.warm else []


def _took(brief: QuestionBrief, words: Words) -> list[Block]:
    return [block for step, text in brief.took for block in (say(words, f"proposing-took-{step}"), quote(text))]


def _offers(brief: QuestionBrief, words: Words) -> list[Block]:
    if not brief.offers:
        return []
    take = button(words("proposing-take-materials-button"), "proposing.take_materials", button_value(brief))
    return [say(words, "proposing-offered-materials"), quote("\n".join(brief.offers)), actions([take])]


def _answered(brief: AnsweredQuestion, words: Words) -> Message:
    """What was asked, and what was pressed: a message of the student's own says what was typed."""
    if not brief.step:
        key = "proposing-summary-sent" if brief.sent else "proposing-summary-over"
        return message(words(key), small(words(key)))
    asked = words.pieces(f"proposing-ask-{brief.step}")
    if brief.skipped:
        return message(spoken(asked), rich(asked), small(words("proposing-answered-skipped")))
    if brief.pressed is None:
        return message(spoken(asked), rich(asked))
    pressed = value_label(brief.step, brief.pressed, brief.measure, words)
    return message(spoken(asked), rich(asked), say(words, "proposing-answered", value=pressed))


def _ask(brief: QuestionBrief, words: Words) -> list[SentencePiece]:
    return words.pieces(_worded("ask", brief, words), work=brief.work, total=brief.total)


def _ends_of(measure: Measure) -> dict[str, str]:
    """The best and the worst grade of the scale."""
    return {"best": measure.scale[-1], "worst": measure.scale[0]} if measure.scale else {}


def _worded(part: str, brief: QuestionBrief, words: Words) -> str:
    """The key of a question's part: in words of the student's work, or of what the target counts, where that is known
    and the copy has such words."""
    if brief.offered:
        return f"proposing-{part}-{brief.step}-instead"
    key = f"proposing-{part}-{brief.step}"
    if brief.work and words.has(f"{key}-work"):
        return f"{key}-work"
    counted = f"{key}-{brief.measure.counts}"
    return counted if words.has(counted) else key


def _position(brief: QuestionBrief, words: Words) -> str:
    if brief.step == "more":
        return words("proposing-position-more", sections=SECTIONS)
    name = words(f"proposing-section-{brief.section}")
    if brief.target > 1:
        return words(
            "proposing-position-target", target=brief.target, section=brief.section, sections=SECTIONS, name=name
        )
    return words("proposing-position", section=brief.section, sections=SECTIONS, name=name)


def _reads(brief: QuestionBrief, words: Words) -> list[Block]:
    """Who reads the answer, where that matters; not again where the first lines have just said it."""
    key = f"proposing-reads-{brief.step}"
    return [small(words(key))] if words.has(key) and brief.hello is None else []


def _hint(brief: QuestionBrief, words: Words) -> Block:
    policy = brief.policy
    return small(
        words(
            _worded("hint", brief, words),
            work=brief.work,
            total=brief.total,
            latest=brief.contract_ends_on or policy.term_ends_on,
            until="contract" if brief.contract_ends_on else "term",
            time=clock(policy.check_in_time, words),
            most=policy.most_targets,
            **_ends_of(brief.measure),
        )
    )


def _options(brief: QuestionBrief, words: Words) -> list[dict[str, Any]]:
    first = brief.options[0] if brief.step == "wording" else None
    return [
        button(
            option_label(brief, option, words),
            f"proposing.choose.{i}",
            button_value(brief, option),
            style="primary" if option == first else None,
        )
        for i, option in enumerate(brief.options)
    ]


def _remarks_of(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[tuple[str, dict[str, Any]]]:
    """What to say first: what was tried just now or happened, and why an earlier answer is asked again."""
    again = [(_refusal(brief.refusal, brief, words), _args(brief.details))] if brief.refusal else []
    if not notice.remark:
        return again
    happened = f"proposing-remark-{notice.remark}"
    if words.has(happened):
        return [(happened, _args(notice.details)), *again]
    return [(_refusal(notice.remark, brief, words), _args(notice.details))]


def _args(details: Mapping[str, str | int]) -> dict[str, Any]:
    """What fills a remark's copy; a day is kept as text in what was to be said."""
    return {**details, "end": date.fromisoformat(str(details["end"]))} if "end" in details else dict(details)


def _refusal(reason: str, brief: QuestionBrief, words: Words) -> str:
    """The key: where the question is in words of the student's work, why it is asked again may be too."""
    key = f"refusal-{reason}"
    return f"{key}-work" if brief.work and words.has(f"{key}-work") else key


def _remark(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[Block]:
    return [say(words, key, **args) for key, args in _remarks_of(notice, brief, words)]


def _spoken_remark(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[str]:
    return [spoken(words.pieces(key, **args)) for key, args in _remarks_of(notice, brief, words)]


def _understood(brief: QuestionBrief, words: Words) -> list[Block]:
    if brief.read_back is not None:
        return _read_back(brief, brief.read_back, words)
    if brief.understood is None:
        return []
    step, value = brief.understood
    if step == "timeframe" and value == AT_THE_END:
        return [say(words, "proposing-understood-open")]
    return [say(words, "proposing-understood", value=option_label(brief, value, words, step=step))]


def _read_back(brief: QuestionBrief, read: ReadBack, words: Words) -> list[Block]:
    args: dict[str, Any] = {
        "baseline": read.measure.text(read.baseline),
        "goal": read.measure.text(read.goal),
        "unit": read.measure.beside(read.unit),
    }
    if read.due is not None:
        args["due"] = read.due
    change = [
        button(
            words("proposing-change-numbers"),
            "proposing.edit.numbers",
            button_value(brief, f"{read.target}.numbers"),
        )
    ]
    if read.may_change_date:
        value = button_value(brief, f"{read.target}.timeframe")
        change.append(button(words("proposing-change-date"), "proposing.edit.date", value))
    key = "proposing-read-back" if read.due is not None else "proposing-read-back-open"
    thoughts = [say(words, f"proposing-thought-{thought}") for thought in read.thoughts]
    return [say(words, key, **args), *thoughts, actions(change)]


def _feedback(brief: QuestionBrief, words: Words) -> list[Block]:
    given = brief.feedback
    if given is None:
        return []
    parts = (("seen", given.seen), ("matters", given.matters), ("next", given.next_step))
    said = [(name, text) for name, text in parts if text]
    title = say(words, "proposing-feedback", teacher=brief.teacher)
    if [name for name, _ in said] == ["seen"]:
        return [title, quote(given.seen)]
    return [title, *(say(words, f"proposing-feedback-{name}", text=text) for name, text in said)]


def _idea(brief: QuestionBrief, words: Words) -> list[Block]:
    """The draft to start from, or the sentence whose places are open."""
    if brief.step == "blanks":
        return [quote(brief.original)]
    return [say(words, "proposing-idea", teacher=brief.idea_from), quote(brief.idea)] if brief.idea else []


def _wordings(brief: QuestionBrief, words: Words) -> list[Block]:
    if brief.offered:
        before = [say(words, "proposing-wording-before"), quote(brief.original)]
        return [say(words, "proposing-wording-offered"), quote(brief.offered), *before]
    if not brief.suggestion:
        return []
    return [
        say(words, "proposing-wording-suggestion"),
        quote(brief.suggestion),
        say(words, "proposing-wording-original"),
        quote(brief.original),
    ]


def _who_decides(policy: ClassPolicy, words: Words) -> str:
    """What is fixed, and by whom; or what the student may change."""
    if not policy.guided:
        return words("proposing-summary-defaults")
    if policy.decided_by:
        return words("proposing-summary-guided-by", teacher=policy.decided_by)
    return words("proposing-summary-guided")


def _summary(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[Block]:
    blocks = [small(words("proposing-position-summary", sections=SECTIONS)), say(words, "proposing-summary-intro")]
    if brief.terms is not None:
        blocks += terms_blocks(brief.terms, words, private=True, reader=Side.STUDENT)
    if brief.coming:
        dates = days_of(words, brief.coming, brief.policy.timezone)
        blocks.append(small(words("proposing-summary-coming", dates=dates, count=len(brief.coming))))
    blocks.append(small(_who_decides(brief.policy, words)))
    if notice.help:
        blocks.append(say(words, "proposing-help-summary"))
    blocks.append(say(words, "proposing-summary-sign"))
    submit = button(words("proposing-submit"), "proposing.submit", button_value(brief, brief.seal), style="primary")
    more = [button(words("proposing-option-more-yes"), "proposing.more", button_value(brief))] if brief.may_add else []
    if brief.standards:
        value = str(brief.interview)
        more.append(button(words("proposing-standards-button"), "standards.open_choice", value))
    if brief.rubrics:
        more.append(button(words("proposing-rubrics-button"), "rubrics.open_choice", str(brief.interview)))
    blocks.append(actions([submit, choose_part(brief, words), *more]))
    blocks.append(actions(ways_on(brief, words)))
    return blocks


# What is said around the interview: which class, finished later, signed and sent.


MOST_CLASSES = 20
"""Buttons in one row; nobody is a student in more classes."""


def paused(notice: InterviewPaused, brief: PausedBrief, reader: Reader) -> Message:
    w = reader.words
    pieces = w.pieces("proposing-paused", classroom=brief.classroom, section=brief.section, sections=SECTIONS)
    return message(
        spoken(pieces),
        say(w, "proposing-paused", classroom=brief.classroom, section=brief.section, sections=SECTIONS),
        actions([button(w("proposing-resume"), "proposing.resume", str(brief.interview), style="primary")]),
        small(w("proposing-paused-next")),
    )


def choose_class(notice: ChooseClass, brief: ChooseClassBrief, reader: Reader) -> Message:
    w = reader.words
    buttons = [
        button(c.name, f"proposing.start_in.{i}", str(c.id)) for i, c in enumerate(brief.classrooms[-MOST_CLASSES:])
    ]
    return message(
        w("proposing-which-class"),
        say(w, "proposing-which-class"),
        *([actions(buttons)] if buttons else []),
        small(w("proposing-which-class-next")),
    )


def proposal_sent(notice: ProposalSent, brief: SentBrief, reader: Reader) -> Message:
    w = reader.words
    teachers = joined(w, brief.teachers)
    pieces = w.pieces("proposing-sent", teachers=teachers)
    return message(spoken(pieces), say(w, "proposing-sent", teachers=teachers), small(w("proposing-sent-next")))


def answer_sent(notice: AnswerSent, brief: SentBrief, reader: Reader) -> Message:
    w = reader.words
    return message(w("proposing-answer-sent"), say(w, "proposing-answer-sent"), small(w("proposing-answer-sent-next")))
