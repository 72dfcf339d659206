"""A class has days off: typed by its teachers, from its school's calendar, and the public holidays of its place."""
