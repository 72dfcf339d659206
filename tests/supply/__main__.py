"""`make sbom` and `make audit`."""

import sys
from pathlib import Path

from tests.supply.audit import audit
from tests.supply.sbom import write_bill

BILL = Path("var") / "sbom.cdx.json"


def main(command: str) -> int:
    """The exit code: 1 where something is known against what Accord is made of."""
    if command == "sbom":
        parts, running = write_bill(BILL)
        say(f"{BILL}: {parts} packages, {running} of them always where Accord runs.")
        return 0
    found = audit(Path("requirements.lock"))
    say(found.said)
    return found.code


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
