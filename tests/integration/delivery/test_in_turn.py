"""Errands of one person have a turn: each is begun when the one before is done or given up; on both databases."""

import asyncio

from bot.domain.outbox import Errand
from bot.jobs.errands import LONGEST_WAIT, MOST_ATTEMPTS
from tests.integration.delivery.bureau import Bureau
from tests.integration.delivery.office import Office


async def test_what_one_person_waits_for_is_done_in_its_order(office: Office) -> None:
    bureau, begun, go_on = Bureau(office), asyncio.Queue[str](), asyncio.Event()
    for user, text in (("U1", "first"), ("U1", "second"), ("U2", "of another")):
        bureau.ask_in_turn(user, text)

    async def hear(errand: Errand) -> None:
        begun.put_nowait(errand.args["text"])
        await go_on.wait()

    async with bureau.working(hear) as errands:
        assert {await begun.get(), await begun.get()} == {"first", "of another"}
        assert begun.empty()
        go_on.set()
        assert await begun.get() == "second"
        await errands.idle()


async def test_what_fails_holds_up_what_comes_after_it_until_it_is_given_up(office: Office) -> None:
    bureau, heard = Bureau(office), list[str]()
    first, second = bureau.ask_in_turn("U1", "first"), bureau.ask_in_turn("U1", "second")

    async def hear(errand: Errand) -> None:
        if errand.args["text"] == "first":
            raise ValueError("broken")
        heard.append(errand.args["text"])

    for _ in range(MOST_ATTEMPTS):
        assert heard == []
        await bureau.do_all(hear)
        office.clock.advance(LONGEST_WAIT)
    assert heard == ["second"]
    assert bureau.row(first).error == "ValueError"
    assert bureau.row(first).args == {"user": "U1", "text": "first"}
    assert bureau.row(second).args == {}
