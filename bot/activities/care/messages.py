"""The answer to somebody who is not well, in the language in which they wrote: short, and true about who is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from bot.domain import recurrence
from bot.domain.care import (
    CONTACT_FIELDS,
    EMERGENCY_MOST,
    HELPERS_MOST,
    LEAST_AT_ONCE,
    MINUTES_LEAST,
    MINUTES_MOST,
    CareAlert,
    CareSetting,
    CareTold,
    Ended,
    Told,
    Way,
    WordsShared,
)
from bot.domain.outbox import Late, Message
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, confirm, cut, header, plain, quote, rich, say, small
from bot.messages.days import clock_in
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Typed, Words, answers_in

# Somebody who is not well: the answer to them, and what those hear who are told. None of it holds their words.
#
# Each belongs to its alert as a card does to its subject, so that all of them go when it is forgotten.


@dataclass(frozen=True, slots=True)
class CareRule:
    """What anybody may know: how somebody is told, the names of who is, in their order, and after how many minutes
    the next one is. `decided_at` is None where no admin has decided."""

    way: Way
    contacts: tuple[str, ...]
    wait_minutes: int
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class OfCare(Notice):
    """`care` is the alert."""

    care: int

    @property
    def subject(self) -> str | None:
        return f"care:{self.care}"


@dataclass(frozen=True, slots=True)
class CareAnswer(OfCare):
    """To the student: who can help, and who is told."""


@dataclass(frozen=True, slots=True)
class CareStill(OfCare):
    """To the student who writes on."""


@dataclass(frozen=True, slots=True)
class CareBack(OfCare):
    """To the student who went on, where nothing is asked."""


@dataclass(frozen=True, slots=True)
class CareElsewhere(OfCare):
    """To the student, where they typed a command: the answer is in their direct messages."""


@dataclass(frozen=True, slots=True)
class CareForLead(Notice):
    """To a teacher who wrote of somebody who is not well: that is for the school's safeguarding lead."""


@dataclass(frozen=True, slots=True)
class CareAlerted(OfCare):
    """To a contact: somebody should talk with a student."""


@dataclass(frozen=True, slots=True)
class CareUpdate(OfCare):
    """To a contact who was told: the student went on, or meant something else."""

    details: str


@dataclass(frozen=True, slots=True)
class CareWords(OfCare):
    """To a contact who was told, because the student pressed so: what they wrote, read from Slack as it leaves."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Somebody who may be told, or was. Quiet hours are in their own zone."""

    told: CareTold
    name: str
    timezone: str


@dataclass(frozen=True, slots=True)
class CareBrief:
    """How it stands. `those` are all who may be told, in their order, save whom the student could mean."""

    alert: CareAlert
    those: tuple[ToldLine, ...]
    emergency: str
    timezone: str
    """The student's."""
    quiet: tuple[time, time]
    """From, until: of the student's class."""


@dataclass(frozen=True, slots=True)
class ContactBrief:
    """What a contact is to know of the student. `mine` is how it stands with the reader."""

    alert: CareAlert
    student: str
    handle: str
    classes: tuple[str, ...]
    mine: CareTold
    taken_by: str | None
    """The name of whoever took it first."""
    following: str | None
    """The name of who is told next, where somebody is."""
    timezone: str
    """The reader's."""


OFFERS_MOST = 3
NAME_MOST = 20
"""Characters of a name in a button."""


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


