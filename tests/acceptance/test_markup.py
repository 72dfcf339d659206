"""Whatever a person types is shown as text: it mentions nobody, formats nothing and links nowhere."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.demo.scene import School
from sandbox.people import Person
from sandbox.seeing import Message
from sandbox.state import Conversation, Post
from sandbox.text import mentions
from tests.acceptance.steps import answer_the_rest, check_in_due, everybody_has_looked, sends, set_up

ODD = "*bold* _slanted_ ~gone~ `code` @here @channel #general &amp; {braces} https://evil.example/x"
"""What is typed in a form arrives as it is."""
BROADCASTS = "<!channel> <!here> <!everyone>"


def _places(scene: School) -> Iterator[Conversation]:
    yield from scene.ws.core.state.conversations.values()


def _posts(scene: School) -> Iterator[tuple[Conversation, Post]]:
    """Everything that Accord has said so far."""
    for place in _places(scene):
        for post in place.posts:
            if post.by_bot:
                yield place, post


def nobody_was_mentioned(scene: School) -> None:
    """Accord's own references name people who have a part in it, and no message calls a whole channel."""
    for _, post in _posts(scene):
        assert not {mark for mark in post.notifies if mark.startswith("@")}, post
        assert mentions(post.text, link_words=True) == set(), post.text


def shows(message: Message, *texts: str) -> None:
    """Sign by sign: a text that was formatted has lost its signs."""
    for text in texts:
        assert text in message.visible_text, f"{text!r} is not in {message.visible_text!r}"


def has_no_links(scene: School) -> None:
    for _, post in _posts(scene):
        assert '"type": "link"' not in str(post.blocks).replace("'", '"'), post
        assert "<http" not in post.text


async def _interview(scene: School, who: Person) -> Message:
    """Everything that Ana types holds signs."""
    await who.says("hi")
    await scene.quiet()
    answers = (
        f"hard {ODD} {BROADCASTS}",
        f"good {ODD} <@{scene.ben.id}>",
        f"start 8 of 10 sentences {ODD} in my essays by 24 february, now it is 3",
        f"sentences {ODD}"[:60],
    )
    return await answer_the_rest(scene, who, *answers)


async def test_what_is_typed_in_the_interview_and_the_review(scene: School) -> None:
    await set_up(scene, name=f"11 {ODD}"[:75])
    summary = await _interview(scene, scene.ana)
    shows(summary, f"hard {ODD.replace('&amp;', '&')}"[:30], "*bold* _slanted_ ~gone~ `code`", "@here", "#general")
    await scene.ana.presses("proposing.submit", on=summary)
    await scene.quiet()
    card = await scene.lee.sees("proposal-card")
    shows(card, "*bold* _slanted_ ~gone~ `code`")
    await scene.lee.presses("reviewing.ask", on=card)
    assert await sends(scene, scene.lee, "reviewing.ask", text=f"{ODD} {BROADCASTS}") == {}
    everybody_has_looked(scene)
    shows(scene.ana.inbox()[-1], ODD, BROADCASTS)
    await scene.ana.says(f"{ODD} {BROADCASTS}")
    await scene.quiet()
    shows(scene.lee.inbox()[-1], "*bold* _slanted_ ~gone~ `code` @here @channel")
    await scene.lee.presses("reviewing.suggest")
    assert await sends(scene, scene.lee, "reviewing.suggest", commitments=f"{ODD} {BROADCASTS}") == {}
    amendment = scene.ana.inbox()[-1]
    assert amendment.kind == "amendment-card"
    shows(amendment, ODD, BROADCASTS)
    nobody_was_mentioned(scene)
    has_no_links(scene)


async def test_what_is_typed_as_feedback(scene: School) -> None:
    await set_up(scene)
    await scene.lee.types("/accord feedback @ana", in_=scene.english)
    text = f"{ODD} {BROADCASTS} <@{scene.ben.id}> <https://evil.example|home>"
    said = {"seen": text, "matters": text, "next_step": text}
    assert await sends(scene, scene.lee, "feedback.give", student=scene.ana, **said) == {}
    given = await scene.ana.sees("feedback-given")
    assert given.visible_text.count(text) == 3
    await scene.ana.presses("proposing.start", on=given)
    shows(await scene.ana.sees("interview-question"), text)
    nobody_was_mentioned(scene)
    has_no_links(scene)


async def test_what_is_typed_at_check_ins_reaches_the_class_as_text(scene: School) -> None:
    await set_up(scene)
    summary = await _interview(scene, scene.ana)
    await scene.ana.presses("proposing.submit", on=summary)
    await scene.quiet()
    await scene.lee.presses("reviewing.approve")
    await scene.quiet()
    everybody_has_looked(scene)
    prompt = await check_in_due(scene)
    await scene.ana.presses("checking_in.log", on=prompt)
    text = f"{ODD} {BROADCASTS}"
    said = {"worked": text, "did_not_work": text, "next_step": text, "evidence": text}
    assert await sends(scene, scene.ana, "checking_in.log", **{"value-0": "8"}, **said) == {}
    shared = await scene.lee.sees("class-check-ins")
    assert shared.visible_text.count(text) >= 3
    await scene.lee.presses("checking_in.respond", on=shared)
    assert await sends(scene, scene.lee, "checking_in.respond", text=text) == {}
    assert any(text in m.visible_text for m in scene.ana.inbox() if m.kind == "responded")
    asked = next(m for m in scene.ana.inbox() if m.kind == "milestone-reached")
    await scene.ana.presses("celebrating.share", on=asked)
    await scene.later(minutes=11)
    shoutout = await scene.ben.sees("shoutout-posted", in_=scene.english)
    assert scene.english.notifies(shoutout) == set()
    nobody_was_mentioned(scene)
    has_no_links(scene)


async def test_what_is_typed_when_looking_back(scene: School) -> None:
    await set_up(scene)
    summary = await _interview(scene, scene.ana)
    await scene.ana.presses("proposing.submit", on=summary)
    await scene.quiet()
    await scene.lee.presses("reviewing.approve")
    await scene.until(datetime(2027, 3, 13, 9, 0, tzinfo=UTC))
    everybody_has_looked(scene)
    text = f"{ODD} {BROADCASTS}"
    for person in (scene.ana, scene.lee):
        await person.presses("looking_back.open")
        form = await person.sees_modal("looking_back.assess")
        rated = {b["block_id"]: "3" for b in form.blocks if b["block_id"].startswith("rating")}
        last = {"reflection": text} if person is scene.lee else {}
        assert await sends(scene, person, "looking_back.assess", **rated, **last) == {}
        if person is scene.ana:
            assert await sends(scene, person, "looking_back.send", again=text) == {}
    both = next(m for m in scene.ana.inbox() if m.kind == "looked-back")
    assert both.visible_text.count(text) == 2
    nobody_was_mentioned(scene)
    has_no_links(scene)


async def test_a_name_is_text_too(scene: School) -> None:
    await scene.ana.changes(real_name="*Ana* <!channel> @here")
    await set_up(scene)
    await scene.ana.types("/accord start", in_=scene.english)
    await scene.quiet()
    nobody_was_mentioned(scene)
    assert any("*Ana* <!channel> @here" in m.visible_text for m in scene.lee.inbox())
