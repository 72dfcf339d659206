"""What the message about the menu needs, read when it is sent."""

from bot.activities.menus import messages
from bot.activities.menus.messages import MenuBrief, MenuStands
from bot.domain.menu import standing
from bot.messages.briefs import only_a_teacher, say
from storage.unit_of_work import UnitOfWork


def _menu(uow: UnitOfWork, notice: MenuStands, reader: str) -> MenuBrief:
    only_a_teacher(uow, notice.classroom, reader)
    return MenuBrief(notice.classroom, tuple(standing(uow.menu.offered())))


say(MenuStands, shown=_menu, blocks=messages.menu_stands)
