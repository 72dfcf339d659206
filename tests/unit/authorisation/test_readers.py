"""Who may read what: looked at when a message leaves, for between queueing and sending people change."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from bot.activities.registering import register_all
from bot.domain.actor import Side
from bot.domain.outbox import Delivery, Message, Verb
from bot.messages import briefs
from bot.messages.presenting import present
from storage.engine import open_engine
from tests.unit.authorisation.news import SCENES, Scene
from tests.unit.authorisation.school import School

THEIR_OWN = {
    "empty-sheet": "nothing of anybody stands on it",
    "feedback-delivered": "what the teacher wrote",
    "care-alerted": "the school named them, whether they teach or not",
    "response-changed": "that their own words were changed",
    "response-taken-back": "that their own words were taken back",
}
"""What somebody reads who does not teach the class any more, and why."""

LIKE = {
    "reply-noted": ["target-wanted"],
    "number-wanted": [
        "check-in-again",
        "how-many-now",
        "number-stands",
        "which-number",
        "words-kept",
        "words-taken-back",
    ],
    "care-answer": ["care-back", "care-elsewhere", "care-still"],
    "care-alerted": ["care-update", "care-words"],
}
"""What is not tried, since the same function prepares it as something that is."""

OF_NOBODY = "it says nothing of anybody"
OF_THE_CLASS = "it names the class and those who teach it, and nobody who learns there"
OF_THE_READER = "it is made of what its reader may see, whoever that is"
NOT_TRIED = {
    "admin-teaches": OF_THE_CLASS,
    "answer-sent": "the student's own words are not in it; only their teachers' names are",
    "care-for-lead": OF_NOBODY,
    "channel-gone": OF_THE_CLASS,
    "choose-class": OF_THE_READER,
    "class-closed": OF_THE_CLASS,
    "class-given": OF_THE_CLASS,
    "class-ready": "it stands in the class channel",
    "class-untaught": OF_THE_CLASS,
    "contract-removed": OF_THE_CLASS,
    "explained": OF_THE_READER,
    "files-not-passed-on": OF_NOBODY,
    "enough-today": OF_NOBODY,
    "help": OF_THE_READER,
    "home": "tests/unit/home/test_who_sees_what.py tries it",
    "interview-paused": "the student's own words are not in it; only the class and how far they are",
    "lesson-prompt": "it stands in the class channel, and is the same for everybody",
    "lesson-step": "it stands in the class channel, and is the same for everybody",
    "look-in-messages": OF_NOBODY,
    "no-check-in-now": OF_THE_READER,
    "proposal-sent": "the student's own words are not in it; only their teachers' names are",
    "reads-english": OF_NOBODY,
    "refused": OF_THE_READER,
    "remark": OF_THE_READER,
    "report-reader-named": OF_NOBODY,
    "report-reader-unnamed": OF_NOBODY,
    "roster-how": OF_NOBODY,
    "school-figures": "it tells of nobody alone; tests/unit/report tries who reads it",
    "school-signs": "it tells of nobody alone; tests/unit/report tries who reads it",
    "school-report": "it tells of nobody alone; tests/unit/report tries who reads it",
    "school-reported": "it tells of nobody alone; tests/unit/report tries who reads it",
    "shoutout-posted": "it stands in the class channel, by the student's yes",
    "teacher-digest": OF_THE_READER,
    "teacher-named": OF_NOBODY,
    "teacher-removed": OF_THE_CLASS,
    "teacher-unnamed": OF_NOBODY,
    "teachers-changed": OF_THE_CLASS,
}
"""Why the reader of these is of no account, or is tried elsewhere."""

OVER = "it is over: there is nothing to do next"
ASKED_FOR = "it brings what she asked for"
NO_BUTTON = {
    "agreed": "the contract has begun, and its student does the next step",
    "away-ended": OVER,
    "calibration-asked": "in this scene the rating is over; while it is not, its form opens there",
    "calibration-card": "in this scene the rating is over; while it is not, its buttons stand there",
    "calibration-outcome": ASKED_FOR,
    "class-contracts": ASKED_FOR,
    "class-overview": ASKED_FOR,
    "class-tables": ASKED_FOR,
    "class-workbook": ASKED_FOR,
    "contract-closed": OVER,
    "contract-document": ASKED_FOR,
    "drift-passed": OVER,
    "drift-seen": "in this scene it is over; while it is not, it offers changes and feedback",
    "empty-sheet": ASKED_FOR,
    "family-note-paper": ASKED_FOR,
    "feedback-delivered": "it says that it was sent; what its student answers comes with buttons",
    "folder-document": ASKED_FOR,
    "how-it-goes": ASKED_FOR,
    "look-back-asked": "in this scene both have looked back; before, it opens her part",
    "mentor-reported": "whom she speaks with is hers to choose: no button points at one of the two",
    "own-contract-kept": "it says who decides; the contract's own card has the buttons",
    "paper-sheet": ASKED_FOR,
    "pause-ended": OVER,
    "pause-noted": OVER,
    "peer-reported": "whom she speaks with is hers to choose: no button points at one of the two",
    "peer-shared": "the piece's own message has the buttons",
    "piece-file": "it is the file; the message before it has the buttons",
    "promises-due": "in this scene all is answered; while it is not, each has its buttons",
    "replied-meanwhile": OVER,
    "response-changed": OVER,
    "response-taken-back": OVER,
    "self-shared": "the contract is its student's own, and it says that she does not have to do anything",
    "talk-called-off": OVER,
    "talk-date": "it is a file for a calendar",
}
"""What a teacher reads without a button, and why."""

SCENE = pytest.mark.parametrize("scene", list(SCENES), ids=lambda scene: scene.__name__)


@pytest.fixture
def school(sqlite_url: str) -> Iterator[School]:
    engine: Engine = open_engine(sqlite_url)
    yield School(engine)
    engine.dispose()


@SCENE
def test_what_is_for_one_is_rendered_for_nobody_else(school: School, scene: Scene) -> None:
    scene(school)
    strangers = (school.classmate, school.other_teacher, school.stranger, school.admin)
    for delivery in _of(school, scene):
        for other in (one for one in strangers if one.user != delivery.reader):
            assert _rendered(school, replace(delivery, reader=other.user)) is None, (delivery.notice, other.user)


@SCENE
def test_who_stopped_teaching_reads_nothing_of_a_student(school: School, scene: Scene) -> None:
    scene(school)
    to_teachers = [d for d in _of(school, scene) if d.reader in (school.teacher.user, school.teacher2.user)]
    _nobody_teaches(school)
    read = {d.notice for d in to_teachers if _rendered(school, d) is not None}
    assert read <= set(THEIR_OWN)


@SCENE
def test_whom_it_is_for_reads_it(school: School, scene: Scene) -> None:
    """Without this the others would hold for messages that nobody can read. And what a teacher reads has a button for
    what she would do next."""
    scene(school)
    rendered = [(d, found) for d in _of(school, scene) if (found := _rendered(school, d)) is not None]
    assert {d.notice for d, _ in rendered} == SCENES[scene]
    teachers = (school.teacher.user, school.teacher2.user)
    bare = {d.notice for d, found in rendered if d.reader in teachers and not _has_button(found)}
    assert bare <= NO_BUTTON.keys()


def test_every_message_is_tried_or_it_is_said_why_not() -> None:
    register_all()
    tried = frozenset[str]().union(*SCENES.values())
    alike = {kind for kinds in LIKE.values() for kind in kinds}
    assert tried.isdisjoint(alike | NOT_TRIED.keys())
    assert briefs.said_kinds() - tried == alike | NOT_TRIED.keys()


@pytest.mark.parametrize("tried", LIKE)
def test_what_is_prepared_like_something_that_is_tried(tried: str) -> None:
    assert tried in frozenset[str]().union(*SCENES.values())
    assert all(briefs._said[kind][0] is briefs._said[tried][0] for kind in LIKE[tried])


def _of(school: School, scene: Scene) -> list[Delivery]:
    """The messages that the scene is here for, as they were queued."""
    found = [d for d in school.deliveries() if d.notice in SCENES[scene] and d.verb is Verb.POST]
    assert {d.notice for d in found} == SCENES[scene]
    return found


def _rendered(school: School, delivery: Delivery) -> Message | None:
    with school.uow() as uow:
        return present(uow, delivery)


def _has_button(message: Message) -> bool:
    elements = [*(e for b in message.blocks if b["type"] == "actions" for e in b["elements"])]
    return bool(elements) or any("accessory" in block for block in message.blocks)


def _nobody_teaches(school: School) -> None:
    with school.uow() as uow:
        for place in uow.memberships.ever_on_side(school.classroom.id, Side.TEACHER):
            uow.memberships.save(replace(place, left_at=school.now))
