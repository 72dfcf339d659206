"""From a press or a form to what is stored: claims are checked, repeats are done once, errors stand under fields."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.activities.contract.terms_form import CHOSEN, TermsPart, chooser
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Membership
from bot.domain.contract import Status
from bot.domain.terms import changes
from bot.runner import Repeated
from handlers import changing, reviewing
from handlers.context import claim
from handlers.inbound import Command, Press, Submission
from sandbox.blocks.check import check_view
from tests.unit.contract.forms import untouched
from tests.unit.handling import KeptViews, context_of
from tests.unit.reviewing.scenes import active, amended, announced, changed, now_is
from tests.world import World

PRESSES = {**reviewing.ROUTES.presses, **changing.ROUTES.presses}
FORMS = {**reviewing.ROUTES.forms, **changing.ROUTES.forms}

FORGED = ["", "1", "1:", ":1", "x:1", "1:x", "-1:1", "1:1:1", "1.0:1", "١:١", "9" * 30 + ":1", "1:1 ", "{}"]


def press(actor: Actor, action: str, value: str, incoming: str = "press:1") -> Press:
    return Press(actor, action, value, "t1", incoming, "D1", "1.1")


def submission(
    actor: Actor, callback: str, metadata: str, values: Mapping[str, Any], incoming: str = "view:1"
) -> Submission:
    return Submission(actor, callback, values, metadata, "t1", incoming)


def command(actor: Actor, word: str, rest: str = "") -> Command:
    return Command(actor, "D1", word, rest, "t1", "command:1")


@pytest.mark.parametrize("value", FORGED)
def test_a_claim_that_is_none_is_an_old_button(value: str) -> None:
    with pytest.raises(Refusal, match="old-button"):
        claim(value)


@pytest.mark.parametrize("action", list(PRESSES))
async def test_a_forged_press_changes_nothing(world: World, action: str) -> None:
    views = KeptViews()
    for actor in (world.teacher, world.student):
        for value in ("", "1", "a:b", "999999:1"):
            with pytest.raises(Refusal):
                await PRESSES[action](press(actor, action, value), context_of(world, views))
    assert views.opened == []
    assert world.deliveries() == []


@pytest.mark.parametrize("callback", list(FORMS))
async def test_a_forged_form_changes_nothing(world: World, callback: str) -> None:
    for actor in (world.teacher, world.student):
        for metadata in ("", "1", "a:b", "999999:1"):
            with pytest.raises(Refusal):
                await FORMS[callback](submission(actor, callback, metadata, {"text": "x"}), context_of(world))
    assert world.deliveries() == []


async def test_a_press_that_slack_repeats_is_done_once(world: World) -> None:
    contract = announced(world)
    context = context_of(world)
    once = press(world.teacher, "reviewing.approve", f"{contract.id}:1")
    await reviewing.approve(once, context)
    said = len(world.deliveries())
    with pytest.raises(Repeated):
        await reviewing.approve(once, context)
    assert len(world.deliveries()) == said
    assert now_is(world, contract).status is Status.ACTIVE


async def test_the_button_of_the_help_shows_the_contract_in_the_direct_messages(world: World) -> None:
    contract = active(world)
    for channel in ("D1", ""):
        asked = replace(press(world.student, "changing.show", "", f"press:{channel}"), channel=channel)
        await changing.show_mine(asked, context_of(world))
        assert world.said(world.student.user)[-1] == ("contract-card", {"contract": contract.id})


TEXT_FORMS = [
    ("reviewing.ask", announced, "teacher", Status.QUESTIONED),
    ("reviewing.redirect", announced, "teacher", Status.DRAFTING),
    ("reviewing.wonder", amended, "student", Status.AMENDED),
    ("changing.close", active, "student", Status.CLOSED),
    ("changing.close", active, "teacher", Status.CLOSED),
    ("changing.decline", lambda w: changed(w, w.student), "teacher", Status.ACTIVE),
]


@pytest.mark.parametrize(("action", "scene", "who", "after"), TEXT_FORMS)
async def test_a_button_opens_its_form_and_the_form_does_it(
    world: World, action: str, scene: Any, who: str, after: Status
) -> None:
    contract = scene(world)
    actor: Actor = getattr(world, who)
    views = KeptViews()
    context = context_of(world, views)
    await PRESSES[action](press(actor, action, f"{contract.id}:{contract.on_the_table.number}"), context)
    (view,) = views.opened
    assert check_view(view) == []
    assert view["callback_id"] == action
    sent = submission(actor, action, view["private_metadata"], {"text": "Because of the essays"})
    await FORMS[action](sent, context)
    assert now_is(world, contract).status is after
    with world.uow() as uow:
        assert uow.contracts.history(contract.id)[-1].detail == {"text": "Because of the essays"}


async def test_a_question_and_its_answer_through_the_forms(world: World) -> None:
    contract = announced(world)
    views = KeptViews()
    context = context_of(world, views)
    asked = submission(world.teacher, "reviewing.ask", f"{contract.id}:1", {"text": "Which?"})
    await reviewing.ask(asked, context)
    await PRESSES["reviewing.answer"](press(world.student, "reviewing.answer", f"{contract.id}:1"), context)
    (view,) = views.opened
    assert check_view(view) == []
    sent = submission(world.student, "reviewing.answer", view["private_metadata"], {"text": "These"}, "view:2")
    await reviewing.answer(sent, context)
    assert now_is(world, contract).status is Status.PROPOSED


@pytest.mark.parametrize(
    ("action", "callback", "scene", "who", "after"),
    [
        ("reviewing.suggest", "reviewing.suggest", announced, "teacher", Status.AMENDED),
        ("reviewing.counter", "reviewing.counter", amended, "student", Status.PROPOSED),
        ("changing.open", "changing.propose", active, "student", Status.RENEGOTIATING),
        ("changing.open", "changing.propose", active, "teacher", Status.RENEGOTIATING),
    ],
)
async def test_the_terms_are_rewritten_through_the_form(
    world: World, action: str, callback: str, scene: Any, who: str, after: Status
) -> None:
    """The one that an earlier version opened at once, with everything in it, and that a teacher may still have open."""
    contract = scene(world)
    actor: Actor = getattr(world, who)
    context = context_of(world)
    view = await _part(world, actor, action, callback, contract, TermsPart.ALL)
    assert view["callback_id"] == callback
    shown = untouched(view)
    values: dict[str, Any] = {**shown.texts, "check_in_days": list(shown.days or ()), "t0_goal": "31 February"}
    with pytest.raises(Refusal) as refused:
        await FORMS[callback](submission(actor, callback, view["private_metadata"], values), context)
    assert refused.value.field == "t0_goal"
    values["t0_goal"] = "7"
    await FORMS[callback](submission(actor, callback, view["private_metadata"], values), context)
    assert now_is(world, contract).status is after


async def _part(world: World, actor: Actor, action: str, callback: str, contract: Any, part: str) -> Any:
    """The form of one part, behind the question which part it is."""
    views = KeptViews()
    await PRESSES[action](
        press(actor, action, f"{contract.id}:{contract.on_the_table.number}"), context_of(world, views)
    )
    (asked,) = views.opened
    assert check_view(asked) == []
    assert asked["callback_id"] == chooser(callback)
    chosen = submission(actor, chooser(callback), asked["private_metadata"], {CHOSEN: part}, "view:0")
    answer = await FORMS[chooser(callback)](chosen, context_of(world))
    assert answer is not None
    assert answer.view is not None
    assert check_view(dict(answer.view)) == []
    return answer.view


OTHERS: dict[TermsPart, dict[str, Any]] = {
    TermsPart.PRACTICE: {"t0_strategies": "Read aloud on Tuesdays"},
    TermsPart.NUMBERS: {"t0_goal": "7"},
    TermsPart.DATES: {"ends_on": "2027-03-19"},
    TermsPart.CRITERIA: {"t0_evidence_words": "My three essays"},
    TermsPart.ASSESSMENT: {"t0_assessed_by": ["teacher", "outside"]},
    TermsPart.HELP: {"supports": "A list of openings"},
}


@pytest.mark.parametrize("part", list(OTHERS))
@pytest.mark.parametrize(
    ("action", "callback", "scene", "who"),
    [
        ("reviewing.suggest", "reviewing.suggest", announced, "teacher"),
        ("reviewing.counter", "reviewing.counter", amended, "student"),
        ("changing.open", "changing.propose", active, "student"),
    ],
)
async def test_a_part_is_changed_alone_and_the_rest_stays(
    world: World, action: str, callback: str, scene: Any, who: str, part: TermsPart
) -> None:
    contract = scene(world)
    actor: Actor = getattr(world, who)
    before = contract.on_the_table.terms
    view = await _part(world, actor, action, callback, contract, part)
    shown = untouched(view)
    everything = await _part(world, actor, action, callback, contract, TermsPart.ALL)
    assert set(shown.texts) < set(untouched(everything).texts)
    days = {} if shown.days is None else {"check_in_days": list(shown.days)}
    sent = submission(actor, callback, view["private_metadata"], {**shown.texts, **days, **OTHERS[part]})
    await FORMS[callback](sent, context_of(world))
    after = now_is(world, contract).on_the_table.terms
    assert {change.field for change in changes(before, after)} == {name.removeprefix("t0_") for name in OTHERS[part]}


async def test_a_part_that_there_is_not_opens_nothing(world: World) -> None:
    contract = announced(world)
    sent = submission(world.teacher, chooser("reviewing.suggest"), f"{contract.id}:1", {CHOSEN: "grades"})
    with pytest.raises(Refusal, match="old-button"):
        await FORMS[chooser("reviewing.suggest")](sent, context_of(world))


async def test_an_empty_submission_names_the_first_field(world: World) -> None:
    contract = announced(world)
    with pytest.raises(Refusal) as refused:
        await reviewing.suggest(
            submission(world.teacher, "reviewing.suggest", f"{contract.id}:1", {"t0_statement": None}),
            context_of(world),
        )
    assert refused.value.field == "t0_statement"


async def test_the_commands_show_and_change(world: World) -> None:
    contract = active(world)
    views = KeptViews()
    context = context_of(world, views)
    await changing.show(command(world.student, "contract"), context)
    assert world.said(world.student.user)[-1] == ("contract-card", {"contract": contract.id})
    await changing.change(command(world.student, "change"), context)
    await changing.change(command(world.teacher, "change", f"<@{world.student.user}|ana>"), context)
    assert [v["private_metadata"] for v in views.opened] == [f"{contract.id}:1"] * 2
    assert all(check_view(v) == [] for v in views.opened)


async def test_where_several_contracts_could_be_meant_they_are_shown(world: World) -> None:
    contract = active(world)
    with world.uow() as uow:
        other = uow.classrooms.add(replace(world.classroom, channel="C2", id=0))
        uow.memberships.add(Membership("T1", other.id, world.student.user, Side.STUDENT, world.now))
        twin = uow.contracts.add(replace(contract, id=0, revision=0, classroom=other.id))
    views = KeptViews()
    await changing.change(command(world.student, "change"), context_of(world, views))
    assert views.opened == []
    shown = [args["contract"] for kind, args in world.said(world.student.user) if kind == "contract-card"]
    assert shown[-2:] == [contract.id, twin.id]
