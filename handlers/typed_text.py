"""What a person typed, out of the form in which Slack sends it.

https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.seen import clean
from bot.language.naming.written import reference

_REFERENCE = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_ID = re.compile(r"[A-Z0-9]{1,32}")
MENTIONS_MOST = 50
"""In one message; of those behind them nobody looks up the names."""

_NOT_SHOWN = ("mailto:", "tel:")
"""What Slack puts before an address or a number that it linked by itself."""


_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Referred:
    """Whom and what a text refers to by id; `groups` says whether there is a group without a name."""

    people: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    groups: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.channels or self.groups)


@dataclass(frozen=True, slots=True)
class Called:
    """How people and channels are called, by their ids; and what is said of those whom nobody knows here."""

    people: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    somebody: str = ""
    a_channel: str = ""
    a_group: str = ""


UNKNOWN = Called()


def referred(text: str) -> Referred:
    found = list(_REFERENCE.finditer(text))
    groups = any(match[1].startswith("!subteam") and not match[2] for match in found)
    return Referred(_ids("@", found), _ids("#", found), groups)


def _ids(sign: str, found: Sequence[re.Match[str]]) -> tuple[str, ...]:
    ids = [match[1][1:] for match in found if match[1].startswith(sign) and _ID.fullmatch(match[1], 1)]
    return tuple(dict.fromkeys(ids))[:MENTIONS_MOST]


def plain_text(text: str, called: Called = UNKNOWN) -> str:
    """The text as its author saw it: people and channels by name, a link by its label and its address, `&lt;` is <."""
    shown = _REFERENCE.sub(lambda match: _shown(match[1], match[2] or "", called), clean(text))
    return clean(shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def _shown(target: str, label: str, called: Called) -> str:
    sign, ident = target[:1], target[1:]
    if sign == "@":
        return _named("@", called.people.get(ident, label), called.somebody)
    if sign == "#":
        return _named("#", label or called.channels.get(ident, ""), called.a_channel)
    if sign == "!":
        return _special(ident, label, called)
    return _link(target, label)


def _link(target: str, label: str) -> str:
    """Who reads a label has to see where it leads; what Slack linked by itself says so already."""
    if not label:
        return target.removeprefix(next(filter(target.startswith, _NOT_SHOWN), ""))
    leads_elsewhere = target.startswith(_ADDRESSES) and _bare(target) != _bare(label)
    return f"{label} ({target})" if leads_elsewhere else label


def _bare(address: str) -> str:
    """An address as one would type it."""
    return address.casefold().removeprefix("http://").removeprefix("https://").removeprefix("www.").rstrip("/")


def _special(what: str, label: str, called: Called) -> str:
    """`<!here>`, `<!subteam^S1|@year-11>`, `<!date^1392734382^{date}|18 February>`."""
    kind, *rest = what.split("^")
    if kind == "date":
        return label
    if kind == "subteam":
        return _named("@", label, called.a_group)
    return label or what if rest else f"@{kind}"


def _named(sign: str, name: str, otherwise: str) -> str:
    return reference(sign, name.removeprefix(sign)) if name else otherwise
