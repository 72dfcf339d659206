"""A student begins from a template: what they type answers the questions of the interview, and nothing else does."""

from collections.abc import Mapping, Sequence

from bot.activities.proposing import interviewing
from bot.activities.templates.forms import PARTS, SHOWS, TemplateForm, found
from bot.domain.actor import Actor, Refusal
from bot.domain.evidence import offered_forms
from bot.domain.seen import clean
from bot.domain.templates import standing as own_templates
from bot.domain.terms import EvidenceForm
from bot.language.templates import templates_of
from storage.unit_of_work import UnitOfWork


def open_form(uow: UnitOfWork, actor: Actor, interview: int, target: int) -> TemplateForm:
    """The templates of the language that the student reads; none where it has no words for them."""
    standing, place = interviewing.begun_target(uow, actor, interview, target)
    said = tuple((name, place.mine(name) or place.shared(name) or "") for name in PARTS)
    takes = tuple(EvidenceForm(form) for form in offered_forms(place.frame.takes))
    evidences = () if place.mine("evidence") else takes
    own = tuple(one.template for one in own_templates(uow.templates.offered()))
    offered = (*own, *templates_of(place.frame.lang))
    return TemplateForm(standing.id, standing.classroom, target, offered, evidences, said)


def fill(
    uow: UnitOfWork,
    actor: Actor,
    interview: int,
    target: int,
    key: str,
    said: Mapping[str, str],
    chosen: Sequence[int] = (),
) -> None:
    """What the student typed, and the signs of success that they chose, become answers of their draft."""
    form = open_form(uow, actor, interview, target)
    one = found(form.templates, key)
    if one is None or any(not 0 <= place < len(one.criteria) for place in chosen):
        raise Refusal("old-button")
    if not clean(said.get("statement", "")):
        raise Refusal("templates-statement", field="statement")
    if _folded(said["statement"]) in map(_folded, one.examples):
        raise Refusal("templates-example", field="statement")
    typed = {name: said.get(name, "").strip() for name in PARTS}
    signs = [one.criteria[place] for place in chosen]
    typed["criterion"] = "\n".join([*signs, typed["criterion"]]).strip()
    shows = said.get(SHOWS, "")
    beside = {SHOWS: shows} if shows in [form_.value for form_ in form.evidences] else {}
    interviewing.fill(uow, actor, interview, target, {name: text for name, text in typed.items() if text}, beside)


def _folded(text: str) -> str:
    return " ".join(clean(text).casefold().rstrip(".").split())
