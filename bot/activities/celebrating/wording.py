"""A student chooses how the shoutout names them, and what it says, before they are asked about that very text."""

from dataclasses import replace

from bot.activities import access
from bot.activities.celebrating.forms import WordingForm
from bot.activities.celebrating.use_cases import ask_anew, has_shoutouts, names_of_others
from bot.domain.actor import Actor, Refusal
from bot.domain.check_ins import Consent, Milestone, Named
from bot.domain.contract import Contract
from bot.language.hearing import Kind, Moment
from bot.language.hearing import hear as hear_kind
from bot.language.naming import Finder
from bot.language.shoutout import OWN_WORDS_MOST, called, reads_as_grade
from bot.messages.briefs import lang_of, name_of
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, milestone: int) -> WordingForm:
    found, contract = _open(uow, actor, milestone)
    return WordingForm(found.id, found.named, found.own_words, name_of(uow, contract.student))


def word(uow: UnitOfWork, actor: Actor, milestone: int, named: str, words: str) -> None:
    """Ask about the text as it would be now. Refusal under the field for words that are not for a class."""
    found, contract = _open(uow, actor, milestone)
    how = Named(named) if named in set(Named) else found.named
    said = " ".join(words.split())
    _check(uow, contract, how, said)
    name = called(name_of(uow, contract.student), how)
    ask_anew(uow, contract, replace(found, named=how, own_words=said, name=name))


def _open(uow: UnitOfWork, actor: Actor, milestone: int) -> tuple[Milestone, Contract]:
    """One that its student is asked about, and has not decided."""
    found = uow.milestones.get(milestone)
    if found is None:
        raise Refusal("no-such-contract")
    contract, classroom = access.contract_as_student(uow, actor, found.contract)
    if found.consent is not Consent.ASKED or not has_shoutouts(classroom):
        raise Refusal("shoutout-decided")
    return found, contract


def _check(uow: UnitOfWork, contract: Contract, named: Named, words: str) -> None:
    if not words:
        return
    lang = lang_of(uow, contract.student)
    if len(words) > OWN_WORDS_MOST:
        raise Refusal("too-long", field="words", most=OWN_WORDS_MOST)
    if Finder(names_of_others(uow, contract), every_part=True).finds(words):
        raise Refusal("shoutout-names-others", field="words")
    if named is Named.NOT and Finder([name_of(uow, contract.student)], every_part=True).finds(words):
        raise Refusal("shoutout-names-you", field="words")
    if reads_as_grade(words, lang):
        raise Refusal("shoutout-grade", field="words")
    if hear_kind(words, Moment.IDLE, (), lang=lang).kind is Kind.UNWILLING:
        raise Refusal("shoutout-unkind", field="words")
