"""Somebody is not well, over the whole of Accord: who is told, when, what is said about it, and what stays nowhere."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.demo.scene import School
from prompts.words import words_for
from sandbox.people import Person
from sandbox.seeing import Message
from tests.acceptance.forging import facts, forges_press
from tests.acceptance.steps import agree, check_in_due, everybody_has_looked, sends, set_up
from tests.acceptance.test_trouble import Patient

HURT = "i want to kill myself zebra"
FORM = {"way": "at-once", "helpers": "Helpline 116 111", "emergency": "112", "minutes": "60"}
words = words_for()


@dataclass(frozen=True, slots=True)
class Cared:
    """The class, and two people who teach nobody in it."""

    scene: School
    ito: Person
    poe: Person
    path: Path

    async def decides(self, **changed: object) -> None:
        """Ada says on Home who is told."""
        await self.scene.ada.opens_home()
        await self.scene.quiet()
        await self.scene.ada.presses("care.open")
        chosen = FORM | {"contact_1": self.ito, "contact_2": self.poe} | changed
        assert await sends(self.scene, self.scene.ada, "care.save", **chosen) == {}

    async def writes(self, text: str = HURT) -> str:
        """Ana writes to Accord."""
        ts = await self.scene.ana.says(text)
        await self.scene.quiet()
        return ts

    async def presses(self, who: Person, action: str, kind: str) -> None:
        await who.presses(action, on=newest(who, kind))
        await self.scene.quiet()

    def stored(self, word: bytes = b"zebra") -> int:
        """How often a word stands in the bytes of the database and of its log."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        return sum(file.read_bytes().count(word) for file in files if file.exists())


def newest(who: Person, kind: str) -> Message:
    return [m for m in who.inbox() if m.kind == kind][-1]


def kinds(who: Person) -> list[str | None]:
    return [m.kind for m in who.inbox() if m.kind is not None]


def says(message: Message, key: str, **args: str) -> bool:
    return words(key, **args) in message.visible_text


@pytest.fixture
async def cared(scene: School, tmp_path: Path) -> Cared:
    ito, poe = scene.ws.add_person("ito", "Mr Ito"), scene.ws.add_person("poe", "Ms Poe")
    await set_up(scene)
    return Cared(scene, ito, poe, tmp_path / "accord.db")


async def test_the_first_is_told_at_once_and_the_answer_says_so_when_slack_took_it(cared: Cared) -> None:
    await cared.decides()
    await cared.writes()
    answer = newest(cared.scene.ana, "care-answer")
    assert says(answer, "care-told", person="Mr Ito", time="15:00")
    assert says(answer, "care-emergency", number="112")
    assert "Helpline 116 111" in answer.visible_text
    alert = newest(cared.ito, "care-alerted")
    assert "Ana Horvat" in alert.visible_text
    assert "English 11" in alert.visible_text
    assert "kill" not in str(alert.blocks)
    assert kinds(cared.poe) == []


async def test_nobody_takes_it_and_an_hour_later_the_next_one_is_told(cared: Cared) -> None:
    await cared.decides()
    await cared.writes()
    await cared.scene.later(minutes=59)
    assert kinds(cared.poe) == []
    await cared.scene.later(minutes=1)
    assert kinds(cared.poe) == ["care-alerted"]
    assert says(newest(cared.scene.ana, "care-answer"), "care-told", person="Ms Poe", time="16:00")
    await cared.presses(cared.poe, "care.take", "care-alerted")
    assert "Ms Poe has this" in newest(cared.ito, "care-alerted").visible_text
    assert says(newest(cared.scene.ana, "care-answer"), "care-taken", person="Ms Poe", time="16:00")


async def test_somebody_took_it_and_nobody_else_is_told(cared: Cared) -> None:
    await cared.decides()
    await cared.writes()
    await cared.presses(cared.ito, "care.take", "care-alerted")
    await cared.scene.later(hours=12)
    assert kinds(cared.poe) == []


