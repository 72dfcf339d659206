"""What a question to Accord is about."""

import pytest

from bot.language.hearing import Kind, Moment, hear
from bot.language.hearing.kinds import OTHER, topic_of
from bot.language.hearing.words import words_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("who reads this?", "who-reads"),
        ("can my mum see what i write", "who-reads"),
        ("does my teacher see what i type here", "what-teacher-sees"),
        ("what happens next?", "what-next"),
        ("is this graded", "what-next"),
        ("how do i change my target", "change-or-end"),
        ("can i still move it later", "change-or-end"),
        ("how am i doing so far?", "how-am-i-doing"),
        ("wots my targit again", "how-am-i-doing"),
        ("r u a bot", "are-you-human"),
        ("who made you", "are-you-human"),
        ("why?", "why"),
        ("wdym", "what-do-you-mean"),
        ("do audio books count", "what-do-you-mean"),
        ("when is the next check-in", "when-is-it"),
        ("what can you do", "what-can-you-do"),
        ("is youtube allowed", OTHER),
        ("", OTHER),
    ],
)
def test_topics(text: str, topic: str) -> None:
    assert topic_of(words_of(text)) == topic


def test_only_a_question_has_a_topic() -> None:
    assert hear("what happens next?", Moment.IDLE).topic == "what-next"
    thanked = hear("thank you so much for the help", Moment.IDLE)
    assert (thanked.kind, thanked.topic) == (Kind.THANKS, "")
