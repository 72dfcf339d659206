"""What a student takes over from their school's menu, and what makes it their own."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.actor import Refusal

OWN_WORDS = 2


@dataclass(frozen=True, slots=True)
class TakenActivity:
    """An activity of the school's menu, as it read when a target took it. How the student practises makes it their
    own."""

    name: str
    purpose: str
    level: str
    resources: tuple[str, ...] = ()
    minutes: int = 0


def is_made_own(activity: TakenActivity, said: str) -> bool:
    """Whether somebody changed the activity, or added to it: what they say has words that it does not have. Without
    that it is an assignment."""
    given = set(words_of(" ".join((activity.name, activity.purpose, *activity.resources))))
    return len({word for word in words_of(said) if word not in given}) >= OWN_WORDS


def check_own(activities: Sequence[TakenActivity], said: str) -> None:
    """Raise Refusal where one is taken as it came."""
    for one in activities:
        if not is_made_own(one, said):
            raise Refusal("activity-unchanged", field="strategies", activity=one.name)


def folded(text: str) -> str:
    """Small letters without accents and signs: what makes two names the same."""
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    apart = "".join(char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return apart.split()
