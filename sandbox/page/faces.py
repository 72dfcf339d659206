"""A face for everybody: their initials on a colour of their own."""

from __future__ import annotations

from sandbox.page.tags import Tag
from sandbox.state import State, User

COLOURS = 8


def face(state: State, user: User, looks: str = "face") -> Tag:
    """Draw somebody's face."""
    colour = "bot" if user.is_bot else f"hue-{list(state.users).index(user.id) % COLOURS}"
    return Tag("span", f"{looks} {colour}", initials(user.real_name), aria_hidden="true")


def initials(name: str) -> str:
    """Return the first letters of the first and the last name."""
    words = name.split()
    picked = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in picked).upper()
