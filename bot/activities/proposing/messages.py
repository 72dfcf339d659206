"""The messages of the interview: each question with where one is, what was understood, and the ways on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.activities.care.messages_alert import rule_line
from bot.activities.proposing.interview.dates import AT_THE_END
from bot.activities.proposing.interview.step import SECTIONS
from bot.activities.proposing.messages_parts import button_value, choose_part, keep_blocks, option_label, ways_on
from bot.activities.proposing.notices import InterviewQuestion, QuestionBrief, ReadBack
from bot.domain.actor import Side
from bot.domain.outbox import Message
from bot.domain.terms import number_text
from bot.messages.blocks import Block, actions, button, quote, rich, say, small, spoken
from bot.messages.days import clock
from bot.messages.renderers import Reader, message, renders
from bot.messages.terms import terms_blocks
from prompts.words import Piece, Words


@renders(InterviewQuestion)
def interview_question(notice: InterviewQuestion, brief: QuestionBrief, reader: Reader) -> Message:
    w = reader.words
    before = [*_remark(notice, brief, w), *_understood(brief, w)]
    blocks = _summary(notice, brief, w) if not brief.step else _question(notice, brief, w)
    lead = w.pieces("proposing-summary-intro") if not brief.step else _ask(brief, w)
    return message(" ".join([*_spoken_remark(notice, brief, w), spoken(lead)]), *before, *blocks)


def _question(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[Block]:
    blocks = [*_feedback(brief, words), small(_position(brief, words)), rich(_ask(brief, words))]
    blocks += [*_wordings(brief, words), *_idea(brief, words)]
    if brief.unit:
        blocks.append(small(words("proposing-so-far-unit", unit=brief.unit)))
    blocks.append(_hint(brief, words))
    if notice.help:
        blocks.append(say(words, _worded("help", brief, words), work=brief.work))
    blocks += keep_blocks(brief, words)
    if brief.options:
        blocks.append(actions(_options(brief, words)))
    blocks.append(actions(ways_on(brief, words)))
    if brief.care is not None:
        blocks.append(small(rule_line(brief.care, words)))
    return blocks


def _ask(brief: QuestionBrief, words: Words) -> list[Piece]:
    return words.pieces(_worded("ask", brief, words), work=brief.work, total=brief.total)


def _worded(part: str, brief: QuestionBrief, words: Words) -> str:
    """The key of a question's part: in words of the student's work, where it is known and the copy has such words."""
    if brief.offered:
        return f"proposing-{part}-{brief.step}-instead"
    key = f"proposing-{part}-{brief.step}"
    return f"{key}-work" if brief.work and words.has(f"{key}-work") else key


def _position(brief: QuestionBrief, words: Words) -> str:
    if brief.step == "more":
        return words("proposing-position-more", sections=SECTIONS)
    name = words(f"proposing-section-{brief.section}")
    if brief.target > 1:
        return words(
            "proposing-position-target", target=brief.target, section=brief.section, sections=SECTIONS, name=name
        )
    return words("proposing-position", section=brief.section, sections=SECTIONS, name=name)


def _hint(brief: QuestionBrief, words: Words) -> Block:
    policy = brief.policy
    return small(
        words(
            _worded("hint", brief, words),
            work=brief.work,
            total=brief.total,
            latest=brief.contract_ends_on or policy.term_ends_on,
            until="contract" if brief.contract_ends_on else "term",
            time=clock(policy.check_in_time, words),
            most=policy.most_targets,
        )
    )


def _options(brief: QuestionBrief, words: Words) -> list[dict[str, Any]]:
    first = brief.options[0] if brief.step == "wording" else None
    return [
        button(
            option_label(brief, option, words),
            f"proposing.choose.{i}",
            button_value(brief, option),
            style="primary" if option == first else None,
        )
        for i, option in enumerate(brief.options)
    ]


def _remarks_of(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[tuple[str, dict[str, Any]]]:
    """What to say first: what was tried just now or happened, and why an earlier answer is asked again."""
    again = [(_refusal(brief.refusal, brief, words), _args(brief.details))] if brief.refusal else []
    if not notice.remark:
        return again
    happened = f"proposing-remark-{notice.remark}"
    if words.has(happened):
        return [(happened, _args(notice.details)), *again]
    return [(_refusal(notice.remark, brief, words), _args(notice.details))]


def _args(details: Mapping[str, str | int]) -> dict[str, Any]:
    """What fills a remark's copy; a day is kept as text in what was to be said."""
    return {**details, "end": date.fromisoformat(str(details["end"]))} if "end" in details else dict(details)


