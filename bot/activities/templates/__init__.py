"""A student begins a target from a template of their subject, in their own words."""
