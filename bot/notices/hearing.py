"""What Accord says about a message that it did not take as an answer."""

from dataclasses import dataclass

from bot.domain.focus import About
from bot.notices.base import Notice


@dataclass(frozen=True, slots=True)
class WhichOne(Notice):
    """To somebody who wrote what several open questions may be about: which one is it? Once that is answered, the same
    message says so."""

    asked_back: int

    @property
    def subject(self) -> str:
        return f"asked-back:{self.asked_back}"


@dataclass(frozen=True, slots=True)
class WhichBrief:
    """`places` are what one can choose from, each with the name of its class; `taken` is what was chosen, None while
    nothing was. Once the words are dropped, there is nothing to choose from."""

    asked_back: int
    places: tuple[tuple[About, str], ...]
    taken: tuple[About, str] | None = None


@dataclass(frozen=True, slots=True)
class CheckInAgain(Notice):
    """To a student who answered something else: this check-in, asked before, still waits."""

    check_in: int

    @property
    def subject(self) -> str:
        return f"check-in:{self.check_in}"


@dataclass(frozen=True, slots=True)
class Remark(Notice):
    """A short word on something that is kept nowhere: `about` is its kind; `waits` what still waits for an answer, by
    the word of its About, or ""."""

    about: str
    waits: str = ""
