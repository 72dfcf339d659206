"""Check-ins: the prompt, what was understood, and what the teachers see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.activities.checking_in.brief_messages import CheckInBrief, number_buttons
from bot.activities.checking_in.practice_messages import said_in_words, said_last_time, taps, what_then
from bot.activities.checking_in.snoozing_messages import instead, waits
from bot.activities.evidence.messages import to_show
from bot.activities.exchanging.stuck_messages import stuck_button
from bot.activities.feedback.messages import feedback_button
from bot.activities.feedback.uptake_messages import ways_blocks
from bot.activities.logbook.messages import how_it_goes_button
from bot.activities.looking_back.halfway_messages import offered
from bot.activities.paper.buttons import type_again_button
from bot.activities.talking import messages as talking
from bot.domain.check_ins import ASKED, AWAITING, CheckInState, Reply, Response
from bot.domain.contract import RUNNING, Status
from bot.domain.outbox import Message
from bot.domain.paper import has_no_account
from bot.domain.phases import wording
from bot.domain.questions import QuestionAnswer, Shape
from bot.domain.terms import Target
from bot.domain.uptake import Uptake, UptakeShown, uptake_of
from bot.language import counts, typed
from bot.messages.blocks import Block, actions, bullets, button, cut, quote, rich, say, small
from bot.messages.days import when
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress, target_labels
from prompts.words import SentencePiece, Words, language_of

# Check-ins: asking, answering, and what the teachers hear of it.
#
# What follows a check-in is a card of its own ("check-in:7"), not of the contract: else each change would render all
# the check-ins of a term again.


@dataclass(frozen=True, slots=True)
class OfCheckIn(Notice):
    """What is about one check-in."""

    check_in: int

    @property
    def subject(self) -> str | None:
        return f"check-in:{self.check_in}"


@dataclass(frozen=True, slots=True)
class CheckInDue(OfCheckIn):
    """To the student: how is it going?"""


@dataclass(frozen=True, slots=True)
class CheckInReminder(OfCheckIn):
    """To the student, once, where the prompt was not answered."""


@dataclass(frozen=True, slots=True)
class ReplyNoted(OfCheckIn):
    """To the student: what was understood, and how to correct it; or the question whether it is right."""


@dataclass(frozen=True, slots=True)
class ReplyShared(OfCheckIn):
    """To a teacher: what the student said, with a button to respond."""


@dataclass(frozen=True, slots=True)
class CheckInMissed(OfCheckIn):
    """To a teacher: nobody answered, neither the prompt nor the reminder."""


@dataclass(frozen=True, slots=True)
class NumberWanted(OfCheckIn):
    """To the student, once: the words are kept; the number, with a button."""


@dataclass(frozen=True, slots=True)
class WhichNumber(OfCheckIn):
    """To the student: the message named several numbers; which one is it?"""


@dataclass(frozen=True, slots=True)
class HowManyNow(OfCheckIn):
    """To the student: the number is not sure ("3 less"), or not the one that stands; how many is it? `after_no`: they
    said that what was shown back is wrong. `of_later`: it was for a day that is to come."""

    after_no: bool = False
    of_later: bool = False


@dataclass(frozen=True, slots=True)
class NumberStands(OfCheckIn):
    """To the student who edited a message: another answer came later, and its number stands."""


@dataclass(frozen=True, slots=True)
class WordsKept(OfCheckIn):
    """To the student: what they wrote after their answer is kept with it."""


@dataclass(frozen=True, slots=True)
class WordsTakenBack(OfCheckIn):
    """To the student who deleted a message: its words are out of the answer; what was called right stays. Where nothing
    is left of it, the check-in is open again."""


@dataclass(frozen=True, slots=True)
class TargetWanted(OfCheckIn):
    """To the student: which target does the number belong to? `ts` is the message that it stands in."""

    ts: str


@dataclass(frozen=True, slots=True)
class Responded(Notice):
    """To the student: what a teacher answered. A card: it follows that teacher's edits."""

    response: int

    @property
    def subject(self) -> str:
        return f"response:{self.response}"


@dataclass(frozen=True, slots=True)
class NoCheckInNow(Notice):
    """To a student who asked to check in when nothing is asked: when the next one comes."""


