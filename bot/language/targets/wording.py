"""One suggested wording of a target, put together from the parts that were read."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bot.domain.terms import Direction, Measure, MeasureKind, number_text
from bot.language.reading.text import NO_PLURAL, ended, fold, is_plural, load_words, singular_of
from bot.language.targets.coach import read
from bot.language.targets.kinds import head_of, measure_of, stretch_of
from bot.language.targets.model import Extracted, Finding, Reading
from bot.language.targets.patterns import PACKAGE, Lexicon, lexicon, spelling_of

# A sentence is an action with an amount in its place, a start and a time. There is more than one place for an amount:
# what is counted may stand in the action ("begin my sentences …"), or follow it ("… in 4 of 5 essays"). The places are
# tried in the order in which they read best, and what comes out is read again: it has to say the same as its parts.
# Where no place does, no sentence is offered, and the student's own stands.

_NEAR = 300
"""Days: a day that is nearer is written without its year."""
_MINUTE = 60
"""Seconds. Minutes alone are written as "24:30"; an hour and a half is "1.5 hours"."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a sentence has to say. `unit` is what is counted alone, without its total, its period or a currency; `each`
    is what the number is for as somebody wrote it, "evening" or "page", whether it is a period or not."""

    goal: Decimal | None
    start: Decimal | None
    unit: str
    measure: Measure
    way: Direction | None
    each: str


def suggest_wording(
    statement: Reading,
    *,
    observable: str = "",
    baseline: Decimal | None = None,
    goal: Decimal | None = None,
    unit: str = "",
    out_of: Decimal | None = None,
    period: str = "",
    currency: str = "",
    direction: Direction | None = None,
    by_when: str | date = "",
    today: date | None = None,
    day_first: bool = True,
    lang: str = "en",
) -> str:
    """A wording that holds everything known: an action, an amount with its start, a time; "" where none reads well.

    `observable` answers "what would somebody see?" and takes the place of an inner state. The other answers take the
    place of what was read in the statement. What the action already says is not said again.
    """
    said = statement.extracted
    if goal is not None:
        counted = unit or (said.unit if said.goal in (None, goal) else "")
        said = Extracted(goal=goal, unit=counted, out_of=out_of, period=period, currency=currency)
    start = baseline if baseline is not None else statement.extracted.baseline
    table = load_words(PACKAGE, lang, "wording")
    parts = _parts(said, start, direction or statement.extracted.direction, lang)
    composer = _Composer(parts, lang)
    when = _when(by_when or statement.extracted.tasks or statement.extracted.due, table, today, day_first)
    action = _action(observable or statement.text, table, lexicon(lang), lang)
    found = (text for text in composer.sentences(action, when) if _says(text, parts, lang)) if action else iter(())
    return next(found, "")


def _parts(said: Extracted, start: Decimal | None, way: Direction | None, lang: str) -> _Parts:
    measure = measure_of(said.unit, lang)
    counts, unit = measure.counts, head_of(said.unit, lang)
    unit = load_words(PACKAGE, lang, "wording")["in_full"].get(unit, unit)
    if said.out_of is not None:
        counts = MeasureKind.SHARE
    if said.currency:
        counts = MeasureKind.MONEY
    if said.goal is not None and start is not None:
        way = Direction.DOWN if said.goal < start else Direction.UP
    whole = Measure(
        counts,
        said.period or measure.period,
        said.out_of if said.out_of is not None else measure.out_of,
        measure.seconds,
        said.currency or measure.currency,
        measure.scale,
    )
    each = stretch_of(said.unit, lang) if whole.period == measure.period else whole.period
    return _Parts(said.goal, start, unit, whole, Direction.DOWN if said.goal == 0 else way, each)


def _says(sentence: str, parts: _Parts, lang: str) -> bool:
    """Whether a sentence, read again, says what it was made of."""
    if parts.goal is None and parts.start is None:
        return True
    said, table = read(sentence, lang).extracted, load_words(PACKAGE, lang, "wording")
    again = _parts(said, said.baseline, said.direction, lang)
    same = (again.goal, again.start, again.measure.out_of) == (parts.goal, parts.start, parts.measure.out_of)
    same = same and again.measure.currency == parts.measure.currency
    each = parts.goal == 0 or again.measure.period == parts.measure.period != "" or again.each == parts.each
    wanted = parts.way or Direction.UP
    counted = _counts_the_same(again, parts, sentence, table, noun=-1 if lexicon(lang).compounds else 0)
    return same and each and again.way in (wanted, None) and counted


def _counts_the_same(one: _Parts, other: _Parts, sentence: str, table: dict[str, Any], *, noun: int) -> bool:
    """Whether the units are one; a sentence may name it where it says what changes: "reduce my mistakes to 2".

    `noun` is the place of the noun in a unit, which others describe.
    """
    if one.measure.seconds or other.measure.seconds:
        return one.measure.seconds == other.measure.seconds
    if not other.unit or (not one.unit and other.unit in sentence):
        return True
    said, wanted = (unit.lower().split() for unit in (one.unit, other.unit))
    within = all(any(_same(word, again, table) for again in wanted) for word in said)
    alike = all(_same(word, again, table) for word, again in zip(said, wanted, strict=False))
    begun = alike and len(said) > len(wanted)
    return bool(said) and (within or begun or _same(said[noun], wanted[noun], table))


def _same(one: str, other: str, table: dict[str, Any]) -> bool:
    """Whether two words are one, singular or plural."""
    return one.lower() == other.lower() or singular_of(one.lower(), table) == singular_of(other.lower(), table)


# The action: what the student does, as it stands behind "I will".


@lru_cache(maxsize=512)
def _heads(text: str, lang: str) -> tuple[int, ...]:
    reading = read(text, lang)
    return tuple(sorted(found.start for found in (*reading.observables, *reading.inner_states)))


def _action(text: str, table: dict[str, Any], words: Lexicon, lang: str) -> str:
    """The statement without "I want to" and its full stop; "" where nothing in it can stand behind "I will"."""
    plain = re.sub(r"[^\w)%+'’\"]+$", "", " ".join(text.split())).lstrip(" -–:,.;")
    action = _unframed(plain, table)
    if not _begins(action, table, words):
        action = _behind_frame(action, table, lang)
    first, *rest = [*fold(action).split(), ""]
    unlisted = 0 in _heads(action, lang) and len(rest) > 1 and _may_be_verb(first, table, words)
    if unlisted or _begins(action, table, words):
        return _lowered(action, table)
    return _in_base_form(action, table, words, lang) or (plain if _is_whole(plain, table) else "")


def _unframed(action: str, table: dict[str, Any]) -> str:
    folded = fold(action)
    frame = next((f for f in sorted(table["frames"], key=len, reverse=True) if folded.startswith(f + " ")), "")
    return action[len(frame) :].strip()


def _behind_frame(action: str, table: dict[str, Any], lang: str) -> str:
    """ "I have decided to read more" is "read more"; where anything else stands before the verb, it stays."""
    for head in _heads(action, lang):
        lead = re.findall(r"[\w'’]+", fold(action[:head]))
        if set(lead) <= set(table["frame_words"]):
            return action[head - len(_pronoun(lead, action[head:], table, lang)) :]
    return action


def _pronoun(lead: list[str], action: str, table: dict[str, Any], lang: str) -> str:
    """The "me " that belongs to a verb in the first person: "me levanto antes"; "" before a base form."""
    own = lead[-1:] != [] and lead[-1] in table["pronouns"]
    return f"{lead[-1]} " if own and not lexicon(lang).is_base(fold(action).split()[0]) else ""


def _begins(action: str, table: dict[str, Any], words: Lexicon) -> bool:
    """Whether it begins with a verb as it stands behind "will"."""
    said = [word.strip(",;:") for word in fold(action).split()]
    first = 1 if said[:1] and (said[0] in table["before_verb"] or words.is_adverb(said[0])) else 0
    verb = said[first] if len(said) > first else ""
    known = words.is_verb(verb) and words.lemma(verb) == verb and verb not in table["no_verbs"]
    return known or (_may_be_verb(verb, table, words) and (said[first + 1 : first + 2] or [""])[0] in table["own"])


def _may_be_verb(word: str, table: dict[str, Any], words: Lexicon) -> bool:
    """Whether a word that is no known verb may be one."""
    other = words.is_product(word) or is_plural(word, table) or word in table["no_verbs"] or words.is_state(word)
    return words.is_noun_like(word) and words.lemma(word) == word and not other


def _in_base_form(action: str, table: dict[str, Any], words: Lexicon, lang: str) -> str:
    """The action with its verb as it stands behind "will"; "" where that is not known."""
    return _from_first_person(action, table, words, lang) or _from_gerund(action, table, words)


def _from_first_person(action: str, table: dict[str, Any], words: Lexicon, lang: str) -> str:
    """ "me levanto antes" is "levantarme antes", where a base form is known by its ending."""
    said = action.split()
    at = int(fold(action).split()[:1] != [] and fold(said[0]) in table["pronouns"])
    verb = spelling_of(lang).plain(fold(said[at])) if len(said) > at else ""
    base = words.lemma(verb)
    sure = base != verb and words.forms.ends_as_base(base) and spelling_of(lang).is_sure(said[at])
    return " ".join([base + "".join(said[:at]).lower(), *said[at + 1 :]]) if sure else ""


def _from_gerund(action: str, table: dict[str, Any], words: Lexicon) -> str:
    """ "raising my hand" is "raise my hand"; "reading comprehension" is no action."""
    first, _, rest = action.partition(" ")
    of_its_own = rest.split() and fold(rest.split()[0]) in table["own"]
    return f"{words.lemma(first.lower())} {rest}" if of_its_own and words.is_gerund(first.lower()) else ""


def _is_whole(text: str, table: dict[str, Any]) -> bool:
    """Whether it says itself what will be: "my GPA will be 3.5"."""
    said = fold(text).split()
    return said[:1] != [] and said[0] in table["whole_leads"] and not set(said).isdisjoint(table["whole_verbs"])


def _lowered(text: str, table: dict[str, Any]) -> str:
    for word in table["capitals"]:
        text = re.sub(rf"\b{word.lower()}(?=\b(?!\.))", word, text)
    first, _, rest = text.partition(" ")
    kept = first[1:] != first[1:].lower() or first in table["capitals"]
    return f"{first if kept else first.lower()} {rest}".strip()


# The amount and its place.


class _Composer:
    """Puts the parts of one target together."""

    def __init__(self, parts: _Parts, lang: str) -> None:
        self.parts, self.lang = parts, lang
        self.table: dict[str, Any] = load_words(PACKAGE, lang, "wording")
        self.words = lexicon(lang)

    def sentences(self, action: str, when: str) -> Iterator[str]:
        """Every sentence that may be made, the best first."""
        already = read(action, self.lang)
        said = [found for found in already.timeframes if not self.is_occasion(found)]
        time, last = "" if said else when, said[-1:]
        if last and last[0].end == len(action) and self.parts.goal != already.extracted.goal and last[0].start:
            action, time = action[: last[0].start].strip(" ,"), last[0].text
            already = read(action, self.lang)
        for body in self.bodies(action, already):
            yield self.joined(body, already.extracted.baseline, time)

    def joined(self, body: str, said: Decimal | None, time: str) -> str:
        table, start = self.table, self.parts.start
        text = body[:1].upper() + body[1:] if _is_whole(body, table) else str(table["action"]).format(action=body)
        now = start is not None and said != start and not self.tells_way(body)
        if now and start is not None:
            text += str(table["now"]).format(start=self.standing(start))
        if time:
            apart = (now or table["dash"] in body) and time.startswith(str(table["by"]).format(when=""))
            text += str(table["when" if apart else "when_close"]).format(when=time)
        return text + str(table["end"])

    def is_occasion(self, found: Finding) -> bool:
        """Whether a time says at what, and not until when: "before training", "on Sundays"."""
        dated = found.detail == "date" and any(sign.isdigit() for sign in found.text)
        return found.detail == "score_in_exam" or (fold(found.text).split()[0] in self.table["occasions"] and not dated)

    def standing(self, start: Decimal) -> str:
        """The start, as it stands alone: "3", "50%", "£20", "4 times". In digits: a shoutout ends before them."""
        number = self.number(start)
        if self.is_percent:
            return str(self.table["percent_alone"]).format(number=number)
        text = f"{number} {self.table['times'][0]}" if self.is_times and start > 1 else number
        return self.each(text) if self.parts.goal == 0 else text

    def tells_way(self, body: str) -> bool:
        start, goal = self.parts.start, self.parts.goal
        return start is not None and goal is not None and self.way(start, goal) in body

    def bodies(self, action: str, already: Reading) -> Iterator[str]:
        """The action with the amount, in each place that it may have."""
        goal = self.parts.goal
        if goal is None or goal in (already.extracted.goal, already.extracted.baseline):
            yield action
            if goal is None or not self.is_times:
                return
        if self.is_odd() or _is_whole(action, self.table):
            return
        said = already.extracted
        if said.goal is None and said.direction not in (None, self.parts.way or Direction.UP):
            return
        if self.is_change(action):
            yield from self.changed(action)
        words = fold(action).split()
        seen = bool(already.observables) or words[0] in self.table["makes"]
        if not seen or self.is_change(action) or self.table["dash"] in action:
            yield from self.beside(action)
            return
        action = self.plain(self.without_stop(action))
        if not action or self.is_against(words):
            return
        yield from self.in_the_object(action)
        yield from self.of_the_object(action)
        if self.counted_in(action.split()) is None:
            yield from self.behind(self.without(action, self.table["degrees"]))

    @property
    def is_percent(self) -> bool:
        return self.parts.unit in self.table["percents"]

    @property
    def is_times(self) -> bool:
        unit, each = self.parts.unit, self.parts.each
        return unit in self.table["times"] or (not unit and bool(each) and self.is_plain)

    @property
    def is_plain(self) -> bool:
        return self.parts.measure.counts is MeasureKind.COUNT

    def is_odd(self) -> bool:
        """No sentence is made of "3.5 out of 4 min", "5 w out of 6" or "0%", nor of a place on a scale."""
        measure, unit = self.parts.measure, self.parts.unit
        share = measure.out_of is not None
        short = share and len(unit) == 1 and unit.isalpha()
        above = measure.out_of is not None and self.parts.goal is not None and self.parts.goal > measure.out_of
        divided = bool(measure.seconds or measure.currency)
        none = self.parts.goal == 0 and (divided or share or self.is_percent)
        return bool(measure.scale) or short or above or none or (share and divided)

    def number(self, value: Decimal) -> str:
        measure = self.parts.measure
        if measure.currency in self.table["money_behind"]:
            return f"{self.decimal(number_text(value))} {measure.currency}"
        in_its_way = measure.currency or measure.seconds == _MINUTE
        return self.decimal(measure.text(value) if in_its_way else number_text(value))

    def decimal(self, number: str) -> str:
        return number.replace(".", self.table["decimal"])

    def limited(self, text: str) -> str:
        """ "at least 8", "at most 3"; all of all is neither, nor is one."""
        parts = self.parts
        one = parts.goal == 1 and self.is_plain and not self.is_times and bool(parts.unit)
        if (one or parts.goal == parts.measure.out_of) and parts.way is not Direction.DOWN:
            return text
        return str(self.table["at_most" if parts.way is Direction.DOWN else "at_least"]).format(goal=text)

    def amount(self, unit: str | None = None) -> str:
        """The amount without its period: "at least 8 of 10 sentences", "at most £5", "no mistakes", "at least once"."""
        goal, out_of = self.parts.goal or Decimal(0), self.parts.measure.out_of
        unit = self.parts.unit if unit is None else unit
        if self.parts.measure.currency:
            return self.limited(self.number(goal))
        if self.is_percent:
            return self.limited(str(self.table["percent"]).format(number=self.number(goal)))
        if self.is_times and not unit.removeprefix(self.parts.unit) and out_of is None:
            return self.limited(self.often(goal))
        if goal == 0 and out_of is None:
            number = self.table["none"] if unit else number_text(goal)
            return f"{number} {self.agreed(unit, goal)}".strip()
        number = self.number(goal)
        if out_of is not None:
            number = str(self.table["of"]).format(goal=number, out_of=number_text(out_of))
        return f"{self.limited(number)} {self.agreed(unit, goal if out_of is None else out_of)}".strip()

    def agreed(self, unit: str, number: Decimal) -> str:
        """The unit in the singular for one, in the plural for more, where it is a word that has both."""
        said = unit.split()
        bound = (at for at, word in enumerate(said) if self.is_bound(word) and not self.words.compounds)
        for at in list(range(next(bound, len(said))))[-1 if self.words.compounds else 0 :]:
            if number == 1:
                said[at] = singular_of(said[at], self.table)
            elif self.has_plural(said[at]):
                said[at] = ended(said[at], self.table["plural"])
        return " ".join(said)

    def has_plural(self, word: str) -> bool:
        known = self.words.is_product(spelling_of(self.lang).plain(word)) and word not in self.table["uncounted"]
        return known and len(word) > NO_PLURAL and not is_plural(word, self.table)

    def per(self, text: str) -> str:
        """The amount with what it is for; nothing is nothing in whatever time."""
        return text if self.parts.goal == 0 else self.each(text)

    def each(self, text: str) -> str:
        each = self.parts.each
        led = each.startswith(tuple(self.table["an_before"]))
        return str(self.table["per_an" if led else "per"]).format(amount=text, period=each) if each else text

    def often(self, number: Decimal) -> str:
        """ "once", "3 times"."""
        return str(self.table["often"].get(number_text(number)) or f"{number_text(number)} {self.table['times'][0]}")

    def way(self, start: Decimal, goal: Decimal) -> str:
        sign = "%" if self.is_percent else ""
        return str(self.table["way"]).format(start=self.number(start) + sign, goal=self.number(goal) + sign)

    # An aim that nobody could see has no place for an amount, nor has a change: it stands behind them.

    def is_change(self, action: str) -> bool:
        return self.parts.measure.out_of is None and fold(action).split()[0] in self.table["changes"]

    def changed(self, action: str) -> Iterator[str]:
        """ "reduce my mistakes to at most 2"."""
        named = self.counted_in(action.split()) and not self.parts.measure.seconds
        amount = self.amount("" if named else self.parts.unit)
        yield f"{action} {self.table['to']} {self.led(self.per(amount))}"

    def led(self, amount: str) -> str:
        """The amount as it stands behind a preposition: "to at least 8"."""
        for limit in ("at_least", "at_most"):
            lead, led = (str(self.table[name]).format(goal="") for name in (limit, f"{limit}_led"))
            if amount.startswith(lead):
                return led + amount.removeprefix(lead)
        return amount

    def beside(self, action: str) -> Iterator[str]:
        """ "get better at openings: from 5 to 8 openings"; a goal alone says nothing of an aim that nobody sees."""
        start, goal, share = self.parts.start, self.parts.goal, self.parts.measure.out_of
        if start is not None and goal is not None and share is None:
            unit = "" if self.is_percent else self.agreed(self.parts.unit, goal)
            amount = self.per(f"{self.way(start, goal)} {unit}".strip())
            yield str(self.table["beside"]).format(action=action, amount=amount)

    # What is counted stands in the action: "begin my sentences in different ways".

    def in_the_object(self, action: str) -> Iterator[str]:
        said = action.split()
        place = self.counted_in(said)
        if place is not None:
            first, last = place
            start = self.before(said, first)
            kept = said[self.past_determiners(said, start) : first]
            if set(map(fold, kept)).isdisjoint(self.table["no_kept"]):
                unit = " ".join([*kept, self.parts.unit or said[first]])
                yield self.with_object(said[:start], unit, said[last:])

    def of_the_object(self, action: str) -> Iterator[str]:
        """ "drink water" in glasses is "drink at least 6 glasses of water"."""
        said = action.split()
        at = 2 if len(said) > 1 and fold(said[1]) in self.table["particles"] else 1
        free = len(said) == at + 1 and fold(said[at]) not in self.table["determiners"]
        if free and fold(self.parts.unit) in self.table["holders"]:
            yield self.per(" ".join([*said[:at], self.amount(), self.table["part_of"], said[at]]))

    def with_object(self, before: list[str], unit: str, after: list[str]) -> str:
        """The period stands behind what is counted, but not within "pages of a novel"."""
        if not self.words.compounds:  # what describes a noun stands behind it: "faltas ortográficas"
            free = next((at for at, word in enumerate(after) if self.is_bound(fold(word))), len(after))
            unit, after = " ".join([unit, *after[:free]]), after[free:]
        amount = self.amount(unit)
        if after[:1] and after[0] in self.table["bound"]:
            return self.per(" ".join([*before, amount, *after]))
        return " ".join([*before, self.per(amount), *after])

    def counted_in(self, said: list[str]) -> tuple[int, int] | None:
        """Where the action names what is counted."""
        folded = [fold(word).strip(",;:") for word in said]
        if not self.parts.unit and (self.is_plain or self.parts.measure.out_of is not None):
            return self.named_alone(folded)
        wanted = [] if self.is_times else fold(self.parts.unit).split()
        if self.parts.measure.seconds or self.parts.measure.currency:
            wanted = [self.table["whole_of"]["time" if self.parts.measure.seconds else "money"]]
        for length in range(len(wanted), 0, -1):
            tail = wanted[-length:]
            for first in range(1, len(folded) - length + 1):
                last = first + length
                if self.is_within(folded, last):
                    continue
                if all(_same(one, other, self.table) for one, other in zip(folded[first:last], tail, strict=True)):
                    return first, last
        return None

    def is_within(self, folded: list[str], last: int) -> bool:
        """Whether one thing only describes another: the handovers of "the handover sheet"."""
        described = self.words.compounds and last < len(folded) and self.words.is_noun_like(folded[last])
        return described and not is_plural(folded[last - 1], self.table)

    def named_alone(self, folded: list[str]) -> tuple[int, int] | None:
        """What a number without a unit counts: the paragraphs of "start each paragraph …"."""
        if len(folded) > 2 and folded[1] in self.table["several"]:
            return 2, 3
        made = folded[0] in self.table["makes"] and self.parts.measure.out_of is None
        return (1, 2) if len(folded) == 2 and is_plural(folded[1], self.table) and made else None

    def before(self, said: list[str], first: int) -> int:
        """Where the noun phrase begins whose noun is at `first`: behind the verb or the preposition before it."""
        start = first
        while start > 1 and not self.ends_before(fold(said[start - 1])):
            start -= 1
            if fold(said[start]) in self.table["determiners"]:
                return self.first_determiner(said, start)
        return start

    def first_determiner(self, said: list[str], start: int) -> int:
        while start > 1 and fold(said[start - 1]) in self.table["determiners"]:
            start -= 1
        bound = fold(said[start]) in self.table["bound"]  # "the axes of my graphs", but "lots of essays"
        return start + 1 if bound else start

    def past_determiners(self, said: list[str], start: int) -> int:
        while start < len(said) and fold(said[start]) in self.table["determiners"]:
            start += 1
        return start

    def is_bound(self, word: str) -> bool:
        return word in self.words.prepositions and word not in self.table["determiners"]

    def ends_before(self, word: str) -> bool:
        """A preposition, or another verb where a base form is known by its ending: "escuchar y repetir diálogos"."""
        return self.is_bound(word) or (not self.words.compounds and self.words.is_base(word))

    # It does not: the amount follows the action, or its verb.

    def behind(self, action: str) -> Iterator[str]:
        said, amount, table = action.split(), self.per(self.amount()), self.table
        measure, down = self.parts.measure, self.parts.way is Direction.DOWN
        bare = measure.out_of is not None and not self.parts.unit
        if said[0] in table["passes"] and (self.is_percent or bare):
            yield f"{action} {table['with']} {amount}"
        elif self.is_percent or measure.currency:
            yield from self.behind_verb(said, amount)
        elif self.is_times and measure.out_of is None:
            yield f"{action} {amount}" if self.parts.goal else str(table["never"]).format(action=action)
        elif measure.seconds:
            within = down and not measure.period
            lead = table["time_in" if within else "time_for"]
            yield f"{action} {lead} {self.led(amount) if within else amount}".replace("  ", " ")
        elif len(said) == 1:
            yield f"{action} {amount}"
        elif bare and said[0] not in table["makes"]:
            yield f"{action} {self.per(self.amount(table['times'][0]))}"
        elif measure.out_of is not None and self.parts.unit and not down and not self.is_score:
            lead = table["share_on" if fold(self.parts.unit).split()[-1] in table["on"] else "share_in"]
            yield f"{action} {lead} {amount}".replace("  ", " ")
        elif self.parts.unit and (down or said[0] in table["makes"]):
            yield f"{action} {table['with']} {amount}"

    @property
    def is_score(self) -> bool:
        return self.parts.unit in self.table["scores"]

    def behind_verb(self, said: list[str], amount: str) -> Iterator[str]:
        at = 2 if len(said) > 1 and fold(said[1]) in self.table["own"] else 1
        if len(said) == 1 or self.is_bound(fold(said[1])):
            yield " ".join([said[0], amount, *said[1:]])
        elif self.is_percent and any(is_plural(fold(word), self.table) for word in said[at : at + 1]):
            yield " ".join([said[0], amount, self.table["part_of"], *said[1:]])

    def without_stop(self, action: str) -> str:
        """ "stop checking my phone" with an amount is "check my phone"; "" where it would be the other way round."""
        first, _, rest = action.partition(" ")
        if fold(first) not in self.table["stops"]:
            return action
        verb, _, rest = rest.partition(" ")
        if verb in self.table["stop_links"]:
            verb, _, rest = rest.partition(" ")
        is_verb = self.words.is_gerund(fold(verb)) or (not self.words.compounds and self.words.is_base(fold(verb)))
        done = self.parts.way is Direction.DOWN and is_verb
        return f"{self.words.lemma(fold(verb))} {rest}".strip() if done else ""

    def is_against(self, words: list[str]) -> bool:
        """Whether it is less that is wanted and the numbers say more, or the other way round."""
        down = self.parts.way is Direction.DOWN
        return not set(words).isdisjoint(self.table["rising" if down else "falling"])

    def plain(self, action: str) -> str:
        """ "play it" for "play it better", where fewer mistakes say how; "" for what compares otherwise."""
        fewer, compared = self.parts.way is Direction.DOWN and self.is_plain, self.table["compared"]
        action = self.without(action, compared) if fewer and len(action.split()) > 2 else action
        said = fold(action).split()
        return "" if set(said).intersection(compared) or set(said[-1:]).intersection(self.table["no_ends"]) else action

    def without(self, action: str, degrees: Collection[str]) -> str:
        """ "speak up more in class" without the "more" that the amount says."""
        said = action.split()
        owned = set() if self.words.compounds else set(self.table["own"])
        for at in range(1, len(said)):
            following = fold(said[at + 1]) if at + 1 < len(said) else ""
            ends = not following or self.is_bound(following) or following in owned
            if ends and fold(said[at]) in degrees:
                first = at - 1 if fold(said[at - 1]) in degrees else at
                return " ".join(said[:first] + said[at + 1 :])
        return action


def _when(when: str | date, table: dict[str, Any], today: date | None, day_first: bool) -> str:
    if isinstance(when, date):
        near = today is not None and 0 <= (when - today).days <= _NEAR
        name = ("date" if day_first else "date_month_first") + ("_near" if near else "")
        typed = str(table[name]).format(day=when.day, month=table["months"][when.month - 1], year=when.year)
        return str(table["by"]).format(when=typed)
    typed = " ".join(when.split()).strip(" .!?,;")
    first, second, *_ = [*fold(typed).split(), "", ""]
    if first in table["next_leads"]:
        return str(table["in_my"]).format(when=typed)
    if second in table["next_leads"] and first in table["own"]:
        return str(table["in"]).format(when=typed)
    if first in table["when_articles"] or (first[:1].isdigit() and "#" in table["when_articles"]):
        typed = str(table["article"]).format(when=typed)
    return typed if not typed or first in table["when_leads"] else str(table["by"]).format(when=typed)
