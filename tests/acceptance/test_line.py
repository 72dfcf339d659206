"""The line of a target as a picture, over the real protocol: in the student's messages, then on their Home."""

from typing import Any

from bot.demo.scene import School
from bot.outbox.with_file import NO_FILES_FOR
from tests.acceptance.steps import agree, check_in_due, everybody_has_looked, set_up


def home(scene: School) -> list[dict[str, Any]]:
    state = scene.ws.core.state
    blocks: list[dict[str, Any]] = state.views[state.homes[scene.ana.id]].body["blocks"]
    return blocks


def pictures(scene: School) -> list[dict[str, Any]]:
    return [block for block in home(scene) if block["type"] == "image"]


def files(scene: School) -> list[str]:
    return [name for post in scene.ana.dm.posts for name in post.files]


async def answered(scene: School) -> None:
    await set_up(scene)
    await agree(scene)
    await check_in_due(scene)
    await scene.ana.says("5 of 10")
    await scene.later(seconds=15)
    everybody_has_looked(scene)


async def draws(scene: School) -> None:
    await scene.ana.opens_home()
    await scene.quiet()
    await scene.ana.presses("logbook.picture")
    await scene.quiet()
    await scene.later(seconds=15)  # Slack looks at a file before it shows it


async def test_it_stands_on_home_of_its_student_until_there_is_a_new_number(scene: School) -> None:
    await answered(scene)
    await draws(scene)
    (file,) = files(scene)
    stored = scene.ws.core.state.files[file]
    assert stored.content.startswith(b"\x89PNG")
    assert ": 5 (" in stored.alt_text
    (picture,) = pictures(scene)
    assert picture["slack_file"] == {"id": file}
    await scene.ana.says("6 of 10")
    await scene.later(minutes=1)
    assert pictures(scene) == []
    for person in (scene.lee, scene.bell, scene.ben):
        assert not any(post.files for post in person.dm.posts)


async def test_a_picture_that_was_deleted_does_not_keep_home_from_following(scene: School) -> None:
    await answered(scene)
    await draws(scene)
    (file,) = files(scene)
    scene.ws.core.state.files[file].deleted = True
    await scene.ana.opens_home()
    await scene.quiet()
    assert pictures(scene) == []
    assert "help.show" in str(home(scene))
    scene.ws.core.state.files[file].deleted = False
    await scene.ana.opens_home()
    await scene.quiet()
    assert len(pictures(scene)) == 1


async def test_a_school_that_declined_files_gets_the_numbers_in_words(scene: School) -> None:
    await answered(scene)
    token = scene.ws.core.state.tokens[scene.ws.bot_token]
    token.scopes = token.scopes - {"files:write"}
    await draws(scene)
    message = await scene.ana.sees("line-picture")
    assert "5" in message.visible_text
    assert (files(scene), pictures(scene)) == ([], [])
    token.scopes = token.scopes | {"files:write"}
    await scene.later(seconds=NO_FILES_FOR.total_seconds() + 60)
    everybody_has_looked(scene)
    await draws(scene)
    assert len(pictures(scene)) == 1
