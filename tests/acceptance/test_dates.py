"""One's own dates as a file, over the real protocol."""

from icalendar import Calendar

from bot.demo.scene import School
from sandbox.people import Person
from tests.acceptance.steps import agree, everybody_has_looked, set_up


def files_of(scene: School, person: Person) -> list[tuple[str, list[str]]]:
    """The words above each file in somebody's DM, and the titles in it."""
    held = scene.ws.core.state.files
    return [
        (post.text, [str(event["summary"]) for event in Calendar.from_ical(held[name].content).walk("VEVENT")])
        for post in person.dm.posts
        for name in post.files
    ]


async def test_a_student_and_a_teacher_get_their_own(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    for person in (scene.ana, scene.lee):
        await person.types("/accord calendar")
    await scene.quiet()
    [(words, titles)] = files_of(scene, scene.ana)
    assert f"{len(titles)} dates" in words
    assert any(title.startswith("Check-in") for title in titles)
    [(_, ends)] = files_of(scene, scene.lee)
    assert ends == ["A contract ends (English 11)"]
    assert files_of(scene, scene.ben) == []


async def test_a_school_that_declined_files_says_them(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    token = scene.ws.core.state.tokens[scene.ws.bot_token]
    token.scopes = token.scopes - {"files:write"}
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.ana.types("/accord calendar")
    message = await scene.ana.sees("own-dates")
    assert "Check-in (English 11)" in message.visible_text
    assert files_of(scene, scene.ana) == []


async def test_the_button_on_home(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    await scene.ana.opens_home()
    await scene.quiet()
    await scene.ana.presses("dates.file")
    await scene.quiet()
    assert len(files_of(scene, scene.ana)) == 1


async def test_over_a_socket_no_address_is_offered(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.quiet()
    everybody_has_looked(scene)
    await scene.ana.types("/accord calendar")
    await scene.quiet()
    assert not [post for post in scene.ana.dm.posts if "Get an address" in str(post.blocks)]
