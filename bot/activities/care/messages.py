"""The answer to somebody who is not well, in the language in which they wrote: short, and true about who is told."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.activities.care.notices import CareAnswer, CareBack, CareBrief, CareElsewhere, CareForLead, CareStill, ToldLine
from bot.domain import recurrence
from bot.domain.care import Ended, Told, Way
from bot.domain.care import Words as Shared
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, bullets, button, confirm, cut, plain, rich, say
from bot.messages.days import clock_in
from bot.messages.renderers import Reader, message, renders
from prompts.words import Piece, Typed, Words, answers_in

OFFERS_MOST = 3
NAME_MOST = 20
"""Characters of a name in a button."""


@renders(CareAnswer)
def answer(notice: CareAnswer, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    sorry = "care-sorry-other" if brief.alert.of_another else "care-sorry"
    return message(
        w(sorry),
        rich(w.pieces(sorry), w.pieces("care-program")),
        *_who_can_help(brief, w),
        rich(*_who_is_told(brief, reader, w)),
        *_buttons(brief, w),
    )


@renders(CareStill)
def still(notice: CareStill, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    lines = [w.pieces("care-still"), *_emergency(brief, w)]
    return message(w("care-still"), rich(*lines), *_ways_on(brief, w))


@renders(CareBack)
def back(notice: CareBack, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    return message(w("care-back"), say(w, "care-back"))


@renders(CareElsewhere)
def elsewhere(notice: CareElsewhere, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    return message(w("care-elsewhere"), say(w, "care-elsewhere"))


@renders(CareForLead)
def for_lead(notice: CareForLead, brief: None, reader: Reader) -> Message:
    return message(reader.words("care-for-lead"), say(reader.words, "care-for-lead"))


def stopped_form(words: Words) -> Mapping[str, Any]:
    """In the place of a form that was not taken."""
    title, close = plain(words("care-form-title"), 24), plain(words("care-form-close"), 24)
    return {"type": "modal", "title": title, "close": close, "blocks": [say(words, "care-form-said")]}


def words_of(brief: CareBrief, reader: Reader) -> Words:
    """In the language of what was written; the reader's own English for English."""
    return answers_in(brief.alert.language, reader.words)


def _who_can_help(brief: CareBrief, words: Words) -> list[Block]:
    lines = brief.alert.helpers
    if not lines:
        return [rich(words.pieces("care-talk"), *_emergency(brief, words))]
    blocks = [say(words, "care-talk-lines"), bullets(*([Typed(line)] for line in lines))]
    return blocks + [rich(line) for line in _emergency(brief, words)]


def _emergency(brief: CareBrief, words: Words) -> list[list[Piece]]:
    return [words.pieces("care-emergency", number=brief.emergency)] if brief.emergency else []


def _who_is_told(brief: CareBrief, reader: Reader, words: Words) -> list[list[Piece]]:
    """One line for each who was told, or could not be; that nobody was, where nobody was."""
    lines = [line for each in brief.those if (line := _told(each, brief, words))]
    if not any(each.told.is_told for each in brief.those):
        lines.append(words.pieces("care-nobody-left" if brief.alert.nobody_left else "care-nobody"))
    lines += _following(brief, words) + _night(brief, reader, words)
    lines += [line for each in brief.those for line in _shared(each, brief, words)]
    return lines + _ended(brief, words)


def _told(each: ToldLine, brief: CareBrief, words: Words) -> list[Piece] | None:
    told = each.told
    if told.state is Told.UNREACHED:
        return words.pieces("care-unreached", person=each.name)
    if told.state is Told.TELLING:
        return words.pieces("care-telling-asked" if told.asked_for else "care-telling", person=each.name)
    if told.state is not Told.TOLD or told.told_at is None:
        return None
    key = "care-told" if told.taken_at is None else "care-taken"
    return words.pieces(key, person=each.name, time=clock_in(told.told_at, brief.timezone, words))


def _following(brief: CareBrief, words: Words) -> list[list[Piece]]:
    """Who is told next, and when: it is true until somebody takes it."""
    following = next((each for each in brief.those if each.told.state is Told.PLANNED), None)
    if brief.alert.wake_at is None or following is None:
        return []
    return [words.pieces("care-next", person=following.name, time=clock_in(brief.alert.wake_at, brief.timezone, words))]


def _night(brief: CareBrief, reader: Reader, words: Words) -> list[list[Piece]]:
    """Where it is a quiet hour for whoever is told, or may be."""
    waiting = [each for each in brief.those if each.told.is_told and each.told.taken_at is None] or _offers(brief)
    asleep = any(recurrence.after_quiet(reader.now, *brief.quiet, _zone(each)) > reader.now for each in waiting)
    return [words.pieces("care-night")] if asleep else []


def _zone(each: ToldLine) -> str:
    return each.timezone if recurrence.is_zone(each.timezone) else "UTC"


def _shared(each: ToldLine, brief: CareBrief, words: Words) -> list[list[Piece]]:
    told = each.told
    if told.words is None or told.words_at is None:
        return []
    if told.words is Shared.PASSED:
        return [
            words.pieces("care-words-passed", person=each.name, time=clock_in(told.words_at, brief.timezone, words))
        ]
    return [words.pieces(f"care-words-{told.words.value}", person=each.name)]


def _ended(brief: CareBrief, words: Words) -> list[list[Piece]]:
    if brief.alert.ended is None or not any(each.told.is_told for each in brief.those):
        return []
    return [words.pieces("care-meant-else" if brief.alert.ended is Ended.MEANT_ELSE else "care-went-on")]


def _buttons(brief: CareBrief, words: Words) -> list[Block]:
    offers = [
        button(
            words("care-tell-button", person=cut(each.name, NAME_MOST)),
            f"care.tell.{number}",
            f"{brief.alert.id}:{each.told.place}",
        )
        for number, each in enumerate(_offers(brief))
    ]
    return [*([actions(offers)] if offers else []), *_ways_on(brief, words)]


def _offers(brief: CareBrief) -> Sequence[ToldLine]:
    """Whom the student may tell: where they are told at once, that is not hers to do."""
    if brief.alert.way is Way.AT_ONCE:
        return []
    return [each for each in brief.those if each.told.state is Told.PLANNED][:OFFERS_MOST]


def _ways_on(brief: CareBrief, words: Words) -> list[Block]:
    alert = str(brief.alert.id)
    buttons = _share(brief, words)
    if brief.alert.ended is None:
        buttons += [
            button(words("care-meant-else-button"), "care.meant_else", alert),
            button(words("care-go-on-button"), "care.go_on", alert),
        ]
    return [actions(buttons)] if buttons else []


def _share(brief: CareBrief, words: Words) -> list[dict[str, Any]]:
    """What stands in Slack can be shared with those who were told, and were not given it."""
    those = [each for each in brief.those if each.told.is_told and each.told.words is None]
    if not those or not brief.alert.sources:
        return []
    names = ", ".join(each.name for each in those)
    sure = confirm(
        words("care-share-sure"),
        words("care-share-what", person=cut(names, 100)),
        words("care-share-yes"),
        words("care-share-no"),
    )
    return [button(words("care-share-button"), "care.share", str(brief.alert.id), confirm=sure)]
