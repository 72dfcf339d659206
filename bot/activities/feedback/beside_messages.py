"""What stands beside the form of feedback for one student: what they show of themselves, and what they last heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.classroom import Feedback
from bot.domain.profile import PARTS, LearnerProfile
from bot.messages.blocks import Block, cut, divider, quote, rich, say, small
from bot.messages.days import day
from prompts.words import SentencePiece, Typed, Words

PART_MOST = 160
SAID_MOST = 400


@dataclass(frozen=True, slots=True)
class BesideFeedback:
    """`profile` is what they let their teachers read; `last` is the newest feedback of whoever opens the form."""

    student: str
    profile: LearnerProfile | None
    last: Feedback | None
    on: date | None


def beside_blocks(words: Words, found: BesideFeedback | None) -> list[Block]:
    if found is None:
        return []
    blocks: list[Block] = [divider()]
    if found.last is not None and found.on is not None:
        blocks += [
            say(words, "feedback-beside-last", student=found.student, on=day(found.on, words)),
            quote(cut(found.last.said, SAID_MOST)),
        ]
    if found.profile is not None:
        parts = [(part, " ".join(getattr(found.profile, part).split())) for part in PARTS]
        lines: list[Sequence[SentencePiece]] = [words.pieces("feedback-beside-profile", student=found.student)]
        lines += [
            [*words.pieces(f"profile-their-{part}"), " ", Typed(cut(text, PART_MOST))] for part, text in parts if text
        ]
        blocks += [rich(*lines), small(words("profile-keep-private"))]
    return blocks
