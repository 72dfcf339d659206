"""What lies ahead of a contract: a plan that may need a change, and when the next check-in comes."""

from bot.activities.checking_in.messages import STATEMENT_MOST, DriftBrief, DriftSeen, NextBrief, NoCheckInNow
from bot.activities.feedback.messages import feedback_button
from bot.domain.outbox import Message
from bot.messages.blocks import actions, bullets, button, cut, say, small
from bot.messages.days import when
from bot.messages.registry import Reader, message, renders
from bot.messages.terms import progress
from prompts.words import Piece


@renders(DriftSeen)
def drift_seen(notice: DriftSeen, brief: DriftBrief, reader: Reader) -> Message:
    w, args = reader.words, {"student": brief.student, "classroom": brief.classroom}
    found: list[list[Piece]] = [
        [*w.pieces("drift-target", statement=cut(t.statement, STATEMENT_MOST)), "\n", *progress(w, t, value)]
        for t, value in brief.behind
    ]
    if brief.missed > 1:
        found.append(w.pieces("drift-missed", count=brief.missed))
    blocks = [say(w, "drift-seen", **args), *([bullets(*found)] if found else []), say(w, "drift-offer", **args)]
    claim = f"{brief.contract.id}:{brief.contract.on_the_table.number}"
    change = button(w("drift-change-button"), "changing.open", claim)
    feedback = feedback_button(w("drift-feedback-button"), brief.contract.classroom, brief.contract.student)
    return message(w("drift-seen", **args), *blocks, actions([change, feedback]), small(w("drift-next")))


@renders(NoCheckInNow)
def no_check_in_now(notice: NoCheckInNow, brief: NextBrief, reader: Reader) -> Message:
    w = reader.words
    if not brief.coming:
        start = button(w("help-start"), "proposing.start", style="primary")
        return message(w("check-in-no-contract"), say(w, "check-in-no-contract"), actions([start]))
    lines = [
        w.pieces("check-in-coming", classroom=name, when=when(w, due, brief.timezone, reader.now))
        if due is not None
        else w.pieces("check-in-none-coming", classroom=name)
        for _, name, due in brief.coming
    ]
    early = [
        button(cut(w("unasked-class-button", classroom=name), 75), f"unasked.open_{i}", str(contract))
        for i, (contract, name, _) in enumerate(brief.coming)
    ]
    return message(
        w("check-in-none-now"), say(w, "check-in-none-now"), bullets(*lines), say(w, "unasked-class"), actions(early)
    )
