"""Help, and refusals that lead somewhere."""

from bot.domain.outbox import Message
from bot.notices.help import Help, HelpBrief, Refused
from bot.rendering.blocks import actions, bullets, button, say
from bot.rendering.registry import Reader, message, renders


@renders(Refused)
def refused(notice: Refused, brief: HelpBrief, reader: Reader) -> Message:
    w = reader.words
    key = f"refusal-{notice.reason}"
    return message(
        w(key, **notice.details),
        say(w, key, **notice.details),
        actions([button(w("help-button"), "help.show")]),
    )


@renders(Help)
def show_help(notice: Help, brief: HelpBrief, reader: Reader) -> Message:
    w = reader.words
    start = w("help-resume" if brief.draft_waiting else "help-start")
    blocks = [say(w, "help-intro")]
    if brief.learns:
        blocks += [
            bullets(w.pieces("help-student-start"), w.pieces("help-student-check-in"), w.pieces("help-student-home")),
            actions([button(start, "proposing.start", style="primary")]),
        ]
    if brief.teaches:
        blocks.append(
            bullets(w.pieces("help-teacher-feedback"), w.pieces("help-teacher-review"), w.pieces("help-teacher-home"))
        )
    if not brief.learns and not brief.teaches:
        blocks.append(say(w, "help-set-up" if brief.may_set_up else "help-no-class"))
    return message(w("help-intro"), *blocks)
