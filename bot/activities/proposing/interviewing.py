"""The interview: one function for each thing that a student may do in it.

Every one of them ends with a question: the next one, the same one with what was wrong, or where one is.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.activities import access
from bot.activities.contract.steps import store
from bot.activities.proposing import materials
from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import (
    Answer,
    Draft,
    Question,
    Viewpoint,
    drop,
    dump,
    key_of_message,
    load,
    put,
    targets,
)
from bot.activities.proposing.interview.proposal import terms_of
from bot.activities.proposing.messages import AnswerSent, InterviewPaused, ProposalSent, question_card
from bot.activities.proposing.starting import (
    UNDER_WAY,
    ask,
    begin,
    begin_in_channel,
    frame_of,
    move_on,
    next_one,
    question_of,
    reopen,
    seal_of,
    step_of,
    summary,
)
from bot.activities.reviewing import use_cases as reviewing
from bot.domain import contract as life
from bot.domain.actor import Actor, Refusal
from bot.domain.interview import Frame, Interview, InterviewState
from bot.domain.terms import Terms
from bot.language import counts, typed
from bot.language.typed import Meaning
from bot.messages.tell import refresh, show_home, tell
from storage.unit_of_work import UnitOfWork

__all__ = [
    "add_target",
    "back",
    "begin",
    "begin_in_channel",
    "begun_target",
    "choose",
    "correct",
    "edit",
    "fill",
    "finished",
    "forget",
    "hear",
    "keep",
    "later",
    "names_option",
    "next_one",
    "of_target",
    "put_beside",
    "question_of",
    "reopen",
    "resume",
    "show_help",
    "skip",
    "step_of",
    "submit",
    "summary",
    "take_materials",
]


TOLD_IN_WORDS = frozenset({"hardest", "strengths", "statement", "strategies", "criterion"})
"""Steps of which a yes says nothing."""

# --- answering ---


@dataclass(frozen=True, slots=True)
class _Turn:
    """What a use case of an interview works with."""

    interview: Interview
    draft: Draft
    frame: Frame
    question: Question | None


def hear(uow: UnitOfWork, actor: Actor, interview: int, text: str, ts: str) -> None:
    """A typed reply: an answer, or a word to Accord itself ("back", "skip", "help", "later", "hi")."""
    turn = _turn(uow, actor, interview)
    word = typed.meaning(text, turn.frame.lang)
    if word is Meaning.GREETING:
        return move_on(uow, turn.interview, turn.draft, "welcome-back")
    if word is Meaning.HELP:
        return ask(uow, turn.interview, with_help=True)
    if word is Meaning.LATER:
        return _pause(uow, turn)
    if word is Meaning.BACK:
        return _try(uow, turn, lambda: flow.back(turn.draft, turn.frame))
    if turn.question is None:
        return _hear_at_summary(uow, turn, text, ts)
    return _hear_reply(uow, turn, turn.question, text, ts)


def _hear_at_summary(uow: UnitOfWork, turn: _Turn, text: str, ts: str) -> None:
    """A second thought about the only target: another number ("hmm can we make it 5"), or a part to be asked again.
    Anything else is left to the buttons."""
    lang, parts = turn.frame.lang, {q.key for q in flow.applying(turn.draft, turn.frame)}
    if "2.statement" not in parts and typed.renews(text, lang):
        return _try(uow, turn, lambda: flow.renewed(turn.draft, turn.frame, text, ts))
    named = typed.wants_to_change(text, lang)
    if "2.statement" not in parts and named is not None:
        return _try(uow, turn, lambda: flow.edit(turn.draft, turn.frame, _part(named, 1)))
    return ask(uow, turn.interview, remark="summary-typed")


def _hear_reply(uow: UnitOfWork, turn: _Turn, question: Question, text: str, ts: str) -> None:
    """What is said while a question is open: about the proposal as a whole, about this question, or the answer."""
    lang = turn.frame.lang
    if typed.wants_to_send(text, lang):
        return ask(uow, turn.interview, remark="not-all-answered")
    part, word = _part_to_change(turn, question, text), typed.meaning(text, lang)
    if part:
        return _try(uow, turn, lambda: flow.edit(turn.draft, turn.frame, part))
    if word is Meaning.SKIP or has_nothing(question, text, lang):
        return _try(uow, turn, lambda: flow.skip(turn.draft, turn.frame, question))
    if word is Meaning.KEEP and flow.may_keep(turn.draft, turn.frame, question):
        return _try(uow, turn, lambda: flow.keep(turn.draft, turn.frame, question))
    if question.step.name in TOLD_IN_WORDS and counts.yes_or_no(text, lang):
        return ask(uow, turn.interview, remark="only-a-yes")  # to what was read back before the question
    return _answer(uow, turn, question, text, ts)


def _part_to_change(turn: _Turn, question: Question, text: str) -> str:
    """The part of what was answered that a reply asks to change; "" where it answers the question. What is told in
    words may be about changing something."""
    in_words = question.step.name in TOLD_IN_WORDS
    named = None if in_words else typed.wants_to_change(text, turn.frame.lang)
    if named is None:
        return ""
    part = _part(named, max(question.target, 1))
    parts = {q.key for q in flow.applying(turn.draft, turn.frame)}
    return part if part in parts or named in ("numbers", "sentence") else ""


def _part(named: str, target: int) -> str:
    """The key of a part, of this target where it is not about the whole contract."""
    return named if named == "days" else f"{target}.{named}"


def choose(uow: UnitOfWork, actor: Actor, interview: int, asked: int, option: str) -> None:
    """An option's button."""
    turn = _pressed(uow, actor, interview, asked)
    if turn is None:
        return
    question = _open_question(turn)
    _try(uow, turn, lambda: flow.choose(turn.draft, turn.frame, question, option))


