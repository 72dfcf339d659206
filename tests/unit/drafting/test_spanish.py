"""Drafts by rule from feedback in Spanish."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli.llm import Case, cases_in
from bot.domain.drafts import tried_out
from bot.language.drafts import drafts_by_rule
from bot.language.drafts.by_rule import likely_work, with_work, work_in, work_left_open, work_of_subject
from bot.language.targets import Verdict, read

CASES = cases_in(Path(__file__).parents[2] / "data" / "drafting" / "es.jsonl")


def drafted(case: Case) -> tuple[str, ...]:
    said = case.feedback
    return drafts_by_rule(said["seen"], said["matters"], said["next_step"], likely_work(case.classroom, "es"), "es")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.feedback["next_step"][:40])
def test_a_teacher_would_take_each_draft(case: Case) -> None:
    assert case.rubric is not None
    drafts = drafted(case)
    assert case.rubric.is_met(drafts), drafts
    for draft in drafts:
        assert any(f"{work} siguientes" in draft for work in case.rubric.occasions), draft


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.feedback["next_step"][:40])
def test_each_draft_can_be_measured_once_it_is_filled_in(case: Case) -> None:
    for draft in drafted(case):
        assert read(tried_out(draft), "es").verdict is Verdict.MEASURABLE, draft


def test_the_work_that_is_named() -> None:
    assert work_in("Tu redacción tiene buenas ideas", lang="es") == "redacciones"
    assert likely_work("Enfermería 2", "es") == "turnos"
    subjects = "Lengua: ensayos. Física: informes de laboratorio"
    assert work_of_subject(subjects, "Física 1", "es") == "informes de laboratorio"
    draft = "Voy a citar dos fuentes en __ de mis __ tareas siguientes."
    assert work_left_open(draft, "es") == "tareas"
    assert with_work(draft, "ensayos", "es") == "Voy a citar dos fuentes en __ de mis __ ensayos siguientes."


@pytest.mark.parametrize("said", ["Sigue así.", "Más contraste.", "No uses siempre la misma palabra.", "Ven a verme."])
def test_what_gives_no_sure_target_gives_none(said: str) -> None:
    assert drafts_by_rule("", "", said, "redacciones", "es") == ()


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["", "Usa ", "Intenta ", "La próxima vez, ", "Cuando "]))
def test_whatever_is_typed(text: str, lead: str) -> None:
    for draft in drafts_by_rule(text, "", lead + text, "redacciones", "es"):
        assert read(tried_out(draft), "es").verdict is Verdict.MEASURABLE
