"""Planted where something waits for a yes: of a classmate, of a student, of a teacher; and where a class is closed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from sqlalchemy import select

from bot.activities.celebrating import use_cases as celebrating
from bot.activities.evidence.reads import shown_to
from bot.activities.guardians import messages as notes
from bot.activities.guardians import use_cases as guardians
from bot.activities.peers import messages, reads
from bot.activities.peers import use_cases as peers
from bot.domain import promises
from bot.domain.guardians import NoteState
from bot.messages import briefs
from bot.messages.tell import tell
from simulation.plan import Size
from storage.queries import due
from storage.queries.due import Agenda
from tests.planted.plants import plant

SHORT = Size(students=3, weeks=2, trouble=10)


@plant("Whoever is asked to look sees the work at once.", "a_classmate_sees_work_after_a_yes", size=SHORT, first=34)
def work_shown_before_a_yes() -> Iterator[None]:
    ask = peers.ask

    def and_show(uow: Any, actor: Any, contract: int, piece: int, peer: str) -> None:
        ask(uow, actor, contract, piece, peer)
        look = uow.peer_looks.of_contract(contract)[-1]
        tell(uow, peer, messages.PeerPiece(look.id, look.evidence))

    at_once = {messages.PeerPiece.kind: (reads._to_peer, messages.piece)}
    with patch.object(peers, "ask", and_show), patch.dict(briefs._said, at_once):
        yield


@plant("What a classmate writes goes to the teachers as well.", "a_classmate_sees_work_after_a_yes",
       size=SHORT, first=211)  # fmt: skip
def words_of_classmates_passed_on() -> Iterator[None]:
    write = peers.write

    def and_share(uow: Any, actor: Any, look: int, typed: Any) -> None:
        write(uow, actor, look, typed)
        given = replace(uow.peer_looks.get(look), shared_at=uow.now)
        uow.peer_looks.save(given)
        for teacher in shown_to(uow, uow.contracts.get(given.contract)):
            tell(uow, teacher, messages.PeerShared(given.id, given.evidence))

    with patch.object(peers, "write", and_share):
        yield


@plant("The note for a family is with its teacher before its student has decided.",
       "a_family_note_waits_for_its_student", size=SHORT, first=19)  # fmt: skip
def family_notes_given_at_once() -> Iterator[None]:
    ask = guardians.ask

    def and_give(uow: Any, actor: Any, contract: int, asked: Any) -> Any:
        note = replace(ask(uow, actor, contract, asked), state=NoteState.GIVEN)
        uow.family_notes.save(note)
        tell(uow, actor.user, notes.FamilyNotePaper(actor.user, note.id))
        return note

    with patch.object(guardians, "ask", and_give):
        yield


@plant("A shoutout leaves with its student's yes, whatever the class wants.", "a_teacher_looks_first",
       size=SHORT, first=38)  # fmt: skip
def nobody_looks_first() -> Iterator[None]:
    go_public = celebrating.go_public

    def at_once(uow: Any, contract: Any, classroom: Any, milestone: Any, shown: str) -> None:
        go_public(uow, contract, replace(classroom, looks_first=False), milestone, shown)

    with patch.object(celebrating, "go_public", at_once):
        yield


@plant("What was put off can be put off again and again.", test="tests/unit/promises/test_promises.py")
def promises_put_off_for_ever() -> Iterator[None]:
    asked = promises.asked

    def as_if_new(promise: Any, teacher: str, day: Any) -> Any:
        return replace(asked(promise, teacher, day), put_off=False)

    with patch.object(promises, "asked", as_if_new):
        yield


@plant("Who learns in a closed class is asked all the same.", "a_closed_class_asks_nobody", size=SHORT, first=2)
def closed_classes_ask() -> Iterator[None]:
    due_check_ins, rooms = Agenda.due_check_ins, due._classroom

    def as_if_open(self: Agenda, now: Any, limit: int) -> Any:
        closed = {id for (id,) in self._connection.execute(select(rooms.c.id).where(rooms.c.archived))}
        return [
            one._replace(situation=one.situation._replace(away=False)) if one.situation.classroom in closed else one
            for one in due_check_ins(self, now, limit)
        ]

    with patch.object(Agenda, "due_check_ins", as_if_open):
        yield
