"""A student answers a check-in: by the form, by typing, or by one press; says whether it is right, and undoes it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.activities import access
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import drifting, ideas, planning, telling
from bot.activities.checking_in.forms import TEXT_MOST, ReplyForm
from bot.activities.checking_in.messages import (
    HowManyNow,
    NumberStands,
    NumberWanted,
    ReplyNoted,
    TargetWanted,
    WhichNumber,
    WordsKept,
)
from bot.activities.checking_in.replying_sheet import ReplySheet, listens, sheet_of, sheet_or_none
from bot.activities.contract.reads import aim_of, aims_of
from bot.activities.evidence import use_cases as evidence
from bot.activities.hearing import asking, bursts
from bot.activities.hearing.bursts import Stood
from bot.activities.hearing.placing import put_focus
from bot.activities.mentoring import stopping as mentors
from bot.domain import check_ins
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import ASKED, NOT_YET, CheckIn, CheckInState, Reply, can_be_pressed
from bot.domain.contract import Contract
from bot.domain.evidence import NOTHING_HANDED, Handed
from bot.domain.interview import About
from bot.domain.terms import Target
from bot.domain.utterance import TAKEN_BACK_WITHIN, Place, Utterance
from bot.language import counts
from bot.language.hearing import Moment, Number, numbers_of
from bot.language.hearing import hear as listen
from bot.messages.tell import refresh, show_home, show_home_soon, tell
from storage.unit_of_work import UnitOfWork


def remember(uow: UnitOfWork, user: str, place: Place, stood: Stood) -> None:
    """What a press or a form noted, with how it stood before: there are no words of it to join."""
    pressed = Utterance(uow.workspace, user, "", "", {}, uow.now, joinable=False)
    bursts.write_down(uow, pressed, place, stood, ())


def show_back(uow: UnitOfWork, user: str, place: Place) -> None:
    """What was noted of a check-in. What its student writes next goes on from there."""
    put_focus(uow, user, place)
    tell(uow, user, ReplyNoted(place.ref))


def go_on(uow: UnitOfWork, user: str, place: Place, stood: Stood) -> None:
    """A yes or a no to what was shown back is taken back together with what it was said to."""
    newest = uow.utterances.newest_of(user)
    if newest is None or bursts.place_of(newest) != place or newest.before.get("after") != bursts.mark_of(stood):
        remember(uow, user, place, stood)
        return
    after = {**newest.before, "after": bursts.mark(uow, place)}
    uow.utterances.save(replace(newest, before=after, heard_at=uow.now, joinable=False))


def open_for(uow: UnitOfWork, check_in: CheckIn) -> tuple[int, datetime] | None:
    """What an undo of this check-in takes back, and until when; None where there is nothing, or where it was changed by
    something else since."""
    said = uow.utterances.of(check_in.student) if check_in.state is CheckInState.ANSWERED else []
    found = next((one for one in reversed(said) if _stands(uow, one, check_in.id)), None)
    return (found.id, found.heard_at + TAKEN_BACK_WITHIN) if found is not None else None


def undo(uow: UnitOfWork, actor: Actor, utterance: int) -> None:
    """Let the check-in stand as before; its words, its number, and what that reached are gone. What was said to others
    about it says so."""
    found = uow.utterances.get(utterance)
    if found is None or found.user != actor.user or uow.now - found.heard_at > TAKEN_BACK_WITHIN:
        raise Refusal("undo-too-late")
    place = bursts.place_of(found)
    if place is None or not _stands(uow, found, place.ref):
        raise Refusal("undo-changed")
    access.student_in(uow, actor, place.classroom)
    bursts.restore(uow, found.before["stood"])
    uow.utterances.remove(found.id)
    put_focus(uow, actor.user, place)
    for teacher in access.teachers_of(uow, place.classroom):
        show_home(uow, teacher)


def _stands(uow: UnitOfWork, utterance: Utterance, check_in: int) -> bool:
    """Whether this check-in stands as this left it."""
    place = bursts.place_of(utterance)
    if place is None or (place.about, place.ref) != (About.CHECK_IN, check_in) or not utterance.before.get("stood"):
        return False
    return bool(utterance.before.get("after") == bursts.mark(uow, place) != bursts.mark_of(utterance.before["stood"]))


# A student answers a check-in: by the form, by typing, or by one press; and says whether a number is right.


# The number that somebody writes into a form's field for it.


def written(text: str, target: Target, field: str, lang: str = "en") -> Decimal | None:
    """None where the field is empty. Refusals name what does not fit.

    A field with more than a number in it is heard as a message would be: "I rewrite one paragraph" has no number, and
    "failed to reach 8" has none that counts.
    """
    value = counts.value_of(text, target, field, lang)
    if value is None or target.measure.scale or counts.is_just_a_number(text):
        return value
    heard = listen(text, Moment.CHECK_IN, (aim_of(target, lang=lang),), lang=lang).numbers.get(0)
    if heard is None:
        raise Refusal("check-in-no-number", field=field)
    if not heard.sure or heard.value != value:
        raise Refusal("check-in-only-the-number", field=field)
    return value


# Which numbers a typed message gives at a check-in: what is sure counts at once, and what is not waits for a yes.
#
# A plain number takes the place of an earlier one that nobody called right. One that was called right changes only by
# a yes: it goes on counting while the other waits.


NumbersHeard = Mapping[int, Number]
"""By the place of the target."""


def heard_in(uow: UnitOfWork, sheet: ReplySheet, text: str) -> NumbersHeard:
    """The numbers that a message gives, heard as an answer to this check-in."""
    return listen(text, Moment.CHECK_IN, aims_of(uow, sheet.contract), lang=sheet.lang).numbers


def taken_from(uow: UnitOfWork, sheet: ReplySheet, text: str, heard: NumbersHeard) -> dict[int, Number]:
    """What a message changes. Of several numbers for one thing ("5 or 6") none is taken, and of "still 5 too many" only
    what could be worked out."""
    heard = heard or _by_unit(uow, sheet, text)
    if counts.names_several(text, sheet.targets, sheet.lang):
        heard = {place: number for place, number in heard.items() if number.sure}
    elif counts.says_how_it_moved(text, sheet.targets, sheet.lang):
        heard = {place: number for place, number in heard.items() if not number.sure}
    found = {place: _for_target(sheet, place, text, heard) for place in range(len(sheet.targets))}
    return {place: number for place, number in found.items() if number is not None}


def corrects(sheet: ReplySheet, text: str) -> bool:
    """Whether a message is about a number that stands, and gives another in its place."""
    return any(_corrected(sheet, place, text) is not None for place in range(len(sheet.targets)))


def with_numbers(sheet: ReplySheet, numbers: NumbersHeard, ts: str, now: datetime) -> dict[int, Reply]:
    """The replies that they change; `ts` is the message that they were typed in."""
    return {place: _with_number(sheet.reply(place, now), number, ts) for place, number in numbers.items()}


def _by_unit(uow: UnitOfWork, sheet: ReplySheet, text: str) -> NumbersHeard:
    """The numbers that stand beside the whole unit of one of several targets: "8 of 10 varied openings"."""
    if len(sheet.targets) == 1:
        return {}
    aims = aims_of(uow, sheet.contract)
    named = counts.values_in(text, sheet.targets, sheet.lang)
    found = {place: numbers_of(text, Moment.CHECK_IN, [aims[place]], sheet.lang).get(0) for place in named}
    return {place: n for place, n in found.items() if n is not None and n.value == named[place]}


def _for_target(sheet: ReplySheet, place: int, text: str, heard: NumbersHeard) -> Number | None:
    number, reply = heard.get(place), sheet.replies.get(place)
    if reply is None or reply.value is None:
        return number
    corrected = _corrected(sheet, place, text)
    if corrected is not None:
        return Number(corrected, not reply.confirmed)
    if number is None or counts.speaks_of_later(text, sheet.lang):
        return None
    if number.value == reply.value:
        again = counts.is_just_a_number(text) and not counts.corrects(text, lang=sheet.lang)
        return Number(number.value, sure=True) if again or reply.waiting is not None else None
    return Number(number.value, number.sure and not reply.confirmed and _is_plain(sheet, place, text))


def _corrected(sheet: ReplySheet, place: int, text: str) -> Decimal | None:
    """The 13 of "sorry, I meant 13", where another number stands; of several targets, for the one that it names."""
    stands = sheet.value(place)
    if stands is None or not (len(sheet.targets) == 1 or counts.names_unit(text, sheet.targets, place, sheet.lang)):
        return None
    return counts.correction_in(text, sheet.targets[place], stands, sheet.lang)


def _is_plain(sheet: ReplySheet, place: int, text: str) -> bool:
    """Whether the message is about this number: it counts nothing else, or names what is counted."""
    target = sheet.targets[place]
    return counts.counts_nothing_else(text, target, sheet.lang) or counts.names_unit(
        text, sheet.targets, place, sheet.lang
    )


def _with_number(reply: Reply, number: Number, ts: str) -> Reply:
    if number.sure:
        return reply.with_value(number.value, ts, confirmed=False)
    return reply.asked_about(number.value, ts)


# What was said at a check-in is stored; what follows from it follows in the same transaction.


def store(uow: UnitOfWork, sheet: ReplySheet, changed: Mapping[int, Reply], *, typed: bool = False) -> list[Reply]:
    """Save what was said; the first answer ends the check-in and plans the next; the teachers see it. Who `typed` it
    looks at the messages, not at Home.

    Returns the replies whose number is new, or called right now."""
    contract, check_in = sheet.contract, sheet.check_in
    ended = check_in
    if check_in.state is not CheckInState.ANSWERED:
        let_stand(uow, contract, but=check_in.id)
        ended = _end(uow, sheet)
    complete = {0: sheet.reply(0, uow.now), **changed}
    stored = [_put(uow, sheet.replies.get(target), reply) for target, reply in sorted(complete.items())]
    drifting.look(uow, contract, sheet.classroom)
    refresh(uow, f"check-in:{check_in.id}")
    mentors.follow(uow, contract.id)
    (show_home_soon if typed else show_home)(uow, contract.student)
    telling.tell_answer(uow, ended, contract, sheet.classroom)
    for teacher in access.teachers_for(uow, contract.student, sheet.classroom.id):
        show_home_soon(uow, teacher)
    return [reply for reply in stored if reply is not None]


def celebrate(uow: UnitOfWork, contract: Contract, stored: list[Reply]) -> None:
    """What is reached comes after what was understood: first the answer, then the good news."""
    for reply in stored:
        celebrating.notice_points(uow, contract, reply)


def let_stand(uow: UnitOfWork, contract: Contract, *, but: int | None = None) -> None:
    """What counted since an earlier check-in (not `but` that one) and was not taken back until now is called right by
    that. A number that waits for its yes goes on waiting."""
    for reply in uow.replies.unconfirmed(contract.id):
        if reply.check_in != but:
            right = replace(reply, confirmed=True)
            uow.replies.save(right)
            refresh(uow, f"check-in:{reply.check_in}")
            celebrating.notice_points(uow, contract, right)


def _end(uow: UnitOfWork, sheet: ReplySheet) -> CheckIn:
    """The first answer. A missed check-in has its successor already."""
    ended = telling.dated(uow, check_ins.answered(sheet.check_in, uow.now), sheet.contract, sheet.classroom)
    uow.check_ins.save(ended)
    planning.take_back(uow, ended.id)
    if sheet.check_in.state in ASKED:
        planning.write_next(uow, ended, sheet.contract, sheet.classroom)
    return ended


def _put(uow: UnitOfWork, before: Reply | None, reply: Reply) -> Reply | None:
    """Store a new or changed reply; returns it where its number is new, or called right now."""
    if before is None:
        stored = uow.replies.add(reply)
    elif reply != before:
        stored = replace(reply, edited_at=uow.now)
        uow.replies.save(stored)
    else:
        return None
    ideas.want(uow, stored)
    new = stored.value != (before.value if before else None)
    return stored if new or (stored.confirmed and before is not None and not before.confirmed) else None


# What a student hears where their words gave no number: a question, or quietly that the words are kept.


def ask_further(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, text: str, ts: str, *, is_told: bool = False) -> None:
    """No number was taken. `sheet` is how the check-in stood before: once it is answered, no number is asked for."""
    check_in = sheet.check_in.id
    if _ask_what_was_meant(uow, actor, sheet, text, ts) or is_told:
        return
    if sheet.check_in.state is CheckInState.ANSWERED:
        tell(uow, actor.user, WordsKept(check_in))
    elif _is_of_later(sheet, text):
        tell(uow, actor.user, HowManyNow(check_in, of_later=True), once=f"check-in:{check_in}:number")
    else:
        tell(uow, actor.user, NumberWanted(check_in), once=f"check-in:{check_in}:number")


def _is_of_later(sheet: ReplySheet, text: str) -> bool:
    """Whether they gave a number for a day that is to come."""
    later = counts.speaks_of_later(text, sheet.lang)
    return later and counts.speaks_of_a_number(text, sheet.targets, sheet.lang)


def say_what_stands(
    uow: UnitOfWork, actor: Actor, sheet: ReplySheet, text: str, ts: str, *, took_its_number: bool
) -> None:
    """An edited message gave no number that counts: where it took its own away, or where a later answer holds."""
    if took_its_number:
        if not _ask_what_was_meant(uow, actor, sheet, text, ts):
            show_back(uow, actor.user, sheet.place)
    elif sheet.has_number and counts.speaks_of_a_number(text, sheet.targets, sheet.lang):
        put_focus(uow, actor.user, sheet.place)
        tell(uow, actor.user, NumberStands(sheet.check_in.id))


def _ask_what_was_meant(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, text: str, ts: str) -> bool:
    """Ask which target a number is for, which of several numbers it is, or how many it is where the words told how
    it moved; False where there is nothing to ask.

    Beside a number that stands, only a message about a number, or one that seems to give another, asks anew.
    """
    check_in = sheet.check_in.id
    another = any(_gives_another(sheet, i, text) for i in range(len(sheet.targets)))
    if sheet.has_number and not another and not counts.is_just_a_number(text):
        return False
    if len(sheet.targets) > 1 and any(
        counts.value_for(text, target, sheet.lang) is not None for target in sheet.targets
    ):
        tell(uow, actor.user, TargetWanted(check_in, ts))
        return True
    if counts.names_several(text, sheet.targets, sheet.lang):
        tell(uow, actor.user, WhichNumber(check_in))
        return True
    if another or counts.says_how_it_moved(text, sheet.targets, sheet.lang):
        tell(uow, actor.user, HowManyNow(check_in))
        return True
    return False


def _gives_another(sheet: ReplySheet, target: int, text: str) -> bool:
    stands = sheet.value(target)
    return stands is not None and counts.gives_another(text, sheet.targets[target], stands, sheet.lang)


# A student answers a check-in: by the form, by typing, or by one press; and says whether a number is right.


def log(uow: UnitOfWork, actor: Actor, check_in: int, form: ReplyForm, handed: Handed = NOTHING_HANDED) -> None:
    """Take the form, or the form edited. Files alone answer nothing: the check-in goes on waiting."""
    sheet = sheet_of(uow, actor, check_in)
    if take_handed(uow, actor, sheet.contract.id, form, handed):
        return
    changed = said_in(sheet, form, uow.now)
    stood = bursts.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed)
    remember(uow, actor.user, sheet.place, stood)
    if sheet.check_in.state is not CheckInState.ANSWERED:  # after that, what was said already is updated in place
        show_back(uow, actor.user, sheet.place)
    celebrate(uow, sheet.contract, stored)


def take_handed(uow: UnitOfWork, actor: Actor, contract: int, form: ReplyForm, handed: Handed) -> bool:
    """The files of a form show something. Whether there is nothing else in it."""
    if not handed.files:
        return False
    if not evidence.take(uow, actor, handed.files, form.evidence, handed.source, contract):
        asking.say_files_stay(uow, actor.user)
    return form.is_empty


def said_in(sheet: ReplySheet, form: ReplyForm, now: datetime) -> dict[int, Reply]:
    """The replies that a form changes: all of them. Raises Refusal under the field that can not be taken."""
    fields = [f"value-{i}" for i in range(len(sheet.targets))]
    texts = (*form.values, *("" for _ in fields))[: len(fields)]
    values = [written(t, target, f, sheet.lang) for t, target, f in zip(texts, sheet.targets, fields, strict=True)]
    _check_words(form)
    practised = [form.practised_on(i) for i in range(len(sheet.targets))]
    if all(said is None for said in (*values, *practised)) and not any(form.words.values()):
        raise Refusal("check-in-empty", field=fields[0])
    stood = [replace(sheet.reply(i, now), practised=times) for i, times in enumerate(practised)]
    changed = {i: stood[i].with_value(value, confirmed=True) for i, value in enumerate(values)}
    changed[0] = form.beside(changed[0], sheet.classroom.questions)
    return changed


def hear(uow: UnitOfWork, actor: Actor, check_in: int, text: str, ts: str, heard: NumbersHeard | None = None) -> None:
    """A typed answer. Its number is shown back: it counts where it is sure, and waits for a yes where it is not. The
    words are kept in any case. `heard` are its numbers, where it was heard as an answer to this check-in already."""
    _take(uow, actor, sheet_of(uow, actor, check_in), text, ts, heard)


def hear_if_asked(
    uow: UnitOfWork,
    actor: Actor,
    check_in: int,
    text: str,
    ts: str,
    heard: NumbersHeard | None = None,
    *,
    is_told: bool = False,
) -> bool:
    """The same, where what the actor types now is about this check-in; False where it is not. `is_told`: they hear
    something else on these words, which is enough where they gave no number."""
    sheet = sheet_or_none(uow, actor, check_in)
    if sheet is None or not listens(sheet, uow.now):
        return False
    _take(uow, actor, sheet, text, ts, heard, is_told=is_told)
    return True


def _take(
    uow: UnitOfWork,
    actor: Actor,
    sheet: ReplySheet,
    text: str,
    ts: str,
    heard: NumbersHeard | None,
    *,
    is_told: bool = False,
) -> None:
    if not text.strip():
        raise Refusal("check-in-in-words")
    numbers = taken_from(uow, sheet, text, heard_in(uow, sheet, text) if heard is None else heard)
    stored = store(uow, sheet, _typed(sheet, text, ts, numbers, uow.now), typed=True)
    if numbers:
        tell(uow, actor.user, ReplyNoted(sheet.check_in.id))
    else:
        ask_further(uow, actor, sheet, text, ts, is_told=is_told)
    celebrate(uow, sheet.contract, stored)


def _typed(sheet: ReplySheet, text: str, ts: str, numbers: NumbersHeard, now: datetime) -> dict[int, Reply]:
    """The replies that a typed message changes: the words stand with the first, the numbers with their targets."""
    changed = with_numbers(sheet, numbers, ts, now)
    first = changed.get(0, sheet.reply(0, now))
    changed[0] = replace(first, typed={**first.typed, ts: text})
    return changed


def right_or_not(uow: UnitOfWork, actor: Actor, check_in: int, right: bool) -> None:
    """A typed yes or no to what was shown back acts as a button, and is no part of the answer."""
    sheet = sheet_of(uow, actor, check_in)
    tell(uow, actor.user, ReplyNoted(check_in) if right else HowManyNow(check_in, after_no=True))
    _call(uow, actor, sheet, right)


def confirm(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """The number that was shown back is right."""
    _call(uow, actor, sheet_of(uow, actor, check_in), True)


def _call(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, right: bool) -> None:
    called = {i: r.called_right() if right else r.called_wrong() for i, r in sheet.replies.items()}
    if called == sheet.replies:
        return
    stood = bursts.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, called)
    go_on(uow, actor.user, sheet.place, stood)
    celebrate(uow, sheet.contract, stored)


def choose(uow: UnitOfWork, actor: Actor, check_in: int, target: int, ts: str) -> None:
    """The number typed in message `ts` belongs to this target."""
    sheet = sheet_of(uow, actor, check_in)
    said = sheet.reply(0, uow.now)
    if ts not in said.typed or not 0 <= target < len(sheet.targets):
        raise Refusal("old-button")
    text = said.words_of(said.parts_of(ts))
    number = numbers_of(text, Moment.CHECK_IN, [aims_of(uow, sheet.contract)[target]], sheet.lang).get(0)
    if number is None:
        raise Refusal("old-button")
    others = {i: r for i, r in sheet.replies.items() if r.source == ts and i != target}
    changed = {i: r.with_value(None, confirmed=True) for i, r in others.items()}
    changed[target] = sheet.reply(target, uow.now).with_value(number.value, ts, confirmed=True)
    stood = bursts.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed)
    go_on(uow, actor.user, sheet.place, stood)
    celebrate(uow, sheet.contract, stored)


def note(uow: UnitOfWork, actor: Actor, check_in: int, numbers: Mapping[int, Decimal]) -> None:
    """Numbers by target that the student wrote in another form: they join the answer, and its words stay."""
    sheet = sheet_of(uow, actor, check_in)
    changed = {i: sheet.reply(i, uow.now).with_value(value, confirmed=True) for i, value in numbers.items()}
    celebrate(uow, sheet.contract, store(uow, sheet, changed))


def _check_words(form: ReplyForm) -> None:
    for name, text in form.words.items():
        if len(text) > TEXT_MOST:
            raise Refusal("too-long", field=name, most=TEXT_MOST)


# A check-in answered by one press: a number that stands on a button of its prompt, or that there is none yet.


def number(uow: UnitOfWork, actor: Actor, check_in: int, target: int, value: int) -> None:
    """The number of one target. Pressed twice it is noted once; what was called right changes by no other button."""
    sheet = sheet_of(uow, actor, check_in)
    if not 0 <= target < len(sheet.targets) or not can_be_pressed(value):
        raise Refusal("old-button")
    stands = sheet.reply(target, uow.now)
    said = stands.with_value(Decimal(value), confirmed=True)
    if said == stands:
        return
    if stands.value not in (None, said.value) and stands.confirmed:
        raise Refusal("check-in-noted-already")
    _note(uow, actor, sheet, {target: said})


def not_yet(uow: UnitOfWork, actor: Actor, check_in: int) -> None:
    """There is no number yet: that is an answer, too. Once there is another one, it changes nothing."""
    sheet = sheet_of(uow, actor, check_in)
    if sheet.check_in.state is not CheckInState.ANSWERED:
        _note(uow, actor, sheet, {0: replace(sheet.reply(0, uow.now), source=NOT_YET)})


def _note(uow: UnitOfWork, actor: Actor, sheet: ReplySheet, changed: dict[int, Reply]) -> None:
    stood = bursts.how_it_stands(uow, sheet.place)
    stored = store(uow, sheet, changed)
    remember(uow, actor.user, sheet.place, stood)
    if not sheet.has_number and not sheet.has_practice:  # after that, what was said already is updated in place
        show_back(uow, actor.user, sheet.place)
    celebrate(uow, sheet.contract, stored)
