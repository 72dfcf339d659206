"""What a message is, and which open question it is about; then it is taken, or what its kind asks for is done."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.activities import access
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.hearing import asking, bursts, kinds, placing, several_classes, taking
from bot.activities.hearing.class_above import class_above
from bot.activities.hearing.heard_as import heard_as, is_answer
from bot.activities.hearing.kinds import Message, Typed
from bot.activities.hearing.placing import Shares, contract_of, decided, named, names_another, share_of
from bot.activities.help import use_cases as helping
from bot.activities.ports import UnitOfWork
from bot.activities.proposing import interviewing
from bot.domain.actor import Actor, Side
from bot.domain.interview import About, Focus
from bot.domain.utterance import AskedBack, Place, What, written_at
from bot.language import counts, typed
from bot.language.hearing import Heard, Kind, Moment, hear
from bot.language.typed import Meaning

Greets = Callable[[str], bool]
"""Whether a message is a greeting in the language of a locale."""

Taken = tuple[Place | None, bursts.Stood, Kind | None]
"""What a message was about, how that stood before, and what the message is."""


def understand(uow: UnitOfWork, actor: Actor, said: Typed, greets: Greets, now: datetime) -> Taken:
    """Hear a whole message."""
    under = placing.place_under(uow, actor.user, said.channel, said.thread) if said.thread else None
    if under is not None and under.about not in taking.OWED:
        return _to_somebody(uow, actor, under, said, now)
    focus = uow.focus.first(user=actor.user)
    word = typed.meaning(said.text)
    greeting = word is Meaning.GREETING or greets(_locale(uow, actor))
    above = class_above(uow, actor.user, said) if under is None and word is None and not greeting else None
    places = [under] if under is not None else _candidates(uow, actor, focus, said, now, only=above)
    parts = several_classes.parts_of(uow, actor, places, said.text)
    if parts and under is None and _each_taken(uow, actor, places, parts, said, now):
        return None, {}, Kind.ANSWER
    places, place, text = _placed(uow, places, parts, under, focus, said, now)
    text = placing.word_alone(uow, place, text)
    word = typed.meaning(text)
    if place is not None and place.about is About.INTERVIEW and (word is not None or greeting):
        said = replace(said, text=text)
        asks = heard_as(uow, actor, said, place, places).kind if word is Meaning.HELP else None
        return _taken(uow, actor, place, said, now, asks)
    learns = bool(access.places_of(uow, actor.user, Side.STUDENT))
    if word is Meaning.HELP or (greeting and not learns):
        helping.show_help(uow, actor, said.channel, now=now)
        return None, {}, None
    if not learns:
        return _of_no_student(uow, actor, said, now)
    said = replace(said, text=text)
    heard = Heard(Kind.GREETING) if greeting else heard_as(uow, actor, said, place, places)
    if not places and (greeting or _wants_to_begin(uow, actor, heard)):
        interviewing.begin(uow, actor, None, None, now=now)
        return None, {}, Kind.GREETING
    said_so = asking.say_once(uow, actor, said.text, said.ts, now)
    if place is None and places and _is_about_one(uow, actor, places, heard.kind):
        asking.ask(uow, _waiting(uow, actor, said, places, now), now)
        return None, {}, heard.kind
    if place is not None and is_answer(uow, actor, place, said, heard):
        numbers = heard.numbers if place.about is About.CHECK_IN else None
        return _taken(uow, actor, place, replace(said, numbers=numbers), now, heard.kind)
    if said_so:
        return None, {}, heard.kind
    stood = bursts.how_it_stands(uow, place) if place is not None else {}
    about = Place(About.CLASS, above, above) if place is None and above is not None else place
    kinds.handle(uow, actor, Message(said, heard, about), now)
    return place, stood, heard.kind


def _of_no_student(uow: UnitOfWork, actor: Actor, said: Typed, now: datetime) -> Taken:
    """A teacher's thanks get a short word; whatever else they type stands under no card, and answers nothing. "looks
    good" is no thanks: they may have decided something."""
    heard = hear(said.text, Moment.INTERVIEW, ())
    if heard.kind is Kind.THANKS:
        kinds.handle(uow, actor, Message(said, heard, None), now)
        return None, {}, heard.kind
    helping.not_heard(uow, actor, said.channel, now=now)
    return None, {}, None


def _wants_to_begin(uow: UnitOfWork, actor: Actor, heard: Heard) -> bool:
    """Whoever has not begun says hello for that: "hello miss said I should write here"."""
    return heard.kind is Kind.GREETING and kinds.has_not_begun(uow, actor.user)


def _to_somebody(uow: UnitOfWork, actor: Actor, under: Place, said: Typed, now: datetime) -> Taken:
    """Under what a teacher is shown, or what one of the two wrote."""
    if under.about in taking.TAKEN_BY_TEACHERS:
        return _taken(uow, actor, under, said, now, None)
    return _in_exchange(uow, actor, under, said, now)


