"""A teacher's digest: when it comes, what stands in it, and what becomes of it where Slack takes no tables."""

from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bot.activities.digest import use_cases as digest
from bot.activities.digest.forms import DigestForm, digest_form
from bot.activities.digest.messages import LINES_MOST
from bot.activities.waiting import use_cases as waiting
from bot.domain import check_ins
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.check_ins import CheckInState, Milestone, Reply
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract
from bot.domain.days_off import DayOff, Source
from bot.domain.digest import Digest, HowOften
from bot.domain.outbox import Delivery, Message
from bot.domain.progress import Point
from bot.messages.presenting import present
from handlers import digest as handlers
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_message_blocks, check_view
from storage.queries.due import Agenda
from tests.rows import first_row
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons
from tests.unit.reviewing.scenes import amended, leave
from tests.world import WORKSPACE, World

TEACHER = "UTEACHER"


def _look(world: World, **delta: float) -> list[str]:
    """To whom a digest was said by looking once, so much later."""
    world.later(**delta)
    before = len(world.deliveries())
    with world.transactions.connection() as connection:
        found = Agenda(connection).due_digests(world.now, 100)
    for workspace, due in found:
        world.do(digest.tell_due, Actor(workspace, ""), due)
    return sorted(one.lane for one in world.deliveries()[before:] if one.notice == "teacher-digest")


def _begin(world: World) -> None:
    world.do(digest.begin, world.accord)


def _kept(world: World, user: str = TEACHER) -> Digest:
    with world.uow() as uow:
        found = uow.digests.of(user)
    assert found is not None
    return found


def _message(world: World, user: str = TEACHER) -> Message | None:
    (*_, delivery) = [one for one in world.deliveries() if (one.notice, one.lane) == ("teacher-digest", user)]
    return _present(world, delivery)


def _present(world: World, delivery: Delivery) -> Message | None:
    with world.uow() as uow:
        message = present(uow, delivery)
    for made in (message, message.in_words if message else None):
        assert made is None or check_message_blocks([dict(block) for block in made.blocks]) == []
    return message


def _shown(world: World, user: str = TEACHER) -> Message:
    """The digest of the next Monday."""
    _begin(world)
    assert user in _look(world, days=7)
    message = _message(world, user)
    assert message is not None
    return message


def _table(message: Message) -> list[list[str]]:
    (table,) = [block for block in message.blocks if block["type"] == "data_table"]
    return [[cell["text"] for cell in row] for row in table["rows"]]


class TestWhen:
    """On Mondays at eight, once, for whoever teaches."""

    def test_each_teacher_gets_one_a_week(self, world: World) -> None:
        _begin(world)
        said = [(day, who) for day in range(22) if (who := _look(world, days=0 if day == 0 else 1))]
        assert said == [(day, ["UTEACHER", "UTEACHER2"]) for day in (7, 14, 21)]

    def test_looking_twice_or_beginning_anew_says_nothing_twice(self, world: World) -> None:
        _begin(world)
        assert _look(world, days=7)
        _begin(world)
        assert _look(world) == _look(world, minutes=1) == []

    def test_a_monday_off_moves_it_to_the_next_school_day(self, world: World) -> None:
        _begin(world)
        with world.uow() as uow:
            days = (date(2027, 1, 18), date(2027, 1, 19))
            uow.days_off.add(DayOff(WORKSPACE, world.classroom.id, *days, "Fair", Source.TYPED))
        assert [_look(world, days=7), _look(world, days=1), _look(world, days=1)] == [[], [], ["UTEACHER", "UTEACHER2"]]
        assert _kept(world).wake_at == world.now + timedelta(days=5)  # Monday again

    def test_after_a_night_without_the_program_it_waits_for_the_morning(self, world: World) -> None:
        _begin(world)
        assert _look(world, days=7, hours=14)
        newest = [one for one in world.deliveries() if one.notice == "teacher-digest"][-1]
        assert newest.not_before - world.now == timedelta(hours=9)

    def test_who_teaches_no_more_gets_none(self, world: World) -> None:
        _begin(world)
        leave(world, world.teacher)
        assert _look(world, days=7) == ["UTEACHER2"]

    def test_a_class_without_students_sends_none(self, world: World) -> None:
        _begin(world)
        for actor in (world.student, world.classmate):
            leave(world, actor)
        assert _look(world, days=7)
        assert _message(world) is None

    def test_archived_classes_are_not_told_of(self, world: World) -> None:
        _begin(world)
        with world.uow() as uow:
            uow.classrooms.save(replace(world.classroom, archived=True))
        assert _look(world, days=7) == []


