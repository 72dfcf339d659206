"""A card of a student's own: how they practise, the signs to look for, what they do when something gets in the way."""

from bot.activities.documents.sheets import DocumentBrief, lines, runs, words_of
from bot.documents.sheet import Bullets, Quote, Section, Sheet, SheetPart, Table, paper_of
from bot.domain.terms import Target, as_seen
from bot.messages.terms import target_name
from prompts.words import Words

WEEKS = 6
"""So many rows to write in."""
COLUMNS = ("week", "practised", "number", "sign-seen")


def card_sheet(brief: DocumentBrief, words: Words) -> Sheet:
    """Of what both signed, and nothing that helps them or is hard for them: it lies on a desk."""
    targets = as_seen(brief.version.terms).targets
    title = words_of(words, "card-heading", student=brief.student)
    return Sheet(
        title=title,
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=lines(words, "document-class", name=brief.classroom),
        sections=tuple(
            _target(one, target_name(place, len(targets), words), words) for place, one in enumerate(targets)
        ),
        foot=words_of(words, "document-foot", classroom=brief.classroom, number=brief.version.number),
        unshown=words("document-unshown"),
    )


def _target(target: Target, name: str, words: Words) -> Section:
    plan = lines(words, "card-practise", text=target.strategies) if target.strategies else ()
    then = (
        lines(words, "card-if-then", obstacle=target.obstacle, fallback=target.fallback)
        if target.obstacle and target.fallback
        else ()
    )
    way = lines(
        words,
        "card-goal",
        start=target.text(target.baseline),
        goal=target.text(target.goal),
        unit=target.beside,
        date=target.due_on,
    )
    signs = tuple(runs(words.pieces("card-sign", text=one.text)) for one in target.criteria)
    head = tuple(words(f"card-{column}") for column in COLUMNS)
    kept: tuple[SheetPart, ...] = (
        Quote(target.statement),
        Bullets((*way, *plan, *then, *(lines(words, "card-signs") if signs else ())), signs),
        Table(head, (("",) * len(head),) * WEEKS, tall=True),
    )
    return Section(name, kept, whole=True)
