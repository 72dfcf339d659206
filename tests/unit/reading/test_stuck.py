"""Whether somebody says that they are stuck."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.stuck import is_stuck


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "im stuck on this"),
        ("en", "I'm so stuck"),
        ("en", "really stuck rn"),
        ("en", "cant figure it out"),
        ("en", "im stuck at the beginning"),
        ("en", "i am totally stuck with the second paragraph"),
        ("en", "I don't get how to start"),
        ("en", "i dont know where to begin with this essay"),
        ("en", "tried twice but i cant figure it out"),
        ("en", "i need some help with the second proof"),
        ("en", "stuck on the second paragraph, keep going round in circles"),
        ("en", "no clue what to do next"),
        ("en", "ive hit a wall"),
        ("en", "i cant figure out the chords"),
        ("en", "i always get stuck at the start"),
        ("es", "estoy atascada con las ecuaciones"),
        ("es", "no sé por dónde empezar"),
        ("es", "Me he bloqueado en el segundo párrafo"),
        ("es", "no entiendo como hacerlo"),
    ],
)
def test_it_is_said(lang: str, text: str) -> None:
    assert is_stuck(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "im stuck at 4"),
        ("en", "im stuck in hospital"),
        ("en", "stuck at my dads till monday"),
        ("en", "not stuck any more"),
        ("en", "i ask mr k when im stuck"),
        ("en", "was stuck but now it works"),
        ("en", "stuck to it all week"),
        ("en", "im not stuck"),
        ("en", "i was stuck in traffic"),
        ("en", "the key got stuck"),
        ("en", "my brother got stuck in the lift"),
        ("en", "4 of 10, starting is the hardest part"),
        ("es", "ya no estoy atascado"),
        ("es", "si me atasco con algo, pregunto"),
        ("es", "5 de 10, voy bien"),
    ],
)
def test_it_is_not_said(lang: str, text: str) -> None:
    assert not is_stuck(text, lang)


@given(st.text(max_size=300), st.sampled_from(["en", "es"]))
def test_whatever_is_written_can_be_read(text: str, lang: str) -> None:
    assert is_stuck(text, lang) in (True, False)
