"""Each warning of the coach beside sentences that call for it and sentences that only look so."""

import pytest

from bot.language.targets import RemarkKey, coach, read

CALLED_FOR = {
    RemarkKey.NOT_BEYOND_BASELINE: [
        "go from 7 to 7 goals a season",
        "raise my mark from 14 to 12",
        "cut my absences from 3 to 5",
        "reduce my mistakes from 4 to 4 per essay",
    ],
    RemarkKey.FAR_BEYOND_BASELINE: [
        "do 50 pull ups (now 5)",
        "go from 2 pages a day to 40 pages a day",
        "cut my errors from 40 to 2",
        "read 100 books by june, i read 9 last year",
    ],
    RemarkKey.CEILING: [
        "write up to 6 pages",
        "use at most 4 sources",
        "read no more than 20 pages a week",
        "solve max 5 problems per day",
        "ask at most 2 questions per lesson",
    ],
    RemarkKey.EFFORT: [
        "put more effort into homework",
        "work really hard this term",
        "give it everything in training",
        "revise two hours every evening",
        "practise scales for 20 minutes a day",
        "study for 3 hours every sunday until the exam",
        "try to concentrate",
        "make an effort in german",
        "do my best in physics",
        "do 30 minutes of vocab every day",
        "sit at my desk for an hour each night",
    ],
    RemarkKey.SEVERAL: [
        "read 3 books and write 4 essays and run 10 km by june",
        "learn 20 words, swim 30 lengths and cook 2 meals by may",
        "write 2 essays and do 10 push ups by friday",
        "draw 3 portraits by may and i also want to run 5 km",
        "improve my essays, tidy my folder, call my gran and build a shelf",
    ],
    RemarkKey.OTHERS: [
        "beat my sister at chess",
        "get higher marks than anybody else in my class",
        "be the top student in physics",
        "run as fast as the boys in my team",
        "be the smartest in year 10",
        "win against my brother",
        "do better than everyone else",
        "outperform my classmates",
        "catch up with the others in maths",
    ],
}
NOT_CALLED_FOR = {
    RemarkKey.NOT_BEYOND_BASELINE: [
        "cut my 5k from 30 to 27 minutes",
        "lower my absences from 6 to 2",
        "raise my mark from 12 to 14",
        "climb from 14th to 5th",
        "bring my handicap down from 24 to 20",
        "run 5k in 25 minutes, my time is 29",
        "get my 100m down to 12.5 s from 13",
        "make at most 2 errors (now 6)",
        "finish in 40 minutes instead of 55",
    ],
    RemarkKey.FAR_BEYOND_BASELINE: [
        "do 8 pull ups (now 5)",
        "go from 1 to 3 questions per lesson",
        "from 2 to 5 sources per essay",
        "cut my errors from 10 to 5",
        "no late homework (now 4)",
        "reduce my mistakes from 3 to 0",
    ],
    RemarkKey.CEILING: [
        "make no more than 3 mistakes",
        "at most 2 spelling errors per page",
        "spend at most 1 hour a day on games",
        "be late no more than twice",
        "present in under 10 minutes",
        "write a summary of at most 200 words",
        "run 5k in under 30 minutes",
        "use at most 2 english words per minute",
        "have no more than 4 hesitations in my talk",
        "need no more than 2 hints",
        "drink max 2 coffees a day",
        "talk for at most 5 minutes",
        "cut my notes down to 1 page",
        "eat at most one bar of chocolate a day",
        "miss no more than 1 lesson a term",
        "use filler words at most 5 times",
        "keep each email to under 150 words",
        "look at my phone no more than 3 times a lesson",
        "limit my intro to 5 lines",
        "smoke no more than 5 a day",
        "interrupt at most once per meeting",
        "use the dictionary at most three times",
        "leave at most 2 questions blank in the mock",
        "repeat at most 2 of 10 openings",
    ],
    RemarkKey.EFFORT: [
        "practise until I can play it at 90 bpm without mistakes",
        "revise and score 80 % in the mock",
        "practise 10 minutes a day so that i hit 8 of 10 serves",
        "train for 30 minutes a day and run 5k in 25 minutes by june",
        "work through 12 past papers by may",
        "read 20 pages a day",
        "write 200 words every day",
        "run 3 times a week",
        "solve 5 problems a day",
        "review two books by june",
        "attend 95 % of lessons",
        "work with a partner on 3 experiments",
        "prepare a 5 minute talk by friday",
    ],
    RemarkKey.SEVERAL: [
        "write and hand in 3 essays",
        "plan, write and redraft two essays by may",
        "label and colour 5 diagrams",
        "practise 20 minutes a day and play it without mistakes by june",
        "speak for 3 minutes with at most 2 pauses",
        "read 3 poems and write a comment on each of the 3",
        "answer 10 questions and get 8 right",
        "measure 5 leaves and plot the 5 values",
        "type 60 words per minute with 95 % accuracy",
        "swim 20 lengths and finish in 15 minutes",
        "use 3 sources and cite each of them in my 2 essays",
        "bake 3 loaves, each with a crust of 1 cm",
        "write 3 essays of 500 words each",
        "read 3 articles and summarise each in 50 words",
    ],
    RemarkKey.OTHERS: [
        "beat my own record",
        "run faster than last year",
        "be faster than i was in may",
        "score more than 10 goals",
        "get a better mark than last time",
        "beat my pb of 12.4",
        "write more than the minimum",
        "score higher than 70 %",
        "do better than in the mock",
        "score above the class average of 62 %",
        "work with the others on a poster",
        "explain it to my brother",
        "help my friend",
        "do the best i can",
        "better than before",
        "win 3 of my next 5 matches",
        "beat level 9 in the beep test",
        "read more than 5 books",
        "be quicker than 30 seconds",
        "make it clearer than my first draft",
        "speak more than my usual two sentences",
    ],
}


def remarks(text: str) -> set[RemarkKey]:
    return {remark.key for remark in coach(read(text))}


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in CALLED_FOR.items() for text in texts])
def test_warning(key: RemarkKey, text: str) -> None:
    assert key in remarks(text)


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in NOT_CALLED_FOR.items() for text in texts])
def test_no_false_alarm(key: RemarkKey, text: str) -> None:
    assert key not in remarks(text)
