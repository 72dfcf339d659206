"""What a teacher opens from Home, and what she does there."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.activities.checking_in import responding
from bot.activities.evidence import use_cases as evidence
from bot.activities.exchanging import stuck
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.home import looking
from bot.activities.home.desk_messages import (
    CLASS_LINES_MOST,
    IN,
    Where,
    class_view,
    waiting_view,
)
from bot.activities.home.messages import BLOCKS_MOST
from bot.activities.set_up import use_cases as set_up
from bot.activities.talking import use_cases as talking
from bot.domain import check_ins
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership, Person
from bot.domain.contract import Contract, Status
from bot.domain.desk import PAGE, Only, Want
from bot.domain.evidence import Piece, PieceState
from handlers import home
from handlers.context import FormResponse
from handlers.inbound import Press, Submission
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.rows import first_row
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, opened, save, shown, within
from tests.world import WORKSPACE, World

MORE = timedelta(days=1)


def lines(world: World, actor: Actor | None = None) -> list[tuple[str, str]]:
    """(what waits, of whom), the oldest first."""
    page = world.do(looking.all_waiting, actor or world.teacher, 0).page
    return [(line.waiting.want.value, line.student) for line in page.items]


def crowd(world: World, count: int, classroom: int | None = None, prefix: str = "UC") -> None:
    with world.uow() as uow:
        for i in range(count):
            user = f"{prefix}{i}"
            uow.people.add(Person(WORKSPACE, user, f"Student {i:03}"))
            place = Membership(WORKSPACE, classroom or world.classroom.id, user, Side.STUDENT, world.now)
            uow.memberships.add(place)


def answered(world: World, contract: Contract) -> int:
    with world.uow() as uow:
        first = first_row(uow.check_ins, contract=contract.id)
        assert first is not None
        uow.check_ins.save(check_ins.answered(first, world.now))
    return int(first.id)


class TestWhatWaits:
    """Each thing waits until it is done, and no longer."""

    def test_a_proposal_a_question_and_an_answer(self, world: World) -> None:
        proposed = world.proposed()
        assert lines(world) == [("proposal", "Ana")]
        asked = save(world, life.ask(proposed, 1, "How many?", world.teacher.user, world.now))
        assert lines(world) == []
        again = save(world, life.answer(asked, "Eight", world.student.user, world.now))
        assert lines(world) == [("answer", "Ana")]
        changed = replace(again.on_the_table.terms, hardest="Else")
        amended = save(world, life.amend(again, 1, changed, world.teacher.user, world.now))
        assert lines(world) == []
        wondered = save(world, life.wonder(amended, 2, "Why?", world.student.user, world.now))
        assert lines(world) == [("question", "Ana")]
        save(world, life.explain(wondered, "So", world.teacher.user, world.now))
        assert lines(world) == []

    def test_a_talk_until_times_are_offered(self, world: World) -> None:
        world.agree()
        world.do(talking.ask, world.student, world.classroom.id)
        assert lines(world) == lines(world, world.teacher2) == [("talk", "Ana")]
        day = (world.now + MORE).date()
        with world.uow() as uow:
            (talk,) = uow.talks.of_student("USTUDENT")
        times = ((day, world.now.time()), (day + MORE, world.now.time()))
        world.do(talking.offer, world.teacher, talk.id, times)
        assert lines(world) == lines(world, world.teacher2) == []
        assert "talking.call_off" in dict(buttons(shown(world, world.teacher)))

    def test_who_is_stuck_until_somebody_writes(self, world: World) -> None:
        world.agree()
        world.do(stuck.say_so, world.student, world.classroom.id, "I do not get on")
        assert lines(world) == lines(world, world.teacher2) == [("stuck", "Ana")]
        with world.uow() as uow:
            note = first_row(uow.notes, student="USTUDENT")
        assert note is not None
        world.do(exchanging.reply, world.teacher2, note.id, "Come and see me")
        assert lines(world) == lines(world, world.teacher2) == []

    def test_a_file_until_somebody_has_looked(self, world: World) -> None:
        contract = world.agree()
        with world.uow() as uow:
            piece = uow.pieces.add(
                Piece(
                    WORKSPACE,
                    contract.id,
                    "USTUDENT",
                    0,
                    source="1.1",
                    slack_file="F1",
                    name="essay.pdf",
                    came_at=world.now,
                    state=PieceState.KEPT,
                    shown_at=world.now,
                    digest="0f",
                    media_type="application/pdf",
                    size=1,
                    line="",
                )
            )
        assert lines(world) == [("piece", "Ana")]
        world.do(evidence.seen, world.teacher2, piece.id)
        assert lines(world) == []

    def test_answers_until_each_has_a_reply(self, world: World) -> None:
        ours = answered(world, world.agree())
        world.agree(world.classmate)
        assert lines(world) == [("check-in", "")]
        assert lines(world, world.teacher2) == []  # a colleague decides on it, and she did not ask to hear of it
        world.do(responding.seen, world.teacher, ours)
        assert lines(world) == []

    def test_the_oldest_comes_first_and_another_class_is_named(self, world: World) -> None:
        world.proposed(world.classmate)
        world.now += MORE
        world.proposed()
        assert lines(world) == [("proposal", "Ben"), ("proposal", "Ana")]
        with world.uow() as uow:
            other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
            uow.memberships.add(Membership(WORKSPACE, other.id, world.teacher.user, Side.TEACHER, world.now))
        page = world.do(looking.all_waiting, world.teacher, 0).page
        assert [line.classroom for line in page.items] == ["English 11"] * 2


class Screen:
    """Presses and submits as Slack would; `views` keeps what opens."""

    def __init__(self, world: World) -> None:
        self.world, self.views = world, KeptViews()
        self._count = 0

    def _next(self) -> str:
        self._count += 1
        return f"in:{self._count}"

    async def press(self, actor: Actor, action: str, value: str) -> dict[str, Any]:
        press = Press(actor, action, value, "trigger", self._next(), "", "", "V1")
        await home.ROUTES.presses[action](press, context_of(self.world, self.views))
        assert check_view(self.views.opened[-1]) == []
        return self.views.opened[-1]

    async def search(self, actor: Actor, metadata: str, name: str) -> dict[str, Any]:
        form = Submission(actor, "home.find", {"name": name}, metadata, "trigger", self._next())
        answer = await home.ROUTES.forms["home.find"](form, context_of(self.world, self.views))
        assert answer is not None
        assert answer.view is not None
        return dict(answer.view)


@pytest.fixture
def screen(world: World) -> Screen:
    return Screen(world)


def actions_in(view: dict[str, Any]) -> list[str]:
    return [action.removeprefix(IN) for action, _ in buttons(view["blocks"])]


async def test_she_decides_where_she_reads_and_the_modal_says_so(world: World, screen: Screen) -> None:
    proposed = world.proposed()
    (place,) = opened(world)
    view = await screen.press(world.teacher, "home.look", place)
    approve = next(one for one in buttons(view["blocks"]) if one[0] == "home.in.reviewing.approve")
    after = await screen.press(world.teacher, *approve)
    with world.uow() as uow:
        assert uow.contracts.get(proposed.id).status is Status.ACTIVE  # type: ignore[union-attr]
    assert "reviewing.approve" not in actions_in(after)
    assert opened(world) == []


async def test_two_teachers_decide_from_two_screens(world: World, screen: Screen) -> None:
    world.proposed()
    (place,) = opened(world)
    approve = next(one for one in within(world) if one[0] == "home.in.reviewing.approve")
    await screen.press(world.teacher2, *approve)
    with pytest.raises(Refusal):
        await screen.press(world.teacher, *approve)
    assert screen.views.opened[-1]["private_metadata"] == place
    assert "reviewing.approve" not in actions_in(screen.views.opened[-1])


async def test_a_form_over_it_is_the_same_as_from_a_message_and_closes_all(world: World, screen: Screen) -> None:
    world.proposed()
    ask = next(one for one in within(world) if one[0] == "home.in.reviewing.ask")
    await screen.press(world.teacher, *ask)
    form, below = screen.views.opened[-2:]
    assert (form["callback_id"], form["private_metadata"]) == ("reviewing.ask", ask[1].partition("|")[2])
    assert below["callback_id"] == "home.look"
    sent = Submission(world.teacher, "reviewing.ask", {}, "", "trigger", "in", below="V1")
    assert home.closing(sent, None) == FormResponse(clear=True)
    assert home.closing(replace(sent, below=""), None) is None
    errors = FormResponse(errors={"text": "no"})
    assert home.closing(sent, errors) is errors


@pytest.mark.parametrize(
    "value", ["", "proposal", "proposal:1", "look-back:1:1", "check-in:1:1", "proposal:1:1:1", "x:1:1"]
)
async def test_what_no_button_says_opens_nothing(world: World, screen: Screen, value: str) -> None:
    world.proposed()
    with pytest.raises(Refusal):
        await screen.press(world.teacher, "home.look", value)


async def test_what_is_not_hers_opens_nothing(world: World, screen: Screen) -> None:
    world.proposed()
    (place,) = opened(world)
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
        uow.memberships.add(Membership(WORKSPACE, other.id, world.stranger.user, Side.TEACHER, world.now))
    for actor in (world.student, world.stranger, world.admin, Actor("T2", world.teacher.user)):
        with pytest.raises(Refusal):
            await screen.press(actor, "home.look", place)
        with pytest.raises(Refusal):
            await screen.press(actor, "home.class", Where(world.classroom.id).text)


async def test_what_waits_opens_over_the_list_of_it(world: World, screen: Screen) -> None:
    answered(world, world.agree(world.classmate))
    world.proposed()
    view = await screen.press(world.teacher, "home.waiting", "")
    (look,) = [one for one in buttons(view["blocks"]) if one[0] == "home.in.home.look"]
    assert (await screen.press(world.teacher, *look))["callback_id"] == "home.look"
    (read,) = [one for one in buttons(view["blocks"]) if one[0] == "home.in.checking_in.show_all"]
    assert (await screen.press(world.teacher, *read))["callback_id"] == "checking_in.list"
    past = await screen.press(world.teacher, "home.waiting_on", "99")
    assert past["blocks"] == view["blocks"]


class TestAClass:
    """The whole class, a page at a time."""

    async def test_past_the_end_is_the_last_page(self, world: World, screen: Screen) -> None:
        crowd(world, 2 * PAGE)
        first = await screen.press(world.teacher, "home.class", Where(world.classroom.id).text)
        assert [a for a in actions_in(first) if a.startswith("home.class")] == ["home.class_on"]
        last = await screen.press(world.teacher, "home.class_on", Where(world.classroom.id, 99).text)
        assert [a for a in actions_in(last) if a.startswith("home.class")] == ["home.class_back"]

    async def test_a_name_is_found_and_nobody_is_said_so(self, world: World, screen: Screen) -> None:
        where = Where(world.classroom.id, 1, Only.ALL)
        found = await screen.search(world.teacher, where.text, "an")
        assert check_view(found) == []
        assert ("Ana" in str(found), "Ben" in str(found)) == (True, False)
        none = await screen.search(world.teacher, where.text, "nobody: 100%")
        assert words_for()("desk-nobody") in str(none)
        only = await screen.press(world.teacher, "home.only", Where(world.classroom.id, 0, Only.DONE).text)
        assert words_for()("desk-nobody") in str(only)

    async def test_one_that_was_archived_meanwhile_still_turns(self, world: World, screen: Screen) -> None:
        crowd(world, 2 * PAGE)
        world.do(set_up.archive, world.teacher, "C1", True)
        view = await screen.press(world.teacher, "home.class_on", Where(world.classroom.id, 1).text)
        assert "Student" in str(view)
        world.do(set_up.archive, world.teacher, "C1", False)

    async def test_who_is_no_teacher_any_more_turns_no_page(self, world: World, screen: Screen) -> None:
        with world.uow() as uow:
            place = uow.memberships.here(world.classroom.id, world.teacher.user)
            assert place is not None
            uow.memberships.save(replace(place, left_at=world.now))
        with pytest.raises(Refusal):
            await screen.press(world.teacher, "home.class_on", Where(world.classroom.id, 1).text)

    async def test_what_is_set_there_opens_over_it(self, world: World, screen: Screen) -> None:
        view = await screen.press(world.teacher, "home.class", Where(world.classroom.id).text)
        for action, value in buttons(view["blocks"]):
            if action.startswith(IN):
                over = await screen.press(world.teacher, action, value)
                assert over["callback_id"] != "home.find"


@pytest.fixture
def many(world: World) -> World:
    """500 students in twelve classes, of whom some wait."""
    with world.uow() as uow:
        ids = [world.classroom.id]
        for number in range(11):
            room = uow.classrooms.add(replace(world.classroom, id=0, channel=f"C9{number}", name=f"Class {number:02}"))
            uow.memberships.add(Membership(WORKSPACE, room.id, world.teacher.user, Side.TEACHER, world.now))
            ids.append(room.id)
    for number, classroom in enumerate(ids):
        crowd(world, 42, classroom, f"U{number}X")
    with world.uow() as uow:
        for number, classroom in enumerate(ids):
            user = f"U{number}X0"
            begun = uow.contracts.add(life.begin(WORKSPACE, classroom, user, world.now))
            uow.contracts.save(life.submit(begun, world.terms(), user, world.now))
    return world


def test_500_students_in_twelve_classes_have_room_and_no_button_is_missing(many: World) -> None:
    blocks = shown(many, many.teacher)
    assert len(blocks) <= BLOCKS_MOST
    found = buttons(blocks)
    assert found[-1][0] in ("help.show", "dates.file", "profile.language")
    assert "help.show" in dict(found)
    assert [action for action, _ in found].count("home.class") == 12
    assert [action for action, _ in found].count("home.look") == 12
    with many.uow() as uow:
        rooms = [place.classroom for place in uow.memberships.places_of(many.teacher.user, Side.TEACHER)]
    for room in rooms:
        view = class_view(words_for("es"), many.do(looking.class_list, many.teacher, Where(room)))
        assert check_view(view) == []
        assert {"home.set_up", "calendar.open", "feedback.open"} <= set(actions_in(view))
    waiting = waiting_view(words_for("es"), many.do(looking.all_waiting, many.teacher, 7))
    assert check_view(waiting) == []


def test_very_many_classes_are_a_menu(many: World) -> None:
    with many.uow() as uow:
        for number in range(CLASS_LINES_MOST):
            room = uow.classrooms.add(replace(many.classroom, id=0, channel=f"C8{number}", name=f"More {number:02}"))
            uow.memberships.add(Membership(WORKSPACE, room.id, many.teacher.user, Side.TEACHER, many.now))
    blocks = shown(many, many.teacher)
    assert len(blocks) <= BLOCKS_MOST
    assert {"home.class", "home.class_any", "help.show"} <= set(dict(buttons(blocks)))


@pytest.mark.parametrize("want", list(Want))
@pytest.mark.parametrize("ref", [0, 999])
def test_what_is_gone_says_so(world: World, want: Want, ref: int) -> None:
    with pytest.raises(Refusal):
        world.do(looking.look, world.teacher, want, ref, 1)
