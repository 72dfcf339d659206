"""What people type that can not be read: each gets a clear answer, and nothing of what stood is lost."""

from decimal import Decimal
from pathlib import Path

import pytest

from bot.demo.scene import School
from bot.domain.actor import Actor
from tests.acceptance.forging import facts, refusal
from tests.acceptance.steps import CLASS, agree, answer_the_rest, check_in_due, propose, sends, set_up

LONG = "a word " * 715
UNREADABLE = [
    ("   ", "empty", {}),
    (LONG, "too-long", {"most": 1000}),
    ("🎉🎉🎉", "no-words", {}),
    (":tada: :+1:", "no-words", {}),
    ("…?!", "no-words", {}),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The school's database."""
    return tmp_path / "accord.db"


async def _values(scene: School) -> list[Decimal | None]:
    """The numbers of all replies, in the order in which they were first said."""
    actor = Actor(scene.ws.team_id, "")
    return await scene.accord.runner.read(actor, lambda uow, _: [r.value for r in uow.replies.all()])


async def _agree_on(scene: School, statement: str) -> None:
    """Ana and Ms Lee agree on a target in these words, and the first check-in comes."""
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.quiet()
    summary = await answer_the_rest(scene, scene.ana, "the end", "ideas", statement, "points")
    await scene.ana.presses("proposing.submit", on=summary)
    await scene.quiet()
    await scene.lee.sees("proposal-card")
    await scene.lee.presses("reviewing.approve")
    await scene.quiet()
    scene.ana.skips()
    scene.lee.skips()
    await check_in_due(scene)


@pytest.mark.parametrize(("typed", "key", "args"), UNREADABLE)
async def test_an_answer_without_words_is_asked_again(
    scene: School, typed: str, key: str, args: dict[str, int]
) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("1 of 9")
    await scene.ana.says(typed)
    again = await scene.ana.sees("interview-question")
    assert refusal(key, **args) in again.visible_text
    assert "1 of 9" in again.visible_text
    await scene.ana.says("starting sentences")
    await scene.ana.sees("2 of 9")


async def test_a_photo_without_words_is_no_answer(scene: School) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("1 of 9")
    await scene.ana.says("", files=[("essay.png", b"not really a picture")])
    await scene.ana.sees("files-not-passed-on")
    await scene.ana.says("the essay in the picture is hard for me")
    await scene.ana.sees("2 of 9")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("12 March 2024", "date-in-the-past"),
        ("yesterday", "no-date"),
        ("31 February", "no-such-date"),
        ("2027-02-30", "no-such-date"),
        ("24 December 2039", "after-the-term"),
        ("when I am ready", "no-date"),
    ],
)
async def test_a_date_that_can_not_be_is_asked_again(scene: School, typed: str, key: str) -> None:
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.quiet()
    for _ in range(15):
        question = scene.ana.inbox()[-1]
        if "By when do you want" in question.visible_text:
            break
        label = next((b for b in ("Use this", "Written work", "Skip") if b in question.buttons), None)
        if label:
            await scene.ana.presses(label, on=question)
        else:
            await scene.ana.says("start 8 of 10 sentences in a new way, now it is 3")
        await scene.quiet()
    before = scene.ana.inbox()[-1]
    scene.ana.skips()
    await scene.ana.says(typed)
    again = await scene.ana.sees("interview-question")
    assert refusal(key) in again.visible_text
    assert before.buttons == again.buttons
    await scene.ana.says("in six weeks")
    assert refusal(key) not in (await scene.ana.sees("interview-question")).visible_text


@pytest.mark.parametrize(
    ("statement", "typed", "value"),
    [
        ("score 18 of 20 in my reading tests by 24 february, now it is 12", "14/20", "14"),
        ("read 90 % of the words right by 24 february, now it is 50 %", "about 70 %", "70"),
        ("write 3 pages a day by 24 february, now it is 1", "1,5", "1.5"),
        ("write 3 pages a day by 24 february, now it is 1", "one and a half", "1.5"),
        ("write 3 pages a day by 24 february, now it is 1", "from 1 to 2", "2"),
        ("write 3 pages a day by 24 february, now it is 1", "it went well", None),
    ],
)
async def test_a_number_is_taken_only_where_it_is_sure(
    scene: School, statement: str, typed: str, value: str | None
) -> None:
    await _agree_on(scene, statement)
    await scene.ana.says(typed)
    await scene.quiet()
    assert await _values(scene) == [Decimal(value) if value else None]
    await scene.ana.sees("reply-noted" if value else "number-wanted")
    shared = await scene.lee.sees("class-check-ins")
    assert typed in shared.visible_text


