"""What the two see of it, what teachers see where it is shown to them, and what is told where it is reported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.activities.evidence.messages import itself
from bot.activities.looking_back.halfway_messages import ASK
from bot.domain.evidence import Piece
from bot.domain.outbox import File, Message
from bot.domain.peers import PeerLook, PeerState
from bot.messages.blocks import (
    Block,
    actions,
    bullets,
    button,
    confirm,
    fallback,
    joined,
    quote,
    say,
    small,
)
from bot.messages.registry import Notice, Reader, message
from prompts.words import Typed, Words

YES, NO, OPEN_WRITE = "peers.yes", "peers.no", "peers.open_write"
STOP, SHARE, REPORT = "peers.stop", "peers.share", "peers.report"


@dataclass(frozen=True, slots=True)
class OfPeers(Notice):
    """What is about one look. A card: it follows the piece."""

    peer_look: int
    piece: int

    @property
    def subject(self) -> str | None:
        return f"evidence:{self.piece}"


@dataclass(frozen=True, slots=True)
class PeerAsked(OfPeers):
    """To the classmate: will they look, and what each of the two will see."""


@dataclass(frozen=True, slots=True)
class PeerInvited(OfPeers):
    """To the student: who was asked, and how that stands."""


@dataclass(frozen=True, slots=True)
class PeerPiece(OfPeers):
    """To the classmate who said yes: the work, and its signs of success. A file comes below it."""


@dataclass(frozen=True, slots=True)
class PeerFile(Notice):
    """To the classmate who said yes: the file. Slack does not say where it stands, so it is no card."""

    peer_look: int
    piece: int


@dataclass(frozen=True, slots=True)
class PeerSaid(OfPeers):
    """To the student: what the classmate wrote."""


@dataclass(frozen=True, slots=True)
class PeerEnded(Notice):
    """To the student: the classmate says no, or has stopped."""

    peer_look: int
    piece: int


@dataclass(frozen=True, slots=True)
class PeerShared(OfPeers):
    """To a teacher: what the classmate wrote, shown by the student."""


@dataclass(frozen=True, slots=True)
class PeerReported(OfPeers):
    """To those who are told of a report."""


@dataclass(frozen=True, slots=True)
class PeerBrief:
    """`piece` is None where it is taken back. `student` and `peer` are names; `told` names whom a report goes to.
    `student_is_here`, `peer_is_here`: whether they learn in the class. `takes_words`: the contract is not over."""

    look: PeerLook
    piece: Piece | None
    student: str
    peer: str
    classroom: str
    told: tuple[str, ...] = ()
    student_is_here: bool = True
    peer_is_here: bool = True
    takes_words: bool = True

    @property
    def work(self) -> str:
        return self.piece.name if self.piece else ""


@dataclass(frozen=True, slots=True)
class PeerFileBrief:
    """`content` reads the file, when the message leaves."""

    piece: Piece
    student: str
    content: Callable[[], bytes]


# To the classmate.


def asked(notice: PeerAsked, brief: PeerBrief, reader: Reader) -> Message:
    w, look = reader.words, brief.look
    over = _over_for_peer(w, brief)
    if over is not None:
        return over
    if look.state is not PeerState.ASKED:
        key = "peers-no-said" if look.state is PeerState.DECLINED else "peers-yes-said"
        return message(w(key, student=brief.student), say(w, key, student=brief.student))
    args = {"student": brief.student, "classroom": brief.classroom}
    sees = [w.pieces(f"peers-asked-{what}", student=brief.student) for what in ("work", "words", "teachers")]
    buttons = [
        button(w("peers-yes-button"), YES, str(look.id), style="primary"),
        button(w("peers-no-button"), NO, str(look.id)),
        _report(w, brief),
    ]
    next_step = small(w("peers-asked-next"))
    return message(w("peers-asked", **args), say(w, "peers-asked", **args), bullets(*sees), actions(buttons), next_step)


def piece(notice: PeerPiece, brief: PeerBrief, reader: Reader) -> Message:
    w, look, shown = reader.words, brief.look, brief.piece
    over = _over_for_peer(w, brief)
    if over is not None or shown is None:
        return over or _gone(w, brief)
    args = {"student": brief.student, "work": shown.name}
    blocks = [say(w, "peers-piece", **args), *itself(w, shown), *([quote(shown.line)] if shown.line else [])]
    value = str(look.id)
    if look.state is PeerState.GIVEN:
        key = "peers-written-shared" if look.shared_at else "peers-written"
        blocks += [say(w, key, student=brief.student), *_words(w, look)]
        change = [button(w("peers-change-button"), OPEN_WRITE, value)] if brief.takes_words else []
        buttons = [*change, _stop(w, look, "peers-take-back-button"), _report(w, brief)]
        return message(w("peers-piece", **args), *blocks, actions(buttons))
    blocks += [say(w, "peers-signs"), bullets(*([Typed(sign)] for sign in look.signs))]
    write = button(w("peers-write-button"), OPEN_WRITE, value, style="primary")
    buttons = [*([write] if brief.takes_words else []), _stop(w, look, "peers-stop-button"), _report(w, brief)]
    hint = small(w("peers-piece-next", student=brief.student))
    return message(w("peers-piece", **args), *blocks, actions(buttons), hint)


def file(notice: PeerFile, brief: PeerFileBrief, reader: Reader) -> Message:
    w, work = reader.words, brief.piece
    args = {"student": brief.student, "name": work.name}
    text = w("evidence-file", student=brief.student)
    return Message(
        fallback(text),
        (say(w, "evidence-file", student=brief.student),),
        file=File(
            name=work.name,
            title=work.name,
            content=brief.content,
            instead=message(w("evidence-file-not", **args), say(w, "evidence-file-not", **args)),
            alt=(work.line or text) if work.media_type.startswith("image/") else "",
        ),
    )


def _over_for_peer(words: Words, brief: PeerBrief) -> Message | None:
    """What stands there where there is nothing to do any more."""
    look = brief.look
    if look.reported_by == look.peer:
        return _reported(words, brief, about="work")
    if look.state is PeerState.STOPPED:
        return message(words("peers-stopped-peer"), say(words, "peers-stopped-peer"))
    if brief.piece is None:
        return _gone(words, brief)
    if not brief.student_is_here:
        args = {"student": brief.student}
        return message(words("peers-student-left", **args), say(words, "peers-student-left", **args))
    if look.state is PeerState.ASKED and not brief.takes_words:
        return message(words("peers-over"), say(words, "peers-over"))
    return None


def _gone(words: Words, brief: PeerBrief) -> Message:
    args = {"student": brief.student}
    return message(words("peers-piece-gone", **args), say(words, "peers-piece-gone", **args))


# To the student.


def invited(notice: PeerInvited, brief: PeerBrief, reader: Reader) -> Message:
    w, look = reader.words, brief.look
    key = f"peers-invited-{_how_it_stands(brief)}"
    args = {"peer": brief.peer, "work": brief.work}
    blocks = [say(w, key, **args)]
    if look.state is PeerState.ASKED and brief.peer_is_here and brief.piece:
        blocks.append(small(w("peers-invited-next", peer=brief.peer)))
    if look.state in (PeerState.ASKED, PeerState.AGREED):
        blocks.append(actions([_stop(w, look, "peers-stop-button")]))
    elif brief.takes_words and not look.reported_by and not look.is_live:
        blocks.append(actions([button(w("peers-ask-button"), ASK, str(look.contract))]))
    return message(w(key, **args), *blocks)


def _how_it_stands(brief: PeerBrief) -> str:
    if brief.look.reported_by:
        return "reported"
    if brief.look.is_live and brief.piece is None:
        return "gone"
    if brief.look.is_live and not brief.peer_is_here:
        return "left"
    return str(brief.look.state.value)


def said(notice: PeerSaid, brief: PeerBrief, reader: Reader) -> Message:
    w, look = reader.words, brief.look
    if look.reported_by == look.student:
        return _reported(w, brief, about="words")
    if look.state is not PeerState.GIVEN:
        return message(w("peers-said-gone", peer=brief.peer), say(w, "peers-said-gone", peer=brief.peer))
    args = {"peer": brief.peer, "work": brief.work}
    key = "peers-said" if brief.piece else "peers-said-no-work"
    share = [] if look.shared_at else [_share(w, look)]
    delete = confirm(w("peers-delete-sure"), w("peers-delete-text"), w("peers-delete-yes"), w("peers-delete-no"))
    buttons = [*share, button(w("peers-delete-button"), STOP, str(look.id), confirm=delete), _report(w, brief)]
    hint = small(w("peers-said-shared" if look.shared_at else "peers-said-next"))
    return message(w(key, **args), say(w, key, **args), *_words(w, look), actions(buttons), hint)


def ended(notice: PeerEnded, brief: PeerBrief, reader: Reader) -> Message:
    w, args = reader.words, {"peer": brief.peer}
    how = "no" if brief.look.state is PeerState.DECLINED else "stopped" if brief.peer_is_here else "left"
    key = f"peers-ended-{how}"
    ask = button(w("peers-ask-button"), ASK, str(brief.look.contract))
    below = [actions([ask])] if brief.takes_words else []
    return message(w(key, **args), say(w, key, **args), *below)


# To teachers.


def shared(notice: PeerShared, brief: PeerBrief, reader: Reader) -> Message:
    w, args = reader.words, {"student": brief.student, "peer": brief.peer, "work": brief.work}
    if brief.look.shared_at is None:
        return message(w("peers-shared-gone", **args), say(w, "peers-shared-gone", **args))
    key = "peers-shared" if brief.piece else "peers-shared-no-work"
    return message(w(key, **args), say(w, key, **args), *_words(w, brief.look), small(w("peers-shared-next", **args)))


def reported(notice: PeerReported, brief: PeerBrief, reader: Reader) -> Message:
    """To whom it is told: what was written where the student reports it, the work where the classmate does."""
    w, look = reader.words, brief.look
    of_words = look.reported_by == look.student
    args = {"student": brief.student, "peer": brief.peer, "work": brief.work, "classroom": brief.classroom}
    key = f"peers-reported-{'words' if of_words else 'work'}{'' if brief.piece else '-gone'}"
    below: list[Block] = _words(w, look) if of_words else []
    if not of_words and brief.piece is not None:
        below = [*itself(w, brief.piece), *([quote(brief.piece.line)] if brief.piece.line else [])]
    return message(w(key, **args), say(w, key, **args), *below, small(w("peers-reported-next")))


def _words(words: Words, look: PeerLook) -> list[Block]:
    """What the classmate wrote, sign by sign."""
    blocks: list[Block] = []
    for sign, answer in zip(look.signs, look.answers, strict=False):
        if answer.is_empty:
            continue
        blocks.append(say(words, "peers-sign", sign=sign))
        for key, text in (("peers-works-shown", answer.works), ("peers-next-shown", answer.next)):
            blocks += [small(words(key)), quote(text)] if text else []
    return blocks


def _reported(words: Words, brief: PeerBrief, about: str) -> Message:
    """To whoever reported it: true words about who can read it."""
    args = {"names": joined(words, brief.told)}
    key = f"peers-reported-by-you-{about}" if brief.told else "peers-reported-nobody"
    return message(words(key, **args), say(words, key, **args))


def _stop(words: Words, look: PeerLook, key: str) -> Block:
    sure = confirm(words("peers-stop-sure"), words("peers-stop-text"), words("peers-stop-yes"), words("peers-stop-no"))
    return button(words(key), STOP, str(look.id), confirm=sure)


def _share(words: Words, look: PeerLook) -> Block:
    sure = confirm(
        words("peers-share-sure"), words("peers-share-text"), words("peers-share-yes"), words("peers-share-no")
    )
    return button(words("peers-share-button"), SHARE, str(look.id), confirm=sure)


def _report(words: Words, brief: PeerBrief) -> Block:
    told: Sequence[str] = brief.told
    key = "peers-report-text" if told else "peers-report-text-nobody"
    text = words(key, names=joined(words, told))
    sure = confirm(words("peers-report-sure"), text, words("peers-report-yes"), words("peers-report-no"))
    return button(words("peers-report-button"), REPORT, str(brief.look.id), confirm=sure)
