"""A student sends a file to show something for a target: kept, and shown to those who teach them."""
