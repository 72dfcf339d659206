"""Whether a model's draft may be shown to a teacher: the same checks, whatever the feedback or the model says."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.drafts.blanks import BLANK, tidy, tried_out
from bot.domain.drafts.model import TEXT_MOST
from bot.language import targets
from bot.language.drafts.steps import lexis
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets import Verdict
from bot.llm.hiding import PLACE

LEAST = 20
"""Characters: "I will read aloud." is no target yet."""
MOST = min(240, TEXT_MOST)
SHARED_LEAST = 2
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\w])\d+(?:[.,:]\d+)*(?!\w)|(?<![\w])\d+(?:[.,]\d+)?(?=%|st\b|nd\b|rd\b|th\b|min\b)")
_FORMED = re.compile(
    r"https?:|www\.|\w\.(?:com|org|net|io|ru|de|uk)\b|[@<>{}\[\]#|`~^\\]|\*\*|\]\(|^\s*[-*•]\s", re.IGNORECASE
)


class Fault(StrEnum):
    """Why a draft is not shown."""

    LENGTH = "length"
    FORM = "form"
    """A link, a mention, formatting, several lines: whatever is no plain sentence."""
    FOREIGN = "foreign"
    """It speaks of instructions and models instead of schoolwork."""
    PLACEHOLDER = "placeholder"
    """It names a placeholder that was never given out."""
    OFF_TOPIC = "off-topic"
    NOT_MEASURABLE = "not-measurable"
    """Not even when its open places are filled in. This one may be repaired."""


@dataclass(frozen=True, slots=True)
class Judged:
    """`text` has an open place for each number that the feedback does not support; `invented` says that it had some."""

    text: str
    faults: tuple[Fault, ...]
    invented: bool
    lacks: tuple[str, ...] = ()
    """Of "observable", "measure", "timeframe"."""

    @property
    def good(self) -> bool:
        return not self.faults

    @property
    def may_be_repaired(self) -> bool:
        return self.faults == (Fault.NOT_MEASURABLE,)


def judge(text: str, feedback: str, placeholders: Collection[str] = (), lang: str = "en") -> Judged:
    """Judge a draft against the feedback that it was written from; both still with their placeholders."""
    sentence = tidy(text).strip(" \"'“”*-•")
    supported = without_inventions(sentence, feedback, lang)
    places = [f"[{found[1].lower()} {int(found[2])}]" for found in PLACE.finditer(supported)]
    plain = PLACE.sub("somebody", supported)
    read = targets.read(tried_out(plain), lang)
    checks = {
        Fault.LENGTH: not LEAST <= len(supported) <= MOST,
        Fault.FORM: _FORMED.search(plain) is not None or len(text.strip().splitlines()) > 1,
        Fault.FOREIGN: _foreign(lang).search(fold(plain)) is not None,
        Fault.PLACEHOLDER: any(place not in placeholders for place in places),
        Fault.OFF_TOPIC: not on_topic(plain, PLACE.sub(" ", feedback), lang),
        Fault.NOT_MEASURABLE: read.verdict is not Verdict.MEASURABLE,
    }
    faults = tuple(fault for fault, found in checks.items() if found)
    return Judged(supported, faults, supported != sentence, tuple(gap.value for gap in targets.gaps(read)))


def on_topic(text: str, feedback: str, lang: str = "en") -> bool:
    """Whether it shares content words with the feedback: two, or one where the feedback has next to none."""
    said = content_words(feedback, lang)
    return len(content_words(text, lang) & said) >= (SHARED_LEAST if len(said) > SHARED_LEAST * 2 else 1)


def content_words(text: str, lang: str = "en") -> frozenset[str]:
    """The stems of the words that say something; what is handed in ("essays") says nothing about a target."""
    words = lexis(lang)
    plain = words.task.sub(" ", fold(text))
    empty = _empty(lang)
    return frozenset(stem(word, lang) for word in _WORD.findall(plain) if word not in empty)


def stem(word: str, lang: str = "en") -> str:
    """The word without its ending; at least three letters stay."""
    for ending in load_words("bot.llm", lang, "checks")["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return stem(word[: -len(ending)], lang) if ending in ("s", "es") else word[: -len(ending)]
    return word


def without_inventions(text: str, feedback: str, lang: str = "en") -> str:
    """The text with an open place for each number, and each date, that does not stand in the feedback."""
    known = numbers_in(feedback, lang)
    kept = PLACE.split(text)
    places = [found[0] for found in PLACE.finditer(text)]
    parts = kept[::3]
    opened = [_opened(part, known, feedback, lang) for part in parts]
    joined = "".join(part + place for part, place in zip(opened, [*places, ""], strict=True))
    return tidy(joined)


def _opened(text: str, known: frozenset[str], feedback: str, lang: str) -> str:
    """One stretch between placeholders."""
    plain = _NUMBER.sub(lambda found: found[0] if _value(found[0]) in known else BLANK, text)
    worded = _worded(lang)
    plain = _WORD.sub(lambda found: BLANK if worded.get(fold(found[0]), "") not in {"", *known} else found[0], plain)
    said = fold(feedback)
    return _months(lang).sub(lambda found: found[0] if fold(found["month"] or found["lone"]) in said else BLANK, plain)


def numbers_in(text: str, lang: str = "en") -> frozenset[str]:
    """The numbers of a text, in digits or words, in one form; those within placeholders are none."""
    plain = PLACE.sub(" ", text)
    digits = {_value(found[0]) for found in _NUMBER.finditer(plain)}
    worded = _worded(lang)
    return frozenset(digits | {worded[word] for word in _WORD.findall(fold(plain)) if word in worded})


def _value(digits: str) -> str:
    return digits.replace(",", ".").lstrip("0") or "0"


def _worded(lang: str) -> Mapping[str, str]:
    """Numbers in words."""
    words: Mapping[str, str] = load_words("bot.llm", lang, "checks")["numbers"]
    return words


@cache
def _empty(lang: str) -> frozenset[str]:
    return frozenset(load_words("bot.llm", lang, "checks")["empty"])


@cache
def _foreign(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(load_words('bot.llm', lang, 'checks')['foreign'])}(?!\w)")


@cache
def _months(lang: str) -> re.Pattern[str]:
    """A month with an open place beside it: "__ March", "March __, __"."""
    months = "|".join(name.capitalize() for name in load_words("bot.llm", lang, "checks")["months"])
    day = rf"{BLANK}(?:st|nd|rd|th)?"
    return re.compile(rf"(?:{day} (?:of )?(?P<month>{months})\b|(?P<lone>{months})\b(?= {day}))(?:,? {day})*")
