"""What stands before somebody tries: each stage returns the ids that the attempt names."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from bot.activities.absence import use_cases as absences
from bot.activities.admitting import leaving_out
from bot.activities.admitting.leaving_out_messages import PeopleChosen
from bot.activities.bringing import use_cases as bringing
from bot.activities.calendar import taking_in
from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.use_cases import CalendarChoices
from bot.activities.calibrating import use_cases as calibrating
from bot.activities.calibrating.forms import SIGNS
from bot.activities.care import presses
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.checking_in import answering, prompting
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.checking_in.reads import newest_awaiting
from bot.activities.conference import use_cases as conference
from bot.activities.dates import use_cases as dates
from bot.activities.drafting import use_cases as drafting
from bot.activities.evidence import use_cases as evidence
from bot.activities.freedom import use_cases as freedom
from bot.activities.guardians import use_cases as guardians
from bot.activities.hearing import asking
from bot.activities.inventory import use_cases as inventory
from bot.activities.lesson import ticket
from bot.activities.lesson import use_cases as lesson
from bot.activities.looking_back import parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.mentoring import use_cases as mentoring
from bot.activities.menus import use_cases as menus
from bot.activities.oneself import use_cases as oneself
from bot.activities.paper import use_cases as paper
from bot.activities.peers import use_cases as peers
from bot.activities.promises import use_cases as promises
from bot.activities.proposing import interviewing
from bot.activities.report import readers
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.roster import use_cases as roster
from bot.activities.rubrics import use_cases as rubrics
from bot.activities.set_up import use_cases as set_up
from bot.activities.standards import choosing
from bot.activities.standards import use_cases as standards
from bot.activities.surveying import use_cases as surveying
from bot.activities.talking import use_cases as talking
from bot.activities.talking.messages import minutes
from bot.activities.templates import writing as templates
from bot.domain.actor import Actor, Side
from bot.domain.bringing import ReadFile
from bot.domain.care import Way
from bot.domain.check_ins import CheckIn, CheckInState, Consent
from bot.domain.classroom import Person
from bot.domain.conference import Pack
from bot.domain.contract import Contract
from bot.domain.days_off import Span
from bot.domain.evidence import Piece, PieceState, Why
from bot.domain.guardians import FamilyNoteAsked
from bot.domain.interview import About
from bot.domain.oneself import SelfKind
from bot.domain.roster import FileClass, How, Matched, RosterFile
from bot.domain.school_calendar import CalendarDays, Unread
from bot.domain.terms import Assessor, Waypoint
from bot.domain.utterance import AskedBack, Note, Place, What
from bot.language.shoutout import token
from storage.subscribing import Subscribing, subscribe_at
from tests.unit.authorisation.school import School
from tests.unit.care.scenes import decided, writes
from tests.unit.celebrating.scenes import Way as Progress
from tests.unit.checking_in.steps import asked
from tests.unit.drafting.test_flow import given
from tests.unit.looking_back.scenes import End
from tests.unit.proposing.talk import Talk
from tests.unit.reviewing import scenes
from tests.world import terms

Ids = tuple[Any, ...]


def nothing(school: School) -> Ids:
    return ()


def aide(school: School) -> Ids:
    """A member comes into the channel and is named an aide: (class,)."""
    helper = Person(school.classroom.workspace, "UAIDE2", "Al")
    with school.uow() as uow:
        uow.people.add(helper)
    school.do(set_up.join, Actor(school.classroom.workspace, helper.user), "C1", helper)
    school.do(leaving_out.choose, school.teacher, school.classroom.id, PeopleChosen(aides=(helper.user,)))
    return (school.classroom.id,)


def report_reader(school: School) -> Ids:
    """The teacher may have the numbers of the school."""
    school.do(readers.name_reader, school.admin, school.teacher.user, None)
    return ()


def untaught(school: School) -> Ids:
    """A class that nobody teaches any more: both teachers have left it."""
    with school.uow() as uow:
        for place in uow.memberships.ever_on_side(school.classroom.id, Side.TEACHER):
            uow.memberships.save(replace(place, left_at=school.now))
    return (school.classroom.id,)


def guest_here(school: School) -> Ids:
    """A guest is in the class channel, and nobody has decided about them."""
    guest = Person(school.classroom.workspace, "UGUEST", "Gus", is_guest=True)
    school.do(set_up.join, Actor(school.classroom.workspace, "UGUEST"), "C1", guest)
    return (school.classroom.id,)


def school_calendar(school: School) -> Ids:
    """The school's calendar was read, and nobody has said yet which events are days off."""
    classroom, address = school.classroom.id, "https://school.test/a.ics"
    school.do(calendar.save, school.teacher, classroom, CalendarChoices(address=address))
    holiday = CalendarDays(date(2027, 2, 15), date(2027, 2, 19), "Holiday", "h")
    school.do(taking_in.take_in, school.accord, classroom, address, [holiday])
    return (classroom,)


