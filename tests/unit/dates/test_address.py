"""The address from which somebody's calendar fetches their dates."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from icalendar import Calendar

from bot.activities.dates import use_cases as dates
from bot.activities.dates.messages import (
    NEUTRAL,
    NEW_ADDRESS,
    STOP_ADDRESS,
    AddressGiven,
    AddressStopped,
    OwnAddress,
    neutral_entry,
)
from bot.activities.dates.writing import DateEntry, write
from bot.activities.set_up import use_cases as set_up
from bot.domain.actor import Actor, Refusal
from bot.domain.dates import DateKind, OwnDate, digest_of, is_token, new_token
from bot.domain.installation import Departure, Reason, Unsealable
from bot.domain.outbox import Message
from bot.messages.presenting import present
from prompts.words import words_for
from storage.subscribing import Subscribing, subscribe_at
from tests.unit.dates.test_writing import NOW, texts
from tests.unit.talking.test_talks import agreed
from tests.world import World

BASE = "https://accord.example.org"


def seal(text: str) -> str:
    return f"sealed {text[::-1]}"


def unseal(text: str) -> str:
    return text.removeprefix("sealed ")[::-1]


@pytest.fixture
def served(world: World) -> World:
    """With a contract and a talk, where calendars can fetch dates."""
    subscribe_at(world.engine, Subscribing(BASE, seal, unseal))
    world.agree()
    agreed(world)
    return world


def digest(world: World, actor: Actor | None = None) -> str | None:
    with world.uow() as uow:
        address = uow.calendar_addresses.of((actor or world.student).user)
    return address.digest if address is not None else None


def entries_of(world: World, actor: Actor) -> list[DateEntry]:
    """What stands at somebody's address."""
    found = world.do(dates.fetch, actor, digest(world, actor) or "")
    assert found is not None
    return found[1]


def last(world: World, kind: str, user: str = "") -> Message | None:
    queued = [d for d in world.deliveries() if d.notice == kind and d.lane == (user or world.student.user)]
    with world.uow() as uow:
        return present(uow, queued[-1])


def shown_address(message: Message | None) -> str:
    assert message is not None
    (code,) = [
        part["elements"][0]["text"]
        for block in message.blocks
        if block["type"] == "rich_text"
        for part in block["elements"]
        if part["type"] == "rich_text_preformatted"
    ]
    return str(code)


def token_in(address: str) -> str:
    assert address.startswith(f"{BASE}/calendar/")
    assert address.endswith(".ics")
    return address.removeprefix(f"{BASE}/calendar/").removesuffix(".ics")


def pressable(message: Message | None) -> list[str]:
    assert message is not None
    return [e["action_id"] for block in message.blocks if block["type"] == "actions" for e in block["elements"]]


def test_it_is_offered_beside_the_file_and_there_is_none_until_wanted(served: World) -> None:
    served.do(dates.ask, served.student)
    assert pressable(last(served, OwnAddress.kind)) == [NEW_ADDRESS]
    assert digest(served) is None


def test_where_nobody_can_reach_accord_it_is_not_offered(world: World) -> None:
    world.agree()
    world.do(dates.ask, world.student)
    assert OwnAddress.kind not in {d.notice for d in world.deliveries()}
    with pytest.raises(Refusal):
        world.do(dates.new_address, world.student)


def test_who_has_no_dates_is_offered_none(served: World) -> None:
    served.do(dates.ask, served.stranger)
    assert last(served, OwnAddress.kind, served.stranger.user) is None


def test_it_is_shown_and_only_its_hash_is_kept(served: World) -> None:
    served.do(dates.new_address, served.student)
    message = last(served, AddressGiven.kind)
    assert message is not None
    token = token_in(shown_address(message))
    assert is_token(token)
    assert digest_of(token) == digest(served)
    assert token not in message.text
    with served.engine.connect() as connection:
        dump = [str(tuple(row)) for row in connection.exec_driver_sql("select * from outbox")]
        dump += [str(tuple(row)) for row in connection.exec_driver_sql("select * from calendar_address")]
    assert not [line for line in dump if token in line]
    assert pressable(message) == [STOP_ADDRESS, NEW_ADDRESS]


def test_who_has_one_reads_since_when_and_not_what_it_is(served: World) -> None:
    served.do(dates.new_address, served.student)
    served.do(dates.ask, served.student)
    message = last(served, OwnAddress.kind)
    assert pressable(message) == [STOP_ADDRESS, NEW_ADDRESS]
    assert "/calendar/" not in str(message)