def skip(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    turn = _pressed(uow, actor, interview, asked)
    if turn is None:
        return
    question = _open_question(turn)
    _try(uow, turn, lambda: flow.skip(turn.draft, turn.frame, question))


def keep(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    """Leave an answer that is asked again as it was."""
    turn = _pressed(uow, actor, interview, asked)
    if turn is None:
        return
    question = _open_question(turn)
    _try(uow, turn, lambda: flow.keep(turn.draft, turn.frame, question))


def take_materials(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    """What helps with the standards that the target names, beside what the student named."""
    turn = _pressed(uow, actor, interview, asked)
    if turn is None:
        return
    question = _open_question(turn)
    place = question.place(turn.draft, turn.frame)
    things = materials.of_standards(uow, turn.interview, place) if question.step.name == "materials" else ()
    if not things:
        raise Refusal("old-button")
    value = materials.with_those(place, things)
    move_on(uow, turn.interview, put(turn.draft, question.key, Answer(value, value)))


def back(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    turn = _pressed(uow, actor, interview, asked)
    if turn is not None:
        _try(uow, turn, lambda: flow.back(turn.draft, turn.frame))


def edit(uow: UnitOfWork, actor: Actor, interview: int, asked: int, part: str) -> None:
    """Ask for one part again, from the summary or from what was read back."""
    turn = _pressed(uow, actor, interview, asked)
    if turn is not None:
        _try(uow, turn, lambda: flow.edit(turn.draft, turn.frame, part))


def show_help(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    turn = _pressed(uow, actor, interview, asked)
    if turn is not None:
        ask(uow, turn.interview, with_help=True)


def later(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    turn = _pressed(uow, actor, interview, asked)
    if turn is not None:
        _pause(uow, turn)


def resume(uow: UnitOfWork, actor: Actor, interview: int) -> None:
    turn = _turn(uow, actor, interview)
    move_on(uow, turn.interview, turn.draft, "welcome-back")


def submit(uow: UnitOfWork, actor: Actor, interview: int, asked: int, seal: str) -> None:
    """Sign and send. `seal` says which terms the student saw."""
    turn = _pressed(uow, actor, interview, asked)
    if turn is None:
        return
    if turn.question is not None:  # a date has passed, or the class has changed, since the summary was shown
        move_on(uow, turn.interview, turn.draft, "not-finished")
        return
    terms = terms_of(turn.draft, turn.frame)
    if seal != seal_of(terms):
        move_on(uow, turn.interview, turn.draft, "summary-changed")
        return
    contract, _ = access.contract_as_student(uow, actor, turn.interview.contract)
    sent = store(uow, life.submit(contract, terms, actor.user, uow.now))
    uow.interviews.save(replace(turn.interview, state=InterviewState.SUBMITTED, updated_at=uow.now))
    tell(uow, actor.user, ProposalSent(sent.id, sent.on_the_table.number))
    refresh(uow, question_card(interview, asked))
    reviewing.announce(uow, sent)


def add_target(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> None:
    """From the summary: another target, which is asked for next."""
    turn = _pressed(uow, actor, interview, asked)
    if turn is not None:
        _try(uow, turn, lambda: flow.another(turn.draft, turn.frame))


def names_option(question: Question | None, text: str, lang: str) -> bool:
    """Whether a reply names a button of the open question, whatever it would be elsewhere: "nah"."""
    return question is not None and (
        any(typed.choice(text, group, lang) for group in question.step.named_by) or has_nothing(question, text, lang)
    )


def has_nothing(question: Question, text: str, lang: str) -> bool:
    """Whether somebody leaves out a question that they may leave out: "nah", "nothing really"."""
    return question.step.optional and typed.choice(text, "nothing", lang) is not None


# --- what is chosen beside the questions, from the summary ---


def finished(uow: UnitOfWork, actor: Actor, interview: int) -> tuple[Interview, Terms]:
    """What a draft of which everything is answered says. Refusal where a question is open."""
    turn = _turn(uow, actor, interview)
    return turn.interview, terms_of(turn.draft, turn.frame)


def of_target(uow: UnitOfWork, actor: Actor, interview: int, target: int) -> tuple[Interview, Viewpoint]:
    """A target that has its sentence, in a draft that is under way."""
    found, place = begun_target(uow, actor, interview, target)
    if not place.mine("statement"):
        raise Refusal("old-button")
    return found, place


def begun_target(uow: UnitOfWork, actor: Actor, interview: int, target: int) -> tuple[Interview, Viewpoint]:
    """A target that may have nothing yet."""
    turn = _turn(uow, actor, interview)
    place = Viewpoint(turn.draft, turn.frame, target)
    if not 1 <= target <= targets(place):
        raise Refusal("old-button")
    return turn.interview, place


def fill(
    uow: UnitOfWork, actor: Actor, interview: int, target: int, typed: Mapping[str, str], beside: Mapping[str, str]
) -> None:
    """Answers from a form, by the names of their steps, as if each was typed where it is asked; `beside` are values.
    A Refusal has the step as its field."""
    turn = _turn(uow, actor, interview)
    draft = turn.draft
    for name, text in typed.items():
        every = flow.questions(Viewpoint(draft, turn.frame))
        question = next(q for q in every if q.step.name == name and q.target in (0, target))
        try:
            draft = flow.answer(draft, turn.frame, question, text)
        except Refusal as refusal:
            raise Refusal(refusal.key, field=name, **refusal.args_for_copy) from None
    for name, value in beside.items():
        draft = put(draft, f"{target}.{name}", Answer(value, value))
    move_on(uow, turn.interview, draft)


def put_beside(uow: UnitOfWork, actor: Actor, interview: int, said: Mapping[str, str]) -> None:
    """Keep it with the draft, by keys that no question has; the summary shows it."""
    turn = _turn(uow, actor, interview)
    draft = turn.draft
    for key, value in said.items():
        draft = put(draft, key, Answer(value, value)) if value else drop(draft, key)
    move_on(uow, turn.interview, draft)


# --- correcting ---


def correct(uow: UnitOfWork, actor: Actor, text: str, ts: str) -> bool:
    """An edited message. Whether it had given an answer to an interview; one that was sent stays as it was signed."""
    for interview in reversed(uow.interviews.of_student(actor.user)):
        key = key_of_message(load(interview.draft), ts)
        if key is None or interview.state is InterviewState.CLOSED:
            continue
        if interview.state in UNDER_WAY:
            _correct(uow, _turn(uow, actor, interview.id), key, text, ts)
        else:
            tell(uow, actor.user, AnswerSent(interview.contract))
        return True
    return False


def _correct(uow: UnitOfWork, turn: _Turn, key: str, text: str, ts: str) -> None:
    """What can not be read, and what asks back, leaves the old answer as it was."""
    if typed.meaning(text, turn.frame.lang) is Meaning.HELP:
        return ask(uow, turn.interview, with_help=True)
    try:
        question = flow.find(key, turn.draft, turn.frame)
        draft = flow.answer(turn.draft, turn.frame, question, text, ts)
    except Refusal as refusal:
        return ask(uow, turn.interview, remark=refusal.key, details=refusal.args_for_copy)
    return move_on(uow, turn.interview, draft, "" if draft[key].offered else "corrected")


def forget(uow: UnitOfWork, actor: Actor, ts: str) -> None:
    """A deleted message that was shown back, and that nobody said yes to, is not asked about any more."""
    for interview in uow.interviews.of_student_in(actor.user, UNDER_WAY):
        key = key_of_message(load(interview.draft), ts)
        if key is not None and load(interview.draft)[key].offered:
            turn = _turn(uow, actor, interview.id)
            move_on(uow, turn.interview, flow.unoffered(turn.draft, key))


# --- what they share ---


def _turn(uow: UnitOfWork, actor: Actor, interview: int) -> _Turn:
    """The actor's own interview, in a class they are in. Somebody else's is as good as none."""
    found = uow.interviews.get(interview)
    if found is None or found.student != actor.user:
        raise Refusal("no-such-contract")
    classroom = access.student_in(uow, actor, found.classroom)
    if found.state not in UNDER_WAY:
        raise Refusal("proposal-sent" if found.state is InterviewState.SUBMITTED else "draft-closed")
    frame = frame_of(uow, classroom, actor.user, uow.now)
    frame.check_startable()
    draft = load(found.draft)
    return _Turn(found, draft, frame, flow.asked(draft, frame))


def _pressed(uow: UnitOfWork, actor: Actor, interview: int, asked: int) -> _Turn | None:
    """The turn, if the button belongs to the open question; else say where one is, and None."""
    turn = _turn(uow, actor, interview)
    if asked == turn.interview.asked:
        return turn
    ask(uow, turn.interview, remark="answered-already")
    return None


def _open_question(turn: _Turn) -> Question:
    if turn.question is None:
        raise Refusal("old-button")
    return turn.question


def _try(uow: UnitOfWork, turn: _Turn, step: Callable[[], Draft]) -> None:
    """Move the draft on; what is refused is said with the question that stays open."""
    try:
        draft = step()
    except Refusal as refusal:
        return ask(uow, turn.interview, remark=refusal.key, details=refusal.args_for_copy)
    return move_on(uow, turn.interview, draft)


def _answer(uow: UnitOfWork, turn: _Turn, question: Question, text: str, ts: str) -> None:
    try:
        draft = flow.answer(turn.draft, turn.frame, question, text, ts)
    except Refusal as refusal:
        draft = flow.unread(turn.draft, question.key, text, ts)
        kept = replace(turn.interview, draft=dump(draft), state=InterviewState.OPEN, updated_at=uow.now)
        uow.interviews.save(kept)
        return ask(uow, kept, remark=refusal.key, details=refusal.args_for_copy)
    return move_on(uow, turn.interview, draft)


def _pause(uow: UnitOfWork, turn: _Turn) -> None:
    uow.interviews.save(replace(turn.interview, state=InterviewState.LATER, updated_at=uow.now))
    tell(uow, turn.interview.student, InterviewPaused(turn.interview.id))
    show_home(uow, turn.interview.student)
