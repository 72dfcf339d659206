"""A teacher tells a student what they saw, why it matters and how to go on."""
