"""The contracts on the page of an export: what was agreed, asked, answered, and how it went."""

from datetime import date
from typing import Any

from bot.activities.privacy.page.blocks import Block, Fact, Row, Speech, without_empty
from bot.activities.set_up.messages import weekdays
from bot.domain.terms import EvidenceForm

_REPLY = {
    "worked": "privacy-reply-worked",
    "did_not_work": "privacy-reply-did-not-work",
    "next_step": "privacy-reply-next-step",
    "confidence": "privacy-reply-confidence",
    "evidence": "privacy-reply-evidence",
}
_TARGET = ("statement", "baseline", "goal", "unit", "due_on", "strategies")
_WHOLE = ("hardest", "strengths", "supports", "commitments", "ends_on", "check_in_days", "check_in_time")


def contract(row: Row, speech: Speech) -> Block:
    """One contract, with all that belongs to it."""
    words, id = speech.words, row["id"]
    return Block(
        words("privacy-contract", number=id, classroom=speech.classroom(row["classroom"])),
        facts=(
            (words("privacy-contract-status"), words(f"privacy-status-{row['status']}")),
            (words("privacy-contract-began"), speech.moment(row["started_at"])),
        ),
        parts=without_empty(
            [
                *(_version(version, speech) for version in speech.rows("contract_version", contract=id)),
                _answers(id, speech),
                Block(
                    words("privacy-check-ins-heading"),
                    parts=tuple(_check_in(c, speech) for c in speech.rows("check_in", contract=id)),
                ),
                Block(
                    words("privacy-milestones-heading"),
                    parts=tuple(_milestone(m, speech) for m in speech.rows("milestone", contract=id)),
                ),
                Block(
                    words("privacy-look-back-heading"),
                    parts=tuple(_look_back(a, speech) for a in speech.rows("assessment", contract=id)),
                ),
                _history(id, speech),
            ]
        ),
    )


def _version(row: Row, speech: Speech) -> Block:
    words, terms = speech.words, row["terms"]
    author, moment = speech.name(row["author_user"]), speech.moment(row["written_at"])
    signed = speech.rows("signature", contract=row["contract"], number=row["number"])
    targets = terms.get("targets", [])
    return Block(
        words("privacy-version-heading", number=row["number"], author=author, moment=moment),
        facts=tuple(_named(terms, _WHOLE, speech)),
        items=tuple(
            words("privacy-signed", name=speech.name(s["user"]), moment=speech.moment(s["signed_at"])) for s in signed
        ),
        parts=tuple(_target(target, i, len(targets), speech) for i, target in enumerate(targets)),
    )


def _target(target: Row, at: int, of: int, speech: Speech) -> Block:
    words = speech.words
    facts = _named(target, _TARGET, speech)
    forms = {form.value for form in EvidenceForm}
    if target.get("evidence") in forms:
        facts.append((words("terms-field-evidence"), words(f"terms-evidence-{target['evidence']}")))
    facts += _named(target, ("evidence_words",), speech)
    criteria = [f"{c['text']} {words('terms-whose-' + c['author'])}" for c in target.get("criteria", [])]
    if criteria:
        facts.append((words("terms-field-criteria"), "\n".join(criteria)))
    return Block(words("terms-target-name", count=of, number=at + 1), facts=tuple(facts))


def _named(values: Row, names: tuple[str, ...], speech: Speech) -> list[Fact]:
    """Parts of terms under the names that the forms have for them."""
    return [
        (speech.words(f"terms-field-{name.replace('_', '-')}"), _value(name, values[name], speech))
        for name in names
        if values.get(name) not in ("", None)
    ]


def _value(name: str, value: Any, speech: Speech) -> str:
    """A part of terms, which are kept as JSON: dates and days as people write them."""
    if name in ("due_on", "ends_on"):
        return speech.plain(date.fromisoformat(value))
    if name == "check_in_days":
        return weekdays(speech.words, value)
    return str(value)[:5] if name == "check_in_time" else speech.plain(value)


def _answers(contract: int, speech: Speech) -> Block:
    facts: list[Fact] = []
    for interview in speech.rows("interview", contract=contract):
        for key, answer in interview["draft"].items():
            part = key.split(".")[-1]
            label = speech.known(f"terms-field-{part.replace('_', '-')}", part)
            facts.append((label, _typed(answer) or speech.words("privacy-empty")))
    return Block(speech.words("privacy-answers-heading"), facts=tuple(facts))


def _typed(answer: Any) -> str:
    return str(answer.get("raw") or answer.get("value") or "") if isinstance(answer, dict) else str(answer)


def _check_in(row: Row, speech: Speech) -> Block:
    words = speech.words
    facts: list[Fact] = [(words("privacy-contract-status"), words(f"privacy-check-in-{row['state']}"))]
    for reply in speech.rows("reply", check_in=row["id"]):
        if reply["value"] is not None:
            facts.append((words("privacy-reply-value", target=reply["target"] + 1), str(reply["value"])))
        facts += speech.facts(reply, _REPLY)
        if reply["typed"]:
            facts.append((words("privacy-reply-typed"), "\n".join(map(str, reply["typed"].values()))))
    for response in speech.rows("response", check_in=row["id"]):
        teacher, moment = speech.name(response["teacher"]), speech.moment(response["said_at"])
        tapped = not response["text"] and not response["ts"]
        said = words("privacy-response-seen") if tapped else response["text"]
        facts.append((words("privacy-response", teacher=teacher, moment=moment), said))
    return Block(
        words("privacy-check-in", number=row["number"], moment=speech.moment(row["due_at"])), facts=tuple(facts)
    )


def _milestone(row: Row, speech: Speech) -> Block:
    words, moment = speech.words, speech.moment(row["reached_at"])
    return Block(
        words("privacy-milestone", point=row["point"], target=row["target"] + 1, moment=moment),
        facts=(
            (words("terms-field-statement"), row["statement"]),
            (words("privacy-milestone-consent"), words(f"privacy-consent-{row['consent']}")),
        ),
    )


def _look_back(row: Row, speech: Speech) -> Block:
    words = speech.words
    facts = [(words("privacy-look-back-ratings"), ", ".join(map(str, row["ratings"])))]
    if row["reflection"]:
        facts.append((words("privacy-look-back-reflection"), row["reflection"]))
    heading = words("privacy-look-back", name=speech.name(row["user"]), moment=speech.moment(row["given_at"]))
    return Block(heading, facts=tuple(facts))


def _history(contract: int, speech: Speech) -> Block:
    facts = []
    for row in speech.rows("history", contract=contract):
        action = speech.known(f"privacy-action-{row['action']}", row["action"])
        who = speech.words("privacy-pair", first=speech.name(row["user"]), second=action) if row["user"] else action
        said = str(row["detail"].get("text") or "")
        facts.append((speech.moment(row["at"]), f"{who}\n{said}" if said else who))
    return Block(speech.words("privacy-history-heading"), facts=tuple(facts))
