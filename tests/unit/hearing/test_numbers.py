"""Which number a message gives, and whether it may be noted at once."""

from decimal import Decimal

import pytest

from bot.language.hearing import Aim, Kind, Moment, hear
from bot.language.hearing.numbers import number_beside, number_for, numbers_for

Read = tuple[str, bool] | None


def aim(unit: str, baseline: str, goal: str, last: str | None = None) -> Aim:
    return Aim("", unit, Decimal(baseline), Decimal(goal), None if last is None else Decimal(last))


TEN = aim("words right of 10", "4", "9", "6")
TWENTY = aim("mark out of 20", "9", "15", "11")
PAGES = aim("pages a day", "5", "30", "12")
HOURS = aim("hours a week", "2", "8", "5")
MINUTES = aim("minutes a day", "240", "90", "150")
RUN = aim("minutes for 5 km", "34", "26", "29")
LATE = aim("late arrivals a month", "6", "1", "4")
PERCENT = aim("%", "50", "80", "64")
EUROS = aim("euros saved", "30", "300", "140")
GRADE = aim("grade (A=5, B=4, C=3, D=2, E=1)", "2", "4", "3")
STRETCH = aim("cm past my toes", "-4", "8", "-1")
MET = aim("customers greeted a shift", "1", "10", "4")
SWUM = aim("metres swum without stopping", "100", "800", "350")
KILOMETRES = aim("km a week", "4", "15", "8")
SLIPS = aim("mistakes per page", "14", "4", "9")
RAISED = aim("times hand up in class a week", "0", "5", "1")
FORGOTTEN = aim("missing homework a month", "8", "1", "5")
FRESH = aim("verbs learned", "4", "30")
PUSHED = aim("push-ups", "10", "40", "22")
PIECES = aim("good pieces a shift", "15", "40", "28")
TALKED = aim("times I speak in class a week", "0", "5", "2")
WEEKLY = aim("pages a week", "10", "50", "18")
LISTENED = aim("per cent in the listening test", "45", "80", "62")
PHONE = aim("screen hours a day", "7", "3", "5")
BRICKS = aim("bricks a day", "220", "400", "310")
LAP = aim("minutes for 1 km", "5", "4", "4.5")
CALLS = aim("phone calls a week", "0", "10", "4")
STUDIED = aim("minutes of study a day", "20", "60", "40")
PRACTISED = aim("days practised a week", "2", "5", "3")
TYPED = aim("words per minute", "28", "50", "36")


