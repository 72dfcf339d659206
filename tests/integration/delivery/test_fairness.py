"""Many schools at once: at the rate that Slack allows, and none of them waits for another one."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.domain.check_ins import Act
from bot.domain.outbox import Delivery, Message, Outcome, Verb
from bot.domain.spreading import AT_ONCE, SPACING
from bot.jobs.ticker import in_turns
from bot.outbox import sender as sending
from bot.outbox.pacing import Fair, Pacing, in_turn, unhurried
from tests.bench import drain
from tests.bench.due import NOW

BARELY = 1.0
"""Virtual seconds that a prompt may come after its moment: calls take time."""


def ideal(students: int) -> float:
    """When the last of so many can be asked, where nobody else is."""
    return max(0, students - AT_ONCE) * SPACING.total_seconds()


@pytest.fixture(scope="module")
def drained() -> drain.Drained:
    sizes = drain.schools(2000, 20)
    with drain.database() as engine:
        drain.fill(engine, sizes)
        return drain.drain(engine, sizes, seconds=600)


def test_everybody_is_asked_once_at_the_rate_that_slack_allows(drained: drain.Drained) -> None:
    assert dict(drained.sent) == drained.sizes
    assert drained.refused == 0
    assert drained.share >= 0.98


def test_no_school_waits_for_another_one(drained: drain.Drained) -> None:
    late = {w: drained.last[w] - ideal(n) for w, n in drained.sizes.items()}
    assert max(late.values()) <= BARELY


def test_whose_calls_hang_holds_up_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    post = drain.StrictSlack.post

    async def hang_in_the_largest(self: drain.StrictSlack, delivery: Delivery, message: Message) -> Outcome:
        if delivery.workspace == "T0":
            await asyncio.sleep(9.0)
        return await post(self, delivery, message)

    monkeypatch.setattr(drain.StrictSlack, "post", hang_in_the_largest)
    monkeypatch.setattr(sending, "MOST_IN_FLIGHT", 40)
    monkeypatch.setattr(sending, "EACH_IN_FLIGHT", 10)
    sizes = {"T0": 200, "T1": 25, "T2": 60}
    with drain.database() as engine:
        drain.fill(engine, sizes)
        drained = drain.drain(engine, sizes, seconds=600)
    assert dict(drained.sent) == sizes
    assert all(drained.last[w] <= ideal(sizes[w]) + BARELY for w in ("T1", "T2"))


def _post(workspace: str, lane: str) -> Delivery:
    return Delivery(workspace, lane, Verb.POST, "help", {}, lane, NOW, NOW)


def test_no_workspace_has_more_than_its_share_on_the_way() -> None:
    fair = Fair(unhurried(), {"T1": 2}, most=3)
    assert [fair.admits(_post("T1", f"U{n}")) for n in range(3)] == [True, False, False]
    assert [fair.may_have(w) for w in ("T1", "T2")] == [False, True]
    assert fair.admits(_post("T2", "U1"))


def test_where_posts_rest_nobody_looks_until_they_may_go() -> None:
    pacing = Pacing()
    pacing.begin(NOW)
    fair = Fair(pacing, {}, most=100)
    while fair.admits(_post("T1", f"U{pacing.next_free()}{len(pacing._buckets)}")):
        assert fair.may_have("T1")
    assert not fair.may_have("T1")
    pacing.begin(NOW + timedelta(seconds=1))
    assert fair.may_have("T1")


def test_turns_go_round() -> None:
    assert in_turn(["T3", "T1", "T2"], "") == ["T1", "T2", "T3"]
    assert in_turn(["T3", "T1", "T2"], "T1") == ["T2", "T3", "T1"]
    assert in_turn(["T3", "T1"], "T9") == ["T1", "T3"]
    assert in_turn([], "T1") == []


def test_what_is_looked_at_one_by_one_goes_round_too() -> None:
    many = [("T1", n, Act.GIVE_UP) for n in range(3)] + [("T2", 9, Act.PUT_OFF)]
    assert list(in_turns(many)) == [many[0], many[3], many[1], many[2]]
    assert list(in_turns([])) == []


def test_one_large_workspace_keeps_a_small_one_waiting_for_no_turn(engine: Engine) -> None:
    """On both databases: the prompts of a moment are laid out beside each other."""
    from bot.activities.checking_in.prompting import ask_due
    from storage.queries.due import agendas
    from storage.queries.sending import sendings

    drain.fill(engine, {"T1": 300, "T2": 10})
    with agendas(engine)() as agenda:
        assert ask_due(agenda, NOW, 1000)[0] == 310
    pacing = Pacing()
    pacing.begin(NOW)
    with sendings(engine)() as outbox:
        look = outbox.look(NOW)
        taken = outbox.claim("me", NOW, 1000, timedelta(seconds=90), pacing, look.workspaces)
    assert sum(d.workspace == "T1" for d in taken) == AT_ONCE
    assert sum(d.workspace == "T2" for d in taken) == 10
    assert look.next_due == NOW + SPACING
