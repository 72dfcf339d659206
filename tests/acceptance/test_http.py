"""The whole story once more, with Slack's events and presses coming in over HTTP, signed."""

from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import create_engine

from bot.app import build
from bot.demo.scene import FIRST_AFTERNOON, MANIFEST, PATIENCE, School, cast
from bot.demo.tour import UNAUTHORIZED, Story
from bot.domain.installation import Installation
from bot.outbox.pacing import unhurried
from bot.runner import Inline
from bot.settings import Settings
from prompts.words import words_for
from sandbox.clock import MovableClock
from sandbox.language_model import LanguageModel, drafts, fails
from sandbox.web_api.oauth import CLIENT_ID, CLIENT_SECRET
from sandbox.workspace import LocalWorkspace
from storage.queries.installations import Installations
from storage.sealed import Seal, new_key

words = words_for()


def settings_of(ws: LocalWorkspace, database: str, model: LanguageModel, key: str) -> Settings:
    return Settings(
        slack_bot_token=SecretStr(""),
        slack_app_token=SecretStr(""),
        slack_signing_secret=SecretStr(ws.signing_secret),
        slack_client_id=CLIENT_ID,
        slack_client_secret=SecretStr(CLIENT_SECRET),
        slack_api_url=ws.api_url,
        accord_public_url="http://127.0.0.1",
        accord_http_port=0,
        accord_http_drain=0,
        accord_keys=SecretStr(key),
        accord_database_url=database,
        openai_base_url=model.base_url,
        openai_api_key=SecretStr(""),
        accord_llm_model="local",
        accord_llm_timeout=30.0,
    )


async def _an_admin_names_a_teacher(scene: School) -> None:
    """For one school, ACCORD_TEACHERS does it; where there are many, each looks after its own."""
    await scene.ada.opens_home()
    await scene.quiet()
    await scene.ada.selects("set_up.name_teacher", scene.lee)
    await scene.quiet()
    await scene.lee.sees("teacher-named")


async def test_the_whole_story_over_http(migrated: Path, tmp_path: Path) -> None:
    path = tmp_path / "accord.db"
    path.write_bytes(migrated.read_bytes())
    database, key = f"sqlite:///{path}", new_key()
    clock, told = MovableClock(FIRST_AFTERNOON, frozen=True), list[str]()
    async with (
        LanguageModel(fails(UNAUTHORIZED), drafts(words("tour-draft-by-model"))).running() as model,
        LocalWorkspace.running(clock=clock, manifest=MANIFEST, patience=PATIENCE) as ws,
    ):
        people, state, calendar = cast(ws), ws.core.state, create_engine(database)
        made = Installation(ws.team_id, ws.bot_token, state.bot_user, state.bot_id, clock.now())
        Installations(calendar, CLIENT_ID, Seal([key])).save(made)
        settings = settings_of(ws, database, model, key)
        accord = build(settings, clock=clock, executor=Inline(), pacing=unhurried(), http=True)
        stop_listening = clock.on_change(accord.time_moved)
        try:
            await accord.start()
            await ws.delivers_to(f"http://127.0.0.1:{accord.way.port}/slack/events", own_time=True)
            scene = School(ws, accord, clock, *people, calendar)
            await _an_admin_names_a_teacher(scene)
            await Story(scene, told.append).play()
        finally:
            stop_listening()
            await accord.stop()
            calendar.dispose()
    assert told[-1] == words("tour-done")
    late = words("proposing-remark-answered-already")
    assert not [line for line in told if late in line]  # every answer of the story meets its own question
    assert ws.sockets.connections == []
