"""`accord manifest`: the Slack app of many schools, with the addresses where Slack finds this Accord."""

from typing import Any

import yaml

from bot.cli.common import say, settings, stop, words
from bot.slack.bolt import EVENTS, MANIFEST, REDIRECT


def manifest() -> None:
    """Print it: to be pasted where the app is made."""
    url = settings().public_url
    if not url.startswith("https://"):
        stop(words("manifest-needs-url"))
    say(yaml.safe_dump(over_http(url), sort_keys=False, allow_unicode=True, width=100).rstrip())


def over_http(url: str) -> dict[str, Any]:
    """manifest.yml for HTTP instead of Socket Mode. `url` is where Accord is reached, without a path."""
    made: dict[str, Any] = yaml.safe_load(MANIFEST.read_text("utf-8"))
    for command in made["features"]["slash_commands"]:
        command["url"] = f"{url}{EVENTS}"
    made["oauth_config"] = {"redirect_urls": [f"{url}{REDIRECT}"], **made["oauth_config"]}
    run = made["settings"]
    run["event_subscriptions"] = {"request_url": f"{url}{EVENTS}", **run["event_subscriptions"]}
    run["interactivity"] = {**run["interactivity"], "request_url": f"{url}{EVENTS}"}
    run["socket_mode_enabled"] = False
    return made
