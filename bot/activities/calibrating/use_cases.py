"""A teacher asks students for work and invites colleagues; they rate it blindly; then all see how far they agree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.calibrating.ending import close as close_round
from bot.activities.calibrating.ending import go_on, keep, take_back
from bot.activities.calibrating.forms import SIGNS, AskForm, RateForm
from bot.activities.calibrating.masking import HIDDEN, mask_of
from bot.activities.calibrating.messages import CalibrationAsked, CalibrationCard, CalibrationWork, subject_of
from bot.activities.calibrating.reads import teaches
from bot.activities.evidence.taking import kind_of
from bot.activities.peers.use_cases import signs_of
from bot.domain import calibration as rules
from bot.domain.actor import Actor, Refusal
from bot.domain.calibration import PIECES_MOST, RATERS, CalibrationRound, Rater, RoundState, ShownPiece, ShownState
from bot.domain.check_ins import out_of_quiet
from bot.domain.classroom import Classroom
from bot.domain.evidence import Piece, PieceKind
from bot.domain.rubrics import Rubric, RubricCriterion, standing
from bot.messages.briefs import lang_of, name_of
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> AskForm:
    access.teacher_in(uow, actor, classroom)
    pieces = _offered(uow, actor, classroom)
    if not pieces:
        raise Refusal("calibrating-no-texts")
    shown = tuple((one.id, name_of(uow, one.student), one.name) for one in pieces)
    return AskForm(classroom, shown, tuple(standing(uow.rubrics.all())))


def ask(
    uow: UnitOfWork, actor: Actor, classroom: int, pieces: Sequence[int], by: str, colleagues: Sequence[str]
) -> CalibrationRound:
    """The students are asked first; no colleague hears of it before a yes."""
    room = access.teacher_in(uow, actor, classroom)
    chosen = _chosen(uow, actor, classroom, pieces)
    rubric = _rubric(uow, by)
    raters = _colleagues(uow, actor, colleagues, {one.student for one in chosen})
    name, levels = (rubric.name, rubric.levels) if rubric is not None else ("", ())
    made = uow.calibrations.add(CalibrationRound(uow.workspace, room.id, actor.user, uow.now, name, levels))
    masked = mask_of(uow, room.name, lang_of(uow, actor.user))
    for piece in chosen:
        _ask_student(uow, made, piece, rubric, masked, room)
    for user in raters:
        uow.raters.add(Rater(uow.workspace, made.id, user, uow.now))
    tell(uow, actor.user, CalibrationCard(made.id, room.id))
    return made


def _ask_student(
    uow: UnitOfWork,
    round: CalibrationRound,
    piece: Piece,
    rubric: Rubric | None,
    masked: Callable[[str], str],
    room: Classroom,
) -> None:
    signs = rubric.criteria if rubric is not None else _signs(uow, piece, masked)
    text = masked(piece.words)
    if not text.replace(HIDDEN, "").strip() or not signs:
        raise Refusal("calibrating-no-signs", field="pieces", name=name_of(uow, piece.student))
    about = (uow.workspace, round.id, piece.contract, piece.student, piece.id)
    made = uow.shown_pieces.add(ShownPiece(*about, text, signs, uow.now))
    when = out_of_quiet(uow.now, room, room.timezone)
    tell(uow, piece.student, CalibrationWork(made.id, made.contract), not_before=when)


def _signs(uow: UnitOfWork, piece: Piece, masked: Callable[[str], str]) -> tuple[RubricCriterion, ...]:
    contract = uow.contracts.get(piece.contract)
    found = signs_of(contract, piece) if contract is not None and contract.agreed is not None else ()
    return tuple(RubricCriterion(masked(one), ()) for one in found)


def _offered(uow: UnitOfWork, actor: Actor, classroom: int) -> list[Piece]:
    """Texts that teachers were shown, newest first; none of whose student said no before. A file or a link says too
    much of whose it is: see docs/privacy.md."""
    here = [one for one in uow.contracts.of_classroom(classroom) if one.student != actor.user]
    found = [piece for contract in here for piece in uow.pieces.of_contract(contract.id)]
    texts = [one for one in found if one.can_be_shown and one.shown_at is not None and kind_of(one) is PieceKind.TEXT]
    free = [one for one in texts if not _said_no(uow, one)]
    return sorted(free, key=lambda one: (one.came_at, one.id), reverse=True)[:100]


def _said_no(uow: UnitOfWork, piece: Piece) -> bool:
    return any(one.state is ShownState.REFUSED for one in uow.shown_pieces.of_evidence(piece.id))


def _chosen(uow: UnitOfWork, actor: Actor, classroom: int, pieces: Sequence[int]) -> list[Piece]:
    offered = {one.id: one for one in _offered(uow, actor, classroom)}
    wanted = list(dict.fromkeys(pieces))
    if not 0 < len(wanted) <= PIECES_MOST:
        raise Refusal("calibrating-pieces", field="pieces", most=PIECES_MOST)
    if any(id not in offered for id in wanted):
        raise Refusal("calibrating-piece-gone", field="pieces")
    return [offered[id] for id in wanted]


def _rubric(uow: UnitOfWork, by: str) -> Rubric | None:
    if by == SIGNS:
        return None
    found = next((one for one in standing(uow.rubrics.all()) if str(one.id) == by), None)
    if found is None:
        raise Refusal("rubric-version-gone", field="by")
    return found


def _colleagues(uow: UnitOfWork, actor: Actor, users: Sequence[str], students: set[str]) -> list[str]:
    """Those who teach, but who invites, and none whose own work it is."""
    wanted = [user for user in dict.fromkeys(users) if user != actor.user]
    unfit = [user for user in wanted if user in students or not teaches(uow, user)]
    if unfit:
        raise Refusal("calibrating-no-teacher", field="colleagues", name=name_of(uow, unfit[0]))
    if len(wanted) not in RATERS:
        raise Refusal("calibrating-colleagues", field="colleagues", least=RATERS[0], most=RATERS[-1])
    return wanted


# Its student says yes or no.


def say_yes(uow: UnitOfWork, actor: Actor, piece: int) -> None:
    found, round = _own(uow, actor, piece)
    access.contract_as_student(uow, actor, found.contract)
    after = rules.decided(found, True, round, uow.now)
    if after == found:
        return
    keep(uow, after)
    if rules.ready(uow.shown_pieces.of(round.id)):
        _begin(uow, round)
    refresh(uow, subject_of(round.id))


def say_no(uow: UnitOfWork, actor: Actor, piece: int) -> None:
    """Without a reason, and also after a yes: then nobody reads the text any more, and what it was given goes. Whoever
    is not in the class any more may say it, too."""
    found, round = _own(uow, actor, piece)
    take_back(uow, found)
    standing_round = uow.calibrations.get(round.id)
    is_open = standing_round is not None and standing_round.state is RoundState.ASKING
    if is_open and rules.ready(uow.shown_pieces.of(round.id)):
        _begin(uow, round)


def _own(uow: UnitOfWork, actor: Actor, piece: int) -> tuple[ShownPiece, CalibrationRound]:
    found = uow.shown_pieces.get(piece)
    if found is None or found.student != actor.user:
        raise Refusal("old-button")
    round = uow.calibrations.get(found.calibration)
    if round is None:
        raise Refusal("old-button")
    return found, round


# Who invites lets it begin and end.


def begin(uow: UnitOfWork, actor: Actor, calibration: int) -> None:
    """With those who said yes so far. Whoever has not answered is asked no more."""
    round = _inviter(uow, actor, calibration)
    if round.state is not RoundState.ASKING:
        raise Refusal("old-button")
    if not any(one.is_shown for one in uow.shown_pieces.of(round.id)):
        raise Refusal("calibrating-nobody-yet")
    _begin(uow, round)


def close(uow: UnitOfWork, actor: Actor, calibration: int) -> None:
    round = _inviter(uow, actor, calibration)
    if round.state is not RoundState.RATING:
        raise Refusal("old-button")
    close_round(uow, round)


def _begin(uow: UnitOfWork, round: CalibrationRound) -> None:
    uow.calibrations.save(replace(round, state=RoundState.RATING))
    for piece in uow.shown_pieces.of(round.id):
        if piece.state is ShownState.ASKED:
            keep(uow, rules.unused(piece, uow.now))
    for rater in uow.raters.of(round.id):
        once = f"calibration:{round.id}:asked:{rater.user}"
        tell(uow, rater.user, CalibrationAsked(rater.user, round.id), once=once)
    refresh(uow, subject_of(round.id))


def _inviter(uow: UnitOfWork, actor: Actor, calibration: int) -> CalibrationRound:
    """Somebody else's is as good as none."""
    found = uow.calibrations.get(calibration)
    if found is None or found.invited_by != actor.user:
        raise Refusal("old-button")
    access.teacher_in(uow, actor, found.classroom)
    return found


