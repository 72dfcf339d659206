"""Somebody asks for their dates, or for an address from which their calendar fetches them."""

from bot.activities import access
from bot.activities.dates.messages import AddressGiven, AddressStopped, OwnAddress, OwnDates, neutral_entry
from bot.activities.dates.reads import dates_of
from bot.activities.dates.writing import DateEntry
from bot.domain.actor import Actor, Refusal
from bot.domain.dates import CalendarAddress, digest_of, new_token
from bot.messages.tell import tell
from prompts.words import Words, words_for
from storage.unit_of_work import UnitOfWork


def ask(uow: UnitOfWork, actor: Actor) -> None:
    """Whoever they are: what they get holds what is theirs when it leaves."""
    tell(uow, actor.user, OwnDates(actor.user))
    if uow.subscribing is not None:
        tell(uow, actor.user, OwnAddress(actor.user))


def new_address(uow: UnitOfWork, actor: Actor) -> None:
    """Their first one, or another in its place: the old one is dead with that."""
    place = uow.subscribing
    if place is None:
        raise Refusal("old-button")
    token, had = new_token(), uow.calendar_addresses.of(actor.user) is not None
    uow.calendar_addresses.put(CalendarAddress(uow.workspace, actor.user, digest_of(token), uow.now))
    tell(uow, actor.user, AddressGiven(actor.user, place.seal(token), again=had))


def stop_address(uow: UnitOfWork, actor: Actor) -> None:
    """Pressed twice, it is stopped all the same."""
    address = uow.calendar_addresses.of(actor.user)
    if address is not None:
        uow.calendar_addresses.remove(address.id)
    tell(uow, actor.user, AddressStopped(actor.user))


def fetch(uow: UnitOfWork, actor: Actor, digest: str) -> tuple[Words, list[DateEntry]] | None:
    """What stands at the actor's address with this hash, and the words of its title; None where there is none any more:
    it was stopped, the workspace left, or the account is closed or of somebody who can be in no class here."""
    address, departure = uow.calendar_addresses.of(actor.user), uow.departures.standing()
    person = uow.people.of(actor.user)
    gone = departure is not None and departure.back_at is None
    if address is None or address.digest != digest or gone or not access.may_have_a_place(uow, actor.user):
        return None
    words = words_for(person.reads) if person is not None else words_for()
    return words, [neutral_entry(one, digest, words) for one in dates_of(uow, actor.user) if not one.off]
