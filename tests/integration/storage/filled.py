"""A workspace with a row of every kind, for what tries to reach into it."""

from dataclasses import replace
from datetime import date, timedelta

from bot.activities.drafting import use_cases as drafting
from bot.activities.feedback import use_cases as giving_feedback
from bot.activities.proposing import interviewing
from bot.domain import talk as talks
from bot.domain.absence import Absence
from bot.domain.bringing import Brings, Brought, LineLeftOut
from bot.domain.calibration import CalibrationRound, Rater, ShownPiece
from bot.domain.care import CareAlert, CareCleared, CareContact, CareSetting, CareTold
from bot.domain.care import Way as How
from bot.domain.check_ins import Response
from bot.domain.classroom import Admission, OutsideRule, TeacherGrant
from bot.domain.conference import Conference
from bot.domain.dates import CalendarAddress
from bot.domain.days_off import DayOff, Source
from bot.domain.digest import Digest
from bot.domain.disclosure import Disclosure, DisclosureKind, Policy, Retracting, Retraction
from bot.domain.drafts import Call
from bot.domain.evidence import Piece, PieceLook
from bot.domain.guardians import FamilyNote
from bot.domain.halfway import Halfway, RatedSign
from bot.domain.installation import Departure, Reason
from bot.domain.interview import About
from bot.domain.inventory import Inventory, InventoryAnswer, RoundKind
from bot.domain.lessons import Lesson, LessonAnswer, Script
from bot.domain.look_back import Assessment
from bot.domain.mentoring import Mentoring
from bot.domain.menu import Item, Level
from bot.domain.oneself import SelfKind, SelfTerms, begun
from bot.domain.outbox import Delivery, Errand, ErrandKind, Verb
from bot.domain.peers import PeerLook
from bot.domain.phrases import Phrase
from bot.domain.profile import LearnerProfile
from bot.domain.promises import Promise
from bot.domain.roster import Roster
from bot.domain.rubrics import Rubric, RubricCriterion
from bot.domain.school_calendar import SchoolCalendar
from bot.domain.school_report import ReportReader
from bot.domain.standards import made
from bot.domain.surveys import Survey, SurveyAnswer
from bot.domain.templates import made as made_template
from bot.domain.terms import EvidenceForm
from bot.domain.utterance import AskedBack, Note, Utterance
from bot.domain.utterance import What as AskedWhat
from storage.unit_of_work import UnitOfWork
from tests.unit.celebrating.scenes import Way
from tests.unit.checking_in.steps import asked
from tests.unit.reviewing.scenes import active
from tests.world import WORKSPACE, World

SUBJECT, ONCE = "contract:1", "greeting:USTUDENT"


def fill(world: World) -> None:
    """Play a little of everything, and add what play does not leave."""
    agreed = active(world)
    check_in = asked(world, agreed)
    (feedback,) = world.do(
        giving_feedback.give_feedback, world.teacher, ["UCLASSMATE"], "Clear", "Short", "Use linking words"
    )
    world.do(drafting.offer, world.teacher, feedback.id)
    world.do(interviewing.begin, world.classmate, None, feedback.id)
    Way(world).log("5")
    with world.uow() as uow:
        uow.grants.add(TeacherGrant(WORKSPACE, "USTRANGER", "UADMIN", world.now))
        uow.report_readers.add(ReportReader(WORKSPACE, "UADMIN", "UADMIN", world.now))
        uow.responses.add(Response(WORKSPACE, check_in, "UTEACHER", "Well done", world.now))
        uow.assessments.add(Assessment(WORKSPACE, agreed.id, "student", "USTUDENT", (3,), "It helped", world.now))
        signs = (RatedSign("It flows", 2),)
        uow.conferences.add(Conference(WORKSPACE, agreed.id, "USTUDENT", world.now, "proud", "I begin", "What helps?"))
        family = (WORKSPACE, agreed.id, "USTUDENT", "UTEACHER", world.now, 1, "es", ("ask",), ("3", ""))
        uow.family_notes.add(FamilyNote(*family, "We can talk"))
        uow.halfways.add(Halfway(WORKSPACE, agreed.id, "USTUDENT", signs, world.now))
        uow.calls.add(Call(WORKSPACE, world.now, "drafts", 1, "a-model", "schema", ()))
        uow.outbox.queue(_delivery(world, once=ONCE, subject=SUBJECT))
        uow.errands.add(Errand(WORKSPACE, ErrandKind.SYNC_ROSTER, {"classroom": world.classroom.id}, world.now))
        days = (world.now.date(), world.now.date(), world.now, world.now, "USTUDENT", world.now)
        uow.absences.add(Absence(WORKSPACE, world.classroom.id, "USTUDENT", *days))
        _shown(uow, world, agreed.id)
        uow.talks.add(talks.asked(WORKSPACE, world.classroom.id, "USTUDENT", "USTUDENT", world.now, contract=None))
        uow.calendar_addresses.add(CalendarAddress(WORKSPACE, "USTUDENT", "0f" * 32, world.now))
        uow.rosters.add(Roster(WORKSPACE, "UTEACHER", world.now, (("F2", "list.csv"),)))
        uow.digests.add(Digest(WORKSPACE, "USTUDENT", world.now))
        uow.phrases.add(Phrase(WORKSPACE, "USTUDENT", "How did you do it?", world.now))
        uow.promises.add(Promise(WORKSPACE, agreed.id, "USTUDENT", "FR", world.now.date(), world.now))
        standard = made(WORKSPACE, world.classroom.id, "W.6.2", "Vary how sentences begin")
        uow.standards.add(replace(standard, resources=("A list of openings",)))
        levels = (RubricCriterion("Ideas", ("one", "two")),)
        ends = world.now.date() + timedelta(days=9)
        mine = SelfTerms(SelfKind.ONESELF, "Read more", "I read daily", "Ten minutes at noon", (), ends)
        uow.self_contracts.add(begun(WORKSPACE, world.classroom.id, "USTUDENT", mine, world.now, world.now))
        asked_of = uow.inventories.add(
            Inventory(WORKSPACE, world.classroom.id, "UTEACHER", RoundKind.YEAR, world.now, world.now)
        )
        uow.inventory_answers.add(InventoryAnswer(WORKSPACE, asked_of.id, "USTUDENT"))
        unit = uow.surveys.add(Survey(WORKSPACE, world.classroom.id, "UTEACHER", "Poems", world.now))
        uow.survey_answers.add(SurveyAnswer(WORKSPACE, unit.id, "USTUDENT", world.now))
        held = uow.lessons.add(Lesson(WORKSPACE, world.classroom.id, "UTEACHER", Script.START, world.now))
        uow.lesson_answers.add(LessonAnswer(WORKSPACE, held.id, "USTUDENT"))
        uow.rubrics.add(Rubric(WORKSPACE, "Essay", 1, ("A", "B"), levels, "UTEACHER", world.now))
        song = Item("Song", "Sing", Level.STANDARD, EvidenceForm.ORAL, ("music",))
        uow.menu.add(song.by(WORKSPACE, "UTEACHER", world.now))
        bread = {"name": "Bread", "examples": "I bake 3 loaves", "criteria": "It rises"}
        uow.templates.add(made_template(WORKSPACE, bread, "UTEACHER", world.now))
        file = ("UTEACHER", Brings.STANDARDS, "F2", "plan.csv", world.now)
        uow.brought.add(Brought(WORKSPACE, world.classroom.id, *file, left_out=(LineLeftOut(3, "twice"),)))
        said = ("D1", "", "1.1")
        uow.utterances.add(Utterance(WORKSPACE, "USTUDENT", "D1", "", {"1.1": "5"}, world.now))
        uow.asked_back.add(AskedBack(WORKSPACE, "USTUDENT", AskedWhat.WHICH, "5", *said, (), world.now))
        between = ("USTUDENT", "USTUDENT", "UTEACHER")
        uow.notes.add(Note(WORKSPACE, world.classroom.id, *between, About.CLASS, 1, "A word", world.now))
        _decide(uow, world)
        _care(uow, world)