def test_a_new_one_ends_the_old_one(served: World) -> None:
    served.do(dates.new_address, served.student)
    old, first = digest(served), next(d for d in served.deliveries() if d.notice == AddressGiven.kind)
    served.do(dates.new_address, served.student)
    assert old is not None
    assert served.do(dates.fetch, served.student, old) is None
    assert served.do(dates.fetch, served.student, digest(served)) is not None
    with served.uow() as uow:
        assert present(uow, first) is None
    assert digest_of(token_in(shown_address(last(served, AddressGiven.kind)))) == digest(served)


def test_a_stopped_one_is_gone_and_stopping_twice_does_nothing_more(served: World) -> None:
    served.do(dates.new_address, served.student)
    held = digest(served)
    for _ in range(2):
        served.do(dates.stop_address, served.student)
        assert digest(served) is None
        assert pressable(last(served, AddressStopped.kind)) == [NEW_ADDRESS]
    assert served.do(dates.fetch, served.student, held) is None
    assert last(served, AddressGiven.kind) is None


def test_of_a_key_that_is_gone_nothing_is_said(served: World) -> None:
    def locked(text: str) -> str:
        raise Unsealable

    served.do(dates.new_address, served.student)
    subscribe_at(served.engine, Subscribing(BASE, seal, locked))
    assert last(served, AddressGiven.kind) is None


def closed_account(world: World) -> None:
    with world.uow() as uow:
        person = uow.people.of(world.student.user)
        assert person is not None
        uow.people.save(replace(person, is_active=False))


def uninstalled(world: World) -> None:
    with world.uow() as uow:
        uow.departures.add(Departure("T1", Reason.REVOKED, world.now))


@pytest.mark.parametrize("event", [closed_account, uninstalled])
def test_nothing_stands_there_of_whoever_is_gone(served: World, event: Any) -> None:
    served.do(dates.new_address, served.student)
    held = digest(served)
    assert served.do(dates.fetch, served.student, held) is not None
    event(served)
    assert served.do(dates.fetch, served.student, held) is None


def test_who_left_all_classes_has_an_empty_calendar(served: World) -> None:
    served.do(dates.new_address, served.student)
    served.do(set_up.leave, served.student, served.classroom.channel)
    entries = entries_of(served, served.student)
    assert entries == []


def test_a_teacher_reads_days_and_talks_alone(served: World) -> None:
    served.do(dates.new_address, served.teacher)
    entries = entries_of(served, served.teacher)
    assert {entry.title for entry in entries} == {"Last day", "Talk"}


def test_another_persons_hash_opens_nothing(served: World) -> None:
    served.do(dates.new_address, served.student)
    served.do(dates.new_address, served.classmate)
    assert served.do(dates.fetch, served.classmate, digest(served)) is None


# What stands in it.


kinds = st.sampled_from(list(DateKind))
anything = st.builds(
    OwnDate,
    kind=kinds,
    key=st.text(min_size=1, max_size=40),
    classroom=texts.map(lambda text: f"Class {text}"),
    at=st.just(NOW),
    count=st.integers(0, 9),
    about=st.lists(texts.map(lambda text: f"Ana {text}"), max_size=3).map(tuple),
)


@drawn(st.lists(anything, min_size=1, max_size=5), st.sampled_from(["en", "es"]))
def test_nothing_but_neutral_titles_stands_there(found: list[OwnDate], locale: str) -> None:
    words = words_for(locale)
    titles = {words(f"dates-neutral-{name}") for name in NEUTRAL.values()}
    file = write([neutral_entry(one, "0f" * 32, words) for one in found], NOW, words("dates-neutral-name"))
    for event in Calendar.from_ical(file).walk("VEVENT"):
        assert set(event) == {"UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "STATUS", "TRANSP"}
        assert str(event["summary"]) in titles
    assert b"Class " not in file
    assert b"Ana " not in file


def test_a_title_takes_no_name_in_either_language() -> None:
    """The copy itself has no place for one."""
    for locale in ("en", "es"):
        words = words_for(locale)
        for name in {*NEUTRAL.values(), "name"}:
            key = f"dates-neutral-{name}"
            assert words(key, classroom="English 11", name="Ana", count=3) == words(key)


def test_an_id_stays_and_tells_nothing(served: World) -> None:
    served.do(dates.new_address, served.student)
    first = entries_of(served, served.student)
    again = entries_of(served, served.student)
    assert [entry.id for entry in first] == [entry.id for entry in again]
    assert len({entry.id for entry in first}) == len(first)
    served.do(dates.new_address, served.student)
    other = entries_of(served, served.student)
    assert not {entry.id for entry in first} & {entry.id for entry in other}


@drawn(st.text(max_size=60))
def test_what_is_no_token_is_none(text: str) -> None:
    assert is_token(text) is (len(text) == 43 and text.isascii() and text.replace("-", "").replace("_", "").isalnum())


def test_tokens_differ() -> None:
    assert len({new_token() for _ in range(100)}) == 100
    assert all(is_token(new_token()) for _ in range(100))
