"""The language model of a run: what it is asked, how it fails, and what the program makes of that."""

from collections import Counter
from dataclasses import replace

import pytest

from sandbox.people import Person
from simulation.evidence import Evidence
from simulation.plan import Size, plan_for
from simulation.properties.leaving import the_model_knows_nobody
from simulation.trouble import MODEL_FAULTS
from simulation.world import World, simulate

SHORT = Size(students=2, weeks=1, trouble=60)


def test_trouble_with_the_model_strikes_in_all_its_kinds() -> None:
    struck: Counter[str] = Counter()
    for seed in range(40):
        result = simulate(plan_for(seed, SHORT, model=True))
        assert result.violations == []
        struck += result.faults
        if set(MODEL_FAULTS) <= struck.keys():
            return
    pytest.fail(f"never seen: {set(MODEL_FAULTS) - struck.keys()}")


def test_without_a_model_nothing_is_asked() -> None:
    trace = simulate(plan_for(3, SHORT, model=False), trace=True).trace
    assert not [line for line in trace if "the model" in line]


@pytest.fixture(params=[False, True], ids=["plain names", "nicknames"])
def evidence(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Evidence:
    """What was left to look at after a short run."""
    kept: list[Evidence] = []

    async def ends_at_once(world: World) -> None:
        world._evidence.rows("person")  # while the database is there
        kept.append(world._evidence)

    monkeypatch.setattr(World, "run", ends_at_once)
    simulate(replace(plan_for(1, SHORT, model=True), nicknames=request.param))
    return kept[0]


def traces(person: Person) -> list[str]:
    user = person.user
    return [
        user.real_name,
        user.real_name.split()[-1].strip("*").upper(),
        f"@{user.name}",
        user.name.upper(),
        user.shown,
        f"<@{user.id}>",
        user.id,
        user.email,
    ]


def test_in_some_runs_names_tell_nothing_of_handles_and_shown_names() -> None:
    assert {plan_for(seed, SHORT).nicknames for seed in range(20)} == {True, False}


def test_whatever_names_somebody_is_noticed(evidence: Evidence) -> None:
    (school,) = evidence.schools
    in_class = {user for room in school.rooms for user in room.channel.members}
    people = [person for person in school.people.values() if person.id in in_class]
    assert len(people) >= 3
    for person in people:
        for trace in traces(person):
            evidence.asked.append(f'{{"seen": "read one paragraph, {trace}: aloud"}}')
            assert list(the_model_knows_nobody(evidence)), trace
            evidence.asked.append('{"seen": "read one paragraph, [person 1]: aloud, and mark another"}')
            assert not list(the_model_knows_nobody(evidence))


def test_who_is_in_no_class_and_unknown_to_accord_can_not_be_named_by_it(evidence: Evidence) -> None:
    (school,) = evidence.schools
    person = next(iter(school.people.values()))
    for room in school.rooms:
        room.channel.place.members.clear()
    evidence.asked.append(f'{{"seen": "{person.user.real_name}"}}')
    assert not list(the_model_knows_nobody(evidence))
