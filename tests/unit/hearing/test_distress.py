"""Somebody who is not well is found in many voices; what only sounds like it is left alone."""

import pytest

from bot.language.hearing.distress import Unwell, look

OWN = {
    "wish to die": [
        "honestly i dont want to be on this earth",
        "i keep imagining not waking up, would be nice",
        "Sometimes I think about how to end my life.",
        "theyd all be happier if i was dead",
        "theres nothing to live for",
        "i bought the rope already",
        "do you know how many pills are enough",
        "googling painless ways again",
        "each time the train comes i think just one step",
        "i will not be alive by your next check in",
        "i want to know how it ends if i jump off the bridge",
    ],
    "self-harm": [
        "i slit my wrist in the bath",
        "harming myself is my only way to feel",
        "i burn my arms with the lighter",
        "im covering the cuts with long sleeves",
        "punching myself til its quiet",
    ],
    "eating": [
        "i puke after every meal so i stay thin",
        "bulimic again and no one can know i am bulimic",
        "ive not eaten anything for days",
    ],
    "violence": [
        "ito hits me",
        "my teacher touched me after class",
        "leo kicks me under the table until i bleed",
        "my stepmum strangled me yesterday",
        "grandad beats us with a cable",
        "my boyfriend punches me if i go out",
        "they chain the door and wont let me eat",
        "daddy smacked my head against the sink, he does it when hes drunk",
    ],
    "touched": [
        "the trainer fondled me",
        "he put his fingers under my skirt",
        "my tutor kissed me in his car",
        "she made me undress in front of them",
    ],
    "grooming": [
        "this guy on snap asked for naked pics of me",
        "a stranger keeps dming me at 2am and says im pretty",
        "he will leak my nudes",
    ],
    "bullying": [
        "three girls spit at me each morning",
        "theyre blackmailing me",
        "everyone at school hates me",
        "he threatened me with a gun",
    ],
    "home": [
        "too scared to go back home",
        "dad chucked me out last night",
        "mum screams at us every night and breaks things",
    ],
    "despair": [
        "i feel so worthless",
        "whats wrong w me i cry every single day",
        "im a burden for my family",
        "i had another panic attack",
        "i hate who i am",
    ],
}

PLAIN = [
    "i want to kill myself",
    "ive been thinking about killing myself",
    "i think about suicide",
    "i wish i was dead",
    "i am worthless",
    "my dad beats me",
    "i cut myself",
]
BESIDE = [
    "{}",
    "{} on friday",
    "{} at night",
    "{} in the garage",
    "{} for weeks now",
    "{} lol",
    "does anyone read this. {}",
]
"""A day, a place, how long, a shrug and another sentence beside it make it no figure of speech."""

SOMEBODY_ELSE = [
    "my mate says he wants to end his life",
    "my best friend cuts herself in the loo",
    "a girl in my class is being abused at home",
    "my cousin swallowed a load of pills",
    "One of my pupils told me that his uncle beats him.",
    "i think my roommate is suicidal",
]

MASKED = [
    "i w4nt to d1e",
    "k*ll myself",
    "i am going to k!ll mys3lf",
    "s u i c i d e, i think about it",
    "i wannnnaaaa dieeee",
    "IWANTTODIE",
    "kill 🔪🔪 myself",
    "i want to\nkill myself",
    "i wanna dye so bad",
    "5 of 10. also no way i can keep going, i want to dissapear",
    "writing about hamlet but honestly i want to kill myself too",
    "i’m thinking of suicide",
    "i  don t  want  to  live  anymore",
]

LEFT_ALONE = [
    "could i just keep a tally",
    "can i just do a checklist at home",
    "este finde me corté un dedo jaja, 18",
    "me quemé con el horno pero hice 5",
    "the cold hits me every morning at the bus stop",
    "my cat scratched me all over",
    "7 press-ups, my arms want to die",
    "i want to disappear from the leaderboard",
    "ms roux tortures us with tests every week",
    "took two paracetamol for my headache and then did 12",
    "4x and he even called on me",
    "this coursework is killing me",
    "we need to kill this contract",
    "i'm dead lol",
    "dying of thirst after that run",
    "just shoot me now, another form",
    "my laptop died",
    "i could murder a burger",
    "cut my intro by 50 words",
    "drowning in coursework, 2 of 6",
    "explain why Ophelia drowns herself",
    "a talk about suicide rates in the victorian age",
    "learn 20 words about war and death",
    "our bio unit on self-harm, 5 risk factors",
    "we killed it in the relay",
    "she beat me 3-0 at tennis",
    "he beat me in chess again",
    "hit a new record, 45",
    "dead hang 40 s",
    "i read To Kill a Mockingbird, 3 chapters",
    "i want to die of embarrassment when i read aloud",
    "end it please, the contract i mean",
    "5 of 10",
    "my mum is gonna kill me for this grade",
    "burned 300 calories on the bike",
    "the last scene touched me",
    "i hurt myself at basketball, no practice",
    "got kicked out of the zoom call",
    "i'd kill for a nap",
    "kill time on the train, 12 pages",
    "I am afraid of speaking in front of people.",
    "i get paid every friday so theres always something",
    "i want to know how it ends",
    "i want to see how this ends so i keep reading",
    "we get paid each month so there is always enough",
]


@pytest.mark.parametrize(("family", "text"), [(family, text) for family, texts in OWN.items() for text in texts])
def test_the_writer_is_not_well(family: str, text: str) -> None:
    found = look(text)
    assert found is not None, family
    assert (found.about, found.language) == (Unwell.SELF, "en")


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("text", PLAIN)
def test_what_stands_beside_a_cry_takes_nothing_from_it(text: str, beside: str) -> None:
    assert look(beside.format(text)) is not None


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_somebody_else_is_not_well(text: str) -> None:
    found = look(text)
    assert found is not None
    assert (found.about, found.language) == (Unwell.SOMEBODY_ELSE, "en")


@pytest.mark.parametrize("text", MASKED)
def test_hidden_torn_and_misspelt_words_are_read(text: str) -> None:
    found = look(text)
    assert found is not None
    assert found.about is Unwell.SELF


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_figures_of_speech_subjects_of_study_games_and_sport_are_left_alone(text: str) -> None:
    assert look(text) is None
