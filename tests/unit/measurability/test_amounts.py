"""From where to where a target goes, in everyday sentences."""

from decimal import Decimal

import pytest

from bot.language.targets import Direction, read


@pytest.mark.parametrize(
    ("text", "baseline", "goal", "unit", "direction"),
    [
        (
            "draw 5 velocity-time graphs and get at least 4 marked right",
            None,
            "4",
            "velocity-time graphs",
            Direction.UP,
        ),
        ("Push my score on the weekly fractions quiz up from 11/20 to 16/20", "11", "16", "", Direction.UP),
        ("run 5k in under 27 mins by sports day, my time now is 31:20", "31.33", "27", "mins", Direction.DOWN),
        ("raise my average from 62 to 70", "62", "70", "", Direction.UP),
        ("cut my 100m time from 14.2 to 13.5 secs", "14.2", "13.5", "secs", Direction.DOWN),
        ("improve my serve from 4/10 in to 7/10 in by the tournament", "4", "7", "", Direction.UP),
        ("i'm at 35 wpm on the keyboard now and i wanna hit 50 by christmas", "35", "50", "wpm", Direction.UP),
        ("do 25 sit ups in a min by the fitness test", None, "25", "sit ups", Direction.UP),
        ("bench 60kg for 5 reps by new year, i do 45 now", "45", "60", "kg", Direction.UP),
        ("ride 15 miles without getting off", None, "15", "miles", Direction.UP),
        ("I would like to manage five pull ups, from two now", "2", "5", "pull ups", Direction.UP),
        ("jump 4.50 in the long jump by sports day, pb is 4.12", "4.12", "4.50", "", Direction.UP),
        ("get 60% or above in the next stats test, i got 41 last time", "41", "60", "%", Direction.UP),
        ("dribble through the cones in 11 secs, down from 14, by saturday", "14", "11", "secs", Direction.DOWN),
        (
            "lower my dictation errors from 9 to 3 in the next five dictations",
            "9",
            "3",
            "dictation errors",
            Direction.DOWN,
        ),
        ("get 18/20 on the vocab quiz this friday", None, "18", "", Direction.UP),
        ("hit 15 free throws out of 20 by november", None, "15", "free throws", Direction.UP),
        ("solve 12 of 15 trig problems on Friday's quiz", None, "12", "trig problems", Direction.UP),
        ("write three haiku a week until the slam", None, "3", "haiku per week", Direction.UP),
        ("read 25 mins b4 bed at least 5 nights a week", None, "5", "nights per week", Direction.UP),
        ("use at least six new connectors in the email task", None, "6", "connectors", Direction.UP),
        ("My essays have no more than two comma splices each", None, "2", "comma splices", Direction.DOWN),
        ("make eye contact with at least five employers", None, "5", "employers", Direction.UP),
        ("go from 4 to 7 out of 10 in how motivated i feel", "4", "7", "", Direction.UP),
        ("move from level 2 to level 4 on the speaking rubric", "2", "4", "level", Direction.UP),
        ("get 4 out of 5 right on the exit ticket", None, "4", "", Direction.UP),
        ("I need 6.5 in IELTS writing, last time was 5.5", "5.5", "6.5", "", Direction.UP),
        (
            "reduce the spelling mistakes in my dictations from about 12 to under 5",
            "12",
            "5",
            "spelling mistakes",
            Direction.DOWN,
        ),
        ("play the scale at 96 bpm with no wrong notes", None, "96", "bpm", Direction.UP),
        ("finish the test in 45 minutes instead of 60", "60", "45", "minutes", Direction.DOWN),
        ("speed up from 80 to 110 bpm", "80", "110", "bpm", Direction.UP),
        ("increase my reading from 10 pages a day to 20 pages a day", "10", "20", "pages per day", Direction.UP),
        ("attend at least 95% of lectures, my attendance was 82%", "82", "95", "%", Direction.UP),
        ("arrive late at most once a month", None, "1", "times", Direction.DOWN),
        ("no more than 2 late arrivals in november", None, "2", "late arrivals", Direction.DOWN),
        ("spend at most 1 hour on tiktok on school nights", None, "1", "hour", Direction.DOWN),
        ("drop my 800m by 5 seconds", None, "5", "seconds", Direction.DOWN),
        ("swim 400 m without stopping", None, "400", "m", Direction.UP),
        ("write 500 words a day in november", None, "500", "words per day", Direction.UP),
        ("type 60 words per minute with max 2 errors", None, "2", "errors", Direction.DOWN),
        ("run the 3k in 14:30, from 16:10", "16.17", "14.5", "min", Direction.DOWN),
        ("learn 40 phrasal verbs by june", None, "40", "phrasal verbs", Direction.UP),
        ("hold a plank for 2 mins (50 secs now)", "0.83", "2", "mins", Direction.UP),
        ("bring my screen time down to 2 hours a day from 5", "5", "2", "hours per day", Direction.DOWN),
        ("complete two past papers each weekend", None, "2", "past papers per weekend", Direction.UP),
        ("score at least 45/60 in the next physics mock", None, "45", "", Direction.UP),
        (
            "I keep losing marks on commas. In the next four assignments I want two or fewer comma errors each",
            None,
            "2",
            "comma errors",
            Direction.DOWN,
        ),
        ("ask at least one question in every tutorial", None, "1", "question", Direction.UP),
        ("plaster a 2 metre wall to level 2 standard", None, "2", "level", Direction.UP),
        ("fillet six fish with less than 15 % waste", None, "15", "%", Direction.DOWN),
        ("explain osmosis in under three minutes, hitting all five points", None, "3", "minutes", Direction.DOWN),
        ("raise attendance to 95 percent", None, "95", "%", Direction.UP),
        ("answer 6-mark questions, i get like 2 marks rn, want 4 or more each time", "2", "4", "marks", Direction.UP),
        ("go from band 5.5 to 6.5", "5.5", "6.5", "band", Direction.UP),
        ("shave 10 seconds off my 800m", None, "10", "seconds", Direction.DOWN),
        ("get my heart rate recovery from 90 to 70 bpm", "90", "70", "bpm", Direction.DOWN),
        ("use 3 sources in each of the next 4 essays", None, "3", "sources", Direction.UP),
        ("keep my room tidy 6 days out of 7", None, "6", "days", Direction.UP),
        ("label 40 countries with 4 or less wrong", None, "4", "wrong", Direction.DOWN),
        ("speak for 3 minutes without notes (last time 90 seconds)", "1.5", "3", "minutes", Direction.UP),
        ("right now 12 out of 30, goal 24 out of 30", "12", "24", "", Direction.UP),
        ("bake a sponge that rises at least 5cm", None, "5", "cm", Direction.UP),
        ("sell 40 tickets, up from 25", "25", "40", "tickets", Direction.UP),
        ("my pb is 12.8 for 100m, i want 12.3", "12.8", "12.3", "", Direction.DOWN),
        ("from 3 mistakes per page to 1 mistake per page", "3", "1", "mistake per page", Direction.DOWN),
        ("finish 9 out of every 10 homeworks", None, "9", "homeworks", Direction.UP),
        ("cite a minimum of six sources", None, "6", "sources", Direction.UP),
        ("cut my late arrivals from 6 last month to 1 this month", "6", "1", "late arrivals", Direction.DOWN),
    ],
)
def test_amounts_of_everyday_sentences(
    text: str, baseline: str | None, goal: str | None, unit: str, direction: Direction
) -> None:
    found = read(text).extracted
    assert found.baseline == (None if baseline is None else Decimal(baseline))
    assert found.goal == (None if goal is None else Decimal(goal))
    assert found.unit == unit
    assert found.direction is direction
