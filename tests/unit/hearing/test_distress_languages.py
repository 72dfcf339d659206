"""In nine other languages, with and without marks over the letters, and the language to answer in is told."""

import pytest

from bot.language.hearing.distress import Unwell, look

OWN = [
    ("de", "ich habe keine Lust mehr zu leben"),
    ("de", "ich kann nicht mehr"),
    ("es", "no puedo más con mi vida"),
    ("uk", "більше не можу так"),
    ("es", "Ya no quiero vivir más"),
    ("es", "mi padrastro me pega"),
    ("es", "me corto los brazos"),
    ("es", "me corté un dedo a propósito"),
    ("es", "me quemé los dedos adrede"),
    ("es", "tengo miedo de volver a casa"),
    ("es", "me hacen bullying todos los dias"),
    ("fr", "j'ai envie de mourir"),
    ("fr", "je veux plus vivre"),
    ("fr", "Mon beau-père me frappe quand il boit"),
    ("fr", "je me scarifie"),
    ("fr", "on me harcèle au lycée"),
    ("de", "ich möchte nicht mehr leben"),
    ("de", "mein vater schlägt mich"),
    ("de", "ich ritze mich wieder"),
    ("de", "ich habe Angst nach Hause zu gehen"),
    ("de", "ich werde in der klasse gemobbt"),
    ("nl", "ik wil dood"),
    ("nl", "mijn stiefvader slaat me"),
    ("nl", "ik word elke dag gepest"),
    ("nl", "ik durf niet naar huis, ik ben bang voor mijn vader"),
    ("pt", "não quero mais viver"),
    ("pt", "meu padrasto me bate"),
    ("pt", "sofro bullying na escola"),
    ("pt", "tenho medo de voltar para casa"),
    ("pl", "nie chcę już żyć"),
    ("pl", "ojciec mnie bije"),
    ("pl", "tnę się"),
    ("pl", "boję się wracać do domu"),
    ("tr", "ölmek istiyorum"),
    ("tr", "babam beni dövüyor"),
    ("tr", "kendimi kesiyorum"),
    ("tr", "eve gitmekten korkuyorum"),
    ("uk", "я не хочу більше жити"),
    ("uk", "тато мене б'є"),
    ("uk", "мене цькують у школі"),
    ("uk", "боюсь йти додому"),
    ("ar", "أريد أن أموت"),
    ("ar", "أبي يضربني"),
    ("ar", "أخاف من العودة إلى البيت"),
    ("ar", "أتعرض للتنمر في المدرسة"),
]

SOMEBODY_ELSE = [
    ("es", "mi amiga se corta"),
    ("fr", "ma copine veut mourir"),
    ("de", "meine Freundin ritzt sich"),
    ("nl", "mijn vriendin snijdt zichzelf"),
    ("pt", "minha amiga quer se matar"),
    ("pl", "moja koleżanka się tnie"),
    ("tr", "arkadaşım intihar etmek istiyor"),
    ("uk", "моя подруга хоче померти"),
    ("ar", "صديقتي تريد الموت"),
]

LEFT_ALONE = [
    "no puedo más con este ejercicio",
    "j'en peux plus de ces devoirs",
    "ich hab keine Lust mehr auf diese Aufgabe",
    "ich kann diese Aufgabe nicht mehr sehen",
    "ich habe das nicht verstanden, kannst du das nochmal erklären",
    "ik kan niet meer met dit huiswerk",
    "não aguento mais este exercício",
    "nie daję rady z tym zadaniem",
    "bu ödeve dayanamıyorum artık",
    "більше не можу з цією домашкою",
    "me muero de risa",
    "je suis morte de rire",
    "j'ai lu trois chapitres",
    "ich sterbe vor Langeweile",
    "die Hausaufgaben bringen mich um",
    "ik ga dood van het lachen",
    "morri de rir",
    "umieram z nudów",
    "gülmekten öldüm",
    "помираю зі сміху",
    "أموت من الضحك",
    "5 von 10, das war gut",
    "leí 20 páginas",
    "Hoy no puedo, estoy en casa de mi abuela",
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_the_writer_is_not_well(language: str, text: str) -> None:
    found = look(text)
    assert found is not None
    assert (found.about, found.language) == (Unwell.SELF, language)


@pytest.mark.parametrize(("language", "text"), SOMEBODY_ELSE)
def test_somebody_else_is_not_well(language: str, text: str) -> None:
    found = look(text)
    assert found is not None
    assert (found.about, found.language) == (Unwell.SOMEBODY_ELSE, language)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_ways_of_speaking_are_left_alone(text: str) -> None:
    assert look(text) is None


@pytest.mark.parametrize("text", ["non voglio più vivere", "我想死", "я не хочу жить, меня бьет отчим"])
def test_a_language_without_an_answer_is_answered_in_english_or_its_nearest(text: str) -> None:
    found = look(text)
    assert found is not None
    assert found.language in {"en", "uk"}
