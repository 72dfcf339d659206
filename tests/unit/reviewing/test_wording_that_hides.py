"""Nobody signs a text that reads otherwise than it is kept."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from bot.activities.changing import use_cases as changing
from bot.activities.help.messages import HelpBrief, RefusalSaid, refused
from bot.activities.reviewing import use_cases as reviewing
from bot.domain import contract as life
from bot.domain.actor import Refusal
from bot.domain.contract import Contract, Status
from bot.domain.terms import Terms
from bot.messages.registry import Reader
from prompts.words import words_for
from storage.repository import adapter
from storage.tables.classes import SignatureRow, VersionRow
from storage.tables.rows import table
from tests.unit.reviewing.scenes import active, amended, announced, changed, filled, now_is
from tests.world import World

HIDING = "More\u202e emit\u200b in class"
SEEN = "More emit in class"


def hide(world: World, contract: Contract) -> None:
    """Let a version say what came in before anybody looked; the signatures on it bind to that."""
    before = contract.on_the_table
    after = replace(before.terms, supports=HIDING)
    hash = after.content_hash()
    for row, values in ((VersionRow, {"terms": adapter(Terms).dump_python(after, mode="json")}), (SignatureRow, {})):
        here = table(row)
        mine = (here.c.contract == contract.id) & (here.c.number == before.number)
        with world.engine.begin() as connection:
            connection.execute(update(here).where(mine).values(content_hash=hash, **values))


def a_proposal(world: World) -> tuple[Contract, Callable[..., Any], Any]:
    return announced(world), reviewing.approve, world.teacher


def a_suggestion(world: World) -> tuple[Contract, Callable[..., Any], Any]:
    return amended(world), reviewing.sign, world.student


def a_change(world: World) -> tuple[Contract, Callable[..., Any], Any]:
    return changed(world, world.teacher), changing.sign, world.student


SCENES = [a_proposal, a_suggestion, a_change]


@pytest.mark.parametrize("scene", SCENES)
def test_it_can_not_be_signed_and_the_way_to_the_wording_is_offered(world: World, scene: Callable[..., Any]) -> None:
    contract, sign, actor = scene(world)
    hide(world, contract)
    version = contract.on_the_table.number
    with pytest.raises(Refusal, match="wording-hides") as found:
        world.do(sign, actor, contract.id, version)
    assert now_is(world, contract).status is contract.status
    notice = RefusalSaid(found.value.key, found.value.args_for_copy)
    shown = refused(
        notice,
        HelpBrief((), (), may_set_up=False, draft_waiting=False),
        Reader(actor.user, words_for(), "UTC", world.now),
    )
    buttons = [e for block in shown.blocks if block["type"] == "actions" for e in block["elements"]]
    assert buttons[0]["value"] == f"{contract.id}:{version}"


def test_opened_and_sent_as_it_is_seen_it_is_signed(world: World) -> None:
    contract = announced(world)
    hide(world, contract)
    form = world.do(reviewing.open_suggestion, world.teacher, contract.id, 1)
    after = world.do(reviewing.suggest, world.teacher, contract.id, 1, filled(form))
    assert after.on_the_table.terms.supports == SEEN
    assert world.do(reviewing.sign, world.student, contract.id, 2).status is Status.ACTIVE


def test_what_was_signed_before_stays_signed(world: World) -> None:
    contract = active(world)
    hide(world, contract)
    kept = now_is(world, contract)
    assert kept.in_force.terms.supports == HIDING
    assert kept.in_force.agreed
    assert world.do(changing.open_change, world.student, contract.id, 1).version == 1


def test_no_version_that_hides_is_ever_put_forward(world: World) -> None:
    terms = replace(world.terms(), supports=HIDING)
    with pytest.raises(Refusal, match="wording-hides"):
        life.submit(life.begin("T1", 1, "USTUDENT", world.now), terms, "USTUDENT", world.now)


def test_a_card_shows_nothing_that_hides(world: World) -> None:
    contract = announced(world)
    hide(world, contract)
    shown = json.dumps([made.blocks for _, made in world.render_all() if made is not None], ensure_ascii=False)
    assert SEEN in shown
    assert not {"\u202e", "\u200b"} & set(shown)
