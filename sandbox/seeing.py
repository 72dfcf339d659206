"""What a person sees: messages and views as they stood when they were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sandbox import shapes, text
from sandbox.blocks.check import cards_within, elements_of
from sandbox.core import Core
from sandbox.fields import KEYS
from sandbox.state import Json, Post
from sandbox.state import View as StoredView


@dataclass(frozen=True)
class Message:
    """A message at one moment. It does not change; `sees_update` returns a newer one."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json]
    visible_text: str
    metadata: Json
    edited: bool
    ephemeral: bool
    files: list[Json]
    thread_ts: str | None
    reactions: dict[str, list[str]]
    changes: int
    shape: Json

    @classmethod
    def of(cls, core: Core, post: Post) -> Message:
        """Take down a message as it stands."""
        blocks = post.blocks or []
        lines = [text.visible_in_blocks(core.state, blocks)] if blocks else [text.visible(core.state, post.text)]
        lines += [text.visible_in_blocks(core.state, part.get("blocks") or ()) for part in post.attachments or ()]
        lines += [text.visible(core.state, str(part.get("text") or "")) for part in post.attachments or ()]
        files = [shapes.file(core, core.state.files[name]) for name in post.files]
        if not blocks or not post.by_bot or files:
            lines += [file["title"] for file in files if "title" in file]
        return cls(
            ts=post.ts,
            channel=post.channel,
            user=post.user,
            text=post.text,
            blocks=blocks,
            visible_text="\n".join(line for line in lines if line),
            metadata=post.metadata or {},
            edited=post.edited_ts is not None,
            ephemeral=post.ephemeral_to is not None,
            files=files,
            thread_ts=post.thread_ts,
            reactions={reaction.name: list(reaction.users) for reaction in post.reactions},
            changes=post.changes,
            shape=shapes.message(core, post),
        )

    @property
    def kind(self) -> str | None:
        """The notice kind in its metadata, if it carries one."""
        payload = self.metadata.get("event_payload") or {}
        return payload.get("kind")

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons."""
        return labels(self.blocks)

    def shows(self, wanted: str) -> bool:
        """Whether it contains this text, or is of this kind of notice."""
        return wanted in self.visible_text or wanted == self.kind

    def __str__(self) -> str:
        kind = f" ({self.kind})" if self.kind else ""
        shown = self.visible_text.replace("\n", " / ")
        return f"{self.ts}{kind}: {shown[:300]!r} {self.buttons or ''}".rstrip()


@dataclass(frozen=True)
class View:
    """A modal or a Home at one moment."""

    id: str
    kind: str
    title: str
    callback_id: str
    private_metadata: str
    hash: str
    blocks: list[Json]
    values: Json
    errors: dict[str, str]
    text: str
    changes: int

    @classmethod
    def of(cls, core: Core, view: StoredView) -> View:
        """Take down a view as it stands."""
        body = view.body
        title = (body.get("title") or {}).get("text", "")
        parts = [title, text.visible_in_blocks(core.state, view.blocks), *view.errors.values()]
        parts += [(body.get(name) or {}).get("text", "") for name in ("submit", "close")]
        return cls(
            id=view.id,
            kind=view.kind,
            title=title,
            callback_id=body.get("callback_id") or "",
            private_metadata=body.get("private_metadata") or "",
            hash=view.hash,
            blocks=view.blocks,
            values=plain_values(view),
            errors=dict(view.errors),
            text="\n".join(part for part in parts if part),
            changes=view.changes,
        )

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons, without submit and close."""
        return labels(self.blocks)

    def __str__(self) -> str:
        return f"{self.kind} {self.callback_id or self.id}: {self.text[:500]!r}"


def labels(blocks: list[Json]) -> list[str]:
    """Return the labels of all buttons in blocks."""
    elements = [element for block in cards_within(blocks) for element in elements_of(block)]
    return [element["text"]["text"] for element in elements if element["type"] == "button"]


def plain_values(view: StoredView) -> Json:
    """Return what stands in a view's fields, by block_id and by action_id: text, option value, id, or a list."""
    values: Json = {}
    for block_id, actions in shapes.state_values(view.blocks, view.inputs).items():
        for action_id, state in actions.items():
            value = plain_value(state)
            values[action_id] = value
            values[block_id] = value
    return values


def plain_value(state: Json) -> Any:
    """Return an element's state without its wrapping."""
    value = state.get(KEYS[state["type"]][0])
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    if isinstance(value, list):
        return [item["value"] if isinstance(item, dict) and "value" in item else item for item in value]
    return value
