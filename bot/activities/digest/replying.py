"""A teacher replies to up to five check-ins in one form: those that wait longest, of all her classes."""

from collections.abc import Mapping, Sequence

from bot.activities import access
from bot.activities.checking_in import responding, suggesting
from bot.activities.checking_in.reads import brief_of
from bot.activities.digest import messages
from bot.activities.digest.messages import MeanwhileBrief, RepliedMeanwhile
from bot.activities.digest.reads import rooms_of
from bot.activities.digest.replying_forms import FIVE, TEXT, RepliesForm, ReplyLine
from bot.activities.home import desk_reads
from bot.activities.phrases import use_cases as phrases
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckIn, CheckInState
from bot.domain.desk import READ_WITHIN
from bot.messages.briefs import NothingToSay, names_of, say
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor) -> RepliesForm:
    """Refusal where nothing waits."""
    if not access.places_of(uow, actor.user, Side.TEACHER):
        raise Refusal("for-teachers")
    waiting = _waiting(uow, actor.user)
    if not waiting:
        raise Refusal("nothing-to-reply-to")
    several = len({one.round.partition(":")[0] for one in waiting}) > 1
    lines = tuple(_line(uow, one, several) for one in waiting[:FIVE])
    return RepliesForm(lines, len(waiting), phrases.kept_by(uow, actor.user))


def _waiting(uow: UnitOfWork, teacher: str) -> list[CheckIn]:
    """As they wait on her desk, the longest first."""
    rooms = {room.id: room for room in rooms_of(uow, teacher)}
    learners = desk_reads.learners_of(uow, teacher, rooms)
    asked = uow.desk.asked([one.contract for one in learners if one.agreed])
    hers = desk_reads.read_by(uow, teacher, rooms, learners)
    unread = [
        (one.unread_since, one.id)
        for one in asked
        if one.contract in hers and one.unread_since is not None and uow.now - one.unread_since <= READ_WITHIN
    ]
    found = (uow.check_ins.get(id) for _, id in sorted(unread))
    return [one for one in found if one is not None]


def _line(uow: UnitOfWork, check_in: CheckIn, several: bool) -> ReplyLine:
    brief = brief_of(uow, check_in, ahead=False)
    found = suggesting.suggested(uow, check_in, brief.contract)
    return ReplyLine(brief, brief.classroom if several else "", found)


def send(uow: UnitOfWork, actor: Actor, said: Mapping[int, str], kept: Sequence[str] = ()) -> None:
    """To each a reply of its own; those left empty wait on. To whom somebody replied meanwhile, this one is not sent,
    and she is told. `kept` is what she keeps as phrases of what she typed."""
    if len(said) > FIVE:
        raise Refusal("old-button")
    meanwhile: list[int] = []
    texts = {check_in: text.strip() for check_in, text in said.items() if text.strip()}
    if not texts:
        raise Refusal("nothing-replied")
    for text in kept:
        phrases.keep(uow, actor.user, text)
    for check_in, text in sorted(texts.items()):
        if _is_answered_by_another(uow, actor, check_in):
            meanwhile.append(check_in)
        else:
            _respond(uow, actor, check_in, text)
    if meanwhile:
        tell(uow, actor.user, RepliedMeanwhile(",".join(map(str, meanwhile))))


def _respond(uow: UnitOfWork, actor: Actor, check_in: int, text: str) -> None:
    """A refusal stands under the box that it is about."""
    try:
        responding.respond(uow, actor, check_in, text)
    except Refusal as refusal:
        raise Refusal(refusal.key, field=f"{TEXT}{check_in}", **refusal.args_for_copy) from refusal


def _is_answered_by_another(uow: UnitOfWork, actor: Actor, check_in: int) -> bool:
    found = uow.check_ins.get(check_in)
    if found is None or found.state is not CheckInState.ANSWERED:
        raise Refusal("no-such-contract")
    access.contract_as_teacher(uow, actor, found.contract)
    return any(one.stands and one.teacher != actor.user for one in uow.responses.to(check_in))


def _meanwhile(uow: UnitOfWork, notice: RepliedMeanwhile, reader: str) -> MeanwhileBrief:
    """Of those whom the reader teaches now."""
    taught = {place.classroom for place in access.places_of(uow, reader, Side.TEACHER)}
    found = [uow.check_ins.get(int(id)) for id in notice.about.split(",")]
    theirs = [one for one in found if one is not None and _classroom(uow, one) in taught and one.student != reader]
    if not theirs:
        raise NothingToSay("they teach them no more")
    said = [one.teacher for one in uow.responses.to_any([one.id for one in theirs]) if one.stands]
    others = [teacher for teacher in dict.fromkeys(said) if teacher != reader]
    return MeanwhileBrief(names_of(uow, [one.student for one in theirs]), names_of(uow, others) if others else ())


def _classroom(uow: UnitOfWork, check_in: CheckIn) -> int:
    contract = uow.contracts.get(check_in.contract)
    return contract.classroom if contract is not None else 0


say(RepliedMeanwhile, shown=_meanwhile, blocks=messages.replied_meanwhile)