def read(text: str, target: Aim) -> Read:
    number = number_for(text, target)
    return None if number is None else (str(number.value), number.sure)


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("8", TEN, "8"),
        ("I had 7 last wk, this wk 5", TEN, "5"),
        ("10 pages, wait no 12", PAGES, "12"),
        ("hmm 7? yeah 7", TEN, "7"),
        ("11 ok? now leave it", TWENTY, "11"),
        ("8 as against 5 before", TEN, "8"),
        ("yooo got 7", TEN, "7"),
        ("8 so one off my goal", TEN, "8"),
        ("5. mum was off sick too", EUROS, "5"),
        ("18 till now", WEEKLY, "18"),
        ("4 days", PRACTISED, "4"),
        ("8 of 10", TEN, "8"),
        ("7:30 h", aim("hours a night", "6", "8", "6.5"), "7.5"),
        ("7:45", aim("hours a night", "6", "8", "6.5"), "7.75"),
        ("one paragraph", aim("paragraphs a week", "0", "3", "2"), "1"),
        ("got *8*/10 today", TEN, "8"),
        ("all 10", TEN, "10"),
        ("did 10, 7 right", TEN, "7"),
        ("6 no wait 7", TEN, "7"),
        ("three fifty", BRICKS, "350"),
        ("laid three ten before the rain", BRICKS, "310"),
        ("3 hundred and 20", BRICKS, "320"),
        ("2 hundred 90", BRICKS, "290"),
        ("three fifty", LAP, "3.83"),
        ("did it in four oh five", LAP, "4.08"),
        ("three times, best was four fifteen", LAP, "4.25"),
        ("one sixty five now", EUROS, "165"),
        ("three fifty", aim("euros a lunch", "6", "3", "5"), "3.5"),
        ("1:20", aim("minutes a day", "30", "100", "60"), "80"),
        ("6 last week 8 now", TEN, "8"),
        ("didnt come late any day", LATE, "0"),
        ("placed five missed two", aim("cannulas a week", "1", "6", "3"), "5"),
        ("section a 5 section b 6 total 11", TWENTY, "11"),
        ("were on nights from 20 to 8, got 3 in", aim("cannulas a week", "1", "6", "3"), "3"),
        ("did 5 and watched 2", aim("cannulas a week", "1", "6", "3"), "5"),
        ("7 and the other guy 9", TEN, "7"),
        ("only 2 this week", PAGES, "2"),
        ("didnt read a single page", PAGES, "0"),
        ("bad week, 2 because of exams", PAGES, "2"),
        ("11 first, 14 on the second go", TWENTY, "14"),
        ("none", TEN, "0"),
        ("same as last time", TEN, "6"),
        ("about 13", TWENTY, "13"),
        ("12,5", TWENTY, "12.5"),
        ("it was 9 before, now its 12", TWENTY, "12"),
        ("3 -> 7", TEN, "7"),
        ("8 right on the reading test", TEN, "8"),
        ("not a single page", PAGES, "0"),
        ("31 a day, cried when the dog died in chapter 6", PAGES, "31"),
        ("didnt reach 30. it was 21", PAGES, "21"),
        ("no more than 20", PAGES, "20"),
        ("6h", HOURS, "6"),
        ("4h30", HOURS, "4.5"),
        ("5 and a quarter hours", HOURS, "5.25"),
        ("90 min on sunday and 1h on friday so 2.5h total", HOURS, "2.5"),
        ("2h", MINUTES, "120"),
        ("3h12 says the phone", MINUTES, "192"),
        ("25 mins 50", RUN, "25.83"),
        ("27:30 today", RUN, "27.5"),
        ("half an hour", RUN, "30"),
        ("twice", LATE, "2"),
        ("just once, the bus", LATE, "1"),
        ("no lates", LATE, "0"),
        ("7 of 10 so 70%", PERCENT, "70"),
        ("€155.50 now", EUROS, "155.5"),
        ("got a C again", GRADE, "3"),
        ("an A would be lovely but its another C", GRADE, "3"),
        ("minus 2, stiff", STRETCH, "-2"),
        ("12 verbs", FRESH, "12"),
        ("7 regulars today", MET, "7"),
        ("450m", SWUM, "450"),
        ("ive run thirteen kilometres since monday", KILOMETRES, "13"),
        ("9.5k, my knee was weird", KILOMETRES, "9.5"),
        ("just 5 errors on the essay", SLIPS, "5"),
        ("put my hand up 3 times in history", RAISED, "3"),
        ("only forgot 2", FORGOTTEN, "2"),
        ("on time every day!!", LATE, "0"),
        ("8 fine and 2 i had to redo", TEN, "8"),
        ("2 i had to redo and 8 fine", TEN, "8"),
        ("couldnt manage more than 7", TEN, "7"),
        ("couldnt do all 10, only 6", TEN, "6"),
        ("32 pcs but 5 scrap so 27", PIECES, "27"),
        ("hit 12 missed 8", TWENTY, "12"),
        ("13, 2 up", TWENTY, "13"),
        ("21, 9 short", PAGES, "21"),
        ("26 (+4)", PUSHED, "26"),
        ("10 and then another 12 so 22", PAGES, "22"),
        ("120 left", EUROS, "120"),
        ("67 up from 64", PERCENT, "67"),
        ("reached my goal: 30", PUSHED, "30"),
        ("tried 30 gave up at 26", PUSHED, "26"),
        ("aimed for 30, landed on 26", PUSHED, "26"),
        ("pb was 33 today 28", PUSHED, "28"),
        ("27'30", RUN, "27.5"),
        ("x25", PUSHED, "25"),
        ("twentyfive", PUSHED, "25"),
        ("elevn", TWENTY, "11"),
        ("20 most days", PAGES, "20"),
        ("at least 25", PUSHED, "25"),
        ("68 per cent", LISTENED, "68"),
        ("phone says 4h 30m", PHONE, "4.5"),
        ("just did the test at 10.30, 43 words a minute", TYPED, "43"),
        ("hi just wanted to say i did 24", PUSHED, "24"),
        ("had 24 guests tonight and just one complaint", aim("customers served a shift", "10", "30", "20"), "24"),
        ("the old one was a typo, 17", TWENTY, "17"),
        ("didnt read anything this week", WEEKLY, "0"),
        ("nothing", WEEKLY, "0"),
        ("not late once", LATE, "0"),
        ("wrote 9, 3 came back, 6 were ok", WEEKLY, "6"),
        ("only one today, slow day", aim("calls a day", "0", "8", "3"), "1"),
        ("learned 8 words more so 48 in all", aim("words by heart", "8", "64", "30"), "48"),
        ("3 on my own 2 with my tutor", aim("paragraphs without help", "0", "5", "2"), "3"),
        ("12 lol jk 14", TWENTY, "14"),
        ("5 reps at 60", aim("kg on the bar", "40", "80", "55"), "60"),
        ("my hands were shaking but i spoke up twice", TALKED, "2"),
        ("that test was a killer 17", TWENTY, "17"),
        ("i am off by 20 grams", aim("grams off a portion", "40", "10", "22"), "20"),
    ],
)
def test_read_at_once(text: str, target: Aim, value: str) -> None:
    assert read(text, target) == (value, True)


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("3:50-4:10", LAP, "3.83"),
        ("ran it in 3:50-4:10", LAP, "3.83"),
        ("slept 40 mins", STUDIED, "40"),
        ("the bus takes 50 mins", STUDIED, "50"),
        ("had a 20 min nap", STUDIED, "20"),
        ("got 15 pages left", PAGES, "15"),
        ("the chapter is 22 pages", PAGES, "22"),
        ("20 pages x2", PAGES, "20"),
        ("between 3:50 and 4:10", LAP, "3.83"),
        ("4:31, 4:25, 4:40", LAP, "4.67"),
        ("made my 6th call this week", CALLS, "6"),
        ("that was call number 6", CALLS, "6"),
        ("called 3 in the morning and 3 after lunch", CALLS, "6"),
        ("late mon and thu", aim("times late a week", "5", "1", "3"), "2"),
        ("4 were wrong the rest was ok", TEN, "6"),
        ("4 had holes, rest was fine", TEN, "6"),
        ("two more since last week", aim("past papers", "0", "12", "5"), "7"),
        ("read 3 chapters of 6 pages", PAGES, "18"),
        ("about three quarters", PERCENT, "75"),
        ("40 words in 2 h", aim("words an hour", "10", "40", "20"), "20"),
        ("20 before school 15 after", aim("minutes a day", "10", "45", "25"), "15"),
        ("half of them", TEN, "5"),
        ("all of them", TEN, "10"),
        ("full marks", TEN, "10"),
        ("twice as many", TEN, "12"),
        ("2 more than last time", TEN, "8"),
        ("9 of 10 wrong", TEN, "1"),
        ("only 2 wrong", TEN, "8"),
        ("all but two", TEN, "8"),
        ("7 or 8", TEN, "7"),
        ("i think 7", TEN, "7"),
        ("16 of 10", TEN, "16"),
        ("65%", TWENTY, "13"),
        ("7/10", TWENTY, "14"),
        ("somewhere between 10 and 12", TWENTY, "10"),
        ("2 points short of my goal", TWENTY, "13"),
        ("900", PAGES, "900"),
        ("monday 10 thursday 14", PAGES, "14"),
        ("did 20 pages then 4 more", PAGES, "24"),
        ("2h mon, 1h tue, 3h sat", HOURS, "6"),
        ("an hour a day", HOURS, "7"),
        ("15 of 20", PERCENT, "75"),
        ("put another 20 in the tin", EUROS, "160"),
        ("7 cousins are here, no time", MET, "7"),
        ("7 regulars, i think", MET, "7"),
        ("7 wrong out of 10 this is so bad", TEN, "3"),
        ("7 out of 10 wrong", TEN, "3"),
        ("messed up 7 of the 10", TEN, "3"),
        ("90 regulars today", MET, "90"),
        ("1 mark up", TWENTY, "12"),
        ("up 3", PUSHED, "25"),
        ("+2", TWENTY, "13"),
        ("down 2 from last week", SLIPS, "7"),
        ("dropped 3 marks", TWENTY, "17"),
        ("9 missing to 30", PUSHED, "21"),
        ("5 a day", WEEKLY, "35"),
        ("140 this week", PAGES, "20"),
        ("10 mistakes on 2 pages", SLIPS, "5"),
        ("ten on monday ten on friday", WEEKLY, "20"),
        ("19 from the list + 4 of my own", WEEKLY, "23"),
        ("oral 13 written 15", TWENTY, "15"),
        ("twice as far as last week", KILOMETRES, "16"),
        ("half as often", LATE, "2"),
        ("every single one of them", TEN, "10"),
        ("4, or 3 if you leave out the easy one", TALKED, "4"),
        ("said nothing", TALKED, "0"),
        ("didnt do any", PUSHED, "0"),
        ("25?", PUSHED, "25"),
        ("is 20 even realistic", PUSHED, "20"),
        ("stop writing me at 6", PERCENT, "6"),
        ("the thing with the 12 you know", PUSHED, "12"),
        ("maya hit 21", PUSHED, "21"),
        ("100 more and ill have 500", SWUM, "450"),
        ("swam without armbands, at 43", SWUM, "43"),
        ("I read one page every Tuesday", PAGES, "1"),
        ("two or three different ways in one paragraph", aim("paragraphs", "1", "5"), "1"),
        ("3 commas in 2 paragraphs", aim("paragraphs", "1", "5"), "2"),
    ],
)
def test_asked_about(text: str, target: Aim, value: str) -> None:
    assert read(text, target) == (value, False)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("https://docs.example.org/d/8_20/edit", TEN),
        ("<https://docs.example.org/8>", TEN),
        ("essay_final_v3.docx", TEN),
        ("IMG_2231.jpg", TEN),
        ("@ana7 saw it", TEN),
        ("<@U03KLMN9>", TEN),
        ("see #team-9", TEN),
        ("call me at +49 170 1234567", TEN),
        ("call 0170 1234567", TEN),
        (":100:", TEN),
        ("7:05 at the gate today", LATE),
        ("start 8:00 end 9:05", RUN),
        ("bed at 11", aim("hours a night", "5", "8", "6")),
        ("the test is on the 12th", TWENTY),
        ("on 14 March", TWENTY),
        ("im on chapter 7 now", TEN),
        ("page 45 and exercise 3", TEN),
        ("i failed to reach 8", TEN),
        ("hope to get 8 next time", TEN),
        ("my goal is 9", TEN),
        ("last week i had 7", TEN),
        ("will do 6 tomorrow", TEN),
        ("aiming for 8 on saturday", TEN),
        ("im 100% sure i did better", TEN),
        ("14/20 is never gonna happen", TWENTY),
        ("missed 2 lessons", PERCENT),
        ("two pages", aim("words", "300", "800", "500")),
        ("same as before", FRESH),
        ("good", TEN),
        ("", TEN),
        ("on time every day but wednesday", LATE),
        ("450m", TEN),
        ("sat there till half 8 writing", TEN),
        ("couldnt manage 20, legs were gone", FRESH),
        ("one step at a time", TEN),
        ("the second half was hard", TEN),
        ("wrote for half an hour", TEN),
        ("half the class was away", TEN),
        ("did it one page at a time", PAGES),
        ("one by one", FRESH),
        ("in one paragraph", TEN),
        ("on course for 30 by easter", PUSHED),
        ("ill do 25 tonight", PUSHED),
        ("i could do 30 if i wasnt so tired", PUSHED),
        ("havent tried since the 22", PUSHED),
        ("didnt crack the 40", PUSHED),
        ("pg 21", PAGES),
        ("bed at 11 up at 7", HOURS),
        ("ran 8 km in 45", RUN),
        ("only ran 3k in 16", RUN),
        ("my brother pulls 24", PUSHED),
        ("frau adler manages 22", PUSHED),
        ("the book has 30 pages", PAGES),
        ("block lessons until 2/2", TEN),
        ("6 scrap", PIECES),
        ("so close to a B", GRADE),
        ("wasnt a B unfortunately", GRADE),
        ("essay is 850 words long so far", GRADE),
        ("I rewrite one paragraph", SLIPS),
        ("it is better, no papers", PAGES),
    ],
)
def test_no_number(text: str, target: Aim) -> None:
    assert read(text, target) is None


