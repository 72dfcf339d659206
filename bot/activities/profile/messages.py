"""The learner profile: its student's form, and what a teacher reads."""

from dataclasses import dataclass
from typing import Any

from bot.domain.profile import PARTS, LearnerProfile
from bot.messages import forms
from bot.messages.blocks import Block, plain, quote, say, small
from bot.messages.terms import together
from prompts.words import COPY, Words, name_of_language, spoken

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
LANGUAGE = "profile.language"
OF_SLACK = "slack"
"""The value of the choice to be spoken to in the language of one's Slack."""


def profile_form(words: Words, profile: LearnerProfile, language: str = "") -> dict[str, Any]:
    """A student's own. A text may be as long as Slack takes: what is too long is said under its field."""
    blocks: list[Block] = [say(words, "profile-free"), say(words, "profile-who")]
    for part in PARTS:
        text = forms.text(getattr(profile, part), lines=part in LONGER)
        blocks.append(forms.field(words, part, text, key=f"profile-{part}", optional=True, hint=True))
        if part == "interests":
            blocks.append(_tick(words, "share_interests", profile.share_interests))
    blocks.append(_tick(words, "share_answers", profile.share_answers))
    blocks.append(_tick(words, "share_with_teachers", profile.share_with_teachers))
    if several_languages():
        blocks.append(_languages(words, language))
    return forms.modal(words, FORM, blocks)


def language_form(words: Words, language: str) -> dict[str, Any]:
    """For whoever learns in no class and so has no page of their own."""
    return forms.modal(words, LANGUAGE, [_languages(words, language)])


def several_languages() -> bool:
    return len(spoken(COPY)) > 1


def _languages(words: Words, chosen: str) -> Block:
    """Each by its own name: whoever reads the wrong one finds theirs."""
    named = [forms.option(name_of_language(language), language) for language in sorted(spoken(COPY))]
    options = [forms.option(words("profile-language-slack"), OF_SLACK), *named]
    select = forms.choice("static_select", options, [chosen or OF_SLACK])
    return forms.field(words, "language", select, key="profile-language", hint=True)


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
    view = forms.modal(words, READ, about_blocks(words, brief.student, brief.profile))
    return {**view, "close": plain(words("profile-close"), forms.VIEW_TITLE_MOST)}


def about_blocks(words: Words, student: str, profile: LearnerProfile | None) -> list[Block]:
    if profile is None:
        return [say(words, "profile-nothing-shown", student=student)]
    blocks: list[Block] = [say(words, "profile-shown", student=student)]
    for part in PARTS:
        text = getattr(profile, part)
        if text:
            blocks.append(together(say(words, f"profile-their-{part}"), quote(text)))
    return [*blocks, small(words("profile-keep-private"))]
