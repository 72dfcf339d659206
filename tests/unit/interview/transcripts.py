"""A transcript: what is asked, what is answered, what is asked next."""

from datetime import UTC, date, datetime, time
from typing import Any

from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import Draft
from bot.domain.actor import Refusal
from bot.domain.classroom import Autonomy
from bot.domain.interview import Frame

MONDAY = datetime(2027, 1, 11, 8, 0, tzinfo=UTC)


def frame(autonomy: Autonomy = Autonomy.SHARED, **changed: Any) -> Frame:
    fields: dict[str, Any] = {
        "autonomy": autonomy,
        "most_targets": 1 if autonomy is Autonomy.GUIDED else 3,
        "term_ends_on": date(2027, 6, 25),
        "check_in_days": ("MO", "TH"),
        "check_in_time": time(8, 45),
        "timezone": "Europe/Vienna",
        "now": MONDAY,
    }
    return Frame(**{**fields, **changed})


class Transcript:
    """`asked` is the key of the open question ("" for the summary); `say` answers it and tells what is asked next.

    A reply that is refused answers with "!" and the refusal's key, and the draft stays.
    """

    def __init__(self, surroundings: Frame | None = None) -> None:
        self.frame = surroundings or frame()
        self.draft: Draft = {}
        self._messages = 0

    @property
    def asked(self) -> str:
        question = flow.asked(self.draft, self.frame)
        return question.key if question else ""

    def say(self, text: str) -> str:
        question = flow.asked(self.draft, self.frame)
        assert question is not None, "nothing is asked any more"
        self._messages += 1
        return self._try(lambda: flow.answer(self.draft, self.frame, question, text, f"{self._messages}.0"))

    def choose(self, option: str) -> str:
        question = flow.asked(self.draft, self.frame)
        assert question is not None, "nothing is asked any more"
        return self._try(lambda: flow.choose(self.draft, self.frame, question, option))

    def skip(self) -> str:
        question = flow.asked(self.draft, self.frame)
        assert question is not None, "nothing is asked any more"
        return self._try(lambda: flow.skip(self.draft, self.frame, question))

    def keep(self) -> str:
        question = flow.asked(self.draft, self.frame)
        assert question is not None, "nothing is asked any more"
        return self._try(lambda: flow.keep(self.draft, self.frame, question))

    def back(self) -> str:
        return self._try(lambda: flow.back(self.draft, self.frame))

    def edit(self, part: str) -> str:
        return self._try(lambda: flow.edit(self.draft, self.frame, part))

    def correct(self, key: str, text: str) -> str:
        """An edit of the message that answered `key`."""
        question = flow.find(key, self.draft, self.frame)
        return self._try(lambda: flow.answer(self.draft, self.frame, question, text, self.draft[key].ts))

    def _try(self, step: Any) -> str:
        try:
            self.draft = step()
        except Refusal as refusal:
            return f"!{refusal.key}"
        return self.asked

    def dated(self, ends_on: str, days: str) -> "Transcript":
        """Another end and other days than the ones that the summary shows; the end is asked where nothing names it."""
        return self.through(("ends_on", ends_on), ("days", days))

    def through(self, *lines: tuple[str, str]) -> "Transcript":
        """Each line is (what is asked, what is said). What has a good default is asked for from the summary."""
        for key, text in lines:
            if not self.asked and key.rpartition(".")[2] in DEFAULTED:
                self.edit(key)
            assert self.asked == key
            answered = self.say(text)
            assert not answered.startswith("!"), (key, answered)
        return self


DEFAULTED = ("ends_on", "days", "more")
OPENING = (("hardest", "starting sentences"), ("strengths", "good ideas"))
CLEAR = ("1.statement", "Write 8 different sentence openings in my essay by 12 March")
PRACTICE = (
    ("1.strategies", "rewrite one paragraph every Tuesday"),
    ("1.evidence", "written work"),
    ("supports", "more time"),
    ("1.criterion", "no two openings in a row are alike"),
)
DATES = (("ends_on", "12 March"), ("days", "Monday"))
BY_DEFAULT = (*OPENING, CLEAR, ("1.baseline", "5"), *PRACTICE)
"""Up to the summary, where nothing else is asked."""
WHOLE = (*OPENING, CLEAR, ("1.baseline", "5"), *PRACTICE, *DATES, ("1.more", "no"))
"""A short interview from the first question to the summary."""