async def test_slack_refuses_the_first_and_the_next_is_told_and_both_is_said(cared: Cared) -> None:
    await cared.decides()
    await cared.ito.is_deactivated()
    await cared.scene.quiet()
    with sqlite3.connect(cared.path) as database:  # as if Slack had not told us yet
        database.execute("UPDATE person SET is_active = 1")
    await cared.writes()
    answer = newest(cared.scene.ana, "care-answer")
    assert says(answer, "care-unreached", person="Mr Ito")
    assert says(answer, "care-told", person="Ms Poe", time="15:00")
    assert "student-unreachable" not in kinds(cared.scene.lee)


async def test_at_night_it_says_that_it_may_be_read_only_in_the_morning(cared: Cared) -> None:
    await cared.decides()
    await cared.scene.later(hours=7)
    await cared.writes()
    assert kinds(cared.ito) == ["care-alerted"]
    assert says(newest(cared.scene.ana, "care-answer"), "care-night")


async def test_the_student_decides(cared: Cared) -> None:
    await cared.decides(way="student")
    await cared.writes()
    assert says(newest(cared.scene.ana, "care-answer"), "care-nobody")
    await cared.scene.later(hours=12)
    assert (kinds(cared.ito), kinds(cared.poe)) == ([], [])
    await cared.presses(cared.scene.ana, "care.tell.1", "care-answer")
    assert (kinds(cared.ito), kinds(cared.poe)) == ([], ["care-alerted"])
    assert says(newest(cared.scene.ana, "care-answer"), "care-told", person="Ms Poe", time="03:00")


class TestTheWords:
    async def test_stand_nowhere_until_they_are_shared_and_nowhere_after_that(self, cared: Cared) -> None:
        await cared.decides()
        await agree(cared.scene)
        await check_in_due(cared.scene)
        await cared.writes()
        assert cared.stored() == 0
        await cared.presses(cared.scene.ana, "care.share", "care-answer")
        assert "zebra" in newest(cared.ito, "care-words").visible_text
        assert [k for k in kinds(cared.poe) if k == "care-words"] == []
        at = cared.scene.clock.now().strftime("%H:%M")
        assert says(newest(cared.scene.ana, "care-answer"), "care-words-passed", person="Mr Ito", time=at)
        assert cared.stored() == 0

    async def test_of_a_message_that_is_gone_nobody_gets_anything_and_that_is_said(self, cared: Cared) -> None:
        await cared.decides()
        ts = await cared.writes()
        await cared.scene.ana.deletes(ts)
        await cared.scene.quiet()
        await cared.presses(cared.scene.ana, "care.share", "care-answer")
        assert "care-words" not in kinds(cared.ito)
        assert says(newest(cared.scene.ana, "care-answer"), "care-words-gone")

    @pytest.mark.parametrize("kind", ["http_500", "ratelimited", "cut_before", "error:internal_error"])
    async def test_are_read_when_slack_is_back(self, cared: Cared, kind: str) -> None:
        await cared.decides()
        await cared.writes()
        cared.scene.ws.faults.next("conversations.history", kind=kind)
        await cared.scene.ana.presses("care.share", on=newest(cared.scene.ana, "care-answer"))
        await Patient.of(cared.scene).quiet()
        assert [m.visible_text for m in cared.ito.inbox() if "zebra" in m.visible_text] != []


async def test_the_check_in_is_set_aside_and_the_teacher_sees_nothing_of_it(cared: Cared) -> None:
    await cared.decides()
    await agree(cared.scene)
    await check_in_due(cared.scene)
    heard = {p.name: kinds(p) for p in (cared.scene.lee, cared.scene.bell)}
    await cared.writes()
    await cared.scene.later(days=3)
    assert {p.name: kinds(p) for p in (cared.scene.lee, cared.scene.bell)} == heard
    assert [row for row in facts(cared.path)["check_in"] if "excused" in row] != []
    assert "left out" in (await cared.scene.lee.sees_home("left out")).text
    assert facts(cared.path)["reply"] == []


async def test_going_on_asks_again_and_whoever_was_told_hears_it(cared: Cared) -> None:
    await cared.decides()
    await cared.scene.ana.says("hi")
    await cared.scene.quiet()
    await cared.writes()
    await cared.presses(cared.scene.ana, "care.go_on", "care-answer")
    assert kinds(cared.scene.ana)[-1] == "interview-question"
    assert kinds(cared.ito) == ["care-alerted", "care-update"]
    await cared.writes("Starting sentences")
    assert "Starting sentences" in str(facts(cared.path)["interview"])


