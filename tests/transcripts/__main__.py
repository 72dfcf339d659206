"""`python -m tests.transcripts FILE_OR_FOLDER…`: play conversations, a line for each."""

import argparse
import sys
from pathlib import Path

from bot.logs import set_up_logs
from tests.transcripts.loading import load
from tests.transcripts.playing import play


def main() -> int:
    """0 only where none failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.transcripts", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="FILE_OR_FOLDER")
    set_up_logs("CRITICAL")
    passed = failed = 0
    for case in load(parser.parse_args().paths):
        outcome = play(case)
        failed, passed = failed + bool(outcome.why), passed + (not outcome.why)
        print(outcome, flush=True)  # noqa: T201 - this is what it is for
    print(f"{passed} passed, {failed} failed")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
