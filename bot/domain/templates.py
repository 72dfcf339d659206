"""A beginning for a subject: it shows a student what a contract may look like, and says nothing in their place."""

from dataclasses import dataclass

from bot.domain.rubrics import Content
from bot.domain.terms import EvidenceForm


@dataclass(frozen=True, slots=True)
class Template:
    """`examples` of targets; `criteria` to choose from; `hardest` and `practice` ask in words of the subject what every
    interview asks; `rubric` is offered to teachers."""

    key: str
    name: str
    examples: tuple[str, ...]
    criteria: tuple[str, ...]
    evidence: EvidenceForm
    hardest: str
    practice: str
    rubric: Content
