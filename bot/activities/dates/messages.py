"""Somebody's dates as a file, and in words where they get no file."""

import hashlib
import hmac
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from bot.activities.dates.writing import HOST, DateEntry, id_of, write
from bot.domain.dates import CalendarAddress, DateKind, OwnDate
from bot.domain.outbox import File, Message
from bot.domain.recurrence import local_day
from bot.messages.blocks import actions, bullets, button, say, small, to_copy
from bot.messages.days import dated, named_day
from bot.messages.registry import Notice, Reader, message
from prompts.words import Words

FILE, NEW_ADDRESS, STOP_ADDRESS = "dates.file", "dates.new_address", "dates.stop_address"
FILE_NAME = "accord.ics"
SHOWN = 10
"""So many are said in words."""


@dataclass(frozen=True, slots=True)
class OwnDates(Notice):
    """To whoever asked: a file with all that is ahead of them."""

    by: str


@dataclass(frozen=True, slots=True)
class TalkDate(Notice):
    """To both: a file with the one talk on which they agreed."""

    talk: int


@dataclass(frozen=True, slots=True)
class DatesBrief:
    """Soonest first."""

    workspace: str
    dates: tuple[OwnDate, ...]

    @property
    def ahead(self) -> tuple[OwnDate, ...]:
        return tuple(one for one in self.dates if not one.off)


def file_button(words: Words) -> dict[str, Any]:
    return button(words("dates-file-button"), FILE)


def own_dates(notice: OwnDates, brief: DatesBrief, reader: Reader) -> Message:
    w, count = reader.words, len(brief.ahead)
    if not brief.dates:
        return message(w("dates-none"), say(w, "dates-none"))
    key = "dates-file" if count else "dates-file-none-ahead"
    file = _file(brief, reader, w("dates-file-title"), in_words(brief, reader))
    return replace(message(w(key, count=count), say(w, key, count=count)), file=file)


def talk_date(notice: TalkDate, brief: DatesBrief, reader: Reader) -> Message:
    """Its card has said when it is: where no file is taken, there is nothing to add."""
    w = reader.words
    file = _file(brief, reader, w("dates-talk-title"), None)
    return replace(message(w("dates-talk"), say(w, "dates-talk")), file=file)


def _file(brief: DatesBrief, reader: Reader, title: str, instead: Message | None) -> File:
    entries = [entry_of(one, brief.workspace, reader.words) for one in brief.dates]
    return File(FILE_NAME, title, partial(write, entries, reader.now), instead)


def entry_of(one: OwnDate, workspace: str, words: Words) -> DateEntry:
    """As it stands in their own calendar."""
    return DateEntry(
        id_of(workspace, one.key),
        title_of(one, words),
        one.at,
        one.lasts,
        one.day,
        "\n".join(one.about) if one.kind is not DateKind.TALK else "",
        one.sequence,
        one.off,
        busy=one.kind is DateKind.TALK,
    )


def title_of(one: OwnDate, words: Words) -> str:
    name = one.about[0] if one.about else ""
    return words(f"dates-title-{one.kind}", classroom=one.classroom, count=one.count, name=name)


def in_words(brief: DatesBrief, reader: Reader) -> Message:
    w, ahead = reader.words, brief.ahead
    if not ahead:
        return message(w("dates-none"), say(w, "dates-none"))
    lines = [w.pieces("dates-line", when=_when(one, reader), what=title_of(one, w)) for one in ahead[:SHOWN]]
    more = [small(w("dates-more", count=len(ahead) - SHOWN))] if len(ahead) > SHOWN else []
    return message(w("dates-in-words"), say(w, "dates-in-words"), bullets(*lines), *more)


def _when(one: OwnDate, reader: Reader) -> str:
    if one.at is not None:
        return dated(reader.words, one.at, reader.timezone, reader.now)
    assert one.day is not None  # noqa: S101 - it is at an instant or on a day
    return named_day(reader.words, one.day, local_day(reader.now, reader.timezone))


# The address from which a calendar fetches them. What it gets there says only when something is, and of which kind:
# whoever runs that calendar reads it too.


NEUTRAL = {
    DateKind.CHECK_IN: "check-in",
    DateKind.DUE: "due",
    DateKind.LAST_DAY: "last-day",
    DateKind.CONTRACTS_END: "last-day",
    DateKind.TALK: "talk",
}


def neutral_entry(one: OwnDate, digest: str, words: Words) -> DateEntry:
    """As it stands at the address with this hash: without the class, and without anybody's name or words."""
    id = hmac.new(digest.encode(), one.key.encode(), hashlib.sha256).hexdigest()[:32]
    title, busy = words(f"dates-neutral-{NEUTRAL[one.kind]}"), one.kind is DateKind.TALK
    return DateEntry(f"{id}@{HOST}", title, one.at, one.lasts, one.day, sequence=one.sequence, busy=busy)


@dataclass(frozen=True, slots=True)
class OwnAddress(Notice):
    """Beside the file: that one may have an address, or that one has."""

    by: str


@dataclass(frozen=True, slots=True)
class AddressGiven(Notice):
    """To whoever asked, once: the address. `again`: it takes the place of an older one."""

    by: str
    sealed: str
    again: bool


@dataclass(frozen=True, slots=True)
class AddressStopped(Notice):
    """Nothing comes from it any more."""

    by: str


def own_address(notice: OwnAddress, brief: CalendarAddress | None, reader: Reader) -> Message:
    w = reader.words
    if brief is None:
        return message(w("dates-address-offer"), say(w, "dates-address-offer"), actions([_get(w)]))
    on, today = (local_day(at, reader.timezone) for at in (brief.since, reader.now))
    since = named_day(w, on, today)
    said = say(w, "dates-address-have", since=since)
    return message(w("dates-address-have", since=since), said, actions(_stop_or_new(w)))


def address_given(notice: AddressGiven, brief: str, reader: Reader) -> Message:
    """The notification does not say it: others may see the screen."""
    w = reader.words
    old = [small(w("dates-address-old-ends"))] if notice.again else []
    said = (say(w, "dates-address-given"), to_copy(brief), small(w("dates-address-secret")), *old)
    return message(w("dates-address-given"), *said, actions(_stop_or_new(w)))


def address_stopped(notice: AddressStopped, brief: None, reader: Reader) -> Message:
    w = reader.words
    return message(w("dates-address-stopped"), say(w, "dates-address-stopped"), actions([_get(w)]))


def _get(words: Words) -> dict[str, Any]:
    return button(words("dates-address-get-button"), NEW_ADDRESS)


def _stop_or_new(words: Words) -> list[dict[str, Any]]:
    stop = button(words("dates-address-stop-button"), STOP_ADDRESS)
    return [stop, button(words("dates-address-new-button"), NEW_ADDRESS)]