def still(notice: CareStill, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    lines = [w.pieces("care-still"), *_emergency(brief, w)]
    return message(w("care-still"), rich(*lines), *_ways_on(brief, w))


def back(notice: CareBack, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    return message(w("care-back"), say(w, "care-back"))


def elsewhere(notice: CareElsewhere, brief: CareBrief, reader: Reader) -> Message:
    w = words_of(brief, reader)
    return message(w("care-elsewhere"), say(w, "care-elsewhere"))


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


def _emergency(brief: CareBrief, words: Words) -> list[list[SentencePiece]]:
    return [words.pieces("care-emergency", number=brief.emergency)] if brief.emergency else []


def _who_is_told(brief: CareBrief, reader: Reader, words: Words) -> list[list[SentencePiece]]:
    """One line for each who was told, or could not be; that nobody was, where nobody was."""
    lines = [line for each in brief.those if (line := _told(each, brief, words))]
    if not any(each.told.is_told for each in brief.those):
        lines.append(words.pieces("care-nobody-left" if brief.alert.nobody_left else "care-nobody"))
    lines += _following(brief, words) + _night(brief, reader, words)
    lines += [line for each in brief.those for line in _shared(each, brief, words)]
    return lines + _ended(brief, words)


def _told(each: ToldLine, brief: CareBrief, words: Words) -> list[SentencePiece] | None:
    told = each.told
    if told.state is Told.UNREACHED:
        return words.pieces("care-unreached", person=each.name)
    if told.state is Told.TELLING:
        return words.pieces("care-telling-asked" if told.asked_for else "care-telling", person=each.name)
    if told.state is not Told.TOLD or told.told_at is None:
        return None
    key = "care-told" if told.taken_at is None else "care-taken"
    return words.pieces(key, person=each.name, time=clock_in(told.told_at, brief.timezone, words))


def _following(brief: CareBrief, words: Words) -> list[list[SentencePiece]]:
    """Who is told next, and when: it is true until somebody takes it."""
    following = next((each for each in brief.those if each.told.state is Told.PLANNED), None)
    if brief.alert.wake_at is None or following is None:
        return []
    return [words.pieces("care-next", person=following.name, time=clock_in(brief.alert.wake_at, brief.timezone, words))]


def _night(brief: CareBrief, reader: Reader, words: Words) -> list[list[SentencePiece]]:
    """Where it is a quiet hour for whoever is told, or may be."""
    waiting = [each for each in brief.those if each.told.is_told and each.told.taken_at is None] or _offers(brief)
    asleep = any(recurrence.after_quiet(reader.now, *brief.quiet, _zone(each)) > reader.now for each in waiting)
    return [words.pieces("care-night")] if asleep else []


def _zone(each: ToldLine) -> str:
    return each.timezone if recurrence.is_zone(each.timezone) else "UTC"


def _shared(each: ToldLine, brief: CareBrief, words: Words) -> list[list[SentencePiece]]:
    told = each.told
    if told.words is None or told.words_at is None:
        return []
    if told.words is WordsShared.PASSED:
        return [
            words.pieces("care-words-passed", person=each.name, time=clock_in(told.words_at, brief.timezone, words))
        ]
    return [words.pieces(f"care-words-{told.words.value}", person=each.name)]


def _ended(brief: CareBrief, words: Words) -> list[list[SentencePiece]]:
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


# What those hear who are told that somebody is not well; and what anybody may know of it before they write.


def alerted(notice: CareAlerted, brief: ContactBrief, reader: Reader) -> Message:
    w, name = reader.words, brief.student
    key = "care-alert-asked" if brief.mine.asked_for else "care-alert"
    return message(
        w(key, student=name),
        say(w, key, student=name),
        rich(*_about(brief, w)),
        *_taking(brief, w),
        small(w("care-alert-do")),
    )


def _about(brief: ContactBrief, words: Words) -> list[list[SentencePiece]]:
    """Who it is, why, and that the words are the student's own."""
    lines = []
    if brief.classes:
        lines.append(words.pieces("care-alert-class", student=brief.student, classes=", ".join(brief.classes)))
    if brief.handle:
        lines.append(words.pieces("care-alert-handle", handle=brief.handle))
    why = "care-alert-why-other" if brief.alert.of_another else "care-alert-why"
    lines += [words.pieces(why), words.pieces("care-alert-words")]
    if brief.alert.ended is not None:
        lines.append(words.pieces(_since(brief.alert.ended), student=brief.student))
    return lines


def _since(ended: Ended) -> str:
    return "care-alert-meant-else" if ended is Ended.MEANT_ELSE else "care-alert-went-on"


def _taking(brief: ContactBrief, words: Words) -> list[Block]:
    if brief.mine.taken_at is not None:
        return [say(words, "care-alert-mine", time=clock_in(brief.mine.taken_at, brief.timezone, words))]
    take = actions([button(words("care-take-button"), "care.take", str(brief.alert.id), style="primary")])
    if brief.taken_by is not None:
        return [say(words, "care-alert-theirs", person=brief.taken_by), take]
    hints = [words("care-take-hint", student=brief.student)]
    if brief.following is not None and brief.alert.wake_at is not None:
        at = clock_in(brief.alert.wake_at, brief.timezone, words)
        hints.append(words("care-alert-next", person=brief.following, time=at))
    return [take, small(*hints)]


def update(notice: CareUpdate, brief: ContactBrief, reader: Reader) -> Message:
    key = "care-update-meant-else" if notice.details == Ended.MEANT_ELSE else "care-update-went-on"
    return message(reader.words(key, student=brief.student), say(reader.words, key, student=brief.student))


def words(notice: CareWords, brief: ContactBrief, reader: Reader) -> Message:
    """The words are read when it leaves; until then there is nothing to show but that they come."""
    w, name = reader.words, brief.student

    def with_words(read: Sequence[str]) -> Message:
        quotes = [quote(text) for text in read]
        return message(w("care-words", student=name), say(w, "care-words", student=name), *quotes)

    late = Late(brief.alert.student, brief.alert.channel, brief.alert.sources, with_words)
    return Message(w("care-words", student=name), (say(w, "care-words", student=name),), late)


def rule_line(rule: CareRule, words: Words) -> str:
    """What is recognised, and who would be told: before anything is written."""
    if not rule.contacts:
        return words("care-rule-nobody")
    if rule.way is Way.AT_ONCE:
        return words("care-rule-at-once", first=rule.contacts[0])
    return words("care-rule-student", names=one_of(rule.contacts, words))


def one_of(names: Sequence[str], words: Words) -> str:
    """ "Mr Ito, Ms Poe or Mx Fox"."""
    if len(names) < 2:
        return "".join(names)
    return words("care-rule-or", first=", ".join(names[:-1]), last=names[-1])


# The form in which an admin says what happens when somebody is not well; and how that stands, on Home.


FORM = "care.save"


def care_form(words: Words, setting: CareSetting, contacts: tuple[str, ...]) -> dict[str, Any]:
    """How somebody is told, who, who else can help, the emergency number, and how long the first one has."""
    ways = [forms.option(words(f"care-save-way-{way.value}"), way.value) for way in Way]
    blocks = [
        say(words, "care-form-what"),
        forms.field(
            words, "way", forms.choice("radio_buttons", ways, [setting.way.value]), key="care-save-way", hint=True
        ),
        *_contacts(words, contacts),
        forms.field(
            words,
            "helpers",
            forms.text(setting.helpers, lines=True, most=HELPERS_MOST),
            key="care-save-helpers",
            hint=True,
            optional=True,
        ),
        forms.field(
            words,
            "emergency",
            forms.text(setting.emergency, most=EMERGENCY_MOST),
            key="care-save-emergency",
            hint=True,
            optional=True,
        ),
        forms.field(
            words,
            "minutes",
            forms.number(str(setting.wait_minutes)),
            key="care-save-minutes",
            hint=True,
            least=MINUTES_LEAST,
            most=MINUTES_MOST,
        ),
    ]
    return forms.modal(words, FORM, blocks)


def _contacts(words: Words, contacts: tuple[str, ...]) -> list[Block]:
    return [
        forms.field(
            words,
            name,
            forms.person(chosen=contacts[number - 1 : number]),
            key="care-save-contact",
            optional=True,
            number=number,
            least=LEAST_AT_ONCE,
        )
        for number, name in enumerate(CONTACT_FIELDS, start=1)
    ]


def care_blocks(rule: CareRule, words: Words) -> list[Block]:
    """On an admin's Home: how it stands, or that it is still to be decided."""
    return [
        header(words("home-care")),
        *_standing(rule, words),
        actions([button(words("home-care-button"), "care.open", style=None if rule.contacts else "primary")]),
        small(words("home-care-hint")),
    ]


def _standing(rule: CareRule, words: Words) -> list[Block]:
    if not rule.contacts:
        return [say(words, "home-care-unset" if rule.decided_at is None else "home-care-nobody")]
    first, others = rule.contacts[0], ", ".join(rule.contacts[1:])
    if rule.way is Way.AT_ONCE:
        return [say(words, "home-care-at-once", first=first, others=others, minutes=rule.wait_minutes)]
    return [say(words, "home-care-student", names=one_of(rule.contacts, words))]
