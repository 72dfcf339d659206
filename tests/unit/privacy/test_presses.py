"""An admin's form on Home: how long things are kept."""

from typing import Any

import pytest

from bot.activities.privacy import disclosing
from bot.domain.actor import Refusal
from bot.domain.disclosure import SETTINGS
from handlers import privacy
from handlers.inbound import Press, Submission
from sandbox.blocks.check import check_view
from storage.engine import open_engine
from tests.unit.handling import KeptViews, context_of
from tests.world import World

USUAL = dict.fromkeys(SETTINGS, "30")


@pytest.fixture
def world(sqlite_url: str) -> World:
    return World(open_engine(sqlite_url))


def press(world: World, who: str) -> Press:
    return Press(getattr(world, who), "privacy.open", "", "T", f"press:{who}", "", "")


def sent(world: World, who: str, **days: Any) -> Submission:
    return Submission(getattr(world, who), "privacy.keep", USUAL | days, "", "T", f"view:{who}:{days}")


async def test_an_admin_sees_what_stands_and_changes_it(world: World) -> None:
    views = KeptViews()
    context = context_of(world, views)
    await privacy.open_form(press(world, "admin"), context)
    assert check_view(views.opened[0]) == []
    assert await privacy.save(sent(world, "admin", contract_days=" 180 "), context) is None
    await privacy.open_form(press(world, "admin"), context)
    shown = {b["block_id"]: b["element"]["initial_value"] for b in views.opened[1]["blocks"] if b["type"] == "input"}
    assert shown == USUAL | {"contract_days": "180"}
    line = world.do(disclosing.listed, world.accord, "", 1)[0]
    assert line.by == world.admin.user
    assert line.detail["contract_days"] == "365 to 180"


@pytest.mark.parametrize("who", ["teacher", "student", "stranger"])
async def test_nobody_else_does(world: World, who: str) -> None:
    context = context_of(world)
    with pytest.raises(Refusal) as refused:
        await privacy.open_form(press(world, who), context)
    assert refused.value.key == "for-admins"
    with pytest.raises(Refusal):
        await privacy.save(sent(world, who), context)
    assert world.do(disclosing.listed, world.accord, "", 1) == []


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        *((x, "keeps-no-number") for x in ("", "a year", "-3", "1.5", "365 days", "²", "9" * 40)),
        ("0", "keeps-too-short"),
        ("99999", "keeps-too-long"),
    ],
)
async def test_what_is_no_fitting_number_is_said_under_its_field(world: World, typed: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        await privacy.save(sent(world, "admin", llm_days=typed), context_of(world))
    assert (refused.value.key, refused.value.field) == (key, "llm_days")
