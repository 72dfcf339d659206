"""A plugin for pytest that plants the fault named by ACCORD_PLANT before anything is collected."""

import os

import pytest

from tests.planted.all import PLANTS


def pytest_configure(config: pytest.Config) -> None:
    """Plant it for as long as this pytest runs."""
    wanted = os.environ["ACCORD_PLANT"]
    planted = next(p for p in PLANTS if p.name == wanted).patch()
    planted.__enter__()

    def take_out() -> None:
        planted.__exit__(None, None, None)

    config.add_cleanup(take_out)
