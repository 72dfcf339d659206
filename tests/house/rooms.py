"""The rooms of the house, and which stands above which: the one place to change when folders move."""

from collections.abc import Iterable

FOLDERS = ("bot", "handlers", "storage", "prompts")
"""Where the product's code lies; sandbox and simulation play with it."""

MIGRATIONS = "storage.migrations.versions"
"""Each is written once and never again: they count for nothing but a new field."""

PLAYERS = ("bot.demo",)
"""They play with Accord, as tests do: what they do and name is none of the product's."""

FIELD = "confidence"
"""A question of a check-in's form that may be left out, from its column to the teacher's card."""

LAYERS = (
    ("prompts", "bot.domain", "bot.settings", "bot.logs"),
    ("bot.documents", "bot.language", "storage"),
    ("bot.activities", "bot.messages"),
    ("bot.apart", "bot.metrics", "bot.steady_clock", "bot.troubles"),
    ("bot.runner", "bot.worker"),
    ("bot.calendars", "bot.evidence", "bot.rosters", "bot.standards", "bot.slack", "bot.outbox", "bot.jobs", "bot.llm"),
    ("handlers",),
    ("bot", "bot.cli", "bot.demo"),
)
"""Rooms, lowest first; a room may import what is beside or below it. A module is in the room with the longest name that
its own begins with: a file of `bot` that is named nowhere puts everything together.
`make house` says which are empty."""


def room_of(module: str) -> str:
    """The name of its room; KeyError for what is no product's."""
    names = module.split(".")
    for length in range(len(names), 0, -1):
        room = ".".join(names[:length])
        if room in _HEIGHTS:
            return room
    raise KeyError(module)


def without_room(modules: Iterable[str]) -> list[str]:
    """Those in a folder that the table does not name: they would count as the highest, and hide what is wrong."""
    return [module for module in modules if module.count(".") > 1 and room_of(module) == "bot"]


def empty(modules: Iterable[str]) -> list[str]:
    """Rooms that no module is in."""
    return sorted(_HEIGHTS.keys() - {room_of(module) for module in modules})


def height_of(room: str) -> int:
    return _HEIGHTS[room]


def is_in(module: str, places: tuple[str, ...]) -> bool:
    """Whether it is one of these modules, or within one."""
    return any(module == place or module.startswith(f"{place}.") for place in places)


_HEIGHTS = {room: height for height, rooms in enumerate(LAYERS) for room in rooms}
