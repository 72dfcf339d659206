"""The form in which a student shows something: what it is, for which target, and what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.evidence.messages import LABEL_MOST, STATEMENT_MOST
from bot.domain.evidence import FILES_MOST, LINE_MOST, WORDS_MOST
from bot.domain.terms import Target
from bot.messages import forms
from bot.messages.blocks import Block, cut, say
from bot.messages.terms import target_name
from prompts.words import Words

GIVE = "evidence.give"


@dataclass(frozen=True, slots=True)
class GiveForm:
    """What it starts with."""

    contract: int
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What the form holds. `target` and `criterion` are "" where none was chosen; a criterion is "target:place"."""

    words: str
    line: str
    target: str = ""
    criterion: str = ""


def given_in(text: Callable[[str], str]) -> Given:
    return Given(text("words"), text("line"), text("target"), text("criterion"))


def give_form(words: Words, form: GiveForm) -> dict[str, Any]:
    """The contract travels as metadata and is checked again."""
    said = forms.text(lines=True, most=WORDS_MOST)
    line = forms.text(most=LINE_MOST)
    blocks = [
        *_for(words, form.targets),
        files_field(words),
        forms.field(words, "words", said, key="evidence-give-words", optional=True, hint=True),
        forms.field(words, "line", line, key="evidence-give-line", hint=True),
        *_criteria(words, form.targets),
    ]
    return forms.modal(words, GIVE, blocks, metadata=str(form.contract))


def files_field(words: Words) -> Block:
    """Left out by the edge to Slack where a workspace does not let Accord read files."""
    element = {"type": "file_input", "max_files": FILES_MOST}
    return forms.field(words, "files", element, key="evidence-give-files", optional=True, hint=True)


def _for(words: Words, targets: Sequence[Target]) -> list[Block]:
    """Which target; where there is one alone, the form says so and asks nothing."""
    if len(targets) == 1:
        return [say(words, "evidence-for", statement=cut(targets[0].statement, STATEMENT_MOST))]
    options = [forms.option(cut(target.statement, LABEL_MOST), str(i)) for i, target in enumerate(targets)]
    return [forms.field(words, "target", forms.choice("radio_buttons", options), key="evidence-give-target")]


def _criteria(words: Words, targets: Sequence[Target]) -> list[Block]:
    several = len(targets) > 1
    options = [
        forms.option(cut(f"{target_name(i, len(targets), words)}: {said}" if several else said, LABEL_MOST), f"{i}:{n}")
        for i, target in enumerate(targets)
        for n, said in enumerate(criterion.text for criterion in target.criteria)
    ]
    if not options:
        return []
    element = forms.choice("static_select", options[: forms.OPTIONS_MOST])
    return [forms.field(words, "criterion", element, key="evidence-give-criterion", optional=True)]
