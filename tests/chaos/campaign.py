"""One campaign: load, trouble, kills; then quiet, and what is found."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bot.demo.scene import MANIFEST
from bot.outbox.sender import LEASE
from sandbox.workspace import LocalWorkspace
from tests.chaos.book import Book
from tests.chaos.checks import Findings
from tests.chaos.people import ASKS, kind_of
from tests.chaos.program import Replica
from tests.chaos.school import School, found
from tests.chaos.stores import Store, fall_due, time_passes, unsaid

CALLS = ("chat.postMessage", "chat.update", "views.publish", "views.open", "conversations.history")
FAULTS = {
    "cut_before": 0.025,
    "cut_after": 0.025,
    "slow": 0.015,
    "slow_after": 0.015,
    "http_500_after": 0.02,
    "ratelimited": 0.03,
    "http_503": 0.02,
}
HANGS = 12.0
"""Real seconds: longer than the program waits for an answer."""

LIVES = 3.0
"""Real seconds that a process lives at most before it is killed."""

DYING_YOUNG, ALL_AT_ONCE, CUT, AWAY = 0.15, 0.3, 0.2, 0.15
"""Shares of rounds: killed while it starts; all replicas die together; the socket is cut; the database goes away."""

ENOUGH = 150
"""Rows that wait, from which on nobody new is asked: what Slack's rates hold back only makes the end longer."""

QUIET_WITHIN = 60.0
IN_VAIN = 3
"""Passes after which nothing is expected to come to rest any more. While each leaves less, Slack's rates hold the rest
back."""

LOOK_AGAIN = 0.25
"""Real seconds: another process's database tells nobody when it changes."""

IDLE = 4.0
"""Real seconds without a call, after which an attempt that is still claimed waits for its lease."""


@dataclass(slots=True)
class Figures:
    """What a campaign did. `starts` are seconds from a process's start to its connection; `passes` are how often all
    had to be started anew until nothing waited; `unheard` of what was typed was never acknowledged."""

    kills: int = 0
    starts: list[float] = field(default_factory=list)
    starts_that_failed: int = 0
    sockets_cut: int = 0
    database_away: int = 0
    calls: int = 0
    passes: int = 0
    typed: int = 0
    unheard: int = 0
    forms: int = 0
    asked: int = 0
    said: int = 0


