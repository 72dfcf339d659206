"""Help, and refusals that lead somewhere."""

from typing import Any

from bot.activities.care.messages_alert import rule_line
from bot.activities.help.notices import FilesNotPassedOn, Help, HelpBrief, Refused
from bot.activities.reviewing.messages import value_of
from bot.domain.contract import Status
from bot.domain.outbox import Message
from bot.messages.blocks import actions, bullets, button, say, small
from bot.messages.renderers import Reader, message, renders
from prompts.words import Words

WAYS_TO_THE_WORDING = {
    Status.PROPOSED.value: ("proposal-suggest", "reviewing.suggest"),
    Status.AMENDED.value: ("amendment-counter", "reviewing.counter"),
    Status.RENEGOTIATING.value: ("change-decline", "changing.decline"),
}


FOR_TEACHERS = ("feedback", "review", "respond", "home")


@renders(Refused)
def refused(notice: Refused, brief: HelpBrief, reader: Reader) -> Message:
    w = reader.words
    key = f"refusal-{notice.reason}"
    return message(
        w(key, **notice.details),
        say(w, key, **notice.details),
        actions([*_way_on(notice, w), button(w("help-button"), "help.show")]),
    )


def _way_on(notice: Refused, words: Words) -> list[dict[str, Any]]:
    """To the wording that hides something: whoever opens it finds it as it is seen, and may sign that."""
    if notice.reason != "wording-hides" or notice.details["status"] not in WAYS_TO_THE_WORDING:
        return []
    label, action = WAYS_TO_THE_WORDING[str(notice.details["status"])]
    value = value_of(int(notice.details["contract"]), int(notice.details["version"]))
    return [button(words(label), action, value, style="primary")]


@renders(FilesNotPassedOn)
def files_not_passed_on(notice: FilesNotPassedOn, brief: None, reader: Reader) -> Message:
    return message(reader.words("files-stay"), say(reader.words, "files-stay"))


@renders(Help)
def show_help(notice: Help, brief: HelpBrief, reader: Reader) -> Message:
    w = reader.words
    intro = "help-unheard" if notice.unheard else "help-intro"
    blocks = [say(w, intro)]
    if brief.learns:
        how = "help-student-start" if _plans(brief) else "help-student-contract"
        blocks += [
            bullets(w.pieces(how), w.pieces("help-student-check-in"), w.pieces("help-student-home")),
            actions(_what_fits(brief, w)),
        ]
    if brief.care is not None:
        blocks.append(small(rule_line(brief.care, w)))
    if brief.teaches:
        blocks.append(bullets(*(w.pieces(f"help-teacher-{way}") for way in FOR_TEACHERS)))
    if not brief.learns and not brief.teaches:
        blocks.append(say(w, "help-set-up" if brief.may_set_up else "help-no-class"))
    return message(w(intro), *blocks)


def _plans(brief: HelpBrief) -> bool:
    return brief.draft_waiting or brief.may_start or not brief.has_contract


def _what_fits(brief: HelpBrief, words: Words) -> list[dict[str, Any]]:
    """The buttons for what a student can do now, the most pressing one first."""
    found: list[tuple[str, str, str]] = []
    if brief.check_in is not None:
        found.append(("check-in-log-button", "checking_in.log", str(brief.check_in)))
    if brief.has_contract:
        found.append(("help-contract", "changing.show", ""))
    if _plans(brief):
        found.append(("help-resume" if brief.draft_waiting else "help-start", "proposing.start", ""))
    return [
        button(words(key), action, value, style=None if i else "primary")
        for i, (key, action, value) in enumerate(found)
    ]
