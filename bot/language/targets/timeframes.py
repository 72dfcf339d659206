"""When: dates, periods, tasks to come, and the exam in which a score is to be reached."""

from collections.abc import Iterable, Sequence

from bot.language.reading.text import load_words
from bot.language.targets.clauses import Clause, Role
from bot.language.targets.patterns import Match, Row, lexicon

_HISTORY = range(1000, 2000)
_YEARS_AHEAD = range(2020, 2100)
_YEARS_TO_COME = range(2026, 2100)  # "in 2020" tells of something that happened
_ASKED_REACH = 8  # how many words may part a question from its date
_NEEDS_SCORE = "score_in_exam"


def find_timeframes(
    row: Row, matches: Iterable[Match], clauses: Iterable[Clause], lang: str, *, scored: bool
) -> tuple[Match, ...]:
    """Every timeframe, without overlaps. `scored`: a mark is aimed at, so that naming the exam says when."""
    told = [clause for clause in clauses if clause.role is Role.PAST or clause.role is Role.OTHERS]
    found: list[Match] = []
    for match in matches:
        if match.kind == _NEEDS_SCORE and not scored:
            continue
        if not _plausible(row, match, lang) or any(clause.start <= match.first < clause.end for clause in told):
            continue
        if match.kind == "date" and _is_asked_about(row, match, lang):
            continue
        found.append(match)
    return _longest(found)


def dated(matches: Iterable[Match]) -> frozenset[int]:
    """The items that belong to any date, also to one in history: their numbers count nothing."""
    return frozenset(index for match in matches if match.tag == "dated" for index in range(match.first, match.last + 1))


def _longest(found: list[Match]) -> tuple[Match, ...]:
    """Of overlapping matches the longest, by place."""
    kept: list[Match] = []
    taken: set[int] = set()
    for match in sorted(found, key=lambda match: match.first - match.last):
        places = range(match.first, match.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.first))


def _is_asked_about(row: Row, match: Match, lang: str) -> bool:
    """ "explain what happened on 11 November": the date belongs to the question, unless it is a "by"."""
    groups, past = load_words("bot.language.targets", lang, "timeframes")["groups"], lexicon(lang).past
    if row.norm(match.first) not in groups["asked_at"]:
        return False
    before = [row.norm(index) for index in range(max(0, match.first - _ASKED_REACH), match.first)]
    asked = [at for at, word in enumerate(before) if word in groups["asking"]]
    return bool(asked) and any(word in past for word in before[asked[-1] + 1 :])


def _plausible(row: Row, match: Match, lang: str) -> bool:
    groups = load_words("bot.language.targets", lang, "timeframes")["groups"]
    words = [row.norm(index) for index in range(match.first, match.last)]
    led = words[0] in groups["over"] or words[0] in groups["by"]
    if any(_is_habit(row, index, groups) for index in range(match.first - (not led), match.last)):
        return False
    if match.kind == "tasks" and any(_is_share(row, index) for index in range(match.first, match.last)):
        return False
    if match.tag == "slash":
        return _is_slash_date(row, match)
    if match.tag == "year":
        return _number_in(row, match.last - 1, _YEARS_AHEAD)
    if match.tag == "comingyear":
        return _number_in(row, match.last - 1, _YEARS_TO_COME)
    if match.tag == "endof":
        return not any(word in groups["not_end_of"] for word in words[-2:])
    if match.kind == "date":
        return not any(_number_in(row, index, _HISTORY) for index in range(match.first, match.last + 1))
    return True


def _is_habit(row: Row, index: int, groups: dict[str, list[str]]) -> bool:
    """ "every week" comes back and never ends; "each of my next four lessons" ends."""
    return row.norm(index) in groups["habit"] and row.norm(index + 1) != "of"


def _is_share(row: Row, index: int) -> bool:
    number = row.items[index].number
    return number is not None and number.out_of is not None


def _is_slash_date(row: Row, match: Match) -> bool:
    item = row.items[match.last - 1]
    if item.number is None or item.number.out_of is None or "/" not in row.text[item.start : item.end]:
        return False
    return 1 <= item.number.value <= 31 and 1 <= item.number.out_of <= 12


def _number_in(row: Row, index: int, values: range) -> bool:
    number = row.items[index].number if index < len(row.items) else None
    return number is not None and number.out_of is None and number.value in values


# The parts of a target that are no numbers: grades, when, in which tasks, how often.


class Occasions:
    """What is typed about grades, times, tasks and frequency, as it is typed."""

    def __init__(
        self, row: Row, amounts: Sequence[Match], when: Sequence[Match], coach: dict[str, frozenset[str]]
    ) -> None:
        self.row = row
        self.amounts = amounts
        self.when = when
        self.coach = coach

    def grades(self) -> tuple[str, str]:
        letters = [self.typed(match) for match in self.amounts if match.tag == "grade" and len(self.typed(match)) <= 2]
        if len(letters) > 1:
            return letters[0], letters[-1]
        return "", letters[0] if letters else ""

    def typed(self, match: Match) -> str:
        start, end = self.row.span(match.first, match.last)
        return self.row.text[start:end]

    def first_time(self, *kinds: str) -> str:
        for kind in kinds:
            for match in self.when:
                if match.kind == kind:
                    return self.typed(match)
        return ""

    def tasks(self) -> str:
        for match in self.when:
            if match.kind == "tasks":
                return self.typed(self.without_lead(match))
        return ""

    def without_lead(self, match: Match) -> Match:
        first = match.first
        lead = self.coach["leads"] | self.coach["determiners"]
        while first < match.last - 1 and self.row.norm(first) in lead:
            first += 1
        return Match(match.kind, match.tag, first, match.last)

    def task_count(self) -> int | None:
        for match in self.when:
            if match.kind != "tasks":
                continue
            numbers = [self.row.items[index].number for index in range(match.first, match.last)]
            known = [int(number.value) for number in numbers if number is not None]
            plural = self.row.norm(match.last - 1).endswith("s")
            return known[0] if known else (None if plural else 1)
        return None

    def frequency(self) -> str:
        """The first phrase that says how often in time: "every Sunday", not "15 per page"."""
        for match in self.amounts:
            if match.kind == "frequency" and self.row.norm(match.last - 1) in self.coach["rhythms"]:
                return self.typed(match)
        return ""
