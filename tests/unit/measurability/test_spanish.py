"""Targets in Spanish: read, said otherwise, and worded."""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.terms import MeasureKind
from bot.language.agreement import with_day
from bot.language.targets import Direction, RemarkKey, coach, gaps, graded, measure_of, read, suggest_wording, two_aims
from bot.language.targets.model import PARTS, Gap
from bot.language.targets.patterns import lexicon, row_of
from tests.unit.measurability.test_wording import wording_of

GOALS = Path(__file__).parents[2] / "data" / "goals"
OURS = ("es-targets", "es-voices", "es-more")
CHANGES = tomllib.loads((GOALS / "changes-es.toml").read_text(encoding="utf-8"))
CASES = tomllib.loads((GOALS / "wordings-es.toml").read_text(encoding="utf-8"))["cases"]
MOST = 0.01
"""The share of readings that may change."""


def labels(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOALS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


SENTENCES = [label["text"] for name in OURS for label in labels(name)][::4]


def found(text: str) -> tuple[bool, ...]:
    reading = read(text, "es")
    return tuple(getattr(reading, part) is not None for part in PARTS)


def share_right(name: str) -> float:
    said = labels(name)
    right = [read(label["text"], "es").verdict.value == label["verdict"] for label in said]
    return right.count(True) / len(right)


@pytest.mark.parametrize("name", OURS)
def test_labelled_sentences_are_read_as_labelled(name: str) -> None:
    assert share_right(name) >= 0.97


def test_sentences_kept_apart_are_read_nearly_as_well() -> None:
    assert share_right("es-apart") >= 0.94


def share_changed(sentences: list[str], change: Callable[[str], str], *, ends: bool = False) -> float:
    wrong = sum(found(change(text)) != (*found(text)[:2], ends or found(text)[2]) for text in sentences)
    return wrong / len(sentences)


def test_the_frames_and_deadlines_are_forty_each() -> None:
    assert len(set(CHANGES["frames"])) == len(set(CHANGES["deadlines"])) == 40


def test_whatever_leads_to_the_verb() -> None:
    sentences = [text for text in SENTENCES if lexicon("es").is_base(row_of(text, "es").norm(0))]
    assert len(sentences) > 40
    shares = [
        share_changed(sentences, lambda text, frame=frame: frame + text[0].lower() + text[1:])  # type: ignore[misc]
        for frame in CHANGES["frames"]
    ]
    assert sum(shares) / len(shares) <= MOST


def test_whatever_deadline_is_appended() -> None:
    shares = [
        share_changed(SENTENCES, lambda text, end=end: text.rstrip(" .") + end, ends=True)  # type: ignore[misc]
        for end in CHANGES["deadlines"]
    ]
    assert sum(shares) / len(shares) <= MOST


@pytest.mark.parametrize("remark", CHANGES["before"])
def test_a_remark_before_it_says_nothing(remark: str) -> None:
    assert share_changed(SENTENCES, lambda text: remark + text) <= 2 * MOST


@pytest.mark.parametrize("remark", CHANGES["behind"])
def test_a_remark_behind_it_says_nothing(remark: str) -> None:
    stop = "." if remark[1].isupper() else ""
    assert share_changed(SENTENCES, lambda text: text.rstrip(" .") + stop + remark) <= MOST


def without_accents(text: str) -> str:
    return text.translate(str.maketrans("áéíóúñüÁÉÍÓÚÑ", "aeiounuAEIOUN"))


@pytest.mark.parametrize("change", [str.lower, str.upper, without_accents], ids=["small", "capital", "no accents"])
def test_letters_and_accents_say_nothing(change: Callable[[str], str]) -> None:
    assert share_changed(SENTENCES, change) <= 2 * MOST


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("empezar 8 de 10 frases de otra manera", {"goal": 8, "out_of": 10, "unit": "frases"}),
        ("bajar mis faltas de 12 a 6", {"baseline": 12, "goal": 6, "direction": Direction.DOWN}),
        ("cometer menos de 3 errores", {"goal": 2, "ceiling": True}),
        ("leer al menos tres libros", {"goal": 3, "unit": "libros", "ceiling": False}),
        ("levantar la mano dos veces al mes", {"goal": 2, "period": "mes"}),
        ("correr 5 km en 25:30", {"goal": Decimal("25.5")}),
        ("ahorrar 50 € al mes", {"goal": 50, "currency": "€", "period": "mes"}),
        ("repasar 1,5 horas al día", {"goal": Decimal("1.5"), "period": "día"}),
        ("ahora hago 4 dominadas y quiero hacer 10", {"baseline": 4, "goal": 10}),
        ("cometer 3 faltas de ortografía en 5 textos", {"goal": 3, "out_of": None}),
    ],
)
def test_what_a_sentence_says_already(text: str, parts: dict[str, Any]) -> None:
    said = read(text, "es").extracted
    assert {name: getattr(said, name) for name in parts} == parts


def test_grades_by_their_names() -> None:
    text = "subir de un aprobado a un notable"
    assert read("sacar un notable en el examen", "es").measures
    row = "sobresaliente, notable, aprobado, suspenso"
    said = graded(text, read(text, "es").extracted, row, "es")
    assert said is not None
    assert (said.baseline, said.goal) == (Decimal(1), Decimal(2))


