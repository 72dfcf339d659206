"""A class in which two students have lived through everything."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from tests.world import World

NAMES = {"USTUDENT": "Ana Horváth", "UCLASSMATE": "Ben Adeyemi", "UTEACHER": "Ms Lee Wong"}


@pytest.fixture
def world(engine: Engine) -> World:
    """People with names of several words, as schools have them."""
    made = World(engine, timezone="Europe/Vienna")
    with made.uow() as uow:
        for user, name in NAMES.items():
            person = uow.people.of(user)
            assert person is not None
            uow.people.save(replace(person, name=name))
    return made
