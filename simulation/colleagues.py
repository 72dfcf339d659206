"""A colleague: teaches a class without students, and rates work of others when asked."""

import random

from sandbox.state import Json
from simulation.hands import Hands, kind_of, wish

WISHES = {"calibrating.open_rate": 12, "calibrating.decline": 1}


class Colleague(Hands):
    async def in_round(self, rng: random.Random) -> None:
        if self.form is not None:
            await self.fill_in(rng, self.form)
            return
        channel = self.school.staff_room.channel
        if not self.school.addressees.is_class(channel.id):
            await self.person.types("/accord setup", in_=channel)
            return
        for post in self.newest(12):
            if kind_of(post) != "calibration-asked":
                continue
            wanted = [(found, wish(WISHES, found[1])) for found in self.buttons(post)]
            wanted = [(found, weight) for found, weight in wanted if weight]
            if wanted and rng.random() < 0.8:
                await self.press(post, rng.choices(*zip(*wanted, strict=True))[0], rng)
                return
        if rng.random() < 0.3:
            await self.stale_press(rng)

    def value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        if callback == "set_up.save":
            return self._of_class(name)
        if callback == "calibrating.rate":
            return rng.choice(element["options"])["value"]
        return super().value(rng, callback, name, element, optional=optional)

    def _of_class(self, name: str) -> object:
        room = self.school.staff_room
        return {
            "name": room.name,
            "co_teachers": [other.id for other in self.school.staff if other is not self.person],
            "timezone": room.plan.zone,
            "term_ends_on": room.plan.ends_on.isoformat(),
            "check_in_days": list(room.plan.check_in_days),
            "check_in_time": room.plan.check_in_time,
        }.get(name)
