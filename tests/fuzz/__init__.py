"""Every handler, with real payloads that were bent in every way that a seed can think of."""
