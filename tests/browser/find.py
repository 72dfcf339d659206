"""Finds the system's browser, or installs Debian's chromium where that may be done.

Run it as `python -m tests.browser.find` to prepare a machine; it prints the browser's path.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
MAC = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
ADVICE = (
    "The browser tests need Chrome or Chromium, and there is none here. Install one (Debian, Ubuntu: "
    "`sudo apt-get install chromium`; macOS: `brew install --cask google-chrome`), or say where it is: "
    "BROWSER_PATH=/path/to/chrome make test"
)
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


class NoBrowser(Exception):
    """There is no browser; the message says what to do."""


def installed() -> str | None:
    """Return the path of an installed Chrome or Chromium: BROWSER_PATH first."""
    given = os.environ.get("BROWSER_PATH")
    if given:
        return shutil.which(given)
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return next((str(path) for path in MAC if path.exists()), None)


def may_install() -> bool:
    """Whether this is Debian (or Ubuntu), and one may install packages."""
    return Path("/etc/debian_version").exists() and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install() -> None:
    """Install Debian's chromium. Raises NoBrowser when that fails."""
    for command in (
        ("apt-get", "update", "-qq"),
        ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"),
    ):
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        )
        if done.returncode != 0:
            raise NoBrowser(f"`{' '.join(command)}` failed. {ADVICE}")


def browser() -> str:
    """Return the path of a browser. Raises NoBrowser where there is none and none can be installed."""
    found = installed()
    if found is None and "BROWSER_PATH" not in os.environ and may_install():
        install()
        found = installed()
    if found is None:
        raise NoBrowser(ADVICE)
    return found


if __name__ == "__main__":
    try:
        print(browser())  # noqa: T201
    except NoBrowser as error:
        sys.exit(str(error))
