"""Asks a language model for draft targets. Off unless configured; openai is imported only then."""
