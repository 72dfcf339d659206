"""What a message is, and which open question it is about; then it is taken, or what its kind asks for is done."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.activities import access
from bot.activities.checking_in import answering, replying_sheet, responding, unasked
from bot.activities.contract.class_of import class_of
from bot.activities.contract.reads import aims_of
from bot.activities.contract.steps import newest_entry
from bot.activities.exchanging import stuck
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.hearing import asking, bursts, kinds, placing, to_one_of_class
from bot.activities.hearing.kinds import HeardMessage, TypedMessage
from bot.activities.hearing.messages import Remark
from bot.activities.hearing.placing import (
    Shares,
    contract_of,
    decided,
    named,
    names_another,
    names_by_class,
    share_of,
    shares,
)
from bot.activities.help import use_cases as helping
from bot.activities.proposing import interviewing
from bot.activities.reviewing import use_cases as reviewing
from bot.domain.actor import Actor, Side
from bot.domain.check_ins import CheckInState
from bot.domain.contract import Contract, Status
from bot.domain.interview import About, Focus
from bot.domain.utterance import AskedBack, Place, What, written_at
from bot.language import counts, typed
from bot.language.hearing import Heard, Kind, Moment, hear
from bot.language.hearing.kinds import asks_first, refuses, tells_when
from bot.language.hearing.words import MessageWords, words_of
from bot.language.of_several import addressed, for_both, shared_out
from bot.language.typed import Meaning
from bot.messages.briefs import lang_of
from bot.messages.tell import tell
from storage.unit_of_work import UnitOfWork

# A message is taken as an answer, there where it belongs.


Take = Callable[[UnitOfWork, Actor, int, TypedMessage], None]


def take(uow: UnitOfWork, actor: Actor, place: Place, typed: TypedMessage) -> None:
    """Hand it on to whom it is for; then whatever else is open gets its turn."""
    lacked = _lacks_number(uow, actor, place)
    _TAKES[place.about](uow, actor, place.ref, typed)
    waits = _waits_for_yes(uow, actor, place) or placing.awaits_answer(uow, actor.user, place)
    waits = waits or (not lacked and _lacks_number(uow, actor, place))  # it was just asked how many it is
    if place.about in OWED and not waits:
        asking.next_turn(uow, actor.user, place)


def take_each(uow: UnitOfWork, actor: Actor, those: Sequence[tuple[Place, TypedMessage]]) -> None:
    """The same for a message that answers several check-ins, each with a part of it."""
    for place, part in those:
        _TAKES[place.about](uow, actor, place.ref, part)
    if not any(_waits_for_yes(uow, actor, place) for place, _ in those):
        asking.next_turn(uow, actor.user, those[-1][0])


def is_shown_back(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether a number of this check-in was shown back, and its student has not said that it is right."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and sheet.asks_if_right


def is_asked_about(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether its student was shown a number, or asked for one, and has not said yes or how many it is."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and (sheet.asks_if_right or sheet.lacks_number)


def is_corrected(uow: UnitOfWork, actor: Actor, place: Place, text: str) -> bool:
    """Whether a message gives another number in the place of one that stands: "sorry, I meant 13"."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and answering.corrects(sheet, text)


