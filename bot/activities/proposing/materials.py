"""What is offered to a student who says what they work with: of the activity, of the standards, of others."""

from bot.activities.proposing.interview import particulars
from bot.activities.proposing.interview.beside import MATERIALS_MOST
from bot.activities.proposing.interview.draft import Viewpoint
from bot.activities.proposing.interview.proposal import STANDARDS
from bot.domain.contract import Status
from bot.domain.helped import helped
from bot.domain.interview import Interview
from bot.domain.standards import from_text, offered_by
from storage.unit_of_work import UnitOfWork


def shown(uow: UnitOfWork, interview: Interview, place: Viewpoint) -> tuple[tuple[str, str], ...]:
    """(the end of its key, what it is) of what the activity brings along, and of what helped others of the class whose
    target counts the same."""
    activity = "\n".join(_of_activity(place))
    every = uow.contracts.of_classroom(interview.classroom, Status.COMPLETED)
    found = helped(every, particulars.unit(place), beside=interview.student)
    others = "\n".join(f"{thing} ({count})" for thing, count in found)
    return tuple(one for one in (("materials-activity", activity), ("materials", others)) if one[1])


def of_standards(uow: UnitOfWork, interview: Interview, place: Viewpoint) -> tuple[str, ...]:
    """What helps with the standards that the target names, is not named yet and has room beside what is."""
    served = from_text(place.mine(STANDARDS) or "")
    if not served:
        return ()
    named = _named(place)
    found = offered_by(uow.catalogue.with_resources(interview.classroom), served, [*named, *_of_activity(place)])
    left = MATERIALS_MOST - sum(len(one) + 1 for one in named)
    fitting = []
    for thing in found:
        left -= len(thing) + 1
        if left < 0:
            break
        fitting.append(thing)
    return tuple(fitting)


def with_those(place: Viewpoint, things: tuple[str, ...]) -> str:
    """What the student named, and these."""
    return "\n".join((*_named(place), *things))


def _named(place: Viewpoint) -> list[str]:
    return [line for line in (place.mine("materials") or "").splitlines() if line.strip()]


def _of_activity(place: Viewpoint) -> list[str]:
    return [thing for one in particulars.activity(place) for thing in one.resources]
