"""Public holidays by country and region, by the library `holidays`: loaded when somebody asks."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from bot.domain.school_calendar import CalendarDays

PUBLIC = "public"


class UnknownPlace(Exception):
    """No country, or no region of it, is called that; `regions` are the names of those that there are."""

    def __init__(self, regions: Sequence[str] = ()) -> None:
        super().__init__("unknown place")
        self.regions = tuple(regions)


@dataclass(frozen=True, slots=True)
class HolidayPlace:
    """A country ("DE"), and a region of it ("BY") or "" for what holds in all of it."""

    country: str
    region: str = ""


def place_of(country: str, region: str = "") -> HolidayPlace:
    """As `holidays` calls it; a region also by its name ("Bavaria"). Raises UnknownPlace."""
    code = country.strip().upper()
    if code not in countries():
        raise UnknownPlace
    typed = region.strip()
    if not typed:
        return HolidayPlace(code)
    kind = _kind(code)
    names = {_plain(name): name for name in kind.subdivisions}
    names |= {_plain(name): region_code for name, region_code in kind.subdivisions_aliases.items()}
    found = names.get(_plain(typed).removeprefix(f"{code.casefold()}-"), names.get(_plain(typed)))
    if found is None:
        raise UnknownPlace(_called(kind))
    return HolidayPlace(code, found)


def _called(kind: Any) -> list[str]:
    """One name for each region: the first and longest that the data has, or its code."""
    names: dict[str, str] = {}
    for name, code in kind.subdivisions_aliases.items():
        if len(name) > len(names.get(code, "")):
            names[code] = name
    return [names.get(code, code) for code in kind.subdivisions]


def _plain(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def public_holidays(place: HolidayPlace, first: date, last: date, language: str) -> list[CalendarDays]:
    """Between two days, both included, oldest first; named in the language where the data has it, else in the
    country's own. `language` is "en" or "en-GB". Raises UnknownPlace."""
    place = place_of(place.country, place.region)
    kind = _kind(place.country)
    found = kind(
        subdiv=place.region or None,
        years=range(first.year, last.year + 1),
        language=_language(kind, language),
        categories=(PUBLIC,) if PUBLIC in kind.supported_categories else None,
    )
    return [CalendarDays(day, day, str(name)) for day, name in sorted(found.items()) if first <= day <= last]


def _language(kind: Any, wanted: str) -> str | None:
    """One that it has; its own where it has none. Without any it would go by the settings of this computer."""
    short = wanted.replace("-", "_")
    having = list(kind.supported_languages or ())
    for one in (short, short.partition("_")[0]):
        if one in having:
            return one
        fitting = [name for name in having if name.partition("_")[0] == one]
        if fitting:
            return str(fitting[0])
    default: str | None = kind.default_language
    return default


@cache
def countries() -> frozenset[str]:
    """The codes of all that there are."""
    import holidays

    return frozenset(holidays.list_supported_countries(include_aliases=False))


def _kind(country: str) -> Any:
    """The class of a country, which says what it has."""
    import holidays

    return type(holidays.country_holidays(country))