def test_a_links_label_says_what_it_says() -> None:
    assert read("<https://example.org/results/3|8 of 10>", TEN) == ("8", True)
    assert read("<https://example.org/9|example.org/9>", TEN) is None


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("9 of 10, and could Mr Bell hear me once", TEN, "9"),
        ("24 pages. 30 is too easy, put 40", PAGES, "24"),
        ("got 9 again so can we put the goal higher", TEN, "9"),
        ("please tell mr bell i had 9 right, he wanted to know", TEN, "9"),
        ("30 is too many lets do 25, got 22", PAGES, "22"),
        ("im at 26 now, can we raise the goal to 40?", PAGES, "26"),
    ],
)
def test_a_number_before_something_else_is_asked_for(text: str, target: Aim, value: str) -> None:
    number = number_beside(text, target)
    assert number is not None
    assert (str(number.value), number.sure) == (value, True)


@pytest.mark.parametrize("text", ["make it 20 please", "30 is torture, make it 20", "can we say 7", "its 8 now not 9"])
def test_a_number_that_is_asked_for_is_none(text: str) -> None:
    assert number_beside(text, PAGES) is None


SEVERAL = [aim("mistakes a page", "9", "2"), aim("books", "0", "5", "2"), aim("%", "50", "80")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("9 mistakes and 3 books", {0: "9", 1: "3"}),
        ("books: 3, mistakes: 9", {1: "3", 0: "9"}),
        ("70%, no mistakes", {2: "70", 0: "0"}),
        ("7", {}),
        ("it goes well", {}),
    ],
)
def test_with_several_targets_a_number_names_what_it_counts(text: str, values: dict[int, str]) -> None:
    found = numbers_for(text, SEVERAL)
    assert {place: str(number.value) for place, number in found.items()} == values
    assert all(number.sure for number in found.values())


