"""What may stand in a step, and in a fact. What is not known here is a failure, never skipped."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from prompts.words import words_for
from tests.transcripts.comparing import check_wanted

PEOPLE = ("ana", "ben", "mia", "lee", "bell", "ada")
SCENES = ("fresh", "class", "interview", "target", "agreed", "checking-in", "two-classes")

ACTS: Mapping[str, frozenset[str]] = {
    "says": frozenset({"in_thread_of", "in", "files"}),
    "edits": frozenset({"to"}),
    "deletes": frozenset(),
    "presses": frozenset(),
    "command": frozenset({"in"}),
    "fills": frozenset({"submits"}),
    "submits": frozenset(),
}
"""What a person does, by the key that names it, and what may stand beside that."""

FACTS = frozenset(
    {
        *("heard_as", "asked"),
        *(f"target.{name}" for name in ("statement", "baseline", "goal", "unit", "direction", "measure")),
        *("target.period", "target.due_on"),
        *("contract.status", "contract.ends_on", "contract.class", "contract.days", "contract.second_weeks_from"),
        "contract.after_each",
        *("check_in.state", "check_in.due_on", "check_in.values", "check_in.class"),
        "progress.last",
    }
)
FORMERLY: Mapping[str, tuple[str, ...]] = {
    "Ask": ("proposal-ask", "amendment-wonder"),
    "Close it": ("close-button-teacher",),
    "Decline": ("change-decline",),
    "Drop": ("drafting-drop-button",),
    "Edit": ("drafting-edit-button",),
    "End it": ("ways-out-end-button",),
    "Go on": ("proposing-resume",),
    "Go on with my draft": ("help-resume", "sent-back-go-on"),
    "Keep it": ("leave-out-no-button",),
    "Keep my first sentence": ("proposing-option-wording-keep",),
    "Log progress": ("check-in-log-button", "home-log-button"),
    "Make a target from this": ("feedback-start-button",),
    "No, that is all": ("proposing-option-more-no",),
    "Not this time": ("milestone-keep-button",),
    "Plan my next contract": ("looked-back-next-button",),
    "Propose a change": ("change-propose",),
    "Respond": ("check-in-respond-button",),
    "Sign it": ("amendment-sign",),
    "Start from this": ("proposing-option-statement-take",),
    "Start with this": ("drafting-take-button",),
    "Still skip it": ("proposing-keep-skipped",),
    "Take it back": ("change-take-back",),
    "Teaching somebody": ("proposing-option-evidence-peer-teaching",),
    "When the contract ends": ("proposing-option-timeframe-end",),
    "Withdraw": ("close-button-student",),
    "Yes, one more": ("proposing-option-more-yes",),
    "Yes, share it": ("milestone-share-button",),
}
"""What buttons were called before, with the keys of what they are called now: cases that press them stay as they
are."""
_ENDED = ("draft", "proposal", "contract")
_OF_A_CLASS = re.compile(r"(check_in)\[([^\[\]]+)\](\.\w+)")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z")
_SPAN = re.compile(r"\+((?:\d+[wdhms])+)")
_SOME_TIME = datetime(2027, 1, 1, tzinfo=UTC)
_UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes", "s": "seconds"}


def labels_of_now(formerly: str) -> list[str]:
    """What the buttons are called that were called so before, each by what it would end or take back."""
    return [words_for()(key, what=what) for key in FORMERLY.get(formerly, ()) for what in _ENDED]


class Unknown(Exception):
    """Something that no step can be."""


def check_step(does: Any) -> None:
    """Raise Unknown for what can not be played."""
    if not isinstance(does, dict) or not does:
        raise Unknown("a step has a key")
    if len(does) > 1 and not set(does) <= set(CHECKS):
        raise Unknown(f"one thing at a time: {', '.join(map(str, does))}")
    for key, value in does.items():
        if key in PEOPLE:
            _check_act(value)
        elif key in CHECKS or key in EVENTS:
            {**CHECKS, **EVENTS}[key](value)
        else:
            raise Unknown(f"there is no step {key!r}")


def _check_act(act: Any) -> None:
    if is_text(act):
        return
    if not isinstance(act, dict):
        raise Unknown(f"nobody can do {act!r}")
    verb = verb_of(act)
    unknown = set(act) - {verb} - ACTS[verb]
    if unknown:
        raise Unknown(f"{verb!r} knows no {', '.join(sorted(map(repr, unknown)))}")
    if verb == "edits" and not (is_text(act["edits"]) and is_text(act.get("to"))):
        raise Unknown("an edit has the old words, and 'to' with the new ones")
    if verb == "fills" and not isinstance(act["fills"], dict):
        raise Unknown("'fills' has a field's name and what is put in")
    if verb not in ("fills", "submits") and not is_text(act[verb]):
        raise Unknown(f"{verb!r} wants words")
    if "submits" in act and act["submits"] is not True:
        raise Unknown("'submits' is true, or is left out")
    if not _is_list(act.get("files", [])):
        raise Unknown("'files' is a list of names")


def verb_of(act: Mapping[str, Any]) -> str:
    """What is done. Raises Unknown for none that a person can do."""
    verb = next((verb for verb in ACTS if verb in act), None)
    if verb is None:
        raise Unknown(f"nobody can do {', '.join(sorted(map(repr, act)))}")
    return verb


def is_text(value: Any) -> bool:
    """Whether somebody may have typed it: a lone number is no other thing here."""
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and all(is_text(one) for one in value)


def _check_burst(value: Any) -> None:
    if not _by_person(value) or not all(_is_list(texts) and texts for texts in value.values()):
        raise Unknown("a burst has a person, and a list of what they type")


def _check_raw(value: Any) -> None:
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise Unknown("a raw event has a type")


def _check_clock(value: Any) -> None:
    moment(value, _SOME_TIME)


def moment(said: Any, now: datetime) -> datetime:
    """The instant that a clock is moved to. Raises Unknown for what is none."""
    if isinstance(said, str) and _INSTANT.fullmatch(said):
        try:
            return datetime.fromisoformat(said.replace("Z", "+00:00"))
        except ValueError as error:
            raise Unknown(f"{said!r} is no moment: {error}") from error
    span = _SPAN.fullmatch(said) if isinstance(said, str) else None
    if span is None:
        raise Unknown(f"{said!r} is no moment: 2027-01-25T08:45Z, or +3d")
    parts = {_UNITS[unit]: int(count) for count, unit in re.findall(r"(\d+)([wdhms])", span[1])}
    return now + timedelta(**parts)


def _check_facts(value: Any) -> None:
    if not _by_person(value) or not all(isinstance(facts, dict) and facts for facts in value.values()):
        raise Unknown("facts have a person, and what is held about them")
    for facts in value.values():
        for path, wanted in facts.items():
            split(path)
            try:
                check_wanted(wanted)
            except ValueError as error:
                raise Unknown(str(error)) from error


def split(path: Any) -> tuple[str, str | None]:
    """The fact, and the class that it is about where one is named. Raises Unknown for a fact that is none."""
    named = _OF_A_CLASS.fullmatch(path) if isinstance(path, str) else None
    fact, classroom = (named[1] + named[3], named[2]) if named else (path, None)
    if fact not in FACTS:
        raise Unknown(f"there is no fact {path!r}")
    return fact, classroom


def _check_words(value: Any) -> None:
    if not _by_person(value) or not all(is_text(words) or (_is_list(words) and words) for words in value.values()):
        raise Unknown("it has a person, and a list")


def _check_count(value: Any) -> None:
    if not _by_person(value) or not all(type(most) is int and most >= 0 for most in value.values()):
        raise Unknown("it has a person, and a number")


def _by_person(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and set(value) <= set(PEOPLE)


EVENTS: Mapping[str, Callable[[Any], None]] = {"burst": _check_burst, "clock": _check_clock, "raw": _check_raw}
CHECKS: Mapping[str, Callable[[Any], None]] = {
    "facts": _check_facts,
    "told": _check_words,
    "not_told": _check_words,
    "sees": _check_words,
    "never_sees": _check_words,
    "shows_not": _check_words,
    "quiet": _check_count,
}
