"""Emoji that people put on messages. https://docs.slack.dev/reference/events/reaction_added"""

from __future__ import annotations

from sandbox import events
from sandbox.core import Core
from sandbox.deliveries import Envelope
from sandbox.state import Post, Reaction


def toggle(core: Core, post: Post, user_id: str, name: str) -> Envelope | None:
    """Put this person's emoji on a message, or take it off when it is there already."""
    known = next((reaction for reaction in post.reactions if reaction.name == name), None)
    added = known is None or user_id not in known.users
    if known is None:
        post.reactions.append(Reaction(name, [user_id]))
    elif added:
        known.users.append(user_id)
    else:
        known.users.remove(user_id)
        post.reactions = [reaction for reaction in post.reactions if reaction.users]
    core.changed()
    return events.reaction_changed(core, post, user_id, name, added=added)
