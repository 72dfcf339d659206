"""What a language model may read of a feedback, and whether its draft may be shown to a teacher."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.drafts import BLANK, TEXT_MOST, tidy, tried_out
from bot.language import targets
from bot.language.drafts.steps import lexis
from bot.language.feedback import Lack, lacks
from bot.language.naming import Finder
from bot.language.naming.letters import tokens
from bot.language.naming.parts import FEWEST_LETTERS, is_common, names_one
from bot.language.reading.text import alternatives, fold, load_words
from bot.language.targets import Verdict

# Takes out of texts whatever could say who somebody is, and puts it back. Pure; offline.
#
# Every name that Slack knows is replaced, in full and by its parts, however it is written (bot/language/naming);
# handles with and without the "@"; and ids, e-mail addresses, links and long numbers by their shape. Where a name is
# a word too ("will", "may", "art"), the word stays where its place, its case and the words around it say so; when in
# doubt it is taken out, which costs a little sense and nothing else. A handle that is a word of every text ("the") or
# has two letters is taken out only where it stands like a name.


PLACE = re.compile(r"\[\s*(person|link|address|number|account)\s+([0-9]{1,4})\s*\]", re.IGNORECASE)
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("account", re.compile(r"<[@#!][^<>\s]{1,80}(?:\|[^<>]{0,80})?>")),
    ("address", re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")),
    ("link", re.compile(r"(?:https?://|www\.)[^\s<>\"']{1,500}", re.IGNORECASE)),
    ("account", re.compile(r"(?<![\w@])@\w[\w.'-]{0,80}")),
    ("account", re.compile(r"(?<!\w)(?=[A-Z]*[0-9])[UWCDGTB][A-Z0-9]{6,20}(?!\w)")),
    ("number", re.compile(r"(?<![\w.+])\+?\(?[0-9](?:[\s()./-]{0,2}[0-9]){5,18}(?!\w)")),
    ("number", re.compile(r"(?<!\w)[A-Za-z]{1,4}-?[0-9]{4,12}(?!\w)")),
)


_TAKEN = "="
"""Stands for what is taken out already while names are looked for: it is no part of any, and joins none."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    kind: str


class Hiding:
    """Hides several texts together: what reads the same has the same placeholder in all of them."""

    def __init__(
        self, names: Iterable[str], ids: Iterable[str] = (), lang: str = "en", *, handles: Iterable[str] = ()
    ) -> None:
        handles = tuple(filter(None, handles))
        written = {form for handle in handles for token in tokens(handle) for form in token.forms}
        sure = {form for form in written if len(form) >= FEWEST_LETTERS and not is_common(form, lang)}
        loose = {form for form in written - sure if len(form) > 1}
        self._finder = Finder((*names, *sorted(sure)), every_part=True, loose=loose, lang=lang)
        self._known = _known(filter(None, ids), filter(names_one, handles))
        self._places: dict[tuple[str, str], str] = {}

    @property
    def placeholders(self) -> frozenset[str]:
        """Those given out so far."""
        return frozenset(self._places.values())

    def hide(self, text: str) -> str:
        """The text with placeholders such as "[person 1]"; what only looks like one loses its brackets."""
        plain = PLACE.sub(lambda found: f"({found[1]} {found[2]})", text)
        made, at = [], 0
        for span in self._spans(plain):
            made += [plain[at : span.start], self._place(span.kind, plain[span.start : span.end])]
            at = span.end
        return "".join([*made, plain[at:]])

    def restore(self, text: str) -> str:
        """The text with what its placeholders stand for; one that was never given out stays."""
        originals = {place: original for (_, original), place in self._places.items()}
        return PLACE.sub(lambda found: originals.get(f"[{found[1].lower()} {int(found[2])}]", found[0]), text)

    def _place(self, kind: str, original: str) -> str:
        number = sum(k == kind for k, _ in self._places) + 1
        return self._places.setdefault((kind, original), f"[{kind} {number}]")

    def _spans(self, text: str) -> list[_Span]:
        """In order, none over another; what is found by its shape goes before names."""
        found = [_Span(m.start(), m.end(), kind) for kind, shape in _SHAPES for m in shape.finditer(text)]
        found += [_Span(m.start(), m.end(), "account") for m in (self._known.finditer(text) if self._known else ())]
        kept: list[_Span] = []
        taken = bytearray(len(text))
        for span in found:
            if not any(taken[span.start : span.end]):
                kept.append(span)
                taken[span.start : span.end] = b"\1" * (span.end - span.start)
        left = "".join(_TAKEN if gone else char for gone, char in zip(taken, text, strict=True))
        people = (_Span(start, end, "person") for start, end in self._finder.spans(left))
        return sorted([*kept, *people], key=lambda span: span.start)


def _known(anywhere: Iterable[str], handles: Iterable[str]) -> re.Pattern[str] | None:
    """Ids and names without spaces, wherever they stand; handles where they are no part of something longer."""
    longest_first = sorted({*anywhere}, key=len, reverse=True)
    whole = (rf"(?<![^\W_]){re.escape(handle)}(?![^\W_])" for handle in sorted({*handles}, key=len, reverse=True))
    found = [*map(re.escape, longest_first), *whole]
    return re.compile("|".join(found), re.IGNORECASE) if found else None


# Whether a model's draft may be shown to a teacher: the same checks, whatever the feedback or the model says.


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
    INVENTED = "invented"
    """A number or a date that nobody said."""
    UNKIND = "unkind"
    """It is about the person instead of the work, or compares them with others."""
    NOT_MEASURABLE = "not-measurable"
    """Not even when its open places are filled in. This one may be repaired."""


@dataclass(frozen=True, slots=True)
class CheckedDraft:
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


def judge(text: str, feedback: str, placeholders: Collection[str] = (), lang: str = "en") -> CheckedDraft:
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
    return CheckedDraft(supported, faults, supported != sentence, tuple(gap.value for gap in targets.gaps(read)))


REPLY_LEAST, REPLY_MOST = 10, 75
"""Characters: what an option of Slack's shows whole."""


def judge_reply(text: str, said: str, placeholders: Collection[str] = ()) -> CheckedDraft:
    """Judge a beginning of a reply against the student's words; in one of the languages of this program. `placeholders`
    does not matter: it may name nobody. A number that they did not say is not opened, as in a draft, but refused."""
    sentence = tidy(text).strip(" \"'“”*-•")
    lang = max(("en", "es"), key=lambda one: len(content_words(sentence, one) & content_words(said, one)))
    checks = {
        Fault.LENGTH: not REPLY_LEAST <= len(sentence) <= REPLY_MOST,
        Fault.FORM: _FORMED.search(sentence) is not None or len(text.strip().splitlines()) > 1,
        Fault.FOREIGN: any(_foreign(one).search(fold(sentence)) for one in ("en", "es")),
        Fault.PLACEHOLDER: PLACE.search(sentence) is not None,
        Fault.OFF_TOPIC: not content_words(sentence, lang) & content_words(PLACE.sub(" ", said), lang),
        Fault.INVENTED: without_inventions(sentence, said, lang) != sentence,
        Fault.UNKIND: any({Lack.PERSON, Lack.OTHERS} & {*lacks(sentence, one)} for one in ("en", "es")),
    }
    return CheckedDraft(sentence, tuple(fault for fault, found in checks.items() if found), invented=False)


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
