"""`make house`: the measures of the house, and how each is counted. With --all, everything that was counted."""

import argparse

from bot.logs import set_up_logs
from tests.house import standing, walks
from tests.house.report import table


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.house", description=__doc__)
    parser.add_argument("--all", action="store_true", help="list everything that was counted")
    wanted = parser.parse_args()
    set_up_logs("ERROR")  # what is played on the way is no measurement
    for line in table([*walks.measure(), *standing.measure()], everything=wanted.all):
        print(line)  # noqa: T201  (this is what the program is for)


if __name__ == "__main__":
    main()
