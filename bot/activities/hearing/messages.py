"""What Accord says about a message that it did not take as an answer."""

from bot.activities.checking_in.notices import CheckInBrief
from bot.activities.hearing.notices import CheckInAgain, ReadsEnglish, Remark, WhichBrief, WhichOne
from bot.domain.check_ins import AWAITING
from bot.domain.outbox import Message
from bot.messages.blocks import Block, actions, button, cut, say, small
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words, answers_in


@renders(WhichOne)
def which_one(notice: WhichOne, brief: WhichBrief, reader: Reader) -> Message:
    w = reader.words
    if brief.taken is not None:
        about, classroom = brief.taken
        key = f"hearing-taken-{about.value}"
        return message(w(key, classroom=classroom), say(w, key, classroom=classroom))
    if not brief.places:
        return message(w("hearing-dropped"), say(w, "hearing-dropped"))
    buttons = [
        button(
            cut(w(f"hearing-{about.value}-button", classroom=classroom), 75),
            f"hearing.which_{i}",
            f"{brief.asked_back}:{i}",
        )
        for i, (about, classroom) in enumerate(brief.places)
    ]
    none = button(w("hearing-none-button"), "hearing.drop", str(brief.asked_back))
    return message(
        w("hearing-which"), say(w, "hearing-which"), actions([*buttons, none]), small(w("hearing-which-next"))
    )


@renders(CheckInAgain)
def check_in_again(notice: CheckInAgain, brief: CheckInBrief, reader: Reader) -> Message:
    w, args = reader.words, {"classroom": brief.classroom}
    if not brief.open or brief.check_in.state not in AWAITING:
        return message(w("check-in-answered"), say(w, "check-in-answered"))
    log = button(w("check-in-log-button"), "checking_in.log", str(brief.check_in.id), style="primary")
    return message(w("hearing-again", **args), say(w, "hearing-again", **args), actions([log]))


@renders(Remark)
def remark(notice: Remark, brief: None, reader: Reader) -> Message:
    w = reader.words
    key = f"hearing-{notice.about}"
    return message(w(key), say(w, key), *what_waits(notice.waits, w))


def what_waits(waits: str, words: Words) -> list[Block]:
    """What is still open for the reader; to who has not begun, the button that begins."""
    if not waits:
        return []
    line = small(words(f"hearing-waits-{waits}"))
    return [line, start(words)] if waits == "start" else [line]


def start(words: Words) -> Block:
    return actions([button(words("help-start"), "proposing.start", style="primary")])


@renders(ReadsEnglish)
def reads_english(notice: ReadsEnglish, brief: None, reader: Reader) -> Message:
    words = answers_in(notice.language, reader.words)
    return message(words("hearing-reads-english"), say(words, "hearing-reads-english"))
