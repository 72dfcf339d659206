"""In a child: files of students are fetched, checked, drawn anew and stored by what does it in production."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from bot.activities.evidence import use_cases as evidence
from bot.domain.evidence import PieceState
from bot.domain.outbox import Errand, ErrandKind
from bot.jobs.evidence_files import EvidenceErrands
from bot.runner import Inline, Runner
from bot.slack.calls import open_session
from storage.engine import open_engine
from storage.file_store import Folder
from storage.migrate import migrate
from tests.bench.children import serve
from tests.bench.memory import held, peak
from tests.world import WORKSPACE, World


class Clock:
    """The world's."""

    def __init__(self, world: World) -> None:
        self._world = world

    def now(self) -> datetime:
        return self._world.now


async def main(folder: str, api_url: str, bot_token: str) -> None:
    engine = open_engine(f"sqlite:///{Path(folder) / 'accord.db'}")
    migrate(engine)
    world = World(engine)
    world.agree()
    runner = Runner(world.transactions.begin, Inline(), Clock(world), lambda: None)
    async with open_session() as session:
        client = AsyncWebClient(token=bot_token, base_url=api_url, session=session)
        store = Folder(Path(folder) / "files")
        errands = EvidenceErrands(runner, lambda _: client, Clock(world), store)

        async def fetch(file: str, name: str) -> float:
            """MiB that it took at most, above what was held before."""
            world.do(evidence.take, world.student, [(file, name)], "", "1.1")
            with world.uow() as uow:
                (piece,) = uow.pieces.all()
            before = held()
            await errands.fetch(Errand(WORKSPACE, ErrandKind.FETCH_FILE, {"piece": piece.id}, world.now))
            with world.uow() as uow:
                (kept,) = uow.pieces.all()
            assert kept.state is PieceState.KEPT, kept.why
            assert len(list(store.all_of(WORKSPACE))) == 1
            return peak() - before

        await serve({"fetch": fetch})
    engine.dispose()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
