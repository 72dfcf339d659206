"""What a check of the doctor comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: copy stands under `doctor-<key>`, and where it is not `well`, `doctor-<key>-remedy`."""

    key: str
    well: bool
    args: Mapping[str, str | int] = field(default_factory=dict)


def well(key: str, **args: str | int) -> Finding:
    return Finding(key, True, args)


def ill(key: str, **args: str | int) -> Finding:
    return Finding(key, False, args)
