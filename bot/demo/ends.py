"""Parts of the tour about looking back: halfway, after a target that was not reached, with guests, and for a family."""

from bot.demo.telling import Telling, fields_of, words
from sandbox.people import Person

PAGE = ("paragraphs.pdf", b"%PDF-1.4\n%EOF\n")
"""What a student hands in."""


class LookingBack(Telling):
    """The parts; each goes on from what the story has led to."""

    async def halfway(self) -> None:
        """A student rates her own signs of success, and asks a classmate, who agrees first, about a piece of work."""
        s = self.scene
        s.ben.skips()
        await self.hands_in(s.ana, PAGE, words("tour-answer-page"))
        await self.reads(s.ana, "piece-noted")
        s.ana.skips()
        await self.presses(s.ana, "looking_back.open_halfway")
        await self.sends(s.ana, "looking_back.halfway", dict.fromkeys(_rated(s.ana), "2"))
        await self.sees(s.ana, "halfway-noted")
        await self.presses(s.ana, "peers.open_ask")
        await self.sends(s.ana, "peers.ask", {"peer": s.ben.user.real_name})
        await self.sees(s.ben, "peer-asked")
        await self.presses(s.ben, "peers.yes")
        await self.reads(s.ben, "peer-piece")
        await self.presses(s.ben, "peers.open_write")
        said = {name: words(f"tour-peer-{name.partition('-')[0]}") for name in fields_of(s.ben)}
        await self.sends(s.ben, "peers.write", said)
        await self.reads(s.ana, "peer-said")
        for person in (s.ana, s.ben, s.lee, s.bell):
            person.skips()

    async def not_reached(self) -> None:
        """The next contract begins with the number of today; by when is all that is asked."""
        s = self.scene
        await self.presses(s.ana, "looking_back.go_on")
        await self.sees(s.ana, "interview-question")
        await self.presses(s.ana, "proposing.keep")
        await self.sees(s.ana, "interview-question")
        s.ana.skips()

    async def conference(self) -> None:
        """A student shows guests what he has learned, and both sign the next step."""
        s = self.scene
        s.lee.skips()
        await self.types(s.ben, "/accord journey")
        await self.presses(s.ben, words("conference-button"))
        said = {key: words(f"tour-conference-{key}") for key in ("script", "first")}
        await self.sends(s.ben, "conference.save", {"opening": "hard"} | said)
        await s.ben.closes(everything=True)
        await self.reads(s.ben, "conference-card")
        await self.sees(s.lee, "conference-card", quietly=True)
        await self.presses(s.lee, "conference.step")
        await self.sends(s.lee, "conference.agree", {"step": words("tour-conference-step")})
        await self.presses(s.ben, "conference.sign")
        await self.reads(s.ben, "conference-card")

    async def family(self) -> None:
        """A note to a family: the student sees it first, and the slip comes back."""
        s = self.scene
        s.ben.skips()
        await self.types(s.lee, "/accord student @ben", s.english)
        await self.presses(s.lee, words("family-button"))
        note = {"language": "en", "ways": ["ask", "show"], "word": words("tour-family-word")}
        await self.sends(s.lee, "guardians.ask", note)
        await s.lee.closes(everything=True)
        await self.reads(s.ben, "family-note-card")
        await self.presses(s.ben, "guardians.yes")
        await self.presses(s.lee, "guardians.back")
        await self.reads(s.lee, "family-note-card")


def _rated(who: Person) -> list[str]:
    return [name for name in fields_of(who) if name.startswith("rating-")]
