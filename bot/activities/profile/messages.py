"""The learner profile: its student's form, and what a teacher reads."""

from dataclasses import dataclass
from typing import Any

from bot.domain.profile import PARTS, LearnerProfile
from bot.messages import forms
from bot.messages.blocks import Block, plain, quote, say, small
from bot.messages.terms import together
from prompts.words import Words

# What a teacher may read of a student.


@dataclass(frozen=True, slots=True)
class AboutStudent:
    """`profile` is None where the student shows nothing: that nothing is written, or that it is not to be shown, is
    not told apart."""

    student: str
    """The student's name."""
    profile: LearnerProfile | None


FORM = "profile.save"
CHOOSE = "profile.choose"
READ = "profile.read"
LONGER = ("strengths", "supports")
"""Parts with room for some lines."""
YES = "yes"
"""The value of a box that is ticked."""


def profile_form(words: Words, profile: LearnerProfile) -> dict[str, Any]:
    """A student's own. A text may be as long as Slack takes: what is too long is said under its field."""
    blocks: list[Block] = [say(words, "profile-free"), say(words, "profile-who")]
    for part in PARTS:
        text = forms.text(getattr(profile, part), lines=part in LONGER)
        blocks.append(forms.field(words, part, text, key=f"profile-{part}", optional=True, hint=True))
        if part == "interests":
            blocks.append(_tick(words, "share_interests", profile.share_interests))
    blocks.append(_tick(words, "share_with_teachers", profile.share_with_teachers))
    return forms.modal(words, FORM, blocks)


def _tick(words: Words, name: str, ticked: bool) -> Block:
    key = f"profile-{name.replace('_', '-')}"
    box = forms.choice("checkboxes", [forms.option(words(f"{key}-yes"), YES)], [YES] if ticked else [])
    return forms.field(words, name, box, key=key, optional=True, hint=True)


def choose_form(words: Words) -> dict[str, Any]:
    """A teacher says whom they want to read about."""
    student = forms.field(words, "student", forms.person(), key="profile-student", hint=True)
    return forms.modal(words, CHOOSE, [student])


def about_view(words: Words, brief: AboutStudent) -> dict[str, Any]:
    """What a student shows to their teachers."""
    view = forms.modal(words, READ, _about(words, brief.student, brief.profile))
    return {**view, "close": plain(words("profile-close"), forms.VIEW_TITLE_MOST)}


def _about(words: Words, student: str, profile: LearnerProfile | None) -> list[Block]:
    if profile is None:
        return [say(words, "profile-nothing-shown", student=student)]
    blocks: list[Block] = [say(words, "profile-shown", student=student)]
    for part in PARTS:
        text = getattr(profile, part)
        if text:
            blocks.append(together(say(words, f"profile-their-{part}"), quote(text)))
    return [*blocks, small(words("profile-keep-private"))]
