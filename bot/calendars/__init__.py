"""Where a class's days off come from outside: a school's .ics file, and its address."""
