"""What the message about templates needs, read when it is sent."""

from bot.activities.templates import messages
from bot.activities.templates.messages import TemplatesBrief, TemplatesStand
from bot.domain.templates import standing
from bot.messages.briefs import only_a_teacher, say
from storage.unit_of_work import UnitOfWork


def _templates(uow: UnitOfWork, notice: TemplatesStand, reader: str) -> TemplatesBrief:
    only_a_teacher(uow, notice.classroom, reader)
    return TemplatesBrief(notice.classroom, tuple(standing(uow.templates.offered())))


say(TemplatesStand, shown=_templates, blocks=messages.templates_stand)