def test_two_numbers_for_one_of_several_targets_are_asked_about() -> None:
    assert not numbers_for("3 books, or 4 books", SEVERAL)[1].sure


def test_being_ill_is_no_zero() -> None:
    heard = hear("none, I was ill", Moment.CHECK_IN, [TEN], "how is it going?")
    assert (heard.kind, heard.numbers) == (Kind.AWAY, {})


def test_an_interview_gives_no_numbers() -> None:
    assert not hear("from 4 to 8", Moment.INTERVIEW, [TEN], "how much, from where to where?").numbers


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("7, it was exam week or i would be at 4", PHONE, ("7", True)),
        ("6 calls, my boss counted 4", CALLS, ("6", True)),
        ("one. cried with rage and swept up, tomorrow again", CALLS, ("1", True)),
        ("20 but only 12 stuck", PAGES, ("12", False)),
        ("4, or 3 if you leave out the easy one", CALLS, ("4", False)),
    ],
)
def test_who_answers_first_may_go_on_with_another_number(text: str, target: Aim, value: tuple[str, bool]) -> None:
    assert read(text, target) == value


def test_what_is_said_not_to_happen_is_no_number() -> None:
    assert read("60s not happening with this rent", aim("pounds saved", "20", "60", "35")) is None


def test_one_number_for_both_targets() -> None:
    assert numbers_for("both 7", [TEN, TALKED]) == {0: number_for("7", TEN), 1: number_for("7", TALKED)}


