"""A note to a student's family, on paper: asked for by a teacher, given or not by the student."""
