"""Somebody's whole life in Accord: a row of theirs in every table that can hold one, each sentence their own."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Engine, insert, select

from bot.activities.checking_in import planning
from bot.domain import contract as life
from bot.domain import drafts
from bot.domain import talk as talks
from bot.domain.absence import Absence
from bot.domain.actor import Actor, Side
from bot.domain.bringing import Brings, Brought
from bot.domain.calibration import CalibrationRound, PieceRated, Rater, ShownPiece, ShownState
from bot.domain.care import CareAlert, CareCleared, CareContact, CareTold, Told, Way
from bot.domain.check_ins import CheckInState, Consent, Milestone, Reply, Response
from bot.domain.classroom import Admission, Feedback, TeacherGrant
from bot.domain.conference import Conference
from bot.domain.dates import CalendarAddress, digest_of
from bot.domain.days_off import DayOff, Source
from bot.domain.digest import Digest
from bot.domain.drafts import Call, CallOutcome
from bot.domain.evidence import Piece, PieceLook, PieceState
from bot.domain.guardians import FamilyNote
from bot.domain.halfway import Halfway, RatedSign
from bot.domain.interview import About, Focus, Interview
from bot.domain.inventory import Inventory, InventoryAnswer, RoundKind
from bot.domain.lessons import Lesson, LessonAnswer, Script
from bot.domain.look_back import Assessment
from bot.domain.mentoring import Mentoring, MentoringState
from bot.domain.menu import Item, Level
from bot.domain.oneself import SelfKind, SelfTerms, begun
from bot.domain.outbox import Delivery, DeliveryState, Errand, ErrandKind, Verb
from bot.domain.peers import PeerLook, PeerState, PeerWords
from bot.domain.phrases import Phrase
from bot.domain.profile import LearnerProfile
from bot.domain.progress import Point
from bot.domain.promises import Promise, PromiseState
from bot.domain.roster import Roster
from bot.domain.rubrics import Rubric, RubricCriterion
from bot.domain.school_calendar import SchoolCalendar
from bot.domain.school_report import ReportReader
from bot.domain.standards import made
from bot.domain.surveys import Survey, SurveyAnswer
from bot.domain.talk import TalkState
from bot.domain.templates import made as made_template
from bot.domain.terms import Criterion, EvidenceForm, Target
from bot.domain.utterance import AskedBack, Note, Utterance, What
from storage.tables.classes import HomeRow, Row, table
from storage.unit_of_work import UnitOfWork
from tests.world import WORKSPACE, World

MARK = "Sentence of"
"""With the person's id behind it, this begins every sentence that was typed by or about them."""


def sentence(actor: Actor, about: str) -> str:
    """One of the sentences of a life; no other life has it."""
    return f"{MARK} {actor.user.lower()} about {about}."


def lived(world: World, actor: Actor, *, ended: bool = False) -> int:
    """Play one student's life through every table; returns the contract. `ended` completes it."""

    def says(about: str) -> str:
        return sentence(actor, about)

    target = Target(
        *(says("statement"), Decimal(2), Decimal(8), says("unit"), date(2027, 3, 1), EvidenceForm.WRITTEN),
        *(says("strategies"), (Criterion(says("criterion"), Side.STUDENT),)),
        evidence_words=says("proof"),
    )
    contract = world.agree(
        actor, targets=(target,), hardest=says("hardest"), strengths=says("strengths"), supports=says("supports")
    )
    with world.uow() as uow:
        _around(uow, world, actor)
        check_in = uow.check_ins.of_contract(contract.id)[0]
        typed = {"1.1": says("typed")}
        reply = uow.replies.add(
            Reply(
                *(WORKSPACE, check_in.id, contract.id, 0, Decimal("5.50"), world.now, says("worked")),
                *(says("trouble"), says("next"), 4, says("evidence"), "1.1", typed),
            )
        )
        uow.responses.add(Response(WORKSPACE, check_in.id, world.teacher.user, says("response"), world.now))
        uow.milestones.add(
            Milestone(
                *(WORKSPACE, contract.id, 0, Point.HALFWAY, world.now, Decimal(5), reply.id),
                *(name_of(uow, actor), says("milestone"), Consent.GIVEN),
            )
        )
        for side, user in (("student", actor.user), ("teacher", world.teacher.user)):
            uow.assessments.add(
                Assessment(WORKSPACE, contract.id, side, user, (3, 4), says(f"{side} reflection"), world.now)
            )
        draft = {"hardest": {"raw": says("draft"), "value": says("draft")}}
        uow.interviews.add(Interview(WORKSPACE, contract.id, world.classroom.id, actor.user, world.now, draft=draft))
        _shows(uow, world, actor, contract.id)
        _said(uow, world, actor, contract.id)
        if ended:
            moved = uow.contracts.get(contract.id)
            assert moved is not None
            over = life.close(moved, says("closing"), actor.user, world.now)
            uow.contracts.save(planning.follow(uow, over, world.classroom))
    return contract.id


