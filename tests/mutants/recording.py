"""A plugin of pytest: writes down which lines each test runs, and for how long it keeps the processor.

RECORD_TO=FOLDER pytest -p tests.mutants.recording TESTS
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from coverage import Coverage

from tests.mutants.nearest import LINES, SECONDS
from tests.mutants.sampling import PACKAGES
from tests.mutants.steady import steadily

_folder = Path(os.environ["RECORD_TO"])
_coverage = Coverage(
    data_file=_folder / LINES, config_file=False, include=[f"{package}/*" for package in PACKAGES], messages=False
)
_seconds: dict[str, float] = {}
_failed: set[str] = set()

steadily()
_coverage.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What runs while modules are imported has no name, and is nobody's."""
    begun = process_time()
    _coverage.switch_context(item.nodeid)
    yield
    _coverage.switch_context("")
    _seconds[item.nodeid] = process_time() - begun


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if not report.passed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Only what passed can tell a mutant from the program."""
    _coverage.stop()
    _coverage.save()
    passed = {test: seconds for test, seconds in _seconds.items() if test not in _failed}
    (_folder / SECONDS).write_text(json.dumps(passed), "utf-8")
