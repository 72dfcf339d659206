"""Which language a message is written in, where that is sure."""

import pytest

from bot.language.hearing.kinds import TONGUES, tongue_of

SAID = {
    "es": ["hola, hoy leí veinte páginas", "no tengo tiempo esta semana"],
    "fr": ["j'ai lu trois pages hier", "je ne peux pas venir demain"],
    "de": ["ich habe heute zehn seiten gelesen", "keine lust"],
    "nl": ["ik heb deze week niet gelezen", "het gaat niet zo goed"],
    "pt": ["hoje não fiz nada", "eu li mais páginas esta semana"],
    "pl": ["przeczytałem dziś dwadzieścia stron", "nie mam czasu w tym tygodniu"],
    "tr": ["bu hafta çok az okudum", "bugün hasta oldum"],
    "uk": ["я прочитала сьогодні багато", "мені дуже погано"],
    "ar": ["أنا لم أقرأ هذا الأسبوع", "ليس عندي وقت اليوم"],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in SAID.items() for text in texts])
def test_a_whole_sentence(lang: str, text: str) -> None:
    assert tongue_of(text) == lang


def test_each_of_the_languages_is_tried() -> None:
    assert set(SAID) == set(TONGUES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "ok",
        "gracias",
        "i read 20 pages",
        "we sang la la land and que sera sera",
        "my french essay on 'les misérables' is done",
        "mi casa was our song this week, it went fine",
        "die bot die",
        "the angst is real, kindergarten level stuff",
        "an in on so as no me",
        "José and María were on my team",
        "https://le.monde.fr/la/une",
        "сегодня я читал",
        "今日は本を読んだ",
    ],
)
def test_in_doubt_it_is_english(text: str) -> None:
    assert tongue_of(text) is None
