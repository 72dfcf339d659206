"""The numbers under a check-in's prompt, for one press instead of typing."""

from bot.activities.checking_in.notices import CheckInBrief
from bot.domain.at_a_press import numbers_to_press
from bot.domain.check_ins import CheckInState
from bot.messages.blocks import Block, actions, button, cut, small
from prompts.words import Words

_NAME_MOST = 150


def number_buttons(words: Words, brief: CheckInBrief) -> list[Block]:
    """A row for each target that counts few whole things and has no number yet, named where there are several. None
    where they do not fit all targets: then one press would say too little."""
    rows = [_numbers(words, brief, i) for i in range(len(brief.targets))]
    if not brief.open or not all(rows):
        return []
    blocks: list[Block] = []
    for i, row in enumerate(rows):
        if _has_number(brief, i):
            continue
        if len(rows) > 1:
            blocks.append(small(cut(brief.targets[i].statement, _NAME_MOST)))
        blocks.append(actions(row))
    if blocks and brief.check_in.state is not CheckInState.ANSWERED:
        not_yet = button(words("check-in-not-yet-button"), "checking_in.not_yet", str(brief.check_in.id))
        blocks[-1]["elements"].append(not_yet)
    return blocks


def _numbers(words: Words, brief: CheckInBrief, target: int) -> list[Block]:
    before = brief.before.get(target)
    last = before.value if before is not None else None
    same = "check-in-as-at-the-start-button" if last is None else "check-in-as-before-button"
    return [
        button(
            str(number) if place else words(same, value=str(number)),
            f"checking_in.number_{target}_{place}",
            f"{brief.check_in.id}:{target}:{number}",
        )
        for place, number in enumerate(numbers_to_press(brief.targets[target], last))
    ]


def _has_number(brief: CheckInBrief, target: int) -> bool:
    reply = brief.replies.get(target)
    return reply is not None and reply.value is not None
