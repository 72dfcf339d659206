"""`make bench`: one line of JSON for each measurement."""

from bot.logs import set_up_logs
from tests.bench import (
    answers,
    calendars,
    chart,
    class_card,
    class_lists,
    desk,
    documents,
    drain,
    drift,
    due,
    due_off,
    evidence_files,
    export,
    growth,
    interactions,
    load,
    local_workspace,
    messages,
    start,
    suggestions,
    targets,
    term,
)
from tests.bench.report import say

MEASUREMENTS = (
    interactions.measure,
    answers.measure,
    start.measure,
    local_workspace.measure,
    calendars.measure,
    evidence_files.measure,
    class_card.measure,
    class_lists.measure,
    desk.measure,
    term.measure,
    export.measure,
    targets.measure,
    suggestions.measure,
    drift.measure,
    chart.measure,
    documents.measure,
    messages.measure,
    drain.measure,
    load.measure,
    due.measure,
    due_off.measure,
    growth.measure,
)
"""What fills large databases comes last: this process grows with it, and what others hold is measured before."""


def main() -> None:
    set_up_logs("WARNING")  # what parts log in this process is no measurement
    for measure in MEASUREMENTS:
        for found in measure():
            say(found)


if __name__ == "__main__":
    main()
