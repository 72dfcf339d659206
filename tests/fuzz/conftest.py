"""The recording of the story, made once."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.language import targets
from sandbox import carrier
from tests.fuzz.recording import Recording, record

PATIENCE = 30.0
"""Real seconds that an interaction may take here: what comes is of interest, not how soon, and the machine is busy."""


@pytest.fixture(scope="session", autouse=True)
def patient() -> Iterator[None]:
    """A workspace that waits, and a program that has read what it reads once."""
    targets.read("read")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carrier, "ANSWER_WITHIN", PATIENCE)
        yield


@pytest.fixture(scope="session")
def recording(tmp_path_factory: pytest.TempPathFactory, patient: None) -> Recording:
    folder: Path = tmp_path_factory.mktemp("recording")
    return asyncio.run(record(folder))
