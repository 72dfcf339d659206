"""Planted in whom students' work is for, and in what becomes of it when they take it back."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from bot.activities import access
from bot.activities.evidence import messages, reads
from bot.activities.evidence import use_cases as evidence
from bot.activities.evidence.messages import PieceFile
from bot.activities.home import student_page
from bot.domain.actor import Side
from bot.messages import briefs
from bot.messages.tell import tell
from simulation.plan import Size
from storage.queries.outbox import Outbox
from tests.planted.plants import plant

MORE = Size(students=3, weeks=2, trouble=15)


@plant("A file goes to all who teach anything in the school.", "no_file_is_seen_by_anybody_it_is_not_for",
       size=MORE, classes=2)  # fmt: skip
def files_go_to_every_teacher() -> Iterator[None]:
    show_to = evidence._show_to

    def to_all(uow: Any, teacher: str, piece: Any, contract: Any) -> None:
        show_to(uow, teacher, piece, contract)
        everybody = {user for room in uow.classrooms.not_archived() for user in access.teachers_of(uow, room.id)}
        for other in sorted(everybody - {teacher, piece.student}) if piece.is_file else ():
            tell(uow, other, PieceFile(piece.id), once=f"evidence:{piece.id}:file:{other}")

    def whoever_reads(uow: Any, notice: Any, reader: str) -> Any:
        piece = reads._piece(uow, notice.piece)
        return messages.FileBrief(piece, "", lambda: uow.files.read(uow.workspace, piece.digest))

    anybody = {PieceFile.kind: (whoever_reads, messages.file)}
    with patch.object(evidence, "_show_to", to_all), patch.dict(briefs._said, anybody):
        yield


@plant("What was uploaded for teachers stays with them when it is taken back.", "what_is_taken_back_is_gone",
       size=MORE, first=17)  # fmt: skip
def uploads_stay() -> Iterator[None]:
    with patch.object(Outbox, "files_under", lambda self, beginning: []):
        yield


@plant("Whoever asks is shown the page of any student.", "a_students_page_is_for_their_teachers", size=MORE)
def pages_are_for_everybody() -> Iterator[None]:
    def of_student(uow: Any, actor: Any, student: str) -> Any:
        places = access.places_of(uow, student, Side.STUDENT)
        return {place.classroom: uow.classrooms.get(place.classroom) for place in places}

    nothing = SimpleNamespace(about_student=lambda uow, actor, student: SimpleNamespace(profile=None))
    with patch.object(student_page, "_shared", of_student), patch.object(student_page, "profile", nothing):
        yield
