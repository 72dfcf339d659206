"""Dates, numbers and short replies in Spanish, as they are typed: with accents and without."""

from datetime import date
from decimal import Decimal

import pytest

from bot.language import counts, typed
from bot.language.reading import FoundDate, Impossible, Nothing, Unclear, find_numbers, read_date
from bot.language.reading.text import load_words
from bot.language.shoutout import short
from bot.language.typed import Meaning

TODAY = date(2026, 11, 29)
"""A Sunday."""
TERM_END = date(2027, 3, 26)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("el 12 de marzo", date(2027, 3, 12)),
        ("hasta el 12/3", date(2027, 3, 12)),
        ("12 marzo", date(2027, 3, 12)),
        ("antes del 20 de enero de 2028", date(2028, 1, 20)),
        ("el 15", date(2026, 12, 15)),
        ("el primero de marzo", date(2027, 3, 1)),
        ("en dos semanas", date(2026, 12, 13)),
        ("dentro de 3 semanas", date(2026, 12, 20)),
        ("en un mes", date(2026, 12, 29)),
        ("mañana", date(2026, 11, 30)),
        ("pasado manana", date(2026, 12, 1)),
        ("el lunes que viene", date(2026, 11, 30)),
        ("el próximo jueves", date(2026, 12, 3)),
        ("para el viernes", date(2026, 12, 4)),
        ("el miercoles", date(2026, 12, 2)),
        ("el viernes 4 de diciembre", date(2026, 12, 4)),
        ("la semana que viene", date(2026, 12, 4)),
        ("el mes q viene", date(2026, 12, 31)),
        ("a fin de mes", date(2026, 11, 30)),
        ("a finales de mayo", date(2027, 5, 31)),
        ("hasta mediados de febrero", date(2027, 2, 15)),
        ("a principios de abril", date(2027, 4, 10)),
        ("para junio", date(2027, 6, 30)),
        ("fin de trimestre", TERM_END),
        ("antes de Semana Santa", date(2027, 3, 21)),
        ("dos semanas antes de semana santa", date(2027, 3, 7)),
        ("antes de navidad", date(2026, 12, 25)),
    ],
)
def test_a_day(text: str, expected: date) -> None:
    found = read_date(text, TODAY, term_end=TERM_END, lang="es")
    assert isinstance(found, FoundDate)
    assert found.date == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("los lunes", Unclear),
        ("cada martes", Unclear),
        ("el 12 o el 19 de marzo", Unclear),
        ("el 31 de febrero", Impossible),
        ("viernes 5 de diciembre", Impossible),
        ("leer por la mañana", Nothing),
        ("8 de 10 ejercicios", Nothing),
        ("el segundo párrafo", Nothing),
    ],
)
def test_no_day(text: str, kind: type) -> None:
    assert isinstance(read_date(text, TODAY, lang="es"), kind)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,5", "1.5", ""),
        ("3.000", "3000", ""),
        ("1,500", "1.5", ""),
        ("1.234,5", "1234.5", ""),
        ("uno y medio", "1.5", ""),
        ("3½", "3.5", ""),
        ("2 horas y media", "2.5", "horas"),
        ("media hora", "0.5", "hora"),
        ("treinta y cinco", "35", ""),
        ("veintitres", "23", ""),
        ("ciento veinte palabras", "120", "palabras"),
        ("setecientos cincuenta y dos", "752", ""),
        ("dos mil quinientos", "2500", ""),
        ("70 por ciento", "70", "%"),
        ("3 páginas al día", "3", "páginas por día"),
        ("5 veces a la semana", "5", "veces por semana"),
        ("una docena", "12", ""),
    ],
)
def test_a_number(text: str, value: str, unit: str) -> None:
    (found,) = find_numbers(text, lang="es")
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "out_of", "high"),
    [
        ("ocho de diez", 8, 10, None),
        ("8 sobre 10", 8, 10, None),
        ("3 de cada 4", 3, 4, None),
        ("del 3 al 8", 3, None, 8),
        ("entre 3 y 5", 3, None, 5),
        ("3 o 4", 3, None, 4),
    ],
)
def test_two_numbers(text: str, value: int, out_of: int | None, high: int | None) -> None:
    (found,) = find_numbers(text, lang="es")
    assert found.value == value
    assert found.out_of == out_of
    assert found.high == high


@pytest.mark.parametrize("text", ["la mitad", "el 12 de marzo", "nada"])
def test_no_number(text: str) -> None:
    assert [one for one in find_numbers(text, lang="es") if one.strength == 2] == []


def test_english_is_read_as_before() -> None:
    assert [one.value for one in find_numbers("1,500 words and 3.000 km")] == [1500, 3]
    assert find_numbers("treinta y cinco") == ()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("hola", Meaning.GREETING),
        ("atras", Meaning.BACK),
        ("No entiendo", Meaning.HELP),
        ("más tarde", Meaning.LATER),
        ("saltar", Meaning.SKIP),
        ("leer más", None),
    ],
)
def test_a_word_to_accord(text: str, meaning: Meaning | None) -> None:
    assert typed.meaning(text, "es") is meaning


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("sí", True),
        ("si", True),
        ("vale gracias", True),
        ("no", False),
        ("nop", False),
        ("no, 8", None),
        ("leí 8", None),
    ],
)
def test_yes_or_no(text: str, yes: bool | None) -> None:
    assert counts.yes_or_no(text, "es") is yes


def test_a_no_before_a_number_takes_the_one_that_stands_back() -> None:
    assert counts.corrects("no, 8", lang="es") or counts.without_no("no 8", "es").strip() == "8"
    assert counts.corrects("perdon, queria decir 13", lang="es")
    assert not counts.corrects("mañana haré 13", lang="es")
    assert counts.wants_it_back("puedo cambiar mi respuesta", "es")


def test_days_of_the_week() -> None:
    assert typed.weekdays("los lunes y los jueves", "es") == ("MO", "TH")
    assert typed.weekdays("miercoles y sábado", "es") == ("WE", "SA")
    assert typed.only_weekdays("los martes", "es")


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        ("Sacar un notable en física", ""),
        ("Llegar a 8 sobre 10 en el examen", ""),
        ("Leer en voz alta", "Leer en voz alta"),
    ],
)
def test_a_shoutout_shows_no_grade(statement: str, shown: str) -> None:
    assert short(statement, "es") == shown


def test_no_group_of_short_replies_is_missing() -> None:
    groups = [load_words("bot.language", lang, "replies") for lang in ("en", "es")]
    english, spanish = ({name: set(group) for name, group in table.items()} for table in groups)
    assert spanish.keys() == english.keys()
    assert spanish["aside"] == english["aside"]
    assert spanish["tone"] == english["tone"]
