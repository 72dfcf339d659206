"""Whatever is typed and pressed, in whatever order: nothing breaks, and nothing that was said gets lost."""

import json
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.activities.proposing.interview import flow
from bot.activities.proposing.interview.draft import dump, key_of_message, load
from bot.activities.proposing.interview.flow import STEPS
from bot.activities.proposing.interview.proposal import terms_of
from bot.domain.actor import Refusal
from bot.domain.classroom import Autonomy
from tests.unit.interview.transcripts import BY_DEFAULT, WHOLE, Transcript, frame

TYPICAL = (
    "get better at openings",
    "Write 8 different sentence openings in my essay by 12 March",
    "from 5 to 8 openings",
    "14/20",
    "1,5",
    "about 70 %",
    "in three weeks",
    "31 February",
    "1 May",
    "yes",
    "no",
    "take it",
    "mondays and fridays",
    "a video",
    "one\ntwo\n\nthree",
    "<!channel> @here *bold*",
)
texts = st.sampled_from(TYPICAL) | st.text(max_size=60) | st.text(st.characters(), max_size=8).map(lambda t: t * 200)
PARTS = ("hardest", "1.sentence", "1.numbers", "1.timeframe", "1.more", "2.sentence", "supports", "ends_on", "days")
moves = st.one_of(
    st.tuples(st.just("say"), texts),
    st.tuples(st.just("choose"), st.integers(0, 6)),
    st.tuples(st.sampled_from(["skip", "back", "keep"]), st.none()),
    st.tuples(st.just("edit"), st.sampled_from([*PARTS, "x", "9.days", ".", "1."])),
    st.tuples(st.just("correct"), texts),
    st.tuples(st.just("wait"), st.integers(1, 40)),
)


def _move(talk: Transcript, name: str, what: object) -> None:
    if name == "wait":
        talk.frame = replace(talk.frame, now=talk.frame.now + timedelta(days=int(str(what))))
    elif name == "edit":
        talk.edit(str(what))
    elif name == "correct":
        key = next(iter(talk.draft), None)
        if key is not None:
            talk.correct(key, str(what))
    elif name == "back":
        talk.back()
    elif talk.asked:
        _reply(talk, name, what)


def _reply(talk: Transcript, name: str, what: object) -> None:
    if name == "choose":
        question = flow.asked(talk.draft, talk.frame)
        assert question is not None
        options = question.step.options(question.place(talk.draft, talk.frame))
        talk.choose(options[int(str(what)) % len(options)] if options else "yes")
    elif name == "say":
        talk.say(str(what))
    elif name == "skip":
        talk.skip()
    else:
        talk.keep()


def _startable(talk: Transcript) -> bool:
    try:
        talk.frame.check_startable()
    except Refusal:
        return False
    return True


@given(st.sampled_from(Autonomy), st.integers(0, len(WHOLE)), st.lists(moves, max_size=25))
@settings(max_examples=150, deadline=None)
def test_any_conversation(autonomy: Autonomy, begun: int, made: list[tuple[str, object]]) -> None:
    talk = Transcript(frame(autonomy))
    for key, text in WHOLE[:begun]:
        if not talk.asked:
            talk.edit(key)
        if talk.asked == key:
            talk.say(text)
    for name, what in made:
        before = talk.draft
        _move(talk, name, what)
        _nothing_lost(talk, before)
        stored = json.loads(json.dumps(dump(talk.draft)))
        assert list(load(stored).items()) == list(talk.draft.items())
        if not talk.asked and _startable(talk):
            assert terms_of(talk.draft, talk.frame).targets


def _nothing_lost(talk: Transcript, before: object) -> None:
    """Only what stands on an answer that has changed may go."""
    assert isinstance(before, dict)
    lost = before.keys() - talk.draft.keys()
    changed = [k for k, a in talk.draft.items() if k not in before or before[k].value != a.value]
    may_go = {
        f"{key.partition('.')[0]}.{name}"
        for key in changed
        if "." in key
        for name in (*STEPS[key.partition(".")[2]].drops, *STEPS[key.partition(".")[2]].doubts)
    }
    assert lost <= may_go


@given(st.integers(1, len(BY_DEFAULT)), texts)
@settings(max_examples=100, deadline=None)
def test_back_after_an_answer_asks_the_same_question_again(count: int, text: str) -> None:
    talk = Transcript().through(*WHOLE[: count - 1])
    asked = talk.asked
    answered = talk.say(text)
    if not answered.startswith("!"):
        assert talk.back() == asked
        assert not talk.keep().startswith("!")


@given(st.integers(0, len(BY_DEFAULT) - 1), texts)
@settings(max_examples=100, deadline=None)
def test_a_reply_that_could_not_be_read_is_remembered_by_its_message(count: int, text: str) -> None:
    talk = Transcript().through(*WHOLE[:count])
    asked = talk.asked
    if talk.say(text).startswith("!"):
        talk.draft = flow.unread(talk.draft, asked, text, "99.9")
        assert talk.asked == asked
        assert key_of_message(talk.draft, "99.9") == asked
        assert talk.say(WHOLE[count][1]) != asked
