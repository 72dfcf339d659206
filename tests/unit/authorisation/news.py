"""What is said of somebody: after each scene it is queued, and nothing of it has left yet."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.activities.absence import use_cases as absences
from bot.activities.admitting import leaving_out
from bot.activities.admitting.leaving_out_messages import PeopleChosen
from bot.activities.calibrating import use_cases as calibrating
from bot.activities.celebrating import looking
from bot.activities.changing import together
from bot.activities.changing import use_cases as changing
from bot.activities.checking_in import having, prompting, snoozing, telling
from bot.activities.checking_in.responding import respond
from bot.activities.conference import use_cases as conference
from bot.activities.dates import use_cases as dates
from bot.activities.digest import replying
from bot.activities.documents import use_cases as documents
from bot.activities.documents.empty_sheets import Empty
from bot.activities.export import use_cases as export
from bot.activities.feedback import taking_up
from bot.activities.hearing import listening
from bot.activities.hearing.messages import WhichOne
from bot.activities.inventory import use_cases as inventory
from bot.activities.lesson import ticket
from bot.activities.lesson import use_cases as lesson
from bot.activities.logbook import picturing
from bot.activities.logbook import use_cases as logbook
from bot.activities.looking_back import halfway
from bot.activities.mentoring import use_cases as mentoring
from bot.activities.oneself import use_cases as oneself
from bot.activities.paper import use_cases as paper
from bot.activities.peers import use_cases as peers
from bot.activities.promises import use_cases as promises
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.set_up import term
from bot.activities.set_up import use_cases as set_up
from bot.activities.standards import use_cases as standards
from bot.activities.surveying import use_cases as surveying
from bot.activities.talking import use_cases as talking
from bot.activities.teaching import use_cases as teaching
from bot.activities.undeliverable import use_cases as undeliverable
from bot.activities.waiting import use_cases as waiting
from bot.domain.actor import Actor
from bot.domain.check_ins import ASKED, CheckIn
from bot.domain.classroom import Person
from bot.domain.days_off import Span
from bot.domain.interview import About
from bot.domain.surveys import QUESTIONS
from bot.domain.uptake import UptakeWay
from bot.messages.tell import tell
from tests.unit.authorisation import stages
from tests.unit.authorisation.school import School
from tests.unit.checking_in.steps import asked, at, check_ins, send_all
from tests.unit.listening.test_passing_on import posted, typed
from tests.unit.listening.test_questions import prompted, says
from tests.unit.looking_back.scenes import End
from tests.unit.reviewing import scenes
from tests.unit.set_up.test_set_up import CHOICES

Scene = Callable[[School], object]
"""Its result is not used."""


def answered(school: School) -> None:
    """A check-in is answered, and a teacher responds."""
    stages.noted(school)
    school.do(respond, school.teacher, 1, "Good")


def replies_to_several(school: School) -> None:
    """A colleague has replied to one of them meanwhile."""
    answered(school)
    school.do(replying.send, school.teacher2, {1: "Go on"})


def _wants_each(school: School) -> None:
    """The teacher has a message for each student."""
    school.do(telling.choose, school.teacher, school.classroom.id, "each")


def sends_a_class_list(school: School) -> None:
    """What was found of it is for the teacher who sent it."""
    stages.list_ready(school)


def prints_the_contract(school: School) -> None:
    """A teacher asks for it; it is for that teacher alone."""
    contract = stages.active(school)[0]
    school.do(documents.give_contract, school.teacher, contract)


def prints_a_folder(school: School) -> None:
    """A teacher asks for it; it is for that teacher alone."""
    stages.active(school)
    school.do(documents.give_folder, school.teacher, "USTUDENT")


def rates_together(school: School) -> None:
    round, piece = stages.being_rated(school)
    for rater in (school.teacher2, school.other_teacher):
        school.do(calibrating.rate, rater, round, piece, {0: 1, 1: 2, 2: 3})


def prepares_a_conference(school: School) -> None:
    (made,) = stages.conferring(school)
    school.do(conference.give_step, school.student, made)


def prints_sheets(school: School) -> None:
    stages.active(school)
    for which in Empty:
        school.do(documents.give_sheet, school.teacher, which)


def prints_the_class(school: School) -> None:
    stages.active(school)
    school.do(documents.give_class, school.teacher, school.classroom.id)
    school.do(documents.give_overview, school.teacher, school.classroom.id)


def prints_a_card(school: School) -> None:
    contract = stages.active(school)[0]
    school.do(documents.give_card, school.student, contract)


def prints_a_sheet_for_outside(school: School) -> None:
    contract = stages.rated_outside(school)[0]
    school.do(documents.give_outside, school.student, contract)


def surveys_a_unit(school: School) -> None:
    survey, answer = stages.surveyed(school)
    school.do(surveying.take, school.student, answer, dict.fromkeys(QUESTIONS, 3))
    school.do(surveying.finish, school.teacher, survey)


def holds_a_lesson(school: School) -> None:
    """The exit ticket is answered, and over a day later; what was posted names nobody."""
    school.do(lesson.show, school.teacher, "C1")
    held, answer = stages.ticket_asked(school)
    school.do(lesson.post_step, school.teacher, held, 0)
    school.do(lesson.post_prompt, school.teacher, held, "setback:1")
    school.do(ticket.take, school.student, answer, "yes", "A way", "Commas", True)


def agrees_with_oneself(school: School) -> None:
    """Its questions are due, and it is shown to teachers."""
    school.do(oneself.show_mine, school.student)
    stages.shown_of_oneself(school)


def answers_a_round(school: School) -> None:
    """One shows it to teachers; the round is over a week later."""
    school.do(inventory.show_ways, school.teacher, "C1")
    _, answer = stages.asked_round(school)
    school.do(inventory.say_interests, school.student, answer, {"learn": "trying"}, "teachers")


def is_left_out(school: School) -> None:
    """A student who has no contract; they hear so themselves."""
    school.do(leaving_out.choose, school.teacher, school.classroom.id, PeopleChosen(("UCLASSMATE",)))


def gets_an_aide(school: School) -> None:
    """Somebody in the channel is named; the student who has a contract hears of it."""
    stages.active(school)
    stages.aide(school)


def has_standards(school: School) -> None:
    stages.active(school)
    school.do(standards.add, school.teacher, school.classroom.id, "W.6.2: Vary how sentences begin", ())


def asks_for_dates(school: School) -> None:
    stages.active(school)
    school.do(dates.ask, school.student)


def _remembered(school: School) -> None:
    school.later(days=2, hours=1)
    school.do(waiting.remind, school.accord, school.classroom.id)


def a_proposal_is_remembered(school: School) -> None:
    stages.announced(school)
    _remembered(school)


def dates_have_passed(school: School) -> None:
    school.do(reviewing.approve, school.teacher, *stages.late(school))


def changes_are_remembered(school: School) -> None:
    stages.amended(school)
    _remembered(school)


def gets_an_address(school: School) -> None:
    stages.subscribed(school)
    school.do(dates.ask, school.student)


def stops_the_address(school: School) -> None:
    stages.subscribed(school)
    school.do(dates.stop_address, school.student)


def answered_alone(school: School) -> None:
    _wants_each(school)
    answered(school)


def reaches_a_point(school: School) -> None:
    _wants_each(school)
    stages.milestone(school)


def a_shoutout_is_kept(school: School) -> None:
    school.do(looking.decide, school.teacher, *stages.waits_for_a_look(school), False)


def nobody_answers(school: School) -> None:
    _wants_each(school)
    contract = scenes.active(school)
    asked(school, contract)
    while len(check_ins(school, contract)) < 4:
        at(school, school.now + timedelta(days=1))


def a_promise_is_due(school: School) -> None:
    """Its teacher is asked about it, and can not keep it."""
    promise, _ = stages.promised(school)
    school.do(promises.can_not, school.teacher, promise, "Next week")


def answers_after_silence(school: School) -> None:
    _wants_each(school)
    contract = scenes.active(school)
    asked(school, contract)
    while len(check_ins(school, contract)) < 5:
        at(school, school.now + timedelta(days=1))
        send_all(school)
    while not is_asked(check_ins(school, contract)[-1]):
        at(school, school.now + timedelta(days=1))
    says(school, "4")


def is_asked(check_in: CheckIn) -> bool:
    return check_in.state in ASKED


def ends(school: School) -> None:
    end = End(school)
    end.assess(school.student)
    end.assess(school.teacher)


def chooses_more(school: School) -> None:
    """After a contract that was kept a teacher gives its student more to choose."""
    stages.freed(school)


def takes_a_class_out(school: School) -> None:
    stages.answered(school)
    school.do(export.export_class, school.teacher, school.classroom.channel)


def does_not_understand(school: School) -> None:
    """Feedback, and a reply to a check-in."""
    feedback, _ = stages.drafts(school)
    answered(school)
    school.do(taking_up.answer, school.student, About.FEEDBACK, feedback, UptakeWay.UNCLEAR)
    school.do(taking_up.answer, school.student, About.RESPONSE, 1, UptakeWay.UNCLEAR)


def looks_at_what_is_over(school: School) -> None:
    """Its student, and a teacher of theirs."""
    ends(school)
    school.do(changing.show_contract, school.student, "D1", "")
    school.do(changing.show_contract, school.teacher, "D2", school.student.user)


def writes_on_paper(school: School) -> None:
    """With somebody without an account, in a teacher's own messages; she prints it."""
    school.do(paper.give_sheet, school.teacher, *stages.paper_drawn(school))


