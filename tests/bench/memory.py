"""What a program holds in memory, as Linux counts it."""

from pathlib import Path

STATUS = Path("/proc/self/status")


def peak() -> float:
    """The most so far, in MiB. What getrusage says begins with what the parent held when it started this program."""
    return _mebibytes("VmHWM:")


def held() -> float:
    """Now, in MiB; `peak` begins anew with it."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")
    return _mebibytes("VmRSS:")


def _mebibytes(name: str) -> float:
    for line in STATUS.read_text("ascii").splitlines():
        if line.startswith(name):
            return int(line.split()[1]) / 1024
    raise LookupError(name)
