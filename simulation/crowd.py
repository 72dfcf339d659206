"""One of many in a class: answers what everybody is asked, and does nothing else."""

import random

from sandbox.state import Json
from simulation.rounds import Answers


class Classmate(Answers):
    def value(self, rng: random.Random, callback: str, name: str, element: Json, *, optional: bool) -> object:
        chosen = self.value_in_round(rng, callback, name, element)
        return super().value(rng, callback, name, element, optional=optional) if chosen is None else chosen
