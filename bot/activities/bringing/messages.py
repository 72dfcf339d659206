"""What was read of a file that a teacher brought, what is left out and why, and the two ways on."""

from dataclasses import dataclass

from bot.domain.bringing import Brought, BroughtState
from bot.domain.outbox import Message
from bot.messages.blocks import actions, bullets, button, rich, say, small, spoken
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

TAKE = "bringing.take"
DROP = "bringing.drop"
NAME_SHOWN = 60


@dataclass(frozen=True, slots=True)
class FileRead(Notice):
    """To the teacher who brought it. A card: it says what became of the file."""

    brought: int

    @property
    def subject(self) -> str:
        return f"brought:{self.brought}"


@dataclass(frozen=True, slots=True)
class BroughtBrief:
    brought: Brought
    classroom: str


def file_read(notice: FileRead, brief: BroughtBrief, reader: Reader) -> Message:
    w, one = reader.words, brief.brought
    if one.state is BroughtState.REFUSED:
        return _refused(one, w)
    if one.state is not BroughtState.READ:
        pieces = w.pieces(f"brought-{one.state}-{one.brings}", count=one.count, classroom=brief.classroom)
        return message(spoken(pieces), rich(pieces))
    lead = w.pieces(f"brought-read-{one.brings}", file=one.name[:NAME_SHOWN], count=one.count)
    left = [say(w, "brought-left-out", count=one.left), bullets(*_lines(one, w))] if one.left else []
    more = one.left - len(one.left_out)
    if more > 0:
        left.append(small(w("brought-left-out-more", count=more)))
    take = button(w("brought-take-button", count=one.count), TAKE, str(one.id), style="primary")
    drop = button(w("brought-drop-button"), DROP, str(one.id))
    ways = [take, drop] if one.count else [drop]
    next_ = small(w("brought-next", classroom=brief.classroom))
    return message(spoken(lead), rich(lead), *left, next_, actions(ways))


def _lines(one: Brought, words: Words) -> list[list[str]]:
    return [[words(f"brought-line-{left.why}", line=left.line)] for left in one.left_out]


def _refused(one: Brought, words: Words) -> Message:
    """The place is a line, or the way through a package: where to look."""
    lead = words.pieces("brought-refused", file=one.name[:NAME_SHOWN])
    why = words.pieces(f"brought-why-{one.why}", place=one.place)
    return message(spoken(lead), rich(lead), rich(why), small(words("brought-refused-next")))
