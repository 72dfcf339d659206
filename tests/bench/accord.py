"""In a child: Accord as `accord run` starts it, without Slack's rates, which would count as waiting."""

import asyncio
import resource
import sys
from datetime import datetime
from time import process_time
from typing import Any

from pydantic import SecretStr
from sqlalchemy import Engine, event

from bot.bootstrap import Accord, build
from bot.delivery.pacing import unhurried
from bot.logs import set_up_logs
from bot.settings import Settings
from tests.bench.children import serve

Statement = tuple[str, list[Any]]


async def main(database: str, api_url: str, bot_token: str, app_token: str) -> None:
    set_up_logs("INFO")
    accord = build(
        Settings(
            slack_bot_token=SecretStr(bot_token),
            slack_app_token=SecretStr(app_token),
            slack_api_url=api_url,
            accord_database_url=database,
        ),
        pacing=unhurried(),
    )
    watch = Watch(accord._engine)
    await accord.start()
    try:
        await serve(
            {
                "cpu": lambda: cpu(accord),
                "memory": memory,
                "libraries": libraries,
                "watch": watch.begin,
                "watched": watch.end,
            }
        )
    finally:
        await accord.stop()


async def cpu(accord: Accord) -> float:
    """Seconds of CPU so far, when nothing is left to be written down."""
    await accord.sender.idle()
    return process_time()


async def memory() -> float:
    """The most memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


async def libraries() -> list[str]:
    """Every module that is imported by now and is not ours."""
    ours = ("bot", "handlers", "storage", "prompts", "tests", "sandbox", "__main__", "__mp_main__")
    return [
        name
        for name, module in sys.modules.items()
        if name.split(".")[0] not in ours and getattr(module, "__spec__", None)
    ]


class Watch:
    """Takes down every statement while it watches, by transaction."""

    def __init__(self, engine: Engine) -> None:
        self._listeners = (
            (engine, "begin", self._begun),
            (engine, "before_cursor_execute", self._executing),
        )
        self._transactions: list[list[Statement]] = []

    async def begin(self) -> None:
        for listener in self._listeners:
            event.listen(*listener)

    async def end(self) -> list[list[Statement]]:
        """What was taken down, from the first transaction that began meanwhile."""
        for listener in self._listeners:
            event.remove(*listener)
        found, self._transactions = self._transactions, []
        return found

    def _begun(self, _connection: Any) -> None:
        self._transactions.append([])

    def _executing(self, _connection: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, many: bool) -> None:
        if self._transactions:
            for row in parameters if many else [parameters]:
                self._transactions[-1].append((sql, [str(p) if isinstance(p, datetime) else p for p in row]))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
