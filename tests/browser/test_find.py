"""Finding a browser, or saying plainly what to do."""

from pathlib import Path

import pytest

from tests.browser import find


@pytest.fixture
def empty_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setattr(find, "MAC", ())
    return tmp_path


def program(folder: Path, name: str) -> str:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return str(path)


def test_an_installed_browser_is_found_and_a_named_one_comes_first(
    empty_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chrome = program(empty_path, "google-chrome")
    assert find.browser() == chrome
    chromium = program(empty_path, "chromium")
    assert find.browser() == chromium
    mine = program(empty_path, "mine")
    monkeypatch.setenv("BROWSER_PATH", mine)
    assert find.browser() == mine


def test_where_there_is_none_it_says_what_to_do(empty_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(empty_path.iterdir())
    with pytest.raises(find.NoBrowser) as caught:
        find.browser()
    assert "BROWSER_PATH" in str(caught.value)
    monkeypatch.setenv("BROWSER_PATH", "/nowhere")
    with pytest.raises(find.NoBrowser):
        find.browser()
