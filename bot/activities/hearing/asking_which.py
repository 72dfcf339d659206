"""Where several questions are open and nothing tells which one a message answers: the words wait, and Accord asks."""

from dataclasses import replace
from datetime import datetime

from bot.activities.hearing import asking_back
from bot.activities.hearing.notices import WhichBrief, WhichOne
from bot.activities.hearing.placing import named
from bot.activities.ports import UnitOfWork
from bot.domain.utterance import DROPPED, AskedBack, Place, What
from bot.messages.briefs import NothingToSay, only_to, prepares
from bot.messages.tell import tell


def ask(uow: UnitOfWork, asked: AskedBack, now: datetime) -> None:
    """Keep the words, behind those that wait for the same question already, and ask."""
    waits = asking_back.open_one(uow, asked.user)
    if waits is not None and waits.what is What.WHICH and waits.places == asked.places:
        asked = replace(asked, text=f"{waits.text}\n{asked.text}", ts=waits.ts)
    kept = asking_back.put(uow, asked, now)
    tell(uow, asked.user, WhichOne(kept.id), now)


def named_in(uow: UnitOfWork, asked: AskedBack, text: str) -> Place | None:
    """The place that a typed answer names, and nothing else. What says more ("history: 7 of 10") may be a new message:
    what waits goes to nobody by that."""
    found = named(uow, asked.places, text)
    return found[0] if found is not None and not found[1].strip() else None


def take(uow: UnitOfWork, asked: AskedBack, place: Place, now: datetime) -> None:
    """This is what was meant."""
    asking_back.settle(uow, asked, str(asked.places.index(place)), now)


@prepares(WhichOne)
def _which(uow: UnitOfWork, notice: WhichOne, reader: str) -> WhichBrief:
    asked = uow.asked_back.get(notice.asked_back)
    if asked is None:
        raise NothingToSay("asked-back")
    only_to(asked.user, reader)
    rooms = {room.id: room.name for room in uow.classrooms.all(id=[p.classroom for p in asked.places])}
    places = tuple((place.about, rooms[place.classroom]) for place in asked.places)
    if asked.settled is None:
        return WhichBrief(asked.id, places)
    return WhichBrief(asked.id, (), None if asked.settled == DROPPED else places[int(asked.settled)])
