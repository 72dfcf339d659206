"""Students without an account: a teacher enters them, and types in what they say in person."""
