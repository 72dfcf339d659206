"""Real payloads: the whole story is played, and whatever reached the app is kept, with the database of that moment."""

import copy
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.demo.scene import School, school
from bot.demo.tour import Story
from handlers import router
from sandbox.deliveries import Envelope

Json = dict[str, Any]
COMMANDS = sorted({word for r in router.ALL for word in r.commands})
PRESSES = sorted({action for r in router.ALL for action in r.presses})
FORMS = sorted({callback for r in router.ALL for callback in r.forms})
EVENTS = sorted({kind for r in router.ALL for kind in r.events})


KINDS = {
    "block_actions": "action",
    "block_suggestion": "suggestion",
    "view_submission": "view",
    "view_closed": "view_closed",
}
"""By what Slack calls what people do in messages and forms."""


@dataclass(frozen=True, slots=True)
class Payload:
    """What came in: `kind` is "action", "view", "view_closed", "suggestion", "command", "message" or "event"."""

    kind: str
    body: Json

    @property
    def name(self) -> str:
        """The route that it takes."""
        match self.kind:
            case "action":
                return str(self.body["actions"][0]["action_id"])
            case "suggestion":
                return str(self.body["action_id"])
            case "view" | "view_closed":
                return str(self.body["view"]["callback_id"])
            case "command":
                return str(self.body["text"]).partition(" ")[0]
            case _:
                return str(self.body["event"]["type"])


@dataclass(frozen=True, slots=True)
class Stage:
    """A part of the story: the database before it, when it ended, and what came in meanwhile."""

    database: bytes
    now: datetime
    payloads: list[Payload]


@dataclass(frozen=True, slots=True)
class Recording:
    stages: list[Stage]
    workspace: str
    people: list[str]
    typed: list[str]
    """Every sentence that somebody wrote."""

    @property
    def payloads(self) -> list[Payload]:
        return [payload for stage in self.stages for payload in stage.payloads]


async def record(folder: Path) -> Recording:
    """Play the story to its end, and what the story leaves out."""
    path = folder / "story.db"
    async with school(f"sqlite:///{path}") as scene:
        story = Story(scene, lambda _: None)
        parts: list[Callable[[], Awaitable[None]]] = [
            *(lambda: _set_up(story), story.feedback, story.interview, story.review, story.check_in),
            *(lambda: _around(scene), story.milestone, story.change, story.end),
        ]
        stages = [await _stage(scene, path, part) for part in parts]
        people = [person.id for person in scene.ws.people.values()]
        stages.append(Stage(snapshot(path), scene.clock.now(), _left_out(stages)))
    return Recording(stages, scene.ws.team_id, people, sorted(_typed(stages)))


async def _set_up(story: Story) -> None:
    """The class, and what it brings."""
    await story.set_up()
    await story.plans()


async def _stage(scene: School, path: Path, part: Callable[[], Awaitable[None]]) -> Stage:
    before, known = snapshot(path), len(scene.ws.envelopes)
    await part()
    await scene.quiet()
    came = [payload_of(envelope) for envelope in scene.ws.envelopes[known:]]
    return Stage(before, scene.clock.now(), came)


async def _around(scene: School) -> None:
    """What happens beside the story: people come, go, look, edit and ask."""
    sam = scene.ws.add_person("sam", "Sam Sawa")
    await scene.english.join(sam)
    for who in (sam, scene.ana, scene.lee, scene.ada):
        await who.opens_home()
        await who.opens_messages()
    ts = await scene.ana.says("4 of 10, and it felt easy")
    await scene.ana.edits(ts, "5 of 10, and it felt easy")
    await scene.ana.deletes(await scene.ana.says("never mind what I said"))
    await sam.changes(real_name="Samuel Sawa", tz="Asia/Tokyo")
    for word in COMMANDS:
        await scene.lee.types(f"/accord {word}", in_=scene.english)
    if scene.lee.modal is not None:
        await scene.lee.closes(everything=True)
    await scene.english.leave(sam)
    await scene.quiet()
    for who in scene.ws.people.values():
        who.skips()


def snapshot(path: Path) -> bytes:
    """The database as it stands, while it is in use."""
    with sqlite3.connect(path) as database:
        whole: bytes = database.serialize()
    return whole


def payload_of(envelope: Envelope) -> Payload:
    body = copy.deepcopy(envelope.payload)
    if envelope.kind == "slash_commands":
        return Payload("command", body)
    if envelope.kind == "events_api":
        return Payload("message" if body["event"]["type"] == "message" else "event", body)
    return Payload(KINDS[body["type"]], body)


def _left_out(stages: list[Stage]) -> list[Payload]:
    """For each route that nothing took, the payload of another one with its name."""
    recorded = [p for stage in stages for p in stage.payloads]
    taken = {(p.kind, p.name) for p in recorded}
    made = []
    for kind, names in (("action", PRESSES), ("view", FORMS), ("event", EVENTS), ("command", COMMANDS)):
        like = next(p for p in recorded if p.kind == kind)
        made += [renamed(like, name) for name in names if (kind, name) not in taken]
    return made


def renamed(payload: Payload, name: str) -> Payload:
    """The same payload for another route."""
    body = copy.deepcopy(payload.body)
    match payload.kind:
        case "action":
            body["actions"][0]["action_id"] = name
        case "view":
            body["view"]["callback_id"] = name
        case "command":
            body["text"] = name
        case _:
            body["event"]["type"] = name
    return Payload(payload.kind, body)


def _typed(stages: list[Stage]) -> set[str]:
    """Sentences: what is shorter may stand in a log by chance."""
    found: set[str] = set()
    for payload in (p for stage in stages for p in stage.payloads):
        match payload.kind:
            case "message":
                found.add(str(payload.body["event"].get("text")))
            case "view":
                inputs = payload.body["view"]["state"]["values"].values()
                found |= {str(e.get("value")) for block in inputs for e in block.values()}
    return {text for text in found if len(text) > 12}