def standards_stand(school: School) -> Ids:
    """The class has one, which says what helps."""
    line = "W.6.2: Vary how sentences begin"
    school.do(standards.add, school.teacher, school.classroom.id, line, (), "W.6.2: a timer")
    return (school.classroom.id,)


def rubric_stands(school: School) -> Ids:
    """The school has one: (classroom, rubric)."""
    table = "| Beginning | Secure\nIdeas | one idea | ideas build on each other"
    school.do(rubrics.save, school.teacher, school.classroom.id, 0, "Essay", table)
    with school.uow() as uow:
        (one,) = uow.rubrics.all()
    return (school.classroom.id, one.id)


def activity_stands(school: School) -> Ids:
    """The school has one: (classroom, activity)."""
    said = {"name": "Letter", "purpose": "Argue with evidence"}
    school.do(menus.save, school.teacher, school.classroom.id, 0, said)
    with school.uow() as uow:
        (one,) = uow.menu.all()
    return (school.classroom.id, one.id)


def template_stands(school: School) -> Ids:
    """The school has one of its own: (classroom, template)."""
    said = {"name": "Bread", "examples": "I bake 3 loaves"}
    school.do(templates.save, school.teacher, school.classroom.id, 0, said)
    with school.uow() as uow:
        (one,) = uow.templates.all()
    return (school.classroom.id, one.id)


def file_read(school: School) -> Ids:
    """A file of standards was read, and waits for a yes."""
    classroom, file = school.classroom.id, (("F1", "plan.csv"),)
    school.do(standards.add, school.teacher, classroom, "", file)
    with school.uow() as uow:
        (one,) = uow.brought.all()
    school.do(bringing.was_read, school.accord, one.id, ReadFile('[["A.1", "Read", ""]]', 1))
    return (one.id,)


def calendar_unread(school: School) -> Ids:
    (classroom,) = school_calendar(school)
    school.do(taking_in.not_read, school.accord, classroom, "https://school.test/a.ics", Unread.SILENT)
    return (classroom,)


def due_on_a_day_off(school: School) -> Ids:
    """A contract with a date on what its teacher calls a day off."""
    contract = scenes.active(school)
    day = contract.in_force.terms.targets[0].due_on
    school.do(calendar.type_days, school.teacher, school.classroom.id, day.isoformat())
    return (school.classroom.id,)


def announced(school: School) -> Ids:
    return (scenes.announced(school).id, 1)


def late(school: School) -> Ids:
    """A proposal that waited until its dates no longer hold."""
    contract = scenes.announced(school)
    school.later(days=61)
    return (contract.id, 1)


def questioned(school: School) -> Ids:
    contract = scenes.announced(school)
    school.do(reviewing.ask, school.teacher, contract.id, 1, "Which essays?")
    return (contract.id,)


def amended(school: School) -> Ids:
    return (scenes.amended(school).id, 2)


def wondering(school: School) -> Ids:
    contract = scenes.amended(school)
    school.do(reviewing.wonder, school.student, contract.id, 2, "Why?")
    return (contract.id, 2)


def active(school: School) -> Ids:
    return (scenes.active(school).id, 1)


