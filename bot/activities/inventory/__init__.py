"""A class is asked in one round about interests, or about the year; the answers are the students' own."""