def rates_halfway(school: School) -> None:
    (contract, *_) = stages.active(school)
    school.do(halfway.rate, school.student, contract, {0: 2})


def a_classmate_says_no(school: School) -> None:
    school.do(peers.say_no, school.classmate, *stages.peer_asked(school))


def shows_what_a_classmate_wrote(school: School) -> None:
    school.do(peers.share, school.student, *stages.peer_written(school))


def reports_what_a_classmate_wrote(school: School) -> None:
    school.do(peers.report, school.student, *stages.peer_written(school))


def reports_what_a_mentor_wrote(school: School) -> None:
    school.do(mentoring.report, school.student, *stages.mentor_wrote(school))


def a_mentor_says_no(school: School) -> None:
    school.do(mentoring.say_no, school.classmate, *stages.mentor_asked(school))


def is_late(school: School) -> None:
    end = End(school)
    end.tick(days=3, hours=9)
    end.tick(days=4)


def goes(school: School) -> None:
    """The student with a contract leaves the class."""
    scenes.active(school)
    school.do(set_up.leave, school.student, school.classroom.channel)


def can_not_be_reached(school: School) -> None:
    scenes.active(school)
    (card, *_) = [d for d in school.deliveries() if d.lane == school.student.user]
    with school.uow() as uow:
        undeliverable.report(uow, card, "user_disabled")


