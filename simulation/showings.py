"""Who sees what Accord shows: the reader of a direct message, a form or Home, and everybody in a channel."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulation.school import School


@dataclass(frozen=True, slots=True)
class Showing:
    """Words that somebody typed stood in something that Accord showed to `reader`, or in a `channel`."""

    school: School
    words: tuple[str, ...]
    reader: str
    channel: str
    what: str


def showing(school: School, method: str, given: Mapping[str, Any], answer: Mapping[str, Any]) -> Showing | None:
    """None where nothing that somebody typed was shown."""
    words = tuple(dict.fromkeys(school.mint.found_in(json.dumps(given))))
    if not words:
        return None
    kind = ((given.get("metadata") or {}).get("event_payload") or {}).get("kind", "")
    reader, channel = reader_of(school, given, answer)
    return Showing(school, words, reader, channel, f"{method} {kind}".strip())


def reader_of(school: School, given: Mapping[str, Any], answer: Mapping[str, Any]) -> tuple[str, str]:
    """(user, channel): one of them is ""."""
    state = school.core.state
    if "view" in given:
        return str(given.get("user_id") or state.views[answer["view"]["id"]].user), ""
    if given.get("user"):
        return str(given["user"]), ""  # an ephemeral message
    place = state.conversations[str(answer.get("channel") or given.get("channel") or given["channel_id"])]
    if place.kind != "im":
        return "", place.id
    return next(user for user in place.members if user != state.bot_user), ""
