"""A teacher asks for a note to a family; its student sees it first, and says yes or no, at any time."""

from bot.activities import access
from bot.activities.celebrating.use_cases import names_of_others
from bot.activities.guardians.messages import FamilyNoteCard, FamilyNoteForm, FamilyNotePaper, languages
from bot.domain.actor import Actor, Refusal, Side
from bot.domain.contract import RUNNING, Contract
from bot.domain.guardians import (
    FamilyNote,
    FamilyNoteAsked,
    another_after,
    came_back,
    checked,
    decided,
    shared,
    written,
)
from bot.domain.look_back import newest_values
from bot.domain.paper import need_account
from bot.language.naming import Finder
from bot.messages.briefs import name_of
from bot.messages.tell import refresh, tell
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, contract: int) -> FamilyNoteForm:
    found = _may_ask(uow, actor, contract)
    return FamilyNoteForm(found.id, name_of(uow, found.student))


def ask(uow: UnitOfWork, actor: Actor, contract: int, asked: FamilyNoteAsked) -> FamilyNote:
    """The student sees the page, and is asked. Nobody else sees it before a yes."""
    found = _may_ask(uow, actor, contract)
    said = checked(asked, languages())
    if Finder(names_of_others(uow, found), every_part=True).finds(said.word):
        raise Refusal("family-names-others", field="word")
    version = found.in_force
    newest = newest_values(uow.replies.on(found.id))
    numbers = tuple(written(newest.get(place)) for place in range(len(version.terms.targets)))
    about = (uow.workspace, found.id, found.student, actor.user, uow.now, version.number)
    note = uow.family_notes.add(FamilyNote(*about, said.language, said.ways, numbers, said.word))
    tell(uow, found.student, FamilyNotePaper(found.student, note.id))
    for user in (found.student, actor.user):
        tell(uow, user, FamilyNoteCard(note.id), once=f"family-note:{note.id}:{user}")
    return note


def say_yes(uow: UnitOfWork, actor: Actor, note: int) -> None:
    """Then the teacher who asked gets the page."""
    found = _own(uow, actor, note)
    after = decided(found, True, uow.now)
    if after != found:
        _keep(uow, after)
        tell(uow, found.asked_by, FamilyNotePaper(found.asked_by, found.id))


def say_no(uow: UnitOfWork, actor: Actor, note: int) -> None:
    """Without a reason, and also after a yes: then the page is given to nobody any more. Whoever is not in the class
    any more may say it, too."""
    found = _found(uow, note)
    if found.student != actor.user:
        raise Refusal("no-such-contract")
    access.somewhere(uow, actor)
    _keep(uow, decided(found, False, uow.now))


def give_paper(uow: UnitOfWork, actor: Actor, note: int) -> None:
    """The page again: for its student at any time, for a teacher after a yes."""
    found = _found(uow, note)
    _, _, side = access.contract_as_party(uow, actor, found.contract)
    if side is Side.TEACHER:
        shared(found)
    tell(uow, actor.user, FamilyNotePaper(actor.user, found.id))


def note_back(uow: UnitOfWork, actor: Actor, note: int) -> None:
    """A teacher has the signed slip."""
    found = _found(uow, note)
    access.contract_as_teacher(uow, actor, found.contract)
    _keep(uow, came_back(found, actor.user, uow.now))


def _may_ask(uow: UnitOfWork, actor: Actor, contract: int) -> Contract:
    found, _ = access.contract_as_teacher(uow, actor, contract)
    need_account(found.student)
    if found.status not in RUNNING:
        raise Refusal("family-over")
    another_after(uow.family_notes.newest_of(found.id))
    return found


def _found(uow: UnitOfWork, note: int) -> FamilyNote:
    found = uow.family_notes.get(note)
    if found is None:
        raise Refusal("no-such-contract")
    return found


def _own(uow: UnitOfWork, actor: Actor, note: int) -> FamilyNote:
    found = _found(uow, note)
    access.contract_as_student(uow, actor, found.contract)
    return found


def _keep(uow: UnitOfWork, note: FamilyNote) -> None:
    uow.family_notes.save(note)
    refresh(uow, FamilyNoteCard(note.id).subject)
