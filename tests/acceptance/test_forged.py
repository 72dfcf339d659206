"""What comes back from a button or a form is a claim: forged, outdated, pressed by somebody else, pressed twice."""

import re
from pathlib import Path

import pytest

from bot.demo.scene import School
from handlers import router
from prompts.words import words_for
from sandbox.people import Person
from sandbox.seeing import Message
from tests.acceptance.forging import facts, forges_form, forges_press, refusal
from tests.acceptance.steps import agree, check_in_due, everybody_has_looked, propose, sends, set_up

words = words_for()

PRESSES = sorted(action for r in router.ALL for action in r.presses if not re.search(r"\.[1-9]", action))
FORMS = sorted(callback for r in router.ALL for callback in r.forms)
CLAIMS = ("1", "1:1", "1:1:hardest", "x" * 2000)
THEIR_OWN = {"exchanging.stuck"}
"""What whoever learns in a class may send at any time: there is nothing in it to forge."""
FIELDS = {"text": "me too", "student": "U1", "seen": "a", "matters": "b", "next_step": "c", "value-0": "5"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


async def refused(scene: School, who: Person, key: str, **args: str | int) -> None:
    """The newest thing that they read is this refusal, and nothing else came."""
    answer = await who.sees(refusal(key, **args))
    assert answer.kind == "refused"
    who.sees_nothing_more()


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("999999:1", "no-such-contract"),
        ("999999999999999999:1", "no-such-contract"),
        ("1:99", "old-button"),
        ("1:0", "old-button"),
        ("1", "old-button"),
        ("", "old-button"),
        ("one:two", "old-button"),
        ("1:1:1", "old-button"),
        ("9" * 30 + ":1", "old-button"),
        ("٣:١", "old-button"),
    ],
)
async def test_a_forged_contract_or_version_signs_nothing(scene: School, path: Path, value: str, key: str) -> None:
    await set_up(scene)
    card = await propose(scene)
    scene.lee.skips()
    before = facts(path)
    await forges_press(scene, scene.lee, card, "reviewing.approve", value=value)
    await refused(scene, scene.lee, key)
    assert facts(path) == before


async def test_an_unknown_action_is_an_old_button(scene: School, path: Path) -> None:
    await set_up(scene)
    card = await propose(scene)
    before = facts(path)
    await forges_press(scene, scene.lee, card, "reviewing.approve", action_id="reviewing.obliterate")
    await refused(scene, scene.lee, "old-button")
    assert facts(path) == before


async def test_a_student_who_presses_a_teachers_buttons_signs_nothing(scene: School, path: Path) -> None:
    await set_up(scene)
    card = await propose(scene)
    everybody_has_looked(scene)
    before = facts(path)
    for student in (scene.ana, scene.ben):
        for action in ("reviewing.approve", "reviewing.ask", "reviewing.suggest", "reviewing.redirect"):
            await forges_press(scene, student, card, action)
            await refused(scene, student, "for-teachers")
    assert facts(path) == before
    assert scene.ana.modal is None


async def test_a_teacher_who_presses_a_students_buttons_signs_nothing(scene: School, path: Path) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.suggest")
    assert await sends(scene, scene.lee, "reviewing.suggest", t0_goal="9") == {}
    amendment = await scene.ana.sees("amendment-card")
    everybody_has_looked(scene)
    before = facts(path)
    for action in ("reviewing.sign", "reviewing.counter", "reviewing.wonder"):
        await forges_press(scene, scene.lee, amendment, action)
        await refused(scene, scene.lee, "no-such-contract")
    assert facts(path) == before


async def test_a_teacher_of_another_class_decides_nothing(scene: School, path: Path) -> None:
    await set_up(scene)
    doe = scene.ws.add_person("mx_doe", "Mx Doe", is_admin=True)
    maths = scene.ws.add_channel("maths-9", members=[doe, scene.ben])
    await doe.types("/accord setup", in_=maths)
    assert await sends(scene, doe, "set_up.save", name="Maths 9", term_ends_on="2027-06-25") == {}
    card = await propose(scene)
    doe.skips()
    before = facts(path)
    for action in ("reviewing.approve", "reviewing.ask", "reviewing.suggest", "reviewing.redirect"):
        await forges_press(scene, doe, card, action)
        await refused(scene, doe, "not-in-this-class")
    for form in ("reviewing.ask", "reviewing.redirect", "reviewing.suggest"):
        told = await forges_form(scene, doe, form, "1:1", {"text": "Mine"})
        assert told == {"text": words("refused-form", why=refusal("not-in-this-class"))}
    assert facts(path) == before


async def test_an_outdated_version_is_not_signed(scene: School, path: Path) -> None:
    await set_up(scene)
    first = await propose(scene)
    await scene.lee.presses("reviewing.suggest", on=first)
    assert await sends(scene, scene.lee, "reviewing.suggest", t0_goal="10") == {}
    await scene.ana.presses("reviewing.counter")
    assert await sends(scene, scene.ana, "reviewing.counter", t0_goal="9") == {}
    everybody_has_looked(scene)
    before = facts(path)
    await scene.lee.presses("reviewing.approve", on=first)
    await scene.quiet()
    await refused(scene, scene.lee, "newer-version", version=3)
    assert facts(path) == before


