"""Draft targets from feedback: looked at by the teacher, then offered to the student."""
