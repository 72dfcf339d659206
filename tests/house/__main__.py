"""`make house`: the measures of the house, and how each is counted."""

import argparse

from bot.logs import set_up_logs
from tests.house import standing, walks
from tests.house.report import table

PARTS = {"walks": walks.measure, "standing": standing.measure}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.house", description=__doc__)
    parser.add_argument("--all", action="store_true", help="list everything that was counted")
    parser.add_argument("part", nargs="?", choices=PARTS, help="only what happens, or only what stands there")
    wanted = parser.parse_args()
    set_up_logs("ERROR")  # what is played on the way is no measurement
    parts = [PARTS[wanted.part]] if wanted.part else PARTS.values()
    for line in table((measure for part in parts for measure in part()), everything=wanted.all):
        print(line)  # noqa: T201  (this is what the program is for)


if __name__ == "__main__":
    main()
