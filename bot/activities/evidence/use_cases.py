"""A student sends a file or a link to show something; it is kept, and shown to those who teach them."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.calibrating import ending as calibrating
from bot.activities.contract.telling import hears_singly
from bot.activities.evidence.messages import EnoughToday, PieceFile, PieceNoted, PieceRefused, PieceShown
from bot.activities.evidence.reads import choices, first_of, shown_to
from bot.activities.evidence.taking import kind_of, taken_for, taken_in
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import out_of_quiet
from bot.domain.contract import RUNNING, Contract
from bot.domain.evidence import (
    A_DAY,
    A_DAY_MOST,
    LINE_MOST,
    WORDS_MOST,
    Piece,
    PieceKind,
    PieceLook,
    PieceState,
    SentFile,
    Takes,
    Why,
    called,
    taken_back,
)
from bot.domain.outbox import Errand, ErrandKind
from bot.language.links import beside_links, links_in
from bot.messages.blocks import cut
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

NAMELESS = "file"

# A student sends it.


def take(
    uow: UnitOfWork, actor: Actor, files: Sequence[SentFile], line: str, ts: str, contract: int | None = None
) -> bool:
    """What came with one message; `contract` is the one that the message is about, where that is known. False where
    nothing of theirs runs for which it could be."""
    offered = choices(uow, actor.user)
    meant = tuple(one for one in offered if contract in (None, one.contract))
    found = meant or offered
    if not found:
        return False
    if has_no_more_room(uow, actor, len(files)):
        tell(uow, actor.user, EnoughToday())
        return True
    # The one that it was about takes nothing any more: then nobody is shown it before its student says what it is for.
    target = meant[0].target if len(meant) == 1 else None
    of = _piece(uow, actor, line, ts, found[0].contract, target)
    tell(uow, actor.user, PieceNoted(add_files(uow, of, files)[0].id))
    return True


def has_no_more_room(uow: UnitOfWork, actor: Actor, more: int) -> bool:
    """Whether they would have sent more than anybody looks at in a day."""
    lately = [one for one in uow.pieces.of_student(actor.user) if one.came_at > uow.now - A_DAY]
    return len(lately) + more > A_DAY_MOST


def add_files(uow: UnitOfWork, of: Piece, files: Sequence[SentFile]) -> list[Piece]:
    """A piece for each, otherwise as `of` says; they are fetched at once."""
    pieces = [uow.pieces.add(replace(of, slack_file=id, name=name or NAMELESS)) for id, name in files]
    for piece in pieces:
        uow.errands.add(Errand(uow.workspace, ErrandKind.FETCH_FILE, {"piece": piece.id}, uow.now))
    return pieces


def _piece(uow: UnitOfWork, actor: Actor, line: str, source: str, contract: int, target: int | None) -> Piece:
    return Piece(uow.workspace, contract, actor.user, target, source, "", "", _one_line(line), uow.now)


def take_links(uow: UnitOfWork, actor: Actor, text: str, ts: str, classroom: int | None = None) -> bool:
    """What a message leads to, with the words beside it, where those are in no answer: shown to nobody before its
    student says for which target it is. False where nothing of theirs runs, in this class where that is known."""
    before = [one for one in uow.pieces.with_message(actor.user, ts) if one.state is not PieceState.TAKEN_BACK]
    if before:  # a further part of the message came, and takes the place of what was said to the first
        if any(one.state is not PieceState.REFUSED for one in before):
            correct(uow, actor, ts, text)
            tell(uow, actor.user, PieceNoted(before[0].id))
        return True
    found = [one for one in choices(uow, actor.user) if classroom in (None, one.room)]
    if not found:
        return False
    if has_no_more_room(uow, actor, 1):
        tell(uow, actor.user, EnoughToday())
        return True
    links = "\n".join(links_in(text))
    for_links = [one for one in found if PieceKind.LINK in taken_in(uow, one.room).kinds]
    meant = (for_links or found)[0].contract
    made = uow.pieces.add(words_piece(uow, actor, links, beside_links(text), ts, meant))
    if for_links:
        tell(uow, actor.user, PieceNoted(made.id))
    else:
        _refuse(uow, made, Why.KIND)
    return True


def let_go(uow: UnitOfWork, actor: Actor, ts: str) -> None:
    """What was offered of a message, and not chosen for: as if nothing had been."""
    for one in uow.pieces.with_message(actor.user, ts):
        if not one.is_file and one.target is None and one.state is PieceState.KEPT:
            uow.pieces.save(taken_back(one))


def words_piece(uow: UnitOfWork, actor: Actor, words: str, line: str, source: str, contract: int) -> Piece:
    """Links or a text, for no target so far."""
    said = cut(words.strip(), WORDS_MOST)
    piece = _piece(uow, actor, line, source, contract, None)
    return replace(piece, state=PieceState.KEPT, name=called(said), words=said)


def choose(uow: UnitOfWork, actor: Actor, piece: int, contract: int, target: int) -> None:
    """For which target it is, and all else that came with it."""
    first = _own(uow, actor, piece)
    offered = any((one.contract, one.target) == (contract, target) for one in choices(uow, actor.user))
    if first.target is not None or not offered:
        raise Refusal("old-button" if choices(uow, actor.user) else "evidence-ended")
    for one in uow.pieces.with_message(actor.user, first.source):
        if one.state is not PieceState.TAKEN_BACK:
            chosen = replace(one, contract=contract, target=target)
            uow.pieces.save(chosen)
            _show_or_refuse(uow, chosen)
    refresh(uow, f"evidence:{first_of(uow, first)}")


def open_line(uow: UnitOfWork, actor: Actor, piece: int) -> Piece:
    """For the form that asks what it shows."""
    return _own(uow, actor, piece)


def say_line(uow: UnitOfWork, actor: Actor, piece: int, line: str) -> None:
    """What it shows, in a line; all that came with it shows the same."""
    first = _own(uow, actor, piece)
    if not line.strip():
        raise Refusal("empty", field="line")
    _say_line(uow, actor, first.source, line)


def correct(uow: UnitOfWork, actor: Actor, ts: str, line: str) -> None:
    """The message that it came with says something else now; one without a link any more shows none."""
    found = [one for one in uow.pieces.with_message(actor.user, ts) if one.state is not PieceState.TAKEN_BACK]
    links = "\n".join(links_in(line))
    if any(not one.is_file for one in found) and not links:
        forget(uow, actor, ts)
        return
    for one in found:
        if not one.is_file:
            uow.pieces.save(replace(one, words=cut(links, WORDS_MOST), name=called(links)))
    _say_line(uow, actor, ts, beside_links(line) if any(not one.is_file for one in found) else line)


def _say_line(uow: UnitOfWork, actor: Actor, source: str, line: str) -> None:
    for one in uow.pieces.with_message(actor.user, source):
        if one.state is not PieceState.TAKEN_BACK:
            uow.pieces.save(replace(one, line=_one_line(line)))
            refresh(uow, f"evidence:{one.id}")


def _one_line(text: str) -> str:
    return cut(" ".join(text.split()), LINE_MOST)


def drop(uow: UnitOfWork, actor: Actor, piece: int) -> None:
    """They do not want it shown, or not any more."""
    forget(uow, actor, _own(uow, actor, piece).source)


def forget(uow: UnitOfWork, actor: Actor, ts: str) -> bool:
    """The message that it came with is deleted, or taken back: the files go, here and from Slack. True where there was
    one."""
    found = [p for p in uow.pieces.with_message(actor.user, ts) if p.state is not PieceState.TAKEN_BACK]
    for piece in found:
        for file in uow.outbox.files_under(_once_of_file(piece.id)):
            uow.errands.add(Errand(uow.workspace, ErrandKind.REMOVE_FILE, {"file": file}, uow.now))
        uow.pieces.save(taken_back(piece))
        calibrating.forget(uow, piece.id)
        refresh(uow, f"evidence:{piece.id}")
        if piece.shown_at is not None:
            _list_anew(uow, piece)
    if found:
        tidy(uow)
    return bool(found)


def tidy(uow: UnitOfWork) -> None:
    """What lies in the store and is nobody's any more is to go."""
    if uow.errands.pending(ErrandKind.TIDY_FILES) is None:
        uow.errands.add(Errand(uow.workspace, ErrandKind.TIDY_FILES, {}, uow.now))


