"""From a row in the outbox to the message that leaves: notice, brief, reader's words, Block Kit."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.activities.contract import reads
from bot.domain.outbox import Delivery, Message, Verb
from bot.messages.blocks import message_named, say
from bot.messages.briefs import NothingToSay, NotTheirs, Over, brief_for, render
from bot.messages.registry import Reader, message, notice_of
from prompts.words import words_for
from storage.unit_of_work import UnitOfWork


def meet(uow: UnitOfWork, deliveries: Sequence[Delivery]) -> None:
    """Read at once who reads these, and where they are: each message asks for its own reader."""
    readers = sorted({delivery.reader for delivery in deliveries if delivery.reader})
    if len(readers) > 1:
        uow.people.among(readers)
        uow.memberships.places_of_all(readers)


def present(uow: UnitOfWork, delivery: Delivery) -> Message | None:
    """The message for a delivery by the state as it is now; None when there is nothing left to say."""
    notice = notice_of(delivery.notice, delivery.args)
    reader = reader_of(uow, delivery.reader, delivery.args)
    try:
        brief = brief_for(uow, notice, delivery.reader)
    except NotTheirs:
        return _cleared(reader) if delivery.verb is Verb.REFRESH else None
    except Over as over:
        return render(notice, over.shown, reader) if delivery.verb is Verb.REFRESH else None
    except NothingToSay:
        return None
    classroom = reads.to_name(uow, reader.user, delivery.args) if reader.user else ""
    return message_named(render(notice, brief, reader), classroom, reader.words)


def _cleared(reader: Reader) -> Message:
    """In place of a card that its reader may not read any more: no word of a student, and no button."""
    return message(reader.words("card-cleared"), say(reader.words, "card-cleared"))


def reader_of(uow: UnitOfWork, user: str, about: Mapping[str, Any]) -> Reader:
    """Who reads what is `about` these rows; a class channel (user "") reads the default language."""
    person = uow.people.of(user) if user else None
    timezone = reads.zone_of_reader(uow, person, about)
    return Reader(user, words_for(person.reads) if person else words_for(), timezone, uow.now)
