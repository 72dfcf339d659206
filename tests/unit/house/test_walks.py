"""What one thing that happens costs."""

from pathlib import Path

from tests.house.answer import check_in_answer, interview_answer
from tests.house.report import Measure, table
from tests.house.tracing import POLLING, Call, Statement, Trace

MOST_WITH_HOMES, MOST_WITHOUT, MOST_IN_AN_INTERVIEW = 106, 73, 38
"""SQL statements for one answer, with room for a visit more of the sender, which a busy machine makes. The Homes have a
visit of their own, once for all answers of ten seconds."""


def said(sql: str, transaction: int, *, by_sender: bool = False, for_home: bool = False) -> Statement:
    return Statement(sql, transaction, by_sender, for_home)


READ = said("SELECT person.id FROM person", 1)
IN_VAIN = said("SELECT outbox.id FROM outbox", 2, by_sender=True)
CLAIM = said("UPDATE outbox SET state='claimed'", 3, by_sender=True)
HOME = said("SELECT classroom.id FROM classroom", 3, by_sender=True, for_home=True)


def test_looks_of_the_sender_that_find_nothing_do_not_count() -> None:
    trace = Trace(ran=[READ, IN_VAIN, CLAIM, HOME])
    assert trace.statements == [READ, CLAIM, HOME]
    assert trace.without_homes == [READ, CLAIM]


def test_statements_before_a_call() -> None:
    trace = Trace(ran=[READ, IN_VAIN, CLAIM, HOME])
    assert trace.statements_before(Call("chat.postMessage", {}, 3)) == [READ, CLAIM]
    assert trace.statements_before(Call("chat.postMessage", {}, 0)) == []


def test_the_kind_of_a_statement_is_its_verb_and_table() -> None:
    assert [s.kind for s in (READ, CLAIM)] == ["SELECT person", "UPDATE outbox"]
    assert said('INSERT INTO "incoming" (key) VALUES (1)', 1).kind == "INSERT incoming"


async def test_an_answer_is_traced_from_the_way_in_to_the_call(tmp_path: Path) -> None:
    answered = await check_in_answer(tmp_path, messages=2)
    trace = answered.trace
    assert any(name.startswith("handlers/router.py:") for name in trace.names)
    assert not any(code.co_name.startswith("<") for code in trace.functions)
    assert not POLLING & {code.co_filename for code in trace.functions}
    assert any(statement.kind == "INSERT reply" for statement in trace.statements)
    assert 0 < len(trace.statements_before(answered.leaves)) <= len(trace.statements)
    assert len(trace.without_homes) <= MOST_WITHOUT
    assert len(trace.statements) <= MOST_WITH_HOMES
    assert all("chat.postMessage" in answered.by_method(k) for k in (1, 2))


async def test_an_answer_in_an_interview_reads_no_more_than_it_did(tmp_path: Path) -> None:
    assert len((await interview_answer(tmp_path)).statements) <= MOST_IN_AN_INTERVIEW


def test_the_table_is_aligned_and_shows_the_first_of_a_list() -> None:
    measures = [Measure("short", "1", "by hand", ["a" * 60, "b" * 60]), Measure("a longer name", "22", "so")]
    lines = list(table(measures))
    assert [line.index(value) for line, value in ((lines[0], "1"), (lines[3], "22"))] == [15, 15]
    assert lines[2].endswith("a, …")
    assert sum(line.startswith("      b") for line in table(measures, everything=True)) == 1
