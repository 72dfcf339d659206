"""Drafts by rule: the next steps of a feedback as targets, with open places for how many and how often."""

import re
from collections.abc import Iterator, Mapping

from bot.domain.drafts.blanks import tidy, tried_out
from bot.domain.drafts.model import MOST
from bot.language import targets
from bot.language.drafts.phrasing import action_of
from bot.language.drafts.steps import Lexis, lexis, phrases_in
from bot.language.drafts.works import is_own, work_in
from bot.language.reading.text import fold
from bot.language.targets import Verdict

ACTION_MOST = 160
ACTION_LEAST = 8
_WORD = re.compile(r"[^\W\d_]{3,}")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.6


def drafts_by_rule(seen: str, matters: str, next_step: str, work: str = "", lang: str = "en") -> tuple[str, ...]:
    """Up to three targets, the clearest next steps first. "__" is an open place. Never raises, whatever was typed.

    `work` is what the student hands in, in the plural, for where these texts do not say it.
    """
    words = lexis(lang)
    occasion = work_in(next_step, seen, matters, lang=lang) or work or str(words.table["occasions"]["otherwise"])
    found: list[str] = []
    for action in _actions(seen, matters, next_step, words):
        target = target_of(action, occasion, words)
        if target is not None and not any(_alike(target, other) for other in found):
            found.append(target)
        if len(found) == MOST:
            break
    return tuple(found)


def _actions(seen: str, matters: str, next_step: str, words: Lexis) -> Iterator[str]:
    for typed, every in ((next_step, True), (seen, False), (matters, False)):
        text = typed.lower() if typed.isupper() else typed
        for phrase in phrases_in(text, words, every=every):
            action = action_of(phrase, words)
            if action is not None and ACTION_LEAST <= len(action) <= ACTION_MOST:
                yield action


def target_of(action: str, occasion: str, words: Lexis) -> str | None:
    """The action with "in __ of my next __ essays"; None where it could not be measured, even when filled in."""
    plain = fold(action)
    if any(plain.startswith(lead) for lead in words.table["occasions"]["class_actions"]):
        occasion = occasion if occasion in _spoken(words) else words.table["occasions"]["in_class"]
    target = tidy(_said(action, occasion, words))
    read = targets.read(tried_out(target))
    return target if read.verdict is Verdict.MEASURABLE else None


def _said(action: str, occasion: str, words: Lexis) -> str:
    """The whole sentence: where the action names the work itself, it is counted there."""
    templates: Mapping[str, str] = words.table["templates"]
    own = _own_task(action, words)
    if own is not None:
        return templates["target"].format(action=_counted(action, own, words))
    counted = templates["counted"].format(tasks=occasion)
    if not set(_ANY_WORD.findall(fold(action))).isdisjoint(words.table["front"]["words"]):
        return templates["target_then"].format(counted=counted, action=action)
    return templates["target"].format(action=f"{action} {templates['within'].format(counted=counted)}")


def _own_task(action: str, words: Lexis) -> re.Match[str] | None:
    """The student's own work, named in the action: "plan my essay first"."""
    for found in words.own_task.finditer(fold(action)):
        owned = found.start() != found.start("noun") or action[: found.start()].endswith((" in ", " of "))
        if owned and is_own(found, words):
            return found
    return None


def _counted(action: str, own: re.Match[str], words: Lexis) -> str:
    tasks = words.plural_of(own["noun"])
    template = "counted" if own["number"] is None else "counted_given"
    given = str(words.table["templates"][template]).format(tasks=tasks, number=own["number"])
    return action[: own.start()] + given + action[own.end() :]


def _spoken(words: Lexis) -> frozenset[str]:
    """Occasions at which one speaks."""
    return frozenset(words.table["occasions"]["spoken"])


def _alike(one: str, other: str) -> bool:
    """Whether two targets share most of their words."""
    a, b = ({*_WORD.findall(fold(text))} for text in (one, other))
    own = a - b if len(a) <= len(b) else b - a
    return 1 - len(own) / max(1, min(len(a), len(b))) > _ALIKE and len(own) <= 1