@dataclass(frozen=True, slots=True)
class ResponseBrief:
    response: Response
    teacher: str
    """The teacher's name."""
    well_done: bool
    """Whether there is something to praise where a teacher says by a tap that they have seen it."""
    ways: UptakeShown | None = None
    """What stands below it; None below what was taken back, or said by a tap."""


@dataclass(frozen=True, slots=True)
class NextBrief:
    """When the next check-in of each running contract comes: contract, class name and instant; None where none is
    left."""

    coming: tuple[tuple[int, str, datetime | None], ...]
    timezone: str
    """The student's."""


STATEMENT_MOST = 150
SHOWN_MOST = 1000
"""Characters of each thing typed that a card shows; the form shows it whole."""


def check_in_due(notice: CheckInDue, brief: CheckInBrief, reader: Reader) -> Message:
    return _asking(brief, reader, "check-in-due")


def check_in_reminder(notice: CheckInReminder, brief: CheckInBrief, reader: Reader) -> Message:
    return _asking(brief, reader, "check-in-reminder")


def _asking(brief: CheckInBrief, reader: Reader, key: str) -> Message:
    """What asks; once it is answered or closed, the same message says so."""
    w = reader.words
    if brief.check_in.state is CheckInState.ANSWERED:
        blocks = [say(w, "check-in-answered"), _progress_now(w, brief)]
        numbers = number_buttons(w, brief) if _has_number(brief) or brief.practised else []
        rest = [*numbers, *_practice(w, brief), *_asked_besides(w, brief)] if brief.next_due is not None else []
        return message(w("check-in-answered"), *blocks, *rest, *_buttons(w, brief, "check-in-change-button"))
    if brief.open and brief.check_in.state is CheckInState.EXCUSED:
        blocks = [say(w, "check-in-excused"), *_buttons(w, brief, "check-in-log-button")]
        return message(w("check-in-excused"), *blocks)
    if not brief.open or brief.check_in.state not in AWAITING:
        return message(w("check-in-closed"), say(w, "check-in-closed"))
    if brief.check_in.state is CheckInState.MISSED or brief.contract.status is Status.REASSESSING:
        key = "check-in-still-open"
    elif brief.asks_last(reader.now):
        key = "check-in-last"
    count = len(brief.targets)
    question = f"{key}-{brief.phase}-{wording(brief.check_in.number)}" if key == "check-in-due" else key
    numbers = number_buttons(w, brief)
    hint = w("check-in-hint-numbers" if numbers else "check-in-hint", unit=cut(brief.targets[0].unit, 60), count=count)
    return message(
        w(question, count=count),
        say(w, question, count=count),
        _progress_before(w, brief),
        *numbers,
        *_practice(w, brief),
        *_asked_besides(w, brief),
        *to_show(w, brief.contract.id, [brief.targets[i] for i in brief.to_show]),
        *_buttons(w, brief, "check-in-log-button", style="primary", others=_other_ways(w, brief, reader)),
        small(hint, *_example(w, brief), *_not_now(w, brief), w(f"{key}-next")),
    )


def _asked_besides(words: Words, brief: CheckInBrief) -> list[Block]:
    """What the class wants to know beside the number, as long as nothing was said in words."""
    first = brief.replies.get(0)
    if first is not None and first.all_words:
        return []
    asked = [words.pieces("check-in-asked", question=question) for question in brief.asks.questions]
    if brief.asks.shape is Shape.TALK:
        asked.insert(0, words.pieces("check-in-talk"))
    return [say(words, "check-in-asks"), bullets(*asked)] if asked else []


def _other_ways(words: Words, brief: CheckInBrief, reader: Reader) -> list[Block]:
    """Than to answer now, while it waits for that."""
    stuck = stuck_button(words, brief.contract.classroom)
    if not _is_asked(brief):
        return [stuck]
    return [stuck, instead(words, brief.check_in, last=brief.asks_last(reader.now))]


def _not_now(words: Words, brief: CheckInBrief) -> list[str]:
    """Where to find them, where they are behind a menu."""
    return [words("check-in-not-now")] if _is_asked(brief) and waits(brief.check_in) else []


def _is_asked(brief: CheckInBrief) -> bool:
    return brief.check_in.state in ASKED and brief.contract.status in RUNNING


