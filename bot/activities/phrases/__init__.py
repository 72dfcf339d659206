"""A teacher keeps sentences of their own, to choose from in replies and feedback."""