def rated_outside(school: School) -> Ids:
    """Somebody outside marks what was reached, by the contract."""
    target = replace(terms().targets[0], assessed_by=(Assessor.TEACHER, Assessor.OUTSIDE))
    return (scenes.active(school, targets=(target,)).id, 1)


def promised(school: School) -> Ids:
    """What a teacher promised is due; the day of the message that asks about it."""
    scenes.active(school, commitments="I read one paragraph", promised="FR")
    school.later(days=4)
    school.do(promises.ask_due, school.accord, 1)
    return (1, f"{school.now:%Y-%m-%d}")


def written_for_oneself(school: School) -> Ids:
    """A contract with oneself that is not signed yet: (contract,)."""
    said = ("Read more", "I read daily", "Ten minutes at noon", "", date(2027, 2, 11))
    school.do(oneself.begin, school.student, school.classroom.id, SelfKind.ONESELF, *said)
    return (1,)


def with_oneself(school: School) -> Ids:
    ids = written_for_oneself(school)
    school.do(oneself.sign, school.student, *ids)
    return ids


def shown_of_oneself(school: School) -> Ids:
    """Its student shows it to those who teach the class."""
    ids = with_oneself(school)
    school.do(oneself.share, school.student, *ids)
    return ids


def for_a_lesson(school: School) -> Ids:
    said = ("Equations", "Two alone", "", "Read it\nTry one", None)
    school.do(oneself.begin, school.student, school.classroom.id, SelfKind.LESSON, *said)
    school.do(oneself.sign, school.student, 1)
    return (1,)


def asked_round(school: School, place: int = 0) -> Ids:
    """A class is asked about interests: (round, the student's own)."""
    school.do(inventory.ask, school.teacher, school.classroom.id, place)
    with school.uow() as uow:
        return (1, next(one.id for one in uow.inventory_answers.of_inventory(1) if one.student == "USTUDENT"))


def asked_year(school: School) -> Ids:
    return asked_round(school, 1)


def shown_round(school: School) -> Ids:
    """Its student shows what they answered to those who teach the class."""
    ids = asked_round(school)
    school.do(inventory.say_interests, school.student, ids[1], {"learn": "trying"}, "teachers")
    return ids


def surveyed(school: School) -> Ids:
    """A class is asked at the beginning of a unit: (survey, the student's own answer)."""
    made = school.do(surveying.begin, school.teacher, school.classroom.id, "Poems")
    with school.uow() as uow:
        return (made.id, next(one.id for one in uow.survey_answers.of_survey(made.id) if one.student == "USTUDENT"))


def in_a_lesson(school: School) -> Ids:
    """A teacher has begun a lesson: (lesson,)."""
    school.do(lesson.begin, school.teacher, school.classroom.id, 0)
    return (1,)


def ticket_asked(school: School) -> Ids:
    """Its exit ticket is asked: (lesson, the student's own)."""
    (held,) = in_a_lesson(school)
    school.do(ticket.ask, school.teacher, held)
    with school.uow() as uow:
        return (held, next(one.id for one in uow.lesson_answers.of_lesson(held) if one.student == "USTUDENT"))


def ticket_quoted(school: School) -> Ids:
    """The student's words may be read: (their own,)."""
    _, own = ticket_asked(school)
    school.do(ticket.take, school.student, own, "yes", "A way", "Commas", True)
    return (own,)


def conferring(school: School) -> Ids:
    """A conference that its student has prepared, with a next step by a teacher: (conference,)."""
    contract = scenes.active(school)
    pack = Pack("proud", "I begin with my first page", "What did you notice?")
    made = school.do(conference.save, school.student, contract.id, pack)
    school.do(conference.agree_step, school.teacher, made.id, "One page each day")
    return (made.id,)


def family_asked(school: School) -> Ids:
    """A note to a family that its student was asked about: (note,)."""
    contract = scenes.active(school)
    return (school.do(guardians.ask, school.teacher, contract.id, FamilyNoteAsked("en", ("ask",), "We can talk")).id,)


def family_given(school: School) -> Ids:
    (note,) = family_asked(school)
    school.do(guardians.say_yes, school.student, note)
    return (note,)