# Colleagues rate.


def open_rate(uow: UnitOfWork, actor: Actor, calibration: int) -> RateForm:
    """The next one; the first again where all are rated."""
    round, rater = _rater(uow, actor, calibration)
    if round.state is not RoundState.RATING:
        raise Refusal("calibrating-closed")
    return _form(uow, round, rater, rules.left(rater, uow.shown_pieces.of(round.id)))


def rate(uow: UnitOfWork, actor: Actor, calibration: int, piece: int, chosen: Mapping[int, int]) -> RateForm | None:
    """Kept; what is left comes next. None where that was the last."""
    round, rater = _rater(uow, actor, calibration)
    found = uow.shown_pieces.get(piece)
    if found is None:
        raise Refusal("calibrating-piece-gone")
    after = rules.rated(rater, found, round, chosen)
    uow.raters.save(after)
    pieces = uow.shown_pieces.of(round.id)
    still = rules.left(after, pieces)
    following = still or [one for one in pieces if one.is_shown and one.id > piece and rater.of(one.id)]
    go_on(uow, round)
    return _form(uow, round, after, following) if following and uow.calibrations.get(round.id) == round else None


def decline(uow: UnitOfWork, actor: Actor, calibration: int) -> None:
    """They can not, this time. What they gave so far is not counted."""
    round, rater = _rater(uow, actor, calibration)
    if round.state is not RoundState.RATING:
        raise Refusal("calibrating-closed")
    uow.raters.save(replace(rater, declined=True, rated=()))
    go_on(uow, round)


def _rater(uow: UnitOfWork, actor: Actor, calibration: int) -> tuple[CalibrationRound, Rater]:
    round = uow.calibrations.get(calibration)
    mine = next((one for one in uow.raters.of(calibration) if one.user == actor.user), None)
    if round is None or mine is None:
        raise Refusal("old-button")
    if not teaches(uow, actor.user):
        raise Refusal("for-teachers")
    return round, mine


def _form(uow: UnitOfWork, round: CalibrationRound, rater: Rater, left: Sequence[ShownPiece]) -> RateForm:
    shown = [one for one in uow.shown_pieces.of(round.id) if one.is_shown]
    if not shown:
        raise Refusal("calibrating-piece-gone")
    piece = left[0] if left else shown[0]
    more = len(left) > 1 or (not left and len(shown) > 1)
    return RateForm(round, piece, shown.index(piece) + 1, len(shown), rater.of(piece.id), more)
