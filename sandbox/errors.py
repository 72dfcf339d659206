"""How the workspace says no."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """Slack answers `{"ok": false, "error": …}`; `extra` joins the body."""

    def __init__(self, error: str, /, **extra: Any) -> None:
        super().__init__(error)
        self.error = error
        self.extra = extra

    def body(self) -> dict[str, Any]:
        """Return the answer's body."""
        return {"ok": False, "error": self.error, **self.extra}


def with_messages(error: str, messages: list[str]) -> Refusal:
    """Return a refusal that carries `response_metadata.messages`, as for bad blocks and arguments."""
    return Refusal(error, response_metadata={"messages": messages})
