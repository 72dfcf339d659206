"""The page of an export: one HTML file that a person can read, without scripts and without a network."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.activities.checking_in.forms import BESIDE_NUMBERS
from bot.activities.privacy.exporting import Export, document
from bot.activities.set_up.messages import weekdays
from bot.domain.terms import EvidenceForm, Measure, MeasureKind
from bot.messages.blocks import joined
from bot.messages.terms import counted_as, promised_words
from prompts.words import Words, words_for
from storage.file_store import StoreFailed

# What the page of an export is made of, before it is HTML: headings, facts, lists and tables of plain text.


Fact = tuple[str, str]
"""A label and what it says."""

HeldRow = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table; `head` names its columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """A part of the page with what belongs to it. All of it is plain text; the template escapes it."""

    heading: str
    intro: str = ""
    facts: tuple[Fact, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[PageTable, ...] = ()
    parts: "tuple[PageSection, ...]" = ()
    anchor: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.facts or self.items or self.tables or self.parts)


class Speech:
    """The words of one export: its reader's language, names and zone."""

    def __init__(self, export: Export, words: Words) -> None:
        self.words = words
        self.export = export
        try:
            self._zone: Any = ZoneInfo(export.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            self._zone = UTC

    def moment(self, at: datetime | None) -> str:
        """A day and a time, in the reader's zone."""
        if at is None:
            return self.words("privacy-empty")
        local = at.astimezone(self._zone)
        return self.words("privacy-moment", date=local.date(), time=self.words("time-of-day", time=f"{local:%H:%M}"))

    def name(self, user: str | None) -> str:
        return self.export.people.get(user, user) if user else self.words("privacy-empty")

    def classroom(self, id: int) -> str:
        return self.export.classrooms.get(id, str(id))

    def rows(self, table: str, **equals: Any) -> list[HeldRow]:
        """The person's rows of a table, with these values."""
        found = self.export.rows.get(table, [])
        return [row for row in found if all(row[name] == value for name, value in equals.items())]

    def yes_no(self, value: bool) -> str:
        return self.words("privacy-yes" if value else "privacy-no")

    def facts(self, row: HeldRow, labels: Mapping[str, str]) -> tuple[Fact, ...]:
        """What a row says, under the copy's labels; what is empty is left out."""
        return tuple(
            (self.words(label), self.plain(row[name]))
            for name, label in labels.items()
            if row[name] not in ("", None, [])
        )

    def plain(self, value: Any) -> str:
        """Any value of a row as text."""
        if isinstance(value, bool):
            return self.yes_no(value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.words("privacy-day", date=value)
        if isinstance(value, Mapping):
            return "\n".join(self.words("privacy-pair", first=k, second=self.plain(v)) for k, v in value.items())
        if isinstance(value, list | tuple):
            return "\n".join(self.plain(inner) for inner in value)
        return self.words("privacy-empty") if value in ("", None) else str(value)

    def known(self, key: str, otherwise: str) -> str:
        """The copy of a key, or something else where there is none."""
        return self.words(key) if self.words.has(key) else otherwise


def without_empty(blocks: Iterable[PageSection]) -> tuple[PageSection, ...]:
    return tuple(block for block in blocks if not block.is_empty)


# The contracts on the page of an export: what was agreed, asked, answered, and how it went.


_REPLY = {name: f"check-in-{name.replace('_', '-')}" for name in BESIDE_NUMBERS}
"""As the form asks for it."""
_TARGET = ("statement", "baseline", "goal", "unit", "due_on", "strategies")
_CHECK_INS = ("check_in_days", "alternates_from", "after_each", "check_in_time")
_WHOLE = (
    *("hardest", "strengths", "supports", "commitments", "promised", "further", "self_part", "ends_on"),
    *_CHECK_INS,
)


def contract(row: HeldRow, speech: Speech) -> PageSection:
    """One contract, with all that belongs to it."""
    words, id = speech.words, row["id"]
    return PageSection(
        words("privacy-contract", number=id, classroom=speech.classroom(row["classroom"])),
        facts=(
            (words("privacy-contract-status"), words(f"privacy-status-{row['status']}")),
            (words("privacy-contract-began"), speech.moment(row["started_at"])),
        ),
        parts=without_empty(
            [
                *(_version(version, speech) for version in speech.rows("contract_version", contract=id)),
                _answers(id, speech),
                PageSection(
                    words("privacy-check-ins-heading"),
                    parts=tuple(_check_in(c, speech) for c in speech.rows("check_in", contract=id)),
                ),
                PageSection(
                    words("privacy-milestones-heading"),
                    parts=tuple(_milestone(m, speech) for m in speech.rows("milestone", contract=id)),
                ),
                PageSection(
                    words("privacy-look-back-heading"),
                    parts=tuple(_look_back(a, speech) for a in speech.rows("assessment", contract=id)),
                ),
                _history(id, speech),
            ]
        ),
    )


def _version(row: HeldRow, speech: Speech) -> PageSection:
    words, terms = speech.words, row["terms"]
    author, moment = speech.name(row["author_user"]), speech.moment(row["written_at"])
    signed = speech.rows("signature", contract=row["contract"], number=row["number"])
    targets = terms.get("targets", [])
    return PageSection(
        words("privacy-version-heading", number=row["number"], author=author, moment=moment),
        facts=tuple(_named(terms, _WHOLE, speech)),
        items=tuple(
            words("privacy-signed", name=speech.name(s["user"]), moment=speech.moment(s["signed_at"])) for s in signed
        ),
        parts=tuple(_target(target, i, len(targets), speech) for i, target in enumerate(targets)),
    )


def _target(target: HeldRow, at: int, of: int, speech: Speech) -> PageSection:
    words, measure = speech.words, _measure(target)
    written = {name: measure.text(Decimal(str(target[name]))) for name in ("baseline", "goal") if name in target}
    facts = _named({**target, **written}, _TARGET, speech)
    forms = {form.value for form in EvidenceForm}
    if target.get("evidence") in forms:
        facts.append((words("terms-field-evidence"), words(f"terms-evidence-{target['evidence']}")))
    facts += _named(target, ("evidence_words", "obstacle", "fallback", "materials", "why"), speech)
    criteria = [f"{c['text']} {words('terms-whose-' + c['author'])}" for c in target.get("criteria", [])]
    if criteria:
        facts.append((words("terms-field-criteria"), "\n".join(criteria)))
    milestones = [str(waypoint["name"]) for waypoint in target.get("milestones", [])]
    if milestones:
        facts.append((words("terms-field-milestones"), "\n".join(milestones)))
    standards = [f"{one['code']} {one['statement']}".strip() for one in target.get("standards", [])]
    if standards:
        facts.append((words("terms-field-standards"), "\n".join(standards)))
    taken = [f"{one['name']}: {'; '.join(one['descriptors'])}" for one in target.get("rubric", [])]
    if taken:
        facts.append((words("terms-field-rubric"), "\n".join(taken)))
    assessors = [words(f"terms-assessor-{one}") for one in target.get("assessed_by", [])]
    if assessors:
        facts.append((words("terms-field-assessed-by"), joined(words, assessors)))
    if target.get("weight"):
        facts += _named(target, ("weight",), speech)
    chosen = [", ".join((one["name"], *one["resources"])) for one in target.get("activity", [])]
    if chosen:
        facts.append((words("terms-field-activity"), "\n".join(chosen)))
    return PageSection(words("terms-target-name", count=of, number=at + 1), facts=tuple(facts))


def _measure(target: HeldRow) -> Measure:
    """How the numbers of a target are written; those from before there were measures are plain."""
    said = target.get("measure") or {}
    return Measure(
        MeasureKind(said.get("counts", MeasureKind.COUNT)),
        seconds=said.get("seconds", 0),
        currency=said.get("currency", ""),
        scale=tuple(said.get("scale", ())),
    )


def _number(reply: HeldRow, speech: Speech) -> str:
    """The number of a reply as its target writes it, by the newest version that has the target."""
    versions = speech.rows("contract_version", contract=reply["contract"])
    targets = [t for v in versions for t in v["terms"].get("targets", [])[reply["target"] :][:1]]
    value = Decimal(str(reply["value"]))
    return _measure(targets[-1]).text(value) if targets else str(value)


def _named(values: HeldRow, names: tuple[str, ...], speech: Speech) -> list[Fact]:
    """Parts of terms under the names that the forms have for them."""
    return [
        (speech.words(f"terms-field-{name.replace('_', '-')}"), _value(name, values[name], speech))
        for name in names
        if values.get(name) not in ("", None, [])
    ]


def _value(name: str, value: Any, speech: Speech) -> str:
    """A part of terms, which are kept as JSON: dates and days as people write them."""
    if name in ("due_on", "ends_on"):
        return speech.plain(date.fromisoformat(value))
    if name == "alternates_from":
        return speech.words("terms-form-second-week", date=speech.plain(date.fromisoformat(value)))
    if name in ("weight", "self_part"):
        return counted_as(name, value, speech.words)
    if name == "further":
        said = ((speech.plain(one["text"]), one["when"]) for one in value)
        return " · ".join(f"{text} ({promised_words(speech.words, when)})" if when else text for text, when in said)
    if name == "promised":
        return promised_words(speech.words, value)
    if name == "check_in_days":
        return weekdays(speech.words, value)
    return str(value)[:5] if name == "check_in_time" else speech.plain(value)


def _answers(contract: int, speech: Speech) -> PageSection:
    facts: list[Fact] = []
    for interview in speech.rows("interview", contract=contract):
        for key, answer in interview["draft"].items():
            part = key.split(".")[-1]
            label = speech.known(f"terms-field-{part.replace('_', '-')}", part)
            facts.append((label, _typed(answer) or speech.words("privacy-empty")))
    return PageSection(speech.words("privacy-answers-heading"), facts=tuple(facts))


def _typed(answer: Any) -> str:
    return str(answer.get("raw") or answer.get("value") or "") if isinstance(answer, dict) else str(answer)


def _check_in(row: HeldRow, speech: Speech) -> PageSection:
    words = speech.words
    facts: list[Fact] = [(words("privacy-contract-status"), words(f"privacy-check-in-{row['state']}"))]
    for reply in speech.rows("reply", check_in=row["id"]):
        if reply["value"] is not None:
            facts.append((words("privacy-reply-value", target=reply["target"] + 1), _number(reply, speech)))
        if reply["practised"] is not None:
            facts.append((words("privacy-reply-practised", target=reply["target"] + 1), str(reply["practised"])))
        facts += [(a["question"] or words("check-in-asked-earlier"), a["text"]) for a in reply["answers"]]
        facts += speech.facts(reply, _REPLY)
        if reply["typed"]:
            facts.append((words("privacy-reply-typed"), "\n".join(map(str, reply["typed"].values()))))
    if row["ideas"]:
        facts.append((words("privacy-check-in-ideas"), "\n".join(map(str, row["ideas"]))))
    for response in speech.rows("response", check_in=row["id"]):
        teacher, moment = speech.name(response["teacher"]), speech.moment(response["said_at"])
        tapped = not response["text"] and not response["ts"]
        said = words("privacy-response-seen") if tapped else response["text"]
        facts.append((words("privacy-response", teacher=teacher, moment=moment), said))
    return PageSection(
        words("privacy-check-in", number=row["number"], moment=speech.moment(row["due_at"])), facts=tuple(facts)
    )


def _milestone(row: HeldRow, speech: Speech) -> PageSection:
    words, moment = speech.words, speech.moment(row["reached_at"])
    return PageSection(
        words("privacy-milestone", point=row["point"], target=row["target"] + 1, moment=moment),
        facts=(
            (words("terms-field-statement"), row["statement"]),
            (words("privacy-milestone-consent"), words(f"privacy-consent-{row['consent']}")),
        ),
    )


def _look_back(row: HeldRow, speech: Speech) -> PageSection:
    words = speech.words
    facts = [(words("privacy-look-back-ratings"), ", ".join(str(rating or "–") for rating in row["ratings"]))]
    if row["reflection"]:
        facts.append((words("privacy-look-back-reflection"), row["reflection"]))
    facts += [
        (words(f"privacy-look-back-{name}"), row[name]) for name in ("otherwise", "surprise", "word") if row[name]
    ]
    if any(row["outside_ratings"]):
        marked = ", ".join(str(rating or "–") for rating in row["outside_ratings"])
        facts.append((words("privacy-look-back-outside"), marked))
    if row["outside_words"]:
        facts.append((words("privacy-look-back-outside-words"), row["outside_words"]))
    facts += [(words("privacy-look-back-piece"), str(piece["words"])) for piece in row["pieces"]]
    heading = words("privacy-look-back", name=speech.name(row["user"]), moment=speech.moment(row["given_at"]))
    return PageSection(heading, facts=tuple(facts))


def _history(contract: int, speech: Speech) -> PageSection:
    facts = []
    for row in speech.rows("history", contract=contract):
        action = speech.known(f"privacy-action-{row['action']}", row["action"])
        who = speech.words("privacy-pair", first=speech.name(row["user"]), second=action) if row["user"] else action
        said = str(row["detail"].get("text") or "")
        facts.append((speech.moment(row["at"]), f"{who}\n{said}" if said else who))
    return PageSection(speech.words("privacy-history-heading"), facts=tuple(facts))


_PROFILE = ("strengths", "interests", "motivators", "goals", "supports", "subjects")
_SHARED = ("share_interests", "share_with_teachers", "share_answers")
_REST = (
    "care_contact",
    "care_alert",
    "care_told",
    "care_cleared",
    "evidence",
    "evidence_look",
    "halfway",
    "peer_look",
    "mentoring",
    "conference",
    "lesson_answer",
    "inventory_answer",
    "survey_answer",
    "calibration_piece",
    "calibration_rater",
    "self_contract",
    "family_note",
    "focus",
    "utterance",
    "asked_back",
    "absence",
    "talk",
    "calendar_address",
    "digest",
    "roster",
    "promise",
    "phrase",
    "note",
    "teacher_grant",
    "report_reader",
    "admission",
    "llm_call",
    "outbox",
    "home",
    "errand",
    "incoming",
    "disclosure",
)
"""Tables that are shown as they are kept."""

SECTIONS = frozenset(
    {
        *("person", "membership", "learner_profile", "feedback", "draft", "contract", "contract_version"),
        *("signature", "history", "interview", "check_in", "reply", "response", "milestone", "assessment"),
        *_REST,
    }
)
"""The tables that the page shows; a test compares them with the register."""


def page(export: Export) -> str:
    """The whole page, in the person's language and time zone."""
    speech = Speech(export, words_for(export.locale))
    words = speech.words
    return _template().render(
        language=words.locale,
        title=words("privacy-page-title", name=export.name),
        lead=words("privacy-page-lead", moment=speech.moment(export.made_at), zone=export.timezone),
        notes=[words(f"privacy-page-{note}") for note in ("private", "others", "wrong")],
        contents=words("privacy-page-contents"),
        nothing=words("privacy-page-nothing"),
        end=words("privacy-page-end"),
        sections=_sections(speech),
    )


@cache
def _template() -> Template:
    """The one place where text becomes HTML: everything is escaped, and what is missing is an error."""
    loader = FileSystemLoader(Path(__file__).parent)
    made = Environment(autoescape=True, loader=loader, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("page.html.j2")


def _sections(speech: Speech) -> list[PageSection]:
    words = speech.words
    return [
        _about(speech),
        PageSection(words("privacy-classes-heading"), items=_classes(speech), anchor="classes"),
        PageSection(words("privacy-profile-heading"), facts=_profile(speech), anchor="profile"),
        PageSection(
            words("privacy-feedback-heading"),
            parts=tuple(_feedback(row, speech) for row in speech.rows("feedback")),
            anchor="feedback",
        ),
        PageSection(
            words("privacy-contracts-heading"),
            parts=tuple(contract(row, speech) for row in speech.rows("contract")),
            anchor="contracts",
        ),
        PageSection(words("privacy-acts-heading"), words("privacy-acts-what"), items=_acts(speech), anchor="acts"),
        PageSection(
            words("privacy-rest-heading"),
            words("privacy-rest-what"),
            tables=tuple(_as_kept(name, speech) for name in _REST if speech.rows(name)),
            anchor="rest",
        ),
    ]


def _about(speech: Speech) -> PageSection:
    names = ("name", "other_names", "handle", "user", "timezone", "locale", "language", "is_admin", "is_active")
    labels = {name: f"privacy-about-{name.replace('_', '-')}" for name in names}
    facts = tuple(fact for row in speech.rows("person") for fact in speech.facts(row, labels))
    return PageSection(speech.words("privacy-about-heading"), facts=facts, anchor="about")


def _classes(speech: Speech) -> tuple[str, ...]:
    lines = []
    for row in speech.rows("membership"):
        classroom, since = speech.classroom(row["classroom"]), speech.moment(row["joined_at"])
        line = speech.words(f"privacy-class-{row['side']}", classroom=classroom, since=since)
        if row["left_at"] is not None:
            line = speech.words("privacy-class-left", line=line, left=speech.moment(row["left_at"]))
        lines.append(line)
    return tuple(lines)


def _profile(speech: Speech) -> tuple[tuple[str, str], ...]:
    labels = {name: f"privacy-profile-{name.replace('_', '-')}" for name in (*_PROFILE, *_SHARED)}
    return tuple(fact for row in speech.rows("learner_profile") for fact in speech.facts(row, labels))


def _feedback(row: HeldRow, speech: Speech) -> PageSection:
    words = speech.words
    labels = {name: f"privacy-feedback-{name.replace('_', '-')}" for name in ("seen", "matters", "next_step")}
    drafts = [draft["text"] for found in speech.rows("draft", feedback=row["id"]) for draft in found["drafts"]]
    moment = speech.plain(row["given_at"])
    return PageSection(
        words("privacy-feedback-item", teacher=speech.name(row["teacher"]), moment=moment),
        facts=speech.facts(row, labels),
        parts=without_empty([PageSection(words("privacy-feedback-drafts"), items=tuple(drafts))]),
    )


def _acts(speech: Speech) -> tuple[str, ...]:
    def line(table: str, part: str, at: object) -> str:
        what = speech.words(f"privacy-table-{table.replace('_', '-')}")
        if at is None:
            return speech.words("privacy-act-undated", table=what, part=part)
        return speech.words("privacy-act", moment=speech.plain(at), table=what, part=part)

    return tuple(line(act["table"], act["part"], act["at"]) for act in speech.export.acts)


def _as_kept(name: str, speech: Speech) -> PageTable:
    rows = speech.rows(name)
    head = tuple(part for part in rows[0] if part != "id")
    cells = tuple(tuple(speech.plain(row[part]) for part in head) for row in rows)
    return PageTable(speech.words(f"privacy-table-{name.replace('_', '-')}"), head, cells)


# Writes an export into a folder: export.json for programs, export.html for people.


JSON, HTML = "export.json", "export.html"
FILES = "files"
_ONLY_MINE, _ONLY_ME = 0o600, 0o700


def check(folder: Path) -> None:
    """FileExistsError where an export is there already, NotADirectoryError where something else has the name."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotADirectoryError(str(folder))
    for name in (JSON, HTML, FILES):
        if os.path.lexists(folder / name):
            raise FileExistsError(name)


def _no_store(digest: str) -> bytes:
    raise StoreFailed("missing")


def prepare(export: Export, folder: Path, read: Callable[[str], bytes] = _no_store) -> None:
    """Write all of it under hidden names, readable by whoever runs this and nobody else; `publish` shows them. `read`
    gives the files that the person sent.

    OSError where they can not be written to their end: then neither is left. Errors of `check`, too.
    """
    check(folder)
    text = json.dumps(document(export), ensure_ascii=False, indent=2)
    written = {JSON: text + "\n", HTML: page(export)}
    folder.mkdir(parents=True, exist_ok=True, mode=_ONLY_ME)
    try:
        for name, content in written.items():
            _file(_hidden(folder, name), content.encode())
        _prepare_files(export, _hidden(folder, FILES), read)
    except OSError:
        discard(folder)
        raise


def publish(folder: Path) -> tuple[Path, Path]:
    """Give the prepared files their names."""
    for name in (JSON, HTML):
        _hidden(folder, name).rename(folder / name)
    if _hidden(folder, FILES).exists():
        _hidden(folder, FILES).rename(folder / FILES)
    return folder / JSON, folder / HTML


def _prepare_files(export: Export, folder: Path, read: Callable[[str], bytes]) -> None:
    """Each under the id of its row and its name. One that is lost is left out: its row says what it was."""
    for row in export.rows.get("evidence", []):
        if row["digest"]:
            with suppress(StoreFailed):
                content = read(row["digest"])
                folder.mkdir(exist_ok=True, mode=_ONLY_ME)
                _file(folder / f"{row['id']}-{row['name']}", content)


def discard(folder: Path) -> None:
    """Remove what was prepared, where anything was."""
    for name in (JSON, HTML):
        if os.path.lexists(_hidden(folder, name)):
            _hidden(folder, name).unlink()
    shutil.rmtree(_hidden(folder, FILES), ignore_errors=True)


def _hidden(folder: Path, name: str) -> Path:
    return folder / f".{name}.partial"


def _file(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE), "wb") as file:
        file.write(content)
