"""Slack is away, over its limits or says no while a class goes about its story: nothing is lost, nothing twice."""

import asyncio
from collections import Counter
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from bot.demo.scene import School
from tests.acceptance.forging import facts, refusal
from tests.acceptance.steps import (
    CLASS,
    agree,
    check_in_due,
    everybody_has_looked,
    interview_until_summary,
    propose,
    sends,
    set_up,
)
from tests.acceptance.test_repeats import said_once

LASTING = timedelta(seconds=100)
"""Longer than the lease of an attempt whose outcome is unknown."""


class Patient(School):
    """The school, on a clock that goes on while there is trouble: what is put off gets its turn."""

    __slots__ = ()

    @classmethod
    def of(cls, scene: School) -> "Patient":
        return cls(**{f.name: getattr(scene, f.name) for f in fields(School)})

    async def quiet(self) -> None:
        for _ in range(3):
            settled = asyncio.ensure_future(super().quiet())
            while not (await asyncio.wait([settled], timeout=0.05))[0]:
                self.clock.advance(timedelta(seconds=2))
            await settled
            self.clock.advance(LASTING)
        await super().quiet()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


def heard_by_all(scene: School) -> dict[str, Counter[str | None]]:
    """The kinds of messages that everybody got."""
    people = (scene.lee, scene.bell, scene.ana)
    return {p.name: Counter(m.kind for m in p.inbox() if m.user == scene.ws.bot_user_id) for p in people}


async def _story(scene: School) -> dict[str, Counter[str | None]]:
    """Until the first reply is shared; returns what everybody heard."""
    await set_up(scene)
    await agree(scene)
    while not any(m.kind == "check-in-due" for m in scene.ana.inbox()):
        await scene.later(hours=12)
    await scene.ana.says("5 of 10 today")
    await scene.quiet()
    return heard_by_all(scene)


SAYING = ("chat.postMessage", "chat.update", "views.publish")
KINDS = ("http_500", "http_500_after", "http_503", "cut_before", "cut_after", "ratelimited", "error:internal_error")


@pytest.mark.parametrize("kind", KINDS)
async def test_the_story_goes_on_whatever_slack_answers(scene: School, path: Path, kind: str) -> None:
    for seed, method in enumerate(SAYING):
        scene.ws.faults.share(method, 0.3, kind, seed=seed)
    heard = await _story(Patient.of(scene))
    said_once(scene)
    assert heard["ana"]["contract-card"] == heard["ms_lee"]["agreed"] == 1
    assert heard["ana"]["check-in-due"] == heard["ana"]["reply-noted"] == heard["ms_lee"]["class-check-ins"] == 1
    assert heard["ms_lee"]["proposal-card"] == heard["mr_bell"]["proposal-card"] == 1
    assert len(facts(path)["reply"]) == 1
    failed = [call for call in scene.ws.calls if call.method in SAYING and not call.ok]
    assert failed or kind.endswith("_after")


@pytest.mark.parametrize("kind", ["http_500", "cut_before", "ratelimited", "error:internal_error"])
async def test_the_roster_is_read_when_slack_is_back(scene: School, kind: str) -> None:
    scene.ws.faults.next("conversations.members", 2, kind=kind)
    patient = Patient.of(scene)
    await set_up(patient)
    await scene.ana.says("hi")
    await scene.ana.sees("interview-question")


@pytest.mark.parametrize("kind", ["http_500", "cut_before", "cut_after", "ratelimited", "error:internal_error"])
async def test_who_asks_is_not_known_just_now(scene: School, kind: str) -> None:
    """Ms Lee is named in the settings: it does not need Slack to say so. Ada is an admin: it does."""
    maths = scene.ws.add_channel("maths-9", members=[scene.ada])
    scene.ws.faults.share("users.info", 1.0, kind)
    await scene.lee.types("/accord setup", in_=scene.english)
    await scene.lee.sees_modal("set_up.save")
    await scene.ada.types("/accord setup", in_=maths)
    await scene.ada.sees(refusal("who-are-you"), in_=maths)
    scene.ws.faults.clear()
    await scene.ada.types("/accord setup", in_=maths)
    await scene.ada.sees_modal("set_up.save")


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("error:expired_trigger_id", "expired"),
        ("error:exchanged_trigger_id", "expired"),
        ("error:internal_error", "could-not-open"),
        ("ratelimited", "could-not-open"),
        ("http_500", "could-not-open"),
        ("http_503", "could-not-open"),
        ("cut_before", "could-not-open"),
    ],
)
async def test_a_form_that_does_not_open_is_explained(scene: School, path: Path, kind: str, key: str) -> None:
    await set_up(scene)
    card = await propose(scene)
    before = facts(path)
    scene.ws.faults.next("views.open", kind=kind)
    await scene.lee.presses("reviewing.ask", on=card)
    answer = await scene.lee.sees("refused")
    assert refusal(key) in answer.visible_text
    assert facts(path) == before
    await scene.lee.presses("reviewing.ask", on=card)
    await scene.lee.sees_modal("reviewing.ask")