def _shows(uow: UnitOfWork, world: World, actor: Actor, contract: int) -> None:
    """A file that a teacher has looked at; and what one promised, but can not keep."""
    word = sentence(actor, "a promise")
    due = Promise(WORKSPACE, contract, actor.user, "FR", world.now.date(), None, PromiseState.NOT_KEPT, "UTEACHER")
    uow.promises.add(replace(due, said_by="UTEACHER", said_at=world.now, word=word))
    path = uow.files.coming()
    path.write_bytes(sentence(actor, "in a file").encode())
    digest = uow.files.keep(WORKSPACE, path)
    about = sentence(actor, "a page")
    came = Piece(WORKSPACE, contract, actor.user, 0, "1.9", "F9", "page.pdf", about, world.now)
    kept = replace(came, state=PieceState.KEPT, digest=digest, media_type="application/pdf", size=9)
    piece = uow.pieces.add(kept).id
    uow.looks.add(PieceLook(WORKSPACE, piece, "UTEACHER", world.now))
    says = [sentence(actor, about) for about in ("a script", "asked of guests", "asked of them too", "a next step")]
    led = Conference(WORKSPACE, contract, actor.user, world.now, "proud", says[0], says[1], says[2], (piece,))
    uow.conferences.add(replace(led, step=says[3], step_number=1, step_by="UTEACHER", signed_by="UTEACHER"))
    together = uow.calibrations.add(CalibrationRound(WORKSPACE, world.classroom.id, "UTEACHER", world.now)).id
    text, signs = sentence(actor, "a text to rate"), (RubricCriterion(sentence(actor, "a sign to rate"), ()),)
    read = (WORKSPACE, together, contract, actor.user, piece, text, signs, world.now, ShownState.GIVEN, world.now)
    shown = uow.shown_pieces.add(ShownPiece(*read))
    uow.raters.add(Rater(WORKSPACE, together, actor.user, world.now, (PieceRated(shown.id, (2,)),)))
    family = (WORKSPACE, contract, actor.user, "UTEACHER", world.now, 1, "en", ("ask",), ())
    uow.family_notes.add(FamilyNote(*family, sentence(actor, "a word home")))
    rated = (RatedSign(sentence(actor, "a rated sign"), 3),)
    uow.halfways.add(Halfway(WORKSPACE, contract, actor.user, rated, world.now))
    words = (PeerWords(sentence(actor, "what works"), sentence(actor, "what is next")),)
    asked = PeerLook(
        WORKSPACE, contract, actor.user, "UPEER", piece, (sentence(actor, "a sign for a peer"),), world.now
    )
    uow.peer_looks.add(replace(asked, state=PeerState.GIVEN, answers=words, said_at=world.now))
    beside = Mentoring(WORKSPACE, contract, actor.user, "UPEER", 0, world.now, MentoringState.AGREED)
    uow.mentorings.add(replace(beside, said=(sentence(actor, "a word of a mentor"),), said_at=world.now))
    poem, sign = sentence(actor, "a poem"), sentence(actor, "a sign")
    uow.pieces.add(replace(came, source="view:1", slack_file="", state=PieceState.KEPT, words=poem, criterion=sign))


def name_of(uow: UnitOfWork, actor: Actor) -> str:
    found = uow.people.of(actor.user)
    assert found is not None
    return found.name


