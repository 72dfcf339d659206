"""The forms of a check-in: the student's answer, and a teacher's response."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.activities.checking_in import practice_messages
from bot.activities.checking_in.brief_messages import CheckInBrief
from bot.activities.evidence.forms import files_field
from bot.domain import questions
from bot.domain.check_ins import PRACTICE_MOST, Reply
from bot.domain.questions import Asks, QuestionAnswer, Shape
from bot.domain.terms import TakenCriterion, Target
from bot.messages import forms
from bot.messages.blocks import Block, cut, quote, say
from bot.messages.descriptors import descriptors
from prompts.words import Words

LOG = "checking_in.log"
RESPOND = "checking_in.respond"
CONFIDENCE = range(1, 6)
PRACTISED = range(PRACTICE_MOST + 1)
TEXT_MOST = 1000
"""Characters for each field of an answer: one that is longer is not read."""
RESPONSE_MOST = 1500
TARGETS_MOST = 3
IN_WORDS = ("talk", "worked", "did_not_work", "next_step", "evidence")
OF_SHAPE = {
    Shape.REPORT: ("worked", "did_not_work", "next_step", "confidence", "evidence"),
    Shape.TALK: ("talk",),
}
BESIDE_NUMBERS = (*OF_SHAPE[Shape.TALK], *OF_SHAPE[Shape.REPORT])
"""What a form asks for beside the numbers, under the names that the answers have in a Reply."""


@dataclass(frozen=True, slots=True)
class ReplyForm:
    """What the form holds: `values` are the numbers as typed, one for each target."""

    values: tuple[str, ...]
    worked: str = ""
    did_not_work: str = ""
    next_step: str = ""
    confidence: int | None = None
    evidence: str = ""
    practised: tuple[int | None, ...] = ()
    """How often they practised, one for each target."""
    talk: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    """To the teachers' own questions, by the names of their fields."""
    without: frozenset[str] = frozenset()
    """What the form did not ask for: that stays as it was said."""

    @property
    def words(self) -> Mapping[str, str]:
        """What was typed beside the numbers, by its field."""
        return {**{name: getattr(self, name).strip() for name in IN_WORDS}, **self.answers}

    @property
    def is_empty(self) -> bool:
        chosen = (self.confidence, *self.practised)
        return not any((*self.values, *self.words.values())) and all(one is None for one in chosen)

    def beside(self, reply: Reply, asked: Sequence[str] = ()) -> Reply:
        """The reply with what stands beside the numbers; `asked` are the class's own questions."""
        said: dict[str, Any] = {name: getattr(self, name).strip() for name in IN_WORDS}
        said["confidence"] = _offered(self.confidence, CONFIDENCE)
        held = {name: value for name, value in said.items() if name not in self.without}
        return replace(reply, answers=questions.answered(asked, reply.answers, self.answers), **held)

    def practised_on(self, target: int) -> int | None:
        times = self.practised[target] if target < len(self.practised) else None
        return _offered(times, PRACTISED)


def reply_of(text: Callable[[str], str], held: Collection[str]) -> ReplyForm:
    """What was submitted; `text` says what a field holds, "" where there is none, and `held` are those of the form. A
    choice that the form does not offer is none."""
    return ReplyForm(
        values=tuple(text(f"value-{i}") for i in range(TARGETS_MOST)),
        worked=text("worked"),
        did_not_work=text("did_not_work"),
        next_step=text("next_step"),
        confidence=_chosen(text("confidence"), CONFIDENCE),
        evidence=text("evidence"),
        practised=tuple(_chosen(text(f"practised-{i}"), PRACTISED) for i in range(TARGETS_MOST)),
        talk=text("talk"),
        answers={name: text(name) for name in held if name.startswith(questions.FIELD)},
        without=frozenset(BESIDE_NUMBERS) - frozenset(held),
    )


def _offered(chosen: int | None, offered: Sequence[int]) -> int | None:
    return chosen if chosen in offered else None


def _chosen(said: str, offered: Sequence[int]) -> int | None:
    return int(said) if said in {str(n) for n in offered} else None