class TestWhatItSays:
    """At most twelve lines, and everybody in a table by need."""

    def test_a_quiet_class(self, world: World) -> None:
        message = _shown(world)
        assert _table(message)[0] == ["Student", "How it stands", "Note", "Last answer"]
        assert [row[0] for row in _table(message)[1:]] == ["Ana", "Ben"]
        assert message.blocks[1]["type"] == "rich_text"

    def test_what_waits_has_its_button_and_who_needs_a_word_comes_first(self, world: World) -> None:
        world.proposed()
        world.agree(world.classmate)
        message = _shown(world)
        assert ("home.look", "proposal:1:1") in buttons([dict(block) for block in message.blocks])

    def test_what_was_reached_and_what_is_to_be_praised(self, world: World) -> None:
        mine, other = world.agree(), world.agree(world.classmate)
        world.later(days=3)
        for contract, point in ((mine, Point.EFFORT), (other, Point.GOAL)):
            _reach(world, contract, point)
        _begin(world)
        assert _look(world, days=4)
        message = _message(world)
        assert message is not None
        found = buttons([dict(block) for block in message.blocks])
        assert ("feedback.open", f"{world.classroom.id}:USTUDENT") in found
        assert "Reached a goal" in str(message.blocks)

    def test_who_was_left_out_looks_like_anybody(self, world: World) -> None:
        """Neither counted, nor named, nor marked by why."""
        contract = world.agree()
        with world.uow() as uow:
            first = first_row(uow.check_ins, contract=contract.id)
            assert first is not None
            uow.check_ins.save(check_ins.excused(first))
        excused = _shown(world).blocks
        with world.uow() as uow:
            first = first_row(uow.check_ins, contract=contract.id)
            assert first is not None
            uow.check_ins.save(replace(first, state=CheckInState.DROPPED))
        again = _message(world)
        assert again is not None
        assert again.blocks == excused

    def test_who_was_reminded_stands_here_and_in_no_message_of_its_own(self, world: World) -> None:
        _begin(world)
        amended(world)
        world.later(days=2, hours=1)
        world.do(waiting.remind, world.accord, world.classroom.id)
        assert world.kinds("USTUDENT")[-1] == "your-turn"
        assert "waits-for-you" not in world.kinds(TEACHER)
        world.later(hours=-1)
        assert _look(world, days=5)
        message = _message(world)
        assert message is not None
        assert "I reminded" in str(message.blocks)

    @pytest.mark.parametrize("locale", ["en-GB", "es-ES"])
    def test_a_full_class_stays_within_its_limits(self, world: World, locale: str) -> None:
        with world.uow() as uow:
            known = uow.people.of(TEACHER)
            assert known is not None
            uow.people.save(replace(known, locale=locale))
            for number in range(120):
                uow.people.add(Person(WORKSPACE, f"UC{number}", f"Student with a rather long name {number:03}"))
                uow.memberships.add(Membership(WORKSPACE, world.classroom.id, f"UC{number}", Side.STUDENT, world.now))
        for number in range(8):
            world.proposed(Actor(WORKSPACE, f"UC{number}"))
        _begin(world)
        for number, point in enumerate(Point):
            _reach(world, world.agree(Actor(WORKSPACE, f"UC{number + 20}")), point)
        assert _look(world, days=7)
        message = _message(world)
        assert message is not None
        assert message.in_words is not None
        for made in (message, message.in_words):
            before = [block for block in made.blocks if block["type"] not in ("actions", "context", "data_table")]
            lines = sum(_lines(block) for block in before)
            assert lines <= LINES_MOST
        assert len(_table(message)) <= 101
        assert sum(len(cell) for row in _table(message) for cell in row) <= 10_000

    def test_where_slack_took_no_table_it_comes_in_words(self, world: World) -> None:
        with world.uow() as uow:
            uow.charts.refuse(world.now)
        message = _shown(world)
        assert message.in_words is None
        assert all(block["type"] != "data_table" for block in message.blocks)

    def test_several_classes_are_told_of_at_once(self, world: World) -> None:
        with world.uow() as uow:
            other = uow.classrooms.add(replace(world.classroom, id=0, channel="C2", name="Maths 9"))
            for user, side in ((TEACHER, Side.TEACHER), ("USTRANGER", Side.STUDENT)):
                uow.memberships.add(Membership(WORKSPACE, other.id, user, side, world.now))
        message = _shown(world)
        assert _table(message)[0][1] == "Class"
        assert {row[1] for row in _table(message)[1:]} == {"English 11", "Maths 9"}

    def test_nobody_reads_of_a_class_that_they_do_not_teach(self, world: World) -> None:
        _shown(world)
        delivery = next(one for one in world.deliveries() if one.notice == "teacher-digest")
        for reader in ("USTUDENT", "USTRANGER", "UADMIN"):
            assert _present(world, replace(delivery, reader=reader)) is None


