"""A talk, from the first word to what came of it: who hears what, and who hears nothing."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.activities.admitting import use_cases as admitting
from bot.activities.calendar import use_cases as calendar
from bot.activities.privacy import erasing
from bot.activities.set_up import use_cases as set_up
from bot.activities.talking import use_cases as talking
from bot.activities.talking.messages import minutes
from bot.domain.absence import Absence
from bot.domain.actor import Actor, Conflict, Refusal
from bot.domain.talk import ChosenTime, Talk, TalkState
from bot.jobs.ticker import Ticker
from bot.language.naming import Finder
from bot.runner import Inline, Runner
from storage.queries.due import agendas
from tests.unit.home.pages import buttons, shown, text
from tests.world import World

TUESDAY: ChosenTime = (date(2027, 1, 12), time(9, 0))
WEDNESDAY: ChosenTime = (date(2027, 1, 13), time(10, 0))
TIMES = (TUESDAY, WEDNESDAY)


def the_talk(world: World) -> Talk:
    with world.uow() as uow:
        return uow.talks.of_student(world.student.user)[-1]


def asked(world: World) -> Talk:
    world.do(talking.ask, world.student, world.classroom.id)
    return the_talk(world)


def offered(world: World) -> Talk:
    world.do(talking.offer, world.teacher, asked(world).id, TIMES)
    return the_talk(world)


def agreed(world: World) -> Talk:
    found = offered(world)
    world.do(talking.choose, world.student, found.id, minutes(found.times[0]))
    return the_talk(world)


def over(world: World) -> Talk:
    found = agreed(world)
    assert found.wake_at is not None
    world.now = found.wake_at
    world.do(talking.look, world.accord, found.id)
    return the_talk(world)


def news(world: World, user: str) -> list[str]:
    return [kind for kind in world.kinds(user) if kind.startswith("talk-")]


def words_to(world: World, user: str) -> str:
    """All that stands in Slack for somebody, as it reads now."""
    return json.dumps([m.blocks for d, m in world.render_all() if d.lane == user and m is not None])


def refused(world: World, what: Any, actor: Actor, *args: Any) -> Refusal:
    with pytest.raises(Refusal) as found:
        world.do(what, actor, *args)
    return found.value


def test_all_teachers_hear_that_a_student_asks(world: World) -> None:
    asked(world)
    assert news(world, "UTEACHER") == news(world, "UTEACHER2") == news(world, "USTUDENT") == ["talk-asked"]
    assert news(world, "UCLASSMATE") == []
    world.render_all()


def test_the_first_to_offer_takes_it(world: World) -> None:
    found = offered(world)
    assert (found.state, found.teacher) == (TalkState.OFFERED, "UTEACHER")
    assert news(world, "UTEACHER2") == ["talk-asked"]
    assert refused(world, talking.offer, world.teacher2, found.id, TIMES).key == "talk-taken"
    assert "talking.offer" not in words_to(world, "UTEACHER2")


def test_of_two_who_offer_at_once_one_takes_it(world: World) -> None:
    found = asked(world)
    with world.uow() as uow:
        uow.talks.save(replace(found, teacher="UTEACHER2"))
    with pytest.raises(Conflict), world.uow() as uow:
        uow.talks.save(replace(found, teacher="UTEACHER"))


def test_choosing_tells_both_when_it_is(world: World) -> None:
    found = agreed(world)
    assert (found.state, found.at) == (TalkState.AGREED, datetime(2027, 1, 12, 9, tzinfo=UTC))
    for user in ("UTEACHER", "USTUDENT"):
        assert news(world, user)[-2:] == ["talk-agreed", "talk-date"]
        assert "Tuesday, 12 January, 09:00" in words_to(world, user)


def test_a_time_is_that_of_the_class(sqlite_url: str) -> None:
    from storage.engine import open_engine

    engine = open_engine(sqlite_url)
    world = World(engine, timezone="America/New_York")
    assert offered(world).first_at == datetime(2027, 1, 12, 14, tzinfo=UTC)
    engine.dispose()


def test_neither_suits_asks_the_same_teacher_for_two_others(world: World) -> None:
    found = offered(world)
    world.do(talking.neither, world.student, found.id)
    again = the_talk(world)
    assert (again.state, again.teacher, again.times) == (TalkState.ASKED, "UTEACHER", ())
    assert news(world, "UTEACHER")[-1] == news(world, "USTUDENT")[-1] == "talk-neither"
    assert news(world, "UTEACHER2") == ["talk-asked"]
    assert refused(world, talking.choose, world.student, found.id, minutes(found.times[0])).key == "old-button"


def test_a_button_of_earlier_times_takes_no_later_one(world: World) -> None:
    found = offered(world)
    world.do(talking.neither, world.student, found.id)
    world.do(talking.offer, world.teacher, found.id, ((date(2027, 1, 14), time(9)), (date(2027, 1, 15), time(9))))
    assert refused(world, talking.choose, world.student, found.id, minutes(found.times[0])).key == "old-button"
    assert the_talk(world).state is TalkState.OFFERED


def test_a_time_that_is_past_can_not_be_chosen(world: World) -> None:
    found = offered(world)
    world.now = found.times[0] + timedelta(minutes=1)
    assert refused(world, talking.choose, world.student, found.id, minutes(found.times[0])).key == "talk-time-past"
    world.do(talking.choose, world.student, found.id, minutes(found.times[1]))
    assert the_talk(world).at == found.times[1]


@pytest.mark.parametrize("by", ["student", "teacher"])
def test_either_calls_it_off(world: World, by: str) -> None:
    found = agreed(world)
    world.do(talking.call_off, world.student if by == "student" else world.teacher, found.id)
    assert the_talk(world).state is TalkState.CALLED_OFF
    for user in ("UTEACHER", "USTUDENT"):
        assert news(world, user)[-1] == "talk-called-off"
        assert "talking.call_off" not in words_to(world, user)
    world.later(days=5)
    world.do(talking.look, world.accord, found.id)
    assert "talk-over" not in news(world, "UTEACHER")


def test_afterwards_the_teacher_is_asked_and_the_student_reads_it(world: World) -> None:
    found = over(world)
    assert (found.state, found.wake_at) == (TalkState.OVER, None)
    assert news(world, "UTEACHER")[-1] == "talk-over"
    assert news(world, "USTUDENT")[-2:] == ["talk-agreed", "talk-date"]
    world.do(talking.note_outcome, world.teacher, found.id, "Ana reads  aloud\non Tuesdays")
    assert the_talk(world).outcome == "Ana reads aloud on Tuesdays"
    assert news(world, "USTUDENT")[-1] == "talk-outcome"
    assert "Ana reads aloud" in words_to(world, "USTUDENT")
    world.do(talking.note_outcome, world.student, found.id, "It helped")
    assert news(world, "UTEACHER")[-1] == "talk-outcome"


def test_an_outcome_joins_the_record_of_the_two(world: World) -> None:
    world.agree()
    found = over(world)
    world.do(talking.note_outcome, world.teacher, found.id, "Ana reads aloud")
    with world.uow() as uow:
        from bot.activities.contract.reads import contract_brief
        from bot.activities.reviewing.messages import ContractCard

        assert found.contract is not None
        card = ContractCard(found.contract)
        assert [len(contract_brief(uow, card, user).talks) for user in ("USTUDENT", "UTEACHER", "UTEACHER2")] == [
            1,
            1,
            0,
        ]
        export = uow.personal.rows(uow.personal.whom("USTUDENT"), (), Finder(()))
    assert [row["outcome"] for row in export["talk"]] == ["Ana reads aloud"]
    assert "Ana reads aloud" in text(shown(world, world.student))


def test_a_line_is_needed_and_a_short_one(world: World) -> None:
    found = over(world)
    assert refused(world, talking.note_outcome, world.teacher, found.id, "  ").field == "text"
    assert refused(world, talking.note_outcome, world.teacher, found.id, "x" * 301).key == "too-long"
    assert refused(world, talking.open_outcome, world.teacher2, found.id).key == "old-button"


def test_before_it_was_nobody_says_how_it_was(world: World) -> None:
    assert refused(world, talking.note_outcome, world.teacher, agreed(world).id, "Good").key == "talk-not-over"


@pytest.mark.parametrize(
    ("first", "second", "key", "field"),
    [
        ((date(2027, 1, 10), time(9)), WEDNESDAY, "talk-past", "first-day"),
        ((date(2027, 1, 11), time(7)), WEDNESDAY, "talk-past", "first-time"),
        (TUESDAY, (date(2027, 3, 13), time(9)), "talk-too-far", "second-day"),
        (TUESDAY, TUESDAY, "talk-same", "second-time"),
        (TUESDAY, (date(2027, 1, 14), time(9)), "talk-day-off", "second-day"),
        (TUESDAY, (date(2027, 1, 18), time(9)), "talk-away", "second-day"),
        ((None, time(9)), WEDNESDAY, "talk-no-time", "first-day"),
        (TUESDAY, (date(2027, 1, 13), None), "talk-no-time", "second-time"),
    ],
)
def test_times_that_can_not_be(world: World, first: ChosenTime, second: ChosenTime, key: str, field: str) -> None:
    world.do(calendar.type_days, world.teacher, world.classroom.id, "14 January")
    with world.uow() as uow:
        from_now = (date(2027, 1, 18), date(2027, 1, 19), world.now + timedelta(days=7), world.now + timedelta(days=9))
        uow.absences.add(Absence("T1", world.classroom.id, "USTUDENT", *from_now, "USTUDENT", world.now))
    found = asked(world)
    why = refused(world, talking.offer, world.teacher, found.id, (first, second))
    assert (why.key, why.field) == (key, field)
    assert the_talk(world) == found


def test_all_that_is_wrong_is_said_at_once(world: World) -> None:
    long_ago = (date(2027, 1, 1), time(9))
    why = refused(world, talking.offer, world.teacher, asked(world).id, (long_ago, (date(2028, 1, 1), time(9))))
    assert [(one.key, one.field) for one in (why, *why.others)] == [
        ("talk-past", "first-day"),
        ("talk-too-far", "second-day"),
    ]


def test_a_teacher_offers_unasked(world: World) -> None:
    world.do(talking.offer_to, world.teacher2, world.classroom.id, "USTUDENT", TIMES)
    assert (the_talk(world).teacher, the_talk(world).asked_by) == ("UTEACHER2", "UTEACHER2")
    assert news(world, "USTUDENT") == ["talk-offered"]
    assert news(world, "UTEACHER") == []


def test_who_offers_to_somebody_who_has_asked_takes_that(world: World) -> None:
    found = asked(world)
    world.do(talking.offer_to, world.teacher, None, "USTUDENT", TIMES)
    assert (the_talk(world).id, the_talk(world).state) == (found.id, TalkState.OFFERED)
    assert refused(world, talking.offer_to, world.teacher2, None, "USTUDENT", TIMES).key == "talk-under-way"


def test_one_talk_at_a_time(world: World) -> None:
    asked(world)
    assert refused(world, talking.ask, world.student, world.classroom.id).key == "talk-open"


def test_with_a_class_that_nobody_teaches_there_is_no_talk(world: World) -> None:
    with world.uow() as uow:
        for user in ("UTEACHER", "UTEACHER2"):
            place = uow.memberships.of(world.classroom.id, user)
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
    assert refused(world, talking.ask, world.student, world.classroom.id).key == "talk-nobody"


def test_a_student_who_leaves_calls_it_off(world: World) -> None:
    agreed(world)
    world.do(set_up.leave, world.student, world.classroom.channel)
    assert the_talk(world).state is TalkState.CALLED_OFF
    assert news(world, "UTEACHER")[-1] == "talk-called-off"
    world.render_all()


def test_a_teacher_who_is_gone_holds_no_talk(world: World) -> None:
    found = offered(world)
    with world.uow() as uow:
        place = uow.memberships.of(world.classroom.id, "UTEACHER")
        assert place is not None
        uow.memberships.save(replace(place, left_at=world.now))
    assert refused(world, talking.choose, world.student, found.id, minutes(found.times[0])).key == "talk-teacher-gone"
    world.do(talking.call_off, world.student, found.id)
    assert the_talk(world).state is TalkState.CALLED_OFF


@pytest.mark.parametrize("how", [offered, agreed])
def test_a_teacher_who_leaves_calls_theirs_off_at_once(world: World, how: Any) -> None:
    how(world)
    for teacher in (world.teacher2, world.teacher):  # the last one to leave the channel teaches no more
        with world.uow() as uow:
            place = uow.memberships.of(world.classroom.id, teacher.user)
            assert place is not None
            if teacher is world.teacher2:
                admitting.stays_out(uow, place, world.teacher.user)
                assert uow.talks.of_student(world.student.user)[-1].is_open
    world.do(set_up.leave, world.teacher, world.classroom.channel)
    assert the_talk(world).state is TalkState.CALLED_OFF
    assert news(world, "USTUDENT")[-1] == "talk-called-off"
    world.render_all()


def test_when_it_is_stands_in_one_message_of_each(world: World) -> None:
    agreed(world)
    for user in ("USTUDENT", "UTEACHER"):
        cards = [m for d, m in world.render_all() if d.lane == user and m is not None and d.notice.startswith("talk-")]
        assert sum("12 January" in json.dumps(card.blocks) for card in cards) == 1


@pytest.mark.parametrize("how", [asked, offered])
def test_what_nobody_answers_ends_by_itself(world: World, how: Any) -> None:
    found = how(world)
    world.now = found.wake_at
    world.do(talking.look, world.accord, found.id)
    world.do(talking.look, world.accord, found.id)
    assert the_talk(world).state is TalkState.LAPSED
    assert news(world, "USTUDENT").count("talk-lapsed") == 1
    world.render_all()


async def test_the_clockwork_finds_it(world: World) -> None:
    found = agreed(world)
    runner = Runner(world.transactions.begin, Inline(), Clock(world), lambda: None)
    ticker = Ticker(agendas(world.engine), runner, Inline(), Clock(world), lambda: None)
    await ticker.tick()
    assert the_talk(world).state is TalkState.AGREED
    assert found.wake_at is not None
    world.now = found.wake_at
    await ticker.tick()
    assert the_talk(world).state is TalkState.OVER


class Clock:
    def __init__(self, world: World) -> None:
        self._world = world

    def now(self) -> datetime:
        return self._world.now


def test_at_night_no_teacher_hears_of_it(world: World) -> None:
    world.now = datetime(2027, 1, 11, 23, tzinfo=UTC)
    asked(world)
    to_teacher = [d for d in world.deliveries() if d.lane == "UTEACHER" and d.notice == "talk-asked"]
    assert [d.not_before > world.now for d in to_teacher] == [True]


def test_home_shows_it_to_the_two(world: World) -> None:
    world.agree()
    assert ("talking.ask", str(world.classroom.id)) in buttons(shown(world, world.student))
    found = agreed(world)
    call_off = ("talking.call_off", str(found.id))
    assert call_off in buttons(shown(world, world.student))
    assert call_off in buttons(shown(world, world.teacher))
    assert call_off not in buttons(shown(world, world.teacher2))
    assert "talking.ask" not in [action for action, _ in buttons(shown(world, world.student))]


def test_what_is_past_its_time_goes_and_what_is_open_stays(world: World) -> None:
    over(world)
    asked(world)
    world.later(days=400)
    world.do(erasing.forget, world.accord)
    with world.uow() as uow:
        assert [one.state for one in uow.talks.of_student("USTUDENT")] == [TalkState.ASKED]
