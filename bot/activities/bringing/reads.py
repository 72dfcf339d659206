"""What the message about a file needs, read when it is sent."""

from bot.activities.bringing import messages
from bot.activities.bringing.messages import BroughtBrief, FileRead
from bot.domain.bringing import BroughtState
from bot.messages.briefs import NothingToSay, only_a_teacher, say
from storage.unit_of_work import UnitOfWork


def _read(uow: UnitOfWork, notice: FileRead, reader: str) -> BroughtBrief:
    found = uow.brought.get(notice.brought)
    classroom = uow.classrooms.get(found.classroom) if found is not None else None
    if found is None or classroom is None or found.state is BroughtState.COMING:
        raise NothingToSay("file")
    only_a_teacher(uow, classroom.id, reader)
    return BroughtBrief(found, classroom.name)


say(FileRead, shown=_read, blocks=messages.file_read)
