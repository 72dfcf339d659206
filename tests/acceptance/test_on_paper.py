"""A student without an account over the real protocol: from the first word to the look back, on paper and typed in."""

import sqlite3
from pathlib import Path

import pytest

from bot.demo.scene import School
from bot.domain.paper import MARK
from tests.acceptance.forging import facts, refusal
from tests.acceptance.steps import everybody_has_looked, sends, set_up

NAME = "Mo Reed (on paper)"
TERMS = {
    "t0_statement": "Vary sentence openings in my next three essays",
    "t0_unit": "varied openings of 10",
    "t0_baseline": "2",
    "t0_goal": "8",
    "t0_strategies": "Read each paragraph aloud",
    "t0_student_criteria": "At most two openings are alike",
    "ends_on": "2027-03-12",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


def readers(path: Path) -> str:
    """For whom anything was ever queued, and where."""
    with sqlite3.connect(path) as database:
        return str(database.execute("SELECT DISTINCT lane, reader FROM outbox").fetchall())


async def enters(scene: School) -> None:
    """Ms Lee enters Mo, who is 16."""
    await scene.lee.opens_home()
    home = await scene.lee.sees_home("English 11")
    await scene.lee.presses("paper.open", on=home)
    errors = await sends(scene, scene.lee, "paper.open", name="Mo Reed")
    assert errors == {"of_age": refusal("paper-of-age")}
    assert await sends(scene, scene.lee, "paper.open", name="Mo Reed", of_age=["yes"]) == {}
    await scene.lee.sees("paper-person")


async def test_a_contract_on_paper_from_its_first_word_to_its_end(scene: School, path: Path) -> None:
    await set_up(scene)
    await enters(scene)
    await scene.lee.presses("paper.write")
    assert await sends(scene, scene.lee, "paper.write", **TERMS) == {}
    card = await scene.lee.sees("paper-contract")
    assert NAME in card.visible_text
    await scene.lee.presses("paper.print")
    await scene.quiet()
    await scene.lee.sees("Here is the contract with Mo Reed")
    await scene.lee.presses("paper.sign", on=card)
    await scene.lee.sees_update(card, "Signed on paper")
    everybody_has_looked(scene)
    await scene.later(days=4, hours=17, minutes=46)
    due = await scene.lee.sees("class-check-ins")
    assert NAME in due.visible_text
    await scene.lee.presses("paper.type", on=due)
    unwell = {"worked": "I want to kill myself"}
    assert await sends(scene, scene.lee, "paper.type", **unwell) == {"worked": refusal("care-for-lead")}
    assert await sends(scene, scene.lee, "paper.type", **{"value-0": "5", "worked": "Reading aloud"}) == {}
    await scene.lee.sees_update(due, "Reading aloud")
    await scene.later(days=55)
    await scene.quiet()
    await scene.lee.presses("paper.look_back", on=scene.lee.inbox()[-1])
    assert await sends(scene, scene.lee, "paper.look_back", **{"rating-0": "3", "reflection": "Aloud again"}) == {}
    await scene.quiet()
    assert facts(path)["care_alert"] == []
    assert MARK not in readers(path)
    for other in (scene.ana, scene.ben, scene.mia):
        other.sees_nothing_more(in_=scene.english)
        assert not any("paper" in str(m.kind) for m in other.inbox())


async def test_a_student_finds_no_way_in(scene: School) -> None:
    await set_up(scene)
    await enters(scene)
    await scene.ana.opens_home()
    home = await scene.ana.sees_home("English 11")
    assert "paper.open" not in str(home)
