"""Takes out of texts whatever could say who somebody is, and puts it back. Pure; offline.

Every name that Slack knows is replaced, in full and by its parts, however it is written (bot/language/naming); handles
with and without the "@"; and ids, e-mail addresses, links and long numbers by their shape. Where a name is a word too
("will", "may", "art"), the word stays where its place, its case and the words around it say so; when in doubt it is
taken out, which costs a little sense and nothing else. A handle that is a word of every text ("the") or has two letters
is taken out only where it stands like a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.naming import Finder
from bot.language.naming.letters import tokens
from bot.language.naming.written import FEWEST_LETTERS, is_common, names_one

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
