"""What every notice has, and how it gets in and out of the outbox."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

_kinds: dict[str, type["Notice"]] = {}


@dataclass(frozen=True, slots=True)
class Notice:
    """Fields are JSON values: ids, numbers, keys. Never what a person typed."""

    kind: ClassVar[str] = ""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super(Notice, cls).__init_subclass__(**kwargs)
        cls.kind = re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()
        _kinds[cls.kind] = cls

    @property
    def subject(self) -> str | None:
        """What this message follows as a card ("contract:12"), or None for one that is said once."""
        return None

    def args(self) -> dict[str, Any]:
        return asdict(self)


def notice_of(kind: str, args: Mapping[str, Any]) -> Notice:
    """The notice that was queued. KeyError for a kind that this version does not know."""
    return _kinds[kind](**args)


def all_kinds() -> dict[str, type[Notice]]:
    return dict(_kinds)