class Campaign:
    """`kills` processes are killed at moments that `seed` chooses."""

    def __init__(
        self,
        store: Store,
        folder: Path,
        *,
        seed: int,
        kills: int,
        size: int,
        on_kill: Callable[[], None] = lambda: None,
    ) -> None:
        self.figures = Figures()
        self.book = Book()
        self._store = store
        self._folder = folder
        self._chance = Random(seed)
        self._kills = kills
        self._size = size
        self._on_kill = on_kill
        self._troubles: list[asyncio.Task[None]] = []

    async def run(self) -> list[str]:
        """What is wrong afterwards."""
        async with LocalWorkspace.running(manifest=MANIFEST, patience=4.0) as ws:
            school = found(ws, self._store, self.book, self._chance, self._size, datetime.now(UTC))
            replicas = [Replica(n, self._folder, self._settings(ws)) for n in range(self._store.replicas)]
            try:
                return await self._play(ws, school, replicas)
            finally:
                for replica in replicas:
                    await replica.kill()

    def _settings(self, ws: LocalWorkspace) -> dict[str, str]:
        return {
            "SLACK_BOT_TOKEN": ws.bot_token,
            "SLACK_APP_TOKEN": ws.app_token,
            "SLACK_API_URL": ws.api_url,
            "ACCORD_DATABASE_URL": self._store.url,
        }

    async def _play(self, ws: LocalWorkspace, school: School, replicas: list[Replica]) -> list[str]:
        for method in CALLS:
            for kind, share in FAULTS.items():
                seed = self._chance.randrange(2**31)
                ws.faults.share(method, share, kind, seed=seed, seconds=HANGS if "slow" in kind else 1.0)
        lives = [asyncio.create_task(someone.live()) for someone in school.everybody]
        try:
            await self._ask_some(school)
            for replica in replicas:
                await replica.start()
            while self.figures.kills < self._kills:
                await self._round(ws, school, replicas)
            await self._quiet(ws, school, replicas, lives)
        finally:
            for life in lives:
                life.cancel()
        findings = Findings(ws, self._store, self.book)
        self._count(ws, findings)
        return findings.violations()

    async def _round(self, ws: LocalWorkspace, school: School, replicas: list[Replica]) -> None:
        if self._chance.random() > DYING_YOUNG:
            await self._all_connected(replicas)
        if not self._away and sum((await asyncio.to_thread(unsaid, self._store)).values()) < ENOUGH:
            await self._ask_some(school)
        await self._trouble(ws)
        await asyncio.sleep(self._chance.uniform(0.0, LIVES))
        self.figures.starts_that_failed += sum(not replica.alive for replica in replicas)
        together = self._chance.random() < ALL_AT_ONCE
        for replica in replicas if together else [self._chance.choice(replicas)]:
            await self._kill(replica)
        nobody = not any(replica.alive for replica in replicas)
        if nobody and not self._away and not ws.server.running:  # a lease outlasts what Slack still holds
            await asyncio.to_thread(time_passes, self._store, LEASE, datetime.now(UTC))
        for replica in replicas:
            if not replica.alive:
                await replica.start()

    async def _ask_some(self, school: School) -> None:
        some = self._chance.sample(school.students, k=max(1, len(school.students) // 2))
        ids = [student.person.id for student in some]
        await asyncio.to_thread(fall_due, self._store, ids, datetime.now(UTC))

    async def _trouble(self, ws: LocalWorkspace) -> None:
        late = self.figures.kills >= self._kills // 2  # each trouble comes at least once
        if self._chance.random() < CUT or (late and not self.figures.sockets_cut):
            ws.sockets.drop()
            self.figures.sockets_cut += 1
        if not self._away and (self._chance.random() < AWAY or (late and not self.figures.database_away)):
            self._troubles.append(asyncio.create_task(self._store.goes_away(Random(self._chance.random()))))
            self.figures.database_away += 1

    @property
    def _away(self) -> bool:
        """Whether the database is out of reach."""
        return any(not trouble.done() for trouble in self._troubles)

    async def _kill(self, replica: Replica) -> None:
        if await replica.kill():
            self.figures.kills += 1
            self._on_kill()

    async def _all_connected(self, replicas: list[Replica]) -> None:
        starting = [replica.connected() for replica in replicas if not replica.has_connected]
        self.figures.starts += [took for took in await asyncio.gather(*starting) if took is not None]

    async def _quiet(
        self, ws: LocalWorkspace, school: School, replicas: list[Replica], lives: list[asyncio.Task[None]]
    ) -> None:
        """No more trouble: everybody finishes what they began, and all that waits is said."""
        ws.faults.clear()
        await asyncio.gather(*self._troubles)
        least, in_vain = sys.maxsize, 0
        while in_vain < IN_VAIN:
            self.figures.passes += 1
            for replica in replicas:
                if not replica.alive:
                    await replica.start()
            await self._all_connected(replicas)
            with suppress(TimeoutError):
                async with asyncio.timeout(QUIET_WITHIN):
                    await self._said(ws)
                    for someone in school.everybody:  # whoever was asked answers before they go
                        someone.leaving = True
                    await asyncio.gather(*(asyncio.shield(life) for life in lives))
                    await self._said(ws)
            left = sum(not life.done() for life in lives) + sum(unsaid(self._store).values())
            if not left:
                return
            least, in_vain = min(least, left), in_vain + 1 if left >= least else 0
            for replica in replicas:
                await replica.kill()
            await ws.changes.until(lambda: ws.server.running == 0, HANGS + QUIET_WITHIN)
            await asyncio.to_thread(time_passes, self._store, LEASE, datetime.now(UTC))

    async def _said(self, ws: LocalWorkspace) -> None:
        """Wait until nothing waits, or what is left stands behind attempts that nobody works on any more."""
        idle = 0
        while unsaid(self._store):
            calls = len(ws.calls)
            moved = await ws.changes.until(lambda n=calls: len(ws.calls) != n, LOOK_AGAIN)  # type: ignore[misc]
            idle = 0 if moved or ws.server.running else idle + 1
            if idle * LOOK_AGAIN > IDLE:
                return

    def _count(self, ws: LocalWorkspace, findings: Findings) -> None:
        self.figures.calls = len(ws.calls)
        self.figures.typed = len(self.book.typed)
        self.figures.forms = len(self.book.replies) + len(self.book.responses)
        self.figures.unheard = sum(not typed.heard for typed in self.book.typed)
        self.figures.asked = sum(kind_of(post) in ASKS for post in findings.posts)
        self.figures.said = len(findings.posts)
