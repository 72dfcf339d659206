"""What shows that it worked: one of the forms, or something else, in the student's own words."""

from dataclasses import replace

import pytest

from bot.activities.proposing.interview import flow, particulars
from bot.activities.proposing.interview.draft import Viewpoint
from bot.activities.proposing.interview.proposal import taken_up, terms_of
from bot.domain.evidence import PieceKind
from bot.domain.terms import EvidenceForm, Target
from tests.unit.interview.transcripts import WHOLE, Transcript

BEFORE = WHOLE[: [key for key, _ in WHOLE].index("1.evidence")]
AFTER = WHOLE[len(BEFORE) + 1 :]


def at_the_question() -> Transcript:
    talk = Transcript().through(*BEFORE)
    assert talk.asked == "1.evidence"
    return talk


def agreed(talk: Transcript) -> Target:
    talk.through(*AFTER)
    return terms_of(talk.draft, talk.frame).targets[0]


def said(talk: Transcript) -> str:
    return particulars.words(Viewpoint(talk.draft, talk.frame))


def test_what_names_no_form_is_kept_in_its_words() -> None:
    talk = at_the_question()
    talk.say("  A comic strip\n")
    target = agreed(talk)
    assert (target.evidence, target.evidence_words) == (EvidenceForm.OTHER, "A comic strip")


@pytest.mark.parametrize("text", ["a link", "Link!", "I'll send a link", "link, please"])
def test_a_form_that_is_named_needs_no_words(text: str) -> None:
    talk = at_the_question()
    talk.say(text)
    target = agreed(talk)
    assert (target.evidence, target.evidence_words) == (EvidenceForm.LINK, "")


FILMED = "a video of me at two music stands"
VIDEO, PHOTO, OTHER = EvidenceForm.VIDEO, EvidenceForm.PHOTO, EvidenceForm.OTHER


def offered(talk: Transcript) -> set[str]:
    question = flow.asked(talk.draft, talk.frame)
    assert question is not None
    return set(question.step.options(question.place(talk.draft, talk.frame)))


@pytest.mark.parametrize(
    ("text", "form", "words"), [("a video", VIDEO, ""), ("Photo", PHOTO, ""), (FILMED, VIDEO, FILMED)]
)
def test_a_photo_and_a_video_are_offered_where_the_class_takes_them(text: str, form: EvidenceForm, words: str) -> None:
    talk = at_the_question()
    assert {"video", "photo"} <= offered(talk)
    talk.say(text)
    target = agreed(talk)
    assert (target.evidence, target.evidence_words) == (form, words)


@pytest.mark.parametrize("text", ["a video", "Photo", FILMED, "photos of my garden <3", "a link"])
def test_what_the_class_does_not_take_is_kept_in_words(text: str) -> None:
    talk = at_the_question()
    talk.frame = replace(talk.frame, takes=frozenset({PieceKind.DOCUMENT, PieceKind.TEXT}))
    assert {"video", "photo", "link"}.isdisjoint(offered(talk))
    talk.say(text)
    target = agreed(talk)
    assert (target.evidence, target.evidence_words) == (OTHER, text)


@pytest.mark.parametrize("form", [EvidenceForm.VIDEO, EvidenceForm.PHOTO])
def test_a_button_from_when_files_were_offered_still_works(form: EvidenceForm) -> None:
    talk = at_the_question()
    talk.choose(form.value)
    assert agreed(talk).evidence is form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a talk about my garden", EvidenceForm.ORAL),
        ("An essay", EvidenceForm.WRITTEN),
        ("I teach it to Ben", EvidenceForm.PEER_TEACHING),
    ],
)
def test_what_says_more_than_the_form_is_kept_beside_it(text: str, form: EvidenceForm) -> None:
    talk = at_the_question()
    talk.say(text)
    target = agreed(talk)
    assert (target.evidence, target.evidence_words) == (form, text)


def test_something_else_wants_words_whether_it_is_pressed_or_typed() -> None:
    talk = at_the_question()
    assert talk.choose("other") == "!evidence-in-words"
    for text in ("Something else.", "other", "another form"):
        assert talk.say(text) == "!evidence-in-words"
    talk.say("something else: a comic strip")
    assert agreed(talk).evidence_words == "something else: a comic strip"


def test_another_answer_takes_the_place_of_the_words() -> None:
    talk = at_the_question()
    talk.say("a comic strip")
    talk.through(*AFTER)
    talk.edit("1.evidence")
    talk.say("a poster")
    assert said(talk) == "a poster"
    talk.edit("1.evidence")
    talk.choose("oral")
    assert said(talk) == ""


@pytest.mark.parametrize("form", ["other", "video"])
@pytest.mark.parametrize("then", ["", "a comic strip of six scenes"])
def test_what_a_teacher_made_of_the_words_is_taken_up_and_can_be_changed_again(form: str, then: str) -> None:
    talk = at_the_question()
    talk.say("a comic strip")
    talk.through(*AFTER)
    sent = terms_of(talk.draft, talk.frame)
    changed = replace(sent.targets[0], evidence=EvidenceForm(form), evidence_words=then)
    talk.draft = taken_up(talk.draft, talk.frame, replace(sent, targets=(changed,)))
    assert (talk.asked, said(talk)) == ("", then)
    talk.edit("1.evidence")
    talk.say("a poster")
    assert said(talk) == "a poster"


def test_an_answer_from_before_there_were_words_holds() -> None:
    talk = at_the_question()
    talk.choose("oral")
    talk.draft = {**talk.draft, "1.evidence": replace(talk.draft["1.evidence"], raw="other", value="other")}
    assert agreed(talk).evidence is EvidenceForm.OTHER
    assert said(talk) == ""
