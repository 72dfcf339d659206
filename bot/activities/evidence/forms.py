"""The form in which a student shows something: what it is, for which target, and what it shows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.evidence.messages import LABEL_MOST, STATEMENT_MOST, named_kinds
from bot.domain.evidence import EVERYTHING, FILE_MB, FILES_MOST, LINE_MOST, WORDS_MOST, PieceKind, Takes
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
    takes: Takes = EVERYTHING


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """What the form holds. `target` and `criterion` are "" where none was chosen; a criterion is "target:place"."""

    words: str
    line: str
    target: str = ""
    criterion: str = ""


def given_in(text: Callable[[str], str]) -> GivenEvidence:
    return GivenEvidence(text("words"), text("line"), text("target"), text("criterion"))


def give_form(words: Words, form: GiveForm) -> dict[str, Any]:
    """The contract travels as metadata and is checked again."""
    line = forms.text(most=LINE_MOST)
    blocks = [
        *_for(words, form.targets),
        *files_field(words, form.takes),
        *_words(words, form.takes),
        forms.field(words, "line", line, key="evidence-give-line", hint=True),
        *_criteria(words, form.targets),
    ]
    return forms.modal(words, GIVE, blocks, metadata=str(form.contract))


def files_field(words: Words, takes: Takes) -> list[Block]:
    """None where the class takes no files. Left out by the edge to Slack where a workspace does not let Accord read
    files."""
    kinds = [PieceKind(kind.value) for kind in takes.files.kinds]
    if not kinds:
        return []
    element, most = {"type": "file_input", "max_files": FILES_MOST}, min(takes.mb, FILE_MB)
    args = {"kinds": named_kinds(words, kinds), "most": most}
    return [forms.field(words, "files", element, key="evidence-give-files", optional=True, hint=True, **args)]


def _words(words: Words, takes: Takes) -> list[Block]:
    """Where links, or texts, are all that the class takes, that must be there."""
    kinds = [kind for kind in (PieceKind.LINK, PieceKind.TEXT) if kind in takes.kinds]
    if not kinds:
        return []
    key = "evidence-give-words" if len(kinds) > 1 else f"evidence-give-{kinds[0]}"
    said, alone = forms.text(lines=True, most=WORDS_MOST), len(kinds) == len(takes.kinds)
    return [forms.field(words, "words", said, key=key, optional=not alone, hint=True)]


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
