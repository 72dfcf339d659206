"""What the people of a campaign did, and what they were told became of it."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Typed:
    """A message that a student typed. `heard`: the program acknowledged it."""

    student: str
    ts: str
    text: str
    heard: bool = False


@dataclass(slots=True)
class Sent:
    """A form with a text that nobody else wrote. `taken`: the program acknowledged it without complaint."""

    who: str
    check_in: int
    text: str
    taken: bool = False


@dataclass(slots=True)
class Book:
    typed: list[Typed] = field(default_factory=list)
    replies: list[Sent] = field(default_factory=list)
    responses: list[Sent] = field(default_factory=list)
    numbers: int = 0

    def words(self, name: str) -> str:
        """Words that nobody said before."""
        self.numbers += 1
        return f"{name} says this as number {self.numbers}"