async def test_a_long_reply_is_kept_whole_and_shown_short(scene: School, path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says(f"5 of 10. {LONG}")
    await scene.ana.sees("reply-noted")
    await scene.lee.sees("class-check-ins")
    assert LONG.strip() in str(facts(path)["reply"])


async def test_forms_say_under_the_field_what_can_not_be(scene: School, path: Path) -> None:
    await scene.lee.types("/accord setup", in_=scene.english)
    before = facts(path)
    for wrong, key in (
        ({"name": "   "}, "empty"),
        ({"term_ends_on": "2020-01-01"}, "date-in-the-past"),
        ({"term_ends_on": "2027-01-13"}, "date-in-the-past"),
    ):
        errors = await sends(scene, scene.lee, "set_up.save", **(CLASS | wrong))
        assert errors == {next(iter(wrong)): refusal(key)}
    assert facts(path) == before
    assert await sends(scene, scene.lee, "set_up.save", **CLASS) == {}


async def test_feedback_needs_words(scene: School, path: Path) -> None:
    await set_up(scene)
    await scene.lee.types("/accord feedback @ana", in_=scene.english)
    said = {"student": scene.ana, "seen": "Seven begin alike", "matters": "It tires", "next_step": "Vary"}
    before = facts(path)
    for typed, key in (("  ", "empty"), ("🎉", "no-words")):
        errors = await sends(scene, scene.lee, "feedback.give", **(said | {"matters": typed}))
        assert errors == {"matters": refusal(key)}
    errors = await sends(scene, scene.lee, "feedback.give", **(said | {"student": scene.bell}))
    assert errors == {"student": refusal("not-your-student")}
    assert set(await sends(scene, scene.lee, "feedback.give", **(said | {"seen": LONG}))) == {"seen"}
    assert facts(path) == before
    assert await sends(scene, scene.lee, "feedback.give", **said) == {}
    await scene.ana.sees("feedback-given")


@pytest.mark.parametrize("form", ["reviewing.ask", "reviewing.redirect"])
async def test_a_decision_needs_words(scene: School, path: Path, form: str) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses(form)
    before = facts(path)
    for typed, key in (("  ", "empty"), ("🎉", "no-words")):
        assert await sends(scene, scene.lee, form, text=typed) == {"text": refusal(key)}
    assert set(await sends(scene, scene.lee, form, text=LONG)) == {"text"}
    assert facts(path) == before
    assert await sends(scene, scene.lee, form, text="Which essays do you mean?") == {}


@pytest.mark.parametrize(
    ("field", "typed", "key"),
    [
        ("t0_goal", "lots", "no-number"),
        ("t0_goal", "3", "goal-is-baseline"),
        ("t0_due_on", "31 February", "no-such-date"),
        ("t0_due_on", "12 March 2024", "date-in-the-past"),
        ("ends_on", "1 December 2029", "after-the-term"),
        ("ends_on", "12 March 2024", "date-in-the-past"),
        ("t0_statement", "🎉", "no-words"),
        ("t0_statement", "  ", "empty"),
    ],
)
async def test_a_suggestion_that_can_not_be_stays_open(
    scene: School, path: Path, field: str, typed: str, key: str
) -> None:
    await set_up(scene)
    await propose(scene)
    await scene.lee.presses("reviewing.suggest")
    before = facts(path)
    assert await sends(scene, scene.lee, "reviewing.suggest", **{field: typed}) == {field: refusal(key)}
    assert facts(path) == before


async def test_control_signs_and_half_characters_are_no_trouble(scene: School, path: Path) -> None:
    """No keyboard types them, and no database keeps them."""
    await set_up(scene)
    await scene.ana.says("hi")
    await scene.ana.sees("1 of 9")
    await scene.ana.says("starting\x00 sentences \ud83d")
    await scene.ana.sees("2 of 9")
    await scene.lee.types("/accord feedback @ana", in_=scene.english)
    said = {"seen": "Seven\x00 begin alike\ud83d", "matters": "It\x1b tires", "next_step": "Vary"}
    assert await sends(scene, scene.lee, "feedback.give", student=scene.ana, **said) == {}
    assert "Seven begin alike" in str(facts(path)["feedback"])


LINES = ("obliterate", "🎉", "SETUP please", "x" * 3000, "feedback", "feedback @nobody", "change @", "")


@pytest.mark.parametrize("line", LINES)
async def test_any_command_leads_somewhere(scene: School, line: str) -> None:
    await set_up(scene)
    for person in (scene.lee, scene.ana):
        shown = len(person.posts(scene.english.place)) + len(person.inbox())
        await person.types(f"/accord {line}", in_=scene.english)
        await scene.quiet()
        told = len(person.posts(scene.english.place)) + len(person.inbox()) > shown
        assert told or person.modal is not None
        if person.modal is not None:
            await person.closes()


@pytest.mark.parametrize("line", ["", "help", "obliterate"])
async def test_a_command_where_accord_is_not_is_answered_in_private(scene: School, line: str) -> None:
    await set_up(scene)
    chess = scene.ws.add_channel("chess", members=[scene.ana], bot=False)
    await scene.ana.types(f"/accord {line}", in_=chess)
    await scene.ana.sees("help")
    scene.ana.sees_nothing_more()