async def _milestone_asked(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("8 of 10")
    await scene.ana.sees("reply-noted")
    await scene.quiet()
    everybody_has_looked(scene)


async def test_a_shoutout_where_the_channel_is_archived_is_not_posted(scene: School) -> None:
    await _milestone_asked(scene)
    await scene.english.archive()
    await scene.quiet()
    await scene.ana.presses("celebrating.share")
    await scene.later(minutes=11)
    assert [m.kind for m in scene.english.messages() if m.kind == "shoutout-posted"] == []
    assert [c for c in scene.ws.calls if c.method == "chat.postMessage" and c.args["channel"] == scene.english.id][
        1:
    ] == []


async def test_a_shoutout_where_accord_was_removed_is_told_to_the_teachers(scene: School) -> None:
    await _milestone_asked(scene)
    await scene.english.remove_bot()
    await scene.ana.presses("celebrating.share")
    await scene.later(minutes=11)
    for teacher in (scene.lee, scene.bell):
        assert "channel-gone" in [m.kind for m in teacher.inbox()]
    assert len([c for c in scene.ws.calls if c.response.get("error") in ("not_in_channel", "channel_not_found")]) == 1


async def test_accord_is_taken_out_of_the_channel_while_the_form_is_filled_in(scene: School) -> None:
    """The roster can not be read, and the teacher hears how to go on."""
    quiet = scene.ws.add_channel("latin-13", members=[scene.lee, scene.ana], is_private=True)
    await scene.lee.types("/accord setup", in_=quiet)
    await quiet.remove_bot()
    assert await sends(scene, scene.lee, "set_up.save", **CLASS) == {}
    assert "channel-gone" in [m.kind for m in scene.lee.inbox()]


async def test_a_student_whose_direct_messages_are_refused_is_told_to_the_teachers(scene: School, path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    scene.ws.faults.next("chat.postMessage", kind="error:user_disabled")
    await scene.later(days=4, hours=17, minutes=46)
    for teacher in (scene.lee, scene.bell):
        assert [m.kind for m in teacher.inbox() if m.kind == "student-unreachable"] == ["student-unreachable"]
    assert facts(path)["contract"][0][4] == "active"
    assert len([c for c in scene.ws.calls if c.response.get("error") == "user_disabled"]) == 1


async def test_the_bot_is_away_while_people_write(scene: School, path: Path) -> None:
    """The connection breaks in the middle of the interview: what was said meanwhile is heard afterwards."""
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("1 of 9")
    for connection in list(scene.ws.sockets.connections):
        await connection.socket.close()
    await scene.ana.says("starting sentences", acked=False)
    await scene.ana.sees("2 of 9", within=20)
    assert "starting sentences" in str(facts(path)["interview"])


async def test_a_summary_survives_trouble_and_is_sent_once(scene: School, path: Path) -> None:
    """Every answer of Slack's to a post is cut off after it took effect."""
    patient = Patient.of(scene)
    await set_up(patient)
    scene.ws.faults.share("chat.postMessage", 1.0, "cut_after")
    await scene.ana.says("hi")
    await patient.quiet()
    scene.ws.faults.clear()
    summary = await interview_until_summary(patient, scene.ana)
    await scene.ana.presses("proposing.submit", on=summary)
    await patient.quiet()
    said_once(scene)
    assert len(facts(path)["contract_version"]) == 1
