"""What was agreed stays to be read, by its student and by who teaches them; by nobody else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.changing import use_cases as changing
from bot.activities.feedback import use_cases as feedback
from bot.activities.journey import use_cases as journey
from bot.activities.journey.messages import LISTED_MOST, Journey, journey_view
from bot.activities.set_up import use_cases as set_up
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.contract import Contract
from bot.domain.disclosure import DisclosureKind
from handlers import journey as handler
from handlers.inbound import Command, Press
from prompts.words import words_for
from sandbox.blocks.check import check_view
from tests.unit.handling import KeptViews, context_of
from tests.unit.home.pages import buttons, save, shown
from tests.unit.looking_back.scenes import End
from tests.world import WORKSPACE, World


def views_of(found: Journey) -> list[dict[str, Any]]:
    made = [journey_view(words_for(lang), found) for lang in ("en", "es")]
    assert [check_view(view) for view in made] == [[], []]
    return made


def mine(world: World) -> tuple[Journey, str]:
    found = world.do(journey.open_mine, world.student)
    return found, str(views_of(found)[0])


def finished(world: World, **changed: Any) -> Contract:
    contract = world.agree(**changed)
    return save(world, life.complete(life.come_to_an_end(contract, world.now), world.teacher.user, world.now))


def listed(world: World, actor: Actor) -> list[str]:
    """The contracts that the newest list opens, as its reader sees it."""
    message = [made for d, made in world.render_all() if d.notice == "past-contracts" and d.lane == actor.user][-1]
    return [value for action, value in buttons([dict(b) for b in message.blocks]) if action == "journey.look"]


def test_a_contract_stays_with_its_line_and_what_was_written_at_its_end(world: World) -> None:
    world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], "Clear ideas", "It helps", "Vary openings")
    end = End(world)
    end.assess(world.student)
    end.assess(world.teacher)
    found, text = mine(world)
    (one,) = found.page.items
    assert (one.contract.id, found.finished, len(one.looks)) == (end.contract.id, 1, 2)
    assert [assessment.side for _, assessment in one.looks] == ["student", "teacher"]
    assert one.ended_on is not None
    for said in (one.targets[0].target.statement, *(a.reflection for _, a in one.looks if a.reflection)):
        assert said in text


def test_before_both_have_looked_back_nothing_of_it_is_shown(world: World) -> None:
    end = End(world)
    end.assess(world.teacher)
    (one,) = mine(world)[0].page.items
    assert one.looks == ()


def test_who_finished_nothing_gets_a_kind_word_and_what_runs(world: World) -> None:
    found, text = mine(world)
    assert (found.page.of, words_for()("journey-nothing") in text) == (0, True)
    world.agree()
    found, text = mine(world)
    assert (found.page.of, found.finished, words_for()("journey-none-finished") in text) == (1, 0, True)


def test_a_draft_or_a_proposal_is_no_part_of_it(world: World) -> None:
    proposed = world.proposed()
    save(world, life.close(proposed, "no more", world.student.user, world.now))
    assert mine(world)[0].page.of == 0


def test_pages_are_turned_and_past_the_end_is_the_oldest(world: World) -> None:
    made = []
    for _ in range(3):
        made.append(finished(world).id)
        world.later(days=1)
    pages = [world.do(journey.open_page, world.student, "USTUDENT", number) for number in (0, 1, 2, 99)]
    assert [[one.contract.id for one in page.page.items] for page in pages] == [
        [made[2]],
        [made[1]],
        [made[0]],
        [made[0]],
    ]
    looked = world.do(journey.open_contract, world.student, made[0])
    assert looked.page.number == 2


def test_it_stays_when_its_student_has_left_the_class(world: World) -> None:
    contract = finished(world)
    world.do(set_up.leave, world.student, "C1")
    assert [one.contract.id for one in mine(world)[0].page.items] == [contract.id]


def test_the_command_lists_what_is_over_beside_what_is_open(world: World) -> None:
    first = finished(world)
    world.do(changing.show_contract, world.student, "D1", "")
    assert world.kinds("USTUDENT") == ["past-contracts"]
    assert listed(world, world.student) == [str(first.id)]
    world.agree()
    world.do(changing.show_contract, world.student, "D1", "")
    assert world.kinds("USTUDENT")[1:] == ["contract-card", "past-contracts"]


def test_a_teacher_sees_the_list_of_a_student_whom_they_teach(world: World) -> None:
    first = finished(world)
    world.do(changing.show_contract, world.teacher, "D2", "USTUDENT")
    assert listed(world, world.teacher) == [str(first.id)]
    found = world.do(journey.open_contract, world.teacher, first.id)
    assert (found.name, views_of(found)[0]["title"]["text"]) == ("Ana", words_for()("journey-of-student-title"))


def test_a_long_list_is_cut_and_says_so(world: World) -> None:
    for _ in range(LISTED_MOST + 2):
        finished(world)
    world.do(changing.show_contract, world.student, "D1", "")
    assert len(listed(world, world.student)) == LISTED_MOST


def test_each_feedback_stands_with_one_contract_and_none_is_lost(world: World) -> None:
    def given(text: str) -> None:
        world.do(feedback.give_feedback, world.teacher, ["USTUDENT"], text, "It helps", "Vary openings")
        world.later(days=1)

    given("before all")
    finished(world)
    world.later(days=1)
    given("between the two")
    finished(world)
    world.later(days=1)
    given("after all")
    pages = [world.do(journey.open_page, world.student, "USTUDENT", number).page.items[0] for number in (0, 1)]
    assert [[one.seen for _, _, one in page.feedback] for page in pages] == [
        ["after all", "between the two"],
        ["before all"],
    ]


def recorded(world: World) -> list[tuple[str, str | None]]:
    with world.uow() as uow:
        return [(line.by, line.about) for line in uow.disclosures.of_kind(DisclosureKind.PAGE)]


def test_that_a_colleague_read_it_is_recorded(world: World) -> None:
    contract = finished(world)
    world.do(journey.open_contract, world.student, contract.id)
    world.do(journey.open_contract, world.teacher, contract.id)
    assert recorded(world) == []
    world.do(journey.open_contract, world.teacher2, contract.id)
    assert recorded(world) == [(world.teacher2.user, "USTUDENT")]


def of_another_class(world: World) -> Actor:
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, id=0, channel="C9", name="Biology 11"))
        uow.memberships.add(Membership(WORKSPACE, other.id, world.stranger.user, Side.TEACHER, world.now))
    return world.stranger


@pytest.mark.parametrize(
    "who",
    [
        of_another_class,
        lambda world: world.classmate,
        lambda world: world.admin,
        lambda world: Actor("T2", world.student.user),
        lambda world: Actor("T2", world.teacher.user),
    ],
)
def test_nobody_else_reads_it(world: World, who: Callable[[World], Actor]) -> None:
    contract = finished(world)
    actor = who(world)
    with pytest.raises(Refusal):
        world.do(journey.open_contract, actor, contract.id)
    if actor.workspace == WORKSPACE:
        with pytest.raises(Refusal):
            world.do(journey.open_page, actor, "USTUDENT", 0)
        assert world.do(journey.past_of, actor, "USTUDENT") == []


async def test_it_opens_from_home_by_command_and_by_a_line(world: World) -> None:
    contract = finished(world)
    assert ("journey.open", "") in buttons(shown(world, world.student))
    views = KeptViews()
    context = context_of(world, views)
    await handler.ROUTES.commands["journey"](Command(world.student, "C1", "journey", "", "t", "in:1"), context)
    for number, (action, value) in enumerate(
        [("journey.open", ""), ("journey.look", str(contract.id)), ("journey.on", "USTUDENT:0")]
    ):
        press = Press(world.student, action, value, "t", f"in:{number + 2}", "", "", "V1")
        await handler.ROUTES.presses[action](press, context)
    assert [view["callback_id"] for view in views.opened] == ["journey.show"] * 4


async def test_a_teacher_is_told_what_to_type_instead(world: World) -> None:
    with pytest.raises(Refusal, match="journey-for-students"):
        world.do(journey.open_mine, world.teacher)


@pytest.mark.parametrize("value", ["", "USTUDENT", "USTUDENT:-1", "1:USTUDENT"])
async def test_what_no_button_says_is_refused(world: World, value: str) -> None:
    with pytest.raises(Refusal):
        await handler.ROUTES.presses["journey.on"](
            Press(world.student, "journey.on", value, "t", "in:2", "", "", "V1"), context_of(world)
        )
