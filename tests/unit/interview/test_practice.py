"""How the student practises is asked in one step, with the plan for where something gets in the way."""

from dataclasses import replace

from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.proposal import taken_up, terms_of
from bot.domain.terms import Target
from tests.unit.interview.transcripts import Transcript

SAID = "every tuesday in the library. If I miss it, I do it on Wednesday"


def talked(practice: str) -> Transcript:
    talk = Transcript()
    for answer in ("starting", "ideas", "start 8 of 10 sentences in a new way by 24 february, now it is 3", practice):
        talk.say(answer)
    talk.choose("written")
    talk.skip()
    talk.say("nobody yawns")
    return talk.through(("ends_on", "12 March"), ("days", "monday"), ("1.more", "no"))


def agreed(talk: Transcript) -> Target:
    return terms_of(talk.draft, talk.frame).targets[0]


def practice(target: Target) -> tuple[str, str, str]:
    return (target.strategies, target.obstacle, target.fallback)


def test_one_answer_says_it_all() -> None:
    plan = ("every tuesday in the library.", "I miss it", "I do it on Wednesday")
    assert practice(agreed(talked(SAID))) == plan
    assert practice(agreed(talked("read"))) == ("read", "", "")


def test_what_a_side_wrote_in_the_form_stays_as_it_was_written() -> None:
    talk = talked(SAID)
    sent = terms_of(talk.draft, talk.frame)
    assert taken_up(talk.draft, talk.frame, sent)["1.strategies"] == talk.draft["1.strategies"]
    for changed in ("read. If I am ill, I do it later", "read"):
        target = replace(sent.targets[0], strategies=changed, obstacle="Football", fallback="")
        version = replace(sent, targets=(target,))
        assert terms_of(taken_up(talk.draft, talk.frame, version), talk.frame) == version


def test_another_answer_takes_the_place_of_the_whole_plan() -> None:
    talk = talked("read")
    sent = terms_of(talk.draft, talk.frame)
    version = replace(sent, targets=(replace(sent.targets[0], obstacle="Football", fallback="On Sunday"),))
    talk.draft = flow.edit(taken_up(talk.draft, talk.frame, version), talk.frame, "1.strategies")
    talk.say("two pages every night")
    assert practice(agreed(talk)) == ("two pages every night", "", "")