def writes_to_teachers(school: School) -> None:
    prompted(school)
    says(school, "please tell ms lee that I need more time")
    says(school, "yes", "70.000100")


def asks_to_pass_on(school: School) -> None:
    prompted(school)
    says(school, "please tell ms lee that I need more time")


def wants_out(school: School) -> None:
    prompted(school)
    says(school, "i want to stop this contract")


def is_away(school: School) -> None:
    prompted(school)
    says(school, "i'm ill this week")


def says_until_when(school: School) -> None:
    stages.away(school)


def comes_back(school: School) -> None:
    """A teacher says of a student that they are away, and back."""
    stages.active(school)
    days = Span(school.now.date(), school.now.date() + timedelta(days=5))
    school.do(absences.say_away_for, school.teacher, school.student.user, days)
    school.do(absences.say_back_for, school.teacher, school.student.user)


def goes_on_after_a_pause(school: School) -> None:
    (contract,) = stages.paused(school)
    school.do(absences.resume, school.teacher, contract)


def lets_it_wait(school: School) -> None:
    (check_in,) = stages.prompted(school)
    school.do(snoozing.tomorrow, school.student, check_in)


def has_had_none_for_long(school: School) -> None:
    contract = scenes.active(school, after_each="essay", check_in_days=(), ends_on=date(2027, 6, 25))
    school.later(days=29)
    school.do(having.look, school.accord, contract.classroom)


def writes_unasked(school: School) -> None:
    scenes.active(school)
    says(school, "got 5 of 10 today")


def passes_on_and_edits(school: School) -> None:
    writes_to_teachers(school)
    school.do(listening.correct, school.student, "D1", "please tell ms lee that I need a week more", "50.000100")


def passes_on_and_deletes(school: School) -> None:
    writes_to_teachers(school)
    school.do(listening.forget, school.student, "50.000100")


def teacher_edits(school: School) -> None:
    _writes_under_a_check_in(school)
    school.do(listening.correct, school.teacher, "D2", "Well done, Ana", "8000.000100")


def teacher_deletes(school: School) -> None:
    _writes_under_a_check_in(school)
    school.do(listening.forget, school.teacher, "8000.000100")


