"""The check finds what is wrong, passes what is right, and says so where it can not look."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sandbox.web_api.dispatch import LoggedCall
from tests.slack_types.checking import HERE, NOT_CHECKED, check, typescript
from tests.slack_types.collecting import FOLDER, keep

Json = dict[str, Any]
SECTION: Json = {"type": "section", "text": {"type": "plain_text", "text": "hi é"}}
MISSPELT: Json = {"type": "section", "txt": {"type": "plain_text", "text": "hi"}}
UNKNOWN: Json = {"type": "walrus"}


def called(method: str, *, ok: bool = True, **args: Any) -> LoggedCall:
    return LoggedCall(method, args, {"ok": ok}, 200, datetime(2027, 1, 11, tzinfo=UTC))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER, str(tmp_path / "payloads"))
    return tmp_path / "payloads"


def test_each_payload_is_kept_once_and_typed(kept: Path) -> None:
    message = called("chat.postMessage", channel="C1", blocks=[SECTION], metadata={"event_type": "a"})
    keep([message, message, called("views.open", view={"type": "modal"}), called("auth.test")])
    keep([called("chat.postMessage", ok=False, blocks=[UNKNOWN])])  # what Slack refuses was a test's own fault
    written = typescript(sorted(kept.glob("*.json"))).splitlines()
    assert [line.split(":")[1].split("=")[0].strip() for line in written[1:]] == [
        "KnownBlock[]",
        "MessageMetadata",
        "View",
    ]


def test_nothing_is_kept_where_nobody_wants_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.chdir(tmp_path)
    keep([called("chat.postMessage", blocks=[SECTION])])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("blocks", "code"), [([SECTION], 0), ([MISSPELT], 1), ([SECTION, UNKNOWN], 1)])
def test_the_compiler_finds_what_is_wrong(kept: Path, blocks: list[Json], code: int) -> None:
    keep([called("chat.postMessage", blocks=blocks)])
    found = check(kept)
    if found.said.startswith(NOT_CHECKED):
        pytest.skip(found.said)
    assert found.code == code, found.said


def test_without_node_it_says_so(kept: Path, tmp_path: Path) -> None:
    keep([called("chat.postMessage", blocks=[UNKNOWN])])
    found = check(kept, path=str(tmp_path))
    assert (found.code, found.said) == (0, f"{NOT_CHECKED}: there is no node here.")


def test_no_payload_at_all_is_a_fault_of_the_check(tmp_path: Path) -> None:
    if shutil.which("npm") is None:
        pytest.skip("there is no node here")
    assert check(tmp_path).code == 1


def test_what_checks_is_pinned_and_names_no_registry() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_a_block_without_a_published_type_is_left_out_alone(kept: Path) -> None:
    chart: Json = {"type": "data_visualization", "title": "Pages", "chart": {}}
    keep([called("chat.postMessage", blocks=[SECTION, chart])])
    (written,) = kept.glob("*.json")
    assert json.loads(written.read_text("utf-8")) == [SECTION]
