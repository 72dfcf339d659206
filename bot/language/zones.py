"""Time zones as people write them: "europe/london", "New York", "Vienna"."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from bot.domain.errors import Refusal


def zone_named(typed: str) -> str:
    """The IANA name that was meant, by its whole name or by its city, in any case.

    Raises Refusal under "timezone": "unknown-zone", or "unknown-zone-near" with the nearest name.
    """
    wanted = _folded(typed)
    whole, cities = _names()
    found = whole.get(wanted) or cities.get(wanted)
    if found is not None:
        return found
    near = get_close_matches(wanted.rpartition("/")[2], cities, n=1, cutoff=0.75)
    if near:
        raise Refusal("unknown-zone-near", field="timezone", zone=cities[near[0]])
    raise Refusal("unknown-zone", field="timezone")


def _folded(name: str) -> str:
    return "_".join(name.strip().casefold().split())


@cache
def _names() -> tuple[dict[str, str], dict[str, str]]:
    """Every zone by its whole name, and by its city where no other zone has a city of that name."""
    zones = sorted(available_timezones())
    by_city: dict[str, list[str]] = {}
    for name in zones:
        region, _, city = name.rpartition("/")
        if region and region.partition("/")[0] not in ("Etc", "SystemV", "posix", "right", "US", "Brazil", "Canada"):
            by_city.setdefault(_folded(city), []).append(name)
    return {_folded(name): name for name in zones}, {c: names[0] for c, names in by_city.items() if len(names) == 1}
