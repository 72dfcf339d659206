"""The tables, by subject. Each row belongs to a workspace."""
