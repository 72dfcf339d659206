"""The parts of a target that are no numbers: grades, when, in which tasks, how often."""

from collections.abc import Sequence

from bot.language.targets.items import Row
from bot.language.targets.patterns import Match


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
