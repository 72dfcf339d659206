"""A student looks through the menu, and makes an activity their own: without that it is an assignment."""

from bot.activities.menus.forms import ANY, NONE, OFFERED_MOST, Offered
from bot.activities.proposing import interviewing
from bot.activities.proposing.interview import particulars
from bot.activities.proposing.interview.draft import Viewpoint
from bot.domain.actor import Actor, Refusal
from bot.domain.chosen import folded, is_made_own
from bot.domain.evidence import offered_forms
from bot.domain.menu import Activity, suiting, taken_as_text
from bot.domain.seen import clean
from bot.language import typed
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, interview: int, target: int, level: str = "", words: str = "") -> Offered:
    """What is on offer for a target: those that suit the interests that the student shares first."""
    found, place = interviewing.of_target(uow, actor, interview, target)
    level = "" if level == ANY else level
    every = uow.menu.offered()
    fitting = suiting(every, _shared(uow, actor.user), level, words)
    shown = tuple(fitting[:OFFERED_MOST])
    taken = particulars.activity(place)
    picked = next((str(one.id) for one, _ in shown if one.taken in taken), "")
    said = place.mine("strategies") or ""
    more = len(fitting) - len(shown)
    return Offered(found.id, found.classroom, target, shown, more, picked or (NONE if taken else ""), said, len(every))


def _shared(uow: UnitOfWork, user: str) -> str:
    """The interests that the student shares with anybody."""
    profile = uow.profiles.of(user)
    return profile.interests if profile and (profile.share_interests or profile.share_with_teachers) else ""


def take(uow: UnitOfWork, actor: Actor, interview: int, target: int, picked: str, own: str) -> None:
    """The activity becomes how the student practises, in their own words; or none of them does."""
    _, place = interviewing.of_target(uow, actor, interview, target)
    if picked == NONE:
        interviewing.put_beside(uow, actor, interview, {f"{target}.{particulars.ACTIVITY}": ""})
        return
    one = _offered(uow, picked)
    said = clean(own)
    if not is_made_own(one.taken, said) or typed.choice(said, "nothing", place.frame.lang):
        raise Refusal("activity-unchanged", field="own", activity=one.name)
    how = said if folded(said).startswith(folded(one.name)) else f"{one.name}: {said}"
    values = {f"{target}.{particulars.ACTIVITY}": taken_as_text((one.taken,)), f"{target}.strategies": how}
    interviewing.put_beside(uow, actor, interview, {**values, **_evidence(place, one)})


def _offered(uow: UnitOfWork, picked: str) -> Activity:
    found = uow.menu.get(int(picked)) if picked.isascii() and picked.isdigit() and len(picked) < 19 else None
    if found is None or found.gone:
        raise Refusal("menu-changed", field="activity")
    return found


def _evidence(place: Viewpoint, one: Activity) -> dict[str, str]:
    """What shows it, where the student has not said yet, and the class takes it."""
    if place.mine("evidence") or one.evidence not in offered_forms(place.frame.takes):
        return {}
    return {f"{place.target}.evidence": one.evidence.value}