def _writes_under_a_check_in(school: School) -> None:
    prompted(school)
    says(school, "4 of 10, reading aloud helped")
    typed(school, school.teacher, "Well done", posted(school, school.teacher.user, "class-check-ins"), "8000.000100")
    posted(school, school.student.user, "responded")


def is_taken_out(school: School) -> None:
    """Another teacher has her contracts."""
    scenes.active(school)
    _saves(school, school.teacher2)


def comes_to_teach(school: School) -> None:
    """The student of a contract, which then stays with another teacher."""
    contract = scenes.active(school)
    _saves(school, school.teacher, "UTEACHER2", school.student.user)
    school.do(teaching.keep, school.student, contract.id, "UTEACHER2")


def the_roster_is_read(school: School) -> None:
    with school.uow() as uow:
        people = uow.people.all()
    school.do(set_up.enrol, school.teacher, school.classroom.id, people)


def _saves(school: School, who: Actor, *co_teachers: str) -> None:
    school.do(set_up.set_up, who, replace(CHOICES, channel="C1", co_teachers=co_teachers))


def teachers_go(school: School) -> None:
    """Both, while a proposal waits for one of them."""
    scenes.announced(school)
    _closes(school, school.teacher)
    _closes(school, school.teacher2)


def a_teacher_is_found(school: School) -> None:
    teachers_go(school)
    chosen = Person(school.classroom.workspace, "USTRANGER", "Mx New")
    school.do(teaching.give, school.admin, school.classroom.id, chosen)


def _closes(school: School, teacher: Actor) -> None:
    school.do(set_up.close_account, teacher)


def is_answered(school: School) -> None:
    (contract,) = stages.questioned(school)
    school.do(reviewing.answer, school.student, contract, "Those for English")


def types_an_answer(school: School) -> None:
    (contract,) = stages.questioned(school)
    says(school, "Those for English")
    assert contract


def is_explained(school: School) -> None:
    contract, _ = stages.wondering(school)
    with school.uow() as uow:
        entry = len(uow.contracts.history(contract)) - 1
    school.do(reviewing.explain, school.teacher, contract, entry, "So that it can be counted")


def is_sent_back(school: School) -> None:
    contract, version = stages.announced(school)
    school.do(reviewing.redirect, school.teacher, contract, version, "Make it smaller")


def a_change_is_decided(school: School) -> None:
    contract, version = stages.changed_by_student(school)
    school.do(changing.decline, school.teacher, contract, version, "Not yet")


def is_ended(school: School) -> None:
    contract, _ = stages.active(school)
    school.do(changing.close, school.student, contract, "I moved on")


def wants_to_see_how_it_goes(school: School) -> None:
    """A student, and their teacher."""
    stages.noted(school)
    says(school, "how am I doing?")
    with school.uow() as uow:
        (contract,) = uow.contracts.of_student(school.student.user)
    school.do(logbook.show, school.teacher, contract.id)


def draws_a_line(school: School) -> None:
    stages.noted(school)
    with school.uow() as uow:
        (contract,) = uow.contracts.of_student(school.student.user)
    school.do(picturing.draw, school.student, contract.id)


def goes_on_later(school: School) -> None:
    """A check-in is left out."""
    (check_in,) = stages.prompted(school)
    school.do(prompting.leave_out, school.student, check_in)


def types_a_number(school: School) -> None:
    prompted(school)
    says(school, "5")


def types_words(school: School) -> None:
    prompted(school)
    says(school, "the list of openings helped me a lot this week")


def is_asked_which(school: School) -> None:
    (asked_back,) = stages.asked_which(school)
    with school.uow() as uow:
        tell(uow, school.student.user, WhichOne(asked_back))


def the_class_gets_other_days(school: School) -> None:
    stages.on_other_days(school)
    with school.uow() as uow:
        together.follow(uow, school.teacher.user, uow.classrooms.among([school.classroom.id])[0])


def the_term_is_made_shorter(school: School) -> None:
    stages.cut_short(school)
    with school.uow() as uow:
        term.cut_short(uow, school.teacher.user, uow.classrooms.among([school.classroom.id])[0])


def the_term_ends(school: School) -> None:
    stages.active(school)
    with school.uow() as uow:
        uow.classrooms.save(replace(school.classroom, term_ends_on=school.now.date() + timedelta(days=7)))
        term.look(uow, Actor(uow.workspace, ""))


