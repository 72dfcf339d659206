"""The methods that exist: for each its function, arguments, scopes and rate tier.

https://docs.slack.dev/reference/methods
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sandbox.core import Core
from sandbox.errors import Refusal, with_messages
from sandbox.state import Json, Token

Kind = Literal["str", "int", "bool", "json"]
POSTING = 0
"""The rate tier of chat.postMessage, which has limits of its own."""


@dataclass(frozen=True)
class Call:
    """One call: who calls, with which arguments (already of their types; absent ones are None)."""

    core: Core
    token: Token | None
    args: Json

    def __getitem__(self, name: str) -> Any:
        return self.args.get(name)


Handler = Callable[[Call], Json]


@dataclass(frozen=True)
class Method:
    """What a method takes and needs. `scopes`: any one of them is enough."""

    name: str
    run: Handler
    params: Mapping[str, Kind]
    required: tuple[str, ...]
    scopes: tuple[str, ...]
    tier: int | None
    token: Literal["bot", "app", "none"]


METHODS: dict[str, Method] = {}


def method(
    name: str,
    /,
    *,
    scopes: tuple[str, ...] = (),
    tier: int | None = None,
    required: tuple[str, ...] = (),
    token: Literal["bot", "app", "none"] = "bot",
    **params: Kind,
) -> Callable[[Handler], Handler]:
    """Register a function as the method `name`; `params` are its arguments and their kinds."""

    def register(run: Handler) -> Handler:
        METHODS[name] = Method(name, run, params, required, scopes, tier, token)
        return run

    return register


def arguments(spec: Method, given: Mapping[str, Any]) -> Json:
    """Return the arguments of their kinds; refuse missing ones. Unknown arguments are ignored, as by Slack."""
    missing = [name for name in spec.required if given.get(name) in (None, "")]
    if missing:
        raise with_messages("invalid_arguments", [f"[ERROR] missing required field: {name}" for name in missing])
    problems: list[str] = []
    args: Json = {}
    for name, kind in spec.params.items():
        value = given.get(name)
        if value is not None:
            args[name] = _converted(name, kind, value, problems)
    if problems:
        raise with_messages("invalid_arguments", problems)
    return args


def _converted(name: str, kind: Kind, value: Any, problems: list[str]) -> Any:
    try:
        return _CONVERT[kind](value)
    except ValueError:
        if kind == "json":
            return value
        problems.append(f"[ERROR] must be of type {kind} [json-pointer:/{name}]")
        return None


def _str(value: Any) -> str:
    if isinstance(value, dict | list):
        raise ValueError(value)  # noqa: TRY004 - every converter says so with ValueError
    return str(value)


def _int(value: Any) -> int | None:
    if isinstance(value, str | int):
        return int(value) if value != "" else None
    raise ValueError(value)


def _bool(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return str(value).lower() in ("1", "true")


def _json(value: Any) -> Any:
    if isinstance(value, str):
        return json.loads(value) if value else None
    return value


_CONVERT: Mapping[Kind, Callable[[Any], Any]] = {"str": _str, "int": _int, "bool": _bool, "json": _json}


def cursor_page(items: list[Any], cursor: str | None, limit: int) -> tuple[list[Any], str]:
    """Return one page and the next cursor ('' at the end). Refuses a cursor it did not give out.

    https://docs.slack.dev/apis/web-api/pagination
    """
    start = decode_cursor(cursor) if cursor else 0
    page = items[start : start + limit]
    more = start + limit < len(items)
    return page, encode_cursor(start + limit) if more else ""


def encode_cursor(position: int) -> str:
    """Return an opaque cursor for a position."""
    return base64.b64encode(f"next:{position}".encode()).decode()


def decode_cursor(cursor: str) -> int:
    """Return the position of a cursor; refuses any other string."""
    try:
        word, _, position = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word == "next":
            return int(position)
    except ValueError:
        pass
    raise Refusal("invalid_cursor")
