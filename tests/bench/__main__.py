"""`make bench`: one line of JSON for each measurement."""

from tests.bench import drain, due, growth, interactions, load, local_workspace, start, targets
from tests.bench.report import say

MEASUREMENTS = (
    interactions.measure,
    growth.measure,
    start.measure,
    local_workspace.measure,
    targets.measure,
    due.measure,
    load.measure,
    drain.measure,
)


def main() -> None:
    for measure in MEASUREMENTS:
        for found in measure():
            say(found)


if __name__ == "__main__":
    main()
