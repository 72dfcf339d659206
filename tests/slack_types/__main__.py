"""`python -m tests.slack_types FOLDER`: what `make test` calls with what the acceptance tests have left there."""

import sys
from pathlib import Path

from tests.slack_types.checking import check

if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    sys.stdout.write(f"{found.said}\n")
    sys.exit(found.code)
