"""A student asks one classmate to look at a piece of their work; nobody else reads it, unless the student shows it."""
