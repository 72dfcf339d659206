"""How much a student chooses in the next contract: what a teacher is asked, and what the student hears."""

from dataclasses import dataclass

from bot.domain.classroom import Autonomy
from bot.domain.freedom import STEPS, FreedomStep, Record
from bot.domain.outbox import Message
from bot.messages.blocks import actions, button, say, small
from bot.messages.registry import Notice, Reader, message

TAKE, KEEP, BACK, ASK = "freedom.take", "freedom.keep", "freedom.back", "freedom.ask"


@dataclass(frozen=True, slots=True)
class FreedomNext(Notice):
    """To those who teach a student whose contract ended: a step for the next one. A card."""

    contract: int

    @property
    def subject(self) -> str:
        return subject_of(self.contract)


@dataclass(frozen=True, slots=True)
class FreedomSet(Notice):
    """To the student: what a teacher decided about their next contract, and why."""

    contract: int


def subject_of(contract: int) -> str:
    return f"freedom:{contract}"


@dataclass(frozen=True, slots=True)
class FreedomBrief:
    """Names, and how it stands. `step` is None where nothing is proposed any more; `decided_by` is "" while nobody
    decided after this contract; `own` says that the level is the student's own, not the class's."""

    student: str
    classroom: str
    record: Record
    level: Autonomy
    step: FreedomStep | None
    decided_by: str = ""
    own: bool = False


def next_one(notice: FreedomNext, brief: FreedomBrief, reader: Reader) -> Message:
    w = reader.words
    about = {"student": brief.student, "classroom": brief.classroom}
    counts = {"asked": brief.record.asked, "answered": brief.record.answered}
    if brief.decided_by or brief.step is None:
        key = "freedom-decided" if brief.decided_by else "freedom-as-it-is"
        said = {**about, "teacher": brief.decided_by, "level": w(f"freedom-level-{brief.level.value}")}
        back = button(w("freedom-back-button"), BACK, str(notice.contract))
        return message(w(key, **said), say(w, key, **said), *([actions([back])] if brief.own else []))
    key = f"freedom-{brief.step.way.value}"
    value = f"{notice.contract}:{STEPS.index(brief.step.to)}"
    buttons = [
        button(w(f"{key}-button"), TAKE, value, style="primary"),
        button(w("freedom-keep-button"), KEEP, str(notice.contract)),
    ]
    return message(
        w("freedom-ended", **about, **counts),
        say(w, "freedom-ended", **about, **counts),
        say(w, key, **about, now=w(f"freedom-level-{brief.level.value}"), to=w(f"freedom-level-{brief.step.to.value}")),
        actions(buttons),
        small(w("freedom-next")),
    )


def set_for(notice: FreedomSet, brief: FreedomBrief, reader: Reader) -> Message:
    w = reader.words
    said = {"teacher": brief.decided_by, "classroom": brief.classroom, "level": w(f"freedom-level-{brief.level.value}")}
    counts = {"asked": brief.record.asked, "answered": brief.record.answered}
    return message(
        w("freedom-yours", **said),
        say(w, "freedom-yours", **said),
        small(w("freedom-yours-why", **counts), w("freedom-yours-next", teacher=brief.decided_by)),
    )
