"""The page of an export: one HTML file that a person can read, without scripts and without a network."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from bot.activities.privacy.exporting import Export
from bot.activities.privacy.page.blocks import Block, Row, Speech, Table, without_empty
from bot.activities.privacy.page.contracts import contract
from prompts.words import words_for

_PROFILE = ("strengths", "interests", "motivators", "goals", "supports", "subjects")
_SHARED = ("share_interests", "share_with_teachers")
_REST = (
    "care_contact",
    "care_alert",
    "care_told",
    "care_cleared",
    "focus",
    "utterance",
    "asked_back",
    "note",
    "teacher_grant",
    "admission",
    "llm_call",
    "outbox",
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


def _sections(speech: Speech) -> list[Block]:
    words = speech.words
    return [
        _about(speech),
        Block(words("privacy-classes-heading"), items=_classes(speech), anchor="classes"),
        Block(words("privacy-profile-heading"), facts=_profile(speech), anchor="profile"),
        Block(
            words("privacy-feedback-heading"),
            parts=tuple(_feedback(row, speech) for row in speech.rows("feedback")),
            anchor="feedback",
        ),
        Block(
            words("privacy-contracts-heading"),
            parts=tuple(contract(row, speech) for row in speech.rows("contract")),
            anchor="contracts",
        ),
        Block(words("privacy-acts-heading"), words("privacy-acts-what"), items=_acts(speech), anchor="acts"),
        Block(
            words("privacy-rest-heading"),
            words("privacy-rest-what"),
            tables=tuple(_as_kept(name, speech) for name in _REST if speech.rows(name)),
            anchor="rest",
        ),
    ]


def _about(speech: Speech) -> Block:
    names = ("name", "other_names", "handle", "user", "timezone", "locale", "is_admin", "is_active")
    labels = {name: f"privacy-about-{name.replace('_', '-')}" for name in names}
    facts = tuple(fact for row in speech.rows("person") for fact in speech.facts(row, labels))
    return Block(speech.words("privacy-about-heading"), facts=facts, anchor="about")


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


def _feedback(row: Row, speech: Speech) -> Block:
    words = speech.words
    labels = {name: f"privacy-feedback-{name.replace('_', '-')}" for name in ("seen", "matters", "next_step")}
    drafts = [draft["text"] for found in speech.rows("draft", feedback=row["id"]) for draft in found["drafts"]]
    moment = speech.plain(row["given_at"])
    return Block(
        words("privacy-feedback-item", teacher=speech.name(row["teacher"]), moment=moment),
        facts=speech.facts(row, labels),
        parts=without_empty([Block(words("privacy-feedback-drafts"), items=tuple(drafts))]),
    )


def _acts(speech: Speech) -> tuple[str, ...]:
    def line(table: str, part: str, at: object) -> str:
        what = speech.words(f"privacy-table-{table.replace('_', '-')}")
        if at is None:
            return speech.words("privacy-act-undated", table=what, part=part)
        return speech.words("privacy-act", moment=speech.plain(at), table=what, part=part)

    return tuple(line(act["table"], act["part"], act["at"]) for act in speech.export.acts)


def _as_kept(name: str, speech: Speech) -> Table:
    rows = speech.rows(name)
    head = tuple(part for part in rows[0] if part != "id")
    cells = tuple(tuple(speech.plain(row[part]) for part in head) for row in rows)
    return Table(speech.words(f"privacy-table-{name.replace('_', '-')}"), head, cells)
