"""A conference that a student leads: the pack for the guests, a list for the teacher, the next step."""
