"""A teacher looks first: what waits for them, and what its student reads of it."""

from dataclasses import dataclass

from bot.activities.celebrating.messages import ShoutoutsWait, shoutout
from bot.domain.check_ins import Milestone, Named
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, button, divider, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

POST, HOLD = "celebrating.post", "celebrating.hold"
SHOWN_MOST = 8
"""In one message: the next ones come when these are decided."""


@dataclass(frozen=True, slots=True)
class ShoutoutLookedAt(Notice):
    """To the student: a teacher posted it, or keeps it between them. `by` is the teacher, "" where none looked."""

    milestone: int
    by: str


@dataclass(frozen=True, slots=True)
class ShoutoutWaits:
    """One of them, with the token of its text and its student's name."""

    milestone: Milestone
    shown: str
    student: str


@dataclass(frozen=True, slots=True)
class ShoutoutsBrief:
    classroom: str
    waits: tuple[ShoutoutWaits, ...]


@dataclass(frozen=True, slots=True)
class LookedAtBrief:
    posted: bool
    by: str
    """The teacher's name."""
    classroom: str


def shoutouts_wait(notice: ShoutoutsWait, brief: ShoutoutsBrief, reader: Reader) -> Message:
    w, said = reader.words, {"classroom": brief.classroom, "count": len(brief.waits)}
    if not brief.waits:
        return message(w("shoutouts-wait-none", **said), say(w, "shoutouts-wait-none", **said))
    blocks = [block for one in brief.waits[:SHOWN_MOST] for block in _one(one, w)]
    more = len(brief.waits) - SHOWN_MOST
    rest = [small(w("shoutouts-wait-more", count=more))] if more > 0 else []
    title = w("shoutouts-wait", **said)
    return message(title, say(w, "shoutouts-wait", **said), *blocks, divider(), *rest, small(w("shoutouts-wait-next")))


def _one(one: ShoutoutWaits, words: Words) -> list[Block]:
    value = f"{one.milestone.id}:{one.shown}"
    unnamed = one.milestone.named is not Named.FULL
    return [
        divider(),
        shoutout(one.milestone)[1],
        *([small(words("shoutouts-wait-from", student=one.student))] if unnamed else []),
        actions(
            [
                button(words("shoutouts-post-button"), POST, value),
                button(words("shoutouts-hold-button"), HOLD, value),
            ]
        ),
    ]


def shoutout_looked_at(notice: ShoutoutLookedAt, brief: LookedAtBrief, reader: Reader) -> Message:
    w, said = reader.words, {"teacher": brief.by, "classroom": brief.classroom}
    key = "shoutout-was-posted" if brief.posted else "shoutout-was-held" if brief.by else "shoutout-was-not-seen"
    blocks = [say(w, key, **said)]
    if not brief.posted:
        blocks.append(small(w("shoutout-was-held-next")))
    return message(w(key, **said), *blocks)
