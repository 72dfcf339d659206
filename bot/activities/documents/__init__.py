"""Contracts and sheets on paper: a file that somebody asks for, in their own direct messages."""
