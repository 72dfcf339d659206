"""What is said in a workspace outside of check-ins: interviews, whom words are for, notes, feedback and drafts."""

from collections.abc import Collection

from bot.domain.classroom import Feedback
from bot.domain.drafts import Drafts
from bot.domain.interview import About, Focus, Interview, InterviewState
from bot.domain.outbox import Errand, ErrandKind
from bot.domain.utterance import AskedBack, Note, Utterance, What
from storage.repository import Repository
from storage.tables.classes import (
    AskedBackRow,
    DraftRow,
    ErrandRow,
    FeedbackRow,
    FocusRow,
    InterviewRow,
    NoteRow,
    UtteranceRow,
)


class Interviews(Repository[Interview]):
    row = InterviewRow
    kind = Interview
    whole_by = ("student",)

    def of_contract(self, contract: int) -> Interview | None:
        return self._first(contract=contract)

    def of_contract_in(self, contract: int, states: Collection[InterviewState]) -> Interview | None:
        return self._first(contract=contract, state=states)

    def of_student(self, student: str) -> list[Interview]:
        return self._all(student=student)

    def of_student_in(self, student: str, states: InterviewState | Collection[InterviewState]) -> list[Interview]:
        return self._all(student=student, state=states)


class Focuses(Repository[Focus]):
    """What somebody's next words are most likely about."""

    row = FocusRow
    kind = Focus
    unique = ("user",)
    whole_by = ("user",)

    def of(self, user: str) -> Focus | None:
        return self._first(user=user)


class Utterances(Repository[Utterance]):
    row = UtteranceRow
    kind = Utterance
    whole_by = ("user",)

    def of(self, user: str) -> list[Utterance]:
        return self._all(user=user)

    def newest_of(self, user: str) -> Utterance | None:
        return self._newest(user=user)


class Questions(Repository[AskedBack]):
    """What Accord asked about words that it could not place by itself."""

    row = AskedBackRow
    kind = AskedBack

    def newest_of(self, user: str) -> AskedBack | None:
        return self._newest(user=user)

    def open_of(self, user: str, whats: Collection[What]) -> list[AskedBack]:
        """Those of these kinds that nobody answered."""
        return self._all(user=user, what=whats, settled=None)


class Notes(Repository[Note]):
    """What was passed on between a student and their teachers. `text` is empty where it was taken back."""

    row = NoteRow
    kind = Note

    def on(self, about: About, ref: int) -> list[Note]:
        return self._all(about=about, ref=ref)

    def on_by(self, about: About, refs: int | Collection[int], sender: str) -> list[Note]:
        return self._all(about=about, ref=refs, sender=sender)

    def between(self, about: About, ref: int, sender: str, student: str) -> list[Note]:
        return self._all(about=about, ref=ref, sender=sender, student=student)

    def emptied(self, about: About, ref: int, sender: str, ts: str) -> Note | None:
        """Of a message that was taken back."""
        return self._first(about=about, ref=ref, sender=sender, ts=ts, text="")

    def of_message(self, sender: str, ts: str) -> Note | None:
        """Where it was not taken back."""
        return self._first(sender=sender, ts=ts, taken_back_at=None)


class Feedbacks(Repository[Feedback]):
    """The feedback that teachers gave."""

    row = FeedbackRow
    kind = Feedback

    def to(self, student: str, classroom: int) -> list[Feedback]:
        return self._all(student=student, classroom=classroom)

    def newest_to(self, student: str, classroom: int) -> Feedback | None:
        return self._newest(student=student, classroom=classroom)


class DraftedTargets(Repository[Drafts]):
    row = DraftRow
    kind = Drafts

    def of(self, feedback: int) -> Drafts | None:
        return self._first(feedback=feedback)

    def not_offered(self, feedback: Collection[int]) -> list[Drafts]:
        return self._all(feedback=feedback, offered_at=None)


class QueuedErrands(Repository[Errand]):
    row = ErrandRow
    kind = Errand
    always_looks = True

    def pending(self, kind: ErrandKind) -> Errand | None:
        """The oldest of a kind that is not done."""
        return self._first(kind=kind, done=False)

    def to_be_heard(self, user: str) -> list[Errand]:
        """What somebody wrote in a rush, done or not."""
        return self._all(kind=ErrandKind.HEAR, in_turn_of=user)