def _lines(block: Any) -> int:
    """How many lines a block is: a list has one for each item."""
    if block["type"] == "rich_text" and block["elements"][0]["type"] == "rich_text_list":
        return len(block["elements"][0]["elements"])
    return 1


def _reach(world: World, contract: Contract, point: Point) -> None:
    with world.uow() as uow:
        first = first_row(uow.check_ins, contract=contract.id)
        assert first is not None
        uow.check_ins.save(check_ins.answered(first, world.now))
        reply = uow.replies.add(Reply(WORKSPACE, first.id, contract.id, 0, Decimal(8), world.now))
        about = (Decimal(8), reply.id, "Essays", "Vary openings")
        uow.milestones.add(Milestone(WORKSPACE, contract.id, 0, point, world.now, *about))


class TestChoosing:
    """How often, on which day, at what time: each teacher for herself."""

    def test_daily_at_seven(self, world: World) -> None:
        _begin(world)
        world.do(digest.choose, world.teacher, "daily", "MO", time(7))
        assert _look(world, days=1) == ["UTEACHER"]
        assert _look(world, days=6) == ["UTEACHER", "UTEACHER2"]

    def test_never(self, world: World) -> None:
        _begin(world)
        world.do(digest.choose, world.teacher, "off", "MO", time(8))
        assert (_kept(world).wake_at, _kept(world).how) == (None, HowOften.OFF)
        assert _look(world, days=7) == ["UTEACHER2"]

    def test_what_holds_stands_in_the_form(self, world: World) -> None:
        assert world.do(digest.open_form, world.teacher) == DigestForm(HowOften.WEEKLY, "MO", time(8))
        world.do(digest.choose, world.teacher, "weekly", "TH", time(17))
        form = world.do(digest.open_form, world.teacher)
        assert form == DigestForm(HowOften.WEEKLY, "TH", time(17))
        for language in ("en", "es"):
            assert check_view(digest_form(words_for(language), form)) == []

    def test_who_teaches_nobody_has_nothing_to_choose(self, world: World) -> None:
        for actor in (world.student, world.stranger):
            with pytest.raises(Refusal, match="for-teachers"):
                world.do(digest.open_form, actor)
            with pytest.raises(Refusal, match="for-teachers"):
                world.do(digest.choose, actor, "daily", "MO", time(8))

    async def test_by_the_buttons(self, world: World) -> None:
        views = KeptViews()
        context = context_of(world, views)
        press = Press(world.teacher, "digest.open", "", "t1", "press:1", "D1", "1.1")
        await handlers.ROUTES.presses["digest.open"](press, context)
        assert views.opened[0]["callback_id"] == "digest.choose"
        values = {"how": "daily", "day": "WE", "at": "09:00"}
        form = Submission(world.teacher, "digest.choose", values, "", "t1", "view:1")
        assert await handlers.ROUTES.forms["digest.choose"](form, context) is None
        assert (_kept(world).how, _kept(world).at) == (HowOften.DAILY, time(9))
        with pytest.raises(Refusal, match="old-button"):
            await handlers.ROUTES.forms["digest.choose"](replace(form, values={**values, "at": "25:00"}), context)