async def test_what_meant_something_else_does_not_stop_her_again(cared: Cared) -> None:
    await cared.decides()
    await cared.scene.ana.says("hi")
    await cared.scene.quiet()
    await cared.writes()
    await cared.presses(cared.scene.ana, "care.meant_else", "care-answer")
    await cared.writes()
    assert kinds(cared.scene.ana).count("care-answer") == 1
    assert kinds(cared.scene.ana)[-1] == "interview-question"


async def test_a_form_is_not_taken_and_nothing_of_it_is_stored(cared: Cared) -> None:
    await cared.decides()
    await agree(cared.scene)
    due = await check_in_due(cared.scene)
    await cared.scene.ana.presses("checking_in.log", on=due)
    await cared.scene.ana.sees_modal("checking_in.log")
    await cared.scene.ana.fills({"worked": HURT})
    assert await cared.scene.ana.submits() == {}
    await cared.scene.quiet()
    assert kinds(cared.scene.ana)[-1] == "care-answer"
    assert "care.share" not in str(newest(cared.scene.ana, "care-answer").blocks)
    assert (facts(cared.path)["reply"], cared.stored()) == ([], 0)


async def test_a_teachers_feedback_is_for_the_lead_and_can_be_sent_without_it(cared: Cared) -> None:
    await cared.decides()
    everybody_has_looked(cared.scene)
    await cared.scene.lee.types("/accord feedback @ana", in_=cared.scene.english)
    written = {
        "seen": "Good ideas",
        "matters": "She told me she wants to kill herself zebra",
        "next_step": "Read aloud",
    }
    errors = await sends(cared.scene, cared.scene.lee, "feedback.give", **written)
    assert errors == {"matters": words("refusal-care-for-lead")}
    assert (kinds(cared.ito), cared.stored(), facts(cared.path)["feedback"]) == ([], 0, [])
    assert await sends(cared.scene, cared.scene.lee, "feedback.give", **(written | {"matters": "It reads well"})) == {}
    assert len(facts(cared.path)["feedback"]) == 1


async def test_a_command_is_answered_where_nobody_else_reads_it(cared: Cared) -> None:
    await cared.decides()
    await cared.scene.ana.types(f"/accord start {HURT}", in_=cared.scene.english)
    await cared.scene.quiet()
    assert kinds(cared.scene.ana)[-1] == "care-answer"
    assert [m.kind for m in cared.scene.english.messages() if m.kind and m.kind.startswith("care")] in (
        [],
        ["care-elsewhere"],
    )
    assert cared.stored() == 0


async def test_nobody_presses_what_is_not_theirs(cared: Cared) -> None:
    """A button's value is a claim."""
    await cared.decides()
    await cared.writes()
    before = facts(cared.path)
    alert = newest(cared.ito, "care-alerted")
    for who in (cared.scene.ben, cared.scene.lee, cared.poe):
        for action in ("care.take", "care.share", "care.meant_else", "care.go_on"):
            await forges_press(cared.scene, who, alert, "care.take", action_id=action)
    await forges_press(cared.scene, cared.ito, alert, "care.take", value="x")
    assert facts(cared.path) == before


async def test_a_guest_and_somebody_of_another_organisation_are_no_contacts(cared: Cared) -> None:
    guest, stranger = cared.scene.ws.add_person("gus", "Gus"), cared.scene.ws.add_person("sue", "Sue")
    guest.user.is_guest, stranger.user.team = True, "T0ELSEWHERE"
    await cared.scene.ada.opens_home()
    await cared.scene.quiet()
    await cared.scene.ada.presses("care.open")
    chosen = FORM | {"contact_1": guest, "contact_2": stranger}
    errors = await sends(cared.scene, cared.scene.ada, "care.save", **chosen)
    assert errors == dict.fromkeys(("contact_1", "contact_2"), words("refusal-care-guest"))
