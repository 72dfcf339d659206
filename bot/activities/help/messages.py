"""Help, and refusals that lead somewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar

from bot.activities.admitting.leaving_out_messages import helpers_lines
from bot.activities.care.messages import CareRule, rule_line
from bot.activities.checking_in.messages import STATEMENT_MOST
from bot.activities.hearing.messages import ClassStanding, Explained, ExplainedBrief, what_waits
from bot.activities.reviewing.messages import value_of
from bot.domain.contract import RUNNING, Status
from bot.domain.outbox import Message
from bot.domain.terms import Target
from bot.messages.blocks import Block, actions, bullets, button, cut, joined, rich, say, small
from bot.messages.days import day, when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress_words
from prompts.words import SentencePiece, Words

# Answers to what was not understood or not allowed, and the way on.


@dataclass(frozen=True, slots=True)
class RefusalSaid(Notice):
    """Somebody could not do what they tried; `reason` is the refusal's key, `details` fill its copy."""

    kind: ClassVar[str] = "refused"
    reason: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Help(Notice):
    """What one can do here and now. `unheard`: they had written something that answered nothing."""

    unheard: bool = False


@dataclass(frozen=True, slots=True)
class FilesNotPassedOn(Notice):
    """To somebody who sent Accord a file: nobody else gets it."""


@dataclass(frozen=True, slots=True)
class HelpBrief:
    """`teaches` and `learns` hold class names; both may be empty."""

    teaches: tuple[str, ...]
    learns: tuple[str, ...]
    may_set_up: bool
    draft_waiting: bool
    may_start: bool = False
    """In one of the classes no contract of theirs is open."""
    has_contract: bool = False
    """One of theirs is open, and a teacher has seen it."""
    check_in: int | None = None
    """The check-in that waits for an answer."""
    helps: bool = False
    """They are an aide or an observer of a class."""
    care: CareRule | None = None
    """What a student is to know before they write anything."""


WAYS_TO_THE_WORDING = {
    Status.PROPOSED.value: ("proposal-suggest", "reviewing.suggest"),
    Status.AMENDED.value: ("amendment-counter", "reviewing.counter"),
    Status.RENEGOTIATING.value: ("change-decline", "changing.decline"),
}


FOR_TEACHERS = ("feedback", "review", "respond", "holiday", "home")


def refused(notice: RefusalSaid, brief: HelpBrief, reader: Reader) -> Message:
    w = reader.words
    key = f"refusal-{notice.reason}"
    return message(
        w(key, **notice.details),
        say(w, key, **notice.details),
        actions([*_way_on(notice, w), button(w("help-button"), "help.show")]),
    )


def _way_on(notice: RefusalSaid, words: Words) -> list[dict[str, Any]]:
    """To the wording that hides something: whoever opens it finds it as it is seen, and may sign that."""
    if notice.reason != "wording-hides" or notice.details["status"] not in WAYS_TO_THE_WORDING:
        return []
    label, action = WAYS_TO_THE_WORDING[str(notice.details["status"])]
    value = value_of(int(notice.details["contract"]), int(notice.details["version"]))
    return [button(words(label), action, value, style="primary")]


def files_not_passed_on(notice: FilesNotPassedOn, brief: None, reader: Reader) -> Message:
    return message(reader.words("files-stay"), say(reader.words, "files-stay"))


def show_help(notice: Help, brief: HelpBrief, reader: Reader) -> Message:
    w = reader.words
    intro = "help-unheard" if notice.unheard else "help-intro"
    blocks = [say(w, intro)]
    if brief.learns:
        ways = ["start", "check-in", "home"] if _plans(brief) else ["contract", "check-in", "away", "home"]
        blocks += [
            bullets(*(w.pieces(f"help-student-{way}") for way in ways)),
            actions(_what_fits(brief, w)),
        ]
    if brief.care is not None:
        blocks.append(small(rule_line(brief.care, w)))
    if brief.teaches:
        blocks.append(bullets(*(w.pieces(f"help-teacher-{way}") for way in FOR_TEACHERS)))
    if brief.helps:
        blocks.append(say(w, "help-helps"))
    elif not brief.learns and not brief.teaches:
        blocks.append(say(w, "help-set-up" if brief.may_set_up else "help-no-class"))
    return message(w(intro), *blocks)


def _plans(brief: HelpBrief) -> bool:
    return brief.draft_waiting or brief.may_start or not brief.has_contract


