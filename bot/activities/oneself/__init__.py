"""A student agrees something with themselves, or for one lesson; a teacher looks only where they say so."""