def _own(uow: UnitOfWork, actor: Actor, piece: int) -> Piece:
    """Somebody else's is as good as none."""
    found = uow.pieces.get(piece)
    if found is None or found.student != actor.user or found.state is PieceState.TAKEN_BACK:
        raise Refusal("old-button")
    access.contract_as_student(uow, actor, found.contract)
    return found


# Its file is fetched.


def to_fetch(uow: UnitOfWork, actor: Actor, piece: int) -> Piece | None:
    """None where it was taken back meanwhile, or fetched already."""
    access.accord_itself(actor)
    found = uow.pieces.get(piece)
    return found if found is not None and found.state is PieceState.COMING else None


def fetched(uow: UnitOfWork, actor: Actor, piece: int, name: str, media_type: str, size: int, digest: str) -> None:
    """Its file lies in the store. Where it was taken back meanwhile, that goes again."""
    found = to_fetch(uow, actor, piece)
    if found is None:
        tidy(uow)
        return
    kept = replace(found, state=PieceState.KEPT, name=name, media_type=media_type, size=size, digest=digest)
    uow.pieces.save(kept)
    _show_or_refuse(uow, kept)
    refresh(uow, f"evidence:{first_of(uow, kept)}")


def not_fetched(uow: UnitOfWork, actor: Actor, piece: int, why: Why) -> None:
    found = to_fetch(uow, actor, piece)
    if found is None:
        return
    _refuse(uow, found, why)
    refresh(uow, f"evidence:{first_of(uow, found)}")