def agrees_on_a_talk(school: School) -> None:
    talk, chosen = stages.talk_offered(school)
    school.do(talking.choose, school.student, talk, chosen)


def no_time_suits(school: School) -> None:
    talk, _ = stages.talk_offered(school)
    school.do(talking.neither, school.student, talk)


def calls_a_talk_off(school: School) -> None:
    talk, _ = stages.talk_offered(school)
    school.do(talking.call_off, school.teacher, talk)


def a_talk_comes_to_nothing(school: School) -> None:
    talk, _ = stages.talk_offered(school)
    school.later(days=3)
    school.do(talking.look, school.accord, talk)


def says_what_came_of_it(school: School) -> None:
    (talk,) = stages.talk_over(school)
    school.do(talking.note_outcome, school.teacher, talk, "We made a plan")


SCENES: Mapping[Scene, frozenset[str]] = {
    stages.announced: frozenset({"proposal-card"}),
    rates_halfway: frozenset({"halfway-noted"}),
    stages.peer_asked: frozenset({"peer-asked", "peer-invited"}),
    stages.peer_written: frozenset({"peer-piece", "peer-file", "peer-said"}),
    a_classmate_says_no: frozenset({"peer-ended"}),
    shows_what_a_classmate_wrote: frozenset({"peer-shared"}),
    reports_what_a_classmate_wrote: frozenset({"peer-reported"}),
    stages.questioned: frozenset({"teacher-asked"}),
    stages.amended: frozenset({"amendment-card"}),
    stages.wondering: frozenset({"student-wondered"}),
    a_proposal_is_remembered: frozenset({"waits-for-you", "teacher-reminded"}),
    changes_are_remembered: frozenset({"your-turn"}),
    dates_have_passed: frozenset({"dates-passed"}),
    stages.active: frozenset({"agreed", "contract-card"}),
    the_class_gets_other_days: frozenset({"rhythm-reach"}),
    the_term_is_made_shorter: frozenset({"cut-short"}),
    the_term_ends: frozenset({"term-ends", "ends-with-term"}),
    stages.school_calendar: frozenset({"calendar-stands", "calendar-read"}),
    stages.calendar_unread: frozenset({"calendar-trouble"}),
    stages.file_read: frozenset({"file-read"}),
    surveys_a_unit: frozenset({"survey-asked", "survey-stands"}),
    holds_a_lesson: frozenset({"lesson-scripts", "lesson-script", "ticket-asked", "ticket-results", "ticket-over"}),
    agrees_with_oneself: frozenset({"self-contracts", "self-card", "self-halfway", "self-ends", "self-shared"}),
    answers_a_round: frozenset({"inventory-ways", "inventory-asked", "inventory-stands", "inventory-over"}),
    a_mentor_says_no: frozenset({"mentor-asked", "mentor-invited", "mentor-ended"}),
    stages.mentor_wrote: frozenset({"mentor-target", "mentor-said"}),
    reports_what_a_mentor_wrote: frozenset({"mentor-reported"}),
    is_left_out: frozenset({"place-changed"}),
    gets_an_aide: frozenset({"aide-named"}),
    has_standards: frozenset({"standards-stand"}),
    stages.rubric_stands: frozenset({"rubrics-stand"}),
    stages.activity_stands: frozenset({"menu-stands"}),
    stages.template_stands: frozenset({"templates-stand"}),
    stages.changed_by_student: frozenset({"change-card"}),
    stages.prompted: frozenset({"check-in-due"}),
    reaches_a_point: frozenset({"milestone-reached", "milestone-news"}),
    stages.waits_for_a_look: frozenset({"shoutouts-wait"}),
    a_shoutout_is_kept: frozenset({"shoutout-looked-at"}),
    stages.not_well: frozenset({"care-answer"}),
    stages.told_a_teacher: frozenset({"care-answer", "care-alerted"}),
    stages.offered: frozenset({"feedback-given", "feedback-delivered", "drafts-offered"}),
    stages.interview: frozenset({"interview-question"}),
    answered: frozenset({"class-check-ins", "responded"}),
    replies_to_several: frozenset({"class-check-ins", "responded", "replied-meanwhile"}),
    answered_alone: frozenset({"reply-shared", "responded"}),
    nobody_answers: frozenset({"check-in-reminder", "check-in-missed", "drift-noticed"}),
    answers_after_silence: frozenset({"drift-seen", "drift-over", "drift-passed"}),
    ends: frozenset({"look-back-asked", "looked-back"}),
    chooses_more: frozenset({"look-back-asked", "looked-back", "freedom-next", "freedom-set"}),
    takes_a_class_out: frozenset({"class-workbook", "class-tables"}),
    does_not_understand: frozenset({"feedback-unclear", "reply-unclear"}),
    looks_at_what_is_over: frozenset({"past-contracts"}),
    a_promise_is_due: frozenset({"promises-due", "promise-not-kept"}),
    is_late: frozenset({"look-back-reminder", "look-back-overdue"}),
    goes: frozenset({"student-away"}),
    can_not_be_reached: frozenset({"student-unreachable"}),
    writes_to_teachers: frozenset({"note-from", "note-sent"}),
    asks_to_pass_on: frozenset({"pass-on-offered"}),
    wants_out: frozenset({"ways-out"}),
    is_away: frozenset({"leave-out-offered"}),
    says_until_when: frozenset({"away-noted"}),
    comes_back: frozenset({"away-ended"}),
    goes_on_after_a_pause: frozenset({"pause-noted", "pause-ended"}),
    lets_it_wait: frozenset({"check-in-snoozed"}),
    has_had_none_for_long: frozenset({"none-for-long"}),
    writes_unasked: frozenset({"progress-offered"}),
    passes_on_and_edits: frozenset({"note-changed"}),
    passes_on_and_deletes: frozenset({"note-taken-back"}),
    teacher_edits: frozenset({"response-changed"}),
    teacher_deletes: frozenset({"response-taken-back"}),
    is_taken_out: frozenset({"contract-taken-over", "contracts-taken-over"}),
    comes_to_teach: frozenset({"own-contract", "own-contract-kept"}),
    the_roster_is_read: frozenset({"roster-read"}),
    is_asked_which: frozenset({"which-one"}),
    stages.guest_here: frozenset({"guests-here"}),
    teachers_go: frozenset({"teacher-gone"}),
    a_teacher_is_found: frozenset({"teacher-found"}),
    is_answered: frozenset({"student-answered"}),
    types_an_answer: frozenset({"answer-passed-on"}),
    is_explained: frozenset({"teacher-explained"}),
    is_sent_back: frozenset({"sent-back"}),
    a_change_is_decided: frozenset({"change-decided"}),
    is_ended: frozenset({"contract-closed", "closed-by-you"}),
    stages.piece_shown: frozenset({"piece-noted", "piece-shown", "piece-file"}),
    stages.piece_refused: frozenset({"piece-refused"}),
    stages.talk_asked: frozenset({"talk-asked"}),
    stages.talk_offered: frozenset({"talk-offered"}),
    agrees_on_a_talk: frozenset({"talk-agreed", "talk-date"}),
    no_time_suits: frozenset({"talk-neither"}),
    calls_a_talk_off: frozenset({"talk-called-off"}),
    a_talk_comes_to_nothing: frozenset({"talk-lapsed"}),
    says_what_came_of_it: frozenset({"talk-over", "talk-outcome"}),
    draws_a_line: frozenset({"line-picture"}),
    wants_to_see_how_it_goes: frozenset({"how-it-goes"}),
    goes_on_later: frozenset({"left-out"}),
    types_a_number: frozenset({"reply-noted"}),
    types_words: frozenset({"number-wanted"}),
    prints_the_contract: frozenset({"contract-document"}),
    prints_a_folder: frozenset({"folder-document"}),
    sends_a_class_list: frozenset({"roster-seen"}),
    rates_together: frozenset({"calibration-work", "calibration-card", "calibration-asked", "calibration-outcome"}),
    prepares_a_conference: frozenset({"conference-card", "conference-pack", "conference-step"}),
    writes_on_paper: frozenset({"paper-person", "paper-contract", "paper-sheet"}),
    stages.family_given: frozenset({"family-note-card", "family-note-paper"}),
    prints_sheets: frozenset({"empty-sheet"}),
    prints_the_class: frozenset({"class-contracts", "class-overview"}),
    prints_a_card: frozenset({"card-document"}),
    prints_a_sheet_for_outside: frozenset({"outside-document"}),
    asks_for_dates: frozenset({"own-dates"}),
    gets_an_address: frozenset({"address-given", "own-address"}),
    stops_the_address: frozenset({"address-stopped"}),
}
"""Each scene, with the kinds of messages that it is here for."""
