"""A student and a teacher agree on five minutes: asked for, offered, chosen, and what came of it."""
