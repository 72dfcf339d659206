"""What a class may choose to do: activities that the teachers of a workspace share. A student makes one their own."""

import ipaddress
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import parse_qsl, urlsplit

from bot.domain.actor import Refusal
from bot.domain.chosen import TakenActivity, folded, words_of
from bot.domain.seen import clean
from bot.domain.terms import EvidenceForm

NAME_MOST = 80
PURPOSE_MOST = 200
TAG_MOST = 30
TAGS_MOST = 8
RESOURCE_MOST = 300
RESOURCES_MOST = 6
MINUTES_MOST = 6000
ACTIVITIES_MOST = 300
"""Of a workspace, with what stands."""


class Level(StrEnum):
    """How much an activity asks of whoever does it."""

    FOUNDATION = "foundation"
    STANDARD = "standard"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Activity:
    """`purpose` says what it is for; `minutes` is 0 where it takes what it takes. One that is `gone` is offered no
    more: it was taken out, or written anew; contracts keep their own copy."""

    workspace: str
    name: str
    purpose: str
    level: Level
    evidence: EvidenceForm
    tags: tuple[str, ...]
    resources: tuple[str, ...]
    minutes: int
    made_by: str
    made_at: datetime
    gone: bool = False
    id: int = 0

    @property
    def taken(self) -> TakenActivity:
        """As a target takes it."""
        return TakenActivity(self.name, self.purpose, self.level.value, self.resources, self.minutes)


@dataclass(frozen=True, slots=True)
class Item:
    """What an activity says, whoever wrote it."""

    name: str
    purpose: str
    level: Level
    evidence: EvidenceForm
    tags: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    minutes: int = 0

    def by(self, workspace: str, user: str, now: datetime) -> Activity:
        return Activity(workspace, *self.parts, user, now)

    @property
    def parts(
        self,
    ) -> tuple[str, str, Level, EvidenceForm, tuple[str, ...], tuple[str, ...], int]:
        return self.name, self.purpose, self.level, self.evidence, self.tags, self.resources, self.minutes


def item_of(activity: Activity) -> Item:
    one = activity
    return Item(one.name, one.purpose, one.level, one.evidence, one.tags, one.resources, one.minutes)


def standing(activities: Iterable[Activity]) -> list[Activity]:
    return sorted((one for one in activities if not one.gone), key=lambda one: folded(one.name))


# What may stand in it.


def made(parts: Mapping[str, str]) -> Item:
    """An activity out of texts by name: name, purpose, level, evidence, interests, resources, minutes. A Refusal has
    the part as its field."""
    said = {name: clean(text) for name, text in parts.items()}
    for name, most in (("name", NAME_MOST), ("purpose", PURPOSE_MOST)):
        if not said.get(name):
            raise Refusal(f"menu-{name}", field=name)
        if len(said[name]) > most:
            raise Refusal("menu-long", field=name)
    if any(is_formula(text) for text in said.values()):
        raise Refusal("menu-formula", field=next(name for name, text in said.items() if is_formula(text)))
    return Item(
        said["name"],
        said["purpose"],
        _level(said.get("level", "")),
        _evidence(said.get("evidence", "")),
        _several(parts.get("interests", ""), "interests", TAGS_MOST, TAG_MOST),
        resources_of(parts.get("resources", "")),
        _minutes(said.get("minutes", "")),
    )


def is_formula(cell: str) -> bool:
    """Whether an office program would work it out."""
    return cell.startswith(("=", "@", "+")) or re.match(r"-[\w.]*[(!]", cell) is not None