def taken(uow: UnitOfWork, actor: Actor, piece: int) -> Takes:
    """What its file may be."""
    access.accord_itself(actor)
    found = uow.pieces.get(piece)
    return taken_for(uow, found) if found is not None else Takes()


def _show_or_refuse(uow: UnitOfWork, piece: Piece) -> None:
    """The class may take less than it did when this was sent, or less than another class of theirs."""
    takes = taken_for(uow, piece)
    if piece.state is not PieceState.KEPT or (kind_of(piece) in takes.kinds and piece.size <= takes.files.size_most):
        show(uow, piece)
        return
    _refuse(uow, piece, Why.TOO_BIG if kind_of(piece) in takes.kinds else Why.KIND)
    tidy(uow)


def _refuse(uow: UnitOfWork, piece: Piece, why: Why) -> None:
    uow.pieces.save(replace(piece, state=PieceState.REFUSED, why=why.value, digest="", words=""))
    tell(uow, piece.student, PieceRefused(piece.id))


def held(uow: UnitOfWork, actor: Actor) -> frozenset[str]:
    """What has to stay in the store."""
    access.accord_itself(actor)
    return frozenset(piece.digest for piece in uow.pieces.kept() if piece.is_file)


def is_leaving(uow: UnitOfWork, actor: Actor, file: str) -> bool:
    """Whether what was uploaded may be given to somebody still, by a sender that began before it was taken back."""
    access.accord_itself(actor)
    return uow.outbox.is_leaving(file)


# It is shown.


def show(uow: UnitOfWork, piece: Piece) -> None:
    """Once its file is here, and it is known for which target it is. Where the contract ended meanwhile it is kept, and
    nobody is told."""
    contract = uow.contracts.get(piece.contract)
    if not piece.can_be_shown or piece.shown_at is not None or contract is None or contract.status not in RUNNING:
        return
    uow.pieces.save(replace(piece, shown_at=uow.now))
    for teacher in shown_to(uow, contract):
        _show_to(uow, teacher, piece, contract)
    _list_anew(uow, piece)


def _list_anew(uow: UnitOfWork, piece: Piece) -> None:
    """The contract's card, and its student's Home, list it."""
    refresh(uow, f"contract:{piece.contract}")
    show_home(uow, piece.student)


def _show_to(uow: UnitOfWork, teacher: str, piece: Piece, contract: Contract) -> None:
    room = uow.classrooms.get(contract.classroom)
    when = out_of_quiet(uow.now, room, room.timezone) if room is not None else uow.now
    if piece.is_file or hears_singly(uow, teacher, contract.classroom, PieceShown.kind):
        tell(uow, teacher, PieceShown(piece.id), once=f"evidence:{piece.id}:{teacher}", not_before=when)
    if piece.is_file:
        tell(uow, teacher, PieceFile(piece.id), once=f"{_once_of_file(piece.id)}{teacher}", not_before=when)
    show_home(uow, teacher)


def _once_of_file(piece: int) -> str:
    return f"evidence:{piece}:file:"


def seen(uow: UnitOfWork, actor: Actor, piece: int) -> None:
    """A teacher of the student has looked at it."""
    found = uow.pieces.get(piece)
    if found is None or not found.can_be_shown:
        raise Refusal("old-button")
    access.contract_as_teacher(uow, actor, found.contract)
    if actor.user not in [look.user for look in uow.looks.of(piece)]:
        uow.looks.add(PieceLook(uow.workspace, piece, actor.user, uow.now))
        show_home(uow, actor.user)
    refresh(uow, f"evidence:{piece}")
    refresh(uow, f"evidence:{first_of(uow, found)}")
    _list_anew(uow, found)
