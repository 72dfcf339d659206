"""A beginning for a subject: it shows a student what a contract may look like, and says nothing in their place."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.actor import Refusal
from bot.domain.chosen import folded
from bot.domain.rubrics import Content
from bot.domain.seen import clean
from bot.domain.terms import EvidenceForm

NAME_MOST = 60
EXAMPLES_MOST = 5
EXAMPLE_MOST = 200
SIGNS_MOST = 8
SIGN_MOST = 75
QUESTION_MOST = 200
TEMPLATES_MOST = 60
"""Of a workspace, with what stands."""
NO_RUBRIC = Content((), ())


@dataclass(frozen=True, slots=True)
class Template:
    """`examples` of targets; `criteria` to choose from; `hardest` and `practice` ask in words of the subject what every
    interview asks; `rubric` is offered to teachers."""

    key: str
    name: str
    examples: tuple[str, ...]
    criteria: tuple[str, ...]
    evidence: EvidenceForm
    hardest: str
    practice: str
    rubric: Content


@dataclass(frozen=True, slots=True)
class SchoolTemplate:
    """One that a teacher wrote: the frame; students fill it, and choose. One that is `gone` was taken out, or written
    anew."""

    workspace: str
    name: str
    examples: tuple[str, ...]
    criteria: tuple[str, ...]
    evidence: EvidenceForm
    hardest: str
    practice: str
    made_by: str
    made_at: datetime
    gone: bool = False
    id: int = 0

    @property
    def template(self) -> Template:
        said = (self.examples, self.criteria, self.evidence, self.hardest, self.practice)
        return Template(f"own-{self.id}", self.name, *said, NO_RUBRIC)

    @property
    def content(self) -> tuple[object, ...]:
        """What it says, whoever wrote it."""
        return self.name, self.examples, self.criteria, self.evidence, self.hardest, self.practice


def standing(templates: Iterable[SchoolTemplate]) -> list[SchoolTemplate]:
    return sorted((one for one in templates if not one.gone), key=lambda one: folded(one.name))


def made(workspace: str, parts: Mapping[str, str], by: str, now: datetime) -> SchoolTemplate:
    """Out of texts by name; `examples` and `criteria` have one on a line. A Refusal has the part as its field."""
    name = clean(parts.get("name", ""))
    if not name or len(name) > NAME_MOST:
        raise Refusal("template-name", field="name")
    examples = _lines(parts, "examples", EXAMPLES_MOST, EXAMPLE_MOST)
    criteria = _lines(parts, "criteria", SIGNS_MOST, SIGN_MOST)
    if not examples:
        raise Refusal("template-no-example", field="examples")
    asked = [clean(parts.get(part, "")) for part in ("hardest", "practice")]
    for part, text in zip(("hardest", "practice"), asked, strict=True):
        if len(text) > QUESTION_MOST:
            raise Refusal("template-question", field=part)
    evidence = EvidenceForm(parts.get("evidence") or EvidenceForm.OTHER)
    return SchoolTemplate(workspace, name, examples, criteria, evidence, asked[0], asked[1], by, now)


def _lines(parts: Mapping[str, str], name: str, most: int, long: int) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(line for raw in parts.get(name, "").splitlines() if (line := clean(raw))))
    if len(found) > most or any(len(line) > long for line in found):
        raise Refusal(f"template-{name}", field=name)
    return found


# A file.


COLUMNS: Mapping[str, str] = {
    **{name: name for name in ("name", "examples", "criteria", "hardest", "practice", "evidence")},
    "subject": "name",
    "nombre": "name",
    "ejemplos": "examples",
    "signs": "criteria",
    "signs of success": "criteria",
    "senales": "criteria",
    "senales de exito": "criteria",
    "dificultad": "hardest",
    "practica": "practice",
    "prueba": "evidence",
    "evidencia": "evidence",
}
SHOWN_AS = (
    ("name", "examples", "criteria", "hardest", "practice", "evidence"),
    ("Bread", "I bake 3 of 4 loaves that rise", "It rises | It is baked through", "", "", "photo"),
)
"""What a file looks like; docs/data-formats.md tells the same."""

_NOBODY = ("", datetime(1970, 1, 1, tzinfo=UTC))
"""By whom and when, while it is only read."""


def from_rows(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[list[dict[str, str]], list[tuple[int, str]]]:
    """The parts of each template of a file, and (line, why) of what is left out. A Refusal says that it is none."""
    if not rows:
        raise Refusal("template-empty")
    line, head = rows[0]
    columns = [COLUMNS.get(folded(cell), "") for cell in head]
    if not {"name", "examples"} <= set(columns):
        raise Refusal("template-no-columns", line=line)
    kept: dict[str, dict[str, str]] = {}
    left: list[tuple[int, str]] = []
    for number, cells in rows[1:]:
        parts = {name: cell.replace("|", "\n") for name, cell in zip(columns, cells, strict=False) if name}
        why = _fault(parts) or ("template-twice" if folded(parts["name"]) in kept else "")
        if why:
            left.append((number, why))
        else:
            kept[folded(parts["name"])] = parts
    if len(kept) > TEMPLATES_MOST:
        raise Refusal("template-too-many")
    return list(kept.values()), left


def _fault(parts: dict[str, str]) -> str:
    """Why these are no template; "" where they are one."""
    if any(text.lstrip().startswith("=") for text in parts.values()):
        return "template-formula"
    parts["evidence"] = parts.get("evidence", "").strip().casefold() or EvidenceForm.OTHER.value
    if parts["evidence"] not in set(EvidenceForm):
        return "template-evidence"
    try:
        made("", parts, *_NOBODY)
    except Refusal as refusal:
        return refusal.key
    return ""


def as_text(templates: Sequence[Mapping[str, str]]) -> str:
    return json.dumps([dict(one) for one in templates], ensure_ascii=False)


def from_text(text: str) -> list[dict[str, str]]:
    return [dict(one) for one in json.loads(text)]
