"""What nobody types on purpose is read, too: long runs, nested signs, other scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.targets import coach, read, suggest_wording

MOST = 5000
PIECES = {
    "articles": "a ",
    "digits": "1234567890",
    "spaced digits": "7 ",
    "shares of shares": "of 5 ",
    "slashes": "1/",
    "ranges": "3 to 8 of 10 ",
    "starts": "from 3 to ",
    "ranks": "from 14th to ",
    "limits": "at least at most ",
    "times": "by the end of the next ",
    "tasks": "in each of my next 5 ",
    "frames": "i want to be able to ",
    "verbs": "write and read or ",
    "negations": "not never no ",
    "comparisons": "better than the others as ",
    "every": "every single ",
    "decimals": "1,5.2,",
    "clock": "12:30:",
    "quotes": "\"'",
    "brackets": "((now ",
    "apostrophes": "'s'll've",
    "hyphens": "a-b-",
    "emoji": "🏊🏽‍♀️📚",
    "right to left": "أكتب ٣ مقالات‏ ",
    "zero width": "write\u200b3\u200des\u200cs\ufeffays ",
    "mixed scripts": "Пиши 3 essays написать 五 篇 ",
    "marks above letters": "e\u0301\u0302\u0303",
    "growing letters": "İ3 ",
    "small capitals": "ß ﬁ ſ ",
    "control signs": "\x00\x07\t\r\n",
    "surrogate-like": "\U0010ffff\ud7ff ",
    "fractions": "½ ¾ ⅓ ",
    "superscripts": "x² 10⁻³ ",
    "no spaces": "improvemywritingby",
    "links": "https://example.org/?q=1&by=2#",
}


@pytest.mark.parametrize("name", PIECES)
def test_a_long_run_is_read(name: str) -> None:
    text = (PIECES[name] * MOST)[:MOST]
    reading = read(text)
    assert all(text[found.start : found.end] == found.text for found in reading.findings)
    assert all(remark.text in text for remark in coach(reading))
    assert suggest_wording(reading)[-1:] in {"", "."}


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(PIECES.values())), min_size=1, max_size=60).map("".join))
def test_runs_among_each_other_are_read(text: str) -> None:
    reading = read(text[:MOST])
    assert all(text[found.start : found.end] == found.text for found in reading.findings)
    assert all(remark.text in text for remark in coach(reading))
