"""What feedback lacks, by a rule over its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.feedback import Lack, lacks

NEXT, PERSON, OTHERS = Lack.NEXT, Lack.PERSON, Lack.OTHERS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Your first paragraph is clear. Next time start each sentence in another way.", []),
        ("I saw three linking words. Could you try two more?", []),
        ("Three linking words, well placed.", [NEXT]),
        ("Great!", [NEXT]),
        ("The ending was strong, and the quote fits.", [NEXT]),
        ("What would happen if the ending came first?", []),
        ("You are so smart. Try the longer text next.", [PERSON]),
        ("You're lazy", [PERSON, NEXT]),
        ("You are a natural, keep going", [PERSON]),
        ("Good girl", [PERSON, NEXT]),
        ("You are ready for the longer text. Try it.", []),
        ("You are good at openings. Use them in the last paragraph.", []),
        ("Better than the others. Now add a source.", [OTHERS]),
        ("You read faster than most, try a harder book", [OTHERS]),
        ("This is the best in the class", [OTHERS, NEXT]),
        ("You are smart, smarter than everyone else", [PERSON, OTHERS, NEXT]),
        ("Better than last week. Keep reading aloud.", []),
        ("More linking words than before. Next, vary the openings.", []),
        ("", []),
        ("   \n ", []),
    ],
)
def test_english(text: str, found: list[Lack]) -> None:
    assert list(lacks(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tu primer párrafo se entiende bien. La próxima vez varía el comienzo.", []),
        ("Tres conectores bien puestos.", [NEXT]),
        ("Eres muy lista. Prueba el texto largo.", [PERSON]),
        ("Lo hiciste mejor que los demás. Ahora añade una fuente.", [OTHERS]),
        ("Eres la mejor de la clase", [OTHERS, NEXT]),
        ("¿Qué pasaría si el final fuera primero?", []),
        ("Mejor que la semana pasada. Sigue leyendo en voz alta.", []),
    ],
)
def test_spanish(text: str, found: list[Lack]) -> None:
    assert list(lacks(text, "es")) == found


@given(st.text(max_size=400))
def test_whatever_is_typed_nothing_is_said_twice(text: str) -> None:
    found = lacks(text)
    assert len(found) == len(set(found))
    assert found == lacks(f"  {text}  ") or not text.strip()
