"""Feedback in one box: looked at before it is sent, and sent to several with a line for each."""

from collections.abc import Mapping, Sequence

from bot.activities import access
from bot.activities.contract.steps import typed_text
from bot.activities.feedback.quick_forms import LINE, LINE_MOST, QuickChecked
from bot.activities.feedback.use_cases import FeedbackForm, class_meant, give, open_form
from bot.activities.phrases import use_cases as phrases
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.classroom import Feedback
from bot.language.feedback import lacks
from bot.messages.briefs import lang_of, names_of
from storage.unit_of_work import UnitOfWork


def open_about(uow: UnitOfWork, actor: Actor, author: str) -> FeedbackForm:
    """From somebody's message: for them, where the actor teaches them; else for whoever is chosen."""
    taught = {place.classroom for place in access.places_of(uow, actor.user, Side.TEACHER)}
    theirs = bool(author) and author != actor.user and bool(taught.intersection(access.learns_in(uow, author)))
    return open_form(uow, actor, [author] if theirs else [])


def check(uow: UnitOfWork, actor: Actor, students: Sequence[str], text: str, classroom: int | None) -> QuickChecked:
    """What is there to look at before it is sent. Refusal under the field that can not be."""
    known = tuple(dict.fromkeys(students))
    class_meant(uow, actor, known, classroom)
    said = typed_text(text, "seen")
    found = tuple(lack.value for lack in lacks(said, lang_of(uow, actor.user)))
    return QuickChecked(tuple(zip(known, names_of(uow, known), strict=True)), said, classroom, found)


def send(
    uow: UnitOfWork,
    actor: Actor,
    students: Sequence[str],
    text: str,
    lines: Mapping[str, str],
    *,
    classroom: int | None = None,
    ask_model: bool = False,
    phrase: str = "",
) -> tuple[Feedback, ...]:
    """To each of them a message of their own, with their line behind what is for all. `phrase` is what the teacher
    keeps of it for the next time."""
    where = class_meant(uow, actor, students, classroom)
    said = typed_text(text, "seen")
    phrases.keep(uow, actor.user, phrase)
    own = {student: _line(student, lines.get(student, "")) for student in dict.fromkeys(students)}
    return tuple(
        give(
            uow,
            Feedback(uow.workspace, where, actor.user, student, _joined(said, line), "", "", uow.now),
            ask_model=ask_model,
        )
        for student, line in own.items()
    )


def _line(student: str, line: str) -> str:
    said = " ".join(line.split())
    if len(said) > LINE_MOST:
        raise Refusal("too-long", field=f"{LINE}{student}", most=LINE_MOST)
    return said


def _joined(text: str, line: str) -> str:
    return f"{text}\n{line}" if line else text