def text_shown(school: School) -> Ids:
    """A student has shown a text: (contract, piece)."""
    contract = scenes.active(school)
    with school.uow() as uow:
        shown = (contract.workspace, contract.id, "USTUDENT", 0, "1.7", "", "It rained", "", school.now)
        piece = uow.pieces.add(Piece(*shown, PieceState.KEPT, shown_at=school.now, words="It rained all day."))
    return (contract.id, piece.id)


def rating_asked(school: School) -> Ids:
    """A teacher asks whether colleagues may rate it: (shown piece, round). The co-teacher and another are invited."""
    _, piece = text_shown(school)
    people = ("UTEACHER2", "UOTHER")
    made = school.do(calibrating.ask, school.teacher, school.classroom.id, (piece,), SIGNS, people)
    with school.uow() as uow:
        (shown,) = uow.shown_pieces.of(made.id)
    return (shown.id, made.id)


def may_be_rated(school: School) -> Ids:
    """The student said yes, and another text of theirs waits for an answer: (round,)."""
    _, piece = text_shown(school)
    with school.uow() as uow:
        first = uow.pieces.get(piece)
        assert first is not None
        second = uow.pieces.add(replace(first, id=0, source="1.8"))
    made = school.do(
        calibrating.ask,
        school.teacher,
        school.classroom.id,
        (piece, second.id),
        SIGNS,
        ("UTEACHER2", "UOTHER"),
    )
    with school.uow() as uow:
        shown = uow.shown_pieces.of(made.id)
    school.do(calibrating.say_yes, school.student, shown[0].id)
    return (made.id,)


def being_rated(school: School) -> Ids:
    """Colleagues were invited: (round, shown piece)."""
    shown, made = rating_asked(school)
    school.do(calibrating.say_yes, school.student, shown)
    return (made, shown)


def says_when(school: School) -> Ids:
    """A running contract with check-ins after each essay."""
    return (scenes.active(school, after_each="essay", check_in_days=()).id, 1)


def on_other_days(school: School) -> Ids:
    """A class that checks in on other days than its running contract."""
    scenes.active(school)
    with school.uow() as uow:
        uow.classrooms.save(replace(school.classroom, check_in_days=("WE",)))
    return (school.classroom.id,)


def away(school: School) -> Ids:
    """The student said until when they are away; and the contract of which that takes a good part."""
    contract = scenes.active(school)
    today = school.now.date()
    (absence,) = school.do(absences.say_away, school.student, Span(today, today + timedelta(days=60)))
    return (contract.id, absence.id)


def subscribed(school: School) -> Ids:
    """The student has a calendar address; its hash."""
    scenes.active(school)
    subscribe_at(school.engine, Subscribing("https://accord.example.org", sealed, opened))
    school.do(dates.new_address, school.student)
    with school.uow() as uow:
        address = uow.calendar_addresses.of(school.student.user)
    assert address is not None
    return (address.digest,)


def sealed(text: str) -> str:
    return f"sealed {text}"


def opened(text: str) -> str:
    return text.removeprefix("sealed ")


def paused(school: School) -> Ids:
    contract = scenes.active(school)
    school.do(absences.pause, school.student, contract.id, None)
    return (contract.id,)


TIMES = ((date(2027, 1, 12), time(9, 0)), (date(2027, 1, 13), time(10, 0)))


def piece_without_target(school: School) -> Ids:
    """A file came that may be for either of two targets."""
    (target,) = terms().targets
    contract = school.agree(targets=(target, replace(target, statement="Read 20 pages")))
    school.do(evidence.take, school.student, [("F1", "notebook.jpg")], "", "5.000100")
    return (1, contract.id, 1)


def list_ready(school: School) -> Ids:
    """A class list was read, and waits for its teacher's yes."""
    return _list_read(school, FileClass("", "", 1))


def list_which(school: School) -> Ids:
    """A class list has several classes, and its teacher is asked which one is meant."""
    return _list_read(school, FileClass("a", "Art", 1), FileClass("b", "Biology", 1))


