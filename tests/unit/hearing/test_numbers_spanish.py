"""Numbers as they are typed in Spanish."""

from decimal import Decimal

import pytest

from bot.language.hearing import Aim, Moment, hear

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


def test_nothing_is_compared_with_a_last_number_that_is_not_there() -> None:
    unasked = Aim("Empezar 8 de 10 frases", "frases de 10", Decimal(3), Decimal(8))
    assert hear("uno menos que ayer", Moment.CHECK_IN, (unasked,), lang="es").numbers == {}
