"""`accord …` on a computer whose clock is off by as many seconds as stand in the file that SHIFTED_BY names.

It is read whenever the program looks at the clock, so that the clock can be set while the program runs.
"""

import os
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import apscheduler.schedulers.base

import bot.jobs.ticker
import bot.steady_clock
from bot.__main__ import main


class Shifted(datetime):
    """The computer's clock, for whoever reads it."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(seconds=float(Path(os.environ["SHIFTED_BY"]).read_text("utf-8")))


if __name__ == "__main__":
    for module in (bot.steady_clock, bot.jobs.ticker, apscheduler.schedulers.base):
        vars(module)["datetime"] = Shifted
    main()
