"""What people type. Every text carries a word of its own, by which it is found again wherever it went."""

import random
import re
from dataclasses import dataclass
from datetime import date, timedelta

PLAIN = (
    "I get stuck at the beginning",
    "my ideas are good",
    "I read it aloud and mark what repeats",
    "a quiet place and more time",
    "two or three different ways in one paragraph",
    "I rewrite one paragraph every Tuesday",
    "it went better than last week",
    "the second half was hard",
    "ich habe geübt, aber wenig",
    "ça va mieux",
    "नमस्ते 🙂",
)
HOSTILE = (
    "<!here>",
    "<!channel>",
    "*bold*",
    "_em_",
    "`code`",
    "~no~",
    "<https://evil.example|click>",
    "&lt;b&gt;",
    "> x",
)
"""What Slack would make something of, were it not shown as text."""

NEXT_STEPS = (
    "vary how your sentences begin",
    "read one paragraph aloud before you hand it in",
    "give a second reason for each claim",
    "label both axes of every graph with their units",
)
"""What a teacher asks for."""

VAGUE = ("get better at writing", "improve", "do more", "not sure", "be good", "?", "maybe")
WORDS_TO_ACCORD = ("back", "help", "skip", "later", "hi", "weiter")

NOT_MEANT = (
    "I failed to reach 8 of 10",
    "I hope to do 9 of 10 next week",
    "see you at 15:30",
    "look at <https://notes.example/8|my notes>",
    "it is on page 7",
    "I will do 6 tomorrow",
    "last week I had 9",
)
"""What has numbers in it that say nothing of how far somebody is."""

HOW_IT_GOES = ("How am I doing?", "how am i doing", "show my history", "show me my progress")
HAD_ONE = ("I've written one", "had another essay", "I had one today")
"""What somebody says whose check-ins come after each essay."""

NO_ANSWERS = ("thanks!", "who are you", "can my mum see this", "what happens next", "leave me alone", "lol")

AWAY = (
    "im off sick till {day}",
    "away until {day}",
    "I'm ill, back on {day}",
    "im ill",
    "on a trip next week",
    "away until yesterday",
)
"""What somebody writes who is away; {day} is a day to come."""

NOT_WELL = (
    "i want to kill myself",
    "i feel like dying",
    "my dad hits me",
    "i cut myself again last night",
    "they beat me up every day after school",
)
_LETTERS = "bcdfghjkmnprstvwxz"


@dataclass(frozen=True, slots=True)
class Said:
    """A text with its word, the numbers in it that say how far somebody is, and what it is about where that is not what
    was asked."""

    text: str
    word: str
    numbers: tuple[int, ...] = ()
    about: str = ""


class Mint:
    """Makes the words that stand in one text alone."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._made = 0
        self._words = re.compile(rf"\b{prefix}q[{_LETTERS}]{{4}}\b")

    def word(self) -> str:
        self._made += 1
        number, letters = self._made, ""
        for _ in range(4):
            number, place = divmod(number, len(_LETTERS))
            letters = _LETTERS[place] + letters
        return f"{self._prefix}q{letters}"

    def found_in(self, text: str) -> list[str]:
        """Those of its words that stand in a text."""
        return self._words.findall(text)


def sentence(rng: random.Random, word: str) -> str:
    """Something that reads like a sentence, now and then with markup in it."""
    parts = [rng.choice(PLAIN)]
    if rng.random() < 0.3:
        parts.append(rng.choice(HOSTILE))
    return " ".join([*parts, word])


def about(rng: random.Random, text: str, name: str, handle: str, user: str, address: str, nickname: str) -> str:
    """The text, now and then with somebody in it, in one of the ways in which people are named; with a `nickname`,
    by that too, and by the handle as if it were one."""
    if rng.random() < 0.25:
        return text
    first, last = name.split()[0], name.split()[-1].strip("*<>")
    ways = [name, first, last, f"{first}'s", name.upper(), first.lower(), f"@{handle}", f"<@{user}>", user, address]
    if nickname:
        ways += [nickname, nickname.lower(), handle, f"{handle}'s", handle.title()]
    named = rng.choice(ways)
    return rng.choice((f"{named}, {text}", f"{text}, like {named}", f"{text} ({named})", f"Ask {named}: {text}"))


def statement(rng: random.Random, word: str, today: date) -> str:
    """A target, mostly one that says all there is to say."""
    if rng.random() < 0.2:
        return f"{rng.choice(VAGUE)} {word}"
    due = today + timedelta(days=rng.randint(9, 18))
    goal, now = rng.randint(6, 9), rng.randint(1, 4)
    markup = f" {rng.choice(HOSTILE)}" if rng.random() < 0.25 else ""
    day = f"{due.day} {due:%B}"
    return f"start {goal} of 10 sentences in a new way {word}{markup} by {day}, now it is {now}"


def reply(rng: random.Random, word: str, most: int = 10) -> Said:
    """An answer to a check-in: a number up to `most`, words, or both."""
    number = rng.randint(1, most)
    text = rng.choice(
        (
            f"{number} {word}",
            f"{number} of 10 {word}",
            f"this week {number} of 10, {sentence(rng, word)}",
            sentence(rng, word),
            f"{number}/10 {word}",
        )
    )
    return Said(text, word, (number,))


def milestones(rng: random.Random, word: str) -> str:
    """Up to three of a student's own, a line each: some have a number."""
    lines = [f"{rng.choice(PLAIN[:4])} {word}", f"halfway through {word}: {rng.randint(4, 6)}", f"{word} out loud"]
    return "\n".join(rng.sample(lines, rng.randint(1, len(lines))))


def soon(rng: random.Random, today: date) -> str:
    """A date not far away, as people write it."""
    day = today + timedelta(days=rng.randint(12, 22))
    return rng.choice((f"{day.day} {day:%B}", day.isoformat(), "in three weeks", f"{day.day} {day:%B} {day.year}"))
