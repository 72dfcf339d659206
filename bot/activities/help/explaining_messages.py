"""The answers to questions to Accord itself. Each says only what is true for its reader now."""

from decimal import Decimal

from bot.activities.checking_in.messages import STATEMENT_MOST
from bot.activities.hearing.messages import what_waits
from bot.activities.hearing.notices import Explained, ExplainedBrief, Standing
from bot.domain.contract import RUNNING
from bot.domain.outbox import Message
from bot.domain.terms import Target, number_text
from bot.messages.blocks import Block, actions, bullets, button, cut, rich, say
from bot.messages.days import day, when
from bot.messages.lists import joined
from bot.messages.progress import progress_words
from bot.messages.renderers import Reader, message, renders
from prompts.words import Piece, Words

WHO_READS = ("who-reads", "what-teacher-sees")
NUMBERS, DATES, NEXT, WAYS = "how-am-i-doing", "when-is-it", "what-next", "change-or-end"


@renders(Explained)
def explained(notice: Explained, brief: ExplainedBrief, reader: Reader) -> Message:
    w, topic = reader.words, notice.topic
    key = f"explained-{topic}" if w.has(f"explained-{topic}") else "explained-other"
    rest = what_waits(notice.waits, w)
    if topic in (NUMBERS, DATES) and not _agreed(brief):
        key = "explained-nothing-agreed"
        return message(w(key), say(w, key), *rest)
    return message(w(key), say(w, key), *_details(topic, brief, reader), *rest)


def _details(topic: str, brief: ExplainedBrief, reader: Reader) -> list[Block]:
    w = reader.words
    if topic in WHO_READS:
        return [bullets(*lines)] if (lines := _teachers(brief, w)) else []
    if topic == NUMBERS:
        return [block for standing in _agreed(brief) for block in _numbers(standing, brief, reader)]
    if topic == DATES:
        return [bullets(*(_dates(standing, brief, reader) for standing in _agreed(brief)))]
    if topic == NEXT:
        return [bullets(*(_what_next(standing, brief, reader) for standing in brief.standings))]
    return [actions([button(w("help-contract"), "changing.show")])] if topic == WAYS and _agreed(brief) else []


def _agreed(brief: ExplainedBrief) -> list[Standing]:
    return [s for s in brief.standings if s.contract is not None and s.contract.agreed is not None]


def _teachers(brief: ExplainedBrief, words: Words) -> list[list[Piece]]:
    return [
        words.pieces("explained-teachers", classroom=s.classroom, teachers=joined(words, s.teachers))
        for s in brief.standings
        if s.teachers
    ]


def _numbers(standing: Standing, brief: ExplainedBrief, reader: Reader) -> list[Block]:
    """Each target with its start, now and goal; then when it is asked about again."""
    w, contract = reader.words, standing.contract
    targets = contract.in_force.terms.targets if contract is not None else ()
    lines = [_target(target, standing.numbers.get(i), w) for i, target in enumerate(targets)]
    return [bullets(*lines), rich(_dates(standing, brief, reader))]


def _target(target: Target, number: Decimal | None, words: Words) -> list[Piece]:
    """What says that there is no number yet says the start as well."""
    start = words.pieces("explained-start", baseline=number_text(target.baseline)) if number is not None else []
    statement = words.pieces("check-in-target", statement=cut(target.statement, STATEMENT_MOST))
    return [*statement, "\n", *start, *([" "] if start else []), *progress_words(words, target, number)]


def _dates(standing: Standing, brief: ExplainedBrief, reader: Reader) -> list[Piece]:
    w, contract = reader.words, standing.contract
    args = {"classroom": standing.classroom, "end": day(contract.in_force.terms.ends_on, w) if contract else ""}
    if standing.asked:
        return w.pieces("explained-dates-asked", **args)
    if standing.check_in is None:
        return w.pieces("explained-dates-none", **args)
    return w.pieces("explained-dates", when=when(w, standing.check_in, brief.timezone, reader.now), **args)


def _what_next(standing: Standing, brief: ExplainedBrief, reader: Reader) -> list[Piece]:
    contract = standing.contract
    if contract is not None and contract.status in RUNNING:
        return _dates(standing, brief, reader)
    status = contract.status.value if contract is not None else "none"
    return reader.words.pieces(f"explained-next-{status}", classroom=standing.classroom)
