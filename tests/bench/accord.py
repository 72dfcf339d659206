"""In a child: Accord as `accord run` starts it, without Slack's rates, which would count as waiting."""

import asyncio
import sys
from time import process_time
from unittest.mock import patch

from pydantic import SecretStr

from bot.app import Accord, build
from bot.jobs.hearing_back import Attendance
from bot.logs import set_up_logs
from bot.outbox.pacing import unhurried
from bot.settings import Settings
from tests.bench.children import Answer, serve
from tests.bench.memory import peak


async def main(database: str, api_url: str, bot_token: str, app_token: str, **more: Answer) -> None:
    """`more` is what else the parent may ask for."""
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
    with patch.object(Attendance, "_look_back", _nothing_was_missed):
        await accord.start()
        await _serve(accord, **more)


async def _nothing_was_missed(*_: object) -> int:
    """What is written while nobody listens is read back for minutes after a start, at Slack's pace: no part of this."""
    return 0


async def _serve(accord: Accord, **more: Answer) -> None:
    try:
        await serve(
            {
                "cpu": lambda: cpu(accord),
                "memory": memory,
                "libraries": libraries,
                **more,
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
    return peak()


async def libraries() -> list[str]:
    """Every module that is imported by now and is not ours."""
    ours = ("bot", "handlers", "storage", "prompts", "tests", "sandbox", "__main__", "__mp_main__")
    return [
        name
        for name, module in sys.modules.items()
        if name.split(".")[0] not in ours and getattr(module, "__spec__", None)
    ]


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
