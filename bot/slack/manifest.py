"""manifest.yml: what Accord asks of a workspace."""

from pathlib import Path

import yaml

MANIFEST = Path(__file__).parents[2] / "manifest.yml"


def wanted_scopes() -> set[str]:
    """What manifest.yml asks for."""
    manifest = yaml.safe_load(MANIFEST.read_text("utf-8"))
    return set(manifest["oauth_config"]["scopes"]["bot"])