def _refusal(reason: str, brief: QuestionBrief, words: Words) -> str:
    """The key: where the question is in words of the student's work, why it is asked again may be too."""
    key = f"refusal-{reason}"
    return f"{key}-work" if brief.work and words.has(f"{key}-work") else key


def _remark(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[Block]:
    return [say(words, key, **args) for key, args in _remarks_of(notice, brief, words)]


def _spoken_remark(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[str]:
    return [spoken(words.pieces(key, **args)) for key, args in _remarks_of(notice, brief, words)]


def _understood(brief: QuestionBrief, words: Words) -> list[Block]:
    if brief.read_back is not None:
        return _read_back(brief, brief.read_back, words)
    if brief.understood is None:
        return []
    step, value = brief.understood
    if step == "timeframe" and value == AT_THE_END:
        return [say(words, "proposing-understood-open")]
    return [say(words, "proposing-understood", value=option_label(brief, value, words, step=step))]


def _read_back(brief: QuestionBrief, read: ReadBack, words: Words) -> list[Block]:
    args: dict[str, Any] = {
        "baseline": number_text(read.baseline),
        "goal": number_text(read.goal),
        "unit": read.unit,
    }
    if read.due is not None:
        args["due"] = read.due
    change = [
        button(
            words("proposing-change-numbers"),
            "proposing.edit.numbers",
            button_value(brief, f"{read.target}.numbers"),
        )
    ]
    if read.may_change_date:
        value = button_value(brief, f"{read.target}.timeframe")
        change.append(button(words("proposing-change-date"), "proposing.edit.date", value))
    key = "proposing-read-back" if read.due is not None else "proposing-read-back-open"
    thoughts = [say(words, f"proposing-thought-{thought}") for thought in read.thoughts]
    return [say(words, key, **args), *thoughts, actions(change)]


def _feedback(brief: QuestionBrief, words: Words) -> list[Block]:
    given = brief.feedback
    if given is None:
        return []
    return [
        say(words, "proposing-feedback", teacher=brief.teacher),
        say(words, "proposing-feedback-seen", text=given.seen),
        say(words, "proposing-feedback-matters", text=given.matters),
        say(words, "proposing-feedback-next", text=given.next_step),
    ]


def _idea(brief: QuestionBrief, words: Words) -> list[Block]:
    """The draft to start from, or the sentence whose places are open."""
    if brief.step == "blanks":
        return [quote(brief.original)]
    return [say(words, "proposing-idea", teacher=brief.idea_from), quote(brief.idea)] if brief.idea else []


def _wordings(brief: QuestionBrief, words: Words) -> list[Block]:
    if brief.offered:
        before = [say(words, "proposing-wording-before"), quote(brief.original)]
        return [say(words, "proposing-wording-offered"), quote(brief.offered), *before]
    if not brief.suggestion:
        return []
    return [
        say(words, "proposing-wording-suggestion"),
        quote(brief.suggestion),
        say(words, "proposing-wording-original"),
        quote(brief.original),
    ]


def _summary(notice: InterviewQuestion, brief: QuestionBrief, words: Words) -> list[Block]:
    blocks = [small(words("proposing-position-summary", sections=SECTIONS)), say(words, "proposing-summary-intro")]
    if brief.terms is not None:
        blocks += terms_blocks(brief.terms, words, private=True, reader=Side.STUDENT)
    if brief.policy.guided:
        blocks.append(small(words("proposing-summary-guided")))
    if notice.help:
        blocks.append(say(words, "proposing-help-summary"))
    blocks.append(say(words, "proposing-summary-sign"))
    submit = button(words("proposing-submit"), "proposing.submit", button_value(brief, brief.seal), style="primary")
    blocks.append(actions([submit, choose_part(brief, words)]))
    blocks.append(actions(ways_on(brief, words)))
    return blocks
