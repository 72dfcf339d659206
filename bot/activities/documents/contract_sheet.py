"""A contract as a sheet of paper: what both signed, with their signatures and room for their hands."""

from collections.abc import Sequence
from dataclasses import replace

from bot.activities.documents.sheets import DocumentBrief, lines, runs, words_of
from bot.documents.sheet import Bullets, Quote, Runs, Section, Sheet, Table, Text, paper_of
from bot.domain.actor import Side
from bot.domain.contract import Signature
from bot.domain.recurrence import local_day
from bot.domain.terms import Target, as_seen
from bot.messages.days import clock_in
from bot.messages.terms import rest_in_words, target_in_words, target_name
from prompts.words import Words

ORDER = tuple(Side)


def contract_sheet(brief: DocumentBrief, words: Words) -> Sheet:
    """In the words of whoever asked, with nothing shortened."""
    return Sheet(
        title=words_of(words, "document-contract-heading", student=brief.student),
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=facts_of(brief, words),
        sections=sections_of(brief, words),
        foot=words_of(words, "document-foot", classroom=brief.classroom, number=brief.version.number),
        unshown=words("document-unshown"),
    )


def sections_of(brief: DocumentBrief, words: Words, level: int = 1) -> tuple[Section, ...]:
    """All that was signed, and the signatures."""
    terms = as_seen(brief.version.terms)
    count = len(terms.targets)
    targets = (_target(one, target_name(place, count, words), words) for place, one in enumerate(terms.targets))
    rest = Bullets(tuple(map(runs, rest_in_words(terms, words, private=True))))
    found = (*targets, Section(words("document-rest"), (rest,)), _signatures(brief, words))
    return tuple(replace(section, level=level) for section in found)


def facts_of(brief: DocumentBrief, words: Words) -> tuple[Runs, ...]:
    waits = [runs(words.pieces("document-change-waits"))] if brief.change_waits else []
    return (
        *lines(words, "document-student", name=brief.student),
        *lines(words, "document-class", name=brief.classroom),
        *_agreed(brief, words),
        *waits,
    )


def _agreed(brief: DocumentBrief, words: Words) -> tuple[Runs, ...]:
    if brief.missing:
        return lines(words, "document-to-sign")
    return lines(
        words,
        "document-agreed",
        date=max(local_day(one.signed_at, brief.timezone) for one in signatures_of(brief)),
    )


def _target(target: Target, name: str, words: Words) -> Section:
    said = target_in_words(target, words, Side.TEACHER)
    facts = Bullets((*map(runs, said.facts), *lines(words, "terms-criteria")), tuple(map(runs, said.criteria)))
    steps = Bullets(lines(words, "terms-milestones"), tuple(map(runs, said.milestones)))
    return Section(name, (Quote(said.statement), facts, *([steps] if said.milestones else [])), whole=True)


def signatures_of(brief: DocumentBrief) -> Sequence[Signature]:
    """Those that were given on this very wording, the student's first."""
    wanted = brief.version.terms.content_hash()
    standing = [one for one in brief.version.signatures if one.content_hash == wanted]
    return sorted(standing, key=lambda one: ORDER.index(one.side))


def _signatures(brief: DocumentBrief, words: Words) -> Section:
    head = tuple(words(f"document-{name}") for name in ("who", "signed", "by-hand"))
    missing = [(f"{brief.missing}\n{words('document-role-student')}", "", "")] if brief.missing else []
    rows = (*missing, *(_row(one, brief, words) for one in signatures_of(brief)))
    print_of = words("document-fingerprint", hash=brief.version.terms.content_hash(), zone=brief.timezone)
    parts = (Table(head, rows, tall=True), Text(runs([print_of]), small=True))
    return Section(words("document-signatures"), parts, whole=True)


def _row(signature: Signature, brief: DocumentBrief, words: Words) -> tuple[str, str, str]:
    role = words(f"document-role-{signature.side}")
    on, at = local_day(signature.signed_at, brief.timezone), clock_in(signature.signed_at, brief.timezone, words)
    if signature.on_paper:
        by = brief.names.get(signature.on_paper, "")
        return f"{brief.names[signature.user]}\n{role}", words("document-on-paper", date=on, teacher=by), ""
    return f"{brief.names[signature.user]}\n{role}", words("document-signed-at", date=on, time=at), ""