def test_what_to_ask_for_and_what_to_point_out() -> None:
    assert gaps(read("mejorar mi inglés", "es")) == (Gap.OBSERVABLE, Gap.MEASURE, Gap.TIMEFRAME)
    assert gaps(read("leer 10 páginas cada noche", "es")) == (Gap.TIMEFRAME,)
    remarks = {remark.key for remark in coach(read("ser la mejor de mi clase", "es"), lang="es")}
    assert RemarkKey.OTHERS in remarks


def test_two_aims_in_one_sentence() -> None:
    aims = two_aims("entregar 5 de mis próximos 6 informes a tiempo y sacar al menos 14/20", "es")
    assert aims is not None
    assert aims[0].startswith("entregar 5")


def test_what_each_unit_counts() -> None:
    assert measure_of("minutos al día", "es").period == "día"
    assert measure_of("frases de 10", "es").out_of == 10
    assert measure_of("€ por mes", "es").currency == "€"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['action']}, {case.get('goal', '')}")
def test_a_wording_is_the_one_that_was_judged_right(case: dict[str, str]) -> None:
    assert wording_of(case, "es") == case["wording"]


def test_there_are_forty_judged_wordings() -> None:
    assert len([case for case in CASES if case["wording"]]) >= 40


_ACTIONS = (
    "empezar mis frases de otra manera",
    "hacer fichas",
    "cometer menos errores",
    "tocar la guitarra",
    "mejorar mi letra",
    "usar conectores entre mis párrafos",
    "nadar",
    "dejar de llegar tarde",
    "ahorrar para una bici",
    "me levanto antes",
    "escuchar y repetir diálogos",
    "beber agua",
)
_UNITS = (
    "",
    "%",
    "frases",
    "conectores",
    "errores",
    "minutos",
    "horas",
    "veces",
    "vasos",
    "fichas",
    "diálogos",
    "largos",
)
_numbers = st.integers(0, 200).map(Decimal) | st.sampled_from([Decimal("0.5"), Decimal("1.5"), Decimal("24.5")])


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(_ACTIONS),
    _numbers,
    st.none() | _numbers,
    st.sampled_from(_UNITS),
    st.none() | st.integers(201, 300).map(Decimal),
    st.sampled_from(("", "día", "semana", "clase", "mes")),
    st.sampled_from(("para finales de mayo", "próximas tres redacciones", date(2027, 5, 12))),
)
def test_a_suggested_wording_is_read_with_the_parts_that_it_was_made_of(
    action: str,
    goal: Decimal,
    start: Decimal | None,
    unit: str,
    out_of: Decimal | None,
    period: str,
    by_when: str | date,
) -> None:
    start = None if start == goal else start
    wording = suggest_wording(
        read("ser mejor en eso", "es"),
        observable=action,
        baseline=start,
        goal=goal,
        unit=unit,
        out_of=None if unit == "%" else out_of,
        period=period,
        by_when=by_when,
        lang="es",
    )
    if wording:
        said = read(wording, "es").extracted
        assert (said.baseline, said.goal, said.out_of) == (start, goal, None if unit == "%" else out_of), wording
        assert read(wording, "es").timeframes, wording
        assert not wording.startswith("Voy a quiero")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Voy a leer 3 libros para el 24 de febrero.", "Voy a leer 3 libros para el 3 de marzo."),
        ("leer 3 libros antes del 24 de febrero de 2027", "leer 3 libros antes del 3 de marzo de 2027"),
        ("leer 3 libros en dos semanas", "leer 3 libros para el 3 de marzo"),
    ],
)
def test_another_day_in_its_sentence(text: str, moved: str) -> None:
    assert with_day(text, date(2027, 3, 3), date(2026, 11, 29), day_first=True, lang="es") == moved


@pytest.mark.parametrize("row", ["", "A to F", "A a F"])
def test_a_scale_of_letters_counts_grades_in_whatever_language_it_was_typed(row: str) -> None:
    text = "sacar un B en mi redacción, ahora C"
    said = graded(text, read(text, "es").extracted, row, "es")
    assert said is not None
    measure = measure_of(said.unit, "es")
    assert measure.counts is MeasureKind.GRADE
    assert measure.text(Decimal(said.goal or 0)) == "B"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("hablar 3 veces en cada clase antes del 26 de marzo, ahora hablo 1 vez", "clase"),
        ("participar 3 veces en cada lección antes del 26 de marzo, ahora 1", "clase"),
        ("leer 3 veces por semana, todos los lunes", "semana"),
        ("leer 3 veces el libro antes del 26 de marzo", ""),
    ],
)
def test_what_the_times_are_in_may_follow_them(text: str, period: str) -> None:
    assert read(text, "es").extracted.period == period


def test_how_often_in_a_lesson_is_no_number_of_it() -> None:
    assert read("hablar en clase 3 veces por semana", "es").measures
    assert read("terminar el resumen para la clase 3", "es").timeframes
