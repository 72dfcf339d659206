"""Named questions to the tables."""