LEVELS: Mapping[str, Level] = {
    "": Level.STANDARD,
    **{level.value: level for level in Level},
    **dict.fromkeys(("basic", "basico", "inicial", "fundamentos", "base"), Level.FOUNDATION),
    **dict.fromkeys(("core", "estandar", "medio", "normal"), Level.STANDARD),
    **dict.fromkeys(("extension", "advanced", "ampliado", "ampliacion", "avanzado"), Level.EXTENDED),
}
EVIDENCES: Mapping[str, EvidenceForm] = {
    "": EvidenceForm.OTHER,
    **{folded(form.value): form for form in EvidenceForm},
    **dict.fromkeys(("text", "writing", "texto", "escrito", "por escrito"), EvidenceForm.WRITTEN),
    **dict.fromkeys(("talk", "spoken", "oral presentation", "presentacion oral"), EvidenceForm.ORAL),
    **dict.fromkeys(("picture", "foto", "imagen"), EvidenceForm.PHOTO),
    **dict.fromkeys(("enlace", "url", "website"), EvidenceForm.LINK),
    **dict.fromkeys(("teaching", "ensenar a companeros", "ensenanza entre pares"), EvidenceForm.PEER_TEACHING),
    **dict.fromkeys(("otro", "otra", "otra cosa", "something else"), EvidenceForm.OTHER),
}
"""The words of a file, in the languages that Accord speaks."""


def _level(said: str) -> Level:
    found = LEVELS.get(folded(said))
    if found is None:
        raise Refusal("menu-level", field="level")
    return found


def _evidence(said: str) -> EvidenceForm:
    found = EVIDENCES.get(folded(said))
    if found is None:
        raise Refusal("menu-evidence", field="evidence")
    return found


def _minutes(said: str) -> int:
    match = re.fullmatch(r"(\d{1,5})(?: ?(?:min|minutes?|minutos?|m)\.?)?", said.casefold())
    if not said:
        return 0
    if match is None or not 0 < int(match[1]) <= MINUTES_MOST:
        raise Refusal("menu-minutes", field="minutes")
    return int(match[1])


def _several(text: str, name: str, most: int, long: int) -> tuple[str, ...]:
    """What stands between commas, semicolons, bars or ends of lines."""
    found = tuple(dict.fromkeys(one for part in re.split(r"[,;|\n]", text) if (one := clean(part))))
    if len(found) > most or any(len(one) > long for one in found):
        raise Refusal(f"menu-{name}", field=name)
    return found


def resources_of(text: str) -> tuple[str, ...]:
    """One on a line, or between bars or semicolons that a blank follows: a comma may stand within one, and both within
    an address."""
    found = tuple(dict.fromkeys(one for part in re.split(r"\n|\s\|\s|;(?=\s)", text) if (one := clean(part))))
    if len(found) > RESOURCES_MOST or any(len(one) > RESOURCE_MOST for one in found):
        raise Refusal("menu-resources", field="resources")
    for one in found:
        check_public(one, field="resources")
    return found


# Links that not everybody can open, or that nobody should pass on.


_LINK = re.compile(r"(?i)\b([a-z][a-z0-9+.-]{1,20}):(?=//|\\\\|/|[^\s\d])\S*")
_SHARE = re.compile(r"(?i)(?:^|\s)(?:\\\\[^\s\\]+\\|[a-z]:[\\/])")
_LOCAL = frozenset({"localhost", "local", "lan", "internal", "intranet", "corp", "home", "private", "test", "invalid"})
_SECRETS = frozenset(
    {
        *("token", "accesstoken", "authtoken", "auth", "apikey", "password", "passwd", "pwd", "secret", "signature"),
        *("sig", "xamzsignature", "xgoogsignature", "sessionid", "sid", "jwt", "idtoken"),
    }
)
_SCHEMES = frozenset({"file", "smb", "afp", "ftp", "ftps", "sftp", "ssh", "javascript", "data", "vbscript", "chrome"})


def check_public(text: str, field: str) -> None:
    """Raise Refusal for a resource with a link that opens within a school's network or on one computer alone, or that
    carries a password or a key. Which pages ask for a sign-in nobody can see from outside."""
    if _SHARE.search(text):
        raise Refusal("menu-private-link", field=field)
    for link in _LINK.finditer(text):
        _check_link(link.group(), link[1].lower(), field)


def _check_link(link: str, scheme: str, field: str) -> None:
    if scheme in _SCHEMES:
        raise Refusal("menu-private-link", field=field)
    if scheme not in ("http", "https"):
        return
    try:
        parts = urlsplit(link.rstrip(".,;)»”\"'"))
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        raise Refusal("menu-private-link", field=field) from None
    if parts.username is not None or parts.password is not None or _is_secret(parts.query, parts.fragment):
        raise Refusal("menu-link-with-key", field=field)
    if not _is_public(host):
        raise Refusal("menu-private-link", field=field)


