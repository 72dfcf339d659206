"""What a check of the doctor comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    OK = "ok"
    WARN = "warn"
    """It works, but somebody should look."""
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: copy stands under `doctor-<key>`, and where it is not OK, `doctor-<key>-remedy`."""

    key: str
    level: Level
    args: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def well(self) -> bool:
        """Whether Accord works all the same."""
        return self.level is not Level.FAIL


def well(key: str, **args: str | int) -> Finding:
    return Finding(key, Level.OK, args)


def warn(key: str, **args: str | int) -> Finding:
    return Finding(key, Level.WARN, args)


def ill(key: str, **args: str | int) -> Finding:
    return Finding(key, Level.FAIL, args)
