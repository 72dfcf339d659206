"""What a program holds in memory, as Linux counts it."""

from pathlib import Path

STATUS = Path("/proc/self/status")


def peak() -> float:
    """The most so far, in MiB. What getrusage says begins with what the parent held when it started this program."""
    for line in STATUS.read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise LookupError("VmHWM")
