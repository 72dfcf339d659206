"""Long work is done in a process of its own, and what comes of it, or goes wrong, comes back."""

import os
from functools import partial

import pytest

from bot.aside import NICER, done_aside


async def test_it_is_another_process() -> None:
    assert await done_aside(os.getpid) != os.getpid()


async def test_answers_come_before_it() -> None:
    assert await done_aside(partial(os.nice, 0)) == os.nice(0) + NICER


async def test_what_goes_wrong_is_told() -> None:
    with pytest.raises(ValueError, match="no number"):
        await done_aside(partial(int, "no number"))


async def test_a_process_that_ends_itself_is_told() -> None:
    with pytest.raises(Exception, match="terminated abruptly"):
        await done_aside(partial(os._exit, 3))
