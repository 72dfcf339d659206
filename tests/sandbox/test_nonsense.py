"""Whatever an app sends, the workspace answers as Slack would, and lives on."""

import sys
from contextlib import suppress
from subprocess import run
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sandbox import answers, interactions, text, viewing
from sandbox.blocks.check import check_message_blocks, check_view, with_ids
from sandbox.blocks.elements import ELEMENTS
from sandbox.blocks.tables import BLOCKS, VIEW_FIELDS
from sandbox.errors import Refusal
from sandbox.fields import initial_state
from sandbox.web_api.registry import METHODS
from tests.sandbox.conformance.build import modal
from tests.sandbox.conformance.world import World

PURE = (
    *("core", "state", "clock", "ids", "errors", "manifest", "deliveries", "rates", "posting", "viewing", "events"),
    *("interactions", "answers", "text", "shapes", "fields", "forms", "blocks.check", "web_api", "web_api.dispatch"),
)

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
words = st.sampled_from(
    sorted({*BLOCKS, *ELEMENTS, "plain_text", "mrkdwn", "modal", "home", "rich_text_section", "text", "raw_text"})
)
names = st.sampled_from(
    sorted(
        {"type", "text", "elements", "element", "accessory", "fields", "options", "option_groups", "label", "value"}
        | {"rows", "tasks", "actions", "confirm", "title", "action_id", "block_id", "initial_option", "initial_options"}
        | {"min_length", "max_length", "min_value", "max_value", "max_selected_items", "alt_text", "image_url"}
        | set(VIEW_FIELDS)
    )
)
nonsense = st.recursive(
    scalars | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=5),
    max_leaves=12,
)
blockish = st.lists(
    st.builds(
        lambda kind, rest: {**rest, "type": kind},
        st.sampled_from(sorted(BLOCKS)),
        st.dictionaries(names, nonsense, max_size=4),
    ),
    max_size=3,
)

answer_names = st.sampled_from(
    [
        "text",
        "blocks",
        "attachments",
        "metadata",
        "thread_ts",
        "response_action",
        "errors",
        "view",
        "response_type",
        "replace_original",
    ]
)
WORLD = World()
ARGUMENTS = sorted({name for method in METHODS.values() for name in method.params})
KNOWN = ["C_BIO", "P_STAFF", "U_ANA", "U_DEE", "$dm", "$bot_ts", "$ana_ts", "$file", "$trigger", "1", "true", "[{}]"]


@given(nonsense | blockish)
def test_any_blocks_are_judged(blocks: Any) -> None:
    problems = check_message_blocks(blocks)
    if not problems:
        complete = with_ids(blocks, lambda: "id")
        text.mentions_in_blocks(complete)
        text.visible_in_blocks(WORLD.core.state, complete)
        assert all(initial_state(block) is not None for block in complete)


@given(st.dictionaries(st.sampled_from(sorted(VIEW_FIELDS)), nonsense | blockish))
def test_any_view_is_judged(view: Any) -> None:
    assert all(problem.startswith("[ERROR] ") for problem in check_view(view))


@given(
    st.sampled_from(sorted(METHODS)),
    st.dictionaries(st.sampled_from(ARGUMENTS), st.sampled_from(KNOWN) | nonsense, max_size=6),
)
def test_any_call_is_answered(method: str, args: dict[str, Any]) -> None:
    world = World()
    answer = world.call(method, args)
    assert answer.status == 200
    assert isinstance(answer.body["ok"], bool)
    assert world.call("auth.test", {}).body["ok"]


def test_the_core_does_no_input_or_output() -> None:
    modules = ", ".join(f"sandbox.{name}" for name in PURE)
    program = f"import sys, {modules}; sys.exit(bool({{'asyncio', 'aiohttp', 'slack_sdk'}} & set(sys.modules)))"
    assert run([sys.executable, "-c", program], check=False).returncode == 0


@given(st.sampled_from(["slash", "submission", "url"]), nonsense | st.dictionaries(answer_names, nonsense))
def test_any_answer_is_taken(kind: str, answer: Any) -> None:
    world = World()
    place = world.core.state.conversations["C_BIO"]
    if kind == "submission":
        view = viewing.open_view(world.core, world.names["$trigger"], modal())
        envelope = interactions.submit(world.core, "U_ANA", view)
    else:
        envelope = interactions.command(world.core, "U_ANA", place, "/accord", "")
    if kind == "url" and isinstance(answer, dict):
        url = world.core.state.response_urls[envelope.payload["response_url"].rpartition("/")[2]]
        with suppress(Refusal):
            answers.use_response_url(world.core, url, answer)
    answers.acknowledge(world.core, envelope, answer)
    assert envelope.acknowledged
