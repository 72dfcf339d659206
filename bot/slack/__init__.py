"""All that knows Slack's wire: how it comes in, how Accord calls it, tokens, errors."""
