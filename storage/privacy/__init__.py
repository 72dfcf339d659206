"""The register of what is held about people, and what is done by it."""
