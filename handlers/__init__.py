"""Slack in, use cases out: a module for each activity of the product."""