def _around(uow: UnitOfWork, world: World, actor: Actor) -> None:
    """What stands beside the contract: feedback, drafts, calls, the profile, focus, a grant, what came in."""
    says = [sentence(actor, about) for about in ("seen", "matters", "going on", "drafted", "sent", "received")]
    given = uow.feedback.add(
        Feedback(WORKSPACE, world.classroom.id, world.teacher.user, actor.user, says[0], says[1], says[2], world.now)
    )
    uow.drafts.add(drafts.begin(WORKSPACE, given.id, (says[3],), ask_model=False))
    sent = ({"role": "user", "content": says[4]},)
    uow.calls.add(
        Call(WORKSPACE, world.now, "draft", 1, "m", "json", sent, says[5], CallOutcome.ANSWERED, feedback=given.id)
    )
    days = (world.now.date(), world.now.date(), world.now, world.now, actor.user, world.now)
    uow.absences.add(Absence(WORKSPACE, world.classroom.id, actor.user, *days))
    uow.calendar_addresses.add(CalendarAddress(WORKSPACE, actor.user, digest_of(actor.user), world.now))
    uow.standards.add(made(WORKSPACE, world.classroom.id, "W.6.2", "Vary how sentences begin"))
    goal, sign, practice = (sentence(actor, about) for about in ("my own goal", "my own sign", "my own practice"))
    own = SelfTerms(SelfKind.ONESELF, goal, sign, practice, (), world.now.date())
    uow.self_contracts.add(begun(WORKSPACE, world.classroom.id, actor.user, own, world.now, world.now))
    year = (WORKSPACE, world.classroom.id, "UTEACHER", RoundKind.YEAR, world.now, world.now)
    goals = (sentence(actor, "of school"), sentence(actor, "of one's own"), "nobody", world.now)
    uow.inventory_answers.add(
        InventoryAnswer(WORKSPACE, uow.inventories.add(Inventory(*year)).id, actor.user, (), *goals)
    )
    unit = uow.surveys.add(Survey(WORKSPACE, world.classroom.id, "UTEACHER", "Poems", world.now))
    uow.survey_answers.add(SurveyAnswer(WORKSPACE, unit.id, actor.user, world.now, (1, 2, 3, 4, 1)))
    held = uow.lessons.add(Lesson(WORKSPACE, world.classroom.id, "UTEACHER", Script.START, world.now))
    found, then = sentence(actor, "found out"), sentence(actor, "to get better at")
    uow.lesson_answers.add(LessonAnswer(WORKSPACE, held.id, actor.user, "yes", found, then, True, world.now))
    looked_at = (RubricCriterion("Ideas", ("one", "two")),)
    uow.rubrics.add(Rubric(WORKSPACE, f"Essay {actor.user}", 1, ("A", "B"), looked_at, actor.user, world.now))
    song = Item(f"Song {actor.user}", "Sing", Level.STANDARD, EvidenceForm.ORAL, ("music",))
    uow.menu.add(song.by(WORKSPACE, actor.user, world.now))
    bread = {"name": f"Bread {actor.user}", "examples": "I bake 3 loaves", "criteria": "It rises"}
    uow.templates.add(made_template(WORKSPACE, bread, actor.user, world.now))
    file = (actor.user, Brings.STANDARDS, "F2", "plan.csv", world.now)
    uow.brought.add(Brought(WORKSPACE, world.classroom.id, *file))
    uow.rosters.add(Roster(WORKSPACE, actor.user, world.now, (("F3", sentence(actor, "a class list")),)))
    uow.digests.add(Digest(WORKSPACE, actor.user, world.now, at=time(7)))
    uow.phrases.add(Phrase(WORKSPACE, actor.user, sentence(actor, "a phrase"), world.now))
    talk = talks.asked(WORKSPACE, world.classroom.id, actor.user, actor.user, world.now, contract=None)
    outcome = sentence(actor, "a talk")
    uow.talks.add(replace(talk, state=TalkState.OVER, wake_at=None, teacher="UTEACHER", student_outcome=outcome))
    parts: dict[str, Any] = {
        p: sentence(actor, p) for p in ("strengths", "interests", "motivators", "goals", "supports", "subjects")
    }
    uow.profiles.add(LearnerProfile(WORKSPACE, actor.user, world.now, **parts))
    uow.focus.put(Focus(WORKSPACE, actor.user, About.CHECK_IN, 1, world.now))
    words, at = sentence(actor, "a moment ago"), world.now
    uow.utterances.add(Utterance(WORKSPACE, actor.user, dm(actor), "", {"1.2": words}, at))
    uow.asked_back.add(AskedBack(WORKSPACE, actor.user, What.PASS_ON, words, dm(actor), "", "1.2", (), at))
    here = world.classroom.id
    uow.notes.add(
        Note(WORKSPACE, here, actor.user, actor.user, "UTEACHER", About.CLASS, here, sentence(actor, "a note"), at)
    )
    uow.grants.add_once(TeacherGrant(WORKSPACE, actor.user, world.admin.user, world.now))
    uow.report_readers.add_once(ReportReader(WORKSPACE, actor.user, world.admin.user, world.now))
    uow.days_off.add(DayOff(WORKSPACE, here, date(2027, 2, 15), date(2027, 2, 19), "Half term", Source.TYPED))
    uow.school_calendars.add_once(
        SchoolCalendar(WORKSPACE, here, "AT", "", "https://school.test/a.ics", world.teacher.user)
    )
    uow.admissions.put(Admission(WORKSPACE, here, actor.user, world.now, learns=True))
    uow.errands.add(Errand(WORKSPACE, ErrandKind.LEARN_PERSON, {"user": actor.user}, world.now))
    uow.errands.add(Errand(WORKSPACE, ErrandKind.DRAFT_TARGETS, {"feedback": given.id}, world.now, done=True))
    helpers = (sentence(actor, "helpers"),)  # an admin's words; they may name anybody
    alert = uow.care_alerts.add(CareAlert(WORKSPACE, actor.user, world.now, "en", False, Way.STUDENT, helpers))
    uow.care_told.add(CareTold(WORKSPACE, alert.id, world.teacher2.user, 1, Told.TOLD, told_at=world.now))
    uow.care_cleared.add(CareCleared(WORKSPACE, actor.user, "0f", world.now))
    uow.care_contacts.put(CareContact(WORKSPACE, actor.user, 9))
    home = {"workspace": WORKSPACE, "user": actor.user, "shown": "0f"}
    uow._connection.execute(insert(table(HomeRow)).values(home))
    uow.first_time(f"press:{actor.user}:care.go_on:1.2")
    uow.first_time(f"press:{actor.user}:feedback.open:1.2")
    uow.first_time(f"said:{dm(actor)}:1.2")
    uow.first_time(f"edit:{dm(actor)}:1.2:3")