def _shown(uow: UnitOfWork, world: World, contract: int) -> None:
    came = Piece(WORKSPACE, contract, "USTUDENT", 0, "1.9", "F1", "page.pdf", "Page three", world.now)
    piece = uow.pieces.add(came)
    together = uow.calibrations.add(CalibrationRound(WORKSPACE, world.classroom.id, "UTEACHER", world.now)).id
    uow.raters.add(Rater(WORKSPACE, together, "UTEACHER2", world.now))
    uow.shown_pieces.add(
        ShownPiece(WORKSPACE, together, piece.contract, "USTUDENT", piece.id, "It rained", (), world.now)
    )
    uow.looks.add(PieceLook(WORKSPACE, piece.id, "UTEACHER", world.now))
    uow.peer_looks.add(PeerLook(WORKSPACE, contract, "USTUDENT", "UCLASSMATE", piece.id, ("It flows",), world.now))
    uow.mentorings.add(Mentoring(WORKSPACE, contract, "USTUDENT", "UCLASSMATE", 0, world.now))


def _decide(uow: UnitOfWork, world: World) -> None:
    """What whoever runs Accord leaves behind."""
    uow.policies.add(Policy(WORKSPACE))
    made = uow.disclosures.add(
        Disclosure(WORKSPACE, world.now, DisclosureKind.EXPORTED, "operator:me", "USTUDENT", "asked for")
    )
    uow.retractions.add(Retraction(WORKSPACE, made.id, Retracting.HOME, "USTUDENT"))
    uow.departures.add(Departure(WORKSPACE, Reason.REVOKED, world.now, world.now))
    uow.profiles.add(LearnerProfile(WORKSPACE, "USTUDENT", world.now, strengths="My ideas"))


def _care(uow: UnitOfWork, world: World) -> None:
    """What is kept of somebody who is not well."""
    uow.outside_rules.add(OutsideRule(WORKSPACE, may_learn=True, decided_by="UADMIN", decided_at=world.now))
    uow.admissions.add(Admission(WORKSPACE, world.classroom.id, "USTUDENT", world.now, learns=True))
    holiday = date(2027, 2, 15), date(2027, 2, 19)
    uow.days_off.add(DayOff(WORKSPACE, world.classroom.id, *holiday, "Half term", Source.TYPED))
    uow.school_calendars.add(SchoolCalendar(WORKSPACE, world.classroom.id, "AT", asked_by="UTEACHER"))
    uow.care_settings.add(CareSetting(WORKSPACE, helpers="Ms Park, room 4"))
    uow.care_contacts.add(CareContact(WORKSPACE, "UTEACHER", 1))
    alert = uow.care_alerts.add(CareAlert(WORKSPACE, "USTUDENT", world.now, "en", of_another=False, way=How.STUDENT))
    uow.care_told.add(CareTold(WORKSPACE, alert.id, "UTEACHER", 1))
    uow.care_cleared.add(CareCleared(WORKSPACE, "USTUDENT", "0f", world.now))


def _delivery(world: World, *, once: str, subject: str) -> Delivery:
    return Delivery(
        WORKSPACE,
        "USTUDENT",
        Verb.POST,
        "help",
        {},
        "USTUDENT",
        world.now,
        world.now,
        once=once,
        subject=subject,
    )
