"""What the message about rubrics needs, read when it is sent."""

from bot.activities.rubrics import messages
from bot.activities.rubrics.messages import RubricsBrief, RubricsStand
from bot.domain.rubrics import standing
from bot.messages.briefs import only_a_teacher, say
from storage.unit_of_work import UnitOfWork


def _rubrics(uow: UnitOfWork, notice: RubricsStand, reader: str) -> RubricsBrief:
    only_a_teacher(uow, notice.classroom, reader)
    return RubricsBrief(notice.classroom, tuple(standing(uow.rubrics.all())))


say(RubricsStand, shown=_rubrics, blocks=messages.rubrics_stand)