def _what_fits(brief: HelpBrief, words: Words) -> list[dict[str, Any]]:
    """The buttons for what a student can do now, the most pressing one first."""
    found: list[tuple[str, str, str]] = []
    if brief.check_in is not None:
        found.append(("check-in-log-button", "checking_in.log", str(brief.check_in)))
    if brief.has_contract:
        found.append(("help-contract", "changing.show", ""))
    if _plans(brief):
        found.append(("help-resume" if brief.draft_waiting else "help-start", "proposing.start", ""))
    return [
        button(words(key), action, value, style=None if i else "primary")
        for i, (key, action, value) in enumerate(found)
    ]


# The answers to questions to Accord itself. Each says only what is true for its reader now.


WHO_READS = ("who-reads", "what-teacher-sees")
NUMBERS, DATES, NEXT, WAYS = "how-am-i-doing", "when-is-it", "what-next", "change-or-end"


def explained(notice: Explained, brief: ExplainedBrief, reader: Reader) -> Message:
    w, topic = reader.words, notice.topic
    key = f"explained-{topic}" if w.has(f"explained-{topic}") else "explained-other"
    rest = what_waits(notice.waits, w)
    if topic in (NUMBERS, DATES) and not _agreed(brief):
        key = "explained-nothing-agreed"
        return message(w(key), say(w, key), *rest)
    return message(w(key), say(w, key), *_details(topic, brief, reader), *rest)


def _details(topic: str, brief: ExplainedBrief, reader: Reader) -> list[Block]:
    w = reader.words
    if topic in WHO_READS:
        helpers = [line for standing in brief.standings for line in helpers_lines(standing.helpers, w)]
        below = [small(*dict.fromkeys(helpers))] if helpers else []
        return [bullets(*lines), *below] if (lines := _teachers(brief, w)) else below
    if topic == NUMBERS:
        return [block for standing in _agreed(brief) for block in _numbers(standing, brief, reader)]
    if topic == DATES:
        return [bullets(*(_dates(standing, brief, reader) for standing in _agreed(brief)))]
    if topic == NEXT:
        return [bullets(*(_what_next(standing, brief, reader) for standing in brief.standings))]
    return [actions([button(w("help-contract"), "changing.show")])] if topic == WAYS and _agreed(brief) else []


def _agreed(brief: ExplainedBrief) -> list[ClassStanding]:
    return [s for s in brief.standings if s.contract is not None and s.contract.agreed is not None]


def _teachers(brief: ExplainedBrief, words: Words) -> list[list[SentencePiece]]:
    return [
        words.pieces("explained-teachers", classroom=s.classroom, teachers=joined(words, s.teachers))
        for s in brief.standings
        if s.teachers
    ]


def _numbers(standing: ClassStanding, brief: ExplainedBrief, reader: Reader) -> list[Block]:
    """Each target with its start, now and goal; then when it is asked about again."""
    w, contract = reader.words, standing.contract
    targets = contract.in_force.terms.targets if contract is not None else ()
    lines = [_target(target, standing.numbers.get(i), w) for i, target in enumerate(targets)]
    return [bullets(*lines), rich(_dates(standing, brief, reader))]


def _target(target: Target, number: Decimal | None, words: Words) -> list[SentencePiece]:
    """What says that there is no number yet says the start as well."""
    start = words.pieces("explained-start", baseline=target.text(target.baseline)) if number is not None else []
    statement = words.pieces("check-in-target", statement=cut(target.statement, STATEMENT_MOST))
    return [*statement, "\n", *start, *([" "] if start else []), *progress_words(words, target, number)]


def _dates(standing: ClassStanding, brief: ExplainedBrief, reader: Reader) -> list[SentencePiece]:
    w, contract = reader.words, standing.contract
    args = {"classroom": standing.classroom, "end": day(contract.in_force.terms.ends_on, w) if contract else ""}
    if standing.asked:
        return w.pieces("explained-dates-asked", **args)
    if standing.check_in is None:
        return w.pieces("explained-dates-none", **args)
    return w.pieces("explained-dates", when=when(w, standing.check_in, brief.timezone, reader.now), **args)


def _what_next(standing: ClassStanding, brief: ExplainedBrief, reader: Reader) -> list[SentencePiece]:
    contract = standing.contract
    if contract is not None and contract.status in RUNNING:
        return _dates(standing, brief, reader)
    status = contract.status.value if contract is not None else "none"
    return reader.words.pieces(f"explained-next-{status}", classroom=standing.classroom)