def _is_secret(*parts: str) -> bool:
    names = (name for part in parts for name, value in parse_qsl(part) if value)
    return any("".join(char for char in name.casefold() if char.isalnum()) in _SECRETS for name in names)


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        last = host.rpartition(".")[2].casefold()
        return "." in host and last not in _LOCAL and not last.isdigit() and not host.casefold().endswith(".home.arpa")


# A file.


COLUMNS: Mapping[str, str] = {
    **{name: name for name in ("name", "purpose", "level", "evidence", "interests", "resources", "minutes")},
    "activity": "name",
    "actividad": "name",
    "nombre": "name",
    "title": "name",
    "titulo": "name",
    "what for": "purpose",
    "for": "purpose",
    "para que": "purpose",
    "proposito": "purpose",
    "objetivo": "purpose",
    "nivel": "level",
    "prueba": "evidence",
    "evidencia": "evidence",
    "tags": "interests",
    "intereses": "interests",
    "materials": "resources",
    "recursos": "resources",
    "materiales": "resources",
    "time": "minutes",
    "minutos": "minutes",
    "tiempo": "minutes",
}
TEMPLATE = (
    ("name", "purpose", "level", "interests", "evidence", "resources", "minutes"),
    ("Letter to the editor", "Argue with evidence", "standard", "news; sport", "written", "A newspaper", "45"),
)
"""What a file looks like; docs/data-formats.md tells the same."""

MenuLine = tuple[int, Sequence[str]]


def from_rows(rows: Sequence[MenuLine]) -> tuple[list[Item], list[tuple[int, str]]]:
    """The activities of a file, and (line, why) of what is left out. A Refusal says that it is no menu."""
    if not rows:
        raise Refusal("menu-empty")
    line, head = rows[0]
    columns = [COLUMNS.get(folded(cell), "") for cell in head]
    if not {"name", "purpose"} <= set(columns):
        raise Refusal("menu-no-columns", line=line)
    kept: dict[str, Item] = {}
    left: list[tuple[int, str]] = []
    for number, cells in rows[1:]:
        parts = {name: cell for name, cell in zip(columns, cells, strict=False) if name}
        try:
            item = made(parts)
        except Refusal as refusal:
            left.append((number, refusal.key))
            continue
        if folded(item.name) in kept:
            left.append((number, "menu-twice"))
        else:
            kept[folded(item.name)] = item
    if len(kept) > ACTIVITIES_MOST:
        raise Refusal("menu-too-many")
    return list(kept.values()), left


def as_text(items: Sequence[Item]) -> str:
    return json.dumps([[*one.parts] for one in items], ensure_ascii=False)


def from_text(text: str) -> list[Item]:
    return [
        Item(name, purpose, Level(level), EvidenceForm(form), tuple(tags), tuple(resources), minutes)
        for name, purpose, level, form, tags, resources, minutes in json.loads(text)
    ]


# As a draft keeps what a target took: text beside the answers.


def taken_as_text(taken: Sequence[TakenActivity]) -> str:
    rows = [[one.name, one.purpose, one.level, one.resources, one.minutes] for one in taken]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def taken_from_text(text: str) -> tuple[TakenActivity, ...]:
    rows = json.loads(text) if text else []
    return tuple(TakenActivity(name, purpose, level, tuple(res), n) for name, purpose, level, res, n in rows)


# Which of them suits whom.


def suiting(
    activities: Sequence[Activity], interests: str, level: str = "", typed: str = ""
) -> list[tuple[Activity, bool]]:
    """Those of a level ("" for all) that hold every typed word, with whether one of their tags is among somebody's
    interests; these first, then the easier ones."""
    wanted, liked, order = words_of(typed), f" {folded(interests)} ", list(Level)
    found = []
    for one in activities:
        text = folded(" ".join((one.name, one.purpose, *one.tags)))
        if (not level or one.level == level) and all(word in text for word in wanted):
            found.append((one, any(f" {folded(tag)} " in liked for tag in one.tags if folded(tag))))
    return sorted(found, key=lambda pair: (not pair[1], order.index(pair[0].level), folded(pair[0].name)))
