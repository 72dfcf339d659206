"""A school that decided who is told, and a student who is not well."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.activities.care import use_cases as care
from bot.domain.care import CareAlert, CareContact, CareSetting, CareTold, Way
from bot.domain.classroom import Person
from bot.domain.outbox import Delivery, DeliveryState, Verb
from storage.queries.due import Agenda
from tests.world import WORKSPACE, World

ITO, POE, NURSE = "UITO", "UPOE", "UNURSE"
HELPERS = "Mr Ito, counsellor, room 4\nSister Adams, school nurse\nHelpline 116 111"
HURT = "i want to kill myself"


def decided(world: World, way: Way = Way.AT_ONCE, *contacts: str, helpers: str = HELPERS, minutes: int = 60) -> None:
    """Who is told, in this order: Mr Ito and Ms Poe, who teach no class, unless it is said."""
    with world.uow() as uow:
        for user, name in ((ITO, "Mr Ito"), (POE, "Ms Poe"), (NURSE, "Sister Adams")):
            uow.people.put(Person(WORKSPACE, user, name))
        uow.care_settings.put(CareSetting(WORKSPACE, way, helpers, "112", minutes))
        for place, user in enumerate(contacts or (ITO, POE), start=1):
            uow.care_contacts.put(CareContact(WORKSPACE, user, place))


def writes(world: World, text: str = HURT, ts: str = "5.1", **more: Any) -> bool:
    """The student writes to Accord; whether nothing else is made of it."""
    heard: bool = world.do(care.hear, world.student, text, ts=ts, channel="D1", **more)
    return heard


def alerts(world: World) -> list[CareAlert]:
    with world.uow() as uow:
        return uow.care_alerts.all()


def told(world: World) -> dict[str, CareTold]:
    with world.uow() as uow:
        return {t.user: t for t in uow.care_told.all()}


def states(world: World) -> dict[str, str]:
    return {user: t.state.value for user, t in told(world).items()}


def posts(world: World, to: str) -> list[str]:
    """The kinds of what was queued for somebody, in whichever lane."""
    return [d.notice for d in world.deliveries() if d.reader == to and d.verb is Verb.POST]


def takes(world: World, to: str, error: str | None = None, notice: str = "care-alerted") -> None:
    """Slack took what waits for somebody, or refused it for good."""
    for delivery in world.deliveries():
        if (delivery.reader, delivery.notice, delivery.state) == (to, notice, DeliveryState.WAITING):
            _end(world, delivery, error)


def _end(world: World, delivery: Delivery, error: str | None) -> None:
    state = DeliveryState.FAILED if error else DeliveryState.SENT
    place = {} if error else {"channel": f"D{delivery.reader}", "ts": f"{delivery.id}.1", "sent_at": world.now}
    ended = replace(delivery, state=state, **place)  # type: ignore[arg-type]
    with world.uow() as uow:
        uow.outbox._deliveries.save(ended)
        if error:
            care.not_arrived(uow, ended, error)
        else:
            care.arrived(uow, ended)


def an_hour_later(world: World, minutes: int = 60) -> None:
    """The ticker looks for what is due."""
    world.now += timedelta(minutes=minutes)
    with world.transactions.connection() as connection:
        due = Agenda(connection).due_alerts(world.now, 10)
    for _, alert in due:
        world.do(care.go_on_telling, world.accord, alert)


def closed(world: World, user: str) -> None:
    """Their account is closed."""
    with world.uow() as uow:
        known = uow.people.of(user)
        assert known is not None
        uow.people.save(replace(known, is_active=False))
