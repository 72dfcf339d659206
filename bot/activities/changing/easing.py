"""A contract is made easier by one press and a short form: a change like any other, which the other side signs."""

from collections.abc import Mapping

from bot.activities.changing import use_cases as changing
from bot.activities.changing.easing_messages import EasingForm
from bot.activities.contract.steps import setting_of
from bot.domain.actor import Actor, Refusal
from bot.domain.contract import Contract
from bot.domain.easing import Easing, later_day, smaller_goal
from bot.domain.look_back import newest_values
from bot.domain.terms import Target
from bot.language.agreement import numbers_said, with_number
from bot.language.terms_typed import Setting, place, with_fields
from storage.unit_of_work import UnitOfWork

FIELDS = {
    Easing.SMALLER: ("goal", "statement"),
    Easing.PRACTICE: ("strategies",),
    Easing.LATER: ("due_on",),
}
"""What the form of each may change; the first one is there always."""


def open_form(uow: UnitOfWork, actor: Actor, contract: int, version: int, target: int, way: Easing) -> EasingForm:
    """What the form starts with."""
    found, setting = _setting(uow, actor, contract, version, target)
    its, frame = setting.before.targets[target], setting.frame
    if way is Easing.SMALLER:
        goal = smaller_goal(its, newest_values(uow.replies.on(found.id)).get(target))
        return EasingForm(contract, version, target, way, its, goal=goal, sentence=not _follows(its, setting.lang))
    due_on = later_day(setting.before, target, frame.term_ends_on, frame.today) if way is Easing.LATER else None
    return EasingForm(contract, version, target, way, its, due_on=due_on)


def propose(
    uow: UnitOfWork,
    actor: Actor,
    contract: int,
    version: int,
    target: int,
    way: Easing,
    typed: Mapping[str, str],
) -> Contract:
    """Sign what the form says for the actor's side. Raises Refusal under one of its fields: it stays open."""
    found, setting = _setting(uow, actor, contract, version, target)
    fields = FIELDS[way]
    said = {name: typed[place(target, name)] for name in fields if place(target, name) in typed}
    try:
        terms = with_fields(setting, target, said)
    except Refusal as refusal:
        shown = {place(target, name) for name in said}
        field = refusal.field if refusal.field in shown else place(target, fields[0])
        raise Refusal(refusal.key, field=field, **refusal.args_for_copy) from refusal
    if terms == setting.before:
        raise Refusal("nothing-changed", field=place(target, fields[0]))
    return changing.propose_terms(uow, actor, found.id, version, terms)


def _setting(uow: UnitOfWork, actor: Actor, contract: int, version: int, target: int) -> tuple[Contract, Setting]:
    found, classroom, side = changing.to_change(uow, actor, contract, version)
    setting = setting_of(uow, actor, found, classroom, side)
    if not 0 <= target < len(setting.before.targets):
        raise Refusal("old-button")
    return found, setting


def _follows(target: Target, lang: str) -> bool:
    """Whether the sentence says another goal by itself, or none at all."""
    said = numbers_said(target.statement, target.unit, lang=lang)[1]
    if said is None:
        return True
    other = smaller_goal(target, None)
    return other is not None and with_number(target.statement, "goal", said, other, target.unit, lang=lang) is not None