def dm(actor: Actor) -> str:
    return f"D{actor.user[1:]}"


def _said(uow: UnitOfWork, world: World, actor: Actor, contract: int) -> None:
    """Messages to them, and about them: to a teacher and to the class; and one with their name in it."""
    milestone = uow.milestones.of_contracts(contract)[0].id
    teacher = world.teacher.user
    for ts, lane, reader, notice, args in (
        ("10.1", actor.user, actor.user, "contract-card", {"contract": contract}),
        ("10.2", teacher, teacher, "agreed", {"contract": contract, "version": 1, "entry": 1}),
        ("10.3", world.classroom.channel, "", "shoutout-posted", {"milestone": milestone}),
        ("10.4", teacher, teacher, "student-away", {"student": actor.user, "classroom": world.classroom.id}),
        ("10.5", teacher, teacher, "refused", {"reason": "student-not-here", "details": {"name": name_of(uow, actor)}}),
    ):
        place = dm(actor) if lane == actor.user else dm(world.teacher) if lane == teacher else lane
        sent = uow.outbox.queue(Delivery(WORKSPACE, lane, Verb.POST, notice, args, reader, world.now, world.now))
        assert sent is not None
        uow.outbox._deliveries.save(_as_sent(sent, place, f"{len(actor.user)}{ts}"))
    waiting = {"contract": contract}
    uow.outbox.queue(Delivery(WORKSPACE, actor.user, Verb.POST, "help", waiting, actor.user, world.now, world.now))


def _as_sent(delivery: Delivery, channel: str, ts: str) -> Delivery:
    from dataclasses import replace

    return replace(delivery, state=DeliveryState.SENT, channel=channel, ts=ts, sent_at=delivery.created_at, attempts=1)


def cells(engine: Engine) -> Iterator[tuple[str, str, str]]:
    """Every cell of every table: (table, column, text)."""
    with engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            for row in connection.execute(select(*table.c)).mappings():
                for name, value in row.items():
                    if value is not None:
                        yield table.name, str(name), value if isinstance(value, str) else _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def holding(engine: Engine, *needles: str) -> list[tuple[str, str, str]]:
    """The cells in which any of the needles stands, in any case."""
    wanted = [needle.casefold() for needle in needles]
    return [cell for cell in cells(engine) if any(needle in cell[2].casefold() for needle in wanted)]


__all__ = ["MARK", "CheckInState", "cells", "dm", "holding", "lived", "name_of", "sentence", "timedelta"]