def _list_read(school: School, *classes: FileClass) -> Ids:
    school.do(roster.take, school.teacher, [("F1", "list.csv")])
    file = RosterFile("list", classes, "", (), (), 0, None)
    sam = Matched(2, "Sam Stone", "student", How.NOBODY)
    school.do(roster.read, school.accord, 1, file, [sam], by_email=True)
    return (1,)


def piece_shown(school: School) -> Ids:
    """A file is kept, and the teacher is told."""
    scenes.active(school)
    school.do(evidence.take, school.student, [("F1", "notebook.jpg")], "my notebook", "5.000100")
    school.do(evidence.fetched, school.accord, 1, "notebook.jpg", "image/jpeg", 7, kept(school, b"picture"))
    return (1,)


def piece_of_contract(school: School) -> Ids:
    """A contract, and what its student has shown for it."""
    (piece,) = piece_shown(school)
    with school.uow() as uow:
        found = uow.pieces.get(piece)
    assert found is not None
    return (found.contract, piece)


def mentor_asked(school: School) -> Ids:
    """A classmate is asked to help with the first target: (mentoring,)."""
    (contract, *_) = active(school)
    school.do(mentoring.ask, school.student, contract, 0, school.classmate.user, None)
    return (1,)


def mentor_agreed(school: School) -> Ids:
    ids = mentor_asked(school)
    school.do(mentoring.say_yes, school.classmate, *ids)
    return ids


def mentor_wrote(school: School) -> Ids:
    ids = mentor_agreed(school)
    school.do(mentoring.write, school.classmate, *ids, "Try one with a place")
    return ids


ON_PAPER: Mapping[str, str] = {
    "t0_statement": "Vary sentence openings in my next three essays",
    "t0_unit": "varied openings of 10",
    "t0_baseline": "2",
    "t0_goal": "8",
    "t0_strategies": "Read each paragraph aloud",
    "t0_student_criteria": "At most two openings are alike",
    "t0_evidence": "written",
    "ends_on": "2027-03-12",
}


def on_paper(school: School) -> Ids:
    """Somebody without an account is in the class."""
    person = school.do(paper.enter, school.teacher, school.classroom.id, "Mo Reed", of_age=True)
    return (school.classroom.id, person.user)


def paper_drawn(school: School) -> Ids:
    """Their contract waits for their hand."""
    drawn: Contract = school.do(paper.write, school.teacher, *on_paper(school), ON_PAPER)
    return (drawn.id,)


def _paper_signed(school: School) -> int:
    contract = int(paper_drawn(school)[0])
    school.do(paper.sign, school.teacher, contract, 1)
    return contract


def paper_due(school: School) -> Ids:
    """A check-in of it waits to be typed in."""
    contract = _paper_signed(school)
    with school.uow() as uow:
        check_in = uow.check_ins.of_contract(contract)[0]
    school.do(prompting.to_type, school.accord, check_in.id)
    return (check_in.id,)


def paper_over(school: School) -> Ids:
    contract = _paper_signed(school)
    with school.uow() as uow:
        found = uow.contracts.get(contract)
    assert found is not None
    assert found.ends_at is not None
    school.now = found.ends_at
    school.do(looking_back.begin, school.accord, contract)
    return (contract,)


def peer_asked(school: School) -> Ids:
    """The student asks the classmate to look at it."""
    school.do(peers.ask, school.student, *piece_of_contract(school), school.classmate.user)
    return (1,)


def peer_agreed(school: School) -> Ids:
    ids = peer_asked(school)
    school.do(peers.say_yes, school.classmate, *ids)
    return ids


def peer_written(school: School) -> Ids:
    ids = peer_agreed(school)
    school.do(peers.write, school.classmate, *ids, {"works-0": "The openings differ", "next-0": "Read it aloud"})
    return ids


def kept(school: School, content: bytes) -> str:
    """The digest of a file that lies in the store."""
    with school.uow() as uow:
        path = uow.files.coming()
        path.write_bytes(content)
        return uow.files.keep(uow.workspace, path)


def piece_refused(school: School) -> Ids:
    scenes.active(school)
    school.do(evidence.take, school.student, [("F1", "notebook.exe")], "", "5.000100")
    school.do(evidence.not_fetched, school.accord, 1, Why.KIND)
    return (1,)


