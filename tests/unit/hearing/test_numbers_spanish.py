"""Numbers as they are typed in Spanish."""

from decimal import Decimal

import pytest

from bot.language.hearing import Aim, Kind, Moment, Number, hear

MINUTES = Aim("Practicar piano 40 minutos al día", "minutos al día", Decimal(10), Decimal(40), Decimal(20))
PHRASES = Aim("Empezar 8 de 10 frases", "frases de 10", Decimal(3), Decimal(8), Decimal(5))
POINTS = Aim("Sacar un 7,5", "puntos de 10", Decimal(5), Decimal("7.5"), Decimal(6))


@pytest.mark.parametrize(
    ("text", "aim", "value", "sure"),
    [
        ("hoy 6 de 10", PHRASES, "6", True),
        ("las 10", PHRASES, "10", True),
        ("todas, las 10", PHRASES, "10", True),
        ("ninguna", PHRASES, "0", True),
        ("ni una", PHRASES, "0", True),
        ("uno menos que ayer", PHRASES, "4", False),
        ("dos más que la otra vez", PHRASES, "7", False),
        ("igual que ayer", PHRASES, "5", True),
        ("7, casi muero en la última", PHRASES, "7", True),
        ("7, creo", PHRASES, "7", False),
        ("más o menos 7", PHRASES, "7", False),
        ("media hora", MINUTES, "30", True),
        ("media horita", MINUTES, "30", True),
        ("hora y media", MINUTES, "90", True),
        ("una hora y media", MINUTES, "90", True),
        ("una hora y cuarto", MINUTES, "75", True),
        ("tres cuartos de hora", MINUTES, "45", True),
        ("un cuarto de hora", MINUTES, "15", True),
        ("6,5", POINTS, "6.5", True),
        ("siete y medio", POINTS, "7.5", True),
        ("ya acabe los 10", PHRASES, "10", True),
        ("voy por la 6", PHRASES, "6", False),
        ("8 y me faltaron 2", PHRASES, "8", True),
        ("4 bien y 6 mal", PHRASES, "4", True),
        ("saque 6 buenas de 10", PHRASES, "6", True),
        ("ninguna, no tuve tiempo", PHRASES, "0", True),
        ("no pase de 7", PHRASES, "7", True),
        ("pase de 4 a 9", PHRASES, "9", True),
        ("4 -> 9", PHRASES, "9", True),
        ("de 3 subi a 5", PHRASES, "5", True),
        ("de 4 a 9", PHRASES, "9", False),
        ("antes 4 ahora 9", PHRASES, "9", True),
        ("7, ayer 5", PHRASES, "7", True),
        ("6... digo 7", PHRASES, "7", True),
        ("no 6, 7", PHRASES, "7", True),
        ("9, mi meta es 8", PHRASES, "9", True),
        ("queria 8 pero saque 6", PHRASES, "6", True),
        ("fallé 3", PHRASES, "7", False),
        ("3 el lunes y 2 el martes", PHRASES, "3", False),
        ("3, dos en inglés y una en historia", PHRASES, "3", True),
        ("3 nada más", PHRASES, "3", True),
        ("7 aprox", PHRASES, "7", False),
        ("un par", PHRASES, "2", False),
        ("van 9 y mañana termino", PHRASES, "9", True),
        ("sigo igual", PHRASES, "5", True),
        ("hice 5 anoche antes de dormir", PHRASES, "5", True),
        ("hice 35 minutos esta mañana", MINUTES, "35", True),
        ("llegue a los 40 min", MINUTES, "40", True),
        ("35 minutitos", MINUTES, "35", True),
    ],
)
def test_what_is_plainly_said_is_sure_and_what_is_worked_out_is_asked_about(
    text: str, aim: Aim, value: str, sure: bool
) -> None:
    number = hear(text, Moment.CHECK_IN, (aim,), lang="es").numbers[0]
    assert (number.value, number.sure) == (Decimal(value), sure)


@pytest.mark.parametrize("text", ["quedamos a las 10", "las 10 de la noche", "trabajo desde las 10"])
def test_a_time_of_day_is_no_number(text: str) -> None:
    assert not any(number.sure for number in hear(text, Moment.CHECK_IN, (PHRASES,), lang="es").numbers.values())


@pytest.mark.parametrize(
    "text",
    [
        "mi meta es 8",
        "no llegue a 8",
        "no hice 8",
        "quiero llegar a 8",
        "si llego a 8 celebro",
        "me gustaria tener 8",
        "la semana que viene hago 8",
        "el profe dice que voy pa 8",
        "mañana hago 8",
        "la semana pasada hice 6",
        "terminé a las 8 y media",
        "desde las 8 hasta las 9",
        "mi hermana sacó 9",
        "el ejercicio 7 no me sale",
        "tendré 8 seguro",
    ],
)
def test_what_is_aimed_at_of_before_or_of_others_is_no_number(text: str) -> None:
    assert not hear(text, Moment.CHECK_IN, (PHRASES,), lang="es").numbers


@pytest.mark.parametrize(
    "text", ["tuve 3 exámenes", "no pude, tuve 3 exámenes", "pasé 8 noches fuera", "es una locura"]
)
def test_a_number_of_another_thing_is_never_sure(text: str) -> None:
    assert not any(number.sure for number in hear(text, Moment.CHECK_IN, (PHRASES,), lang="es").numbers.values())


def test_where_a_time_is_counted_a_distance_is_asked_about() -> None:
    run = Aim("Correr 5 km en 26 minutos", "minutos", Decimal(31), Decimal(26), Decimal("29.5"))
    read = {
        text: hear(text, Moment.CHECK_IN, (run,), lang="es").numbers[0] for text in ("corrí 3 km", "5 km en 28 min")
    }
    assert not read["corrí 3 km"].sure
    assert read["5 km en 28 min"] == Number(Decimal(28), sure=True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6 y dile a mi profe que gracias", "6"),
        ("llevo 6, avísale a la profe que falto el viernes", "6"),
        ("8, y quiero bajar la meta", "8"),
        ("8 es demasiado, quiero bajar la meta a 6", None),
        ("dile a la profe que me faltan 3", None),
    ],
)
def test_a_number_said_before_a_wish_is_kept(text: str, value: str | None) -> None:
    heard = hear(text, Moment.CHECK_IN, (PHRASES,), lang="es")
    assert heard.kind in (Kind.FOR_TEACHER, Kind.CHANGE)
    assert [number.value for number in heard.numbers.values()] == ([] if value is None else [Decimal(value)])


def test_nothing_is_compared_with_a_last_number_that_is_not_there() -> None:
    unasked = Aim("Empezar 8 de 10 frases", "frases de 10", Decimal(3), Decimal(8))
    assert hear("uno menos que ayer", Moment.CHECK_IN, (unasked,), lang="es").numbers == {}
