"""The end of a contract: both sides look back, and see the two side by side."""
