"""What an aide and an observer see of a class, and what stands on their Home."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.admitting.leaving_out_messages import OPEN_CLASS
from bot.activities.home.student_messages import StudentPage, work_blocks
from bot.domain.check_ins import CheckInState
from bot.domain.desk import Page
from bot.domain.rights import ClassRole
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, divider, header, line, say, small
from prompts.words import Words

CLASS, CLASS_ON, CLASS_BACK = "assisting.class", "assisting.class_on", "assisting.class_back"
STUDENT, STUDENT_ON, STUDENT_BACK = "assisting.student", "assisting.student_on", "assisting.student_back"


@dataclass(frozen=True, slots=True)
class HelpedClass:
    """One in which somebody is an aide or an observer."""

    classroom: int
    name: str
    role: ClassRole


@dataclass(frozen=True, slots=True)
class ClassSeen:
    """`stand` and `lately` are empty where there are too few to count. `named` are (user, name), for who may read what
    students show and answer; None for who may not."""

    classroom: int
    name: str
    role: ClassRole
    students: int
    stand: Mapping[str, int]
    lately: Mapping[CheckInState, int]
    named: Page[tuple[str, str]] | None


@dataclass(frozen=True, slots=True)
class HelpedStudent:
    classroom: int
    page: StudentPage


def helped_blocks(classes: Sequence[HelpedClass], words: Words) -> list[Block]:
    """On Home."""
    if not classes:
        return []
    lines = [
        line(
            words(f"assisting-home-{one.role}", classroom=one.name),
            button(words("assisting-open-button"), OPEN_CLASS, str(one.classroom)),
        )
        for one in classes
    ]
    return [header(words("assisting-home")), *lines]


def class_seen_view(words: Words, seen: ClassSeen) -> dict[str, Any]:
    blocks = [say(words, "assisting-class", classroom=seen.name, count=seen.students), *_counts(seen, words)]
    if seen.named is not None and seen.named.of:
        blocks += [divider(), *(_opens(user, name, seen, words) for user, name in seen.named.items)]
        blocks += _turning(seen.named, (CLASS_BACK, CLASS_ON), str(seen.classroom), words)
    blocks.append(small(words(f"assisting-sees-{'work' if seen.named is not None else 'counts'}")))
    return forms.modal(words, CLASS, blocks, metadata=str(seen.classroom))


def _counts(seen: ClassSeen, words: Words) -> list[Block]:
    if not seen.stand:
        return [say(words, "assisting-too-few")] if seen.students else []
    stand = [words.pieces(f"assisting-{key}", count=count) for key, count in seen.stand.items()]
    lately = {state.value: count for state, count in seen.lately.items()}
    return [bullets(*stand), say(words, "assisting-lately", **lately)]


def _opens(user: str, name: str, seen: ClassSeen, words: Words) -> Block:
    return line(
        words("assisting-student", name=name),
        button(words("assisting-look-button"), STUDENT, f"{seen.classroom}:{user}:0"),
    )


def helped_student_view(words: Words, shown: HelpedStudent) -> dict[str, Any]:
    page, about = shown.page, f"{shown.classroom}:{shown.page.user}"
    back = button(words("assisting-back-button"), CLASS, f"{shown.classroom}:0")
    blocks = [header(page.name), actions([back]), *work_blocks(words, page)]
    blocks += _turning(page.check_ins, (STUDENT_BACK, STUDENT_ON), about, words)
    blocks.append(small(words("assisting-noted", student=page.name)))
    return forms.modal(words, STUDENT, blocks, metadata=about)


def _turning(page: Page[Any], turns: tuple[str, str], about: str, words: Words) -> list[Block]:
    ways = []
    if page.number:
        ways.append(button(words("assisting-before-button"), turns[0], f"{about}:{page.number - 1}"))
    if page.number + 1 < page.count:
        ways.append(button(words("assisting-more-button"), turns[1], f"{about}:{page.number + 1}"))
    if not ways:
        return []
    return [small(words("desk-page", page=page.number + 1, pages=page.count)), actions(ways)]
