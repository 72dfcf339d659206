"""An interview with a student, in the words of a test."""

from typing import Any

from bot.activities.proposing import interviewing
from bot.activities.proposing.messages import InterviewQuestion, QuestionBrief
from bot.domain.actor import Actor
from bot.domain.contract import Status
from bot.domain.interview import Interview
from bot.domain.outbox import Message, Verb
from bot.domain.terms import Terms
from bot.messages.briefs import brief_for
from bot.messages.presenting import present
from bot.messages.registry import notice_of
from handlers.router import ALL
from sandbox.blocks.check import check_message_blocks
from tests.rows import newest_row
from tests.world import World


class Talk:
    """`say` types, `press` presses what the newest question offers; `now_asked` is the key of the open question."""

    def __init__(self, world: World, actor: Actor | None = None) -> None:
        self.world = world
        self.actor = actor or world.student
        self._messages = 0

    def begin(self, classroom: int | None = None, feedback: int | None = None) -> "Talk":
        self.world.do(interviewing.begin, self.actor, classroom, feedback)
        self.shown()
        return self

    def interview(self) -> Interview:
        with self.world.uow() as uow:
            found = newest_row(uow.interviews, student=self.actor.user)
        assert found is not None
        return found

    def question(self) -> QuestionBrief:
        """What the newest question shows."""
        notice = self.notice()
        with self.world.uow() as uow:
            brief = brief_for(uow, notice, self.actor.user)
        assert isinstance(brief, QuestionBrief)
        return brief

    def notice(self) -> InterviewQuestion:
        kind, args = self.world.said(self.actor.user)[-1]
        notice = notice_of(kind, args)
        assert isinstance(notice, InterviewQuestion)
        return notice

    def now_asked(self) -> str:
        brief = self.question()
        return f"{brief.target}.{brief.step}" if brief.target else brief.step

    def shown(self) -> Message:
        """The newest message as it would be sent now: Slack would take it, and somebody answers each button."""
        said = [d for d in self.world.deliveries() if d.lane == self.actor.user and d.verb is Verb.POST]
        newest = said[-1]
        with self.world.uow() as uow:
            message = present(uow, newest)
        assert message is not None
        assert check_message_blocks(list(message.blocks)) == []
        assert {e["action_id"] for e in elements(message)} <= ANSWERED
        return message

    def standing(self) -> list[Message]:
        """Each question that was left behind, as it stands there now, oldest first."""
        shown = {d.refreshes: d for d in self.world.deliveries() if d.verb is Verb.REFRESH and "asked" in d.args}
        with self.world.uow() as uow:
            return [message for _, d in sorted(shown.items()) if (message := present(uow, d)) is not None]

    def buttons(self) -> dict[str, str]:
        """Action id to value, of the newest message."""
        return {e["action_id"]: e.get("value", "") for e in elements(self.shown())}

    def say(self, text: str) -> str:
        """Type it; return the message's ts."""
        self._messages += 1
        ts = f"17.{self._messages:06}"
        self.world.do(interviewing.hear, self.actor, self.interview().id, text, ts)
        self.shown()
        return ts

    def press(self, use_case: Any, *choice: str, asked: int | None = None) -> None:
        interview = self.interview()
        count = interview.asked if asked is None else asked
        self.world.do(use_case, self.actor, interview.id, count, *choice)
        self.shown()

    def choose(self, option: str) -> None:
        self.press(interviewing.choose, option)

    def to_the_summary(self) -> "Talk":
        """Answer every question of a short interview."""
        for answer in TYPED:
            self.say(answer)
        assert self.now_asked() == ""
        return self

    def change(self, part: str, text: str) -> None:
        """Another answer, from the summary."""
        self.press(interviewing.edit, part)
        self.say(text)

    def submit(self) -> None:
        self.press(interviewing.submit, self.question().seal)


ANSWERED = {action for routes in ALL for action in routes.presses}


def elements(message: Message) -> list[dict[str, Any]]:
    return [element for block in message.blocks if block["type"] == "actions" for element in block["elements"]]


TYPED = (
    "Starting my sentences",
    "I have good ideas",
    "Write 8 different sentence openings in my essay by 12 March",
    "5",
    "I read each paragraph aloud",
    "a video",
    "skip",
    "No two openings in a row are alike",
)


def proposed_by(world: World, actor: Actor | None = None) -> Terms:
    """What the student put forward."""
    student = (actor or world.student).user
    with world.uow() as uow:
        contract = uow.contracts.open_of(student, world.classroom.id)
    assert contract is not None
    assert contract.status is Status.PROPOSED
    return contract.on_the_table.terms