def reply_noted(notice: ReplyNoted, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.check_in.state is not CheckInState.ANSWERED:
        if brief.check_in.state in (CheckInState.PLANNED, CheckInState.DROPPED):
            return message(w("check-in-undone-unasked"), say(w, "check-in-undone-unasked"))
        blocks = [say(w, "check-in-undone"), *_buttons(w, brief, "check-in-log-button")]
        return message(w("check-in-undone"), *blocks)
    asks, tone = brief.open and has_waiting(brief), _tone(w, brief)
    if not asks and not _has_number(brief):
        said = "practised" if brief.practised else "not-yet"
        key = "check-in-words-kept" if said_words(w, brief) else f"check-in-{said}"
        blocks = [
            *_told(w, brief),
            say(w, key),
            *([_progress_now(w, brief)] if brief.practised else []),
            *_buttons(w, brief, "check-in-number-button", others=_beside(w, brief, reader)),
            *_to_reach(w, brief),
        ]
        return message(w(key), *blocks, small(_what_next(brief, reader)), *_halfway(w, brief))
    key = "check-in-noted-question" if asks else f"check-in-noted{tone}"
    return message(
        w(key),
        say(w, key),
        _asked_about(w, brief) if asks else _progress_now(w, brief),
        *_buttons(w, brief, "check-in-change-button", confirm=asks, others=_beside(w, brief, reader)),
        *_what_then(w, brief),
        *_to_reach(w, brief),
        small(_what_next(brief, reader)),
        *([] if asks else _halfway(w, brief)),
    )


def _halfway(words: Words, brief: CheckInBrief) -> list[Block]:
    return offered(words, brief.contract.id) if brief.halfway else []


def _to_reach(words: Words, brief: CheckInBrief) -> list[Block]:
    """The milestones of their own of which no number says that they are reached."""
    buttons = [
        button(
            cut(words("check-in-reached-button", name=name), 75),
            f"celebrating.reached_{place}",
            f"{brief.check_in.id}:{target}:{number}",
        )
        for place, (target, number, name) in enumerate(brief.to_reach)
    ]
    return [small(words("check-in-reached")), actions(buttons)] if buttons else []


def _what_then(words: Words, brief: CheckInBrief) -> list[Block]:
    """After a setback: what they mean to do where something gets in the way."""
    if not brief.open or brief.contract.status is not Status.ACTIVE or has_waiting(brief) or -1 not in brief.ways:
        return []
    first = brief.replies.get(0)
    return what_then(words, brief.check_in.id, brief.contract, first.next_step if first else "")


def _tone(words: Words, brief: CheckInBrief) -> str:
    """The end of a key, by what an answer tells: an illness, else which way its numbers went, else what it says."""
    first = brief.replies.get(0)
    said = "\n".join([*first.typed.values(), first.worked, first.did_not_work]) if first is not None else ""
    told = typed.tone(said, language_of(words.locale))
    if told != "ill" and brief.ways - {0}:
        told = "progress" if 1 in brief.ways else "setback"
    return f"-{told}" if told else ""


def _told(words: Words, brief: CheckInBrief) -> list[Block]:
    """A clause about words without a number."""
    tone = _tone(words, brief)
    return [say(words, f"check-in-told{tone}")] if tone else []


def number_wanted(notice: NumberWanted, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if _has_number(brief):
        return message(w("check-in-number-there"), say(w, "check-in-number-there"))
    unit = cut(brief.targets[0].unit, 60)
    return message(
        w("check-in-number-wanted", unit=unit, count=len(brief.targets)),
        *_told(w, brief),
        say(w, "check-in-number-wanted", unit=unit, count=len(brief.targets)),
        *_buttons(w, brief, "check-in-number-button", style="primary"),
        small(w("check-in-number-wanted-next"), *_example(w, brief)),
    )


def which_number(notice: WhichNumber, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if _has_number(brief):
        return _what_stands(brief, reader, "check-in-what-stands")
    return message(
        w("check-in-which-number"),
        say(w, "check-in-which-number"),
        *_buttons(w, brief, "check-in-number-button", style="primary"),
        small(w("check-in-number-wanted-next"), *_example(w, brief)),
    )


def how_many_now(notice: HowManyNow, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if _has_number(brief):
        return _what_stands(brief, reader, "check-in-how-many-instead")
    args: dict[str, str | int] = {"unit": cut(brief.targets[0].unit, 60), "count": len(brief.targets)}
    asked = "after-no" if notice.after_no else "of-later" if notice.of_later else "now"
    key = f"check-in-how-many-{asked}"
    return message(
        w(key, **args),
        say(w, key, **args),
        *_buttons(w, brief, "check-in-number-button", style="primary"),
        small(w("check-in-number-wanted-next"), *_example(w, brief)),
    )


def number_stands(notice: NumberStands, brief: CheckInBrief, reader: Reader) -> Message:
    return _what_stands(brief, reader, "check-in-number-stands")


def words_taken_back(notice: WordsTakenBack, brief: CheckInBrief, reader: Reader) -> Message:
    if brief.check_in.state is not CheckInState.ANSWERED:
        w, asked = reader.words, brief.check_in.state in ASKED
        key = "check-in-reopened" if asked else "check-in-answer-deleted"
        style = "primary" if asked else None
        return message(w(key), say(w, key), *_buttons(w, brief, "check-in-log-button", style=style))
    return _what_stands(brief, reader, "check-in-words-taken-back")


def _what_stands(brief: CheckInBrief, reader: Reader, key: str) -> Message:
    w = reader.words
    return message(w(key), say(w, key), _progress_now(w, brief), *_buttons(w, brief, "check-in-change-button"))


def words_kept(notice: WordsKept, brief: CheckInBrief, reader: Reader) -> Message:
    return message(reader.words("check-in-words-added"), small(reader.words("check-in-words-added")))


def target_wanted(notice: TargetWanted, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    chosen = next((r.target for r in brief.replies.values() if r.source == notice.ts), None)
    if chosen is not None and chosen < len(brief.targets):
        said = w.pieces("check-in-target-chosen", statement=cut(brief.targets[chosen].statement, STATEMENT_MOST))
        undo = _undo(w, brief, reader)
        blocks = [rich(said), _progress_now(w, brief), *_buttons(w, brief, "check-in-change-button", others=undo)]
        return message(w("check-in-noted"), *blocks, small(_what_next(brief, reader)))
    if not brief.open:
        return message(w("check-in-closed"), say(w, "check-in-closed"))
    buttons = [
        button(label, f"checking_in.choose_{i}", f"{brief.check_in.id}:{i}:{notice.ts}")
        for i, label in enumerate(target_labels(brief.targets, w))
    ]
    return message(
        w("check-in-target-wanted"),
        say(w, "check-in-target-wanted"),
        actions(buttons),
        small(w("check-in-target-wanted-next")),
    )


def reply_shared(notice: ReplyShared, brief: CheckInBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.check_in.state is not CheckInState.ANSWERED:
        args = {"student": brief.student, "classroom": brief.classroom}
        return message(w("check-in-shared-undone", **args), say(w, "check-in-shared-undone", **args))
    blocks = [say(w, "check-in-shared", student=brief.student, classroom=brief.classroom), _progress_now(w, brief)]
    if has_waiting(brief):
        blocks.append(bullets(*unconfirmed(w, brief)))
    blocks += [rich(pieces) for pieces in said_words(w, brief)]
    found = responses(w, brief)
    blocks += [bullets(*found)] if found else []
    blocks.append(actions(ways_to_respond(w, brief)))
    if brief.next_due is not None:
        at = when(w, brief.next_due, reader.timezone, reader.now)
        blocks.append(small(w("check-in-next", when=at)))
    return message(w("check-in-shared", student=brief.student, classroom=brief.classroom), *blocks)


def ways_to_respond(words: Words, brief: CheckInBrief) -> list[Block]:
    """One tap, as long as nobody has pressed it, with praise where a number went forward; the form; and how it goes.
    What was typed in for somebody without an account can be typed anew."""
    value = str(brief.check_in.id)
    if has_no_account(brief.check_in.student):  # a reply would reach nobody: it is said in person
        return [type_again_button(words, brief.check_in.id), how_it_goes_button(words, brief.contract.id)]
    tapped = any(not response.text for _, response in brief.responses)
    label = words("check-in-seen-button" if brief.went_forward else "check-in-seen-plain-button")
    seen = [] if tapped else [button(label, "checking_in.seen", value)]
    respond = button(words("check-in-respond-button"), "checking_in.respond", value)
    return [*seen, respond, how_it_goes_button(words, brief.contract.id)]


def check_in_missed(notice: CheckInMissed, brief: CheckInBrief, reader: Reader) -> Message:
    w, args = reader.words, {"student": brief.student, "classroom": brief.classroom}
    if brief.check_in.state is CheckInState.ANSWERED:
        return message(w("check-in-missed-answered", **args), say(w, "check-in-missed-answered", **args))
    asked = when(w, brief.check_in.due_at, reader.timezone, reader.now)
    return message(
        w("check-in-missed", when=asked, **args),
        say(w, "check-in-missed", when=asked, **args),
        *([actions(_ways_to_ask(brief, w))] if brief.open else []),
        small(w("check-in-missed-next")),
    )


def _ways_to_ask(brief: CheckInBrief, words: Words) -> list[Block]:
    room, student = brief.contract.classroom, brief.contract.student
    feedback = feedback_button(words("feedback-give-button"), room, student)
    return [talking.offer_button(words, room, student), feedback]


def responded(notice: Responded, brief: ResponseBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.response.taken_back_at is not None:
        return message(w("note-gone", name=brief.teacher), say(w, "note-gone", name=brief.teacher))
    if not brief.response.text:
        key = "check-in-seen" if brief.well_done else "check-in-seen-plain"
        return message(w(key, teacher=brief.teacher), say(w, key, teacher=brief.teacher))
    return message(
        w("check-in-responded", teacher=brief.teacher),
        say(w, "check-in-responded", teacher=brief.teacher),
        quote(brief.response.text),
        *(ways_blocks(w, brief.ways, brief.teacher) if brief.ways is not None else []),
    )


def _example(words: Words, brief: CheckInBrief) -> list[str]:
    """How to write the numbers of several targets in one message."""
    example = counts.example(brief.targets, words.locale)
    return [words("check-in-example", example=example)] if example else []


def _practice(words: Words, brief: CheckInBrief) -> list[Block]:
    """The taps for how often they practised, as long as the check-in takes answers."""
    if not brief.open:
        return []
    first = brief.check_in.number == 1
    return taps(words, brief.check_in.id, brief.targets, brief.practised, first=first)


def _has_number(brief: CheckInBrief) -> bool:
    return any(r.value is not None for r in brief.replies.values())


def _progress_before(words: Words, brief: CheckInBrief) -> Block:
    """Each target with the number of last time."""
    lines = [
        [
            *words.pieces("check-in-target", statement=cut(t.statement, STATEMENT_MOST)),
            "\n",
            *progress(words, t, brief.before[i].value if i in brief.before else None),
            *said_last_time(words, t, brief.practised_before.get(i)),
        ]
        for i, t in enumerate(brief.targets)
    ]
    return bullets(*lines)


def _progress_now(words: Words, brief: CheckInBrief) -> Block:
    return bullets(*said_now(words, brief))


def said_now(words: Words, brief: CheckInBrief) -> list[list[SentencePiece]]:
    """Each target with what this check-in says of it."""
    lines: list[list[SentencePiece]] = []
    for i, target in enumerate(brief.targets):
        reply = brief.replies.get(i)
        name = words.pieces("check-in-target", statement=cut(target.statement, STATEMENT_MOST))
        practised = said_in_words(words, target, brief.practised.get(i))
        lines.append([*name, "\n", *_standing(words, target, reply, brief.before.get(i)), *practised])
    return lines


def has_waiting(brief: CheckInBrief) -> bool:
    """Whether a number waits for a yes."""
    return any(r.waiting is not None for r in brief.replies.values())


def _asked_about(words: Words, brief: CheckInBrief) -> Block:
    """Each target as this check-in says, and the question about the number that waits for a yes."""
    lines: list[list[SentencePiece]] = []
    for i, target in enumerate(brief.targets):
        reply = brief.replies.get(i)
        name = words.pieces("check-in-target", statement=cut(target.statement, STATEMENT_MOST))
        lines.append([*name, "\n", *_question(words, target, reply, brief.before.get(i))])
    return bullets(*lines)


def _question(words: Words, target: Target, reply: Reply | None, before: Reply | None) -> list[SentencePiece]:
    if reply is None or reply.waiting is None:
        return _standing(words, target, reply, before)
    waiting = target.text(reply.waiting)
    if reply.value is None:
        return words.pieces("check-in-waits", waiting=waiting, unit=cut(target.unit, 60))
    return words.pieces("check-in-waits-instead", waiting=waiting, value=target.text(reply.value))


def unconfirmed(words: Words, brief: CheckInBrief) -> list[list[SentencePiece]]:
    """For the teachers: the numbers that count for nothing yet."""
    waiting = [(t, brief.replies[i].waiting) for i, t in enumerate(brief.targets) if i in brief.replies]
    return [
        words.pieces("check-in-not-confirmed", waiting=target.text(number), unit=cut(target.unit, 60))
        for target, number in waiting
        if number is not None
    ]


def _standing(words: Words, target: Target, reply: Reply | None, before: Reply | None) -> list[SentencePiece]:
    if reply is not None and reply.value is not None:
        return progress(words, target, reply.value)
    if before is not None and before.value is not None:
        return [*words.pieces("check-in-no-number-since"), " ", *progress(words, target, before.value)]
    return words.pieces("check-in-no-number")


def said_words(words: Words, brief: CheckInBrief, most: int = SHOWN_MOST) -> list[list[SentencePiece]]:
    """What the student said beside the numbers, each with its name."""
    first = brief.replies.get(0)
    if first is None:
        return []
    said = [_answered(words, answer, most) for answer in first.answers]
    named = [
        ("talk", first.talk),
        ("worked", first.worked),
        ("did-not-work", first.did_not_work),
        ("next-step", first.next_step),
        ("evidence", first.evidence),
        ("typed", "\n".join(first.typed.values())),
    ]
    said += [words.pieces(f"check-in-said-{name}", text=cut(text, most)) for name, text in named if text]
    if first.confidence is not None:
        said.append(words.pieces("check-in-said-confidence", level=words(f"check-in-confidence-{first.confidence}")))
    return said


def _answered(words: Words, answer: QuestionAnswer, most: int) -> list[SentencePiece]:
    """A question of their teacher's own, and what they said to it."""
    key = "check-in-said-asked" if answer.question else "check-in-said-asked-earlier"
    return words.pieces(key, question=answer.question, text=cut(answer.text, most))


def responses(words: Words, brief: CheckInBrief) -> list[list[SentencePiece]]:
    """What teachers said to it."""
    tapped = "check-in-response-seen" if brief.went_forward else "check-in-response-seen-plain"
    lines = []
    for name, response in brief.responses:
        if response.text:
            lines.append(words.pieces("check-in-response", teacher=name, text=cut(response.text, 300)))
        else:
            lines.append(words.pieces(tapped, teacher=name))
        said = uptake_of(response)
        lines += [words.pieces(f"uptake-is-{said}", student=brief.student)] if said is not Uptake.SENT else []
    return lines


def _buttons(
    words: Words,
    brief: CheckInBrief,
    label: str,
    *,
    style: str | None = None,
    confirm: bool = False,
    others: Sequence[Block] = (),
) -> list[Block]:
    """The button that opens the form, where the check-in still takes answers; with others beside it."""
    if not brief.open:
        return []
    value = str(brief.check_in.id)
    right = [button(words("check-in-right-button"), "checking_in.confirm", value, style="primary")] if confirm else []
    return [actions([*right, button(words(label), "checking_in.log", value, style=style), *others])]


def _beside(words: Words, brief: CheckInBrief, reader: Reader) -> list[Block]:
    return [*_undo(words, brief, reader), how_it_goes_button(words, brief.contract.id)]


def _undo(words: Words, brief: CheckInBrief, reader: Reader) -> list[Block]:
    """The button that takes back what was noted, as long as it does."""
    if brief.undo is None or reader.now >= brief.undo[1]:
        return []
    return [button(words("check-in-undo-button"), "checking_in.undo", str(brief.undo[0]))]


def _what_next(brief: CheckInBrief, reader: Reader) -> str:
    w = reader.words
    if brief.next_due is None:
        return w("check-in-seen-by-teachers")
    return w("check-in-seen-next", when=when(w, brief.next_due, brief.timezone, reader.now))
