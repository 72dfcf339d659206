"""The school removes Accord, over Socket Mode too: nothing is sent any more; a start with a good token goes on."""

from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import Accord, build
from bot.demo.scene import School
from bot.outbox.pacing import unhurried
from bot.runner import Inline
from bot.settings import Settings
from tests.acceptance.steps import agree, everybody_has_looked, set_up


def started_anew(scene: School, folder: Path) -> Accord:
    settings = Settings(
        slack_bot_token=SecretStr(scene.ws.bot_token),
        slack_app_token=SecretStr(scene.ws.app_token),
        slack_api_url=scene.ws.api_url,
        accord_database_url=f"sqlite:///{folder}/accord.db",
        accord_llm_model="",
    )
    return build(settings, clock=scene.clock, executor=Inline(), pacing=unhurried())


def let_in_again(scene: School) -> None:
    scene.ws.core.state.installed = True
    for token in scene.ws.core.state.tokens.values():
        token.revoked = False


async def test_a_school_that_removed_accord_is_left_alone_until_it_is_back(scene: School, tmp_path: Path) -> None:
    await set_up(scene)
    await agree(scene)
    await scene.ws.uninstall()
    await scene.quiet()
    before = len(scene.ws.calls)
    await scene.later(days=4, hours=17, minutes=46)  # a check-in was due
    await scene.later(days=13)
    assert len(scene.ws.calls) == before

    await scene.accord.stop()
    let_in_again(scene)
    again = started_anew(scene, tmp_path)
    try:
        await again.start()
        await again.settled()
        everybody_has_looked(scene)
        scene.clock.advance(timedelta(days=1))  # it is Monday again
        await again.settled()
        await scene.ana.sees("check-in-due")
        scene.ana.sees_nothing_more()
    finally:
        await again.stop()


async def test_a_token_that_slack_refuses_while_sending_ends_it_too(scene: School, tmp_path: Path) -> None:
    for token in scene.ws.core.state.tokens.values():
        token.revoked = token.kind == "bot"
    await scene.ana.says("hi")
    await scene.quiet()
    before = len(scene.ws.calls)
    assert [call.method for call in scene.ws.calls[-2:]] == ["chat.postMessage", "auth.test"]
    await scene.later(days=1)
    await scene.ana.says("hello")
    await scene.quiet()
    assert len(scene.ws.calls) == before

    await scene.accord.stop()
    let_in_again(scene)
    again = started_anew(scene, tmp_path)
    try:
        await again.start()
        await again.settled()
        await scene.ana.sees("help")
        scene.ana.sees_nothing_more()
    finally:
        await again.stop()
