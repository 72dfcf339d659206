"""A teacher chooses what check-ins of a class ask for beside the numbers: the shape, and questions of their own."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities import access
from bot.activities.checking_in.question_messages import QuestionsForm, question_field
from bot.domain import questions
from bot.domain.actor import Actor, Refusal
from bot.domain.questions import LENGTH_MOST, MOST, Asks, Shape
from storage.unit_of_work import UnitOfWork


def find_class(uow: UnitOfWork, actor: Actor, channel: str) -> int:
    """The class that is meant by a word typed in this channel."""
    return access.class_meant(uow, actor, channel, which="questions-which-class")


def open_form(uow: UnitOfWork, actor: Actor, classroom: int) -> QuestionsForm:
    """What the form starts with."""
    found = access.teacher_in(uow, actor, classroom)
    return QuestionsForm(found, found.asks, uow.now)


def preview(uow: UnitOfWork, actor: Actor, classroom: int, shape: str, texts: Sequence[str]) -> QuestionsForm:
    """What was chosen, to be looked at; nothing is kept."""
    return QuestionsForm(access.teacher_in(uow, actor, classroom), _asks(shape, texts), uow.now)


def choose(uow: UnitOfWork, actor: Actor, classroom: int, shape: str, texts: Sequence[str]) -> None:
    """It holds from the next form on. What was answered stays with the question that it answers."""
    found = access.teacher_in(uow, actor, classroom)
    asks = _asks(shape, texts)
    if asks != found.asks:
        uow.classrooms.save(replace(found, asks_for=asks.shape, questions=asks.questions))


def _asks(shape: str, texts: Sequence[str]) -> Asks:
    """Raises Refusal under the field."""
    if shape not in set(Shape):
        raise Refusal("old-button")
    for place, text in enumerate(texts):
        if len(text) > LENGTH_MOST:
            raise Refusal("too-long", field=question_field(place), most=LENGTH_MOST)
    return Asks(Shape(shape), questions.written(texts)[:MOST])
