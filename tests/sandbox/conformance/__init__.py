"""Slack's rules, as tables that can be checked against Slack's documentation: each case names its page."""
