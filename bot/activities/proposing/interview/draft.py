"""The draft: what the student answered so far, in the order given."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `raw` is what was typed, `value` what was read from it (text, a decimal or a date as text).

    `open` says that it is to be asked again: after "back", after an edit in the summary, or because what was
    typed could not be read. A value that it has stays until a new one comes. `ts` is the message it was typed
    in, "" for a button. `offered` is a value that was typed and takes the place of `value` on a yes alone.
    """

    raw: str
    value: str | None = None
    ts: str = ""
    skipped: bool = False
    open: bool = False
    offered: str = ""

    @property
    def holds(self) -> bool:
        """Whether it says something that can be kept."""
        return self.skipped or self.value is not None


Draft = Mapping[str, Answer]


def load(stored: Mapping[str, Any]) -> Draft:
    """The draft as it was stored by `dump`."""
    return {
        key: Answer(
            raw=str(row["raw"]),
            value=row["value"],
            ts=str(row.get("ts", "")),
            skipped=bool(row.get("skipped", False)),
            open=bool(row.get("open", False)),
            offered=str(row.get("offered", "")),
        )
        for key, row in stored.items()
    }


def dump(draft: Draft) -> dict[str, Any]:
    """The draft as JSON values; what is false or empty is left out."""
    return {key: _row(answer) for key, answer in draft.items()}


def _row(answer: Answer) -> dict[str, Any]:
    row: dict[str, Any] = {"raw": answer.raw, "value": answer.value}
    if answer.ts:
        row["ts"] = answer.ts
    if answer.skipped:
        row["skipped"] = True
    if answer.open:
        row["open"] = True
    if answer.offered:
        row["offered"] = answer.offered
    return row


def put(draft: Draft, key: str, answer: Answer) -> Draft:
    """The draft with this answer as its latest."""
    kept = {k: a for k, a in draft.items() if k != key}
    return {**kept, key: answer}


def mark(draft: Draft, key: str, **changed: Any) -> Draft:
    """The draft with one answer changed, in its place."""
    return {k: replace(a, **changed) if k == key else a for k, a in draft.items()}


def drop(draft: Draft, key: str) -> Draft:
    return {k: a for k, a in draft.items() if k != key}


def key_of_message(draft: Draft, ts: str) -> str | None:
    """The question that a message answered."""
    return next((k for k, a in draft.items() if ts and a.ts == ts), None)
