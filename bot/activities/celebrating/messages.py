"""A milestone: what its student, the teachers and, with consent, the class get to see."""

from dataclasses import dataclass
from decimal import Decimal

from bot.activities.feedback.messages import feedback_button
from bot.domain.check_ins import Consent, Milestone
from bot.domain.outbox import Message
from bot.domain.progress import OWN, Point, percent, points_reached
from bot.domain.terms import Target
from bot.messages.blocks import Block, actions, button, cut, divider, rich, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from bot.messages.terms import progress
from prompts.words import SentencePiece, Words, words_for

# A point on the way is reached: the student is told and asked, the teachers are told, the class may hear.


@dataclass(frozen=True, slots=True)
class MilestoneReached(Notice):
    """To the student: well done, and the question whether the class may see it. `shown` is the token of the
    text that is asked about; asked again about another text, this one has no buttons any more."""

    milestone: int
    shown: str

    @property
    def subject(self) -> str:
        return f"milestone:{self.milestone}"


@dataclass(frozen=True, slots=True)
class MilestoneNews(Notice):
    """To each teacher of the class."""

    milestone: int

    @property
    def subject(self) -> str:
        return f"milestone:{self.milestone}"


@dataclass(frozen=True, slots=True)
class ShoutoutPosted(Notice):
    """In the class channel, after the student's yes. It is said once and never changed."""

    milestone: int


@dataclass(frozen=True, slots=True)
class ShoutoutsWait(Notice):
    """To a teacher who looks first: a shoutout whose student said yes; in a large class several (`Milestone.gathered`).
    A card."""

    classroom: int
    gathered: str

    @property
    def subject(self) -> str:
        return f"shoutouts:{self.classroom}:{self.gathered}"


@dataclass(frozen=True, slots=True)
class MilestoneBrief:
    milestone: Milestone
    current: str
    """The token of what is asked about now."""
    statement: str
    """The target's, whole: for its student alone."""
    classroom: str
    """The class's name."""
    target: Target | None
    """None when a change has removed it from the contract."""
    looks_first: bool = False
    """A teacher looks at it after the yes."""


@dataclass(frozen=True, slots=True)
class NewsBrief:
    milestone: Milestone
    student: str
    """The student's name."""
    student_id: str
    classroom: int
    statement: str
    """The target's, whole: for the teachers."""
    target: Target | None
    """None when a change has removed it from the contract."""
    value: Decimal


OPEN_WORDING = "celebrating.open_wording"
_STATEMENT_MOST = 300


def shoutout(milestone: Milestone) -> tuple[str, Block]:
    """What the class sees, in the class's language, as text and as block. The student is asked about this
    very block, and this very block is posted."""
    words = words_for()
    student, said = milestone.name or words("shoutout-someone"), milestone.own_words or milestone.statement
    key = "shoutout-words" if milestone.own_words else f"shoutout-{_kind(milestone.point)}"
    pieces = (
        words.pieces(key, student=student, statement=said) if said else words.pieces(f"{key}-plain", student=student)
    )
    return spoken(pieces), rich(pieces)


def _kind(point: Point) -> str:
    """By which the copy speaks of it."""
    return "own" if point in OWN else point.value


def shoutout_posted(notice: ShoutoutPosted, milestone: Milestone, reader: Reader) -> Message:
    text, block = shoutout(milestone)
    return message(text, block)


def milestone_reached(notice: MilestoneReached, brief: MilestoneBrief, reader: Reader) -> Message:
    w, m = reader.words, brief.milestone
    pieces = _praise(w, brief)
    title, praise = spoken(pieces), rich(pieces)
    if m.consent is Consent.WITHDRAWN:
        return message(w("milestone-corrected"), say(w, "milestone-corrected"), small(w("milestone-corrected-next")))
    if m.consent is Consent.NOT_ASKED:
        return message(title, praise, small(w("milestone-private")))
    if brief.current != notice.shown:
        return message(title, praise, small(w("milestone-asked-anew")))
    if m.consent is Consent.GIVEN:
        return message(
            title, praise, say(w, "milestone-shared", classroom=brief.classroom), divider(), shoutout(m)[1], divider()
        )
    if m.consent is Consent.REFUSED:
        return message(title, praise, say(w, "milestone-kept"))
    if m.consent is Consent.HELD:
        return message(title, praise, small(w("milestone-private")))
    if m.consent is Consent.WAITS:
        return message(title, praise, *_waiting(notice, brief, w))
    return message(title, praise, *_question(notice, brief, reader))


def _praise(words: Words, brief: MilestoneBrief) -> list[SentencePiece]:
    """What was done, in the numbers that did it: who is at 80% is not told that they are halfway."""
    target, value, statement = brief.target, brief.milestone.at_value, _cut(brief.statement)
    if brief.milestone.point is not Point.HALFWAY:
        return words.pieces(f"milestone-{_kind(brief.milestone.point)}", statement=statement)
    if target is None or Point.HALFWAY not in points_reached(target, value):
        return words.pieces("milestone-halfway-then", statement=statement)
    return words.pieces(
        "milestone-halfway",
        baseline=target.text(target.baseline),
        value=target.text(value),
        percent=percent(target, value),
        statement=statement,
    )


def _question(notice: MilestoneReached, brief: MilestoneBrief, reader: Reader) -> list[Block]:
    w = reader.words
    value = f"{notice.milestone}:{notice.shown}"
    return [
        say(w, "milestone-question", classroom=brief.classroom),
        divider(),
        shoutout(brief.milestone)[1],
        divider(),
        actions(
            [
                button(w("milestone-share-button"), "celebrating.share", value),
                button(w("milestone-keep-button"), "celebrating.keep", value),
                button(w("milestone-word-button"), OPEN_WORDING, str(notice.milestone)),
            ]
        ),
        small(w("milestone-question-first" if brief.looks_first else "milestone-question-hint")),
    ]


def _waiting(notice: MilestoneReached, brief: MilestoneBrief, words: Words) -> list[Block]:
    value = f"{notice.milestone}:{notice.shown}"
    return [
        say(words, "milestone-waits", classroom=brief.classroom),
        divider(),
        shoutout(brief.milestone)[1],
        divider(),
        actions([button(words("milestone-keep-button"), "celebrating.keep", value)]),
        small(words("milestone-waits-hint")),
    ]


def milestone_news(notice: MilestoneNews, brief: NewsBrief, reader: Reader) -> Message:
    w, m = reader.words, brief.milestone
    which = "corrected" if m.consent is Consent.WITHDRAWN else _kind(m.point)
    pieces = w.pieces(f"milestone-news-{which}", student=brief.student, statement=_cut(brief.statement))
    if m.consent is Consent.WITHDRAWN:
        return message(spoken(pieces), rich(pieces))
    blocks = [rich(pieces)]
    if brief.target is not None:
        blocks.append(rich(progress(w, brief.target, brief.value)))
    blocks.append(actions([feedback_button(w("feedback-give-button"), brief.classroom, brief.student_id)]))
    if m.consent is Consent.GIVEN:
        blocks.append(small(w("milestone-news-shared")))
    elif m.consent in (Consent.WAITS, Consent.HELD):
        blocks.append(small(w(f"milestone-news-{m.consent}", student=brief.student)))
    elif m.consent is not Consent.NOT_ASKED:
        blocks.append(small(w("milestone-news-asked", student=brief.student)))
    return message(spoken(pieces), *blocks)


def _cut(statement: str) -> str:
    return cut(" ".join(statement.split()), _STATEMENT_MOST)
