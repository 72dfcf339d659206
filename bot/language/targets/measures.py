"""How much: counts, limits, accuracy, grades, frequency and conditions by which a result is judged."""

from collections.abc import Iterable, Iterator, Sequence

from bot.language.targets.clauses import Clause, Role
from bot.language.targets.counts import CountFinder
from bot.language.targets.items import Row
from bot.language.targets.lexicon import Lexicon
from bot.language.targets.measure_words import MeasureWords, measure_words
from bot.language.targets.patterns import Match, pattern_set


def all_measures(
    row: Row, when: Sequence[Match], dated: frozenset[int], lexicon: Lexicon, lang: str
) -> tuple[Match, ...]:
    """Every quantity, frequency, grade and condition in the text, without overlaps, by place.

    `when` are the timeframes, `dated` the items of any date: their numbers count nothing.
    """
    words = measure_words(lang)
    timed = frozenset(index for match in when for index in range(match.first, match.last))
    idioms = _idioms(row, words)
    counts = CountFinder(row, timed | dated | idioms, lexicon, words).counts()
    found = [*counts, *_phrases(row, timed | idioms, lexicon, words, lang), *_grades(row, timed, words)]
    return tuple(_without_overlaps(found))


def of_the_goal(found: Iterable[Match], clauses: Iterable[Clause]) -> tuple[Match, ...]:
    """Those that stand in the clauses of the goal."""
    goal = [clause for clause in clauses if clause.role is Role.GOAL]
    inside = {index for clause in goal for index in range(clause.start, clause.end)}
    return tuple(match for match in found if match.last - 1 in inside)


def _without_overlaps(found: list[Match]) -> Iterator[Match]:
    done = -1
    for match in sorted(found, key=lambda match: (match.first, -match.last)):
        if match.first >= done:
            done = match.last
            yield match


def _idioms(row: Row, words: MeasureWords) -> frozenset[int]:
    return frozenset(
        index
        for spelled in (row, row.spelled_out())
        for found in words.idiom.finditer(spelled.joined)
        if spelled.norm(spelled.index_at(found.start()) - 1) not in words.groups["limit_ends"]
        for index in range(spelled.index_at(found.start()), spelled.index_at(found.end() - 1) + 1)
    )


def _phrases(row: Row, taken: frozenset[int], lexicon: Lexicon, words: MeasureWords, lang: str) -> Iterator[Match]:
    for match in pattern_set(lang, "measures").matches(row):
        if match.tag != "whole" and not taken.isdisjoint(range(match.first, match.last)):
            continue
        last = row.norm(match.last - 1)
        if match.tag in ("no", "without") and _is_inner(last, lexicon, words):
            continue  # "without panicking", "no stress": nothing that could be checked
        if match.tag == "whole":
            if not row.norm(match.first - 1)[:1].isalnum():
                yield match  # "each of my next five pages has a date": all of them have to
            continue
        if match.tag == "level" and _is_named(row.norm(match.last), lexicon, words):
            continue  # "the level 2 menu"
        if match.tag == "grade" and words.has("course", row.norm(match.last)):
            continue  # "the B2 exam"
        yield match


def _is_named(word: str, lexicon: Lexicon, words: MeasureWords) -> bool:
    judged = words.has("rubric_nouns", word) or lexicon.is_state(word)
    return lexicon.is_noun_like(word) and not judged


def _is_inner(word: str, lexicon: Lexicon, words: MeasureWords) -> bool:
    return lexicon.lemma(word) in lexicon.inner_verbs or lexicon.is_state(word) or words.has("strain", word)


def _grades(row: Row, timed: frozenset[int], words: MeasureWords) -> Iterator[Match]:
    """Letters as marks: "a B", "from a D to a B", "A*"."""
    for index, item in enumerate(row.items):
        if len(item.norm) != 1 or not words.has("grade_letter", item.norm) or index in timed:
            continue
        signed = words.has("grade_sign", row.norm(index + 1)) and row.items[index + 1].start == item.end
        if _is_grade(row, index, words, signed=signed):
            yield Match("condition", "grade", index, index + 1 + signed)


def _is_grade(row: Row, index: int, words: MeasureWords, *, signed: bool) -> bool:
    letter, before, after = row.norm(index), row.norm(index - 1), row.norm(index + 1)
    if after == row.norm(index + 2) == "+":
        return False  # "C++"
    behind = row.norm(index + 2) if after == "-" else after
    if words.has("no_grade_before", before) or words.has("no_grade_after", behind):
        return False
    if words.has("grade_noun", behind):
        return True
    article = words.has("article_letter", letter)
    if row.text[row.items[index].start].isupper() and index:
        sure = not article or signed or words.has("article_grade_lead", before)
        return sure and (signed or words.has("grade_lead", before))
    plain = words.has("sure_grade_lead", before) or (not article and words.has("article_letter", before))
    return signed or (plain and (words.has("sure_grade_lead", before) or not after.isalpha()))
