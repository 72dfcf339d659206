"""`make bench`: one line of JSON for each measurement."""

from tests.bench import due, interactions
from tests.bench.report import say


def main() -> None:
    for measure in (interactions.measure, due.measure):
        for found in measure():
            say(found)


if __name__ == "__main__":
    main()
