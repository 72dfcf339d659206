"""A sheet for somebody who is in no class here: what a student wanted to reach, to be marked and signed by hand."""

from bot.activities.documents.sheets import DocumentBrief, lines, runs, words_of
from bot.documents.sheet import Lines, Quote, Section, Sheet, Table, Text, paper_of
from bot.domain.look_back import RATINGS, criteria_of, outside_places
from bot.domain.terms import Terms, as_seen
from bot.messages.terms import target_name
from prompts.words import Words

WIDTHS = (6, *(2 for _ in RATINGS))


def outside_sheet(brief: DocumentBrief, words: Words) -> Sheet:
    """Of the targets that somebody outside rates, their sentences and signs, and nothing else of the contract."""
    terms = as_seen(brief.version.terms)
    return Sheet(
        title=words_of(words, "outside-heading", student=brief.student),
        language=words.locale,
        paper=paper_of(brief.timezone),
        facts=lines(words, "document-class", name=brief.classroom),
        sections=(
            Section("", (Text(runs(words.pieces("outside-what", student=brief.student))),), whole=True),
            *_targets(terms, words),
            _signed(words),
        ),
        foot=words_of(words, "document-foot", classroom=brief.classroom, number=brief.version.number),
        unshown=words("document-unshown"),
    )


def _targets(terms: Terms, words: Words) -> tuple[Section, ...]:
    """A row for each sign, in the order in which a teacher notes them."""
    signs, found = criteria_of(terms), []
    head = (words("sheet-criterion"), *(words(f"look-back-rating-{one}") for one in RATINGS))
    for number in dict.fromkeys(signs[place][0] for place in outside_places(terms)):
        rows = [signs[place][1].text for place in outside_places(terms) if signs[place][0] == number]
        table = Table(head, tuple((text, *("" for _ in RATINGS)) for text in rows), tall=True, widths=WIDTHS)
        name = target_name(number, len(terms.targets), words)
        found.append(Section(name, (Quote(terms.targets[number].statement), table), whole=True))
    return tuple(found)


def _signed(words: Words) -> Section:
    """Room for words, and the hand of whoever wrote them."""
    head = tuple(words(key) for key in ("outside-name", "outside-role", "sheet-date", "outside-signature"))
    back = Text(runs(words.pieces("outside-back")), small=True)
    hand = Table(head, (("",) * len(head),), tall=True)
    return Section(words("outside-in-words"), (Lines(words("outside-saw"), 3), hand, back), whole=True)
