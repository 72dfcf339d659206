"""The survey of a unit: how it begins, what its students see of it, and the counts for teachers."""

from dataclasses import dataclass
from typing import Any

from bot.domain.outbox import Message
from bot.domain.surveys import (
    LEVELS,
    OPEN_PHASES,
    QUESTIONS,
    UNIT_MOST,
    Survey,
    SurveyAnswer,
    SurveyCounts,
    SurveyPhase,
    SurveyResults,
)
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, confirm, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

OPEN, BEGIN = "surveying.open", "surveying.begin"
OPEN_ANSWER, ANSWER = "surveying.open_answer", "surveying.answer"
STOP, FINISH = "surveying.stop", "surveying.finish"


@dataclass(frozen=True, slots=True)
class SurveyAsked(Notice):
    """To a student: five questions, and how their answers changed. A card. `at_end`: it came at the unit's end."""

    classroom: int
    survey_answer: int
    at_end: bool

    @property
    def subject(self) -> str:
        return f"survey-answer:{self.survey_answer}"


@dataclass(frozen=True, slots=True)
class SurveyStands(Notice):
    """To the teacher who began it: how many have answered, and the counts once nobody answers any more. A card."""

    classroom: int
    survey: int

    @property
    def subject(self) -> str:
        return subject_of(self.survey)


def subject_of(survey: int) -> str:
    return f"survey:{survey}"


@dataclass(frozen=True, slots=True)
class SurveyBrief:
    survey: Survey
    answer: SurveyAnswer


@dataclass(frozen=True, slots=True)
class StandsBrief:
    survey: Survey
    results: SurveyResults


def begin_form(words: Words, classroom: int) -> dict[str, Any]:
    questions = [words.pieces(f"survey-question-{name}") for name in QUESTIONS]
    blocks: list[Block] = [
        say(words, "survey-what"),
        forms.field(words, "unit", forms.text(most=UNIT_MOST), key="survey-unit", hint=True),
        say(words, "survey-asks"),
        bullets(*questions),
        small(words("survey-who-sees")),
    ]
    return forms.modal(words, BEGIN, blocks, metadata=str(classroom))


def answer_form(words: Words, brief: SurveyBrief) -> dict[str, Any]:
    said = brief.answer.at(brief.survey.phase)
    blocks: list[Block] = [say(words, "survey-answer-what", unit=brief.survey.unit)]
    options = [forms.option(words(f"look-back-rating-{level}"), str(level)) for level in LEVELS]
    for place, name in enumerate(QUESTIONS):
        element = forms.choice("radio_buttons", options, [str(said[place])] if said else [])
        blocks.append(forms.field(words, name, element, key=f"survey-question-{name}"))
    return forms.modal(words, ANSWER, blocks, metadata=str(brief.answer.id))


def asked(notice: SurveyAsked, brief: SurveyBrief, reader: Reader) -> Message:
    w, survey, answer = reader.words, brief.survey, brief.answer
    said = answer.at(survey.phase)
    open_ = survey.phase in OPEN_PHASES
    if not said and open_:
        key = "survey-ask-end" if survey.phase is SurveyPhase.AFTER else "survey-ask"
        write = button(w("survey-answer-button"), OPEN_ANSWER, str(answer.id), style="primary")
        return message(
            w(key, unit=survey.unit), say(w, key, unit=survey.unit), actions([write]), small(w("survey-ask-sees"))
        )
    if not answer.first and not answer.last:
        return message(w("survey-over"), say(w, "survey-over"))
    key = "survey-mine-both" if answer.first and answer.last else "survey-mine"
    again = [actions([button(w("survey-again-button"), OPEN_ANSWER, str(answer.id))])] if open_ else []
    lines = [_mine(place, answer, w) for place in range(len(QUESTIONS))]
    return message(
        w(key, unit=survey.unit), say(w, key, unit=survey.unit), bullets(*lines), *again, small(w("survey-mine-sees"))
    )


def _mine(place: int, answer: SurveyAnswer, words: Words) -> list[SentencePiece]:
    question = words(f"survey-question-{QUESTIONS[place]}")
    first, last = (words(f"look-back-rating-{said[place]}") if said else "" for said in (answer.first, answer.last))
    if first and last:
        return words.pieces("survey-line-both", question=question, first=first, last=last)
    return words.pieces("survey-line", question=question, level=first or last)


def stands(notice: SurveyStands, brief: StandsBrief, reader: Reader) -> Message:
    w, survey, found = reader.words, brief.survey, brief.results
    args = {"unit": survey.unit, "answered": found.answered, "asked": found.asked}
    key = f"survey-stands-{survey.phase}"
    blocks: list[Block] = [say(w, key, **args)]
    for when, counts, shows in (
        ("first", found.first, survey.phase is not SurveyPhase.BEFORE),
        ("last", found.last, survey.phase is SurveyPhase.OVER),
    ):
        if shows:
            blocks += [say(w, f"survey-counts-{when}"), *_counts(counts, w)]
    blocks += _ways(survey, w)
    return message(w(key, **args), *blocks)


def _counts(counts: SurveyCounts | None, words: Words) -> list[Block]:
    if counts is None:
        return [small(words("survey-few"))]
    lines = [
        words.pieces("survey-line", question=words(f"survey-question-{name}"), level=_spread(by_level, words))
        for name, by_level in zip(QUESTIONS, counts, strict=True)
    ]
    return [bullets(*lines)]


def _spread(counts: tuple[int, ...], words: Words) -> str:
    named = ((words(f"look-back-rating-{level}"), count) for level, count in zip(LEVELS, counts, strict=True))
    return " · ".join(f"{name}: {count}" for name, count in named if count)


def _ways(survey: Survey, words: Words) -> list[Block]:
    value = str(survey.id)
    sure = confirm(
        words("survey-stop-sure"), words("survey-stop-text"), words("survey-stop-yes"), words("survey-stop-no")
    )
    stop = button(words("survey-stop-button"), STOP, value, confirm=sure)
    finish = button(words("survey-finish-button"), FINISH, value)
    ways = {
        SurveyPhase.BEFORE: [stop],
        SurveyPhase.BETWEEN: [finish],
        SurveyPhase.AFTER: [stop],
        SurveyPhase.OVER: [],
    }[survey.phase]
    return [actions(ways)] if ways else []
