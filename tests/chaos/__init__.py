"""The real program, killed again and again under load, and what has to hold afterwards."""
