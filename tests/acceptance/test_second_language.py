"""A Spanish student in a class of English ones, as the tour plays it: each reads their own language."""

import re
from datetime import UTC, datetime

from bot.demo.scene import School
from bot.demo.tour import Story
from prompts.words import words_for

INTERVIEW = ("proposing-back", "proposing-skip", "proposing-submit", "proposing-option-evidence-oral")
CHECK_IN = ("check-in-log-button", "check-in-undo-button")
OF_THE_TEACHER = ("proposal-approve", "check-in-respond-button")
LATE_IN_JANUARY = datetime(2027, 1, 25, 9, 0, tzinfo=UTC)


def labels(transcript: list[str], reader: str) -> set[str]:
    """What stood on the buttons under all that Accord said to somebody."""
    said = [lines for lines in transcript if lines.startswith(f"Accord to {reader}:")]
    return set(re.findall(r"\[([^\]]+)\]", "\n".join(said)))


def in_words(locale: str, *keys: str) -> set[str]:
    return {words_for(locale)(key) for key in keys}


async def test_from_hola_to_a_check_in(scene: School) -> None:
    transcript: list[str] = []
    story = Story(scene, transcript.append)
    await story.set_up()
    await scene.until(LATE_IN_JANUARY)  # the part waits for a check-in of its own day
    await story.second_language()
    his, hers = labels(transcript, "Diego Ruiz"), labels(transcript, "Ms Lee")
    assert in_words("es", *INTERVIEW, *CHECK_IN) <= his
    assert in_words("en", *OF_THE_TEACHER) <= hers
    assert not his & in_words("en", *INTERVIEW, *CHECK_IN)
    assert not his & hers