def still_listens(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether there may be more to say about a check-in that was answered."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and replying_sheet.listens(sheet, uow.now)


def _lacks_number(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether this check-in was answered without a number."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and sheet.lacks_number


def _waits_for_yes(uow: UnitOfWork, actor: Actor, place: Place) -> bool:
    """Whether a number of this check-in is asked about."""
    sheet = _sheet(uow, actor, place)
    return sheet is not None and sheet.waits_for_yes


def _sheet(uow: UnitOfWork, actor: Actor, place: Place) -> replying_sheet.ReplySheet | None:
    return replying_sheet.sheet_or_none(uow, actor, place.ref) if place.about is About.CHECK_IN else None


def _check_in(uow: UnitOfWork, actor: Actor, check_in: int, typed: TypedMessage) -> None:
    found = uow.check_ins.get(check_in)
    contract = uow.contracts.get(found.contract) if found else None
    is_told = contract is not None and stuck.is_heard(uow, actor, contract.classroom, typed.text)
    heard = answering.hear_if_asked(uow, actor, check_in, typed.text, typed.ts, typed.numbers, is_told=is_told)
    if not heard:
        helping.not_heard(uow, actor, typed.channel)
        return
    if contract is not None:
        placing.put_focus(uow, actor.user, Place(About.CHECK_IN, check_in, contract.classroom))
        stuck.hear(uow, actor, contract.classroom, typed)


def _interview(uow: UnitOfWork, actor: Actor, interview: int, typed: TypedMessage) -> None:
    """A target is one sentence, however many messages it came in."""
    text = typed.text
    if "\n" in text and interviewing.step_of(uow, interview) == "statement":
        text = ", ".join(line.strip(" ,") for line in text.splitlines() if line.strip(" ,"))
    interviewing.hear(uow, actor, interview, text, typed.ts)


def _question(uow: UnitOfWork, actor: Actor, contract: int, typed: TypedMessage) -> None:
    reviewing.hear(uow, actor, contract, typed.text, typed.ts)


def _shared(uow: UnitOfWork, actor: Actor, check_in: int, typed: TypedMessage) -> None:
    """A teacher typed under the card of a check-in."""
    responding.respond(uow, actor, check_in, typed.text, typed.ts)
    tell(uow, actor.user, Remark("passed-on"))


def _proposal(uow: UnitOfWork, actor: Actor, contract: int, typed: TypedMessage) -> None:
    """A teacher typed under what a student proposed, answered or asked: a question, or the answer to theirs, or a
    further part of it."""
    found, _ = access.contract_as_teacher(uow, actor, contract)
    if not reviewing.goes_on(uow, actor, found, typed.text):
        _begun(uow, actor, found, typed.text)
    tell(uow, actor.user, Remark("passed-on"))


def _begun(uow: UnitOfWork, actor: Actor, contract: Contract, text: str) -> None:
    if contract.status is Status.AMENDED:
        reviewing.explain(uow, actor, contract.id, newest_entry(uow, contract.id), text)
    else:
        reviewing.ask(uow, actor, contract.id, contract.on_the_table.number, text)


def _exchange(about: About) -> Take:
    def take(uow: UnitOfWork, actor: Actor, ref: int, typed: TypedMessage) -> None:
        exchange = exchanging.exchange_of(uow, about, ref)
        exchanging.send_on(uow, actor, Place(about, ref, exchange.classroom), typed)

    return take


OWED = frozenset({About.CHECK_IN, About.INTERVIEW, About.QUESTION})

_TAKES: Mapping[About, Take] = {
    About.CHECK_IN: _check_in,
    About.INTERVIEW: _interview,
    About.QUESTION: _question,
    About.SHARED: _shared,
    About.PROPOSAL: _proposal,
    **{about: _exchange(about) for about in exchanging.EXCHANGES},
}

TAKEN_BY_TEACHERS = frozenset({About.SHARED, About.PROPOSAL})


# What a message is, as far as what it may be about tells; and whether that takes it.


IN_WORDS = frozenset(
    {"hardest", "strengths", "statement", "observable", "wording", "strategies", "evidence", "supports", "criterion"}
)
"""Steps of the interview that take whatever is said in words; the others know themselves what they can not read."""


def heard_as(uow: UnitOfWork, actor: Actor, said: TypedMessage, place: Place | None, places: Sequence[Place]) -> Heard:
    about = [place] if place is not None else list(places)
    check_in = next((p for p in about if p.about is About.CHECK_IN), None)
    contract = contract_of(uow, check_in) if check_in is not None else None
    counted = [contract] if contract is not None else [] if about else unasked.running_contracts(uow, actor)
    aims = [aim for one in counted for aim in aims_of(uow, one)]
    lang = lang_of(uow, actor.user)
    heard = hear(said.text, _moment(about), aims, lang=lang)
    if heard.kind is Kind.UNCLEAR and place is not None and not placing.awaits_answer(uow, actor.user, place):
        told = hear(said.text, Moment.IDLE, aims, lang=lang)  # "ok" after an answer is said to what was told
        heard = told if told.kind is Kind.THANKS else heard
    if heard.kind is not Kind.DISTRESS:
        return heard
    return replace(heard, kind=Kind.ANSWER)  # they said that these words mean something else


def _moment(about: Sequence[Place]) -> Moment:
    if any(p.about is About.CHECK_IN for p in about):
        return Moment.CHECK_IN
    return Moment.INTERVIEW if about else Moment.IDLE


def is_answer(uow: UnitOfWork, actor: Actor, place: Place, said: TypedMessage, heard: Heard) -> bool:
    """Whether what was asked takes it. An interview has an answer of its own to whatever it can not read; a teacher who
    asked reads all but what is said to a program, or asked about it."""
    kind = heard.kind
    if place.about is About.CHECK_IN:
        is_stuck = kind is not Kind.FOR_TEACHER and stuck.says_so(uow, actor, kind, said.text)
        return kind in kinds.ANSWERS or is_stuck or is_corrected(uow, actor, place, said.text)
    if place.about is About.INTERVIEW:
        if kind not in kinds.NO_ANSWER or not any(c.isalnum() for c in said.text):
            return True
        question = interviewing.question_of(uow, place.ref)
        lang = lang_of(uow, actor.user)
        if interviewing.names_option(question, said.text, lang):
            return True
        known = heard.topic not in ("", helping.OTHER)
        said_words = words_of(said.text, lang)
        told_in_words = question is not None and question.step.name in IN_WORDS
        in_words = told_in_words and asks_first(said_words) and not tells_when(said_words)
        able = told_in_words and "?" not in said.text and typed.begins_with(said.text, "able", lang)
        if able and kind is Kind.QUESTION:
            return True  # "i can say what a sign means"
        asks = kind is not Kind.QUESTION or "?" in said.text or known or in_words
        if told_in_words and _says_how(kind, said.text, said_words, lang):
            return True
        return not asks
    asks_accord = kind is Kind.QUESTION and heard.topic not in helping.MAY_BE_FOR_A_TEACHER
    return kind not in kinds.TO_A_PROGRAM and not asks_accord


def _says_how(kind: Kind, text: str, words: MessageWords, lang: str) -> bool:
    """Whether a sentence answers what is told in words, whatever it would be elsewhere: one that names a teacher and
    asks nobody to tell them ("my coach will notice"), or that sounds like a no and is none: "i never skip training"."""
    if kind is Kind.FOR_TEACHER:
        return not {"tell", "teacher"} <= words.names
    if kind is Kind.NOT_FOR_US:
        return "astray" not in words.names
    return kind is Kind.UNWILLING and (not refuses(words) or typed.begins_with(text, "passes", lang))


# Which class stands above a message in its thread, where nothing was asked there: the words are for that class.


def class_above(uow: UnitOfWork, user: str, said: TypedMessage) -> int | None:
    """The class that the message above speaks of; None where it speaks of none, where there is no other that the words
    could be for, or where they are addressed to one themselves. Below all messages, that of what was written just
    before."""
    above = _class_of_thread(uow, user, said) if said.thread else _class_before(uow, user, said)
    classes = sorted({above, *access.learns_in(uow, user)}) if above is not None else []
    return above if len(classes) > 1 and not _addresses_one(uow, classes, said.text, lang_of(uow, user)) else None


def _class_of_thread(uow: UnitOfWork, user: str, said: TypedMessage) -> int | None:
    posted = uow.outbox.posted(said.channel, said.thread)
    return _class_said_of(uow, posted.args) if posted is not None and posted.reader == user else None


def _class_before(uow: UnitOfWork, user: str, said: TypedMessage) -> int | None:
    """Of which class those words were that were written seconds before. A message that comes in after what was written
    later is no part of them any more, and is still for that class."""
    before = (u for u in uow.utterances.of(user) if u.is_continued_by(said.channel, said.thread, said.ts))
    places = [place for place in map(bursts.place_of, before) if place is not None]
    return places[-1].classroom if places and places[-1].classroom in access.learns_in(uow, user) else None


def _addresses_one(uow: UnitOfWork, classes: list[int], text: str, lang: str) -> bool:
    names = names_by_class(uow, classes)
    return addressed(text, names, lang) is not None or shared_out(text, names, lang) is not None


def _class_said_of(uow: UnitOfWork, args: Mapping[str, Any]) -> int | None:
    """The class that a notice with these fields is about; None where it is about none, and about what is gone."""
    return _away_from(uow, args["absence"]) if "absence" in args else class_of(uow, args)


def _away_from(uow: UnitOfWork, absence: int) -> int | None:
    """The class that an absence is from; None where it was said of several."""
    found = uow.absences.get(absence)
    if found is None:
        return None
    together = [one for one in uow.absences.of_student(found.student) if one.said_at == found.said_at]
    return found.classroom if len(together) == 1 else None


# A message that says something for several classes: each gets its part of it, and nothing of another's.


def parts_of(uow: UnitOfWork, actor: Actor, places: Sequence[Place], text: str) -> Shares | None:
    """The parts of a message that may be about check-ins, as `placing.shares` has them; one number for two of them is
    said of each: "both 7"."""
    if places and not any(place.about is About.CHECK_IN for place in places):
        return None
    found = shares(uow, actor.user, text)
    return _of_both(places, text, lang_of(uow, actor.user)) if found is None else found


def _of_both(places: Sequence[Place], text: str, lang: str) -> Shares | None:
    classes = {place.classroom for place in places if place.about is About.CHECK_IN}
    said = for_both(text, lang) if len(places) == len(classes) == _BOTH else None
    return None if said is None else dict.fromkeys(sorted(classes), said)


_BOTH = 2


def take_parts(
    uow: UnitOfWork, actor: Actor, places: Sequence[Place], parts: Shares, said: TypedMessage
) -> list[int] | None:
    """Each open check-in gets its part; returns the classes that have none. None, and nothing is taken, where a part is
    no answer, or no check-in is open in these classes."""
    check_ins = {place.classroom: place for place in places if place.about is About.CHECK_IN}
    here = [(check_ins[c], replace(said, text=part)) for c, part in parts.items() if c in check_ins]
    heard = [heard_as(uow, actor, part, place, [place]) for place, part in here]
    if not here or not all(is_answer(uow, actor, *one, how) for one, how in zip(here, heard, strict=True)):
        return None
    stood = [bursts.how_it_stands(uow, place) for place, _ in here]
    counted = [(place, replace(part, numbers=h.numbers)) for (place, part), h in zip(here, heard, strict=True)]
    take_each(uow, actor, counted)
    for (place, _), how in zip(here, stood, strict=True):
        answering.remember(uow, actor.user, place, how)
    return [classroom for classroom in parts if classroom not in check_ins]


Greets = Callable[[str], bool]
"""Whether a message is a greeting in the language of a locale."""

Taken = tuple[Place | None, bursts.Stood, Kind | None]
"""What a message was about, how that stood before, and what the message is."""


def understand(uow: UnitOfWork, actor: Actor, said: TypedMessage, greets: Greets) -> Taken:
    """Hear a whole message."""
    under = placing.place_under(uow, actor.user, said.channel, said.thread) if said.thread else None
    if under is not None and under.about not in OWED:
        return _to_somebody(uow, actor, under, said)
    focus, lang = uow.focus.of(actor.user), lang_of(uow, actor.user)
    word = typed.meaning(said.text, lang)
    greeting = word is Meaning.GREETING or greets(_locale(uow, actor))
    above = class_above(uow, actor.user, said) if under is None and word is None and not greeting else None
    places = [under] if under is not None else _candidates(uow, actor, focus, said, only=above)
    parts = parts_of(uow, actor, places, said.text)
    if parts and under is None and _each_taken(uow, actor, places, parts, said):
        return None, {}, Kind.ANSWER
    places, place, text = _placed(uow, actor, places, parts, under, focus, said, lang)
    text = placing.word_alone(uow, place, text, lang)
    word = typed.meaning(text, lang)
    if place is not None and place.about is About.INTERVIEW and (word is not None or greeting):
        said = replace(said, text=text)
        asks = heard_as(uow, actor, said, place, places).kind if word is Meaning.HELP else None
        return _taken(uow, actor, place, said, asks)
    learns = bool(access.places_of(uow, actor.user, Side.STUDENT))
    if word is Meaning.HELP or (greeting and not learns):
        helping.show_help(uow, actor, said.channel)
        return None, {}, None
    if not learns:
        return _of_no_student(uow, actor, said)
    said = replace(said, text=text)
    heard = Heard(Kind.GREETING) if greeting else heard_as(uow, actor, said, place, places)
    if not places and (greeting or _wants_to_begin(uow, actor, said.text, heard)):
        interviewing.begin(uow, actor, None, None)
        return None, {}, Kind.GREETING
    said_so = asking.say_once(uow, actor, said.text, said.ts)
    if place is None and places and _is_about_one(uow, actor, places, heard.kind):
        asking.ask(uow, _waiting(uow, actor, said, places))
        return None, {}, heard.kind
    if place is not None and is_answer(uow, actor, place, said, heard):
        numbers = heard.numbers if place.about is About.CHECK_IN else None
        return _taken(uow, actor, place, replace(said, numbers=numbers), heard.kind)
    if said_so:
        return None, {}, heard.kind
    stood = bursts.how_it_stands(uow, place) if place is not None else {}
    about = Place(About.CLASS, above, above) if place is None and above is not None else place
    kinds.handle(uow, actor, HeardMessage(said, heard, about))
    return place, stood, heard.kind


def _of_no_student(uow: UnitOfWork, actor: Actor, said: TypedMessage) -> Taken:
    """A teacher's thanks get a short word; whatever else they type stands under no card, and answers nothing. "looks
    good" is no thanks: they may have decided something."""
    heard = hear(said.text, Moment.INTERVIEW, (), lang=lang_of(uow, actor.user))
    if heard.kind is Kind.THANKS:
        kinds.handle(uow, actor, HeardMessage(said, heard, None))
        return None, {}, heard.kind
    helping.not_heard(uow, actor, said.channel)
    return None, {}, None


def _wants_to_begin(uow: UnitOfWork, actor: Actor, text: str, heard: Heard) -> bool:
    """Whoever has not begun says hello for that: "hello miss said I should write here", or no more than "alright"."""
    at_first = typed.choice(text, "hello_at_first", lang_of(uow, actor.user)) is not None
    return (at_first or heard.kind is Kind.GREETING) and kinds.has_not_begun(uow, actor.user)


def _to_somebody(uow: UnitOfWork, actor: Actor, under: Place, said: TypedMessage) -> Taken:
    """Under what a teacher is shown, or what one of the two wrote."""
    if under.about is About.ROUND:
        found = to_one_of_class.whom_for(uow, actor, under, said)
        return (
            (None, {}, Kind.ANSWER)
            if found is None
            else _to_somebody(uow, actor, found[0], replace(said, text=found[1]))
        )
    if under.about in TAKEN_BY_TEACHERS:
        return _taken(uow, actor, under, said, None)
    return _in_exchange(uow, actor, under, said)


def _each_taken(uow: UnitOfWork, actor: Actor, places: Sequence[Place], parts: Shares, said: TypedMessage) -> bool:
    """Whether each class had its part of it; of one in which nothing is open, it is shown back."""
    left = take_parts(uow, actor, places, parts, said)
    for classroom in left or ():
        here = Place(About.CLASS, classroom, classroom)
        understand_of_class(uow, actor, here, replace(said, text=parts[classroom]))
    return left is not None


def _in_exchange(uow: UnitOfWork, actor: Actor, place: Place, said: TypedMessage) -> Taken:
    """What stands under a teacher's words is for that teacher, and the other way round. What a student says to a
    program, though, is shown to nobody."""
    if exchanging.writes_as_teacher(uow, actor, place):
        return _taken(uow, actor, place, said, None)
    heard, lang = heard_as(uow, actor, said, None, ()), lang_of(uow, actor.user)
    answers = counts.yes_or_no(said.text, lang) is not None or typed.meaning(said.text, lang) is not None
    if answers or heard.kind is not Kind.UNWILLING:
        return _taken(uow, actor, place, said, heard.kind)
    kinds.handle(uow, actor, HeardMessage(said, heard, place))
    return None, {}, heard.kind


def understand_of_class(uow: UnitOfWork, actor: Actor, place: Place, said: TypedMessage) -> None:
    """Hear again what waited until it was known which class it is about, beside what it was heard with before."""
    said = replace(said, text=share_of(uow, actor.user, place.classroom, said.text))
    about = _candidates(uow, actor, uow.focus.of(actor.user), said)
    kinds.handle(uow, actor, HeardMessage(said, heard_as(uow, actor, said, None, about), place))


LATE_BY_AT_MOST = timedelta(days=1)


def _placed(
    uow: UnitOfWork,
    actor: Actor,
    places: list[Place],
    parts: Shares | None,
    under: Place | None,
    focus: Focus | None,
    said: TypedMessage,
    lang: str,
) -> tuple[list[Place], Place | None, str]:
    """What it may be about, what it is about, and its words for that. What names several classes is for none of them by
    guess; in a thread, its part for that class counts."""
    if under is not None:
        return places, under, (parts or {}).get(under.classroom, said.text)
    if parts is None:
        place, text = _decide(uow, places, focus, said, lang)
        return places, place, placing.its_words(uow, actor.user, place, text)
    return (places if len(places) > 1 else []), None, said.text


def _is_about_one(uow: UnitOfWork, actor: Actor, places: Sequence[Place], kind: Kind) -> bool:
    """Whether it has to be known which open question is meant. While Accord asks that, all that follows waits."""
    waits = asking.open_one(uow, actor.user)
    asks_that = waits is not None and waits.what is What.WHICH and waits.places == tuple(places)
    return kind in (kinds.ABOUT_ONE if asks_that else kinds.ANSWERS)


def _taken(uow: UnitOfWork, actor: Actor, place: Place, said: TypedMessage, kind: Kind | None) -> Taken:
    stood = bursts.how_it_stands(uow, place)
    take(uow, actor, place, said)
    return place, stood, kind


def _candidates(
    uow: UnitOfWork, actor: Actor, focus: Focus | None, said: TypedMessage, *, only: int | None = None
) -> list[Place]:
    """What is open, and what was shown back or asked about last; else the check-in that was answered a moment ago, of
    which there may be more to say. Nothing, where a class is named in which nothing is open. `only`: in this class."""
    owed = placing.still_claiming(uow, placing.owed(uow, actor.user, _written(said, uow.now)), focus)
    places = [one.place for one in owed if only in (None, one.place.classroom)]
    if names_another(uow, actor.user, places, said.text):
        return []
    elsewhere = _answered_in_another(uow, actor, places, said.text)
    if elsewhere is not None and only in (None, elsewhere.classroom):
        return [elsewhere]
    known = {(place.about, place.ref) for place in places}
    if focus is None or focus.about is not About.CHECK_IN or (focus.about, focus.ref) in known:
        return places
    contract = contract_of(uow, Place(focus.about, focus.ref, 0))
    if contract is None or only not in (None, contract.classroom):
        return places
    last = Place(About.CHECK_IN, focus.ref, contract.classroom)
    if places:
        return [*places, last] if is_asked_about(uow, actor, last) else places
    return [last] if still_listens(uow, actor, last) else []


def _answered_in_another(uow: UnitOfWork, actor: Actor, places: Sequence[Place], text: str) -> Place | None:
    """The check-in that was answered a moment ago in the class which a message names, where nothing is open in that."""
    classroom = placing.class_addressed(uow, actor.user, text, lang_of(uow, actor.user))
    if classroom is None or any(place.classroom == classroom for place in places):
        return None
    contracts = [c for c in access.own_contracts(uow, actor.user) if c.classroom == classroom]
    answered = (uow.check_ins.newest(c.id, CheckInState.ANSWERED) for c in contracts)
    found = [Place(About.CHECK_IN, one.id, classroom) for one in answered if one is not None]
    return next((place for place in found if still_listens(uow, actor, place)), None)


def _written(said: TypedMessage, now: datetime) -> datetime | None:
    """When it was written, by Slack's clock; None where that is further off than Slack ever brings a message late."""
    at = written_at(said.ts)
    return at if abs(now - at) < LATE_BY_AT_MOST else None


def _decide(
    uow: UnitOfWork, places: Sequence[Place], focus: Focus | None, said: TypedMessage, lang: str
) -> tuple[Place | None, str]:
    """What it is about, and its words without the name of the class that they were addressed to."""
    found = named(uow, places, said.text, lang)
    if found is not None and found[1].strip():
        return found
    return (decided(uow, places, focus, said.text, said.ts) if places else None), said.text


def _waiting(uow: UnitOfWork, actor: Actor, said: TypedMessage, places: Sequence[Place]) -> AskedBack:
    return AskedBack(
        uow.workspace, actor.user, What.WHICH, said.text, said.channel, said.thread, said.ts, tuple(places), uow.now
    )


def _locale(uow: UnitOfWork, actor: Actor) -> str:
    person = uow.people.of(actor.user)
    return person.reads if person else ""
