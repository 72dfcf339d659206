"""Keeps what the acceptance tests had Accord send, each payload once, where PAYLOADS_TO names a folder."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sandbox.web_api.dispatch import LoggedCall

FOLDER = "PAYLOADS_TO"

TYPES = {"blocks": "KnownBlock[]", "view": "View", "metadata": "MessageMetadata"}
"""What is checked of a call's arguments, and the type in @slack/types that it has."""


def keep(calls: Iterable[LoggedCall]) -> None:
    """Write the payloads of calls that the workspace took. Nothing happens where nobody wants them."""
    folder = os.environ.get(FOLDER)
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    for call in calls:
        for kind, payload in _payloads(call.args) if call.ok else ():
            written = json.dumps(payload, sort_keys=True)
            name = f"{kind}_{hashlib.sha256(written.encode()).hexdigest()[:16]}"
            (Path(folder) / f"{name}.json").write_text(written, "utf-8")


UNPUBLISHED = frozenset({"data_visualization"})
"""Blocks that Slack documents, and has no type for in the pinned @slack/types. The blocks around them are checked; what
these hold is held to by the local workspace (sandbox/blocks/charts.py) and the tests of bot/messages/charts.py."""


def _payloads(args: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for kind in TYPES:
        if args.get(kind):
            yield kind, [b for b in args[kind] if b["type"] not in UNPUBLISHED] if kind == "blocks" else args[kind]
