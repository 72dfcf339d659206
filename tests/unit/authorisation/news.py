"""What is said of somebody: after each scene it is queued, and nothing of it has left yet."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.services import set_up, undeliverable
from bot.services.responding import respond
from tests.unit.authorisation import stages
from tests.unit.authorisation.school import School
from tests.unit.checking_in.steps import asked, at, check_ins
from tests.unit.listening.test_questions import prompted, says
from tests.unit.looking_back.scenes import End
from tests.unit.reviewing import scenes

Scene = Callable[[School], object]
"""Its result is not used."""


def answered(school: School) -> None:
    """A check-in is answered, and a teacher responds."""
    stages.noted(school)
    school.do(respond, school.teacher, 1, "Good")


def nobody_answers(school: School) -> None:
    contract = scenes.active(school)
    asked(school, contract)
    while len(check_ins(school, contract)) < 4:
        at(school, school.now + timedelta(days=1))


def ends(school: School) -> None:
    end = End(school)
    end.assess(school.student)
    end.assess(school.teacher)


def is_late(school: School) -> None:
    end = End(school)
    end.tick(days=3)
    end.tick(days=4)


def goes(school: School) -> None:
    """The student with a contract leaves the class."""
    scenes.active(school)
    school.do(set_up.leave, school.student, school.classroom.channel)


def can_not_be_reached(school: School) -> None:
    scenes.active(school)
    (card, *_) = [d for d in school.deliveries() if d.lane == school.student.user]
    with school.uow() as uow:
        undeliverable.report(uow, card, "user_disabled", school.now)


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


def writes_unasked(school: School) -> None:
    scenes.active(school)
    says(school, "got 5 of 10 today")


SCENES: Mapping[Scene, frozenset[str]] = {
    stages.announced: frozenset({"proposal-card"}),
    stages.questioned: frozenset({"teacher-asked"}),
    stages.amended: frozenset({"amendment-card"}),
    stages.wondering: frozenset({"student-wondered"}),
    stages.active: frozenset({"agreed", "contract-card"}),
    stages.changed_by_student: frozenset({"change-card"}),
    stages.prompted: frozenset({"check-in-due"}),
    stages.milestone: frozenset({"milestone-reached", "milestone-news"}),
    stages.not_well: frozenset({"care-answer"}),
    stages.told_a_teacher: frozenset({"care-answer", "care-alerted"}),
    stages.offered: frozenset({"feedback-given", "feedback-delivered", "drafts-offered"}),
    stages.interview: frozenset({"interview-question"}),
    answered: frozenset({"reply-shared", "responded"}),
    nobody_answers: frozenset({"check-in-reminder", "check-in-missed", "drift-seen"}),
    ends: frozenset({"look-back-asked", "looked-back"}),
    is_late: frozenset({"look-back-reminder", "look-back-overdue"}),
    goes: frozenset({"student-away"}),
    can_not_be_reached: frozenset({"student-unreachable"}),
    writes_to_teachers: frozenset({"note-from", "note-sent"}),
    asks_to_pass_on: frozenset({"pass-on-offered"}),
    wants_out: frozenset({"ways-out"}),
    is_away: frozenset({"leave-out-offered"}),
    writes_unasked: frozenset({"progress-offered"}),
}
"""Each scene, with the kinds of messages that it is here for."""
