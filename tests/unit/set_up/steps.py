"""What the tests of a class that is set up do again and again."""

from dataclasses import replace
from typing import Any

from bot.activities.set_up import use_cases as set_up
from bot.activities.set_up.use_cases import ClassChoices
from tests.world import World


def save_again(world: World, **changed: Any) -> None:
    """Its teacher sends the form of the class as it stands, with these fields changed."""
    room = world.classroom
    as_it_is = ClassChoices(
        channel=room.channel,
        name=room.name,
        co_teachers=("UTEACHER2",),
        timezone=room.timezone,
        term_ends_on=room.term_ends_on,
        check_in_days=room.check_in_days,
        check_in_time=room.check_in_time,
        shoutouts=room.shoutouts,
        autonomy=room.autonomy,
    )
    world.do(set_up.set_up, world.teacher, replace(as_it_is, **changed))