@pytest.mark.parametrize(
    "text", ["did sux of ten", "sux out of 10", "did ? of 10", "the usual out of ten", "most of ten this time"]
)
def test_of_how_many_is_not_how_many(text: str) -> None:
    assert read(text, TEN) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10 of 10", ("10", True)),
        ("all of the ten", ("10", True)),
        ("got seven out of the ten", ("7", True)),
        ("7, the other 3 are boring", ("7", True)),
        ("oh yeah 10 of 10 im basically shakespeare now jk it was 2", ("2", True)),
        ("ten out of ten!! only kidding, 4", ("4", True)),
        ("9 of 10, just kidding", ("9", False)),
    ],
)
def test_what_is_left_over_or_taken_back_as_a_joke_does_not_count(text: str, value: Read) -> None:
    assert read(text, TEN) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("only late twice, tues cos of the 38 bus n fri cos of me", ("2", True)),
        ("zero!!! wait does wednesday count i was 2 mins late", ("0", False)),
    ],
)
def test_a_bus_is_no_number_and_a_doubt_is_asked_about(text: str, value: Read) -> None:
    assert read(text, LATE) == value


@pytest.mark.parametrize(
    "text",
    [
        "im not here from thursday 21 to sunday 24",
        "wont be in from thursday 21 to sunday 24, family stuff",
        "im away until sunday 24",
    ],
)
def test_the_day_of_a_weekday_is_no_number(text: str) -> None:
    heard = hear(text, Moment.CHECK_IN, [TEN])
    assert (heard.kind, heard.numbers) == (Kind.AWAY, {})


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("ch 4 and 5 done", PAGES, None),
        ("chapters 4 to 6 so 18 pages", PAGES, ("18", True)),
        ("q3 and 4 were hard, 7", TEN, ("7", True)),
        ("three lates :( my brother has to go to nursery now", LATE, ("3", True)),
        ("one mark off 15", TWENTY, ("14", False)),
        ("2 short of 15", TWENTY, ("13", False)),
        ("14 from 20", TWENTY, ("14", True)),
        ("every day bar one", PRACTISED, ("6", False)),
        ("all days but two", PRACTISED, ("5", False)),
        ("every day except wednesday", PRACTISED, ("6", False)),
        ("every day but it was short", PRACTISED, None),
        ("all ten first time", TEN, ("10", True)),
        ("29:10, did 1k warm up", RUN, ("29.17", True)),
    ],
)
def test_names_that_go_on_and_what_is_left_out(text: str, target: Aim, value: Read) -> None:
    assert read(text, target) == value


def test_a_time_for_another_distance_is_asked_about() -> None:
    run = Aim("Run 5 km in 26 minutes", "minutes", Decimal(31), Decimal(26), Decimal("29.5"))
    assert read("ran 3k in 17 mins, calf is tight", run) == ("17", False)
    assert read("5k in 28:30", run) == ("28.5", True)


@pytest.mark.parametrize("text", ["my group got 9", "grade boundary was 8", "scored 9 in the match"])
def test_what_a_group_a_boundary_or_a_match_has_is_asked_about(text: str) -> None:
    number = read(text, TEN)
    assert number is None or not number[1]