def _each_taken(
    uow: UnitOfWork, actor: Actor, places: Sequence[Place], parts: Shares, said: Typed, now: datetime
) -> bool:
    """Whether each class had its part of it; of one in which nothing is open, it is shown back."""
    left = several_classes.take_each(uow, actor, places, parts, said, now)
    for classroom in left or ():
        here = Place(About.CLASS, classroom, classroom)
        understand_of_class(uow, actor, here, replace(said, text=parts[classroom]), now)
    return left is not None


def _in_exchange(uow: UnitOfWork, actor: Actor, place: Place, said: Typed, now: datetime) -> Taken:
    """What stands under a teacher's words is for that teacher, and the other way round. What a student says to a
    program, though, is shown to nobody."""
    if exchanging.writes_as_teacher(uow, actor, place):
        return _taken(uow, actor, place, said, now, None)
    heard = heard_as(uow, actor, said, None, ())
    answers = counts.yes_or_no(said.text) is not None or typed.meaning(said.text) is not None
    if answers or heard.kind is not Kind.UNWILLING:
        return _taken(uow, actor, place, said, now, heard.kind)
    kinds.handle(uow, actor, Message(said, heard, place), now)
    return None, {}, heard.kind


def understand_of_class(uow: UnitOfWork, actor: Actor, place: Place, said: Typed, now: datetime) -> None:
    """Hear again what waited until it was known which class it is about, beside what it was heard with before."""
    said = replace(said, text=share_of(uow, actor.user, place.classroom, said.text))
    about = _candidates(uow, actor, uow.focus.first(user=actor.user), said, now)
    kinds.handle(uow, actor, Message(said, heard_as(uow, actor, said, None, about), place), now)


LATE_BY_AT_MOST = timedelta(days=1)


def _placed(
    uow: UnitOfWork,
    places: list[Place],
    parts: Shares | None,
    under: Place | None,
    focus: Focus | None,
    said: Typed,
    now: datetime,
) -> tuple[list[Place], Place | None, str]:
    """What it may be about, what it is about, and its words for that. What names several classes is for none of them by
    guess; in a thread, its part for that class counts."""
    if under is not None:
        return places, under, (parts or {}).get(under.classroom, said.text)
    if parts is None:
        return places, *_decide(uow, places, focus, said, now)
    return (places if len(places) > 1 else []), None, said.text


def _is_about_one(uow: UnitOfWork, actor: Actor, places: Sequence[Place], kind: Kind) -> bool:
    """Whether it has to be known which open question is meant. While Accord asks that, all that follows waits."""
    waits = asking.open_one(uow, actor.user)
    asks_that = waits is not None and waits.what is What.WHICH and waits.places == tuple(places)
    return kind in (kinds.ABOUT_ONE if asks_that else kinds.ANSWERS)


def _taken(uow: UnitOfWork, actor: Actor, place: Place, said: Typed, now: datetime, kind: Kind | None) -> Taken:
    stood = bursts.how_it_stands(uow, place)
    taking.take(uow, actor, place, said, now)
    return place, stood, kind


def _candidates(
    uow: UnitOfWork, actor: Actor, focus: Focus | None, said: Typed, now: datetime, *, only: int | None = None
) -> list[Place]:
    """What is open, and what was shown back or asked about last; else the check-in that was answered a moment ago, of
    which there may be more to say. Nothing, where a class is named in which nothing is open. `only`: in this class."""
    owed = [one.place for one in placing.owed(uow, actor.user, _written(said, now))]
    places = [place for place in owed if only in (None, place.classroom)]
    if names_another(uow, actor.user, places, said.text):
        return []
    if focus is None or focus.about is not About.CHECK_IN or any(p.ref == focus.ref for p in places):
        return places
    contract = contract_of(uow, Place(focus.about, focus.ref, 0))
    if contract is None or only not in (None, contract.classroom):
        return places
    last = Place(About.CHECK_IN, focus.ref, contract.classroom)
    if places:
        return [*places, last] if taking.is_asked_about(uow, actor, last, now) else places
    return [last] if taking.still_listens(uow, actor, last, now) else []


def _written(said: Typed, now: datetime) -> datetime | None:
    """When it was written, by Slack's clock; None where that is further off than Slack ever brings a message late."""
    at = written_at(said.ts)
    return at if abs(now - at) < LATE_BY_AT_MOST else None


def _decide(
    uow: UnitOfWork, places: Sequence[Place], focus: Focus | None, said: Typed, now: datetime
) -> tuple[Place | None, str]:
    """What it is about, and its words without the name of the class that they were addressed to."""
    found = named(uow, places, said.text)
    if found is not None and found[1].strip():
        return found
    return (decided(uow, places, focus, said.text, said.ts, now) if places else None), said.text


def _waiting(uow: UnitOfWork, actor: Actor, said: Typed, places: Sequence[Place], now: datetime) -> AskedBack:
    return AskedBack(
        uow.workspace, actor.user, What.WHICH, said.text, said.channel, said.thread, said.ts, tuple(places), now
    )


def _locale(uow: UnitOfWork, actor: Actor) -> str:
    person = uow.people.first(user=actor.user)
    return person.locale if person else ""