@pytest.mark.parametrize("who", ["stranger", "ben", "bell"])
async def test_no_forged_press_changes_anything(scene: School, path: Path, who: str) -> None:
    """Whoever they are, whatever they claim: nobody acts on what is not theirs. Each gets one answer."""
    await set_up(scene)
    card = await propose(scene)
    await scene.bell.sees("proposal-card")
    person = scene.ws.add_person("sly", "Sly Stranger") if who == "stranger" else getattr(scene, who)
    # Mr Bell teaches the class: he may sign, begin a lesson, and ask the class. Ben learns in it: he may begin a draft,
    # and ask for a talk.
    taught = {"reviewing.approve", "lesson.begin.0", "inventory.ask.0"}
    theirs = {"bell": taught, "ben": {"proposing.start_in.0", "talking.ask"}}.get(who, set())
    everybody_has_looked(scene)
    before, told = facts(path), len(person.inbox())
    for action in sorted(set(PRESSES) - theirs):
        forged = [{"action_id": action, "value": value} for value in CLAIMS]
        await person.does(*(forges_press(scene, person, card, "reviewing.approve", **f) for f in forged))
        _close(scene, person)
    assert facts(path) == before
    assert len(person.inbox()) > told
    for other in {scene.lee, scene.ana} - {person}:
        other.sees_nothing_more()


@pytest.mark.parametrize("who", ["stranger", "ben"])
async def test_no_forged_form_changes_anything(scene: School, path: Path, who: str) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    person = scene.ws.add_person("sly", "Sly Stranger") if who == "stranger" else scene.ben
    everybody_has_looked(scene)
    before = facts(path)
    for callback in sorted(set(FORMS) - THEIR_OWN):
        claims = (*CLAIMS, "", scene.english.id)
        await person.does(*(forges_form(scene, person, callback, claim, FIELDS) for claim in claims))
    assert facts(path) == before
    for other in (scene.lee, scene.bell, scene.ana):
        other.sees_nothing_more()


async def test_a_double_click_signs_once(scene: School) -> None:
    await set_up(scene)
    card = await propose(scene)
    everybody_has_looked(scene)
    await scene.lee.does(*(scene.lee.presses("reviewing.approve", on=card) for _ in range(2)))
    await scene.quiet()
    await scene.lee.sees("agreed")
    await refused(scene, scene.lee, "you-decided-already", status="active")
    await scene.ana.sees("contract-card")
    scene.ana.sees_nothing_more()


async def test_a_double_click_in_the_interview_answers_once(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    question = await scene.ana.sees("interview-question")
    await scene.ana.does(*(scene.ana.presses("proposing.help", on=question) for _ in range(2)))
    await scene.quiet()
    scene.ana.skips()
    await scene.ana.says("starting sentences")
    assert "2 of 9" in (await scene.ana.sees("interview-question")).visible_text


@pytest.mark.parametrize("first", ["lee", "bell"])
async def test_of_two_teachers_at_once_the_first_decides(scene: School, path: Path, first: str) -> None:
    await set_up(scene)
    hers = await propose(scene)
    his = await scene.bell.sees("proposal-card")
    scene.ana.skips()
    presses = [scene.lee.presses("reviewing.approve", on=hers), scene.bell.presses("reviewing.approve", on=his)]
    await scene.lee.does(*(presses if first == "lee" else reversed(presses)))
    await scene.quiet()
    signed = [row for row in facts(path)["signature"] if row[4] == "teacher"]
    assert len(signed) == 1
    winner, loser = (scene.lee, scene.bell) if signed[0][5] == scene.lee.id else (scene.bell, scene.lee)
    await winner.sees("agreed")
    await refused(scene, loser, "somebody-decided", status="active", name=winner.user.real_name)
    await scene.ana.sees("contract-card")
    scene.ana.sees_nothing_more()


async def test_two_teachers_with_two_forms_at_once(scene: School, path: Path) -> None:
    """One asks while the other sends back: one of the two happens, and the other keeps what she typed to read."""
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.ask")
    await scene.bell.presses("reviewing.redirect")
    for person, form in ((scene.lee, "reviewing.ask"), (scene.bell, "reviewing.redirect")):
        await person.sees_modal(form)
        await person.fills({"text": f"Words of {person.name}"})
    everybody_has_looked(scene)
    await scene.lee.does(scene.lee.submits(), scene.bell.submits())
    await scene.quiet()
    decided = [row for row in facts(path)["history"] if "asked" in row or "redirected" in row]
    assert len(decided) == 1
    heard: list[Message] = [m for m in scene.ana.inbox() if m.kind in ("teacher-asked", "sent-back")]
    assert len(heard) == 1


def _close(scene: School, person: Person) -> None:
    """Let no form stay open: what a forged press may open is the person's own."""
    scene.ws.core.state.stacks.pop(person.id, None)
