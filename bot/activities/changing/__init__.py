"""A contract that runs is looked at, changed, or ended early."""
