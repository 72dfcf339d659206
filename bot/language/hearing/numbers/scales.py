"""The names of a target's own scale: "got a C", "passed B1"."""

import re

from bot.language.hearing.model import Number
from bot.language.hearing.numbers import context, others
from bot.language.hearing.numbers.measures import Measure
from bot.language.hearing.numbers.phrases import anywhere, at_the_end, listed


def scale_value(text: str, measure: Measure) -> Number | None:
    """The last name of the target's own scale, which is not one that is wished for."""
    if not measure.scale:
        return None
    names = sorted(measure.scale, key=lambda pair: -len(pair[0]))
    pattern = re.compile("|".join(rf"(?<![\w+*]){_letters(name)}(?![\w*])" for name, _ in names))
    values = {name.lower(): value for name, value in measure.scale}
    found = [match for match in pattern.finditer(text) if _is_meant(match, text)]
    if not found:
        return None
    last = found[-1]
    several = len({match[0].lower() for match in found}) > 1 and not _comes_to(text[: last.start()].lower())
    plus = text[last.end() :].lstrip().lower().startswith(listed("scale", "signs"))
    return Number(
        values[last[0].lower()], sure=not (plus or several) and not anywhere("hedged", "words").search(text.lower())
    )


def _comes_to(before: str) -> bool:
    """ "from C to B": the second is the one that stands."""
    return at_the_end("scale", "arrows").search(before) is not None


def _letters(name: str) -> str:
    """A single letter is a name in capitals; a longer one in any."""
    escaped = re.escape(name)
    return escaped if len(name) == 1 else f"(?i:{escaped})"


def _is_meant(match: re.Match[str], text: str) -> bool:
    before, after = text[: match.start()].lower(), text[match.end() :].lower()
    if match[0].lower() in listed("scale", "words_too") and not _stands_as_a_name(before, after):
        return False
    part, rest = context.part_before(before), context.part_after(after)
    wished = anywhere("scale", "not_now")
    if wished.search(part) or wished.search(rest):
        return False
    return not context.is_aimed(before, after) and not others.is_theirs(before)


def _stands_as_a_name(before: str, after: str) -> bool:
    if not before.strip():
        return not after.strip() or after.lstrip()[:1] in "!.,+-"
    return before.split()[-1] in listed("scale", "after_article")