def talk_asked(school: School) -> Ids:
    scenes.active(school)
    school.do(talking.ask, school.student, school.classroom.id)
    with school.uow() as uow:
        (talk,) = uow.talks.of_student(school.student.user)
    return (talk.id,)


def talk_offered(school: School) -> Ids:
    (talk,) = talk_asked(school)
    school.do(talking.offer, school.teacher, talk, TIMES)
    with school.uow() as uow:
        (found,) = uow.talks.of_student(school.student.user)
    return (talk, minutes(found.times[0]))


def talk_over(school: School) -> Ids:
    talk, chosen = talk_offered(school)
    school.do(talking.choose, school.student, talk, chosen)
    school.later(days=2)
    school.do(talking.look, school.accord, talk)
    return (talk,)


def asked_until_when(school: School) -> Ids:
    (check_in,) = prompted(school)
    with school.uow() as uow:
        place = Place(About.CHECK_IN, check_in, school.classroom.id)
        said = (school.student.user, What.LEAVE_OUT, "", "D1", "", "1.1", (place,))
        kept = asking.put(uow, AskedBack(uow.workspace, *said, school.now))
    return (kept.id,)


def cut_short(school: School) -> Ids:
    """A class whose term ends before its running contract."""
    contract = scenes.active(school)
    with school.uow() as uow:
        last = contract.in_force.terms.ends_on - timedelta(days=3)
        uow.classrooms.save(replace(school.classroom, term_ends_on=last))
    return (school.classroom.id,)


def changed_by_student(school: School) -> Ids:
    return (scenes.changed(school, school.student).id, 2)


def prompted(school: School) -> Ids:
    """A check-in that was asked for."""
    return (asked(school, scenes.active(school)),)


def fell_back(school: School) -> Ids:
    """A check-in whose number went back, in a contract that says what is done then."""
    target = replace(terms().targets[0], obstacle="No time", fallback="On Wednesday")
    check_in = asked(school, school.agree(targets=(target,)))
    school.do(answering.number, school.student, check_in, 0, 1)
    return (check_in,)


def asked_which(school: School) -> Ids:
    """Words that wait for the student to say what they are about: (what was asked back,)."""
    check_in = Place(About.CHECK_IN, prompted(school)[0], school.classroom.id)
    with school.uow() as uow:
        words = ("5", "D1", "", "9.9")
        kept = AskedBack(uow.workspace, school.student.user, What.WHICH, *words, (check_in, check_in), school.now)
        return (asking.put(uow, kept).id,)


def asked_for_which_target(school: School) -> Ids:
    """A number that waits for the student to say which target it is for: (what was asked back,)."""
    where = Place(About.CONTRACT, scenes.active(school).id, school.classroom.id)
    with school.uow() as uow:
        words, number = ("5", "D1", "", "9.9"), '{"0": "5", "1": "5"}'
        kept = AskedBack(uow.workspace, school.student.user, What.PROGRESS_FOR, *words, (where,), school.now, number)
        return (asking.put(uow, kept).id,)


def passed_on(school: School) -> Ids:
    """Words that the student had passed on to all who teach the class: (note,)."""
    here, student = school.classroom.id, school.student.user
    with school.uow() as uow:
        note = Note(uow.workspace, here, student, student, "", About.CLASS, here, "I need help", school.now)
        return (uow.notes.add(note).id,)


def answered(school: School) -> Ids:
    """A check-in with a typed number that nobody has confirmed: (check-in, target, message)."""
    (check_in,) = prompted(school)
    school.do(answering.hear, school.student, check_in, "4", "1.1")
    assert school.do(newest_awaiting, school.student) is None
    return (check_in, 0, "1.1")


def noted(school: School) -> Ids:
    """A number that was written in the form a moment ago: (what can be taken back,)."""
    (check_in,) = prompted(school)
    school.do(answering.log, school.student, check_in, ReplyForm(("5",)))
    with school.uow() as uow:
        newest = uow.utterances.newest_of(school.student.user)
    assert newest is not None
    return (newest.id,)