def log_form(words: Words, brief: CheckInBrief) -> dict[str, Any]:
    """The answer, filled with what was said. The check-in travels as metadata and is checked again."""
    fields = answer_fields(words, brief.targets, brief.replies, brief.asks)
    return forms.modal(words, LOG, [*fields, *files_field(words, brief.takes)], metadata=str(brief.check_in.id))


def answer_fields(words: Words, targets: Sequence[Target], replies: Mapping[int, Reply], asks: Asks) -> list[Block]:
    """What a check-in asks for, filled with what was said."""
    first = replies.get(0)
    blocks: list[Block] = []
    for i, target in enumerate(targets):
        said = replies.get(i)
        blocks.append(_number(words, i, target, said, len(targets)))
        blocks += descriptors(words, target.rubric)
        blocks += practice_messages.field(words, i, target, said.practised if said else None)
    blocks += _own_questions(words, first.answers if first else (), asks)
    blocks += [_beside(words, name, first) for name in BESIDE_NUMBERS if _is_asked(name, first, asks)]
    if first and first.typed:
        blocks += [say(words, "check-in-typed"), quote(cut("\n".join(first.typed.values()), TEXT_MOST))]
    return blocks


def _own_questions(words: Words, standing: Sequence[QuestionAnswer], asks: Asks) -> list[Block]:
    said = {answer.question: answer.text for answer in standing}
    return [
        forms.field(
            words,
            questions.field_of(question),
            forms.text(said.get(question, ""), lines=True, most=TEXT_MOST),
            key="check-in-asked" if question else "check-in-asked-earlier",
            optional=True,
            question=question,
        )
        for question in questions.to_ask(asks.questions, standing)
    ]


def _is_asked(name: str, first: Reply | None, asks: Asks) -> bool:
    """Whether it is of the shape that the class chose; or was answered before another was chosen."""
    return name in OF_SHAPE[asks.shape] or bool(first and getattr(first, name))


def _beside(words: Words, name: str, first: Reply | None) -> Block:
    if name == "confidence":
        return _confidence(words, first)
    if name == "evidence":
        return _evidence(words, first)
    element = forms.text(getattr(first, name) if first else "", lines=True, most=TEXT_MOST)
    key = f"check-in-{name.replace('_', '-')}"
    return forms.field(words, name, element, key=key, optional=True, hint=name == "talk")


def response_form(
    words: Words,
    check_in: int,
    student: str,
    said: str = "",
    *,
    first: int | None = None,
    taken: Sequence[TakenCriterion] = (),
) -> dict[str, Any]:
    """With all that the student said, where a message shows but the beginning. `first`: the place at which the list
    begins that it lies over."""
    text = forms.text(lines=True, most=RESPONSE_MOST)
    block = forms.field(words, "text", text, key="check-in-response-text", student=student)
    above = [say(words, "check-in-response-to", student=student), quote(said)] if said else []
    above += descriptors(words, taken)
    about = str(check_in) if first is None else f"{check_in}:{first}"
    return forms.modal(words, RESPOND, [*above, block], metadata=about)


def _number(words: Words, index: int, target: Target, reply: Reply | None, count: int) -> Block:
    value = "" if reply is None or reply.value is None else target.text(reply.value)
    block = forms.field(
        words,
        f"value-{index}",
        forms.number(value),
        key="check-in-value",
        optional=True,
        unit=cut(target.unit, 200),
        statement=cut(target.statement, 200),
        count=count,
    )
    hint = words("check-in-value-hint", baseline=target.text(target.baseline), goal=target.text(target.goal))
    return {**block, "hint": {"type": "plain_text", "text": hint, "emoji": True}}


def _confidence(words: Words, first: Reply | None) -> Block:
    options = [forms.option(words(f"check-in-confidence-{n}"), str(n)) for n in CONFIDENCE]
    chosen = [str(first.confidence)] if first and first.confidence else []
    return forms.field(
        words,
        "confidence",
        forms.choice("radio_buttons", options, chosen),
        key="check-in-confidence",
        optional=True,
    )


def _evidence(words: Words, first: Reply | None) -> Block:
    text = forms.text(first.evidence if first else "", most=TEXT_MOST)
    return forms.field(words, "evidence", text, key="check-in-evidence", optional=True, hint=True)
