"""What those hear who are told that somebody is not well; and what anybody may know of it before they write."""

from collections.abc import Sequence

from bot.activities.care.notices import CareAlerted, CareRule, CareUpdate, CareWords, ContactBrief
from bot.domain.care import Ended, Way
from bot.domain.outbox import Late, Message
from bot.messages.blocks import Block, actions, button, quote, rich, say, small
from bot.messages.days import clock_in
from bot.messages.renderers import Reader, message, renders
from prompts.words import Piece, Words


@renders(CareAlerted)
def alerted(notice: CareAlerted, brief: ContactBrief, reader: Reader) -> Message:
    w, name = reader.words, brief.student
    key = "care-alert-asked" if brief.mine.asked_for else "care-alert"
    return message(
        w(key, student=name),
        say(w, key, student=name),
        rich(*_about(brief, w)),
        *_taking(brief, w),
        small(w("care-alert-do")),
    )


def _about(brief: ContactBrief, words: Words) -> list[list[Piece]]:
    """Who it is, why, and that the words are the student's own."""
    lines = []
    if brief.classes:
        lines.append(words.pieces("care-alert-class", student=brief.student, classes=", ".join(brief.classes)))
    if brief.handle:
        lines.append(words.pieces("care-alert-handle", handle=brief.handle))
    why = "care-alert-why-other" if brief.alert.of_another else "care-alert-why"
    lines += [words.pieces(why), words.pieces("care-alert-words")]
    if brief.alert.ended is not None:
        lines.append(words.pieces(_since(brief.alert.ended), student=brief.student))
    return lines


def _since(ended: Ended) -> str:
    return "care-alert-meant-else" if ended is Ended.MEANT_ELSE else "care-alert-went-on"


def _taking(brief: ContactBrief, words: Words) -> list[Block]:
    if brief.mine.taken_at is not None:
        return [say(words, "care-alert-mine", time=clock_in(brief.mine.taken_at, brief.timezone, words))]
    take = actions([button(words("care-take-button"), "care.take", str(brief.alert.id), style="primary")])
    if brief.taken_by is not None:
        return [say(words, "care-alert-theirs", person=brief.taken_by), take]
    hints = [words("care-take-hint", student=brief.student)]
    if brief.following is not None and brief.alert.wake_at is not None:
        at = clock_in(brief.alert.wake_at, brief.timezone, words)
        hints.append(words("care-alert-next", person=brief.following, time=at))
    return [take, small(*hints)]


@renders(CareUpdate)
def update(notice: CareUpdate, brief: ContactBrief, reader: Reader) -> Message:
    key = "care-update-meant-else" if notice.details == Ended.MEANT_ELSE else "care-update-went-on"
    return message(reader.words(key, student=brief.student), say(reader.words, key, student=brief.student))


@renders(CareWords)
def words(notice: CareWords, brief: ContactBrief, reader: Reader) -> Message:
    """The words are read when it leaves; until then there is nothing to show but that they come."""
    w, name = reader.words, brief.student

    def with_words(read: Sequence[str]) -> Message:
        quotes = [quote(text) for text in read]
        return message(w("care-words", student=name), say(w, "care-words", student=name), *quotes)

    late = Late(brief.alert.student, brief.alert.channel, brief.alert.sources, with_words)
    return Message(w("care-words", student=name), (say(w, "care-words", student=name),), late)


def rule_line(rule: CareRule, words: Words) -> str:
    """What is recognised, and who would be told: before anything is written."""
    if not rule.contacts:
        return words("care-rule-nobody")
    if rule.way is Way.AT_ONCE:
        return words("care-rule-at-once", first=rule.contacts[0])
    return words("care-rule-student", names=one_of(rule.contacts, words))


def one_of(names: Sequence[str], words: Words) -> str:
    """ "Mr Ito, Ms Poe or Mx Fox"."""
    if len(names) < 2:
        return "".join(names)
    return words("care-rule-or", first=", ".join(names[:-1]), last=names[-1])
