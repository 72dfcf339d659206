"""Pictures of a teacher's Home with 3, 35 and 500 students: light, dark and as wide as a phone.

What stands there is made by the program, of the school that the bench plays; the page of the local workspace draws it.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, expect

from sandbox import page
from sandbox.clock import MovableClock
from sandbox.people import Person as OnPage
from sandbox.workspace import LocalWorkspace
from storage.engine import open_engine
from storage.migrate import migrate
from tests.bench import desk
from tests.browser.screen import Screen, window
from tests.sandbox.conftest import connected
from tests.world import START, World

SIZES = ((3, 1), (35, 1), (500, 12))
"""Students, and classes."""
CHECK_INS = 3
A_WEEK = timedelta(days=7)
LOOKS = (("", 900, False), ("-dark", 900, True), ("-phone", 390, False))
"""What stands behind the name of the picture, how wide it is, and whether it is dark."""
HIGH = 844
HIGHEST = 2600
COLOURS = 48
FIRST = (
    "Ana", "Ben", "Cleo", "Dario", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jelena", "Kofi", "Lucia", "Mateo",
    "Nora", "Omar", "Petra", "Quinn", "Rosa", "Sami", "Tara", "Uma", "Vito", "Wen", "Xenia", "Yara", "Zoe", "Amir",
    "Bela", "Carl",
)  # fmt: skip
LAST = (
    "Horvat", "Adeyemi", "Novak", "Silva", "Okafor", "Berg", "Costa", "Diaz", "Evans", "Fuchs", "Gomez", "Haas",
    "Ito", "Jansen", "Kim", "Lopez", "Mora", "Nagy", "Ortiz",
)  # fmt: skip


async def take(browser: Browser, folder: Path) -> None:
    """Take all of them."""
    for students, classes in SIZES:
        blocks = _home(students, classes)
        async with (
            LocalWorkspace.running(clock=MovableClock(START + A_WEEK)) as ws,
            connected(ws) as bolt,
            page.serving(ws) as address,
        ):
            lee = ws.add_person("lee", "Ms Lee", title="Teacher")
            await bolt.client.views_publish(user_id=lee.id, view={"type": "home", "blocks": blocks})
            for name, width, dark in LOOKS:
                async with window(browser, size=(width, HIGH), dark=dark) as screen:
                    await whole_home(screen, address, lee, folder / f"home-{students}{name}.png")


async def whole_home(screen: Screen, address: str, who: OnPage, path: Path) -> None:
    """All of somebody's Home, with as few colours as it needs: the picture stays small."""
    await screen.opens(address, who, "home")
    await expect(screen.page.locator(".home .blk").first).to_be_visible()
    missing = "(e) => { const s = e.closest('.scroll') || e.parentElement; return s.scrollHeight - s.clientHeight; }"
    more = await screen.page.locator(".home").first.evaluate(missing)
    size = screen.page.viewport_size
    assert size is not None
    await screen.page.set_viewport_size({"width": size["width"], "height": min(HIGH + max(more, 0), HIGHEST)})
    await screen.page.wait_for_timeout(350)
    await screen.page.screenshot(path=path, caret="hide")
    Image.open(path).convert("RGB").quantize(COLOURS).save(path, optimize=True)


def _home(students: int, classes: int) -> Sequence[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
        migrate(engine)
        world = desk.school(World(engine), students, classes, CHECK_INS)
        world.now = START + A_WEEK
        _name(world, students)
        blocks = [dict(block) for block in desk.shown(world).blocks]
        engine.dispose()
    return blocks


def _name(world: World, students: int) -> None:
    """By names that people have, each another."""
    with world.uow() as uow:
        for number in range(students):
            person = uow.people.of(f"US{number:03}")
            assert person is not None
            name = f"{FIRST[number % len(FIRST)]} {LAST[number % len(LAST)]}"
            uow.people.put(replace(person, name=name, handle=f"{name.split()[0].lower()}.{number}"))
