"""A small class in a local workspace: for the demo and the tour."""
