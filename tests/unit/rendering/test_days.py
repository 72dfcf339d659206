"""One style of days and times in one message: the reader's; and a zone that can be shown."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.proposing.interview.wording import Added, suggest
from bot.domain.actor import Actor, Refusal
from bot.domain.outbox import Verb
from bot.messages.days import clock, day, when
from bot.messages.presenting import present, reader_of
from prompts.words import COPY, functions, words_for
from storage.engine import open_engine
from tests.unit.authorisation.attempts import ATTEMPTS
from tests.unit.authorisation.school import School
from tests.unit.checking_in.steps import at, check_ins
from tests.unit.interview.transcripts import frame
from tests.unit.proposing.talk import TYPED
from tests.world import World

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY_FIRST = re.compile(rf"\b[0-9]{{1,2}} (?:{MONTHS})\b")
MONTH_FIRST = re.compile(rf"\b(?:{MONTHS}) [0-9]{{1,2}}\b(?! [a-z])")
OF_24_HOURS = re.compile(r"\b[0-9]{1,2}:[0-9]{2}\b(?! [AP]M)")
OF_12_HOURS = re.compile(r"\b[0-9]{1,2}:[0-9]{2} [AP]M\b")
OTHERS = {"en-US": (DAY_FIRST, OF_24_HOURS), "en-GB": (MONTH_FIRST, OF_12_HOURS)}


@pytest.fixture
def school(sqlite_url: str) -> Iterator[School]:
    engine = open_engine(sqlite_url)
    yield School(engine)
    engine.dispose()


def all_read(world: World, locale: str, timezone: str = "UTC") -> None:
    with world.uow() as uow:
        for person in uow.people.all():
            uow.people.save(replace(person, locale=locale, timezone=timezone))


def shown(world: World) -> list[tuple[str, str]]:
    """Every message and Home as it would be now, with the kind of its notice."""
    queued = [d for d in world.deliveries() if d.verb is not Verb.REFRESH and d.reader]
    with world.uow() as uow:
        made = [(d.notice, present(uow, d)) for d in queued]
    return [(kind, "\n".join([m.text, *read(m.blocks)])) for kind, m in made if m is not None]


def read(part: Any) -> Iterator[str]:
    """All that is there to read, without values and ids."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "text" and isinstance(value, str):
                yield value
            yield from read(value)
    elif isinstance(part, (list, tuple)):
        for one in part:
            yield from read(one)


def other_styles(text: str, locale: str) -> list[str]:
    """What is written as others write it. A sentence that a student typed stays as it was typed."""
    (typed,) = (answer for answer in TYPED if answer.startswith("Write 8"))
    return [found for pattern in OTHERS[locale] for found in pattern.findall(text.replace(typed, ""))]


@pytest.mark.parametrize("locale", OTHERS)
@pytest.mark.parametrize("name", ATTEMPTS)
def test_every_message_keeps_to_the_readers_style(school: School, name: str, locale: str) -> None:
    case = ATTEMPTS[name]
    all_read(school, locale)
    ids = case.stage(school)
    with suppress(Refusal):
        school.do(case.use_case, school.teacher if case.teachers else school.student, *case.args(school, ids))
    for kind, text in shown(school):
        assert other_styles(text, locale) == [], kind


def test_the_patterns_find_what_they_should() -> None:
    """The test above can fail."""
    assert other_styles("by March 12, 2027, 8:45 AM", "en-GB") == ["March 12", "8:45 AM"]
    assert other_styles("by 14 March 2027, 08:45", "en-US") == ["14 March", "08:45"]
    for locale in OTHERS:
        for asked in (datetime(2027, 1, 12, tzinfo=UTC), datetime(2026, 12, 12, tzinfo=UTC)):
            text = when(words_for(locale), datetime(2027, 3, 12, 8, 45, tzinfo=UTC), "UTC", asked)
            assert other_styles(text, locale) == []


def test_days_and_times_of_each_reader() -> None:
    one = datetime(2027, 3, 12, 13, 45, tzinfo=UTC)
    said = {
        locale: (clock(time(8, 45), w), day(one.date(), w), when(w, one, "UTC", one))
        for locale in ("en-US", "en-GB", "en", "de-DE")
        for w in [words_for(locale)]
    }
    assert said["en-US"] == ("8:45 AM", "March 12, 2027", "Friday, 1:45 PM")
    assert said["en-GB"] == said["en"] == said["de-DE"] == ("08:45", "12 March 2027", "Friday, 13:45")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (datetime(2027, 3, 8, tzinfo=UTC), "Friday, 08:45"),
        (datetime(2027, 1, 8, tzinfo=UTC), "Friday, 12 March, 08:45"),
        (datetime(2026, 12, 8, tzinfo=UTC), "Friday, 12 March 2027, 08:45"),
    ],
)
def test_what_is_near_is_said_short(now: datetime, said: str) -> None:
    assert when(words_for("en-GB"), datetime(2027, 3, 12, 8, 45, tzinfo=UTC), "UTC", now) == said


def test_no_day_and_no_time_stands_typed_in_the_copy() -> None:
    calls = re.compile(r"\{ (?:DAY|TIME)\([^)]*\) \}")
    played = {"tour", "demo"}
    for file in sorted(COPY.glob("*.ftl")):
        if file.name.split(".")[1] in played:
            continue
        for line in file.read_text("utf-8").splitlines():
            text = "" if line.startswith("#") else calls.sub("", line)
            assert not any(p.search(text) for p in (DAY_FIRST, MONTH_FIRST, OF_24_HOURS)), f"{file.name}: {line}"


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.times())
def test_the_copy_says_any_day_and_time(one: date, hour: time) -> None:
    for locale in ("en-US", "en-GB", "en-IN", "nl"):
        calls = functions(locale)
        assert str(one.day) in calls["DAY"](f"{one:%m-%d}")
        assert calls["TIME"](f"{hour:%H:%M}")


@pytest.mark.parametrize(("day_first", "expected"), [(True, "by 26 February."), (False, "by February 26.")])
def test_a_suggested_wording_names_the_day_as_its_reader_does(day_first: bool, expected: str) -> None:
    around = frame(day_first=day_first)
    suggested = suggest("get better at openings", Added(timeframe="26 February"), around)
    assert suggested is not None
    assert expected in suggested


@pytest.mark.parametrize("timezone", ["Mars/Olympus_Mons", "", "UTC"])
def test_a_zone_that_the_server_does_not_know_reads_in_the_classs(sqlite_url: str, timezone: str) -> None:
    world = World(open_engine(sqlite_url), timezone="Europe/Vienna")
    contract = world.agree()
    all_read(world, "en-GB", timezone)
    (planned,) = check_ins(world, contract)
    assert planned.wake_at is not None
    at(world, planned.wake_at)
    world.render_all()
    assert zone_of(world, world.student, contract=contract.id) == "Europe/Vienna"
    assert zone_of(world, world.student) == "Europe/Vienna", "of her only class"
    assert zone_of(world, world.stranger) == "UTC"


def zone_of(world: World, actor: Actor, **about: Any) -> str:
    with world.uow() as uow:
        return reader_of(uow, actor.user, about).timezone
