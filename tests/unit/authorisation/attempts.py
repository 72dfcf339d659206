"""Every use case that somebody can set off, with what it is tried on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.activities.absence import heard
from bot.activities.absence import use_cases as absences
from bot.activities.admitting import leaving_out
from bot.activities.admitting import use_cases as admitting
from bot.activities.admitting.leaving_out_messages import PeopleChosen
from bot.activities.assisting import use_cases as assisting
from bot.activities.bringing import use_cases as bringing
from bot.activities.calendar import on_days_off, taking_in
from bot.activities.calendar import use_cases as calendar
from bot.activities.calendar.use_cases import CalendarChoices
from bot.activities.calibrating import use_cases as calibrating
from bot.activities.calibrating.forms import SIGNS
from bot.activities.care import presses, setting
from bot.activities.care import use_cases as care
from bot.activities.celebrating import looking as looking_first
from bot.activities.celebrating import use_cases as celebrating
from bot.activities.celebrating import wording
from bot.activities.changing import easing, moving, together
from bot.activities.changing import use_cases as changing
from bot.activities.checking_in import (
    answering,
    class_reads,
    having,
    practising,
    prompting,
    questions,
    reads,
    responding,
    snoozing,
    suggesting,
    taking_back,
    telling,
    unasked,
)
from bot.activities.checking_in.forms import ReplyForm
from bot.activities.conference import use_cases as conference
from bot.activities.dates import use_cases as dates
from bot.activities.digest import replying
from bot.activities.digest import use_cases as digest
from bot.activities.documents import use_cases as documents
from bot.activities.documents.empty_sheets import Empty
from bot.activities.drafting import use_cases as drafting
from bot.activities.evidence import giving
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.forms import GivenEvidence
from bot.activities.exchanging import stuck
from bot.activities.exchanging import use_cases as exchanging
from bot.activities.export import use_cases as export
from bot.activities.feedback import quick, taking_up
from bot.activities.feedback import use_cases as feedback
from bot.activities.freedom import use_cases as freedom
from bot.activities.guardians import use_cases as guardians
from bot.activities.hearing import asking, listening
from bot.activities.help import use_cases as helping
from bot.activities.home import looking, student_page
from bot.activities.home import use_cases as home
from bot.activities.home.desk_messages import Where
from bot.activities.inventory import use_cases as inventory
from bot.activities.journey import use_cases as journey
from bot.activities.lesson import ticket
from bot.activities.lesson import use_cases as lesson
from bot.activities.logbook import picturing
from bot.activities.logbook import use_cases as logbook
from bot.activities.looking_back import going_on, grading, halfway, parts
from bot.activities.looking_back import use_cases as looking_back
from bot.activities.mentoring import use_cases as mentoring
from bot.activities.menus import picking
from bot.activities.menus import use_cases as menus
from bot.activities.oneself import use_cases as oneself
from bot.activities.paper import use_cases as paper
from bot.activities.peers import use_cases as peers
from bot.activities.phrases import use_cases as phrases
from bot.activities.privacy import erasing
from bot.activities.profile import use_cases as profile
from bot.activities.promises import use_cases as promises
from bot.activities.proposing import interviewing
from bot.activities.report import readers
from bot.activities.reviewing import use_cases as reviewing
from bot.activities.roster import use_cases as roster
from bot.activities.roster.use_cases import RosterChoices
from bot.activities.rubrics import taking
from bot.activities.rubrics import use_cases as rubrics
from bot.activities.set_up import term
from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.use_cases import ClassChoices
from bot.activities.standards import by_evidence, choosing
from bot.activities.standards import use_cases as standards
from bot.activities.surveying import use_cases as surveying
from bot.activities.talking import use_cases as talking
from bot.activities.teaching import closing
from bot.activities.teaching import use_cases as teaching
from bot.activities.templates import use_cases as templates
from bot.activities.templates import writing as templates_writing
from bot.domain.actor import Side
from bot.domain.care import CareChoices
from bot.domain.care import Way as CareWay
from bot.domain.classroom import Autonomy, Person
from bot.domain.conference import Pack
from bot.domain.days_off import Span
from bot.domain.desk import Want
from bot.domain.easing import Easing
from bot.domain.evidence import Handed
from bot.domain.guardians import FamilyNoteAsked
from bot.domain.interview import About
from bot.domain.look_back import Reflection
from bot.domain.oneself import SelfKind
from bot.domain.surveys import QUESTIONS
from bot.domain.uptake import UptakeWay
from tests.unit.authorisation import stages
from tests.unit.authorisation.school import Attempt, School
from tests.unit.contract.forms import as_shown

Ids = tuple[Any, ...]
Args = Callable[[School, Ids], tuple[Any, ...]]


def _ids(school: School, ids: Ids) -> tuple[Any, ...]:
    return ids


def _and(*more: Any) -> Args:
    return lambda school, ids: (*ids, *more)


def _only(*these: Any) -> Args:
    return lambda school, ids: these


def _first(*more: Any) -> Args:
    return lambda school, ids: (ids[0], *more)


def _form(side: Side) -> Args:
    """The form of terms with one field typed anew."""

    def args(school: School, ids: Ids) -> tuple[Any, ...]:
        with school.uow() as uow:
            contract = uow.contracts.get(ids[0])
        assert contract is not None
        shown = as_shown((contract.agreed or contract.on_the_table).terms, side)
        return (*ids, replace(shown, texts={**shown.texts, "supports": "A quiet room"}))

    return args


def _me(channel: str) -> Args:
    """Somebody of whom Slack tells what we know already."""
    return lambda school, ids: (channel, None)


def _choices(channel: str) -> Args:
    name, days, at, end = "English 11", ("MO",), time(8, 45), date(2027, 6, 25)
    choices = ClassChoices(channel, name, ("UTEACHER2",), "UTC", end, days, at, True, Autonomy.OPEN)
    return lambda school, ids: (choices,)


def _shows(school: School, ids: Ids) -> tuple[Any, ...]:
    return (school.classroom.id, str(ids[1]), ())


def _to_rate(school: School, ids: Ids) -> tuple[Any, ...]:
    return (school.classroom.id, (ids[1],), SIGNS, ("UTEACHER", "UTEACHER2", "UOTHER"))


def _of_classroom(school: School, ids: Ids) -> tuple[Any, ...]:
    return (school.classroom.id,)


def _page_of_class(school: School, ids: Ids) -> tuple[Any, ...]:
    return (Where(school.classroom.id),)


def _round(school: School, ids: Ids) -> tuple[Any, ...]:
    return (school.classroom.id, int(f"{school.now:%Y%m%d}"))


def _chosen(school: School, ids: Ids) -> tuple[Any, ...]:
    return (school.classroom.id, "each")


def _questions(school: School, ids: Ids) -> tuple[Any, ...]:
    return (school.classroom.id, "talk", ("Which book?",))


def _below_feedback(*more: Any) -> Args:
    return lambda school, ids: (About.FEEDBACK, ids[0], *more)


def _in_class(*more: Any) -> Args:
    return lambda school, ids: (school.classroom.id, *more)


def _students(use_case: Callable[..., Any], stage: Callable[[School], Ids], args: Args = _ids) -> Attempt:
    return Attempt(use_case, stage, args, teachers=False)


def _teachers(use_case: Callable[..., Any], stage: Callable[[School], Ids], args: Args = _ids) -> Attempt:
    return Attempt(use_case, stage, args, teachers=True)


def _its_contract(school: School, ids: Ids) -> tuple[Any, ...]:
    """The contract of a check-in."""
    with school.uow() as uow:
        found = uow.check_ins.get(ids[0])
    assert found is not None
    return (found.contract,)


def _second(school: School, ids: Ids) -> tuple[Any, ...]:
    return (ids[1],)


_TAKEN = _only("UTEACHER", None)
CHOSEN = dict.fromkeys(QUESTIONS, 2)
POEM = GivenEvidence("My poem", "It rhymes")
AWAY = Span(date(2027, 1, 14), date(2027, 1, 22))
REPLY = ReplyForm(("5",), worked="Reading aloud")
RATINGS = {0: 3, 1: 4}
SAID = listening.DirectMessage("D1", "5", "9.9", "said:D1:9.9")
GIVEN = (["USTUDENT"], "Clear ideas", "It is hard to follow", "Use linking words")


def enter_on_paper(uow: Any, actor: Any, classroom: int, name: str) -> None:
    paper.enter(uow, actor, classroom, name, of_age=True)


def take_all_out(uow: Any, actor: Any, classroom: int) -> None:
    standards.take_out(uow, actor, classroom, (), everything=True)


ATTEMPTS: dict[str, Attempt] = {
    "set_up.open_form": _teachers(set_up.open_form, stages.nothing, _me("C1")),
    "set_up.open_form, new class": _teachers(set_up.open_form, stages.nothing, _me("C9")),
    "set_up.set_up": _teachers(set_up.set_up, stages.nothing, _choices("C1")),
    "set_up.set_up, new class": _teachers(set_up.set_up, stages.nothing, _choices("C9")),
    "set_up.name_teacher": _teachers(set_up.name_teacher, stages.nothing, _only("USTRANGER", None)),
    "set_up.term.suggest_end": _teachers(term.suggest_end, stages.cut_short),
    "set_up.take_back_teacher": _teachers(set_up.take_back_teacher, stages.nothing, _only("USTRANGER", None)),
    "report.readers.name_reader": _teachers(readers.name_reader, stages.nothing, _only("USTRANGER", None)),
    "report.readers.take_back_reader": _teachers(
        readers.take_back_reader, stages.report_reader, _only("UTEACHER", None)
    ),
    "report.readers.ask": _teachers(readers.ask, stages.report_reader),
    "calendar.find_class": _teachers(calendar.find_class, stages.nothing, _only("C1")),
    "calendar.open_form": _teachers(calendar.open_form, stages.nothing, _of_classroom),
    "calendar.type_days": _teachers(calendar.type_days, stages.nothing, _in_class("15 February")),
    "calendar.save": _teachers(calendar.save, stages.nothing, _in_class(CalendarChoices("15 February"))),
    "calendar.taking_in.open_events": _teachers(taking_in.open_events, stages.school_calendar),
    "calendar.taking_in.choose": _teachers(taking_in.choose, stages.school_calendar, _and(0, [1], [1])),
    "calendar.on_days_off.move_dates": _teachers(on_days_off.move_dates, stages.due_on_a_day_off),
    "bringing.take": _teachers(bringing.take, stages.file_read),
    "bringing.drop": _teachers(bringing.drop, stages.file_read),
    "standards.show": _teachers(standards.show, stages.nothing, _only("C1")),
    "standards.open_form": _teachers(standards.open_form, stages.standards_stand),
    "standards.open_add": _teachers(standards.open_add, stages.standards_stand),
    "standards.add": _teachers(standards.add, stages.nothing, _in_class("A.1: Read", ())),
    "standards.take_out": _teachers(take_all_out, stages.nothing, _of_classroom),
    "standards.suggest": _students(standards.suggest, stages.standards_stand, _and("vary")),
    "standards.by_evidence.open_table": _students(by_evidence.open_table, stages.active, _only("USTUDENT")),
    "standards.by_evidence.open_shows": _students(by_evidence.open_shows, stages.text_shown, _of_classroom),
    "standards.by_evidence.shows": _students(by_evidence.shows, stages.text_shown, _shows),
    "standards.choosing.open_choice": _students(choosing.open_choice, stages.summary, _first()),
    "standards.choosing.choose": _students(choosing.choose, stages.summary, _first([()])),
    "oneself.show_mine": _students(oneself.show_mine, stages.nothing, _only()),
    "oneself.show": _students(oneself.show, stages.with_oneself),
    "oneself.open_new": _students(oneself.open_new, stages.nothing, _only()),
    "oneself.open_change": _students(oneself.open_change, stages.with_oneself),
    "oneself.begin": _students(
        oneself.begin, stages.nothing, _in_class(SelfKind.LESSON, "Equations", "Two alone", "", "Try one", None)
    ),
    "oneself.change": _students(
        oneself.change, stages.with_oneself, _and("Read", "Two books", "At noon", "", date(2027, 2, 1))
    ),
    "oneself.sign": _students(oneself.sign, stages.written_for_oneself),
    "oneself.discard": _students(oneself.discard, stages.with_oneself),
    "oneself.do_step": _students(oneself.do_step, stages.for_a_lesson, _and(0)),
    "oneself.open_own": _students(oneself.open_own, stages.with_oneself),
    "oneself.say_halfway": _students(oneself.say_halfway, stages.with_oneself, _and("It goes well")),
    "oneself.end": _students(oneself.end, stages.with_oneself, _and("yes", "A way", "Commas")),
    "oneself.share": _students(oneself.share, stages.with_oneself),
    "oneself.keep": _students(oneself.keep, stages.shown_of_oneself),
    "inventory.show_ways": _teachers(inventory.show_ways, stages.nothing, _only("C1")),
    "inventory.ask": _teachers(inventory.ask, stages.nothing, _in_class(0)),
    "inventory.end": _teachers(inventory.end, stages.asked_round, _first()),
    "inventory.open_shown": _teachers(inventory.open_shown, stages.shown_round, _first()),
    "inventory.open_answer": _students(inventory.open_answer, stages.asked_round, _second),
    "inventory.say_interests": _students(
        inventory.say_interests, stages.asked_round, lambda school, ids: (ids[1], {"learn": "trying"}, "nobody")
    ),
    "inventory.keep": _students(inventory.keep, stages.shown_round, _second),
    "inventory.say_goals": _students(
        inventory.say_goals, stages.asked_year, lambda school, ids: (ids[1], "Read", "Sing", "nobody")
    ),
    "surveying.open_form": _teachers(surveying.open_form, stages.nothing, _of_classroom),
    "surveying.begin": _teachers(surveying.begin, stages.nothing, _in_class("Poems")),
    "surveying.stop": _teachers(surveying.stop, stages.surveyed, _first()),
    "surveying.finish": _teachers(surveying.finish, stages.surveyed, _first()),
    "surveying.open_answer": _students(surveying.open_answer, stages.surveyed, _second),
    "surveying.take": _students(surveying.take, stages.surveyed, lambda school, ids: (ids[1], CHOSEN)),
    "lesson.show": _teachers(lesson.show, stages.nothing, _only("C1")),
    "lesson.begin": _teachers(lesson.begin, stages.nothing, _in_class(0)),
    "lesson.post_step": _teachers(lesson.post_step, stages.in_a_lesson, _and(1)),
    "lesson.open_prompts": _teachers(lesson.open_prompts, stages.in_a_lesson),
    "lesson.post_prompt": _teachers(lesson.post_prompt, stages.in_a_lesson, _and("setback:1")),
    "lesson.ticket.ask": _teachers(ticket.ask, stages.in_a_lesson),
    "lesson.ticket.end": _teachers(ticket.end, stages.ticket_asked, _first()),
    "lesson.ticket.open_answer": _students(ticket.open_answer, stages.ticket_asked, _second),
    "lesson.ticket.take": _students(
        ticket.take, stages.ticket_asked, lambda school, ids: (ids[1], "yes", "A way", "Commas", True)
    ),
    "lesson.ticket.take_back": _students(ticket.take_back, stages.ticket_quoted),
    "rubrics.show": _teachers(rubrics.show, stages.nothing, _only("C1")),
    "rubrics.open_form": _teachers(rubrics.open_form, stages.rubric_stands),
    "rubrics.save": _teachers(rubrics.save, stages.rubric_stands, _and("Essay", "| A | B\nIdeas | a | b")),
    "rubrics.remove": _teachers(rubrics.remove, stages.rubric_stands),
    "rubrics.suggest": _students(rubrics.suggest, stages.rubric_stands, _first("ideas")),
    "rubrics.taking.open_form": _students(taking.open_form, stages.summary, _first()),
    "rubrics.taking.take": _students(taking.take, stages.summary, _first([()])),
    "templates.open_form": _students(templates.open_form, stages.summary, _first(1)),
    "templates.fill": _students(
        templates.fill, stages.summary, _first(1, "writing", {"statement": "I write 3 pages a week"})
    ),
    "templates.writing.show": _teachers(templates_writing.show, stages.nothing, _only("C1")),
    "templates.writing.open_form": _teachers(templates_writing.open_form, stages.template_stands),
    "templates.writing.save": _teachers(
        templates_writing.save, stages.template_stands, _and({"name": "Cake", "examples": "I bake 3 cakes"})
    ),
    "templates.writing.remove": _teachers(templates_writing.remove, stages.template_stands),
    "menus.show": _teachers(menus.show, stages.nothing, _only("C1")),
    "menus.open_form": _teachers(menus.open_form, stages.activity_stands),
    "menus.save": _teachers(menus.save, stages.activity_stands, _and({"name": "Song", "purpose": "Sing"})),
    "menus.remove": _teachers(menus.remove, stages.activity_stands),
    "menus.picking.open_form": _students(picking.open_form, stages.summary, _first(1)),
    "menus.picking.take": _students(picking.take, stages.summary, _first(1, "none", "")),
    "admitting.leaving_out.find_class": _teachers(leaving_out.find_class, stages.nothing, _only("C1")),
    "admitting.leaving_out.open_people": _teachers(leaving_out.open_people, stages.nothing, _of_classroom),
    "admitting.leaving_out.choose": _teachers(
        leaving_out.choose, stages.nothing, _in_class(PeopleChosen(("UCLASSMATE",)))
    ),
    "admitting.open_form": _teachers(admitting.open_form, stages.guest_here),
    "admitting.decide": _teachers(admitting.decide, stages.guest_here, _and(["UGUEST"])),
    "admitting.let_outside_learn": _teachers(admitting.let_outside_learn, stages.nothing, _only(True)),
    "teaching.open_form": _teachers(teaching.open_form, stages.untaught),
    "teaching.give": _teachers(teaching.give, stages.untaught, _and(Person("T1", "USTRANGER", "Sam"))),
    "teaching.closing.close": _teachers(closing.close, stages.nothing, _of_classroom),
    "teaching.closing.open_again": _teachers(closing.open_again, stages.nothing, _of_classroom),
    "home.open_set_up": _teachers(home.open_set_up, stages.nothing, _of_classroom),
    "home.open_home": _students(home.open_home, stages.nothing, _only(None)),
    "dates.ask": _students(dates.ask, stages.active, _only()),
    "dates.new_address": _students(dates.new_address, stages.subscribed, _only()),
    "dates.stop_address": _students(dates.stop_address, stages.subscribed, _only()),
    "dates.fetch": _students(dates.fetch, stages.subscribed),
    "home.looking.look": _teachers(looking.look, stages.announced, lambda school, ids: (Want.PROPOSAL, *ids)),
    "home.looking.all_waiting": _teachers(looking.all_waiting, stages.nothing, _only(0)),
    "home.looking.class_list": _teachers(looking.class_list, stages.nothing, _page_of_class),
    "home.student_page.open_page": _teachers(student_page.open_page, stages.active, _only("USTUDENT", 0)),
    "home.greet": _students(home.greet, stages.nothing, _only(None)),
    "help.show_help": _students(helping.show_help, stages.nothing, _only("D1")),
    "help.not_heard": _students(helping.not_heard, stages.nothing, _only("D1")),
    "help.too_many": _students(helping.too_many, stages.nothing, _only("D1", 30)),
    "help.not_readable": _students(helping.not_readable, stages.nothing, _only()),
    "hearing.listening.hear": Attempt(
        lambda uow, actor: listening.hear(uow, actor, SAID, greets=lambda _: False),
        stages.prompted,
        _only(),
        teachers=False,
    ),
    "hearing.listening.hear_now": Attempt(
        lambda uow, actor: listening.hear_now(uow, actor, SAID, greets=lambda _: False),
        stages.prompted,
        _only(),
        teachers=False,
    ),
    "hearing.listening.hear_or_keep": Attempt(
        lambda uow, actor: listening.hear_or_keep(uow, actor, SAID, greets=lambda _: False),
        stages.prompted,
        _only(),
        teachers=False,
    ),
    "hearing.listening.is_early": Attempt(
        lambda uow, actor: listening.is_early(uow, actor, replace(SAID, thread=f"{uow.now.timestamp():.6f}")),
        stages.prompted,
        _only(),
        teachers=False,
    ),
    "hearing.listening.keep": _students(listening.keep, stages.prompted, _only(SAID)),
    "hearing.listening.forget": _students(listening.forget, stages.answered, _only("1.1")),
    "hearing.listening.correct": _students(listening.correct, stages.answered, _only("D1", "6", "1.1")),
    "hearing.listening.asked": _students(listening.asked, stages.prompted, _only()),
    "checking_in.answering.right_or_not": _students(answering.right_or_not, stages.answered, _first(True)),
    "hearing.listening.choose": _students(listening.choose, stages.asked_which, _and(0)),
    "hearing.listening.drop": _students(listening.drop, stages.asked_which),
    "hearing.asking.answer": _students(asking.answer, stages.asked_which, _and(False)),
    "exchanging.stuck.open_form": _students(stuck.open_form, stages.prompted, _of_classroom),
    "exchanging.stuck.say_so": _students(stuck.say_so, stages.prompted, _in_class("I do not get how to start")),
    "exchanging.open_reply": _teachers(exchanging.open_reply, stages.passed_on),
    "exchanging.reply": _teachers(exchanging.reply, stages.passed_on, _and("See me after class")),
    "checking_in.unasked.only_one": _students(unasked.only_one, stages.active, _only()),
    "checking_in.unasked.open_form": _students(unasked.open_form, stages.active, _first()),
    "checking_in.unasked.log": _students(unasked.log, stages.active, _first(REPLY)),
    "checking_in.unasked.choose": _students(unasked.choose, stages.asked_for_which_target, _and(0)),
    "absence.say_away": _students(absences.say_away, stages.active, _only(AWAY)),
    "absence.say_back": _students(absences.say_back, stages.away, _only()),
    "absence.end": _students(absences.end, stages.away, _second),
    "absence.say_away_for": _teachers(absences.say_away_for, stages.active, _only("USTUDENT", AWAY)),
    "absence.say_back_for": _teachers(absences.say_back_for, stages.away, _only("USTUDENT")),
    "absence.open_form": _students(absences.open_form, stages.nothing, _only()),
    "absence.open_for_class": _teachers(absences.open_for_class, stages.nothing, _of_classroom),
    "absence.read_command": _students(absences.read_command, stages.nothing, _only("until friday", "")),
    "absence.open_pause": _students(absences.open_pause, stages.active, _first()),
    "absence.pause": _students(absences.pause, stages.active, _first(None)),
    "absence.resume": _students(absences.resume, stages.paused, _first()),
    "absence.heard.choose": _students(heard.choose, stages.asked_until_when, _and(heard.TODAY)),
    "absence.heard.in_form": _students(heard.in_form, stages.asked_until_when, _and(AWAY, None)),
    "roster.explain": _teachers(roster.explain, stages.nothing, _only("D1")),
    "roster.open_which": _teachers(roster.open_which, stages.list_which),
    "roster.say_which": _teachers(roster.say_which, stages.list_which, _and(None, "a")),
    "roster.open_form": _teachers(roster.open_form, stages.list_ready),
    "roster.confirm": _teachers(roster.confirm, stages.list_ready, _and(RosterChoices((), (), False))),
    "roster.drop": _teachers(roster.drop, stages.list_ready),
    "freedom.take": _teachers(freedom.take, stages.alive, _and(2)),
    "freedom.keep": _teachers(freedom.keep, stages.alive),
    "freedom.ask": _teachers(freedom.ask, stages.alive),
    "freedom.back": _teachers(freedom.back, stages.freed),
    "evidence.choose": _students(evidence.choose, stages.piece_without_target),
    "evidence.open_line": _students(evidence.open_line, stages.piece_shown),
    "evidence.say_line": _students(evidence.say_line, stages.piece_shown, _and("Page three")),
    "evidence.drop": _students(evidence.drop, stages.piece_shown),
    "evidence.giving.open_form": _students(giving.open_form, stages.active, _first()),
    "evidence.giving.give": _students(giving.give, stages.active, _first(POEM, Handed((), "view:1"))),
    "evidence.seen": _teachers(evidence.seen, stages.piece_shown),
    "talking.ask": _students(talking.ask, stages.active, _of_classroom),
    "talking.classes_to_ask": _students(talking.classes_to_ask, stages.active, _only("")),
    "talking.open_offer": _teachers(talking.open_offer, stages.talk_asked),
    "talking.open_offer_to": _teachers(talking.open_offer_to, stages.active, _in_class("USTUDENT")),
    "talking.offer": _teachers(talking.offer, stages.talk_asked, _and(stages.TIMES)),
    "talking.offer_to": _teachers(talking.offer_to, stages.active, _in_class("USTUDENT", stages.TIMES)),
    "talking.choose": _students(talking.choose, stages.talk_offered),
    "talking.neither": _students(talking.neither, stages.talk_offered, _first()),
    "talking.call_off": _students(talking.call_off, stages.talk_offered, _first()),
    "talking.open_outcome": _students(talking.open_outcome, stages.talk_over),
    "talking.note_outcome": _students(talking.note_outcome, stages.talk_over, _and("We made a plan")),
    "changing.moving.move_end": _students(moving.move_end, stages.away),
    "checking_in.having.had_one": _students(having.had_one, stages.says_when, _first()),
    "checking_in.snoozing.later": _students(snoozing.later, stages.prompted),
    "checking_in.snoozing.tomorrow": _students(snoozing.tomorrow, stages.prompted),
    "checking_in.prompting.leave_out": _students(prompting.leave_out, stages.prompted),
    "export.export_class": _teachers(export.export_class, stages.active, _only("C1")),
    "feedback.open_form": _teachers(feedback.open_form, stages.nothing, _only(["USTUDENT"])),
    "feedback.give_feedback": _teachers(feedback.give_feedback, stages.nothing, _only(*GIVEN)),
    "feedback.quick.open_about": _teachers(quick.open_about, stages.nothing, _only("USTUDENT")),
    "feedback.quick.check": _teachers(quick.check, stages.nothing, _only(["USTUDENT"], "Clear ideas", None)),
    "feedback.quick.send": _teachers(quick.send, stages.nothing, _only(["USTUDENT"], "Clear ideas", {})),
    "feedback.taking_up.answer": _students(taking_up.answer, stages.drafts, _below_feedback(UptakeWay.TRY)),
    "feedback.taking_up.open_explanation": _teachers(taking_up.open_explanation, stages.drafts, _below_feedback()),
    "feedback.taking_up.explain": _teachers(taking_up.explain, stages.drafts, _below_feedback("In other words")),
    "drafting.open_edit": _teachers(drafting.open_edit, stages.drafts),
    "drafting.edit": _teachers(drafting.edit, stages.drafts, _and("In 2 of my next 3 essays I use linking words")),
    "drafting.drop": _teachers(drafting.drop, stages.drafts),
    "drafting.offer": _teachers(drafting.offer, stages.drafts, _first()),
    "drafting.take": _students(drafting.take, stages.offered),
    "proposing.interviewing.begin": _students(
        interviewing.begin, stages.nothing, lambda s, ids: (s.classroom.id, None)
    ),
    "proposing.interviewing.begin, from feedback": _students(
        interviewing.begin, stages.offered, lambda school, ids: (None, ids[0])
    ),
    "proposing.interviewing.begin_in_channel": _students(interviewing.begin_in_channel, stages.nothing, _only("C1")),
    "proposing.interviewing.hear": _students(interviewing.hear, stages.interview, _first("5", "9.9")),
    "proposing.interviewing.correct": _students(
        interviewing.correct, stages.interview, _only("read more", "17.000001")
    ),
    "proposing.interviewing.choose": _students(interviewing.choose, stages.interview, _and("written")),
    "proposing.interviewing.skip": _students(interviewing.skip, stages.interview),
    "proposing.interviewing.keep": _students(interviewing.keep, stages.interview),
    "proposing.interviewing.back": _students(interviewing.back, stages.interview),
    "proposing.interviewing.add_target": _students(interviewing.add_target, stages.summary, lambda s, ids: ids[:2]),
    "proposing.interviewing.edit": _students(interviewing.edit, stages.summary, lambda s, ids: (*ids[:2], "hardest")),
    "proposing.interviewing.show_help": _students(interviewing.show_help, stages.interview),
    "proposing.interviewing.later": _students(interviewing.later, stages.interview),
    "proposing.interviewing.resume": _students(interviewing.resume, stages.interview, _first()),
    "proposing.interviewing.take_materials": _students(interviewing.take_materials, stages.materials_offered),
    "proposing.interviewing.submit": _students(interviewing.submit, stages.summary),
    "reviewing.look_to_decide": _teachers(reviewing.look_to_decide, stages.announced),
    "reviewing.approve": _teachers(reviewing.approve, stages.announced),
    "reviewing.ask": _teachers(reviewing.ask, stages.announced, _and("Which essays?")),
    "reviewing.redirect": _teachers(reviewing.redirect, stages.announced, _and("Choose one")),
    "reviewing.open_question": _students(reviewing.open_question, stages.questioned),
    "reviewing.awaits_answer": _students(
        lambda uow, actor, contract: reviewing.awaits_answer(uow, actor, contract), stages.questioned
    ),
    "reviewing.answer": _students(reviewing.answer, stages.questioned, _and("The next three")),
    "reviewing.hear": _students(reviewing.hear, stages.questioned, _and("The next three", "9.9")),
    "reviewing.open_suggestion": _teachers(reviewing.open_suggestion, stages.announced),
    "digest.open_form": _teachers(digest.open_form, stages.nothing, _only()),
    "digest.replying.open_form": _teachers(replying.open_form, stages.answered, _only()),
    "digest.replying.send": _teachers(replying.send, stages.answered, lambda school, ids: ({ids[0]: "Good"},)),
    "checking_in.suggesting.suggest": _teachers(suggesting.suggest, stages.answered, _first()),
    "phrases.open_form": _teachers(phrases.open_form, stages.nothing, _only()),
    "phrases.save": _teachers(phrases.save, stages.nothing, _only("Go on")),
    "phrases.keep_typed": _teachers(phrases.keep_typed, stages.nothing, _only("Go on")),
    "promises.done": _teachers(promises.done, stages.promised, _first()),
    "promises.all_done": _teachers(promises.all_done, stages.promised, lambda school, ids: (ids[1],)),
    "promises.tomorrow": _teachers(promises.tomorrow, stages.promised, _first()),
    "promises.open_form": _teachers(promises.open_form, stages.promised, _first()),
    "promises.can_not": _teachers(promises.can_not, stages.promised, _first("Next week")),
    "digest.choose": _teachers(digest.choose, stages.nothing, _only("daily", "MO", time(8))),
    "reviewing.move_dates": _teachers(reviewing.move_dates, stages.late, _and(61)),
    "reviewing.suggest": _teachers(reviewing.suggest, stages.announced, _form(Side.TEACHER)),
    "reviewing.sign": _students(reviewing.sign, stages.amended),
    "reviewing.open_counter": _students(reviewing.open_counter, stages.amended),
    "reviewing.counter": _students(reviewing.counter, stages.amended, _form(Side.STUDENT)),
    "reviewing.look_to_wonder": _students(reviewing.look_to_wonder, stages.amended),
    "reviewing.wonder": _students(reviewing.wonder, stages.amended, _and("Why?")),
    "reviewing.open_explanation": _teachers(reviewing.open_explanation, stages.wondering),
    "reviewing.explain": _teachers(reviewing.explain, stages.wondering, _and("Because")),
    "changing.show_contract": _students(changing.show_contract, stages.active, _only("D1", "")),
    "changing.show_contract, of a student": _teachers(changing.show_contract, stages.active, _only("D1", "USTUDENT")),
    "documents.give_contract": _students(documents.give_contract, stages.active, _first()),
    "calibrating.open_form": _teachers(calibrating.open_form, stages.text_shown, _of_classroom),
    "calibrating.ask": _teachers(calibrating.ask, stages.text_shown, _to_rate),
    "calibrating.say_yes": _students(calibrating.say_yes, stages.rating_asked, _first()),
    "calibrating.say_no": _students(calibrating.say_no, stages.rating_asked, _first()),
    "calibrating.begin": _teachers(calibrating.begin, stages.may_be_rated),
    "calibrating.close": _teachers(calibrating.close, stages.being_rated, _first()),
    "calibrating.open_rate": _teachers(calibrating.open_rate, stages.being_rated, _first()),
    "calibrating.rate": _teachers(calibrating.rate, stages.being_rated, _and({0: 1, 1: 2, 2: 3})),
    "calibrating.decline": _teachers(calibrating.decline, stages.being_rated, _first()),
    "conference.open_form": _students(conference.open_form, stages.active, _first()),
    "conference.save": _students(conference.save, stages.active, _first(Pack("proud", "I begin", "What helps?"))),
    "conference.give_pack": _students(conference.give_pack, stages.conferring),
    "conference.open_step": _students(conference.open_step, stages.conferring),
    "conference.agree_step": _students(conference.agree_step, stages.conferring, _and("One page each week")),
    "conference.sign_step": _students(conference.sign_step, stages.conferring, _and(1)),
    "conference.give_step": _students(conference.give_step, stages.conferring),
    "guardians.open_form": _teachers(guardians.open_form, stages.active, _first()),
    "guardians.ask": _teachers(guardians.ask, stages.active, _first(FamilyNoteAsked("es", ("ask",), "We can talk"))),
    "guardians.say_yes": _students(guardians.say_yes, stages.family_asked),
    "guardians.say_no": _students(guardians.say_no, stages.family_given),
    "guardians.give_paper": _teachers(guardians.give_paper, stages.family_given),
    "guardians.note_back": _teachers(guardians.note_back, stages.family_given),
    "documents.give_folder": _students(documents.give_folder, stages.active, _only("USTUDENT")),
    "documents.give_sheet": _teachers(documents.give_sheet, stages.active, _only(Empty.PLAN)),
    "documents.open_print": _teachers(documents.open_print, stages.active, _only()),
    "documents.give_class": _teachers(documents.give_class, stages.active, _of_classroom),
    "documents.give_overview": _teachers(documents.give_overview, stages.active, _of_classroom),
    "documents.give_card": _students(documents.give_card, stages.active, _first()),
    "documents.give_outside": _students(documents.give_outside, stages.rated_outside, _first()),
    "documents.give_open": _students(documents.give_open, stages.active, _only("D1", "")),
    "documents.give_open, of a student": _teachers(documents.give_open, stages.active, _only("D1", "USTUDENT")),
    "changing.find_to_change": _students(changing.find_to_change, stages.active, _only("")),
    "changing.find_to_change, of a student": _teachers(changing.find_to_change, stages.active, _only("USTUDENT")),
    "changing.open_change": _students(changing.open_change, stages.active),
    "changing.easing.open_form": _students(easing.open_form, stages.active, _and(0, Easing.SMALLER)),
    "changing.easing.propose": _students(easing.propose, stages.active, _and(0, Easing.SMALLER, {"t0_goal": "5"})),
    "changing.propose": _students(changing.propose, stages.active, _form(Side.STUDENT)),
    "changing.sign": _teachers(changing.sign, stages.changed_by_student),
    "changing.look_to_decline": _teachers(changing.look_to_decline, stages.changed_by_student),
    "changing.decline": _teachers(changing.decline, stages.changed_by_student, _and("Too early")),
    "changing.take_back": _students(changing.take_back, stages.changed_by_student),
    "changing.together.suggest_rhythm": _teachers(together.suggest_rhythm, stages.on_other_days),
    "changing.look_to_close": _students(changing.look_to_close, stages.active, _first()),
    "changing.close": _students(changing.close, stages.active, _first("No time")),
    "checking_in.reads.open_log": _students(reads.open_log, stages.prompted),
    "checking_in.reads.newest_awaiting": _students(reads.newest_awaiting, stages.prompted, _only()),
    "checking_in.reads.say_when": _students(reads.say_when, stages.active, _only()),
    "checking_in.answering.hear_if_asked": _students(answering.hear_if_asked, stages.prompted, _and("5", "9.9")),
    "checking_in.answering.log": _students(answering.log, stages.prompted, _and(REPLY)),
    "checking_in.answering.hear": _students(answering.hear, stages.prompted, _and("5", "9.9")),
    "checking_in.taking_back.correct": _students(taking_back.correct, stages.answered, _only("6", "1.1")),
    "checking_in.taking_back.forget": _students(taking_back.forget, stages.answered, _only("1.1")),
    "checking_in.answering.choose": _students(answering.choose, stages.answered),
    "checking_in.answering.confirm": _students(answering.confirm, stages.answered, _first()),
    "checking_in.answering.undo": _students(answering.undo, stages.noted),
    "checking_in.answering.number": _students(answering.number, stages.prompted, _and(0, 5)),
    "checking_in.practising.practised": _students(practising.practised, stages.prompted, _and(0, 2)),
    "checking_in.practising.same_plan": _students(practising.same_plan, stages.fell_back, _and(0)),
    "checking_in.answering.not_yet": _students(answering.not_yet, stages.prompted),
    "checking_in.class_reads.open_list": _teachers(class_reads.open_list, stages.answered, _round),
    "checking_in.class_reads.open_list_of": _teachers(class_reads.open_list_of, stages.answered, _first(0)),
    "checking_in.telling.open_form": _teachers(telling.open_form, stages.active, _of_classroom),
    "checking_in.telling.choose": _teachers(telling.choose, stages.active, _chosen),
    "checking_in.questions.find_class": _teachers(questions.find_class, stages.nothing, _only("C1")),
    "checking_in.questions.open_form": _teachers(questions.open_form, stages.active, _of_classroom),
    "checking_in.questions.preview": _teachers(questions.preview, stages.active, _questions),
    "checking_in.questions.choose": _teachers(questions.choose, stages.active, _questions),
    "checking_in.responding.open_response": _teachers(responding.open_response, stages.answered, _first()),
    "checking_in.responding.looked_at": _teachers(responding.looked_at, stages.answered, _first()),
    "checking_in.responding.respond": _teachers(responding.respond, stages.answered, _first("Well done")),
    "checking_in.responding.seen": _teachers(responding.seen, stages.answered, _first()),
    "celebrating.say_reached": _students(celebrating.say_reached, stages.named_a_milestone),
    "celebrating.decide, yes": _students(celebrating.decide, stages.milestone, _and(True)),
    "celebrating.decide, no": _students(celebrating.decide, stages.milestone, _and(False)),
    "celebrating.looking.decide, post": _teachers(looking_first.decide, stages.waits_for_a_look, _and(True)),
    "celebrating.looking.decide, hold": _teachers(looking_first.decide, stages.waits_for_a_look, _and(False)),
    "celebrating.wording.open_form": _students(wording.open_form, stages.milestone, _first()),
    "celebrating.wording.word": _students(wording.word, stages.milestone, _first("first", "I read aloud every day")),
    "privacy.erasing.open_form": _teachers(erasing.open_form, stages.nothing),
    "privacy.erasing.decide_as_admin": _teachers(erasing.decide_as_admin, stages.nothing, _only({"llm_days": 20})),
    "care.hear": Attempt(
        lambda uow, actor: care.hear(uow, actor, "i want to die", ts="9.9", channel="D1"),
        stages.prompted,
        _only(),
        teachers=False,
    ),
    "care.hear_on": _students(care.hear_on, stages.not_well, _only()),
    "care.presses.hear_form": _students(
        presses.hear_form, stages.prompted, _only("checking_in.answering.log", ["i want to die"], "view:V1")
    ),
    "care.presses.hear_command": _students(
        presses.hear_command, stages.prompted, _only("C1", "i want to die", "command:1")
    ),
    "care.presses.tell_one": _students(presses.tell_one, stages.not_well, _and(1)),
    "care.presses.share": _students(presses.share, stages.told),
    "care.presses.take": _teachers(presses.take, stages.told_a_teacher),
    "care.presses.meant_else": _students(presses.meant_else, stages.not_well),
    "care.presses.go_on": _students(presses.go_on, stages.not_well),
    "care.setting.open_form": _teachers(setting.open_form, stages.nothing),
    "care.setting.decide": _teachers(
        setting.decide, stages.nothing, _only(CareChoices(CareWay.STUDENT, ("",) * 4, "Ms Park", "112", "60"), {})
    ),
    "profile.open_form": _students(profile.open_form, stages.nothing),
    "profile.save": _students(
        lambda uow, actor: profile.save(uow, actor, {"goals": "a B"}, share_interests=False, share_with_teachers=True),
        stages.nothing,
    ),
    "profile.language_of": _students(profile.language_of, stages.nothing),
    "profile.choose_language": _students(lambda uow, actor: profile.choose_language(uow, actor, "en"), stages.nothing),
    "profile.choose_student": _teachers(profile.choose_student, stages.nothing),
    "profile.about_student": _teachers(profile.about_student, stages.nothing, _only("USTUDENT")),
    "teaching.keep": _students(teaching.keep, stages.active, _first("UTEACHER")),
    "assisting.open_class": _teachers(assisting.open_class, stages.active, _in_class(0)),
    "assisting.open_student": _teachers(assisting.open_student, stages.active, _in_class("USTUDENT", 0)),
    "home.student_page.open_work": _teachers(student_page.open_work, stages.active, _in_class("USTUDENT", 0)),
    "journey.open_mine": _students(journey.open_mine, stages.active, _only()),
    "journey.open_page": _students(journey.open_page, stages.active, _only("USTUDENT", 0)),
    "journey.open_contract": _students(journey.open_contract, stages.active, _first()),
    "journey.past_of": _students(journey.past_of, stages.completed, _only("USTUDENT")),
    "logbook.show": _students(logbook.show, stages.answered, _its_contract),
    "logbook.picturing.draw": _students(picturing.draw, stages.answered, _its_contract),
    "logbook.show_mine": _students(logbook.show_mine, stages.active, _only()),
    "looking_back.open_form": _students(looking_back.open_form, stages.at_the_end),
    "looking_back.assess": _students(looking_back.assess, stages.at_the_end, _and(RATINGS, "Reading aloud helped")),
    "looking_back.parts.rate": _students(parts.rate, stages.at_the_end, _and(RATINGS, {})),
    "looking_back.parts.choose": _students(parts.choose, stages.half_looked_back, _and({})),
    "looking_back.parts.send": _students(parts.send, stages.half_looked_back, _and(Reflection("Reading aloud helped"))),
    "looking_back.halfway.open_form": _students(halfway.open_form, stages.active, _first()),
    "looking_back.halfway.rate": _students(halfway.rate, stages.active, _first({0: 2})),
    "looking_back.grading.open_form": _teachers(grading.open_form, stages.nothing, _of_classroom),
    "looking_back.grading.choose": _teachers(grading.choose, stages.nothing, _in_class("25")),
    "paper.open_entry": _teachers(paper.open_entry, stages.nothing, _of_classroom),
    "paper.enter": _teachers(enter_on_paper, stages.nothing, _in_class("Mo Reed")),
    "paper.leave": _teachers(paper.leave, stages.on_paper),
    "paper.show": _teachers(paper.show, stages.on_paper),
    "paper.open_terms": _teachers(paper.open_terms, stages.on_paper),
    "paper.write": _teachers(paper.write, stages.on_paper, _and(stages.ON_PAPER)),
    "paper.sign": _teachers(paper.sign, stages.paper_drawn, _and(1)),
    "paper.give_sheet": _teachers(paper.give_sheet, stages.paper_drawn),
    "paper.open_check_in": _teachers(paper.open_check_in, stages.paper_due),
    "paper.type_in": _teachers(paper.type_in, stages.paper_due, _and(REPLY)),
    "paper.open_look_back": _teachers(paper.open_look_back, stages.paper_over),
    "paper.look_back": _teachers(paper.look_back, stages.paper_over, _and({0: 3}, "Again", {})),
    "mentoring.open_ask": _students(mentoring.open_ask, stages.active, _first()),
    "mentoring.ask": _students(mentoring.ask, stages.active, _first(0, "UCLASSMATE", None)),
    "mentoring.say_yes": _students(mentoring.say_yes, stages.mentor_asked),
    "mentoring.say_no": _students(mentoring.say_no, stages.mentor_asked),
    "mentoring.open_write": _students(mentoring.open_write, stages.mentor_agreed),
    "mentoring.write": _students(mentoring.write, stages.mentor_agreed, _and("Try one with a place")),
    "mentoring.stop": _students(mentoring.stop, stages.mentor_wrote),
    "mentoring.report": _students(mentoring.report, stages.mentor_wrote),
    "peers.open_ask": _students(peers.open_ask, stages.piece_of_contract, _first()),
    "peers.ask": _students(peers.ask, stages.piece_of_contract, _and("UCLASSMATE")),
    "peers.say_yes": _students(peers.say_yes, stages.peer_asked),
    "peers.say_no": _students(peers.say_no, stages.peer_asked),
    "peers.open_write": _students(peers.open_write, stages.peer_agreed),
    "peers.write": _students(peers.write, stages.peer_agreed, _and({"works-0": "The openings differ"})),
    "peers.stop": _students(peers.stop, stages.peer_written),
    "peers.share": _students(peers.share, stages.peer_written),
    "peers.report": _students(peers.report, stages.peer_written),
    "looking_back.going_on.something_else": _students(going_on.something_else, stages.completed),
    "looking_back.going_on.go_on": _students(going_on.go_on, stages.completed, _and(True)),
}
"""By the use case's name, and what distinguishes the attempt where a use case has several."""