def named_a_milestone(school: School) -> Ids:
    """A check-in of a contract with a milestone that its student has named, without a number: (check-in, target,
    number)."""
    target = replace(terms().targets[0], milestones=(Waypoint("My first whole page"),))
    check_in = asked(school, school.agree(targets=(target,)))
    school.do(answering.hear, school.student, check_in, "3", "1.1")
    return (check_in, 0, 0)


def milestone(school: School) -> Ids:
    """A question whether to share: (milestone, token of the text)."""
    way = Progress(school)
    way.log("5")
    (found,) = [m for m in way.milestones() if m.consent is Consent.ASKED]
    return (found.id, token(found))


def waits_for_a_look(school: School) -> Ids:
    """Its student said yes, and a teacher looks first: (milestone, token of the text)."""
    school.classroom = replace(school.classroom, looks_first=True)
    with school.uow() as uow:
        uow.classrooms.save(school.classroom)
    asked_about, shown = milestone(school)
    school.do(celebrating.decide, school.student, asked_about, shown, True)
    return (asked_about, shown)


def not_well(school: School) -> Ids:
    """The student wrote that they are not well, and decides whom to tell: (alert)."""
    decided(school, Way.STUDENT)
    assert writes(school)
    return (1,)


def told(school: School) -> Ids:
    """The same, and somebody was told."""
    ids = not_well(school)
    school.do(presses.tell_one, school.student, 1, 1)
    return ids


def told_a_teacher(school: School) -> Ids:
    """A teacher was told."""
    decided(school, Way.STUDENT, school.teacher.user)
    assert writes(school)
    school.do(presses.tell_one, school.student, 1, 1)
    return (1,)


def at_the_end(school: School) -> Ids:
    return (End(school).id,)


def half_looked_back(school: School) -> Ids:
    """The student has rated, and sent nothing."""
    end = End(school)
    school.do(parts.rate, school.student, end.id, {0: 3, 1: 4}, {})
    return (end.id,)


def completed(school: School) -> Ids:
    end = End(school)
    for actor in (school.student, school.teacher):
        end.assess(actor)
    return (end.id,)


def alive(school: School) -> Ids:
    """A contract at its end whose check-ins were answered: a step is proposed."""
    end = End(school)
    with school.uow() as uow:
        for number in range(50, 54):
            row = CheckIn(uow.workspace, end.id, school.student.user, number, school.now, None, CheckInState.ANSWERED)
            uow.check_ins.add(row)
    for actor in (school.student, school.teacher):
        end.assess(actor)
    return (end.id,)


def freed(school: School) -> Ids:
    """Its teacher took that step."""
    (contract,) = ids = alive(school)
    school.do(freedom.take, school.teacher, contract, 2)
    return ids


def drafts(school: School) -> Ids:
    """Feedback with drafts that only its teacher sees."""
    return (given(school), 1)


def offered(school: School) -> Ids:
    feedback = given(school)
    school.do(drafting.offer, school.teacher, feedback)
    return (feedback, 1)


def interview(school: School) -> Ids:
    """A question that was just asked: (interview, its number)."""
    talk = Talk(school).begin()
    talk.say("vary sentence openings so that at most 2 of 10 begin alike, in my next three essays")
    return (talk.interview().id, talk.interview().asked)


def materials_offered(school: School) -> Ids:
    """The student is asked what they work with, for a target that names a standard: (interview, its number)."""
    talk = Talk(school).begin().to_the_summary()
    standards_stand(school)
    with school.uow() as uow:
        (one,) = uow.standards.of(school.classroom.id)
    school.do(choosing.choose, school.student, talk.interview().id, [[str(one.id)]])
    school.do(interviewing.edit, school.student, talk.interview().id, talk.interview().asked, "1.materials")
    return (talk.interview().id, talk.interview().asked)


def summary(school: School) -> Ids:
    """An interview at its summary: (interview, its number, the seal of what is shown)."""
    talk = Talk(school).begin().to_the_summary()
    return (talk.interview().id, talk.interview().asked, talk.question().seal)
